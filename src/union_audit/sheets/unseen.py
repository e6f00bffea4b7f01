"""What a fast reader does not show of a sheet, and the parser that finds it in a piece of an xlsx sheet's XML."""

import re
from collections.abc import Mapping
from dataclasses import field
from xml.parsers import expat

from union_audit.frozen import dataclass
from union_audit.sheets import limits
from union_audit.sheets.marks import Marks
from union_audit.sheets.number_format import NumberFormat
from union_audit.sheets.refusal import damaged

_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
TRUE = ("1", "true")
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""The errors by their numbers in binary workbooks."""


@dataclass(slots=True)
class Unseen:
    """What was found in a sheet, by row and column from 0.

    `errors`: the error, or the formula that has no result ("=" alone where it shares another cell's formula).
    `formats`: how a value is shown, where that is not simply the value.
    `drawn`: texts some of whose letters are raised or struck through, as a library gives them and as they are seen.
    `merged`: the first row and column of merged cells, and the last, where a library does not tell them.
    `rows`, `columns`: how far the values reach.
    `plain`: all text is in Unicode's composed form already, and no sign in it may be an old font's letter.
    `shows_no_zeros`: nothing is seen of any zero in it. `hides_zeros`: nothing may be seen of some, `formats` has which.
    `certain`: it is small, and its cells are written so simply that no parser can see other ones.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formats: dict[tuple[int, int], NumberFormat] = field(default_factory=dict)
    drawn: dict[str, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    plain: bool = True
    certain: bool = False
    rows: int = 0
    columns: int = 0
    hidden_up_to: int = 0
    shows_no_zeros: bool = False
    hides_zeros: bool = False

    def hide_columns(self, first: int, end: int) -> None:
        """Note that columns are hidden. They are told from the left to the right, so that no number of elements is told of all."""
        end = min(end, limits.COLUMNS)
        self.hidden_columns.update(range(max(first, self.hidden_up_to), end))
        self.hidden_up_to = max(self.hidden_up_to, end)

    def reach(self, row: int, column: int) -> None:
        """Note that there is a value at an address."""
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)


def column_index(letters: str) -> int:
    """Return the column that letters name, from 0: "A" is 0, "AA" is 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


class CellParser:
    """Parses pieces of sheet data and notes what is in them; keeps count of rows that do not say their number."""

    def __init__(self, unseen: Unseen, odd_styles: Mapping[int, NumberFormat]) -> None:
        self._unseen = unseen
        self._odd_styles = {str(style): each for style, each in odd_styles.items()}
        self._row = -1
        self._column = -1
        self._attributes: dict[str, str] = {}
        self._formula: str | None = None
        self._value = ""
        self._inside = ""

    def parse(self, segment: bytes, marks: Marks, before: int) -> None:
        """Parse a piece that ends where a row ends, from its first row on; `before` is the index of the row before it."""
        start, end = segment.find(marks.row), segment.rfind(marks.row_end)
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._row = before
        try:
            parser.Parse(b"<rows>", False)  # noqa: FBT003 (expat takes no keywords)
            parser.Parse(segment[start : end + len(marks.row_end)], False)  # noqa: FBT003
            parser.Parse(b"</rows>", True)  # noqa: FBT003
        except (expat.ExpatError, ValueError) as error:
            raise damaged(f"XML: {error}") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._start_cell(attributes)
        elif tag == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
            if attributes.get("hidden") in TRUE:
                self._unseen.hidden_rows.add(self._row)
        elif tag == "f":
            self._formula = "="
        self._inside = tag

    def _start_cell(self, attributes: dict[str, str]) -> None:
        address = _ADDRESS.fullmatch(attributes.get("r", ""))
        if address:
            self._column, self._row = column_index(address[1]), int(address[2]) - 1
        else:
            self._column += 1
        self._attributes, self._formula, self._value = attributes, None, ""

    def _text(self, text: str) -> None:
        if self._inside == "f":
            self._formula = (self._formula or "=") + text
        elif self._inside in ("v", "t"):
            self._value += text

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        self._inside = ""
        if tag != "c":
            return
        at = (self._row, self._column)
        if self._attributes.get("t") == "e":
            self._unseen.errors[at] = self._value or "#VALUE!"
        elif self._formula is not None and not self._value:
            self._unseen.errors[at] = self._formula
        elif self._value and (shown := self._odd_styles.get(self._attributes.get("s", "0"))) and self._is_shown_so(shown):
            self._unseen.formats[at] = shown

    def _is_shown_so(self, shown: NumberFormat) -> bool:
        """Whether a format matters to the cell: one that hides zeros does so to no other number."""
        return not shown.is_of_zeros or (self._attributes.get("t", "n") == "n" and not float(self._value))
