"""What a cell says as a percentage: with its sign, as a bare number on a scale to 100, or as a fraction of one."""

import re
from fractions import Fraction

from union_audit.frozen import dataclass
from union_audit.intake.figures.cells import tidy, written
from union_audit.intake.tables.grid import Grid
from union_audit.sheets.number_format import Look

_SIGNED = re.compile(r"\(?(\d+(?:[.,]\d+)?) ?%\)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
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


def shown(grid: Grid, cell: tuple[int, int]) -> str:
    """Return a cell as it is seen: a number that is shown as a percentage with its sign, one that is shown as another beside that."""
    value, shown_as = grid.cell(*cell), grid.sheet.formats.get(cell)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return written(value)
    look = shown_as.look(value) if shown_as else Look()
    text = tidy(look.shown(value))
    return f"{text} ({value:.15g})" if look.is_other_number and not look.is_percentage else text


def said(text: str) -> Said | None:
    """Return what a cell's whole text says, a bare number as on a scale to 100; None where it is no percentage."""
    signed = _SIGNED.fullmatch(text)
    if signed is None and not _NUMBER.fullmatch(text):
        return None
    return _read(signed[1] if signed else text, is_signed=signed is not None)


def readings(text: str) -> list[Said]:
    """Return what percentage a text may say: 0.85 is 85% or 0.85%; of a longer one what bears the sign."""
    if signed := _SIGNED.search(text):
        return [_read(signed[1], is_signed=True)]
    bare = said(text)
    return [bare, *([bare.as_fraction] if bare.percent <= _MOST_AS_FRACTION else [])] if bare else []


def _read(digits: str, *, is_signed: bool) -> Said:
    decimals = len(re.split("[.,]", digits)[1]) if re.search("[.,]", digits) else 0
    return Said(Fraction(digits.replace(",", ".")), Fraction(1, 10 ** min(decimals, _MOST_DECIMALS)), is_signed)
