"""What a cell holds and how it looks: a text is never a formula, a link or a number, and a figure is always a number."""

from collections.abc import Callable
from dataclasses import field
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeAlias

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.language import telling_decimals
from union_audit.reports.counted import Counted
from union_audit.reports.xlsx import live_sheet
from union_audit.visible import HIDDEN, visible

LETTERS = 32_767
"""The most that a cell holds, in UTF-16 units."""

EXACT = 10**15
"""Excel keeps 15 digits: a larger whole number is written as text, so that none of its digits is lost."""

INK = {Status.MET: "#17692F", Status.GAP: "#A81C1C", Status.NO_DATA: "#7A4F00", Status.NOT_APPLICABLE: "#4D5966", Status.TRACKED: "#0A5A9C"}
GROUND = {
    Status.MET: "#E3F3E7",
    Status.GAP: "#FBE4E4",
    Status.NO_DATA: "#FFF1D6",
    Status.NOT_APPLICABLE: "#F2F4F6",
    Status.TRACKED: "#E6F0FA",
}
LINE, BLUE, QUIET = "#B8C0C9", "#0A4A8F", "#4D5966"

_STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "input": {"bg_color": "#FFFBE6", "font_color": BLUE},
    "quiet": {"font_color": QUIET},
    "bold": {"bold": True},
    "middle": {"align": "center", "indent": 0},
    "bold middle": {"bold": True, "align": "center", "indent": 0},
    "large": {"bold": True, "font_size": 14, "align": "left", "indent": 1, "bottom": 0},
}
TEXT, _LONG = "text", "long"
_SHAPES: dict[str, dict[str, Any]] = {TEXT: {"text_wrap": True, "align": "left", "indent": 1}, _LONG: {"align": "right"}}
PERCENT, COUNT, DECIMAL = "0.0%", "#,##0", "0.00"
_FINEST = 12
_NEAR = 0.001
"""Shares further apart than this differ in their first decimal."""

