"""What a history of national months costs whoever reads it: the trend, a check that compares, the monthly run."""

import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import Job
from benchmarks.rows import Row, cpu, peak
from benchmarks.tools import Tools

ROWS = (
    Row("Trend of a nation's 36 months / SQLite reading them through", cpu("trend"), cpu("history floor")),
    Row("D2 csv, compared with the last of 36 months / alone", cpu("check beside"), cpu("check alone")),
    Row("Monthly run of 2,500 units beside 36 months / alone", cpu("monthly beside"), cpu("monthly alone")),
    Row("Monthly run of 2,500 units beside 36 months, peak memory / alone", peak("monthly beside"), peak("monthly alone"), unit="MiB"),
)


def jobs(tools: Tools) -> list[Job]:
    """Return the commands. A monthly run writes pages and workbooks for every unit, so its nation is a small one."""
    sizes = tools.data.sizes
    path = tools.history(sizes.history)
    check = tools.check_nation(tools.data.nation_csv())
    small = tools.of_size(units=sizes.units // 50)
    return [
        tools.floor("history floor", "history_read", str(path)),
        tools.tool("trend", *trend(tools, path)),
        tools.tool("check alone", *check),
        tools.tool("check beside", *check, "--history", str(path), "--compare", _last(sizes.history)),
        _monthly(small, "monthly alone", None),
        _monthly(small, "monthly beside", small.history(sizes.history)),
    ]


def trend(tools: Tools, path: Path) -> tuple[str, ...]:
    """Return the arguments that show the trend of a history."""
    return ("trend", "--history", str(path), "-t", str(tools.data.plan()), "--units", str(tools.data.roster()), "--lang", "en")


def _monthly(tools: Tools, name: str, history: Path | None) -> Job:
    """Return the monthly run of January 2025, with its history as it is before it."""
    inbox = tools.data.nation_csv(month=36).parents[1]
    reports = tools.scratch / name.replace(" ", "-")
    given = ("-t", str(tools.data.plan()), "--units", str(tools.data.roster()))
    period = ("--period", "2025-01", "--as-of", "2025-02-05", "--fail-on", "none")
    return tools.tool(name, "monthly", str(inbox), "-o", str(reports), *given, *period, "-q", prepare=_fresh(reports, history))


def _fresh(reports: Path, history: Path | None) -> Callable[[], None]:
    def prepare() -> None:
        shutil.rmtree(reports, ignore_errors=True)
        reports.mkdir()
        if history:
            shutil.copy(history, reports / "history.sqlite")

    return prepare


def _last(months: int) -> str:
    """Return the last of so many months from January 2022."""
    return f"{2022 + (months - 1) // 12}-{(months - 1) % 12 + 1:02}"
