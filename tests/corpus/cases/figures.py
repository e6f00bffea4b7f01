"""Rules 7, 8 and 9: what a figure is, and what is none."""

from datetime import date

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Case, but, case
from corpus.pages import Shown, Value

BESIDE = (3, "BG03", "LĐLĐ huyện Hiệp Hòa")


def _computers(id_: str, value: Value, count: int | None, *says: str, beside: Value = 80, saved: str = "xlsx") -> Case:
    """One cell of the column of computers, with nothing smaller beside it that would decide; `beside`: the cell below."""
    rows = (HEAD, (*A[:3], value, None, None, "có"), (*B[:3], beside, None, None, "chưa"))
    true = {"BG01": {"studied": 1}, "BG02": {"studied": 0}}
    if count is not None:
        true["BG01"]["computers"] = count
    if isinstance(beside, int):
        true["BG02"]["computers"] = beside
    elif isinstance(beside, str) and not says:
        true["BG02"]["computers"] = int(beside.replace(".", "").replace(",", ""))
    return case(f"rule 7: {id_}", rows, true, *says, saved=saved)


def _studied(value: Value, answer: int | None, *says: str) -> Case:
    true = {"BG01": {**OF_A, "studied": answer}} if answer is not None else {"BG01": but(OF_A, "studied")}
    shown = "ticked" if value == "✓" else repr(value)
    return case(
        f"rule 8: {shown} is {'no answer' if answer is None else 'yes' if answer else 'no'}",
        (HEAD, (*A[:6], value), B),
        {**true, "BG02": OF_B},
        *says,
    )


def _read(id_: str, value: Value, count: int) -> Case:
    return _computers(id_, value, count)


def _not(id_: str, value: Value, code: str) -> Case:
    return _computers(f"{id_} is not read", value, None, code)


READ: tuple[tuple[str, Value, int], ...] = (
    ("a number", 1234, 1234),
    ("a number that is stored as a fraction", 1234.0, 1234),
    ("a zero", 0, 0),
    ("what computing left of a whole number", 1234.0000000000002, 1234),
    ("digits as text", "1234", 1234),
    ("digits with spaces at the edges", " 1234  ", 1234),
    ("digits with a space that does not break", "1234\xa0", 1234),
    ("digits behind a sign nobody sees", "\u200b1234", 1234),
    ("a single digit with a zero", "05", 5),
    ("thousands by a point", "1.234", 1234),
    ("thousands by a comma", "1,234", 1234),
    ("thousands by a space", "1 234", 1234),
    ("thousands by a space that does not break", "1\xa0234", 1234),
    ("thousands by a narrow space", "1\u202f234", 1234),
    ("millions by points", "1.234.567", 1234567),
    ("millions by points, ending in zeros", "12.000.000", 12000000),
    ("a whole number with decimals", "12,0", 12),
    ("a whole number with a decimal point", "12.00", 12),
    ("thousands with decimals", "1.234,00", 1234),
    ("the field's unit behind it", "12 máy", 12),
    ("the field's whole unit behind it", "12 máy tính", 12),
    ("the field's unit behind it without a space", "12máy", 12),
    ("thousands with the unit", "1.234 máy", 1234),
)
NOT_READ: tuple[tuple[str, Value, str], ...] = (
    ("a true fraction that may be a thousand", 1.234, "UA207"),
    ("a true fraction that may be thousands", 12.5, "UA207"),
    ("a true fraction", 12.3456, "UA206"),
    ("a fraction as text", "12,5", "UA206"),
    ("a negative number", -3, "UA205"),
    ("a negative number as text", "-3", "UA205"),
    ("a letter behind the digits", "12a", "UA201"),
    ("a stray point", "8.5.", "UA201"),
    ("a stray accent", "7.1`", "UA201"),
    ("a stray sign before", "`11", "UA201"),
    ("about so many", "khoảng 20", "UA201"),
    ("more than so many", "> 20", "UA201"),
    ("a range", "12-15", "UA210"),
    ("a pair", "120/121 (99,17%)", "UA210"),
    ("a percentage as text", "85%", "UA209"),
    ("a percentage with decimals", "85,5 %", "UA209"),
    ("a percentage by its format", Shown(0.85, "0%"), "UA209"),
    ("another unit", "12 người", "UA201"),
    ("a telephone number", "0912345678", "UA217"),
    ("a code", "007", "UA217"),
    ("more than any count", 10**13, "UA208"),
    ("a date", date(2025, 6, 30), "UA211"),
    ("a date as text", "30/06/2025", "UA211"),
    ("an ISO date", "2025-06-30", "UA211"),
    ("a tick", "x", "UA212"),
    ("a yes", "có", "UA212"),
    ("true", True, "UA212"),
    ("words", "đang cập nhật", "UA201"),
    ("two numbers", "12 và 15", "UA201"),
    ("digits grouped badly", "1.23.456", "UA201"),
    ("letters that look like digits", "1O0", "UA201"),
    ("a number in words", "mười hai", "UA201"),
    ("a number in brackets, which accountants mean as negative", "(12)", "UA201"),
    ("a number with a footnote", "12*", "UA201"),
    ("a number with a raised footnote", "12¹", "UA201"),
    ("a sign before it", "+12", "UA201"),
    ("a sign behind it", "12-", "UA201"),
    ("a doubt", "12?", "UA201"),
    ("a guess", "~12", "UA201"),
    ("thousands in words", "2 nghìn", "UA201"),
    ("thousands in a letter", "1k", "UA201"),
    ("a power of ten", "1e3", "UA201"),
    ("digits of another script", "٣", "UA201"),
    ("a roman number", "IV", "UA201"),
    ("too many decimals for thousands", "1.2345", "UA206"),
    ("thousands and three decimals", "12.345,678", "UA206"),
    ("three decimals after four digits", "1234.567", "UA206"),
    ("less than one", "0.123", "UA206"),
    ("two numbers with a sign between them", "12;13", "UA210"),
    ("a fraction of two numbers", "3/4", "UA210"),
    ("digits parted by a space", "1 23", "UA201"),
    ("two lines", "12\n13", "UA210"),
)
NOTHING = ("-", "–", "…", "...", "N/A", "không có", "/")
DECIDED = (
    ("by the column's other figures", "12.000", 12000, "1.234.567"),
    ("by the column's other figures, with commas", "12,000", 12000, "1,234,567"),
)

