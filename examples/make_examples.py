"""Writes the example submissions. Every figure and every company, school and cooperative in them is invented.

Run it as `python examples/make_examples.py` in an environment with the project's test dependencies.
The same figures always give the same files, so a change of this script shows in the files' history.
"""
# ruff: noqa: INP001 (a script beside the files that it writes, no package)

import csv
import shlex
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
import xlwt
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


@dataclass(frozen=True)
class Heading:
    """How a figure is called: in a wide table by its group and leaf, in a form by a whole line with what is counted."""

    group: str
    leaf: str
    line: str
    unit: str


HEADINGS = [
    Heading(*row)
    for row in (
        (
            "Trang thiết bị CNTT (lũy kế từ đầu năm)",
            "Hết khấu hao hoặc không đáp ứng yêu cầu công việc",
            "Số thiết bị CNTT hết khấu hao hoặc không đáp ứng yêu cầu công việc (lũy kế từ đầu năm)",
            "thiết bị",
        ),
        (
            "Trang thiết bị CNTT (lũy kế từ đầu năm)",
            "Đã được thay thế kịp thời",
            "Số thiết bị CNTT đã được thay thế kịp thời (lũy kế từ đầu năm)",
            "thiết bị",
        ),
        ("Hội nghị, tập huấn", "Tổng số", "Tổng số hội nghị, tập huấn đã tổ chức", "hội nghị"),
        ("Hội nghị, tập huấn", "Trực tuyến", "Số hội nghị, tập huấn tổ chức theo hình thức trực tuyến", "hội nghị"),
        ("Máy tính kết nối mạng", "Tổng số", "Tổng số máy tính kết nối mạng", "máy"),
        ("Máy tính kết nối mạng", "Cài phần mềm diệt virus có bản quyền", "Số máy tính cài phần mềm diệt virus có bản quyền", "máy"),
        ("Máy tính kết nối mạng", "Cài phần mềm giám sát an ninh", "Số máy tính cài phần mềm giám sát an ninh", "máy"),
        (
            "Cán bộ, công chức, nhân viên cơ quan công đoàn",
            "Tổng số",
            "Tổng số cán bộ, công chức, nhân viên cơ quan công đoàn",
            "người",
        ),
        (
            "Cán bộ, công chức, nhân viên cơ quan công đoàn",
            "Được đào tạo, tập huấn về CNTT, chuyển đổi số",
            "Số cán bộ, công chức, nhân viên được đào tạo, tập huấn về CNTT, chuyển đổi số",
            "người",
        ),
        ("Hồ sơ công việc", "Tổng số", "Tổng số hồ sơ công việc", "hồ sơ"),
        ("Hồ sơ công việc", "Được xử lý trên môi trường mạng", "Số hồ sơ công việc được xử lý trên môi trường mạng", "hồ sơ"),
        ("Báo cáo định kỳ", "Tổng số", "Tổng số báo cáo định kỳ phải thực hiện", "báo cáo"),
        (
            "Báo cáo định kỳ",
            "Thực hiện trên hệ thống chung của tỉnh",
            "Số báo cáo thực hiện trên hệ thống thông tin báo cáo chung của tỉnh",
            "báo cáo",
        ),
        ("Chỉ tiêu tổng hợp báo cáo", "Tổng số", "Tổng số chỉ tiêu tổng hợp trong báo cáo định kỳ", "chỉ tiêu"),
        (
            "Chỉ tiêu tổng hợp báo cáo",
            "Thực hiện trên hệ thống chung của tỉnh",
            "Số chỉ tiêu tổng hợp thực hiện trên hệ thống thông tin báo cáo chung của tỉnh",
            "chỉ tiêu",
        ),
        ("Văn bản lãnh đạo, chỉ đạo, hướng dẫn", "Tổng số", "Tổng số văn bản lãnh đạo, chỉ đạo, hướng dẫn", "văn bản"),
        ("Văn bản lãnh đạo, chỉ đạo, hướng dẫn", "Trong đó: văn bản mật", "Trong đó: số văn bản mật", "văn bản"),
        (
            "Văn bản lãnh đạo, chỉ đạo, hướng dẫn",
            "Được công khai trên môi trường mạng",
            "Số văn bản được công khai trên môi trường mạng",
            "văn bản",
        ),
        ("Đoàn viên, CNVCLĐ", "Tổng số", "Tổng số đoàn viên, CNVCLĐ", "người"),
        (
            "Đoàn viên, CNVCLĐ",
            "Được tuyên truyền về dịch vụ công trực tuyến toàn trình",
            "Số người được tuyên truyền về dịch vụ công trực tuyến mức độ 4",
            "người",
        ),
        (
            "Đoàn viên, CNVCLĐ",
            "Được tuyên truyền về mạng 4G/5G, tài khoản thanh toán điện tử",
            "Số người được tuyên truyền về mạng 4G/5G, tài khoản thanh toán điện tử",
            "người",
        ),
        (
            "Đoàn viên, CNVCLĐ",
            "Được tuyên truyền thanh toán điện tử học phí, viện phí, dịch vụ công",
            "Số người được tuyên truyền thanh toán điện tử học phí, viện phí, dịch vụ công",
            "người",
        ),
        ("Đoàn viên, CNVCLĐ", "Được đào tạo, bồi dưỡng kỹ năng số", "Số người được đào tạo, bồi dưỡng kỹ năng số", "người"),
        (
            "",
            "Đã tổ chức học tập, quán triệt, triển khai thực hiện các Chỉ thị, Nghị quyết về chuyển đổi số",
            "Đã tổ chức học tập, quán triệt, triển khai thực hiện các Chỉ thị, Nghị quyết về chuyển đổi số",
            "có/chưa",
        ),
        (
            "",
            "Đã tham mưu cấp ủy, phối hợp chính quyền đồng cấp về đào tạo chuyển đổi số",
            "Đã tham mưu cấp ủy, phối hợp chính quyền đồng cấp về đào tạo chuyển đổi số",
            "có/chưa",
        ),
        ("Công đoàn cơ sở trực thuộc", "Tổng số", "Tổng số công đoàn cơ sở trực thuộc", "CĐCS"),
        (
            "Công đoàn cơ sở trực thuộc",
            "Tham gia các nội dung chuyển đổi số",
            "Số công đoàn cơ sở tham gia các nội dung chuyển đổi số",
            "CĐCS",
        ),
    )
]
FORM_SECTIONS = {0: "Hạ tầng, thiết bị", 7: "Nguồn nhân lực", 9: "Hồ sơ, báo cáo, văn bản", 18: "Đoàn viên, công đoàn cơ sở"}
"""Where a form sets a section row above a line."""

