"""A line of cells of one field → arrays of figures. Numbers and plain digits go in one stroke; only odd cells are read one by one."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from union_audit.folding import fold
from union_audit.intake.facts import MAX_COUNT, Int8, Int64, State
from union_audit.intake.figures.cells import Reading, is_count, read_count, read_yes_no
from union_audit.plan.model import Field, Kind
from union_audit.sheets.by_column import Numbers
from union_audit.sheets.model import Cell
from union_audit.sheets.number_format import NumberFormat

_PLAIN_DIGITS = len(str(MAX_COUNT))
_NUMBERS = (int, float)
_AS_THEY_ARE: Mapping[int, NumberFormat] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Column:
    """The figures of one field down the units. `values` int64, `state` int8, shape (units,); `odd`: readings that are not plain.

    `kinds`: the types of the cells.
    """

    values: Int64
    state: Int8
    odd: dict[int, Reading]
    kinds: frozenset[type] = frozenset()

    @property
    def is_any_plain(self) -> bool:
        """Whether some figure is a number or bare digits."""
        return int((self.state == State.FIGURE).sum()) > sum(reading.state is State.FIGURE for reading in self.odd.values())


def read_column(cells: Sequence[Cell], field: Field, formats: Mapping[int, NumberFormat] = _AS_THEY_ARE) -> Column:
    """Read the cells of a field; `formats`: how numbers are shown, by position, where it is not simply by their digits."""
    kinds = cells.kinds if isinstance(cells, Numbers) else frozenset(map(type, cells))
    numbers = _as_numbers(cells, kinds)
    formats = _that_matter(formats, field) if formats else formats
    with np.errstate(invalid="ignore"):
        if field.kind is Kind.COUNT:
            good = (numbers >= 0) & (numbers <= MAX_COUNT) & (numbers == np.floor(numbers))
        else:
            good = (numbers == 0) | (numbers == 1)
    if formats:
        good[list(formats)] = False
    values = np.where(good, numbers, 0).astype(np.int64)
    state = np.where(good, State.FIGURE, State.BLANK).astype(np.int8)
    places = cells.odd_places(good) if isinstance(cells, Numbers) else np.flatnonzero(~good).tolist()
    odd = _odd(cells, places, field, formats)
    for place, reading in odd.items():
        state[place] = reading.state
        if reading.state is State.FIGURE:
            values[place] = reading.value
    return Column(values, state, odd, kinds)


def _that_matter(formats: Mapping[int, NumberFormat], field: Field) -> Mapping[int, NumberFormat]:
    """Leave out the formats that show a count with nothing but the field's own unit behind it."""
    if field.kind is not Kind.COUNT:
        return formats
    words = measure_words(field)
    each = {
        id(shown): all(is_count(look, words) for look in shown.looks) for shown in {id(shown): shown for shown in formats.values()}.values()
    }
    return {place: shown for place, shown in formats.items() if not each[id(shown)]}


def _as_numbers(cells: Sequence[Cell], kinds: frozenset[type]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return numbers and plain digits as floats (exact: counts stay far below 2**53), anything else as NaN."""
    if isinstance(cells, Numbers):
        return cells.numbers
    if kinds <= {int, float, type(None)}:
        return np.array(cells, dtype=np.float64)
    if kinds <= {str, type(None)}:
        digits = {text: float(text) if isinstance(text, str) and _is_plain(text) else math.nan for text in set(cells)}
        return np.fromiter(map(digits.__getitem__, cells), np.float64, len(cells))
    mixed = [_number(cell) for cell in cells]
    return np.array(mixed, dtype=np.float64)


def _number(cell: Cell) -> float | None:
    if isinstance(cell, str):
        return float(cell) if _is_plain(cell) else None
    return cell if type(cell) in _NUMBERS else None  # type: ignore[return-value]  # a bool is no number here


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _PLAIN_DIGITS and (text[0] != "0" or len(text) == 1)


def _odd(cells: Sequence[Cell], places: Sequence[int], field: Field, formats: Mapping[int, NumberFormat]) -> dict[int, Reading]:
    words = measure_words(field)
    known: dict[str, Reading] = {}
    odd = {}
    for place in places:
        cell = cells[place]
        if cell is None:
            continue
        reading = known.get(cell) if isinstance(cell, str) else None
        if reading is None:
            reading = _read(cell, field, words, formats.get(place))
            if isinstance(cell, str):
                known[cell] = reading
        if reading.state is not State.BLANK or reading.code:
            odd[place] = reading
    return odd


def _read(cell: Cell, field: Field, words: frozenset[str], shown: NumberFormat | None) -> Reading:
    return read_yes_no(cell, shown) if field.kind is Kind.YES_NO else read_count(cell, words, shown)


def measure_words(field: Field) -> frozenset[str]:
    """Return what may follow a count of the field: its unit in any language, folded, or the beginning of it ("máy" of "máy tính")."""
    words: set[str] = set()
    for unit in (*_each(field.unit), *_each(field.unit_one)):
        parts = fold(unit).split()
        words.update(" ".join(parts[:length]) for length in range(1, len(parts) + 1))
    return frozenset(words)


def _each(words: Mapping[str, str]) -> list[str]:
    return [word for word in words.values() if word]
