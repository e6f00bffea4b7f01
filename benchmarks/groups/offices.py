"""D1, a province's workbook, and D3, a folder of forms of one office each."""

from benchmarks.measuring import Job
from benchmarks.rows import Row, cpu, size
from benchmarks.tools import Tools

PROVINCE = (
    Row("D1, terminal / import pandas", cpu("d1"), cpu("import pandas"), 0.9),
    Row("D1, with xlsx and html / import pandas", cpu("d1 reports"), cpu("import pandas"), 1.2),
    Row("D1, HTML page", size("d1 reports"), goal=300, unit="KB"),
)
FORMS = (Row("D3, beyond start-up / calamine", cpu("d3", without="d3 one"), cpu("d3 floor"), 2.5),)


def province(tools: Tools) -> list[Job]:
    """Return the check of a province, with a table only and with the other reports too."""
    check = ("check", str(tools.data.province()), "--fail-on", "none")
    page = tools.scratch / "province.html"
    reports = ("-f", "table", "-f", f"xlsx:{tools.scratch / 'province.xlsx'}", "-f", f"html:{page}")
    return [
        Job("import pandas", (str(tools.python), "-c", "import pandas")),
        tools.tool("d1", *check),
        tools.tool("d1 reports", *check, *reports, writes=page),
    ]


def forms(tools: Tools) -> list[Job]:
    """Return the check of a folder of forms, and of one of them: the start-up that the folder is measured beyond."""
    folder = tools.data.forms(tools.data.sizes.forms)
    return [
        tools.floor("d3 floor", "workbooks_read", str(folder), counts_itself=True),
        tools.tool("d3 one", *tools.check_offices(min(folder.iterdir()))),
        tools.tool("d3", *tools.check_offices(folder)),
    ]
