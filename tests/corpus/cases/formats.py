"""Rules 7 and 12: a number whose format shows something else is what a person sees, or none that is sure."""

from corpus.case import HEAD, OF_A, OF_B, TRUE, A, B, Case, but, case
from corpus.containers import as_text
from corpus.pages import Page, Shown

FORMATS: tuple[tuple[str, Shown, int | None, str], ...] = (
    ("a per cent sign that is only text", Shown(24, '0"%"'), None, "UA209"),
    ("a per cent sign that is escaped", Shown(24, r"0\%"), None, "UA209"),
    ("a percentage", Shown(0.24, "0%"), None, "UA209"),
    ("thousands of it", Shown(12000, "#,##0,"), None, "UA219"),
    ("thousands of it, rounded", Shown(1234, "0,"), None, "UA219"),
    ("millions of it", Shown(12_000_000, "#,##0,,"), None, "UA219"),
    ("a word that multiplies it", Shown(12, '0" nghìn"'), None, "UA219"),
    ("zeros that are only text", Shown(12, '0"000"'), None, "UA219"),
    ("decimals that look like thousands", Shown(12, "0.000"), None, "UA219"),
    ("nothing of it", Shown(12, ";;;"), None, "UA219"),
    ("a code", Shown(12, '"BG"0'), None, "UA201"),
    ("the field's unit", Shown(12, '0" máy"'), 12, ""),
    ("another field's unit", Shown(12, '0" người"'), None, "UA201"),
    ("thousands by commas", Shown(1234, "#,##0"), 1234, ""),
    ("decimals that it has not", Shown(12, "0.00"), 12, ""),
    ("a zero in thousands", Shown(0, "#,##0,"), 0, ""),
    ("nothing of a zero", Shown(0, "0;-0;;@"), None, "UA223"),
    ("nothing of a zero, grouped", Shown(0, "#,##0;-#,##0;"), None, "UA223"),
    ("none of a zero's digits", Shown(0, "#,###"), None, "UA223"),
    ("nothing of a zero, and another number", Shown(1234, "#,###"), 1234, ""),
    ("nothing of a zero, and one", Shown(1, "0;-0;;@"), 1, ""),
)
"""What the format shows, a number in it, what a person reads, and what is said."""
SHOWING = ("xlsx", "xlsm", "xls", "ods", "HTML saved as xls")


def _formatted(shows: str, value: Shown, count: int | None, code: str, saved: str) -> Case:
    """One cell of the column of computers. In a web page words are read as they stand, and what is not seen is not there."""
    rows = (HEAD, (*A[:3], value, None, None, "có"), (*B[:3], 80, None, None, "chưa"))
    true = {"BG01": {"studied": 1}, "BG02": {"computers": 80, "studied": 0}}
    if count is not None:
        true["BG01"]["computers"] = count
    is_words = saved.startswith("HTML") and not as_text(value).replace(".", "").isdigit()
    says = (code,) if code and not (is_words and code in ("UA219", "UA223")) else ()
    return case(f"rule 12: a format that shows {shows}, {saved}", rows, true, *says, saved=saved)


DASH = Shown(0, '#,##0;-#,##0;"-"')

CASES = [
    *(_formatted(*each, saved) for each in FORMATS for saved in SHOWING),
    *(_formatted("a zero as a dash", DASH, 0, "", saved) for saved in SHOWING[:-1]),
    case(
        "rule 12: a zero that is not seen, of a field whose blanks are zero, and of yes and no",
        (HEAD, (*A[:5], Shown(0, "#,###"), Shown(0, "#,###")), B),
        {"BG01": but(OF_A, "secret", "studied"), "BG02": OF_B},
        *("UA214", "UA223"),
    ),
    case(
        "rule 12: months whose formulas give zeros that are not seen are not filled in",
        {"T6": Page((HEAD, A, B)), "T7": Page((HEAD, *((*row[:3], *(Shown(0, "0;-0;;@"),) * 3) for row in (A, B))))},
        TRUE,
        "UA138",
    ),
]
