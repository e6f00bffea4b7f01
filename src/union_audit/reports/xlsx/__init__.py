"""The audit as a workbook that people go on working in: a summary, and a sheet for each thing that they change, sort, filter and print."""

from datetime import UTC
from typing import IO

import xlsxwriter  # type: ignore[import-untyped]

from union_audit import __version__
from union_audit.reports.counted import Counted
from union_audit.reports.view import View
from union_audit.reports.xlsx.book import Book
from union_audit.reports.xlsx.cells import BLUE, Paper, clean
from union_audit.reports.xlsx.charts import Charts
from union_audit.reports.xlsx.sheet import STRUCTURED, add_sheet, fill
from union_audit.reports.xlsx.summary import Summary

_INERT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


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
        counted = Counted(2 * (len(view.units) + STRUCTURED), view.options.told)  # the units twice, worst gaps, and their figures
        paper, book = Paper(workbook, view.audit.plan.report.accent or BLUE, counted), Book(view)
        workbook.in_memory = book.is_live  # its forty parts are small; those of a large one wait on the disk to be packed
        first, second = (add_sheet(paper, name, footer) for name in (language("Summary"), language("Charts")))
        Charts(book, paper, second).fill()
        sheets = [(language("Charts"), language("The targets beside their goals, and the units by their scores."))]
        for table in book.tables():
            fill(paper, table, footer, language)
            sheets.append((table.name, f"{table.note} {language.plural('1 row', '{count} rows', table.rows)}."))
        Summary(book, paper, first).fill(sheets)
