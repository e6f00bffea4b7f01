"""Words that say of figures that they are a part of what the headings ask for, or the opposite: "Nữ", "Chưa cài", "Trong đó: nữ"."""

from bisect import bisect_right
from collections.abc import Sequence

from union_audit.folding import fold, nfc
from union_audit.intake.vocabulary.comparing import BETWEEN, remembered, without_ordinal
from union_audit.intake.vocabulary.titles import is_title
from union_audit.intake.vocabulary.values import is_of_others
from union_audit.patterns import pattern


def _any_of(words: str) -> frozenset[str]:
    """Return some words, parted by commas, each with its accents and without any."""
    return frozenset(each for word in words.split(", ") for each in (word, fold(word)))


def _either(words: str) -> str:
    """Return an expression for one of them."""
    return "|".join(sorted(_any_of(words)))


_PERIOD = pattern(rf"\b(?:(?:t|{_either('tháng, quý, năm')}) ?)?(?:\d+|[ivx]+)\b")
"""With its word: "nam 2025" is a year without its accent, and nobody's sex."""
_WOMEN = pattern(rf"(?<!phụ )(?<!phu )\b(?:{_either('nữ')})\b(?! (?:{_either('công, sinh')})\b)")
"""The women of "Ban Nữ công" and "Hội Phụ nữ" are a committee and a society."""
_MEN = pattern(rf"nam|nam (?:{_either('giới')})|.*\b(?:{_either('cán bộ, đoàn viên, lao động')}) nam")
"""Alone, or of people: "Nam" stands in the names of places."""
_OF_ITSELF = _either(
    "ký, đóng, dấu, duyệt, nộp, gửi, báo cáo, chốt, xong, hoàn thiện, đủ, đầy đủ, chính thức, sửa, kiểm, thẩm định, bao gồm, tính, kể, "
    "tổng hợp, có số liệu"
)
"""What a submission says of itself: that it is not signed yet, not complete, not final."""
_UNDONE = _either(
    "đạt, có, cài, thực hiện, được, tham gia, hoàn thành, đảm bảo, kết nối, nối, đào tạo, sử dụng, còn, bảo vệ, giám sát, công khai, xử lý"
)
_NOT = pattern(rf"\b(?:{_either('chưa')})\b(?! (?:{_OF_ITSELF})\b)|\b(?:{_either('không')}) (?:{_UNDONE})\b")
_UNITS = pattern(rf"(?<!số )(?<!so )\b(?:{_either('đơn vị, cđcs, công đoàn cơ sở')}) (?:{_either('chưa, không')})\b")
"""Units that have not reached a goal have whole figures all the same."""
_PARTS = _any_of(
    "hỏng, máy hỏng, bị hỏng, thiếu, còn thiếu, thiếu hụt, còn lại, số còn lại, chênh lệch, tăng giảm, tăng thêm, tăng, giảm, "
    "bình quân, trung bình, dân tộc thiểu số, người dân tộc thiểu số, dtts, đảng viên, tôn giáo"
)
_NOT_YET = "chưa"
_ALONE = _any_of("không, trong đó")
"""As names: over columns they are a question's answer, or the part of the column before."""
_WORDS = frozenset(
    {"nu", "nam", "chua", "khong", "hong", "thieu", "con", "chenh", "tang", "giam", "binh", "trung", "dan", "dtts", "dang", "ton"}
)
"""A heading without any of these says nothing of a part."""
_WORDS_OF_NAMES = _WORDS | {"trong"}
"""Nor, without these, a name."""
_WORDS_OF_OTHERS = _WORDS_OF_NAMES | {"de", "nhu", "du", "phuong", "nhiem", "phan", "can", "kinh", "ca", "toan", "khoi", "ngoai"}
"""Nor, without these, of others."""
_MAN = {"nam"}
_COUNTERPARTS = pattern(rf"(?:{_either('đã, có, đạt, hoàn thành, khác')})\b")
"""How the name of the other part begins, where one is the opposite: "Đã cài" beside "Chưa cài"."""
_ABOUT = pattern(
    r"(?:chua|khong|nu|danh sach|tong so|so luong|so|trong do|may|can bo|cong chuc|nhan vien|doan vien|lao dong|van ban|ho so|hoi nghi"
    r"|thiet bi)\b"
)
_INSTRUCTS = pattern(r"\b(?:ghi|dien|de trong|neu|thi|luu y|xem|gui|nop)\b")
_SHORT = 4
"""A title of so few words is taken as a name."""


@remembered
def is_part(name: str) -> bool:
    """Whether the name of a sheet or a file, or a short title, says so."""
    if _says_nothing(name, _WORDS_OF_NAMES):  # as nearly all: of a folder of forms each has another name
        return False
    return is_part_heading(name) or not _ALONE.isdisjoint(_pieces(_plain(name)))


@remembered
def is_part_heading(heading: str) -> bool:
    """Whether a heading over others, or over the figures of a form, says so."""
    if _says_nothing(heading, _WORDS):
        return False
    text = _plain(heading)
    pieces = _pieces(text)
    has_women, has_men = _WOMEN.search(text) is not None, any(map(_MEN.fullmatch, pieces))
    is_of_some = has_women != has_men and not (has_women and " nam" in f" {text}")
    return is_of_some or _NOT.search(_UNITS.sub(" ", text)) is not None or not _PARTS.isdisjoint(pieces)


@remembered
def is_part_title(title: str) -> bool:
    """Whether a line above a table says so; one that tells how the form is filled in does not."""
    if _says_nothing(title, _WORDS_OF_NAMES):
        return False
    bare = without_ordinal(title)
    if len(bare.split()) <= _SHORT:
        return is_part(bare)
    key = fold(bare)
    return (is_title(bare) or _ABOUT.match(key) is not None) and _INSTRUCTS.search(key) is None and is_part(bare)


@remembered
def is_part_of_unit(name: str) -> bool:
    """Whether the name of a sheet with one unit's form says so: "Khối doanh nghiệp" are some of that unit's, but all of a list of units."""
    if _says_nothing(name, _WORDS_OF_OTHERS):
        return False
    return is_part(name) or any(is_of_others(each) and _NOT_YET not in each for each in _pieces(_plain(name)))


def is_counterpart(name: str) -> bool:
    """Whether a name is that of the other part, where a part stands beside it."""
    return any(_COUNTERPARTS.match(each) for each in _pieces(_plain(name)))


def rows_of_parts(rows: Sequence[int], sections: Sequence[tuple[int, str]]) -> dict[int, str]:
    """Return which rows of a table stand in a section that says so, and its text; a section goes on to the next."""
    if not any(is_part_title(text) for _, text in sections):
        return {}
    starts = [row for row, _ in sections]
    said = {row: sections[place][1] for row in rows if (place := bisect_right(starts, row) - 1) >= 0}
    return {row: text for row, text in said.items() if is_part_title(text) or is_counterpart(text)}


def _says_nothing(text: str, words: frozenset[str]) -> bool:
    """Whether a text has none of the words; "năm", a year, is folded as "nam" is."""
    found = words.intersection(fold(text).split())
    return not found or (found == _MAN and "nam" not in nfc(text).casefold())


def _plain(text: str) -> str:
    return " ".join(nfc(text).casefold().replace("_", " ").split())


def _pieces(text: str) -> list[str]:
    return [each.strip() for each in BETWEEN.split(_PERIOD.sub(" ", without_ordinal(text)))]
