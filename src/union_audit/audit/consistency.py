"""Figures that contradict each other: within a unit, and between a unit and those below it."""

from collections.abc import Iterator, Sequence

import numpy as np

from union_audit.audit.result import Reason
from union_audit.audit.rollup import Assessed
from union_audit.audit.units import ROOT, Units
from union_audit.findings import Finding, Source, as_one, named
from union_audit.intake.facts import KNOWN, Facts, Int64
from union_audit.plan.model import Kind, Ratio


def contradictions(targets: Sequence[Assessed], facts: Facts) -> Iterator[Finding]:
    """Name every part that is larger than its whole, once for each unit and ratio."""
    told: dict[Ratio, set[int]] = {}
    for target in targets:
        for ratio, part in zip(target.column.target.parts, target.figures, strict=True):
            places = [facts.fields.index(field) for field in part.fields]
            units = np.flatnonzero(part.reason == Reason.INCONSISTENT)
            units = units[np.isin(facts.state[units][:, places], KNOWN).all(axis=1)]
            already = told.setdefault(ratio, set())
            units = units[~np.isin(units, list(already))] if already else units
            already.update(units.tolist())
            for alike in _by_table(facts, units, places):
                few = [_contradiction(facts, unit, places, target.column.target.id) for unit in named(alike)]
                yield from few if len(few) == len(alike) else [as_one(few, len(alike))]


def _by_table(facts: Facts, units: Int64, places: Sequence[int]) -> Iterator[list[int]]:
    """Yield the units whose contradictions stand in one table and are of one kind; each by itself that stands in none."""
    if not len(units):
        return
    figures = facts.values[units][:, list(places)]
    is_excluded = figures[:, 2:].sum(axis=1) > figures[:, 1]
    part, exclusion = (facts.places[0].of_field(place, units)[0] for place in (places[0], places[min(2, len(places) - 1)]))
    table = np.where(is_excluded, exclusion, part)
    kind = np.where(table >= 0, 2 * table.astype(np.int64) + is_excluded, -1 - np.arange(len(units)))
    order = np.argsort(kind, kind="stable")
    groups = np.split(units[order], np.flatnonzero(np.diff(kind[order])) + 1)
    yield from sorted((each.tolist() for each in groups), key=lambda each: each[0])


def _contradiction(facts: Facts, unit: int, places: Sequence[int], target: str) -> Finding:
    numerator, total, *exclusions = (int(facts.values[unit, place]) for place in places)
    code, culprit = "UA301", places[0]
    args: dict[str, object] = {"numerator": numerator, "base": total - sum(exclusions)}
    if sum(exclusions) > total:
        code, culprit = "UA302", places[2]
        args = {"excluded": sum(exclusions), "total": total}
    source = facts.source_of(unit, culprit)
    others = [evidence.source for place in places if place != culprit for evidence in facts.evidence(unit, place)]
    args["cells"] = tuple(seen_from(source, other) for other in others)
    return Finding(code, args, source, facts.roster.units[unit].code, target, facts.fields[culprit].id)


def areas(units: Units, facts: Facts) -> Iterator[Finding]:
    """Name every figure of an area that is not the sum of the units directly below, where all of them reported."""
    below = np.flatnonzero((units.parent != ROOT) & units.existing)
    above = units.parent[below]
    children = np.bincount(above, minlength=len(units))
    leaf = children == 0
    for place, field in enumerate(facts.fields):
        area = units.covers_area(field.covers)
        if field.kind is not Kind.COUNT or not area.any():
            continue
        known = np.isin(facts.state[:, place], KNOWN)
        telling = known & (area | leaf)
        total, reported = np.zeros(len(units), np.int64), np.zeros(len(units), np.int64)
        np.add.at(total, above, np.where(telling[below], facts.values[below, place], 0))
        np.add.at(reported, above, telling[below] * 1)
        for unit in np.flatnonzero(known & area & ~leaf & (reported == children) & (total != facts.values[:, place])):
            args: dict[str, object] = {"figure": int(facts.values[unit, place]), "sum": int(total[unit]), "count": int(children[unit])}
            yield Finding("UA303", args, facts.source_of(int(unit), place), facts.roster.units[unit].code, field=field.id)


def seen_from(here: Source | None, there: Source | None) -> str:
    """Write the address of a cell, with sheet and file only where they are not the same; "" where there is none."""
    if there is None:
        return ""
    if here is not None and (here.file, here.sheet) == (there.file, there.sheet):
        return there.cell
    return " › ".join(there.steps)
