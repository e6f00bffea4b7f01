"""The results as a table on the terminal, and as JSON."""

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from benchmarks.rows import Measured, Result

_LIBRARIES = ("union-audit", "numpy", "pandas", "python-calamine", "xlsxwriter", "openpyxl", "rich", "typer")


def show(measured: Measured, console: Console) -> None:
    """Print the table."""
    right = [Column(name, justify="right", no_wrap=True) for name in ("measured", "floor", "ratio", "goal")]
    table = Table("step", *right, Column("", no_wrap=True), box=None, title=measured.name, title_justify="left")
    for each in measured.results:
        if each.failure:
            table.add_row(each.step, "", "", "", _goal(each), Text("failed", "bold red"))
        else:
            table.add_row(each.step, *_figures(each), _verdict(each))
    console.print(table)
    for each in measured.results:
        if each.failure:
            console.print(Text(f"{each.step}: {each.failure}", "red"))


def show_change(measured: Sequence[Measured], console: Console) -> None:
    """Print what each revision needs of what the first needs."""
    first, *others = measured
    table = Table("step", *(Column(f"{each.name} / {first.name}", justify="right") for each in others), box=None)
    for place, result in enumerate(first.results):
        table.add_row(result.step, *(_change(result, each.results[place]) for each in others))
    console.print(table)


def _change(before: Result, after: Result) -> str:
    return f"{after.value / before.value:.2f}" if before.value and after.value else ""


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


def write_markdown(path: Path, measured: Measured) -> None:
    """Write the ratios as the table of a page; seconds differ from machine to machine."""
    lines = ["| step | | goal | |", "|---|--:|--:|---|"]
    for each in measured.results:
        shown = "–" if each.value is None else f"{each.ratio:.2f}" if each.ratio is not None else _amount(each.value, each.unit)
        lines.append(f"| {each.step} | {shown} | {_goal(each)} | {_verdict(each)} |")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_json(path: Path, measured: Iterable[Measured], **about: object) -> None:
    """Write the rows, every run of every command, and what they ran on."""
    said = {"machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors", **about}
    path.write_text(json.dumps({**said, "measured": [_of(each) for each in measured]}, ensure_ascii=False, indent=1), encoding="utf-8")


def _of(measured: Measured) -> dict[str, object]:
    return {
        "name": measured.name,
        "versions": _versions(measured.python),
        "rows": [asdict(each) for each in measured.results],
        "jobs": {name: asdict(cost) for name, cost in measured.costs.items()},
    }


def _versions(python: Path) -> object:
    """Return the versions of Python and of the libraries that matter here, in an environment."""
    ask = (
        "import importlib.metadata as m, json, platform, sys; "
        "print(json.dumps({'python': platform.python_version(), **{d.name: d.version for d in m.distributions() if d.name in sys.argv}}))"
    )
    done = subprocess.run([python, "-c", ask, *_LIBRARIES], check=True, capture_output=True, encoding="utf-8")  # noqa: S603 (ourselves)
    return json.loads(done.stdout)
