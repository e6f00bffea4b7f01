"""Files that no program writes so, and what programs write that is easily overlooked: read right, or refused with the reason."""

import io
import zipfile
from collections.abc import Callable, Sequence

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Case, Truth, but, case, folder, workbook
from corpus.containers import CONTAINERS, typed_in_tcvn3
from corpus.pages import Page, Rows
from workbooks import raw_ods, zipped

TITLED: Rows = (("Tháng 6 năm 2025",), HEAD, A, B)
GOOD = workbook(TITLED)
TEXT = CONTAINERS["comma, UTF-8"]({"a": Page(TITLED)}, "a")["a.csv"].decode("utf-8-sig")
LINES = TEXT.splitlines(keepends=True)
COMPUTERS_LEFT_OUT = {"BG01": but(OF_A, "computers"), "BG02": OF_B}
NO_COUNTS: dict[str, float] = {"studied": 1}
TOGETHER: Truth = {"BG01": NO_COUNTS, "BG02": OF_B}
RELATIONS = "xl/_rels/workbook.xml.rels"
SAVED = ("xlsx", "xls", "ods", "HTML saved as xls")


def _workbook(id_: str, change: Callable[[dict[str, bytes]], dict[str, bytes]], *says: str) -> Case:
    """A workbook with its parts changed: read as before, or refused beside one that is read."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        parts = change({name: archive.read(name) for name in archive.namelist()})
    return folder(f"odd workbook: {id_}", {"a.xlsx": zipped(parts)}, {} if says else TRUE, *says)


def _targets(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda parts: parts | {RELATIONS: parts[RELATIONS].replace(old, new)}


def _renamed(old: str, new: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda parts: {new if name == old else name: content for name, content in parts.items()}


def _one_id_twice(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Two sheets of one id: which of them the workbook means nobody can tell."""
    start = parts[RELATIONS].rindex(b"<Relationship ", 0, parts[RELATIONS].index(b"sheet1.xml"))
    relation = parts[RELATIONS][start : parts[RELATIONS].index(b"/>", start) + 2]
    more = {"xl/worksheets/sheet2.xml": parts["xl/worksheets/sheet1.xml"].replace(b"120", b"999")}
    return _targets(relation, relation + relation.replace(b"sheet1", b"sheet2"))(parts) | more


def _text(id_: str, content: bytes, *says: str) -> Case:
    return folder(f"odd text: {id_}", {"a.csv": content}, {} if says else TRUE, *says)


def _in_tcvn3(encoding: str) -> bytes:
    return b"".join(
        (typed_in_tcvn3(line) if line == LINES[1] else line).encode(encoding if line == LINES[1] else "utf-8") for line in LINES
    )


def _ods(id_: str, cells: Sequence[str], figures: dict[str, float], *says: str) -> Case:
    """A row of BG01 in an ods workbook, above one of BG02."""
    rows = "".join("<table:table-row>" + "".join(row) + "</table:table-row>" for row in (map(_cell, HEAD), cells, map(_cell, B)))
    return folder(f"odd ods: {id_}", {"a.ods": raw_ods(rows)}, {"BG01": figures, "BG02": OF_B}, *says)


def _cell(value: object, more: str = "") -> str:
    kind = "string" if isinstance(value, str) else f'float" office:value="{value}'
    return f'<table:table-cell office:value-type="{kind}"{more}><text:p>{value}</text:p></table:table-cell>'


_SPANNED = ' table:number-columns-spanned="3" table:number-rows-spanned="1"'
_COVERED = '<table:covered-table-cell table:number-columns-repeated="2"{}/>'
_OWN = [_cell(value) for value in A[:3]]

CASES = [
    _workbook("relative paths", _targets(b'Target="/xl/', b'Target="')),
    _workbook("paths with dots", _targets(b'Target="/xl/worksheets', b'Target="../xl/./worksheets')),
    _workbook("a part under capital letters", _renamed("xl/worksheets/sheet1.xml", "xl/Worksheets/Sheet1.XML")),
    _workbook("texts under capital letters", _renamed("xl/sharedStrings.xml", "xl/SharedStrings.xml")),
    _workbook("paths of another system", _targets(b"worksheets/", b"worksheets\\"), "UA007"),
    _workbook(
        "a sheet elsewhere", _targets(b'Target="/xl/worksheets/sheet1.xml"', b'Target="http://example.org/" TargetMode="External"'), "UA007"
    ),
    _workbook("two sheets of one id", _one_id_twice, "UA007"),
    _text("a byte order mark before each line", "\ufeff".join(("", *LINES)).encode()),
    _text("a byte order mark before a figure", TEXT.replace("120", "\ufeff120").encode()),
    _text("carriage returns alone", TEXT.replace("\r\n", "\r").encode()),
    _text("form feeds", TEXT.replace("\r\n", "\f\r\n").encode()),
    _text("a line that names the separator below the title", (LINES[0] + "sep=,\r\n" + "".join(LINES[1:])).encode()),
    _text("headings typed in an old font above UTF-8", _in_tcvn3("utf-8")),
    _text("headings saved in an old encoding above UTF-8", _in_tcvn3("latin-1"), "UA010"),
    _text("a last line in another encoding", "".join(LINES[:-1]).encode() + LINES[-1].encode("cp1258", "replace"), "UA010"),
    _text("a last line in UTF-16", "".join(LINES[:-1]).encode() + LINES[-1].encode("utf-16-le"), "UA006"),
    *(
        case(f"odd figures: two in two lines, {saved}", (HEAD, (*A[:3], "1\n200", *A[4:]), B), COMPUTERS_LEFT_OUT, "UA210", saved=saved)
        for saved in ("xlsx", "xls", "ods", "comma, UTF-8", "semicolon, UTF-8")
    ),
    *(
        case(
            f"odd figures: one in cells merged over three, {saved}",
            Page((HEAD, (*A[:3], 5, None, None, "có"), B), [(1, 3, 1, 5)]),
            TOGETHER,
            "UA221",
            saved=saved,
        )
        for saved in SAVED
    ),
    _ods(
        "one figure in cells merged over others",
        [*_OWN, _cell(5, _SPANNED), _COVERED.format(' office:value-type="float" office:value="7"'), _cell("có")],
        NO_COUNTS,
        "UA221",
    ),
    _ods(
        "one cell repeated",
        [*_OWN, _cell(5, ' table:number-columns-repeated="3"'), _cell("có")],
        {"computers": 5, "safe": 5, "secret": 5, "studied": 1},
    ),
    case(
        "odd sheets: a version before, hidden",
        {"a": Page(TITLED), "b": Page((("Tháng 6 năm 2025",), HEAD, (*A[:3], 111, *A[4:]), B), hidden=True)},
        COMPUTERS_LEFT_OUT,
        "UA016",
        "UA116",
    ),
    case("odd sheets: a filter hides a row", Page(TITLED, hidden_rows=[2]), TRUE, "UA016"),
]
