"""Units of measure: what they are called, which multiply a figure, and the marks that repeat one."""

from union_audit.folding import fold
from union_audit.intake.vocabulary.comparing import folded, remembered
from union_audit.patterns import pattern

SCALES = frozenset({
    "chục", "tá", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ",
    "thousand", "thousands", "million", "millions", "000", "1000", "1.000",
})  # fmt: skip
"""Words of a unit of measure that multiply what is written; with their accents, since "công ty" is none."""

MEASURES = folded("người", "máy", "cái", "chiếc", "bộ", "cuộc", "lượt", "lượt người", "văn bản", "hồ sơ", "báo cáo", "đơn vị", "chỉ tiêu",
    "hội nghị", "thiết bị", "lớp", "có/không", "x", "đánh dấu x", "số lượng",
    "people", "persons", "computers", "items", "number", "count", "yes/no",
)  # fmt: skip
"""Units of measure that a heading may bear in brackets without meaning anything else."""

PEOPLE = folded("người", "lượt người", "people", "persons", "person")
"""Units of measure of people: what is counted in another is another figure."""

MEASURE_LINES = ("don vi tinh", "dvt")
"""How a line begins that names a unit of measure ("Đơn vị tính", and misspelt "Đơn vị tỉnh"), folded."""

DITTO = frozenset({"nt", "n t", "nhu tren", "ditto"})
DITTO_MARKS = frozenset("\"”“″〃'")
"""What stands under a unit of measure that goes on: as words, folded, and as marks."""

_PERIOD = r"thang|quy|nam|t?\d{1,2}|20\d\d"
_PERCENT = pattern(rf"(?:(?:so lieu|bieu|bang|{_PERIOD}) )*(?:t[yi] le|phan tram)(?: (?:t[yi] le|phan tram|{_PERIOD}))*")


def is_ditto(text: str) -> bool:
    """Whether a text says that what stands above it goes on."""
    return fold(text) in DITTO or (bool(text) and set(text) <= DITTO_MARKS)


def is_percent_line(text: str) -> bool:
    """Whether a line says that the figures below it are percentages ("Đơn vị tính: %")."""
    label, _, measure = text.strip("() ").partition(":")
    return measure.strip("() ") == "%" and fold(label) in MEASURE_LINES


@remembered
def is_percent_name(text: str) -> bool:
    """Whether the name of a sheet, or a title, says no more than that its figures are percentages ("Tỷ lệ (%)", "T6 - tỷ lệ")."""
    return _PERCENT.fullmatch(fold(text.replace("%", " phan tram "))) is not None
