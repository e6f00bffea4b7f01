"""How far the cells of an ods workbook reach, before its repeated rows and columns are unfolded."""

from collections.abc import Iterable
from xml.parsers import expat

from union_audit.sheets import limits
from union_audit.sheets.archive import Archive
from union_audit.sheets.refusal import damaged, protected

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_CELLS = ("table:table-cell", "table:covered-table-cell")


def check(archive: Archive) -> None:
    """Refuse a workbook that is encrypted, or whose sheets, taken together, have too large a grid."""
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise protected()
    size = archive.size(_CONTENT)
    extents = _Extents(size)
    extents.parse(archive.chunks(_CONTENT))
    limits.check_grid(_CONTENT, extents.cells, 1, size)


class _Extents:
    """Adds up the grids of all sheets: rows and columns up to the last one with a value, as repeated."""

    def __init__(self, size: int) -> None:
        self.cells = 0
        self._size = size
        self._rows = self._columns = self._row = self._column = 0
        self._row_repeats = 1
        self._has_value = False

    def parse(self, chunks: Iterable[bytes]) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)  # noqa: FBT003 (expat takes no keywords)
            parser.Parse(b"", True)  # noqa: FBT003
        except (expat.ExpatError, ValueError) as error:
            raise damaged(f"{_CONTENT}: {error}") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self._rows = self._columns = self._row = 0
        elif name == "table:table-row":
            self._row_repeats = int(attributes.get("table:number-rows-repeated", "1"))
            self._column, self._has_value = 0, False
        elif name in _CELLS:
            self._column += int(attributes.get("table:number-columns-repeated", "1"))
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._has_value = True
                self._columns = max(self._columns, self._column)

    def _end(self, name: str) -> None:
        if name == "table:table-row":
            self._row += self._row_repeats
            if self._has_value:
                self._rows = self._row
        elif name == "table:table":
            self.cells += limits.check_grid(_CONTENT, self._rows, self._columns, self._size)
