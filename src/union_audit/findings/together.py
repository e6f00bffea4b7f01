"""A flood of findings, said as one: how many there are of a code at a field of a file, from where to where, and the first of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from union_audit.findings.model import Finding, Source

LISTED = 200
"""So many findings of a code, at a field of a file, are said one by one; more of them are said as one, or counted."""
TEXTS = ("text", "figure", "name", "heading")
"""The argument that says what stood at the place, in the order in which it is looked for."""
_EXAMPLES = 2
Place = TypeVar("Place")


def together(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings in order; of those that a file has more than `LISTED` of (one code, field and target) one, for all."""
    if len(findings) <= LISTED:
        return list(findings)
    alike: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for each in findings:
        alike[_kind(each)].append(each)
    return [kept for each in findings if (kept := _kept(each, alike[_kind(each)]))]


def named(places: Sequence[Place]) -> Sequence[Place]:
    """Return which of so many places are said one by one: all, or those that `as_one` needs."""
    return places if len(places) <= LISTED else [*places[: _EXAMPLES + 1], places[-1]]


def as_one(few: Sequence[Finding], count: int) -> Finding:
    """Return the finding that stands for `count` of them; `few`: the first, perhaps more of them in order, and the last.

    It is the first of them, with arguments more: `alike`, how many there are; `last`, the last place; `such_as`, places after the
    first and what stood there; `in_column`, the letters of their column, where all stand in one.
    """
    first, last = few[0], few[-1]
    args = first.args | {
        "alike": count,
        "last": _place(last, first),
        "such_as": tuple(_example(each, first) for each in few[1:][:_EXAMPLES]),
    }
    columns = {(each.source.sheet, each.source.column) for each in few if each.source}
    if first.source and first.source.cell and len(columns) == 1:
        args["in_column"] = first.source.cell.rstrip("0123456789")
    unit = first.unit if len({each.unit for each in few}) == 1 else None
    return replace(first, args=args, unit=unit)


def _kind(finding: Finding) -> tuple[object, ...]:
    """Return what findings of one kind have in common; one without a place is of no file's kind."""
    of_file: Any = finding.source.file if finding.source else id(finding)
    return finding.code, of_file, finding.field, finding.target


def _kept(finding: Finding, alike: Sequence[Finding]) -> Finding | None:
    if len(alike) <= LISTED:
        return finding
    return as_one(alike, sum(map(_cells, alike))) if finding is alike[0] else None


def _cells(finding: Finding) -> int:
    """Return for how many places a finding stands; those of cells alone count them as `count`."""
    count = finding.args.get("alike") or (finding.args.get("count") if finding.code.startswith("UA2") else None)
    return count if isinstance(count, int) else 1


def _place(finding: Finding, first: Finding) -> str:
    """Return a place within the file, without the sheet where that is the first one's."""
    source = finding.source or Source("")
    return source.cell if first.source and first.source.sheet == source.sheet else " › ".join(source.steps[1:])


def _example(finding: Finding, first: Finding) -> str:
    text = next((str(finding.args[name]) for name in TEXTS if name in finding.args), "")
    return " ".join(filter(None, (_place(finding, first), text and f"“{text}”")))
