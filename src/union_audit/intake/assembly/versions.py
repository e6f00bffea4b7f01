"""Which of two submissions of a unit is the later one, where they say so: a round, a copy's number, a correction, a draft, a date."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.figures.cells import tidy
from union_audit.intake.vocabulary.notes import is_note
from union_audit.patterns import pattern

_ROUND = pattern(r"\b(?:(?:lan(?: thu)?|phien ban|version|ver) ?(?=\w)|v(?=\d))(\d{1,2}|hai|ba)\b")
_COPY = pattern(r"\((\d{1,2})\)\s*$")
_WORDS = {"hai": 2, "ba": 3}
_CORRECTION = pattern(
    r"\b(?:bo sung|dieu chinh|chinh sua|sua doi|sua lai|da sua|dinh chinh|thay the|cap nhat"
    r"|chinh thuc|cuoi cung|moi nhat|supplement\w*|correct(?:ed|ion)|revised|revision|updated|final)\b"
)
_DRAFT = pattern(r"\b(?:du thao|ban nhap|so bo|tam tinh|draft|preliminary)\b")
_DATES = (
    (pattern(r"\bngay (\d{1,2}) thang (\d{1,2}) nam (20\d\d)\b"), (3, 2, 1)),
    (pattern(r"\b(20\d\d) (\d{1,2}) (\d{1,2})\b"), (1, 2, 3)),
    (pattern(r"\b(\d{1,2}) (\d{1,2}) (20\d\d)\b"), (3, 2, 1)),
    (pattern(r"\b(20\d\d)([01]\d)([0-3]\d)\b"), (1, 2, 3)),
    (pattern(r"\b([0-3]\d)([01]\d)(20\d\d)\b"), (3, 2, 1)),
)
_TITLE = pattern(r"(?:bao cao|bieu|tong hop|so lieu|lan|bo sung|dieu chinh|report|version)\b")
_PROSE = pattern(r"\b(?:dai hoi|hoi nghi|nghi quyet|ke hoach|cong van|quyet dinh|khoa)\b")


@dataclass(frozen=True, slots=True)
class Version:
    """What a submission says of its place among others: each set has one member, or it says nothing sure. `words`: where it says so."""

    rounds: frozenset[int] = frozenset()
    copies: frozenset[int] = frozenset()
    dates: frozenset[date] = frozenset()
    is_correction: bool = False
    is_draft: bool = False
    words: tuple[str, ...] = field(default=(), compare=False)


def version(names: Iterable[str], sheet: str, lines: Iterable[str]) -> Version:
    """Read the names (of file and folders, and of the sheet) and the lines around a table; of those only titles, and the day of signing.

    A copy's number tells of a file that it came later, not of a sheet: there the original may be the one that was worked on.
    """
    filed, around = [tidy(name) for name in names], [tidy(line) for line in lines]
    named = [_COPY.sub("", tidy(sheet)), *filed]
    dated = [*named, *filter(is_note, around)]
    texts = [*named, *filter(_is_title, around)]
    rounds = frozenset(_number(found) for text in texts for found in _ROUND.findall(fold(text)))
    copies = frozenset(int(found[1]) for text in named if (found := _COPY.search(text)))
    dates = frozenset(found for text in dated for found in _read_dates(fold(text)))
    corrections = [text for text in texts if _CORRECTION.search(fold(text))]
    words = [*corrections, *(text for text in texts if _ROUND.search(fold(text)) or (text in named and _COPY.search(text)))]
    words += [text for text in dated if any(_read_dates(fold(text)))]
    drafts = [text for text in texts if _DRAFT.search(fold(text))]
    return Version(rounds, copies, dates, bool(corrections), bool(drafts), tuple(dict.fromkeys([*words, *drafts])))


def compare(one: Version, other: Version) -> int:
    """Return 1 where `one` is surely the later, -1 where the other is, 0 where nothing says so, or it contradicts itself."""
    if any(len(said) > 1 for each in (one, other) for said in (each.rounds, each.copies)):
        return 0
    votes = {
        _sign(max(one.rounds, default=1) - max(other.rounds, default=1)),
        _sign(max(one.copies, default=0) - max(other.copies, default=0)),
        _sign(one.is_correction - other.is_correction),
        _sign(other.is_draft - one.is_draft),
    }
    if len(one.dates) == len(other.dates) == 1:
        votes.add(_sign((*one.dates,)[0].toordinal() - (*other.dates,)[0].toordinal()))
    votes.discard(0)
    return votes.pop() if len(votes) == 1 else 0


def _is_title(line: str) -> bool:
    """Whether a line is the title of a report, which may say its round; a congress has rounds too."""
    folded = fold(line)
    return _TITLE.match(folded) is not None and _PROSE.search(folded) is None


def _number(text: str) -> int:
    return _WORDS.get(text) or int(text)


def _sign(difference: int) -> int:
    return (difference > 0) - (difference < 0)


def _read_dates(folded: str) -> Iterator[date]:
    for expression, order in _DATES:
        for found in expression.finditer(folded):
            try:
                yield date(*(int(found[group]) for group in order))
            except ValueError:
                continue
        folded = expression.sub(" | ", folded)
