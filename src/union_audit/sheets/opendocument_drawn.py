"""What the styles of an ods workbook do to letters, and the text of a cell: as a library gives it, and as a person sees it."""

from collections.abc import Iterator
from contextlib import suppress
from xml.parsers import expat

from union_audit.frozen import dataclass
from union_audit.sheets.drawn import Pen, pen

CELL, SPAN = "table-cell", "text"
"""The families of the styles that letters are drawn by."""
_LINES = ("style:text-line-through-style", "style:text-line-through-type")
_ON_THE_LINE = ("0%", "0")
_DEEPEST = 20


@dataclass(slots=True)
class _Style:
    """What a style says itself; None: what the one above it says."""

    above: str
    is_struck: bool | None = None
    is_raised: bool | None = None


class Styles:
    """Told the elements of a workbook's styles; knows what each style does to letters."""

    def __init__(self) -> None:
        """Know none."""
        self._by_name: dict[tuple[str, str], _Style] = {}
        self._pens: dict[tuple[str, str], Pen] = {}
        self._open: _Style | None = None

    def read(self, xml: bytes) -> None:
        """Take the styles that all workbooks have a part for; what is no XML tells of none, and calamine does not look there."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.start
        with suppress(expat.ExpatError):
            parser.Parse(xml, True)  # noqa: FBT003 (expat takes no keywords)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take an element: a style, or what it says of its text."""
        if name == "style:style":
            self._open = _Style(attributes.get("style:parent-style-name", ""))
            self._by_name[attributes.get("style:family", ""), attributes.get("style:name", "")] = self._open
        elif name == "style:text-properties" and self._open:
            lines = [attributes[line] for line in _LINES if line in attributes]
            position = attributes.get("style:text-position", "").split()
            self._open.is_struck = "none" not in lines if lines else None
            self._open.is_raised = position[0] not in _ON_THE_LINE if position else None

    def pen(self, family: str, name: str) -> Pen:
        """Return what a style does to letters; a whole cell that is raised is not read otherwise."""
        if not name or not self._by_name:
            return None
        if (family, name) not in self._pens:
            chain = list(self._chain(family, name))
            is_struck, is_raised = (
                next((said for each in chain if (said := getattr(each, what)) is not None), False) for what in ("is_struck", "is_raised")
            )
            self._pens[family, name] = pen(is_struck=is_struck, is_raised=is_raised and family == SPAN)
        return self._pens[family, name]

    def _chain(self, family: str, name: str) -> Iterator[_Style]:
        for _ in range(_DEEPEST):
            style = self._by_name.get((family, name))
            if style is None:
                return
            yield style
            name = style.above


class CellText:
    """The text of one cell, told element by element. A remark in it is none of its text."""

    def __init__(self, styles: Styles) -> None:
        """Begin with no text."""
        self._styles = styles
        self._plain: list[str] = []
        self._seen: list[str] = []
        self._pens: list[Pen] = []  # of the elements within a line of text
        self._lines = 0
        self._depth = self._aside = 0
        self.length = 0

    @property
    def is_any(self) -> bool:
        """Whether there is a line of text, be it a blank one."""
        return self._lines > 0

    @property
    def plain(self) -> str:
        """The text as its letters are."""
        return "".join(self._plain)

    @property
    def seen(self) -> str:
        """The text as its letters are drawn."""
        return "".join(self._seen)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element within the cell."""
        if self._aside or name == "office:annotation":
            self._aside += 1
        elif self._depth:
            self._depth += 1
            if name == "text:s":
                self.letters(" " * min(int(attributes.get("text:c", "1")), 1000))
            own = self._styles.pen(SPAN, attributes.get("text:style-name", "")) if name == "text:span" else None
            self._pens.append(own or (self._pens[-1] if self._pens else None))
        elif name == "text:p":
            self._depth = 1
            if self._lines:
                self.letters("\n")
            self._lines += 1

    def end(self) -> None:
        """Take the end of an element within the cell."""
        if self._aside:
            self._aside -= 1
        elif self._depth:
            self._depth -= 1
            if self._pens:
                self._pens.pop()

    def letters(self, text: str) -> None:
        """Take letters."""
        if self._depth and not self._aside:
            write = self._pens[-1] if self._pens else None
            self._plain.append(text)
            self._seen.append(write(text) if write else text)
            self.length += len(text)
