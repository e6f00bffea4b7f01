"""The audit in a terminal, as wide as that is; or in one line."""

from itertools import chain
from typing import IO

from union_audit.audit.result import Status
from union_audit.findings import Severity
from union_audit.reports.table.details import details
from union_audit.reports.table.first_page import first_page
from union_audit.reports.table.paper import Paper
from union_audit.reports.table.terminal import Terminal
from union_audit.reports.view import View


def write(view: View, stream: IO[str]) -> None:
    """Write the summary; one line if that is all that is wanted."""
    terminal = Terminal(stream, view.options)
    with terminal.console.capture() as shown:
        if view.options.quiet:
            terminal.console.print(terminal.text(one_line(view)), soft_wrap=True)
        else:
            paper = Paper(view, terminal)
            for section in chain(first_page(paper), details(paper)):
                terminal.console.print(section)
    stream.writelines(f"{line.rstrip()}\n" for line in shown.get().splitlines())


def one_line(view: View) -> str:
    """Return the audit in one line, for the mail of a scheduled run."""
    headline, language = view.headline, view.options.language
    said = language(
        "{plan}, {period}: {reported}; score {score}; gaps: {gaps}, without data: {no_data}, errors: {errors}",
        plan=view.audit.plan.code,
        period=headline.period,
        reported=headline.reported,
        score=headline.score_text,
        gaps=headline.counts[Status.GAP],
        no_data=headline.counts[Status.NO_DATA],
        errors=view.findings(Severity.ERROR, top=0).total,
    )
    worst = [language("worst: {target} ({needs})", target=row.label, needs=row.needs) for row in view.worst_targets(1)]
    return "; ".join([said, *worst])
