"""Twice as much of everything: rows, files, targets, periods. The cost is to grow no faster than that."""

from benchmarks.groups.history import trend
from benchmarks.measuring import Job
from benchmarks.rows import Row, cpu
from benchmarks.tools import Tools

_MOST = 2.2
_STEPS = {
    "rows": "Twice the rows of a CSV",
    "files": "Twice the files",
    "targets": "Twice the targets",
    "months": "Twice the months of a year",
    "trend": "Twice the months of a trend",
}
ROWS = tuple(Row(step, cpu(f"{name} 2n"), cpu(f"{name} n"), _MOST) for name, step in _STEPS.items())


def jobs(tools: Tools) -> list[Job]:
    """Return each command at half the size, and at the whole."""
    data, sizes = tools.data, tools.data.sizes
    half = tools.of_size(units=sizes.units // 2)
    history = tools.history(sizes.history)
    return [
        tools.tool("rows n", *half.check_nation(half.data.nation_csv())),
        tools.tool("rows 2n", *tools.check_nation(data.nation_csv())),
        tools.tool("files n", *tools.check_offices(data.forms(sizes.forms // 2))),
        tools.tool("files 2n", *tools.check_offices(data.forms(sizes.forms))),
        tools.tool("targets n", *half.check_nation(half.data.nation_csv())),
        tools.tool("targets 2n", *half.check_nation(half.data.nation_csv(), plan=data.plan(copies=2))),
        tools.tool("months n", *half.check_year(half.data.year(sizes.months // 2))),
        tools.tool("months 2n", *half.check_year(half.data.year(sizes.months))),
        tools.tool("trend n", *trend(tools, tools.history(sizes.history // 2))),
        tools.tool("trend 2n", *trend(tools, history)),
    ]
