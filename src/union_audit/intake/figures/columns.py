"""A line of cells of one field → arrays of figures. Numbers and plain digits go in one stroke; only odd cells are read one by one."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from union_audit.folding import are_tidy, fold
from union_audit.frozen import dataclass
from union_audit.intake.facts import Bool, Int8, Int64, State
from union_audit.intake.figures.cells import HIDDEN, Reading, is_count, read_count, read_yes_no, tidy
from union_audit.plan.model import MAX_COUNT, Field, Kind
from union_audit.sheets.by_column import Numbers
from union_audit.sheets.model import Cell
from union_audit.sheets.number_format import NumberFormat

_PLAIN_DIGITS = len(str(MAX_COUNT))
_NUMBERS = (int, float)
_FEW = 8
"""So many cells are read faster one by one."""
_ANY_DIGIT = str.maketrans("3456789", "2222222")
"""What of a text that is no figure might be told by its digits: where it has a 0, which begins no number, or a 1, which may be a yes."""
_BLANK, _FIGURE, _COUNT = int(State.BLANK), int(State.FIGURE), Kind.COUNT
_AS_THEY_ARE: Mapping[int, NumberFormat] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Column:
    """The figures of one field down the units. `values` int64, `state` int8, shape (units,); `odd`: readings that are not plain.

    `kinds`: the types of the cells; `is_any_plain`: whether some figure is a number or bare digits.
    """

    values: Int64
    state: Int8
    odd: dict[int, Reading]
    kinds: frozenset[type] = frozenset()
    is_any_plain: bool = False


def read_column(cells: Sequence[Cell], field: Field, formats: Mapping[int, NumberFormat] = _AS_THEY_ARE) -> Column:
    """Read the cells of a field; `formats`: how numbers are shown, by position, where it is not simply by their digits."""
    formats = _that_matter(cells, formats, field) if formats else formats
    if len(cells) <= _FEW:
        return _few(cells, field, formats)
    kinds = cells.kinds if isinstance(cells, Numbers) else frozenset(map(type, cells))
    numbers = _as_numbers(cells, kinds)
    good = _good(numbers, field, are_digits=isinstance(cells, Numbers) and cells.is_text)
    if formats:
        good[list(formats)] = False
    if good.all():  # the usual case
        return Column(numbers.astype(np.int64), np.full(len(good), _FIGURE, np.int8), {}, kinds, is_any_plain=True)
    values = np.where(good, numbers, 0).astype(np.int64)
    state = np.where(good, np.int8(_FIGURE), np.int8(_BLANK))
    places = cells.odd_places(good) if isinstance(cells, Numbers) else np.flatnonzero(~good).tolist()
    odd = _odd(cells, places, field, formats)
    for place, reading in odd.items():
        state[place] = reading.state
        if reading.state is State.FIGURE:
            values[place] = reading.value
    return Column(values, state, odd, kinds, bool(good.any()))


def _good(numbers: NDArray[np.float64], field: Field, *, are_digits: bool) -> Bool:
    """Return which numbers are counts, or a yes or a no; what is written in plain digits is a count."""
    with np.errstate(invalid="ignore"):
        if field.kind is not Kind.COUNT:
            good = (numbers == 0) | (numbers == 1)
        elif are_digits:
            good = ~np.isnan(numbers)
        else:
            good = (numbers >= 0) & (numbers <= MAX_COUNT) & (numbers == np.floor(numbers))
    return np.asarray(good)


def _few(cells: Sequence[Cell], field: Field, formats: Mapping[int, NumberFormat]) -> Column:
    """Read some cells one by one: a form has one a field, and arrays of one cell cost more than all else."""
    numbers = [None if place in formats else _figure(cell, field) for place, cell in enumerate(cells)]
    values = [number or 0 for number in numbers]
    state = [_BLANK if number is None else _FIGURE for number in numbers]
    plain = len(cells) - numbers.count(None)
    odd = _odd(cells, [place for place, number in enumerate(numbers) if number is None], field, formats) if plain < len(cells) else {}
    for place, reading in odd.items():
        values[place], state[place] = reading.value if reading.state is State.FIGURE else 0, reading.state
    return Column(np.array(values, np.int64), np.array(state, np.int8), odd, frozenset(map(type, cells)), plain > 0)


def _figure(cell: Cell, field: Field) -> int | None:
    """Return the count that a number or plain digits are, or the yes or no; None for what is none, or is to be read more closely."""
    number = _number(cell)
    if number is None or number != number:  # noqa: PLR0124 (not a number is the only one that differs from itself)
        return None
    is_good = 0 <= number <= MAX_COUNT and number == int(number) if field.kind is _COUNT else number in (0, 1)
    return int(number) if is_good else None


def _that_matter(cells: Sequence[Cell], formats: Mapping[int, NumberFormat], field: Field) -> Mapping[int, NumberFormat]:
    """Leave out the formats that show a count with nothing but the field's own unit behind it, and do not hide that it is zero."""
    if field.kind is not Kind.COUNT:
        return formats
    words = measure_words(field)
    each = {
        id(shown): all(is_count(look, words) for look in shown.looks) for shown in {id(shown): shown for shown in formats.values()}.values()
    }
    return {place: shown for place, shown in formats.items() if not each[id(shown)] or (shown.hides_zero and not cells[place])}


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
    known = _Known(
        field, words, are_tidy=len(places) > _FEW and are_tidy([cell for place in places if isinstance(cell := cells[place], str)])
    )
    odd = {}
    for place in places:
        cell = cells[place]
        if cell is None:
            continue
        reading = known.read(cell) if isinstance(cell, str) else known.read_shown(cell, formats.get(place))
        if reading.state is not State.BLANK or reading.code:
            odd[place] = reading
    return odd


