"""What a cell says as a percentage: with its sign, as a bare number on a scale to 100, or as a fraction of one."""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import repeat
from typing import TypeAlias

import numpy as np

from union_audit.frozen import dataclass
from union_audit.intake.figures.cells import tidy, written
from union_audit.intake.tables.grid import Grid
from union_audit.patterns import pattern
from union_audit.sheets.model import Cell
from union_audit.sheets.number_format import Look, NumberFormat

Address: TypeAlias = tuple[int, int]
"""The row and the column of a cell."""

_SIGNED = pattern(r"\(?(\d+(?:[.,]\d+)?) ?%\)?")
_NUMBER = pattern(r"\d+(?:[.,]\d+)?")
_MANY = 50
_MOST_DECIMALS = 2
_MOST_AS_FRACTION = 2
"""A larger number is no fraction of one, even where more was done than there was to do."""


@dataclass(frozen=True, slots=True)
class Said:
    """A number taken as so many per cent, and the unit of its last decimal; `is_signed`: a sign says that it is."""

    percent: Fraction
    slack: Fraction
    is_signed: bool

    @property
    def as_fraction(self) -> "Said":
        """The same number taken as a fraction of one."""
        return Said(self.percent * 100, max(self.slack * 100, Fraction(1, 10**_MOST_DECIMALS)), is_signed=False)

    def is_of(self, share: Fraction) -> bool:
        """Whether it is a share in per cent, rounded or cut off as it is written."""
        return -self.slack / 2 <= share - self.percent < self.slack


def values(grid: Grid, cells: Sequence[Address]) -> Sequence[Cell]:
    """Return what stands in the cells of a percentage: a nation's stand in one column."""
    if len({column for _, column in cells}) > 1 or len(cells) < _MANY:
        return [grid.cell(*cell) for cell in cells]
    grid.work.spend(len(cells))
    return list(grid.down(cells[0][1], np.array([row for row, _ in cells], np.intp)))


def all_shown(grid: Grid, cells: Sequence[Address]) -> list[str]:
    """Return cells as `shown` does."""
    formats = grid.sheet.formats
    return list(map(_seen, values(grid, cells), map(formats.get, cells) if formats else repeat(None)))


def shown(grid: Grid, cell: Address) -> str:
    """Return a cell as it is seen: a number that is shown as a percentage with its sign, one that is shown as another beside that."""
    return all_shown(grid, [cell])[0]


def _seen(value: Cell, shown_as: NumberFormat | None) -> str:
    if shown_as is None or not isinstance(value, int | float) or isinstance(value, bool):
        return _as_it_stands(value)
    if not value and shown_as.hides_zero:
        return ""
    look = shown_as.look(value)
    text = tidy(look.shown(value))
    return f"{text} ({value:.15g})" if look.is_other_number and not look.is_percentage else text


@lru_cache(maxsize=1 << 12, typed=True)
def _as_it_stands(value: Cell) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return written(value)
    return tidy(Look().shown(value))


@lru_cache(maxsize=1 << 12)
def said(text: str) -> Said | None:
    """Return what a cell's whole text says, a bare number as on a scale to 100; None where it is no percentage."""
    signed = _SIGNED.fullmatch(text)
    if signed is None and not _NUMBER.fullmatch(text):
        return None
    return _read(signed[1] if signed else text, is_signed=signed is not None)


@lru_cache(maxsize=1 << 12)
def readings(text: str) -> Sequence[Said]:
    """Return what percentage a text may say: 0.85 is 85% or 0.85%; of a longer one what bears the sign."""
    if signed := _SIGNED.search(text):
        return [_read(signed[1], is_signed=True)]
    bare = said(text)
    return [bare, *([bare.as_fraction] if bare.percent <= _MOST_AS_FRACTION else [])] if bare else []


def _read(digits: str, *, is_signed: bool) -> Said:
    decimals = len(re.split("[.,]", digits)[1]) if re.search("[.,]", digits) else 0
    return Said(Fraction(digits.replace(",", ".")), Fraction(1, 10 ** min(decimals, _MOST_DECIMALS)), is_signed)
