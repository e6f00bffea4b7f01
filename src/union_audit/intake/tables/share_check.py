"""Percentages beside counts are held against them, and tell which numbers of their column are fractions of one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TypeAlias

import numpy as np

from union_audit.findings import Finding, Source, address
from union_audit.intake.facts import KNOWN
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.percentages import all_shown, readings, said, shown, values
from union_audit.intake.tables.shares import Line, Share
from union_audit.intake.tables.table import Figures
from union_audit.plan.model import Plan, Ratio
from union_audit.sheets.number_format import PERCENT

_NOISE = 1e-9
"""What computing with fractions in a spreadsheet may add."""

_Counts: TypeAlias = tuple[int, int, int]
"""A numerator, its base, and the whole before exclusions, which offices take the share of as often."""


class Checked:
    """The percentages of a table, and the counts beside them."""

    def __init__(self, shares: Sequence[Share], figures: Figures, grid: Grid, plan: Plan) -> None:
        """Hold those of ratios that the table has all counts of."""
        self._place = {plan.fields[field].id: j for j, field in enumerate(figures.fields)}
        self._figures, self._grid = figures, grid
        counted = [(share, tuple(ratio for ratio in share.ratios if self._place.keys() >= {*ratio.fields})) for share in shares]
        self._shares = [replace(share, ratios=ratios) for share, ratios in counted if ratios]
        self._counts = {ratio: self._count(ratio) for share in self._shares for ratio in share.ratios}

    def findings(self) -> Iterator[Finding]:
        """Yield, once for each percentage, the first unit whose counts it disagrees with, and how many do."""
        for share in self._shares:
            wrong = self._wrong(share)
            if wrong:
                unit, ratio = wrong[0], share.ratios[0]
                numerator, base, _ = self._counts[ratio][unit] or (0, 0, 0)
                cells = tuple(address(*self._figures.at(unit, self._place[field])) for field in ratio.fields)
                text = shown(self._grid, share.cells[unit])
                args: dict[str, object] = {"text": text, "numerator": numerator, "base": base, "cells": cells, "count": len(wrong)}
                yield Finding("UA218", args, Source("", "", *share.cells[unit]), field=ratio.numerator)

    @cached_property
    def fractions(self) -> set[Line]:
        """The lines whose bare numbers are fractions of one: counts beside some of them say so, and none say otherwise."""
        votes = {share.line: set[bool]() for share in self._shares}
        for share in self._shares:
            for text, counts in zip(all_shown(self._grid, share.cells), self._sure(share), strict=True):
                votes[share.line].update(_vote(text, counts) if counts else ())
        return {line for line, cast in votes.items() if cast == {True}}

    def _wrong(self, share: Share) -> list[int]:
        """Return the units whose percentage is of none of the ratios that it may be of; all of their counts must be sure."""
        counts, formats = self._sure(share), self._grid.sheet.formats
        found = zip(values(self._grid, share.cells), share.cells, counts, strict=True)
        places = [
            unit
            for unit, (value, cell, each) in enumerate(found)
            if each and not (isinstance(value, float) and formats.get(cell) in (None, PERCENT) and _is_quotient(value, each))
        ]
        texts = all_shown(self._grid, [share.cells[unit] for unit in places])
        return [unit for unit, text in zip(places, texts, strict=True) if _disagrees(text, counts[unit])]

    def _sure(self, share: Share) -> list[tuple[_Counts, ...]]:
        """Return the counts of all ratios that a percentage may be of, unit by unit; nothing where not all of them are sure."""
        of_ratios = zip(*(self._counts[ratio] for ratio in share.ratios), strict=True)
        return [tuple(each for each in counts if each) if None not in counts else () for counts in of_ratios]

    def _count(self, ratio: Ratio) -> list[_Counts | None]:
        """Return each unit's numerator, its base and the whole before exclusions, None where they are not sure."""
        columns = [self._place[field] for field in ratio.fields]
        numerator, total, *less = self._figures.values[:, columns].T
        base = total - sum(less)
        sure = np.isin(self._figures.state[:, columns], KNOWN).all(axis=1) & (base > 0)
        counts = zip(numerator.tolist(), base.tolist(), total.tolist(), strict=True)
        return [each if is_sure else None for is_sure, each in zip(sure.tolist(), counts, strict=True)]


def _is_quotient(value: float, counts: Sequence[_Counts]) -> bool:
    """Whether a number is the very quotient of its counts, as a formula makes it: most are, and need no closer look."""
    return len(counts) == 1 and abs(value * counts[0][1] - counts[0][0]) < _NOISE


@lru_cache(maxsize=1 << 14)
def _disagrees(text: str, counts: tuple[_Counts, ...]) -> bool:
    """Whether a text is a percentage, and of none of the counts."""
    readable, exact = readings(text), _exact(counts)
    return bool(readable) and not any(each.is_of(one) for each in readable for one in exact)


def _vote(text: str, counts: Sequence[_Counts]) -> Iterator[bool]:
    """Yield whether a bare number up to one is a fraction of one, by its counts, where they leave no doubt."""
    bare = said(text)
    if bare and not bare.is_signed and 0 < bare.percent <= 1:
        as_percent, as_fraction = (any(each.is_of(one) for one in _exact(counts)) for each in (bare, bare.as_fraction))
        if as_percent != as_fraction:
            yield as_fraction


def _exact(counts: Sequence[_Counts]) -> list[Fraction]:
    """Return what a percentage may be by its counts, in per cent."""
    return [Fraction(100 * numerator, base) for numerator, *bases in counts for base in bases]
