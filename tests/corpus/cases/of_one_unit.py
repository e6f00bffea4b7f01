"""Rules 3, 6 and 11: rows of a unit's own table; sums under a name, an example among the rows; drafts and final versions."""

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Truth, but, case, folder
from corpus.cases.office_tables import BY_NAME, NAME_A, NAME_B
from corpus.cases.units import FORM, YD
from corpus.pages import Row, Rows

LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
BARE: Row = (HEAD[0], *HEAD[2:])
OWN: Row = (120, 96, 3, "có")
PART: Row = (20, 10, 1, "có")
TRUE_BELOW: Truth = {
    "CĐCS Trường A": {"computers": 15, "safe": 13, "secret": 2},
    "CĐCS Trường B": {"computers": 24, "safe": 21, "secret": 1},
}
BELOW: Rows = ((1, "CĐCS Trường A", 15, 13, 2), (2, "CĐCS Trường B", 24, 21, 1))
SUM: Row = (None, "LĐLĐ huyện Yên Dũng", 39, 34, 3)
CHANGED: Truth = {"BG01": {**OF_A, "computers": 130}}
LATER: Rows = (LINE, FORM[0], (1, FORM[1][1], "máy", 130), *FORM[2:])


def _table(*rows: Row, over: str = "Nội dung") -> Rows:
    return (LINE, (), (HEAD[0], over, *HEAD[3:]), *rows)


CASES = [
    case("one unit's table: a total, and a part of it", _table((1, "Tổng số", *OWN), (2, "Trong đó: xách tay", *PART)), YD),
    case(
        "one unit's table: departments and their total",
        _table((1, "Văn phòng", *PART), (2, "Ban Tổ chức", *PART), (None, "Cộng", *OWN)),
        {},
        "UA122",
    ),
    case("one unit's table: a row and a total of the same", _table((1, "Văn phòng", *OWN), (None, "Cộng", *OWN)), YD),
    case("one unit's table: a row that its total does not agree with", _table((1, "Văn phòng", *PART), (None, "Cộng", *OWN)), {}, "UA122"),
    case(
        "one unit's table: a row a month, and the total of all",
        _table((1, "Tháng 5", *PART), (2, "Tháng 6", *OWN), (None, "Cộng", 140, 106, 4), over="Tháng"),
        YD,
    ),
    case("sums under the name of the unit above, without a roster", (BARE, *BELOW, SUM), TRUE_BELOW, "UA137", roster=None),
    case("sums under the name of the unit above, first, without a roster", (BARE, SUM, *BELOW), TRUE_BELOW, "UA137", roster=None),
    case(
        "two districts are above nobody, without a roster",
        (BARE, (1, NAME_A, *A[3:]), (2, NAME_B, *B[3:]), (3, "CĐCS Trường A", 200, 171, 5)),
        {**BY_NAME, "CĐCS Trường A": {"computers": 200, "safe": 171, "secret": 5}},
        roster=None,
    ),
    *(
        case(f"an example among the rows: {text!r}", (HEAD, (text, *B[1:3], 1, 1, 1, "có"), A), YD)
        for text in ("VD", "Ví dụ", "Mẫu", "Ví dụ:")
    ),
    *(
        case(
            f"{text!r} is no unit's column, without a roster",
            (("Chỉ tiêu", NAME_A, NAME_B, text), *((label, a, b, 1) for label, a, b in zip(HEAD[3:6], A[3:6], B[3:6], strict=True))),
            {NAME_A: but(OF_A, "studied"), NAME_B: but(OF_B, "studied")},
            roster=None,
        )
        for text in ("Bình quân", "Trung bình", "So với tháng trước")
    ),
    *(
        folder(f"the later of {first!r} and {second!r}", {f"{first}.xlsx": (LINE, *FORM), f"{second}.xlsx": LATER}, CHANGED, "UA132")
        for first, second in (
            ("BC du thao", "BC"),
            ("BC so bo", "BC chinh thuc"),
            ("BC", "BC final"),
            ("BC", "BC mới nhất"),
            ("BC bản nháp", "BC cuoi cung"),
        )
    ),
    folder(
        "a draft that is called final is in no order",
        {"BC du thao cuoi cung.xlsx": (LINE, *FORM), "BC.xlsx": LATER},
        {"BG01": but(OF_A, "computers")},
        "UA116",
    ),
    case("a total of units is none of theirs", (HEAD, A, B, (None, None, "Tổng cộng", 200, 171, 5)), TRUE),
]
