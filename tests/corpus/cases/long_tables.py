"""Long tables, a row for each unit and figure, as databases and pivot tables give them."""

from collections.abc import Mapping
from dataclasses import replace

from corpus.case import OF_A, OF_B, Truth, but, case, folder
from corpus.cases.asides import OWN
from corpus.cases.office_tables import LABELS, NAME_A, NAME_B
from corpus.cases.several_periods import COMPUTERS, HELD, ONLINE
from corpus.cases.several_periods import PLAN as SINCE
from corpus.pages import Page, Row, Rows
from submitting import PLAN
from union_audit.plan.model import Plan

IN_ROWS = ("Trong tháng", "Lũy kế")
REPLACED = "Số thiết bị CNTT đã được thay thế kịp thời (lũy kế từ đầu năm)"
HEAD: Row = ("Đơn vị", "Chỉ tiêu", "Giá trị")
OWN_A: Row = (120, 96, 3, "có")
OWN_B: Row = (80, 75, 2, "chưa")
RECORDS: Rows = (
    *((NAME_A, label, cell) for label, cell in zip(LABELS, OWN_A, strict=True)),
    *((NAME_B, label, cell) for label, cell in zip(LABELS, OWN_B, strict=True)),
)
CODES = {NAME_A: "BG01", NAME_B: "BG02"}
NOT_COMPUTERS: Truth = {"BG01": but(OF_A, "computers"), "BG02": OF_B}
NOT_SECRET: Truth = {"BG01": but(OF_A, "secret"), "BG02": OF_B}


def _of_months(heading: str, may: int | str, june: int | str) -> Rows:
    """Return a year's table: May's figures are all 1."""
    rows = [(name, month, label, 1 if month == may else cell) for month in (may, june) for name, label, cell in RECORDS]
    return (("Đơn vị", heading, "Chỉ tiêu", "Giá trị"), *rows)


def _of_kinds(kinds: Mapping[str, int | None]) -> Rows:
    """Return a table with several rows a figure: by kind the figure in all of them, None for the true one."""
    rows = ((name, label, kind, cell if figure is None else figure) for name, label, cell in RECORDS for kind, figure in kinds.items())
    return (("Đơn vị", "Chỉ tiêu", "Phân tổ", "Giá trị"), *rows)


def _with_aliases(code: str) -> Plan:
    """Return the plan with a code among the aliases of each field."""
    return replace(PLAN, fields=tuple(replace(each, aliases=(*each.aliases, code.format(at))) for at, each in enumerate(PLAN.fields)))


def _in_lines(*rows: Row) -> bytes:
    """Return a text file as a program writes it that puts nothing in quotes."""
    return "\n".join(",".join(map(str, row)) for row in rows).encode()


def _once(rows: Rows) -> Rows:
    """Return records with a unit's name in the first row of it only."""
    return tuple((None if number % len(LABELS) else row[0], *row[1:]) for number, row in enumerate(rows))


