"""The audit as one page that holds all it needs and asks for nothing: for the screen, the phone and paper."""

from typing import IO

from union_audit import __version__
from union_audit.reports.html.page import Page
from union_audit.reports.html.policy import Inlined
from union_audit.reports.letterhead import letterhead
from union_audit.reports.templating import templates
from union_audit.reports.view import View


def write(view: View, stream: IO[str]) -> None:
    """Write the page.

    Raises:
        ReportError: a template of the user's own is at fault.
    """
    own, language = templates(view.options.templates), view.options.language
    head = letterhead(view.audit.plan, view.options)
    own.write(
        "report.html.j2",
        stream,
        page=Page(view),
        view=view,
        words=view.words,
        language=language,
        plural=language.plural,
        letterhead=head,
        inlined=Inlined.of(own, head, style="report.css", script="report.js" if view.options.script else ""),
        version=__version__,
    )
