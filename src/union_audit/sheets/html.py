"""Web pages (mostly saved under the name of a workbook) → one sheet: their tables and the lines of text around them."""

import re
from html.parser import HTMLParser

from union_audit.sheets import limits
from union_audit.sheets.drawn import raised, struck
from union_audit.sheets.encoding import decoded, refuse_lost
from union_audit.sheets.html_cells import paragraph
from union_audit.sheets.html_table import HtmlTable, one_below_the_other
from union_audit.sheets.legacy import in_unicode
from union_audit.sheets.model import Book
from union_audit.sheets.refusal import damaged, foreign, too_large

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HEAD = 4096
_UNREAD = {"script", "style", "title", "template", "xml"}
_RAISED = {"sup", "sub"}
_STRUCK = {"s", "strike", "del"}
_LINES = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "center", "hr", "pre", "ul", "ol", "body"}


def read_html(data: bytes) -> Book:
    """Read the tables of a page, one below the other, and the lines between them, as a spreadsheet program shows them.

    Refuses (`Refused`) a page without a table, and one with tables inside the cells of a table of several columns.
    """
    if len(data) > limits.HTML_BYTES:
        raise too_large("HTML", limits.megabytes(len(data)), limits.megabytes(limits.HTML_BYTES))
    declared = _CHARSET.search(data[:_HEAD].replace(b"\0", b""))
    text, encoding = decoded(data, declared[1].decode().lower() if declared else "")
    page = _Page()
    try:
        page.feed(text)
        page.close()
    except AssertionError as error:  # of the parser, at a declaration that it does not know
        raise damaged(f"HTML: {error}") from error
    sheet = one_below_the_other(page.parts())
    refuse_lost("\n".join(cell for row in sheet.rows for cell in row if isinstance(cell, str)))
    return in_unicode(Book("html", (sheet,), {"encoding": encoding}))


class _Page(HTMLParser):
    """Collects tables and lines of text in the order of the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[HtmlTable] = []
        self._open: list[HtmlTable] = []
        self._line: list[str] = []
        self._unread = 0
        self._raised = self._struck = 0
        self._cells = 0
        self._has_table = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in _UNREAD:
            self._unread += 1
        elif tag in _RAISED:
            self._raised += 1
        elif tag in _STRUCK:
            self._struck += 1
        elif tag == "table":
            self._start_table()
        elif tag in _LINES:
            self._break()
        elif self._open and tag == "tr":
            self._open[-1].start_row(attributes)
        elif self._open and tag in ("td", "th"):
            self._count(self._open[-1])
            self._open[-1].start_cell(attributes)
        elif self._open and tag == "col":
            self._open[-1].tell_columns(attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(self._unread - 1, 0)
        elif tag in _RAISED:
            self._raised = max(self._raised - 1, 0)
        elif tag in _STRUCK:
            self._struck = max(self._struck - 1, 0)
        elif tag == "table":
            self._end_table()
        elif tag in ("td", "th", "tr") and self._open:
            self._open[-1].end_cell()
        elif tag in _LINES:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            data = struck(data) if self._struck else raised(data) if self._raised else data
            (self._open[-1].text if self._open and self._open[-1].cell is not None else self._line).append(_as_shown(data))

    def parts(self) -> list[HtmlTable]:
        """Return the tables and lines of the page; refuse (`Refused`) one without a table."""
        while self._open:
            self._end_table()
        self._break()
        if not self._has_table:
            raise foreign("HTML")
        return self._parts

    def _break(self) -> None:
        """End a line of text; what stands in a table outside its cells is shown before it."""
        if self._open and self._open[-1].cell is not None:
            self._open[-1].text.append("\n")
        elif line := paragraph("".join(self._line)):
            self._parts.append(HtmlTable([[line]]))
        self._line.clear()

    def _start_table(self) -> None:
        if self._open and self._open[-1].cell is None:  # the end of the one before was left out
            self._end_table()
        if len(self._open) == limits.TABLES_WITHIN:
            raise too_large("HTML", f"{limits.TABLES_WITHIN + 1} × <table>", f"{limits.TABLES_WITHIN}")
        self._break()
        self._has_table = True
        self._open.append(HtmlTable())

    def _end_table(self) -> None:
        if not self._open:
            return
        self._break()
        parts = self._open.pop().parts()
        if self._open:
            outer = self._open[-1]
            outer.inner.setdefault(len(outer.rows) - 1, []).extend(parts)
        else:
            self._parts += parts

    def _count(self, table: HtmlTable) -> None:
        """Refuse a page whose cells reach over too large a grid; each new one may be as wide as the last row."""
        self._cells += 1 + (len(table.rows[-1]) if table.rows and table.cell is None else 0)
        limits.check_grid("HTML", self._cells, 1, 0)


def _as_shown(text: str) -> str:
    """Return a text with its line breaks as spaces: those of the page's source are none."""
    return text.replace("\r", " ").replace("\n", " ")
