"""Rule 2: what the figures are counted in, wherever that is said: in per cent or in thousands they are no counts."""

from corpus.case import HEAD, OF_A, OF_B, Case, Truth, case
from corpus.cases.office_tables import NAME_A, NAME_B
from corpus.pages import Page, Row, Rows, Value

LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
COMPUTERS, SAFE, SECRET = HEAD[3:6]
ONLY_SECRET: Truth = {"BG01": {"secret": 3}}
TABLE: Rows = (("STT", "Tên đơn vị", COMPUTERS, SAFE), (1, NAME_A, 88, 77), (2, NAME_B, 79, 66))
FORM: Rows = (LINE, ("STT", "Chỉ tiêu", "Số liệu"), (1, COMPUTERS, 88), (2, SAFE, 77))


def _measured(id_: str, *measures: Value, true: Truth, says: tuple[str, ...] = ()) -> Case:
    lines = zip((COMPUTERS, SAFE, SECRET), measures, (88, 77, 3), strict=True)
    rows: Rows = (LINE, ("STT", "Chỉ tiêu", "ĐVT", "Số liệu"), *((number, *line) for number, line in enumerate(lines, 1)))
    return case(f"measures: {id_}", rows, true, *says)


CASES = [
    *(
        case(f"measures: {what} under {text!r}", ((text,), *rows), {}, "UA125")
        for what, rows in (("a table", TABLE), ("a form", FORM))
        for text in ("(Đơn vị tính: %)", "ĐVT: %", "Đơn vị tính: nghìn máy")
    ),
    *(
        case(
            f"measures: a table under {text!r}",
            ((text,), *TABLE),
            {"BG01": {"computers": 88, "safe": 77}, "BG02": {"computers": 79, "safe": 66}},
        )
        for text in ("Đơn vị tính: máy", "ĐVT: máy, %")
    ),
    case(
        "measures: percentages alone under that they are",
        (("Đơn vị tính: %",), ("STT", "Tên đơn vị", "Tỷ lệ máy tính được bảo vệ bằng phần mềm"), (1, NAME_A, 85), (2, NAME_B, 93)),
        {"BG01": {"safe %": 85}, "BG02": {"safe %": 93}},
    ),
    case(
        "measures: the heading of a form's figures",
        (LINE, ("STT", "Chỉ tiêu", "Số liệu (nghìn máy)"), (1, COMPUTERS, 88), (2, SAFE, 77)),
        {},
        "UA125",
    ),
    case(
        "measures: a section",
        (
            LINE,
            ("STT", "Chỉ tiêu", "Số liệu"),
            (1, SECRET, 3),
            ("II", "Máy tính (ĐVT: nghìn máy)", None),
            (1, COMPUTERS, 88),
            (2, SAFE, 77),
        ),
        ONLY_SECRET,
        "UA125",
    ),
    _measured("beside labels", "nghìn máy", "nghìn máy", "máy", true=ONLY_SECRET, says=("UA125",)),
    *(
        _measured(f"beside labels, going on as {text!r}", "nghìn máy", text, "máy", true=ONLY_SECRET, says=("UA125",))
        for text in ('"', "nt", "-nt-", "n.t", "như trên", "''")
    ),
    _measured("per cent beside labels, going on", "%", "nt", "máy", true={"BG01": {"secret": 3, "safe %": 77}}, says=("UA125",)),
    _measured("ones beside labels, going on", "máy", '"', '"', true={"BG01": {"computers": 88, "safe": 77, "secret": 3}}),
    _measured("a blank goes on with nothing", "nghìn máy", None, "máy", true={"BG01": {"safe": 77, "secret": 3}}, says=("UA125",)),
    case(
        "measures: merged over two labels",
        Page(
            (LINE, ("STT", "Chỉ tiêu", "ĐVT", "Số liệu"), (1, COMPUTERS, "nghìn máy", 88), (2, SAFE, None, 77), (3, SECRET, "máy", 3)),
            [(2, 2, 3, 2)],
        ),
        ONLY_SECRET,
        "UA125",
    ),
    case(
        "measures: a row of them under the headings",
        (("STT", "Tên đơn vị", COMPUTERS, SAFE), (None, None, "máy", "%"), (1, NAME_A, 120, 80), (2, NAME_B, 80, 93)),
        {"BG01": {"computers": OF_A["computers"], "safe %": 80}, "BG02": {"computers": OF_B["computers"], "safe %": 93}},
    ),
]
