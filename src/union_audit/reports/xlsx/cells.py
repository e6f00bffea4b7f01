"""What a cell holds and how it looks: a text is never a formula, a link or a number, and a figure is always a number."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.audit.result import Status
from union_audit.language import telling_decimals
from union_audit.visible import visible

LETTERS = 32_767
"""The most that a cell holds, in UTF-16 units."""

EXACT = 10**15
"""Excel keeps 15 digits: a larger whole number is written as text, so that none of its digits is lost."""

INK = {Status.MET: "#17692F", Status.GAP: "#A81C1C", Status.NO_DATA: "#7A4F00", Status.NOT_APPLICABLE: "#4D5966", Status.TRACKED: "#0A5A9C"}
LINE, BLUE, QUIET = "#B8C0C9", "#0A4A8F", "#4D5966"

_FINEST = 12


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage, shown so that it never looks like what it is not: `against`, 0% or 100%."""

    value: Fraction
    against: Fraction | None = None

    @property
    def decimals(self) -> int:
        """The fewest decimals, from one, that do that."""
        places = telling_decimals(self.value, self.against, 1, _FINEST)
        return _FINEST if places is None else places


@dataclass(frozen=True, slots=True)
class Said:
    """A status in words, in its colour."""

    text: str
    status: Status


Value: TypeAlias = str | int | date | Share | Said | None


@dataclass(frozen=True)
class Paper:
    """The workbook, and the looks of its cells, each made once."""

    workbook: Workbook
    _looks: dict[object, Format] = field(default_factory=dict)

    def look(self, **properties: Any) -> Format:
        """Return a format of its own."""
        return self.workbook.add_format({"valign": "top", **properties})

    def write(self, sheet: Worksheet, row: int, column: int, value: Value) -> None:
        """Write a value as what it is."""
        match value:
            case None | "":
                sheet.write_blank(row, column, None, self._text)
            case str():
                sheet.write_string(row, column, clean(value), self._text)
            case Said():
                sheet.write_string(
                    row,
                    column,
                    clean(value.text),
                    self._once(value.status, align="left", indent=1, bold=True, font_color=INK[value.status]),
                )
            case Share(value=share):
                sheet.write_number(row, column, float(share), self._percent(value.decimals))
            case date():
                sheet.write_datetime(row, column, value, self._once("date", num_format="dd/mm/yyyy"))
            case int() if abs(value) < EXACT:
                sheet.write_number(row, column, value, self._once("count", num_format="#,##0"))
            case int():
                sheet.write_string(row, column, str(value), self._once("long", align="right"))

    @cached_property
    def heading(self) -> Format:
        """The look of a column's heading."""
        colours = {"font_color": "#FFFFFF", "bg_color": BLUE, "border_color": LINE}
        return self.look(bold=True, text_wrap=True, border=1, align="left", indent=1, **colours)

    @cached_property
    def _text(self) -> Format:
        return self._once("text", text_wrap=True, align="left", indent=1)

    def _percent(self, decimals: int) -> Format:
        return self._once(("share", decimals), num_format=f"0.{'0' * decimals}%")

    def _once(self, name: object, **properties: Any) -> Format:
        if name not in self._looks:
            self._looks[name] = self.look(bottom=4, bottom_color=LINE, **properties)
        return self._looks[name]


@lru_cache(maxsize=1 << 14)  # the same names and labels stand in row after row
def clean(text: str) -> str:
    """Return a text as a cell can hold it: nothing hidden in it, and cut, with a sign that says so, where it is too long."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    if len(shown) * 2 <= LETTERS:
        return shown
    units = shown.encode("utf-16-le")
    return shown if len(units) <= 2 * LETTERS else units[: 2 * (LETTERS - 1)].decode("utf-16-le", "ignore") + "…"