class _Known:
    """Reads texts of a field; one that was read before, or that differs from it in digits that decide nothing, is not read again."""

    def __init__(self, field: Field, words: frozenset[str], *, are_tidy: bool = False) -> None:
        self._field, self._words = field, words
        self._tidy: Callable[[str], str] = str if are_tidy else tidy
        self._texts: dict[str, Reading] = {}
        self._alike: dict[str, Reading] = {}
        self._shown: dict[tuple[Cell, type, int], Reading] = {}

    def read(self, cell: str) -> Reading:
        """Read a text."""
        if (known := self._texts.get(cell)) is not None:
            return known
        kind = cell.translate(_ANY_DIGIT)
        like = self._alike.get(kind)
        reading = self._texts[cell] = like.of(self._tidy(cell)) if like else _read(cell, self._field, self._words, None)
        if like is None and reading.is_no_figure:
            self._alike[kind] = reading
        return reading

    def read_shown(self, cell: Cell, shown: NumberFormat | None) -> Reading:
        """Read what is no text, and how it is shown, None if simply by its digits."""
        key = cell, type(cell), id(shown)
        reading = self._shown.get(key)
        if reading is None:
            reading = self._shown[key] = _read(cell, self._field, self._words, shown)
        return reading


def _read(cell: Cell, field: Field, words: frozenset[str], shown: NumberFormat | None) -> Reading:
    if shown and shown.hides_zero and type(cell) in _NUMBERS and not cell:
        return HIDDEN
    return read_yes_no(cell, shown) if field.kind is Kind.YES_NO else read_count(cell, words, shown)


def measure_words(field: Field) -> frozenset[str]:
    """Return what may follow a count of the field: its unit in any language, folded, or the beginning of it ("máy" of "máy tính")."""
    return _beginnings((*field.unit.values(), *field.unit_one.values()))


@lru_cache(maxsize=1024)
def _beginnings(units: tuple[str, ...]) -> frozenset[str]:
    all_parts = [fold(unit).split() for unit in units]
    return frozenset(" ".join(parts[:length]) for parts in all_parts for length in range(1, len(parts) + 1))
