"""The command: `python -m benchmarks --help`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from benchmarks import environments
from benchmarks.data.making import Data
from benchmarks.data.sizes import FULL, QUICK
from benchmarks.groups import GROUPS
from benchmarks.measuring import measure
from benchmarks.rows import Measured
from benchmarks.showing import show, show_change, write_json, write_markdown
from benchmarks.tools import Tools

INSTALLED = "installed"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for, show it, and return 1 where a goal is not met."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as scratch:
        measured = _measured(asked, Path(scratch))
    console = Console()
    for each in measured:
        show(each, console)
    if len(measured) > 1:
        show_change(measured, console)
    if asked.json:
        write_json(asked.json, measured, runs=asked.runs, quick=asked.quick)
    if asked.markdown:
        write_markdown(asked.markdown, measured[0])
    return int(any(result.passed is False for each in measured for result in each.results))


def _measured(asked: argparse.Namespace, scratch: Path) -> list[Measured]:
    with Console(stderr=True).status("") as status:
        tools = _tools(asked, scratch)
        measured = [Measured(name, each.python) for name, each in tools.items()]
        for name in asked.only or [name for name in GROUPS if asked.peers or name != "peers"]:
            status.update(f"{name}: making the data")
            group = GROUPS[name]
            jobs = [replace(job, whose=revision) for revision, each in tools.items() for job in group.jobs(each)]
            costs = measure(jobs, asked.runs, scratch, status.update)
            for each in measured:
                each.add(group.rows, costs, judged=not asked.quick)
    return measured


def _tools(asked: argparse.Namespace, scratch: Path) -> dict[str, Tools]:
    """Return the installed tool, or each revision's."""
    data = Data(asked.data, QUICK if asked.quick else FULL)
    if not asked.revisions:
        return {INSTALLED: Tools(data, scratch)}
    made = {}
    for number, revision in enumerate(asked.revisions):
        folder = scratch / str(number)
        folder.mkdir()
        made[revision] = Tools(data, folder, environments.of_revision(asked.data / "environments", revision))
    return made


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the installed tool beside floors.")
    parser.add_argument("--only", action="append", choices=list(GROUPS), help="only this group of rows; repeatable")
    parser.add_argument("--peers", action="store_true", help="the same job by other libraries too, each in an environment of its own")
    parser.add_argument("--revisions", nargs="+", metavar="REVISION", help="measure these revisions in place of what is installed")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (%(default)s); the median counts")
    parser.add_argument("--quick", action="store_true", help="small data, no verdicts: tries the benchmark itself")
    where = Path(tempfile.gettempdir()) / "union-audit-benchmarks"
    parser.add_argument("--data", type=Path, default=where, help="the folder of the data, kept for the next time (%(default)s)")
    parser.add_argument("--json", type=Path, help="write the figures of every run to this file too")
    parser.add_argument("--markdown", type=Path, help="write the ratios to this file as a table")
    return parser


if __name__ == "__main__":
    sys.exit(main())
