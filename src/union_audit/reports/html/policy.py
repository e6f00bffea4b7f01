"""What the page carries inside it, style, script and logo, and the policy that lets nothing else in."""

import base64
import hashlib

from markupsafe import Markup

from union_audit.frozen import dataclass
from union_audit.reports.letterhead import Letterhead
from union_audit.reports.templating import Templates


@dataclass(frozen=True, slots=True)
class Inlined:
    """The page's style and script ("": none), its logo as a link that holds the picture ("": none), and its Content-Security-Policy."""

    style: Markup
    script: Markup
    logo: str
    policy: str

    @classmethod
    def of(cls, own: Templates, head: Letterhead, *, style: str, script: str = "") -> "Inlined":
        """Take the style and the script of those names as they are, the accent and the logo from the plan."""
        styled = own.source(style) + _accent(head)
        runs = own.source(script) if script else ""
        logo = f"data:{head.logo.media_type};base64,{base64.b64encode(head.logo.content).decode()}" if head.logo else ""
        allowed = {
            "default-src": "'none'",
            "style-src": _hash(styled),
            "script-src": _hash(runs) if runs else "",
            "img-src": "data:" if logo else "",
            "base-uri": "'none'",
            "form-action": "'none'",
        }
        policy = "; ".join(f"{name} {source}" for name, source in allowed.items() if source)
        return cls(Markup(styled), Markup(runs), logo, policy)  # noqa: S704 (our own files)


def _accent(head: Letterhead) -> str:
    """Return the plan's own accent in place of ours; paper is light, whatever the screen."""
    if not head.accent:
        return ""
    light, dark = (f":root {{ --accent: {color}; }}" for color in (head.accent, head.accent_on_dark))
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{ {dark} }}\n"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
