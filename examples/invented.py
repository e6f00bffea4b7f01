"""The words and the figures of the examples. Every figure and every company, school and cooperative is invented."""
# ruff: noqa: INP001 (beside the script that uses it, no package)

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Heading:
    """How a figure is called: in a wide table by its group and leaf, in a form by a whole line with what is counted."""

    group: str
    leaf: str
    line: str
    unit: str


COLUMNS = """
Trang thiết bị CNTT (lũy kế từ đầu năm) › Hết khấu hao hoặc không đáp ứng yêu cầu công việc
Trang thiết bị CNTT (lũy kế từ đầu năm) › Đã được thay thế kịp thời
Hội nghị, tập huấn › Tổng số
Hội nghị, tập huấn › Trực tuyến
Máy tính kết nối mạng › Tổng số
Máy tính kết nối mạng › Cài phần mềm diệt virus có bản quyền
Máy tính kết nối mạng › Cài phần mềm giám sát an ninh
Cán bộ, công chức, nhân viên cơ quan công đoàn › Tổng số
Cán bộ, công chức, nhân viên cơ quan công đoàn › Được đào tạo, tập huấn về CNTT, chuyển đổi số
Hồ sơ công việc › Tổng số
Hồ sơ công việc › Được xử lý trên môi trường mạng
Báo cáo định kỳ › Tổng số
Báo cáo định kỳ › Thực hiện trên hệ thống chung của tỉnh
Chỉ tiêu tổng hợp báo cáo › Tổng số
Chỉ tiêu tổng hợp báo cáo › Thực hiện trên hệ thống chung của tỉnh
Văn bản lãnh đạo, chỉ đạo, hướng dẫn › Tổng số
Văn bản lãnh đạo, chỉ đạo, hướng dẫn › Trong đó: văn bản mật
Văn bản lãnh đạo, chỉ đạo, hướng dẫn › Được công khai trên môi trường mạng
Đoàn viên, CNVCLĐ › Tổng số
Đoàn viên, CNVCLĐ › Được tuyên truyền về dịch vụ công trực tuyến toàn trình
Đoàn viên, CNVCLĐ › Được tuyên truyền về mạng 4G/5G, tài khoản thanh toán điện tử
Đoàn viên, CNVCLĐ › Được tuyên truyền thanh toán điện tử học phí, viện phí, dịch vụ công
Đoàn viên, CNVCLĐ › Được đào tạo, bồi dưỡng kỹ năng số
Đã tổ chức học tập, quán triệt, triển khai thực hiện các Chỉ thị, Nghị quyết về chuyển đổi số
Đã tham mưu cấp ủy, phối hợp chính quyền đồng cấp về đào tạo chuyển đổi số
Công đoàn cơ sở trực thuộc › Tổng số
Công đoàn cơ sở trực thuộc › Tham gia các nội dung chuyển đổi số
"""
"""The headings of a wide table: group › leaf, where the heading belongs to a group."""

LINES = """
Số thiết bị CNTT hết khấu hao hoặc không đáp ứng yêu cầu công việc (lũy kế từ đầu năm) (thiết bị)
Số thiết bị CNTT đã được thay thế kịp thời (lũy kế từ đầu năm) (thiết bị)
Tổng số hội nghị, tập huấn đã tổ chức (hội nghị)
Số hội nghị, tập huấn tổ chức theo hình thức trực tuyến (hội nghị)
Tổng số máy tính kết nối mạng (máy)
Số máy tính cài phần mềm diệt virus có bản quyền (máy)
Số máy tính cài phần mềm giám sát an ninh (máy)
Tổng số cán bộ, công chức, nhân viên cơ quan công đoàn (người)
Số cán bộ, công chức, nhân viên được đào tạo, tập huấn về CNTT, chuyển đổi số (người)
Tổng số hồ sơ công việc (hồ sơ)
Số hồ sơ công việc được xử lý trên môi trường mạng (hồ sơ)
Tổng số báo cáo định kỳ phải thực hiện (báo cáo)
Số báo cáo thực hiện trên hệ thống thông tin báo cáo chung của tỉnh (báo cáo)
Tổng số chỉ tiêu tổng hợp trong báo cáo định kỳ (chỉ tiêu)
Số chỉ tiêu tổng hợp thực hiện trên hệ thống thông tin báo cáo chung của tỉnh (chỉ tiêu)
Tổng số văn bản lãnh đạo, chỉ đạo, hướng dẫn (văn bản)
Trong đó: số văn bản mật (văn bản)
Số văn bản được công khai trên môi trường mạng (văn bản)
Tổng số đoàn viên, CNVCLĐ (người)
Số người được tuyên truyền về dịch vụ công trực tuyến mức độ 4 (người)
Số người được tuyên truyền về mạng 4G/5G, tài khoản thanh toán điện tử (người)
Số người được tuyên truyền thanh toán điện tử học phí, viện phí, dịch vụ công (người)
Số người được đào tạo, bồi dưỡng kỹ năng số (người)
Đã tổ chức học tập, quán triệt, triển khai thực hiện các Chỉ thị, Nghị quyết về chuyển đổi số (có/chưa)
Đã tham mưu cấp ủy, phối hợp chính quyền đồng cấp về đào tạo chuyển đổi số (có/chưa)
Tổng số công đoàn cơ sở trực thuộc (CĐCS)
Số công đoàn cơ sở tham gia các nội dung chuyển đổi số (CĐCS)
"""
"""The lines of a form, with what is counted in brackets at the end."""


def headings() -> Iterator[Heading]:
    """Yield how each figure is called, in the order of the form."""
    for column, line in zip(COLUMNS.strip().splitlines(), LINES.strip().splitlines(), strict=True):
        group, _, leaf = column.rpartition(" › ")
        words, _, unit = line.removesuffix(")").rpartition(" (")
        yield Heading(group, leaf, words, unit)


HEADINGS = tuple(headings())
FORM_SECTIONS = {0: "Hạ tầng, thiết bị", 7: "Nguồn nhân lực", 9: "Hồ sơ, báo cáo, văn bản", 18: "Đoàn viên, công đoàn cơ sở"}
"""Where a form sets a section row above a line."""

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

Cell: TypeAlias = str | int


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
