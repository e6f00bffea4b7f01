"""The audit as a workbook: a summary, and a sheet for each thing that people sort, filter and print."""

from datetime import UTC
from typing import IO

import xlsxwriter  # type: ignore[import-untyped]

from union_audit import __version__
from union_audit.reports.view import View
from union_audit.reports.xlsx.cells import Paper, clean
from union_audit.reports.xlsx.sheet import add_sheet, fill
from union_audit.reports.xlsx.summary import Summary
from union_audit.reports.xlsx.tables import tables

_INERT = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(view: View, stream: IO[bytes]) -> None:
    """Write the workbook; the same audit gives the same bytes."""
    language, headline = view.options.language, view.headline
    footer = f"{view.audit.plan.code} · {headline.period}"
    with xlsxwriter.Workbook(stream, _INERT) as workbook:
        workbook.set_properties(
            {
                "title": clean(headline.plan),
                "subject": headline.period,
                "company": clean(headline.organisation),
                "comments": f"union-audit {__version__}",
                "created": view.options.generated_at.astimezone(UTC).replace(tzinfo=None),
            }
        )
        paper = Paper(workbook)
        first = add_sheet(paper, language("Summary"), footer)
        counted = []  # each sheet is filled as it is made; the summary, which counts their rows, last
        for table in tables(view):
            rows = fill(add_sheet(paper, table.name, footer), paper, table, language)
            counted.append((table, rows))
        Summary(view, paper, first).fill(counted)
