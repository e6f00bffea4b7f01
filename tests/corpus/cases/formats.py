"""Rules 7 and 12: a number whose format shows something else is what a person sees, or none that is sure."""

from corpus.case import HEAD, A, B, Case, case
from corpus.containers import as_text
from corpus.pages import Shown

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
    says = (code,) if code and not (is_words and code == "UA219") else ()
    return case(f"rule 12: a format that shows {shows}, {saved}", rows, true, *says, saved=saved)


CASES = [_formatted(*each, saved) for each in FORMATS for saved in SHOWING]
