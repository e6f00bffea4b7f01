"""Rule 6: the answers to an online form, where a unit answered twice: the later one is its submission, where the times tell which it is."""

from datetime import date, datetime

from corpus.case import HEAD, OF_A, TRUE, A, B, Case, case
from corpus.pages import Row, Rows, Value

EARLIER: Row = (A[2], 100, 90, 1, "chưa")
LATER: Row = A[2:]
_at = datetime.fromisoformat
NOTHING_SURE = {"BG02": TRUE["BG02"]}
BEGUN: Row = (A[2], 100, 90, 3, None)


def _answers(first: Value, between: Value, last: Value, *, heading: str = "Dấu thời gian", one: Row = EARLIER, other: Row = LATER) -> Rows:
    """The answers of three days, the first and the last of one unit."""
    return ((heading, *HEAD[2:]), (first, *one), (between, *B[2:]), (last, *other))


SURE: tuple[tuple[Value, Value, Value], ...] = (
    (_at("2025-07-02 08:30"), _at("2025-07-03 09:00"), _at("2025-07-05 10:15")),
    (_at("2025-07-05 08:30"), _at("2025-07-05 09:00"), _at("2025-07-05 10:15")),
    (date(2025, 7, 2), date(2025, 7, 3), date(2025, 7, 5)),
    ("02/07/2025 8:30:00", "03/07/2025 9:00:00", "05/07/2025 10:15:30"),
    ("7/2/2025 8:30:00", "7/3/2025 9:00:00", "7/15/2025 10:15:30"),
    ("2025/07/02 8:30:00 CH GMT+7", "2025/07/03 9:00:00 SA GMT+7", "2025/07/05 10:15:30 SA GMT+7"),
    ("2025-07-02 08:30", "2025-07-03", "2025-07-02 18:30"),
    ("8:30 2/7/2025", "9:00 3/7/2025", "10:15 5/7/2025"),
    ("02/07/2025 11:30:00 AM", "03/07/2025", "02/07/2025 1:05:00 PM"),
)
UNSURE: tuple[tuple[Value, Value, Value], ...] = (
    ("02/08/2025 8:30", "03/07/2025 9:00", "08/07/2025 10:15"),  # one order by day and month, another by month and day
    (_at("2025-02-07 08:30"), "15/07/2025 9:00", "15/07/2025 10:15"),
    (date(2025, 7, 2), None, date(2025, 7, 2)),
    ("02/07/2025", None, None),
    ("sáng thứ hai", None, "chiều thứ hai"),
)

CASES: list[Case] = [
    *(
        case(f"answers: the later one of {times[0]!s} and {times[2]!s}, {saved}", _answers(*times), TRUE, "UA132", saved=saved)
        for times in SURE
        for saved in ("xlsx", "comma, UTF-8")
        if saved == "xlsx" or isinstance(times[0], str)
    ),
    *(
        case(
            f"answers: the later one stands first, of {times[0]!s} and {times[2]!s}",
            _answers(times[2], *times[1::-1], one=LATER, other=EARLIER),
            TRUE,
            "UA132",
        )
        for times in SURE[:5]
    ),
    *(
        case(f"answers: nothing tells which of {one!s} and {last!s}", _answers(one, between, last), NOTHING_SURE, "UA116")
        for one, between, last in UNSURE
    ),
    *(case(f"answers: a column {heading!r}", _answers(*SURE[0], heading=heading), TRUE, "UA132") for heading in ("Timestamp", "Ngày gửi")),
    case("answers: the time of something else", _answers(*SURE[0], heading="Thời hạn hoàn thành"), NOTHING_SURE, "UA116"),
    case("answers: twice the same", _answers(*SURE[0], one=LATER), TRUE, "UA115"),
    case(
        "answers: what the later one leaves out",
        _answers(*SURE[0], one=LATER, other=BEGUN),
        {"BG01": {**OF_A, "computers": 100, "safe": 90}, **NOTHING_SURE},
        "UA132",
    ),
    case(
        "answers: three of one unit",
        (
            (("Dấu thời gian", *HEAD[2:])),
            ("05/07/2025 10:00", *LATER),
            ("02/07/2025 8:00", *EARLIER),
            ("03/07/2025 8:00", A[2], 99, 9, 3, "có"),
        ),
        {"BG01": OF_A},
        "UA132",
    ),
]
