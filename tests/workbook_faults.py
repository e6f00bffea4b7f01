"""What Excel would repair when it opens a workbook, found in the parts of the file."""

import io
import math
import re
import zipfile
from collections.abc import Generator, Iterable, Iterator
from xml.etree.ElementTree import Element, fromstring

from openpyxl.utils import range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_LETTERS, _ROWS, _COLUMNS = 32_767, 1_048_576, 16_384
_TABLE_NAME = re.compile(r"[^\W\d][\w.]{0,254}")
_CELL_LIKE = re.compile(r"[A-Za-z]{1,3}\d+|[rRcC]\d*([rRcC]\d*)?")


class Faults:
    """The faults of one workbook, as sentences."""

    def __init__(self, content: bytes) -> None:
        """Open the file and look through all of it."""
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._parts = {name: self._archive.read(name) for name in self._archive.namelist()}
        self._strings = [_utf16("".join(text.text or "" for text in item.iter(f"{MAIN}t"))) for item in self._xml("xl/sharedStrings.xml")]
        self._texts = ["".join(text.text or "" for text in item.iter(f"{MAIN}t")) for item in self._xml("xl/sharedStrings.xml")]
        self.found = [*self._all()]

    def _all(self) -> Iterator[str]:
        yield from (f"{name} is there twice" for name in self._twice(self._archive.namelist()))
        for name in self._parts:
            if name.endswith((".xml", ".rels")):
                fromstring(self._parts[name])  # noqa: S314 (our own file)
        yield from self._relations()
        yield from self._styles()
        yield from (f"a text of {size} letters" for size in self._strings if size > _LETTERS)
        workbook = self._xml("xl/workbook.xml")
        sheets = [sheet.get("name", "") for sheet in workbook.iter(f"{MAIN}sheet")]
        yield from self._sheet_names(sheets)
        tables: list[str] = []
        for number, name in enumerate(sheets, 1):
            yield from (f"{name}: {fault}" for fault in self._sheet(number, tables))
        yield from (f"two tables are called {name}" for name in self._twice(name.casefold() for name in tables))
        defined = [(each.get("name", ""), each.get("localSheetId")) for each in workbook.iter(f"{MAIN}definedName")]
        yield from (f"two names {name}" for name in self._twice(defined))
        yield from (f"a table and a name are called {name}" for name, _ in defined if name.casefold() in map(str.casefold, tables))
        yield from self._formulas(sheets, tables)

    @staticmethod
    def _twice(names: Iterable[object]) -> Iterator[object]:
        seen: set[object] = set()
        for name in names:
            if name in seen:
                yield name
            seen.add(name)

    def _xml(self, name: str) -> Element:
        return fromstring(self._parts[name]) if name in self._parts else Element("none")  # noqa: S314 (our own file)

    def _relations(self) -> Iterator[str]:
        for name in self._parts:
            if name.endswith(".rels"):
                base = name.replace("_rels/", "").removesuffix(".rels").rpartition("/")[0]
                for each in self._xml(name).iter(f"{PACKAGE}Relationship"):
                    target = each.get("Target", "")
                    if each.get("TargetMode") == "External":
                        yield f"{name} leads out of the file: {target}"
                    elif _joined(base, target) not in self._parts:
                        yield f"{name} leads to {target}, which is not there"

    def _styles(self) -> Iterator[str]:
        styles = self._xml("xl/styles.xml")
        formats = [each.get("formatCode", "") for each in styles.iter(f"{MAIN}numFmt")]
        if len(set(formats)) > 200:
            yield f"{len(formats)} number formats"
        yield from (f"a number format of {len(each)} letters" for each in formats if len(each) > 255)
        yield from (f"a number format with an open text: {each}" for each in formats if each.count('"') % 2)

    def _sheet_names(self, names: list[str]) -> Iterator[str]:
        yield from (f"two sheets are called {name}" for name in self._twice([name.casefold() for name in names]))
        for name in names:
            if not 1 <= len(name) <= 31 or re.search(r"[\[\]:*?/\\]", name) or name.startswith("'") or name.endswith("'"):
                yield f"a sheet is called {name}"

    def _sheet(self, number: int, names: list[str]) -> Iterator[str]:
        sheet = self._xml(f"xl/worksheets/sheet{number}.xml")
        cells = yield from self._cells(sheet)
        yield from self._texts_of_settings(sheet)
        merged = [each.get("ref", "") for each in sheet.iter(f"{MAIN}mergeCell")]
        filters = [each.get("ref", "") for each in sheet.findall(f"{MAIN}autoFilter")]
        ranges = [("merged", ref) for ref in merged] + [("filtered", ref) for ref in filters]
        for part in sheet.iter(f"{MAIN}tablePart"):
            table = self._xml(self._target(number, part.get(f"{RELATIONS}id", "")))
            yield from self._table(table, cells)
            ranges.append(("a table", table.get("ref", "")))
            names.append(table.get("displayName", ""))
        for place, (kind, ref) in enumerate(ranges):
            for other, its in ranges[place + 1 :]:
                if _overlap(ref, its):
                    yield f"{ref} ({kind}) and {its} ({other}) overlap"
        for link in sheet.iter(f"{MAIN}hyperlink"):
            if link.get(f"{RELATIONS}id"):
                yield f"a link leads out of the file: {link.attrib}"

    def _target(self, number: int, id_: str) -> str:
        relations = self._xml(f"xl/worksheets/_rels/sheet{number}.xml.rels")
        return next(_joined("xl/worksheets", each.get("Target", "")) for each in relations if each.get("Id") == id_)

    def _cells(self, sheet: Element) -> Generator[str, None, dict[str, str]]:
        cells: dict[str, str] = {}
        last_row = 0
        for row in sheet.iter(f"{MAIN}row"):
            number, last_column = int(row.get("r", 0)), 0
            if not last_row < number <= _ROWS:
                yield f"row {number} after row {last_row}"
            last_row = number
            for cell in row.iter(f"{MAIN}c"):
                at = cell.get("r", "")
                column = range_boundaries(at)[0] or 0
                if not last_column < column <= _COLUMNS or not at.endswith(str(number)):
                    yield f"{at} is out of order"
                last_column = column
                yield from (f"{at}: {fault}" for fault in self._cell(cell))
                cells[at] = self._text(cell)
        return cells

    def _cell(self, cell: Element) -> Iterator[str]:
        value, kind = cell.findtext(f"{MAIN}v"), cell.get("t", "n")
        if kind == "n" and value and not math.isfinite(float(value)):
            yield f"the number {value}"
        if kind == "e":
            yield f"the error {value}"
        if kind == "inlineStr" and _utf16("".join(text.text or "" for text in cell.iter(f"{MAIN}t"))) > _LETTERS:
            yield "a text that is too long"
        formula = cell.findtext(f"{MAIN}f")
        if formula is not None and (len(formula) > 8192 or not formula or formula.startswith("=")):
            yield f"the formula {formula}"

    def _text(self, cell: Element) -> str:
        if cell.get("t") == "s":
            return self._texts[int(cell.findtext(f"{MAIN}v") or 0)]
        return "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))

    @staticmethod
    def _texts_of_settings(sheet: Element) -> Iterator[str]:
        for rule in sheet.iter(f"{MAIN}dataValidation"):
            for name, most in (("errorTitle", 32), ("error", 255), ("promptTitle", 32), ("prompt", 255)):
                if len(rule.get(name, "")) > most:
                    yield f"{name} of {len(rule.get(name, ''))} letters"
            if len(rule.findtext(f"{MAIN}formula1") or "") > 255:
                yield "a rule for input that is too long"
        for name in ("oddHeader", "oddFooter"):
            if len(sheet.findtext(f".//{MAIN}{name}") or "") > 255:
                yield f"{name} is too long"

    def _table(self, table: Element, cells: dict[str, str]) -> Iterator[str]:
        name, ref = table.get("displayName", ""), table.get("ref", "")
        if not _TABLE_NAME.fullmatch(name) or _CELL_LIKE.fullmatch(name):
            yield f"a table is called {name}"
        columns = [each.get("name", "") for each in table.iter(f"{MAIN}tableColumn")]
        yield from (f"{name}: two columns {each}" for each in self._twice([column.casefold() for column in columns]))
        yield from (f"{name}: a heading of {len(each)} letters" for each in columns if not 1 <= len(each) <= 255)
        first, top, last, bottom = range_boundaries(ref)
        if not first or not last or last - first + 1 != len(columns) or not top or not bottom or bottom <= top:
            yield f"{name}: {ref} for {len(columns)} columns"
            return
        headings = [cells.get(f"{_letters(column)}{top}", "") for column in range(first, last + 1)]
        if headings != columns:
            yield f"{name}: its columns are {columns}, its headings {headings}"
        filtered = table.find(f"{MAIN}autoFilter")
        if filtered is not None and filtered.get("ref") != ref:
            yield f"{name}: filters on {filtered.get('ref')}"

    def _formulas(self, sheets: list[str], tables: list[str]) -> Iterator[str]:
        """Find formulas that name what is not there, or lead out of the file."""
        known = {name.casefold() for name in tables}
        for number, sheet in enumerate(sheets, 1):
            for formula in {cell.text or "" for cell in self._xml(f"xl/worksheets/sheet{number}.xml").iter(f"{MAIN}f")}:
                bare = re.sub(r'"[^"]*"', '""', formula)
                if "|" in bare or "://" in bare or re.search(r"\[\d+\]", bare) or "#REF" in bare:
                    yield f"{sheet}: the formula {formula}"
                for named in re.findall(r"([^\W\d][\w.]*)\[", bare):
                    if named.casefold() not in known:
                        yield f"{sheet}: no table {named}"


def _joined(base: str, target: str) -> str:
    steps = [] if target.startswith("/") else [step for step in base.split("/") if step]
    for step in target.strip("/").split("/"):
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(steps)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _overlap(one: str, other: str) -> bool:
    (a, b, c, d), (e, f, g, h) = ([edge or 0 for edge in range_boundaries(ref)] for ref in (one, other))
    return a <= g and e <= c and b <= h and f <= d
