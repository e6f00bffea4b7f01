"""D2, a nation's month as a workbook, as CSV and as arrays, and D4, its year."""

from pathlib import Path

from benchmarks.measuring import Job
from benchmarks.rows import Row, cpu, peak
from benchmarks.tools import Tools

XLSX = (
    Row("D2 xlsx, whole check / calamine and inflate", cpu("d2 xlsx"), cpu("d2 xlsx floor"), 1.4),
    Row("D2 xlsx, peak memory / calamine", peak("d2 xlsx"), peak("d2 xlsx floor"), 1.6, "MiB"),
)
CSV = (
    Row("D2 csv, whole check / pandas.read_csv", cpu("d2 csv"), cpu("d2 csv floor"), 1.8),
    Row("D2 csv, peak memory / pandas.read_csv", peak("d2 csv"), peak("d2 csv floor"), unit="MiB"),
    Row("D2 csv, whole check / pandas.read_csv of both files", cpu("d2 csv"), cpu("d2 csv and roster floor")),
)
AUDIT = (Row("D2, the check itself / numpy", cpu("audit"), cpu("audit floor"), 1.5),)
YEAR = (
    Row("D4, whole check / pandas.read_csv", cpu("d4"), cpu("d4 floor"), 1.8),
    Row("D4, peak memory / pandas.read_csv", peak("d4"), peak("d4 floor"), 1.2, "MiB"),
)


def xlsx(tools: Tools) -> list[Job]:
    """Return the check of a nation's workbook."""
    table = tools.data.nation_xlsx()
    return [tools.floor("d2 xlsx floor", "workbook_read", str(table)), tools.tool("d2 xlsx", *tools.check_nation(table))]


def csv(tools: Tools) -> list[Job]:
    """Return the check of a nation's CSV."""
    table, roster = str(tools.data.nation_csv()), str(tools.data.roster())
    return [
        tools.floor("d2 csv floor", "csv_read", table),
        tools.floor("d2 csv and roster floor", "csv_read", table, roster),
        tools.tool("d2 csv", *tools.check_nation(Path(table))),
    ]


def audit(tools: Tools) -> list[Job]:
    """Return the audit of figures that are arrays already."""
    figures = str(tools.data.figures())
    return [
        tools.floor("audit floor", "arrays_audit", figures, counts_itself=True),
        Job("audit", tools.by_library("audit", figures), counts_itself=True),
    ]


def year(tools: Tools) -> list[Job]:
    """Return the check of a nation's year."""
    tables = tools.data.year(tools.data.sizes.months)
    return [tools.floor("d4 floor", "csv_read", *map(str, tables)), tools.tool("d4", *tools.check_year(tables))]