CASES = [
    *(_read(*each) for each in READ),
    *(_not(*each) for each in NOT_READ),
    *(_computers(f"{text!r} is a blank", text, None, "UA213") for text in NOTHING),
    *(_computers(f"12.000 is decided {how}", value, count, beside=beside) for how, value, count, beside in DECIDED),
    _computers("12.000 alone has two readings", "12.000", None, "UA202"),
    _computers("12.000 beside 1,5 has two readings", "12,000", None, "UA202"),
    _computers("numbers and text in one column", "120", 120, beside=80),
    case(
        "rule 7: 12.000 is decided by the part that it contains",
        (HEAD, (*A[:3], "12.000", 96, 3, "có"), B),
        {"BG01": {**OF_A, "computers": 12000}, "BG02": OF_B},
        "UA215",
    ),
    case(
        "rule 7: 12.000 is decided by the whole that contains it",
        (HEAD, (*A[:4], "96.000", 3, "có"), B),
        {"BG01": but(OF_A, "safe") | {"safe": 96}, "BG02": OF_B},
        "UA215",
    ),
    *(
        case(f"rule 7: digits as text, {saved}", (HEAD, tuple(map(str, A)), tuple(map(str, B))), TRUE, saved=saved)
        for saved in ("xlsx", "xls", "ods")
    ),
    case("rule 7: a decimal comma in a file with commas", (HEAD, (*A[:3], "120,0", 96, 3, "có"), B), TRUE, saved="comma, UTF-8"),
    case(
        "rule 7: a true number that may be a thousand, in a semicolon file",
        (HEAD, (*A[:3], "1.234", 96, 3, "có"), B),
        {"BG01": {**OF_A, "computers": 1234}, "BG02": OF_B},
        saved="semicolon, UTF-8",
    ),
    *(_studied(value, 1) for value in ("có", "Có", "CÓ", "đã", "x", "X", "✓", "rồi", "true", True, 1, "1", "đã có", "đã thực hiện", "yes")),
    *(_studied(value, 0) for value in ("không", "Không", "chưa", "chưa có", "false", False, 0, "0", "no")),
    *(
        _studied(value, None, code)
        for value, code in (("sắp có", "UA216"), (2, "UA216"), ("12", "UA216"), ("50%", "UA216"), ("-", "UA213"), ("có/không", "UA216"))
    ),
    case("rule 9: a percentage beside its counts is not used instead of them", ((*HEAD, "Tỷ lệ (%)"), (*A, 80), (*B, 94)), TRUE),
    case(
        "rule 9: a percentage under its group is not a count",
        (("Mã đơn vị", "Máy tính", None, None), (None, "Tổng số", "Được bảo vệ", "Tỷ lệ %"), ("BG01", 120, 96, 80), ("BG02", 80, 75, 94)),
        {"BG01": {"computers": 120, "safe": 96}, "BG02": {"computers": 80, "safe": 75}},
    ),
    case(
        "rule 7: a percentage column shown as one",
        ((*HEAD[:4], "Số máy tính được bảo vệ bằng phần mềm", *HEAD[5:]), (*A[:4], Shown(0.8, "0%"), *A[5:]), B),
        {"BG01": but(OF_A, "safe"), "BG02": OF_B},
        "UA209",
    ),
    case("rule 7: blanks are not zeros", (HEAD, (*A[:3], None, 96, 3, "có"), B), {"BG01": but(OF_A, "computers"), "BG02": OF_B}),
    case(
        "rule 7: a blank that the plan says is zero is said",
        (HEAD, (*A[:5], None, "có"), B),
        {"BG01": but(OF_A, "secret"), "BG02": OF_B},
        "UA214",
    ),
    case(
        "rule 4: a merged figure stands for its first unit only",
        (HEAD, A, (*BESIDE, None, 10, None, "có")),
        {"BG01": OF_A, "BG03": {"safe": 10, "studied": 1}},
    ),
]
