"""Writes the example submissions from the invented figures beside it.

Run it as `python examples/make_examples.py [FOLDER]` in an environment with the project's test dependencies.
The same figures always give the same files, so a change of this script shows in the files' history.
"""
# ruff: noqa: INP001 (a script beside the files that it writes, no package)

import csv
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import xlsxwriter
import xlwt
from invented import CODES, FORM_SECTIONS, FORMS, GRASSROOTS, HEADINGS, IN_CSV, IN_ODS, TRANSPOSED, WIDE, Cell
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

HERE = Path(__file__).parent
WRITTEN = datetime(2023, 7, 3, 8, 0, tzinfo=UTC)
"""The date that the files carry in place of the moment they were made at."""

PARENT_BODY = "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM"
OFFICE = "LIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC GIANG"
PERIOD = "Tháng 6 năm 2023"
TITLE = "KẾT QUẢ THỰC HIỆN KẾ HOẠCH SỐ 251/KH-LĐLĐ"
PLACE_AND_DATE = "Bắc Giang, ngày 03 tháng 7 năm 2023"
SIGNATURES = ("NGƯỜI LẬP BIỂU", "TM. BAN THƯỜNG VỤ")
SIGN_HERE = "(Ký, ghi rõ họ tên)"

Row: TypeAlias = Sequence[Cell]


class Workbook:
    """An xlsx of one sheet with the looks of an office's form, the same bytes every time."""

    def __init__(self, path: Path, sheet: str) -> None:
        self.book = xlsxwriter.Workbook(path, {"in_memory": True})
        self.book.set_properties({"created": WRITTEN.replace(tzinfo=None)})
        self.sheet = self.book.add_worksheet(sheet)
        self.sheet.set_paper(9)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        look = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
        self.plain = self.book.add_format(look)
        self.center = self.book.add_format({**look, "align": "center", "bold": True})
        self.head = self.book.add_format({**look, "align": "center", "bold": True, "border": 1, "text_wrap": True})
        self.cell = self.book.add_format({**look, "border": 1, "text_wrap": True})
        self.bold = self.book.add_format({**look, "border": 1, "bold": True})

    def letterhead(self, last: int, *lines: str) -> None:
        """Write the offices on the left, the form's code on the right, and the title lines below, across the columns."""
        self.sheet.write(0, 0, PARENT_BODY, self.plain)
        self.sheet.write(1, 0, OFFICE, self.plain)
        self.sheet.write(0, last, "Biểu số 01", self.plain)
        self.sheet.set_column(0, 0, 6)
        for row, line in enumerate(lines, 3):
            self.sheet.merge_range(row, 0, row, last, line, self.center)

    def head_over(self, row: int, first: int, last_row: int, last: int, text: str) -> None:
        """Write a heading over one cell or several."""
        if (row, first) == (last_row, last):
            self.sheet.write(row, first, text, self.head)
        else:
            self.sheet.merge_range(row, first, last_row, last, text, self.head)

    def row(self, row: int, cells: Row, look: xlsxwriter.format.Format | None = None) -> None:
        """Write the cells of a table's row; "#REF!" becomes a formula that broke."""
        for column, cell in enumerate(cells):
            if cell == "#REF!":
                self.sheet.write_formula(row, column, "=#REF!", look or self.cell, "#REF!")
            elif cell == "":
                self.sheet.write_blank(row, column, None, look or self.cell)
            else:
                self.sheet.write(row, column, cell, look or self.cell)

    def signatures(self, row: int, last: int) -> None:
        """Write place and date, and who signs; nobody's name."""
        self.sheet.write(row, last - 1, PLACE_AND_DATE, self.plain)
        for column, title in zip((1, last - 1), SIGNATURES, strict=True):
            self.sheet.write(row + 1, column, title, self.plain)
            self.sheet.write(row + 2, column, SIGN_HERE, self.plain)


