"""What reports cost at a nation's size: the workbook beside its cells written once more, the page by its size."""

from benchmarks.measuring import Job
from benchmarks.rows import Row, cpu, peak, size
from benchmarks.tools import Tools

WORKBOOK = (
    Row("Workbook / XlsxWriter, the same cells", cpu("workbook", without="no report"), cpu("workbook floor"), 1.15),
    Row("Workbook, memory above the data", peak("workbook", without="no report"), goal=150, unit="MiB"),
)
HTML = (Row("D2, HTML page", size("d2 html"), goal=8_000, unit="KB"),)


def workbook(tools: Tools) -> list[Job]:
    """Return a check that writes a workbook, one that writes nothing, and the workbook's cells written once more.

    Of a quarter of the nation: its sheets together have about as many cells as 125,000 rows of fifteen.
    """
    quarter = tools.of_size(units=tools.data.sizes.units // 4)
    check = (*quarter.check_nation(quarter.data.nation_csv()), "-q")
    book, copy = tools.scratch / "nation.xlsx", tools.scratch / "copy.xlsx"
    return [
        tools.tool("no report", *check),
        tools.tool("workbook", *check, "-f", f"xlsx:{book}", writes=book),
        tools.floor("workbook floor", "workbook_written", str(book), str(copy), counts_itself=True),
    ]


def html(tools: Tools) -> list[Job]:
    """Return a check of a nation that writes its page."""
    page = tools.scratch / "nation.html"
    return [tools.tool("d2 html", *tools.check_nation(tools.data.nation_csv()), "-q", "-f", f"html:{page}", writes=page)]