OFFICE_ONLY = range(18)
"""The lines that speak of a unit's own office: all that the provincial office reports."""
GRASSROOTS = [*range(7), *range(9, 23)]
"""The columns that a table of grassroots unions has: no office staff, no unions below, no yes/no."""

# A line a unit: its name as the file writes it, then its cells in the order of HEADINGS; "" is a blank cell.
FIGURES = """
'LĐLĐ TP. Bắc Giang'       6 6      12 8   14 14 14  12 12  210 210  5 5  64 64  48 2 46   16240 12100 16240  9870 2310  có    có    182 120
'LĐLĐ huyện Việt Yên'      4 3      10 6   16 16 12  11 11  185 180  5 5  64 60  39 '' 39  21450 15020 20150 11200 3120  có    chưa  156  98
'LĐLĐ H. Yên Dũng'         5 5       8 5   13 13 13  10  9  150 150  5 4  64 64  41 3 36   14380 10010 14380  8000 1510  có    có     98  77
'LĐLĐ huyện Hiệp Hoà'      0 0       9 6   12 11 12  11 11  132 132  5 5  64 64  36 1 35   17905  9120 17000  7410 1190  chưa  có    131  60
'LĐLĐ huyện Tân Yên'       3 3       5 3   11 11 11  10 10  118  96  5 5  64 64  30 0 30   12260  8430 12260  5230 1020  có    có    104  71
'LĐLĐ huyện Yên Thế'      22 'khoảng 20' 6 4 10 10 7  9  9   97  ''  5 5  64 64  27 1 26    7310  5120  6890  2110  640  có    có     86  41
'LĐLĐ huyện Lạng Giang'    7 7       7 #REF! 12 12 12 10 10 126 126  5 5  64 64  33 2 31   15120  9870 15120  6020 1350  có    có    118  84
'LĐLĐ huyện Lục Nam'       5 4       4 1   24 25 20  10  8  104 104  5 5  64 64  29 0 29   13040  7110 13040  4870  960  có    chưa  126  66
'CĐ Viên chức tỉnh'        1 1       3 2    6 6 6     5  5   88  88  5 5  64 64  20 1 19    6120  5980  6120  5010 1730  có    có     61  61
'CĐ ngành Xây dựng'        2 0       0 0    5 5 3     4  4   40  31  5 3  64 48  15 '' 12   3010  1010  2100   600   90  chưa  chưa   33   9

'Cơ quan LĐLĐ tỉnh'       15 15      8 5   62 62 50  58 58  420 420 12 12 186 186 134 9 125
'Liên đoàn Lao động huyện Lục Ngạn' 8 8  6 4  '12 máy' 12 12  10 10  121 121  5 5  64 64  31 '' 30  11870 8640 11870 1.234 705  có đã  95 52
'Công đoàn các KCN tỉnh'   2 2      15 11  18 18 18  14 14  240 228  5 5  64 64  44 2 42   98.450 61200 90010 40120 9050  x chưa  214 133
'CĐCS Công ty TNHH Điện tử Minh Họa' 4 4  5 4  30 30 30  '' ''  64 64  3 3  40 40  18 0 18  12500 9800 12500 6100 1450
'Công đoàn ngành GTVT'     2 2       2 2    5 5 5     4  4   38  38  5 5  64 64  12 0 12    3460  2310  3460  1500  330  có    có     27  19

'CĐ ngành Giáo dục'        3 3       6 4    8 8 8     6  6  102 102  5 5  64 64  26 1 25   26110 22400 25800 25800 8120  có    có     88  80
'CĐ ngành Y tế'            0 0       5 4    7 7 5     5  5   76  76  5 5  64 64  22 0 22    7240  6630  7240  6900 1480  có    chưa   36  30
'CĐ ngành NN&PTNT'         1 1       3 1    5 5 5     4  4   45  48  5 5  64 62  14 - 14    2890  1200  2890  1010  210  có    có     29  17

'CĐCS Công ty TNHH Linh kiện Ví Dụ'      2 2  2 1  12 12 12  '' ''  20 20  3 3  40 40  8 '' 8   4210 3100 4210 1020 350
'CĐCS Công ty TNHH Quang điện Giả Định'  0 0  1 0   9  6  4  '' ''  14  9  3 2  40 26  6 '' 4   2875  900 1900  400  60
'CĐCS Công ty TNHH Nhựa Minh Họa'        1 1  2 2  15 15 15  '' ''  18 18  3 3  40 40  7 1 6    1960 1500 1960  800 120
'CĐCS Công ty TNHH Dệt Ví Dụ'            3 2  3 2   8  8  8  '' ''  16 16  3 3  40 40  5 0 5    1184  700 1100  350  45

'CĐCS Công ty TNHH Bao bì Ví Dụ'         1 1  2 2  10 10 10  '' ''  22 22  3 3  40 40  6 0 6     812  640  812  300  75
'CĐCS Trường Mầm non Minh Họa'           0 0  3 2   4  4  2  '' ''  12 12  3 3  40 40  5 0 5      38   38   38   38  20
'CĐCS Công ty CP Gạch Giả Định'          2 1  1 1   7  7  7  '' ''   9  8  3 3  40 38  4 0 4     356  300  320  110  18
"""

Cell = str | int
Row = Sequence[Cell]


def typed(text: str) -> Cell:
    """Return a cell as a spreadsheet holds it: digits are a number, everything else is text."""
    return int(text) if text.isascii() and text.isdigit() else text


def blocks() -> list[dict[str, list[Cell]]]:
    """Return the paragraphs of FIGURES: name → cells."""
    parsed = ([shlex.split(line) for line in block.splitlines()] for block in FIGURES.strip().split("\n\n"))
    return [{name: [typed(text) for text in cells] for name, *cells in lines} for lines in parsed]


WIDE, FORMS, TRANSPOSED, IN_CSV, IN_ODS = blocks()
CODES = {
    "CĐCS Công ty TNHH Linh kiện Ví Dụ": "BG11-02",
    "CĐCS Công ty TNHH Quang điện Giả Định": "BG11-03",
    "CĐCS Công ty TNHH Nhựa Minh Họa": "BG11-04",
    "CĐCS Công ty TNHH Dệt Ví Dụ": "BG11-05",
}


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
    main()
