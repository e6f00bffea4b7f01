"""The command: `python -m benchmarks --help`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from benchmarks.data.making import Data
from benchmarks.data.sizes import FULL, QUICK
from benchmarks.groups import GROUPS
from benchmarks.measuring import Cost, measure
from benchmarks.rows import Result, results
from benchmarks.showing import show, write_json
from benchmarks.tools import Tools


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for, show it, and return 1 where a goal is not met."""
    asked = _parser().parse_args(arguments)
    console, errors = Console(), Console(stderr=True)
    data = Data(asked.data, QUICK if asked.quick else FULL)
    costs: dict[str, Cost] = {}
    found: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="benchmark-") as scratch, errors.status("") as status:
        tools = Tools(data, Path(scratch))
        for name in asked.only or GROUPS:
            group = GROUPS[name]
            status.update(f"{name}: making the data")
            to_run = group.jobs(tools)
            costs |= measure(to_run, asked.runs, Path(scratch), status.update)
            found += results(group.rows, costs, judged=not asked.quick)
    show(found, console)
    if asked.json:
        write_json(asked.json, found, costs, runs=asked.runs, quick=asked.quick)
    return int(any(each.passed is False for each in found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the installed tool beside floors.")
    parser.add_argument("--only", action="append", choices=list(GROUPS), help="only this group of rows; repeatable")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (%(default)s); the median counts")
    parser.add_argument("--quick", action="store_true", help="small data, no verdicts: tries the benchmark itself")
    where = Path(tempfile.gettempdir()) / "union-audit-benchmarks"
    parser.add_argument("--data", type=Path, default=where, help="the folder of the data, kept for the next time (%(default)s)")
    parser.add_argument("--json", type=Path, help="write the figures of every run to this file too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
