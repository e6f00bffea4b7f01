"""The results as a table on the terminal, and as JSON."""

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from benchmarks.measuring import Cost
from benchmarks.rows import Result

_LIBRARIES = ("union-audit", "numpy", "pandas", "python-calamine", "xlsxwriter", "openpyxl", "rich", "typer")


def show(results: Sequence[Result], console: Console) -> None:
    """Print the table."""
    right = [Column(name, justify="right", no_wrap=True) for name in ("measured", "floor", "ratio", "goal")]
    table = Table("step", *right, Column("", no_wrap=True), box=None)
    for each in results:
        if each.failure:
            table.add_row(each.step, "", "", "", _goal(each), Text("failed", "bold red"))
            continue
        table.add_row(each.step, *_figures(each), _verdict(each))
    console.print(table)
    for each in results:
        if each.failure:
            console.print(Text(f"{each.step}: {each.failure}", "red"))


def _figures(result: Result) -> tuple[str, ...]:
    floor = "" if result.floor is None else _amount(result.floor, result.unit)
    ratio = "" if result.ratio is None else f"{result.ratio:.2f}"
    return _amount(result.value or 0, result.unit), floor, ratio, _goal(result)


def _amount(value: float, unit: str) -> str:
    return f"{value:.3f} s" if unit == "s" else f"{value:,.0f} {unit}"


def _goal(result: Result) -> str:
    if result.goal is None:
        return ""
    return f"≤ {result.goal:g}" if result.is_ratio else f"≤ {result.goal:g} {result.unit}"


def _verdict(result: Result) -> Text:
    if result.passed is None:
        return Text("")
    return Text("passed", "green") if result.passed else Text("not met", "bold red")


def write_json(path: Path, results: Sequence[Result], costs: Mapping[str, Cost], **about: object) -> None:
    """Write the rows, every run of every job, and what they ran on."""
    said = {
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "libraries": {name: _version(name) for name in _LIBRARIES},
        **about,
        "rows": [asdict(each) for each in results],
        "jobs": {name: asdict(cost) for name, cost in costs.items()},
    }
    path.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
