"""Rules 2, 3 and 4: tables are found by their headings, however these are written; group headings are filled across."""

import unicodedata

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Case, but, case
from corpus.pages import Page, Row, Rows

STT = (
    "STT",
    "TT",
    "SỐ TT",
    "Stt",
    "S.T.T",
    "S.T.T.",
    "T.T",
    "Số TT",
    "Số thứ tự",
    "SỐ THỨ TỰ",
    "Số T.T",
    "S TT",
    "No.",
    "№",
    "#",
    " STT ",
    "STT\n",
    "STT.",
)

SAFE = "Số máy tính được bảo vệ bằng phần mềm"


def _headed(id_: str, heading: str, *says: str) -> Case:
    """The heading of the protected computers, written in another way."""
    return case(f"rule 2: {id_}", ((*HEAD[:4], heading, *HEAD[5:]), A, B), TRUE, *says)


def _groups(depth: int) -> Rows:
    """Return a header so deep: the figures stand under "Máy tính", under one more heading for each further row."""
    over: Rows = tuple(
        (None, None, None, f"{level} kết quả thực hiện", None, None, None) for level in ("A.", "B.", "C.", "D.")[: depth - 2]
    )
    top: Row = ("STT", "Mã đơn vị", "Tên đơn vị", "Máy tính", None, "Số máy mật", "Đã tổ chức học tập")
    leaves: Row = (None, None, None, "Tổng số", "Được bảo vệ", None, None)
    return (*over, top, leaves, A, B)


def _merged(depth: int) -> Page:
    last = depth - 1
    spans = [(last - 1, column, last, column) for column in (0, 1, 2, 5, 6)]
    return Page(_groups(depth), [*spans, (last - 1, 3, last - 1, 4), *((row, 3, row, 6) for row in range(depth - 2))])


WITHOUT_SAFE = {unit: but(fields, "safe") for unit, fields in TRUE.items()}
PLANNED: Rows = (
    ("Mã đơn vị", "Kế hoạch", None, "Thực hiện", None),
    (None, HEAD[3], HEAD[4], HEAD[3], HEAD[4]),
    ("BG01", 999, 888, 120, 96),
)

TWICE = (
    ("STT", "Tên đơn vị", "Máy tính", None, "Văn bản", None),
    (None, None, "Tổng số", "Được bảo vệ", "Tổng số", "Văn bản mật"),
    (1, "LĐLĐ huyện Yên Dũng", 120, 96, 500, 7),
)

