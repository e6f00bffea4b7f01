"""A trend as one page that holds all it needs and asks for nothing: in the look of the report, with no script."""

from typing import IO

from union_audit import __version__
from union_audit.reports.html.policy import Inlined
from union_audit.reports.letterhead import letterhead
from union_audit.reports.rows import Movement
from union_audit.reports.templating import templates
from union_audit.trends.view import TrendView

TOP = 200
"""Lasting gaps that are listed, unless `--top` says otherwise."""


def write(view: TrendView, stream: IO[str]) -> None:
    """Write the page."""
    own, options = templates(view.options.templates), view.options
    head = letterhead(view.trend.plan, options)
    own.write(
        "trend.html.j2",
        stream,
        view=view,
        words=view.words,
        language=options.language,
        movements=tuple(Movement),
        open_gaps=view.open(TOP if options.top is None else options.top),
        letterhead=head,
        inlined=Inlined.of(own, head, style="report.css"),
        version=__version__,
    )