def make_wide(path: Path, sections: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Write the provincial table: a row a unit under a grouped header, section rows, and a total at the end."""
    form = Workbook(path, "Biểu 01")
    last = len(HEADINGS) + 1
    form.letterhead(last, f"TỔNG HỢP {TITLE}", PERIOD)
    form.sheet.set_row(6, 40)
    form.sheet.set_row(7, 110)
    for column, text in enumerate(("STT", "Tên đơn vị")):
        form.head_over(6, column, 7, column, text)
    for first, final, group in groups():
        if group:
            form.head_over(6, first + 2, 6, final + 2, group)
        for column in range(first, final + 1):
            form.head_over(7 if group else 6, column + 2, 7, column + 2, HEADINGS[column].leaf)
    form.row(8, ["(A)", "(B)", *(f"({number})" for number in range(1, len(HEADINGS) + 1))], form.head)
    top = row = 9
    for section, (title, names) in enumerate(sections):
        form.row(row, [("I", "II")[section], title, *[""] * len(HEADINGS)], form.bold)
        for number, name in enumerate(names, 1):
            form.row(row + number, [number, name, *WIDE[name]])
        row += len(names) + 1
    write_totals(form, row, top, [WIDE[name] for _, names in sections for name in names])
    form.sheet.set_column(1, 1, 30)
    form.sheet.set_column(2, last, 12)
    form.signatures(row + 2, last)
    form.book.close()


def write_totals(form: Workbook, row: int, top: int, units: Sequence[Row]) -> None:
    """Write the row of sums, as a spreadsheet computes them: text counts for nothing, an error spoils the whole sum."""
    form.row(row, ["", "Tổng cộng"], form.bold)
    for column, figures in enumerate(zip(*units, strict=True), 2):
        numbers = [figure for figure in figures if isinstance(figure, int)]
        total = "#REF!" if "#REF!" in figures else sum(numbers)
        if not numbers:
            form.sheet.write_blank(row, column, None, form.bold)
            continue
        letters = xlsxwriter.utility.xl_col_to_name(column)
        form.sheet.write_formula(row, column, f"=SUM({letters}{top + 1}:{letters}{row})", form.bold, total)


def groups() -> Iterator[tuple[int, int, str]]:
    """Yield each group of neighbouring headings: first column, last column, title."""
    first = 0
    for place, heading in enumerate(HEADINGS):
        after = HEADINGS[place + 1].group if place + 1 < len(HEADINGS) else None
        if after != heading.group or not heading.group:
            yield first, place, heading.group
            first = place + 1


def form_rows(cells: Row) -> list[Row]:
    """Return the lines of a unit's form: number, what is reported, what is counted, the figure; with its section rows."""
    rows: list[Row] = []
    for place, (heading, cell) in enumerate(zip(HEADINGS, cells, strict=False)):
        if place in FORM_SECTIONS:
            rows.append([("I", "II", "III", "IV")[list(FORM_SECTIONS).index(place)], FORM_SECTIONS[place], "", "", ""])
        rows.append([place + 1, heading.line, heading.unit, cell, ""])
    return rows


FORM_HEADER = ("TT", "Nội dung", "Đơn vị tính", "Số liệu", "Ghi chú")


def make_form(path: Path, name: str) -> None:
    """Write one unit's form as a workbook."""
    form = Workbook(path, "Báo cáo")
    form.letterhead(4, f"BÁO CÁO {TITLE}", PERIOD)
    form.sheet.write(5, 0, f"Đơn vị: {name}", form.plain)
    form.row(7, FORM_HEADER, form.head)
    rows = form_rows(FORMS[name])
    for place, row in enumerate(rows, 8):
        form.row(place, row, form.bold if isinstance(row[0], str) else None)
    form.sheet.set_column(1, 1, 100)
    form.sheet.set_column(2, 4, 14)
    form.signatures(len(rows) + 9, 4)
    form.book.close()


def make_old_form(path: Path, name: str) -> None:
    """Write one unit's form as an old .xls workbook."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    lines: list[Row] = [(OFFICE,), (), (f"BÁO CÁO {TITLE}",), (PERIOD,), (f"Đơn vị báo cáo: {name}",), (), FORM_HEADER]
    for place, row in enumerate([*lines, *form_rows(FORMS[name])]):
        for column, cell in enumerate(row):
            if cell != "":
                sheet.write(place, column, cell)
    book.save(str(path))


def make_transposed(path: Path) -> None:
    """Write the sector unions' table: a row a figure, a column a union."""
    form = Workbook(path, "Các ngành")
    form.letterhead(len(TRANSPOSED) + 1, f"BÁO CÁO {TITLE}", f"KHỐI CÔNG ĐOÀN NGÀNH - {PERIOD.upper()}")
    form.row(6, ["TT", "Nội dung", *TRANSPOSED], form.head)
    for place, (heading, *figures) in enumerate(zip(HEADINGS, *TRANSPOSED.values(), strict=True), 1):
        form.row(place + 6, [place, heading.line, *figures])
    form.sheet.set_column(1, 1, 100)
    form.sheet.set_column(2, len(TRANSPOSED) + 1, 18)
    form.book.close()


def make_csv(path: Path) -> None:
    """Write a table as a Vietnamese spreadsheet program saves CSV: a byte order mark, semicolons, 1.234 for a thousand."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, delimiter=";")
        lines.writerow(["STT", "Mã đơn vị", "Tên đơn vị", *(HEADINGS[place].line for place in GRASSROOTS)])
        for number, (name, cells) in enumerate(IN_CSV.items(), 1):
            shown = [f"{cell:,}".replace(",", ".") if isinstance(cell, int) else cell for cell in (cells[place] for place in GRASSROOTS)]
            lines.writerow([number, CODES[name], name, *shown])


def make_ods(path: Path) -> None:
    """Write a table as LibreOffice saves it."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Tháng 6.2023")
    rows: list[Row] = [
        ["Liên đoàn Lao động huyện Việt Yên"],
        [f"Số liệu của công đoàn cơ sở - {PERIOD}"],
        [],
        ["STT", "Công đoàn cơ sở", *(HEADINGS[place].line for place in GRASSROOTS)],
        *([number, name, *(cells[place] for place in GRASSROOTS)] for number, (name, cells) in enumerate(IN_ODS.items(), 1)),
    ]
    for cells in rows:
        row = TableRow()
        for cell in cells:
            kind = {"valuetype": "float", "value": cell} if isinstance(cell, int) else {"valuetype": "string"}
            element = TableCell(**kind) if cell != "" else TableCell()
            if cell != "":
                element.addElement(P(text=str(cell)))
            row.addElement(element)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    saved = BytesIO()
    document.save(saved)
    path.write_bytes(undated(saved))


