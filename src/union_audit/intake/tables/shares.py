"""Percentages beside counts: each is held against the counts that it is the share of, and never used instead of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from union_audit.findings import Finding, Source, address
from union_audit.folding import fold
from union_audit.intake.facts import KNOWN
from union_audit.intake.figures.cells import tidy, written
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.headed import Headed
from union_audit.intake.tables.headings import SEPARATOR
from union_audit.intake.tables.table import Figures, Knowledge
from union_audit.plan.model import Plan, Ratio

_SHARE = re.compile(r"\b(?:dat )?(?:ty le|percentage|share|rate)\b(?: of\b)?|%")
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:ke hoach|kh|so voi|cung ky|hoan thanh|chi tieu|giao|tang|giam|nam truoc|thang truoc|plan|target|previous)\b"
)
_PERCENTAGE = re.compile(r"\(?(\d+(?:[.,]\d+)?) ?%\)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_MOST_DECIMALS = 2
_Counts: TypeAlias = tuple[int, int, int]
"""A numerator, its base, and the whole before exclusions, which offices take the share of as often."""


@dataclass(frozen=True, slots=True)
class Share:
    """The cells of one percentage, unit by unit, and the ratios that it may be of."""

    cells: Sequence[tuple[int, int]]
    ratios: tuple[Ratio, ...]


def is_share(heading: str) -> bool:
    """Whether a heading is that of a percentage of counts: not of a plan, nor of an earlier period."""
    return _SHARE.search(fold(heading.rsplit(SEPARATOR, maxsplit=1)[-1])) is not None and _OF_SOMETHING_ELSE.search(fold(heading)) is None


def of_lines(headed: Sequence[Headed], units: Sequence[int], figures: Figures, knows: Knowledge, *, is_across: bool) -> list[Share]:
    """Return the percentages with a column of their own beside those of the figures (or a row, where units stand side by side)."""
    before = {each.place + 1: each.match.field for each in headed}
    shares = []
    for each in headed:
        if each.match.role == "ignored" and is_share(each.text):
            cells = [(each.place, unit) if is_across else (unit, each.place) for unit in units]
            shares.append(Share(cells, _ratios(each.text, before.get(each.place), figures, knows)))
    return shares


def of_form(lines: Sequence[Headed], headings: Mapping[int, str], figures: Figures, knows: Knowledge) -> list[Share]:
    """Return the percentages in a column beside a form's figures, each that of its row; beside a plan's column they are shares of that."""
    if any(_OF_SOMETHING_ELSE.search(fold(text)) for text in headings.values()):
        return []
    places = [place for place, text in headings.items() if is_share(text)]
    return [Share([(each.row, place)], _ratios("", each.match.field, figures, knows)) for each in lines for place in places]


def _ratios(heading: str, before: str | None, figures: Figures, knows: Knowledge) -> tuple[Ratio, ...]:
    """Return the ratios that a percentage may be of: of the target or the field that its heading names, else of the field before it."""
    there = {knows.plan.fields[place].id for place in figures.fields}
    *groups, leaf = heading.split(SEPARATOR)
    named = _without_share(leaf)
    ratios = {
        part: {_without_share(label) for label in target.label.values()}
        for target in knows.plan.targets
        for part in target.parts
        if part.denominator and there.issuperset(part.fields)
    }
    if named and (labelled := tuple(part for part, labels in ratios.items() if named in labels)):
        return labelled
    matches = (knows.headings.match_stack([*groups, text]).field for text in (named, f"so {named}"))
    field = next(filter(None, matches), None) if named else before
    return tuple(part for part in ratios if part.numerator == field)


def _without_share(heading: str) -> str:
    return " ".join(_SHARE.sub(" ", fold(heading)).split())


def check(shares: Iterable[Share], figures: Figures, grid: Grid, plan: Plan) -> Iterator[Finding]:
    """Yield, once for each percentage, the first unit whose counts it disagrees with, and how many do."""
    place = {plan.fields[field].id: j for j, field in enumerate(figures.fields)}
    for share in shares:
        wrong = [
            unit
            for unit, cell in enumerate(share.cells)
            if _disagrees(_readings(grid, cell), [_counts(ratio, unit, figures, place) for ratio in share.ratios])
        ]
        if wrong:
            unit, ratio = wrong[0], share.ratios[0]
            numerator, base, _ = _counts(ratio, unit, figures, place) or (0, 0, 0)
            cells = tuple(address(*figures.at(unit, place[field])) for field in ratio.fields)
            text = _shown(grid, share.cells[unit])
            args: dict[str, object] = {"text": text, "numerator": numerator, "base": base, "cells": cells, "count": len(wrong)}
            yield Finding("UA218", args, Source("", "", *share.cells[unit]), field=ratio.numerator)


def _disagrees(readings: Sequence[tuple[Fraction, Fraction]], counts: Sequence[_Counts | None]) -> bool:
    """Whether a cell is a percentage, and of none of the ratios that it may be of; all of their counts must be sure."""
    sure = [each for each in counts if each is not None]
    if not readings or not sure or len(sure) < len(counts):
        return False
    exact = [Fraction(100 * numerator, base) for numerator, *bases in sure for base in bases]
    return not any(-slack / 2 <= share - read < slack for share in exact for read, slack in readings)  # rounded, or cut off


def _counts(ratio: Ratio, unit: int, figures: Figures, place: dict[str, int]) -> _Counts | None:
    """Return a unit's numerator, its base and the whole before exclusions, None where they are not sure."""
    numerator, *rest = (place[field] for field in ratio.fields)
    if any(figures.state[unit, j] not in KNOWN for j in (numerator, *rest)):
        return None
    total, *less = (int(figures.values[unit, j]) for j in rest)
    base = total - sum(less)
    return (int(figures.values[unit, numerator]), base, total) if base > 0 else None


def _readings(grid: Grid, cell: tuple[int, int]) -> list[tuple[Fraction, Fraction]]:
    """Return what percentage a cell may say, each with the unit of its last decimal: 0.85 is 85% or 0.85%."""
    text = _shown(grid, cell)
    if found := _PERCENTAGE.search(text):
        return [_read(found[1])]
    if not _NUMBER.fullmatch(text):
        return []
    value, slack = _read(text)
    return [(value, slack), *([(value * 100, max(slack * 100, Fraction(1, 10**_MOST_DECIMALS)))] if value <= _MOST_AS_FRACTION else [])]


_MOST_AS_FRACTION = 2
"""A larger number is no fraction of one, even where more was done than there was to do."""


def _read(digits: str) -> tuple[Fraction, Fraction]:
    decimals = len(re.split("[.,]", digits)[1]) if re.search("[.,]", digits) else 0
    return Fraction(digits.replace(",", ".")), Fraction(1, 10 ** min(decimals, _MOST_DECIMALS))


def _shown(grid: Grid, cell: tuple[int, int]) -> str:
    """Return a cell as it is seen: a number that is shown as a percentage with its sign."""
    value, shown = grid.cell(*cell), grid.sheet.formats.get(cell)
    if shown and isinstance(value, int | float) and not isinstance(value, bool):
        return tidy(shown.look(value).shown(value))
    return written(value)