CASES = [
    case("long: unit, label, value", (HEAD, *RECORDS)),
    case("long: without a roster", (HEAD, *RECORDS), {NAME_A: OF_A, NAME_B: OF_B}, roster=None),
    case("long: label first", (("Chỉ tiêu", "Đơn vị", "Giá trị"), *((label, name, cell) for name, label, cell in RECORDS))),
    case("long: by figure, not by unit", (HEAD, *sorted(RECORDS, key=lambda row: str(row[1])))),
    case(
        "long: under a letterhead, above notes",
        (
            ("LIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC GIANG",),
            ("SỐ LIỆU THÁNG 6 NĂM 2025",),
            (),
            HEAD,
            *RECORDS,
            (),
            ("Ghi chú: số liệu tính đến ngày 30/6/2025",),
            (None, None, "Bắc Giang, ngày 03 tháng 7 năm 2025"),
            ("NGƯỜI LẬP BIỂU", None, "CHỦ TỊCH"),
        ),
    ),
    case(
        "long: codes of units and of figures",
        (
            ("Mã đơn vị", "Mã chỉ tiêu", "Giá trị"),
            *((CODES[str(name)], tuple(OF_A)[LABELS.index(str(label))], cell) for name, label, cell in RECORDS),
        ),
    ),
    *(
        case(
            f"long: codes that the plan has among its aliases: {code.format(1)}",
            (
                ("Mã đơn vị", "Mã chỉ tiêu", "Giá trị"),
                *((CODES[str(name)], code.format(LABELS.index(str(label))), cell) for name, label, cell in RECORDS),
            ),
            plan=_with_aliases(code),
        )
        for code in ("CT{}", "01.{:02d}", "{}")
    ),
    case(
        "long: every column that an export has",
        (
            ("STT", "Mã", "Tên đơn vị", "Mã chỉ tiêu", "Tên chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"),
            *(
                (number, CODES[str(name)], name, f"CT{LABELS.index(str(label))}", label, "máy", cell, None)
                for number, (name, label, cell) in enumerate(RECORDS, 1)
            ),
        ),
    ),
    case("long: a month's number in each row", _of_months("Tháng", 5, 6)),
    case("long: the period in each row", _of_months("Kỳ báo cáo", "05/2025", "06/2025")),
    case(
        "long: the period of all rows",
        (("Đơn vị", "Kỳ", "Chỉ tiêu", "Giá trị"), *((name, "Tháng 6/2025", label, cell) for name, label, cell in RECORDS)),
        period=None,
    ),
    case(
        "long: planned and done",
        (
            ("Đơn vị", "Chỉ tiêu", "Loại số liệu", "Giá trị"),
            *(
                (name, label, kind, cell if kind == "Thực hiện" else 99)
                for name, label, cell in RECORDS
                for kind in ("Kế hoạch", "Thực hiện")
            ),
        ),
    ),
    case("long: all of it, and its parts", _of_kinds({"Tổng số": None, "Nam": 1, "Nữ": 2})),
    case("long: its parts alone", _of_kinds({"Nam": 1, "Nữ": 2}), {}, "UA147"),
    case("long: one part alone", _of_kinds({"Nữ": None}), {}, "UA147"),
    case("long: what was planned alone", _of_kinds({"Kế hoạch": None}), {}, "UA145"),
    case("long: kinds that nobody knows", _of_kinds({"Loại A": None, "Loại B": 7}), {}, "UA116"),
    case("long: one kind that nobody knows", _of_kinds({"Loại A": None})),
    case("long: the period under a heading that nobody knows", _of_months("Đợt nhập", "Tháng 5/2025", "Tháng 6/2025")),
    case(
        "long: of the month, and since January, in rows of their own",
        (
            ("Đơn vị", "Chỉ tiêu", "Loại", "Giá trị"),
            *(
                (NAME_A, label, kind, cell)
                for label, *cells in ((HELD, 12, 60), (ONLINE, 9, 40))
                for kind, cell in zip(IN_ROWS, cells, strict=True)
            ),
            (NAME_A, REPLACED, IN_ROWS[1], 7),
        ),
        {"BG01": {"meetings_total": 12, "meetings_online": 9, "equipment_replaced": 7}},
        plan=SINCE,
    ),
    case(
        "long: since January alone",
        (("Đơn vị", "Chỉ tiêu", "Loại", "Giá trị"), (NAME_A, HELD, "Lũy kế", 60), (NAME_A, REPLACED, "Lũy kế", 7)),
        {"BG01": {"equipment_replaced": 7}},
        "UA145",
        plan=SINCE,
    ),
    case(
        "long: the code of one figure and the name of another",
        (
            ("Đơn vị", "Mã chỉ tiêu", "Chỉ tiêu", "Giá trị"),
            *((name, tuple(OF_A)[LABELS.index(str(label)) ^ (cell == OWN_A[0])], label, cell) for name, label, cell in RECORDS),
        ),
        NOT_COMPUTERS,
        "UA102",
    ),
    case(
        "long: a plan's column beside it", (("Đơn vị", "Chỉ tiêu", "Kế hoạch", "Thực hiện"), *((*row[:2], 99, row[2]) for row in RECORDS))
    ),
    case("long: months beside each other", (("Đơn vị", "Chỉ tiêu", "Tháng 5", "Tháng 6"), *((*row[:2], 99, row[2]) for row in RECORDS))),
    case("long: values under their own month", (("Đơn vị", "Chỉ tiêu", "Số liệu tháng 6/2025"), *RECORDS), period=None),
    case("long: values of another month", (("Đơn vị", "Chỉ tiêu", "Tháng 5"), *RECORDS), periods={"2025-05": {"BG01": OF_A, "BG02": OF_B}}),
    case("long: a unit of measure over the values", (("Đơn vị", "Chỉ tiêu", "Giá trị (số lượng)"), *RECORDS)),
    case("long: thousands over the values", (("Đơn vị", "Chỉ tiêu", "Giá trị (nghìn)"), *RECORDS), {}, "UA125"),
    case("long: values under a heading that nobody knows", (("Đơn vị", "Chỉ tiêu", "SL"), *RECORDS), {"BG01": OF_A, "BG02": OF_B}, "UA146"),
    case("long: values under “Ghi chú”", (("Đơn vị", "Chỉ tiêu", "Ghi chú"), *RECORDS), {}),
    case("long: one unit alone", (HEAD, *RECORDS[:4]), {"BG01": OF_A}),
    case("long: a unit written once", (HEAD, *_once(RECORDS))),
    case("long: a unit merged over its rows", Page((HEAD, *_once(RECORDS)), [(1, 0, 4, 0), (5, 0, 8, 0)])),
    case("long: a row without a unit", (HEAD, *RECORDS[:2], (None, *RECORDS[2][1:]), *RECORDS[3:]), NOT_SECRET, "UA122"),
    case("long: a value without a label", (HEAD, *RECORDS[:2], (NAME_A, None, 3), *RECORDS[3:]), NOT_SECRET, "UA134"),
    case("long: a row is missing", (HEAD, *RECORDS[:2], *RECORDS[3:]), NOT_SECRET),
    case(
        "long: no row of it for anybody",
        (HEAD, *(row for row in RECORDS if row[1] != LABELS[0])),
        {
            "BG01": but(OF_A, "computers"),
            "BG02": but(OF_B, "computers"),
        },
        "UA101",
    ),
    case("long: the same figure again", (HEAD, *RECORDS, RECORDS[0]), {"BG01": OF_A, "BG02": OF_B}, "UA115"),
    case("long: another figure", (HEAD, *RECORDS, (NAME_A, LABELS[0], 121)), NOT_COMPUTERS, "UA116"),
    case("long: two labels of one field, two figures", (HEAD, *RECORDS, (NAME_A, "Máy tính › Tổng số", 121)), NOT_COMPUTERS, "UA116"),
    case("long: labels that nobody knows", (HEAD, *RECORDS, (NAME_A, "Số xe ô tô", 5)), {"BG01": OF_A, "BG02": OF_B}, "UA102"),
    case("long: a misspelt label", (HEAD, (NAME_A, "Tổng số máy tímh", 120), *RECORDS[1:]), {"BG01": OF_A, "BG02": OF_B}, "UA106"),
    case("long: a unit that nobody knows", (HEAD, *RECORDS, ("LĐLĐ huyện Xa Lạ", LABELS[0], 7)), {"BG01": OF_A, "BG02": OF_B}, "UA109"),
    case(
        "long: totals",
        (HEAD, *RECORDS, ("Toàn tỉnh", LABELS[0], 200), ("Toàn tỉnh", LABELS[1], 172)),
        {"BG01": OF_A, "BG02": OF_B},
        "UA121",
    ),
    case(
        "long: a figure in thousands",
        (
            ("Chỉ tiêu", "Đơn vị tính", "Đơn vị", "Giá trị"),
            *((label, "nghìn máy" if cell == 120 else "máy", name, cell) for name, label, cell in RECORDS),
        ),
        NOT_COMPUTERS,
        "UA125",
    ),
    case(
        "long: a value merged over two rows",
        Page((HEAD, *RECORDS), [(1, 2, 2, 2)]),
        {"BG01": but(OF_A, "computers", "safe"), "BG02": OF_B},
        "UA221",
    ),
    case("long: an odd value", (HEAD, (NAME_A, LABELS[0], "khoảng 120"), *RECORDS[1:]), NOT_COMPUTERS, "UA201"),
    case("long: headings once more", (HEAD, *RECORDS[:4], HEAD, *RECORDS[4:])),
    case(
        "long: a wide table below it",
        (
            HEAD,
            *RECORDS[:4],
            (),
            ("STT", "Tên đơn vị", *LABELS),
            (1, NAME_B, *OWN_B),
        ),
    ),
    case("long: as a text file", (HEAD, *RECORDS), saved="comma, UTF-8"),
    folder("long: a comma within a value", {"a.csv": _in_lines(HEAD, (NAME_A, LABELS[0], "1,5"), *RECORDS[1:])}, NOT_COMPUTERS, "UA131"),
    folder(
        "long: a comma within a name", {"a.csv": _in_lines(HEAD, ("LĐLĐ, Yên Dũng", LABELS[0], 120), *RECORDS[1:])}, NOT_COMPUTERS, "UA131"
    ),
    case(
        "long: of the month, and since January",
        (
            ("Đơn vị", "Chỉ tiêu", "Trong tháng", "Lũy kế"),
            (NAME_A, HELD, 12, 60),
            (NAME_A, ONLINE, 9, 40),
            (NAME_A, REPLACED, 2, 7),
            (NAME_A, COMPUTERS, 45, 46),
        ),
        {"BG01": {"meetings_total": 12, "meetings_online": 9, "equipment_replaced": 7}},
        "UA143",
        plan=SINCE,
    ),
    case("no long table: no headings", RECORDS, {}, "UA150"),
    case("no long table: no heading over the units", (("Nơi gửi", "Chỉ tiêu", "Giá trị"), *RECORDS), {}, "UA150"),
    case("no long table: no heading over the labels", (("Đơn vị", None, "Giá trị"), *RECORDS), {}, "UA150"),
    case(
        "no long table: units between their rows",
        (HEAD[1:], (NAME_A,), *(row[1:] for row in RECORDS[:4]), (NAME_B,), *(row[1:] for row in RECORDS[4:])),
        {},
        "UA150",
    ),
    case(
        "no long table: one unit's form with a label twice", (*OWN, (5, LABELS[0], "máy", 121)), {"BG01": but(OF_A, "computers")}, "UA104"
    ),
    case(
        "no long table: units of measure under “Đơn vị”",
        (
            ("Đơn vị: LĐLĐ huyện Yên Dũng",),
            ("STT", "Chỉ tiêu", "Đơn vị", "Giá trị"),
            *((number, label, "máy", cell) for number, (label, cell) in enumerate(zip(LABELS, OWN_A, strict=True), 1)),
        ),
        {"BG01": OF_A},
    ),
]