CASES = [
    *(case(f"rule 2: a running number headed {stt.strip()!r}, {number}", ((stt, *HEAD[1:]), A, B)) for number, stt in enumerate(STT, 1)),
    case("rule 2: no running number", tuple(row[1:] for row in (HEAD, A, B))),
    case("rule 2: no codes", tuple((row[0], *row[2:]) for row in (HEAD, A, B))),
    case("rule 2: no names", tuple((*row[:2], *row[3:]) for row in (HEAD, A, B))),
    case("rule 2: the columns in another order", tuple(row[::-1] for row in (HEAD, A, B))),
    case("rule 2: capitals", (tuple(text.upper() for text in HEAD), A, B)),
    _headed("accents left out", "So may tinh duoc bao ve bang phan mem"),
    _headed("letters decomposed", unicodedata.normalize("NFD", SAFE)),
    _headed("a line break", "Số máy tính\nđược bảo vệ\nbằng phần mềm"),
    _headed("double spaces", "Số  máy tính   được bảo vệ bằng  phần mềm "),
    _headed("spaces that do not break", SAFE.replace(" ", "\xa0")),
    _headed("the unit of measure in brackets", f"{SAFE} (máy)"),
    _headed("the unit of measure after a line break", f"{SAFE}\n(máy)"),
    _headed("the unit of measure named", f"{SAFE} (ĐVT: máy)"),
    _headed("the number of the column in brackets", f"{SAFE} (5)"),
    _headed("an ordinal before it", f"2. {SAFE}"),
    _headed("a letter before it", f"b) {SAFE}"),
    _headed("a dash before it", f"- {SAFE}"),
    _headed("a colon after it", f"{SAFE}:"),
    _headed("part of the whole", f"Trong đó: {SAFE}"),
    _headed("a letter wrong", "Số máy tính được bảo vệ bằng phâm mềm", "UA106"),
    _headed("a letter too many", "Số máy tính được bảo vệ bằng phầnn mềm", "UA106"),
    _headed("a small word left out", "Số máy tính bảo vệ bằng phần mềm", "UA106"),
    _headed("the field's own name in English", "Number of safe"),
    case(
        "rule 2: a heading that could be two fields names both and is neither",
        ((*HEAD[:4], "Máy nào đó", *HEAD[5:]), A, B),
        {unit: but(fields, "safe") for unit, fields in TRUE.items()},
        "UA103",
    ),
    case(
        "rule 2: a heading that nobody knows is not guessed by its place",
        ((*HEAD[:4], "Số điện thoại", *HEAD[5:]), A, B),
        {unit: but(fields, "safe") for unit, fields in TRUE.items()},
        "UA101",
        "UA102",
    ),
    case(
        "rule 3: a field without a column is said",
        tuple(row[:6] for row in (HEAD, A, B)),
        {unit: but(fields, "studied") for unit, fields in TRUE.items()},
        "UA101",
    ),
    case("rule 3: a column without a field is said", ((*HEAD, "Số xe ô tô"), (*A, 4), (*B, 5)), TRUE, "UA102"),
    case("rule 3: a column of notes need not be said", ((*HEAD, "Ghi chú"), (*A, "máy mới 2"), B)),
    case("rule 2: the same field twice with the same figures", ((*HEAD, "Tổng số máy tính"), (*A, 120), (*B, 80)), TRUE, "UA105"),
    case(
        "rule 2: the same field twice with different figures",
        ((*HEAD, "Tổng số máy tính"), (*A, 121), (*B, 80)),
        {"BG01": but(OF_A, "computers"), "BG02": but(OF_B, "computers")},
        "UA104",
    ),
    *(case(f"rule 4: a header of {depth} rows, merged", _merged(depth)) for depth in range(2, 7)),
    *(case(f"rule 4: a header of {depth} rows, stacked without merging", _groups(depth)) for depth in range(2, 7)),
    case(
        "rule 4: the same leaf twice, told apart by its group",
        Page(TWICE, [(0, 2, 0, 3), (0, 4, 0, 5)]),
        {"BG01": {"computers": 120, "safe": 96}},
    ),
    case("rule 4: the same leaf twice, stacked", TWICE, {"BG01": {"computers": 120, "safe": 96}}),
    *(
        case(f"rule 2: {heading!r} is another figure", ((*HEAD[:4], heading, *HEAD[5:]), A, B), WITHOUT_SAFE, "UA102")
        for heading in (
            "Số máy tính chưa được bảo vệ bằng phần mềm",
            "Số máy tính không được bảo vệ bằng phần mềm",
            f"{SAFE} năm 2024",
            f"{SAFE} tăng thêm",
            f"Kế hoạch {SAFE.lower()}",
        )
    ),
    case(
        "rule 2: a heading in thousands is not read as ones", ((*HEAD[:4], f"{SAFE} (nghìn máy)", *HEAD[5:]), A, B), WITHOUT_SAFE, "UA125"
    ),
    *(
        case(f"rule 4: what was planned and what was done, {how}", Page(PLANNED, merged), {"BG01": {"computers": 120, "safe": 96}})
        for how, merged in (("merged", [(0, 1, 0, 2), (0, 3, 0, 4)]), ("stacked", []))
    ),
    case("rule 2: the columns numbered", (HEAD, ("A", "B", "C", 1, 2, 3, 4), A, B)),
    case("rule 2: the columns numbered, with their formulas", (HEAD, ("A", "B", "C", "1", "2=3+4", "3", "4"), A, B)),
    case("rule 2: the columns numbered in brackets", (HEAD, ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"), A, B)),
    case("rule 2: the header again at a page break", (HEAD, A, HEAD, B)),
    case("rule 2: the header again, with its numbers", (HEAD, ("A", "B", "C", 1, 2, 3, 4), A, HEAD, ("A", "B", "C", 1, 2, 3, 4), B)),
    case(
        "rule 2: a unit's row that is misread as the columns' numbers",
        (HEAD, (1, "BG01", "LĐLĐ huyện Yên Dũng", 2, 1, 0, 1), B),
        {"BG01": {"computers": 2, "safe": 1, "secret": 0, "studied": 1}, "BG02": OF_B},
    ),
]