def undated(archive: BytesIO) -> bytes:
    """Return a zip archive with one fixed date on all of its parts."""
    result = BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(result, "w") as target:
        for part in source.infolist():
            plain = zipfile.ZipInfo(part.filename, WRITTEN.timetuple()[:6])
            plain.compress_type = part.compress_type
            target.writestr(plain, source.read(part))
    return result.getvalue()


def make_one_table(path: Path, names: Sequence[str]) -> None:
    """Write the smallest useful submission: one header row, one row a unit, no roster needed."""
    form = Workbook(path, PERIOD)
    form.sheet.write(0, 0, f"{TITLE} - {PERIOD.upper()}", form.plain)
    form.sheet.set_row(2, 110)
    form.row(2, ["STT", "Tên đơn vị", *(heading.line for heading in HEADINGS)], form.head)
    for number, name in enumerate(names, 1):
        form.row(number + 2, [number, name, *WIDE[name]])
    form.sheet.set_column(1, 1, 30)
    form.sheet.set_column(2, len(HEADINGS) + 1, 16)
    form.book.close()


def main(folder: Path = HERE) -> None:
    """Write every example file."""
    month = folder / "2023-06"
    month.mkdir(exist_ok=True)
    districts, sectors = list(WIDE)[:8], list(WIDE)[8:]
    sections = [("Các Liên đoàn Lao động huyện, thành phố", districts), ("Các công đoàn ngành và tương đương", sectors)]
    make_wide(month / "Bieu 01 - Tong hop thang 6.2023.xlsx", sections)
    forms: dict[str, tuple[Callable[[Path, str], None], str]] = {
        "Cơ quan LĐLĐ tỉnh": (make_form, "Co quan LDLD tinh.xlsx"),
        "Liên đoàn Lao động huyện Lục Ngạn": (make_form, "LDLD huyen Luc Ngan - T6.xlsx"),
        "Công đoàn các KCN tỉnh": (make_form, "CD cac KCN.xlsx"),
        "CĐCS Công ty TNHH Điện tử Minh Họa": (make_form, "CDCS Dien tu Minh Hoa.xlsx"),
        "Công đoàn ngành GTVT": (make_old_form, "CD nganh GTVT.xls"),
    }
    for name, (make, file) in forms.items():
        make(month / file, name)
    make_transposed(month / "Khoi cong doan nganh.xlsx")
    make_csv(month / "CDCS trong KCN.csv")
    make_ods(month / "CDCS huyen Viet Yen.ods")
    make_one_table(folder / "data.xlsx", districts)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