_FORMATS, _FORMAT_LETTERS = 150, 250
"""Excel takes some two hundred number formats of a workbook's own, each of 255 letters."""


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage, shown so that it never looks like what it is not: `against`, 0% or 100%."""

    value: Fraction
    against: Fraction | None = None

    @property
    def decimals(self) -> int:
        """The fewest decimals, from one, that do that."""
        share, others = float(self.value), (0.0, 1.0, *(() if self.against is None else (float(self.against),)))
        if all(abs(share - other) > _NEAR for other in others):
            return 1
        places = telling_decimals(self.value, self.against, 1, _FINEST)
        return _FINEST if places is None else places


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a number format of its own, which may say its unit: `#,##0" computers"`."""

    value: float
    written: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, and what it gives as things stand. `written`: the number format of what it may give where that is nothing now."""

    text: str
    value: "Value"
    written: str = ""


Value: TypeAlias = str | int | float | Share | Number | Formula | None
"""A float is a percentage that one decimal tells enough of."""


@dataclass(frozen=True)
class Paper:
    """The workbook, the colour of its headings, what counts the rows of large sheets, and the looks of cells, each made once."""

    workbook: Workbook
    accent: str = BLUE
    counted: Counted = field(default_factory=Counted)
    _looks: dict[tuple[str, str], Format] = field(default_factory=dict)
    _made: dict[frozenset[tuple[str, Any]], Format] = field(default_factory=dict)
    _formats: set[str] = field(default_factory=set)
    _texts: dict[tuple[str | None, str], live_sheet.Cell] = field(default_factory=dict)
    _counts: dict[tuple[int, str], live_sheet.Cell] = field(default_factory=dict)

    def look(self, **properties: Any) -> Format:
        """Return the format of a cell, whose text stands at its top."""
        return self.made(valign="top", **properties)

    def made(self, **properties: Any) -> Format:
        """Return a format of these properties: XlsxWriter makes one in 20 µs, and tells by as much that it has two of a kind."""
        key = frozenset(properties.items())
        if key not in self._made:
            self._made[key] = self.workbook.add_format(properties)
        return self._made[key]

    def heading(self, *, aside: bool = False) -> Format:
        """Return the look of a column's heading; the columns that are only computed with are quiet."""
        ground = QUIET if aside else self.accent
        shape = {"bold": True, "text_wrap": True, "border": 1, "align": "left", "indent": 1}
        return self.look(**shape, font_color="#FFFFFF", bg_color=ground)

    def sign(self, status: Status) -> Format:
        """Return the look of a text that begins with the sign of a status."""
        return self.made(bold=True, font_color=INK[status])

    def write(self, sheet: Worksheet, row: int, column: int, value: Value, style: str = "plain") -> None:
        """Write a value as what it is."""
        plain, look = self._shown(value, style)
        if type(value) is Formula:
            sheet.write_formula(row, column, f"={value.text}", look, plain)
        elif plain == "":
            sheet.write_blank(row, column, None, look)
        elif isinstance(plain, str):
            sheet.write_string(row, column, plain, look)
        else:
            sheet.write_number(row, column, plain, look)

    def cell(self, value: Value, style: str) -> live_sheet.Cell:
        """Return what `write` writes, as a sheet keeps it that is held in memory."""
        if type(value) is Formula:
            plain, look = self._shown(value, style)
            return look, live_sheet.formula(value.text, plain)
        if value is None or isinstance(value, str):
            return self._text(value, style)
        if type(value) is int and -EXACT < value < EXACT:
            return self._count(value, style)
        plain, look = self._shown(value, style)
        return look, self._number(plain) if isinstance(plain, str) else live_sheet.number(plain)

    def _count(self, value: int, style: str) -> live_sheet.Cell:
        """Return the cell of a count: most are small, and stand there again and again."""
        kept = self._counts.get((value, style))
        if kept is None:
            kept = self._counts[value, style] = self.styled(COUNT, style), live_sheet.number(value)
        return kept

    def _text(self, value: str | None, style: str) -> live_sheet.Cell:
        """Return the cell of a text, or of none: the same ones stand in row after row."""
        kept = self._texts.get((value, style))
        if kept is None:
            plain, look = self._shown(value, style)
            kept = self._texts[value, style] = look, self._number(str(plain)) if plain else live_sheet.BLANK
        elif kept[1] is not live_sheet.BLANK:
            self.workbook.str_table.count += 1
        return kept

    def _number(self, plain: str) -> str:
        """Return what the element of a text says: its number among those of the workbook."""
        return live_sheet.text(self.workbook.str_table._get_shared_string_index(plain))  # noqa: SLF001 (as XlsxWriter does)

    def _shown(self, value: Value, style: str) -> tuple[str | float, Format]:
        """Return what a cell shows, and how it looks."""
        if type(value) is not Formula:
            plain, written = _PLAIN[type(value)](value)
        else:
            plain, written = _PLAIN[type(value.value)](value.value)
            written = value.written if value.value is None and value.written else written
        return plain, self.styled(written, style)

    def styled(self, written: str, style: str) -> Format:
        """Return the look of a cell that is so written: a number format, or the shape of a text."""
        look = self._looks.get((written, style))
        if look is None:
            shape = _SHAPES.get(written) or {"num_format": self._allowed(written)}
            look = self._looks[written, style] = self.look(**{"bottom": 4, "bottom_color": LINE, **shape, **_STYLES[style]})
        return look

    def _allowed(self, written: str) -> str:
        """Return the number format, a plain one where it is too long or the workbook has its fill of others."""
        if len(written) > _FORMAT_LETTERS or (written not in self._formats and len(self._formats) >= _FORMATS):
            return COUNT
        self._formats.add(written)
        return written


@lru_cache(maxsize=1 << 14)  # the same names and labels stand in row after row
def clean(text: str) -> str:
    """Return a text as a cell can hold it: nothing hidden in it, and cut, with a sign that says so, where it is too long."""
    shown = "\n".join(visible(line) for line in text.split("\n")) if HIDDEN.search(text) else text
    if shown.startswith("<r>") and shown.endswith("</r>"):
        shown += " "  # XlsxWriter would take it for markup of its own, and write it as it is
    if len(shown) * 2 <= LETTERS:
        return shown
    units = shown.encode("utf-16-le")
    return shown if len(units) <= 2 * LETTERS else units[: 2 * (LETTERS - 1)].decode("utf-16-le", "ignore") + "…"


def _count(value: int) -> tuple[str | int, str]:
    return (value, COUNT) if -EXACT < value < EXACT else (str(value), _LONG)


@lru_cache(maxsize=1 << 12)  # half of all shares are 0% or 100%
def _share(top: int, bottom: int, against: Fraction | None) -> tuple[float, str]:
    share = Share(Fraction(top, bottom), against)
    return float(share.value), f"0.{'0' * share.decimals}%"


class _ByType(dict[type, Callable[[Any], tuple[str | float, str]]]):
    """What is done with values of a type, or of the one that it is derived from."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[str | float, str]]:
        self[kind] = found = next(self[base] for base in kind.__mro__ if base in self)
        return found


_PLAIN = _ByType(
    {
        type(None): lambda _: ("", TEXT),
        str: lambda text: (clean(text), TEXT),
        int: _count,
        float: lambda share: (share, PERCENT),
        Share: lambda share: _share(share.value.numerator, share.value.denominator, share.against),
        Number: lambda number: (number.value, number.written),
    }
)
"""What a cell of each type holds, and how it is written: a number format, or the shape of a text."""
