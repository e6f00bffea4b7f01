"""Shows submitted text so that nothing in it can hide, reorder or forge what stands on the screen or in a report."""

import re
from functools import lru_cache

HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Control characters, marks that turn the direction of writing, signs of no width, lone surrogates, tags: all can hide or forge text."""

_BLANKS = re.compile(r"[\t\n\r\f\v]+")

LONGEST = 120
"""Letters of a name, where it is shown; JSON and CSV have it whole."""


@lru_cache(maxsize=4096)
def visible(text: str) -> str:
    """Return submitted text on one line, with every character that hides or reorders text written out: "<U+202E>"."""
    if not HIDDEN.search(text):  # blanks are among them
        return text
    return HIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", _BLANKS.sub(" ", text))


def brief(text: str, longest: int = LONGEST) -> str:
    """Return submitted text, visible: what is longer than any name is cut, and ends in "…"."""
    shown = visible(text)
    return shown if len(shown) <= longest else f"{shown[:longest]}…"
