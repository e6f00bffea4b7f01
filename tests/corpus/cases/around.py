"""What stands above, among and below the units of a table: titles, sections, blank rows, totals (rule 11), notes, signatures."""

from corpus.case import HEAD, OF_A, TRUE, A, B, Case, case
from corpus.pages import Page, Row, Rows

LETTERHEAD: Rows = (
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC GIANG", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("VĂN PHÒNG", None, None, None, "Độc lập - Tự do - Hạnh phúc"),
    (None, None, None, None, "Bắc Giang, ngày 03 tháng 7 năm 2025"),
    (),
    ("BIỂU TỔNG HỢP KẾT QUẢ",),
    ("(Kèm theo Báo cáo số 12/BC-LĐLĐ)",),
)
SUM: Row = (None, None, "Tổng cộng", 200, 171, 5)
UNITS_OF_MEASURE = ("Đơn vị tính: máy", "Đơn vị tỉnh: máy", "ĐVT: máy", "(Đơn vị tính: máy, cuộc)")
TOTALS = ("Tổng số", "Tổng cộng", "Cộng", "CỘNG:", "Toàn tỉnh", "Tổng số (A+B+C)", "TỔNG CỘNG (I+II)", "Tổng", "Cộng toàn tỉnh")
NOTES = ("Ghi chú: số liệu tạm tính", "Người lập biểu", "TM. BAN THƯỜNG VỤ", "Nơi nhận: như trên", "Bắc Giang, ngày 03 tháng 7 năm 2025")


def _total(text: str) -> Case:
    return case(f"rule 11: a total named {text!r}", (HEAD, A, B, (None, None, text, 200, 171, 5)))


def _at(id_: str, *rows: Row) -> Case:
    return case(id_, (HEAD, *rows))


CASES = [
    *(case(f"above: {count} rows", (*(LETTERHEAD * 3)[:count], HEAD, A, B)) for count in (0, 1, 3, 6, 14)),
    case("above: the form's code", (("Biểu số 02",), HEAD, A, B)),
    case("above: a merged title", Page((("BÁO CÁO KẾT QUẢ",), HEAD, A, B), [(0, 0, 0, 6)])),
    case("above: who reports", (("Đơn vị báo cáo: LĐLĐ tỉnh Bắc Giang",), HEAD, A, B)),
    *(case(f"above: a unit of measure, {text!r}", ((text,), HEAD, A, B)) for text in UNITS_OF_MEASURE),
    case("above: thousands are not read as ones", (("Đơn vị tính: nghìn máy",), HEAD, A, B), {}, "UA125"),
    _at("among: blank rows do not end the table", A, (), (None,) * 7, (), B),
    _at("among: sections with roman numbers", ("I", None, "Các LĐLĐ huyện"), A, ("II", None, "Công đoàn ngành"), B),
    _at("among: sections with letters", ("A", None, "Các LĐLĐ huyện"), A, ("B", None, "Công đoàn ngành"), B),
    _at("among: sections with dots", ("I.", None, "Các LĐLĐ huyện"), ("1.1", *A[1:]), ("II.", None, "Khối ngành"), ("2.1", *B[1:])),
    _at("among: a section in the first column", ("I. Các LĐLĐ huyện",), A, ("II. Khối ngành",), B),
    case("among: a section merged across", Page((HEAD, ("I. Các LĐLĐ huyện",), A, B), [(1, 0, 1, 6)])),
    _at("among: sections with their sums", ("I", None, "Các LĐLĐ huyện", 120, 96, 3), A, ("II", None, "Khối ngành", 80, 75, 2), B),
    _at("among: rows without a running number", (None, *A[1:]), (None, *B[1:])),
    _at("among: names with an ordinal", (None, None, "1. LĐLĐ huyện Yên Dũng", *A[3:]), (None, None, "2. LĐLĐ huyện Lạng Giang", *B[3:])),
    case("among: a unit that left all blank", (HEAD, A, (2, "BG02", "LĐLĐ huyện Lạng Giang")), {"BG01": OF_A}, "UA126"),
    *map(_total, TOTALS),
    _at("rule 11: a total first", SUM, A, B),
    _at("rule 11: a total first and last", SUM, A, B, SUM),
    _at("rule 11: a total in the first column", A, B, ("Tổng cộng", None, None, 200, 171, 5)),
    case("rule 11: a total merged over the names", Page((HEAD, A, B, ("Tổng cộng", None, None, 200, 171, 5)), [(3, 0, 3, 2)])),
    case("rule 11: a total that is no sum is said", (HEAD, A, B, (None, None, "Tổng cộng", 201, 171, 5)), TRUE, "UA121"),
    *(
        case(f"rule 11: a total that is no figure is said, {cell!r}", (HEAD, A, B, (None, None, "Tổng cộng", cell, 171, 5)), TRUE, "UA222")
        for cell in ("~200", 200.4, "200 - 210", "#REF!")
    ),
    _at("rule 11: subtotals", A, (None, None, "Cộng các huyện", 120, 96, 3), B),
    *(_at(f"below: {text!r}", A, B, (), (text,), (None, "Một người")) for text in NOTES),
    _at(
        "below: signatures beside each other",
        *(A, B, (), (None,) * 4 + ("Bắc Giang, ngày 03 tháng 7 năm 2025",)),
        *((None, "Người lập biểu", None, None, "TM. BAN THƯỜNG VỤ"), (None, "Một người", None, None, "CHỦ TỊCH")),
    ),
    _at("below: a number after the notes is no figure", A, B, (), ("Ghi chú:", None, "Máy hỏng", 7)),
    case(
        "below: a number after the notes is no figure, without a roster either",
        (HEAD, A, B, (), ("Ghi chú:", None, "Máy hỏng", 7)),
        roster=None,
    ),
    *(
        case(f"below: a row of comparison, {text!r}", (HEAD, A, B, (None, None, text, 100, 85)), roster=None)
        for text in ("Bình quân", "Chỉ tiêu giao", "Cùng kỳ năm trước", "So với tháng trước")
    ),
    case("the sheet goes far beyond the data", Page((HEAD, A, B, *((None,) * 40 for _ in range(200)), (None,) * 60 + (" ",)))),
    case("an empty sheet beside", {"Trang trống": Page(()), "Biểu": Page((HEAD, A, B))}),
    case("a hidden sheet is read, and said", {"Biểu": Page((HEAD, A)), "Ẩn": Page((HEAD, B), hidden=True)}, TRUE, "UA016"),
    case("a hidden row is read, and said", Page((HEAD, A, B), hidden_rows=(2,)), TRUE, "UA016"),
    case("a hidden column is read, and said", Page((HEAD, A, B), hidden_columns=(4,)), TRUE, "UA016"),
    case(
        "rule 3: an example sheet is no data",
        {"Biểu": Page((HEAD, A, B)), "Ví dụ": Page((HEAD, (1, *A[1:3], 1, 1, 1, "có")))},
        TRUE,
        "UA123",
    ),
    case("rule 3: a sheet of instructions", {"Hướng dẫn": Page((("Cách điền biểu",),)), "Biểu": Page((HEAD, A, B))}, TRUE, "UA123"),
    case("rule 3: a list of units is no data", {"DM đơn vị": Page((HEAD[1:3], A[1:3], B[1:3])), "Biểu": Page((HEAD, A, B))}, TRUE, "UA124"),
    case("rule 3: a blank form is no data", {"Mẫu": Page((HEAD,)), "Biểu": Page((HEAD, A, B))}),
]
