"""The audit as one page that holds all it needs: no script, no request; for the screen, the phone and paper."""

import base64
import hashlib
from typing import IO

from union_audit import __version__
from union_audit.reports.html.page import Page
from union_audit.reports.templating import templates
from union_audit.reports.view import View


def write(view: View, stream: IO[str]) -> None:
    """Write the page."""
    own, language = templates(view.options.templates), view.options.language
    style = own.source("report.css")
    own.write(
        "report.html.j2",
        stream,
        page=Page(view),
        view=view,
        words=view.words,
        language=language,
        plural=language.plural,
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        version=__version__,
    )
