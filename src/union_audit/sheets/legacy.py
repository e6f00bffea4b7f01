"""Text typed in the fonts of before Unicode (TCVN3: .VnTime and its like; VNI), recognised by what its words would be.

A cell of such text holds the signs that stand where the font drew letters: "C«ng ®oµn". A soft hyphen is one of them.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from union_audit.findings import Finding
from union_audit.folding import nfc
from union_audit.frozen import dataclass
from union_audit.patterns import pattern
from union_audit.sheets.model import Book, Cell, Sheet
from union_audit.sheets.refusal import undecodable
from union_audit.sheets.syllables import is_syllable

TCVN3, VNI = "TCVN3", "VNI"
_SIGNS = (  # those that stand for a letter
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"  # noqa: RUF001
)
_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_FROM_TCVN3 = str.maketrans(_SIGNS, _LETTERS)
_VNI_SIGNS = "ø ù û õ ï â á à å ã ä ê é è ú ü ë ñ ô ö æ ó ò î"
_VNI_LETTERS = (  # most are marks of the letter before them
    "\u0300 \u0301 \u0309 \u0303 \u0323 \u0302 \u0302\u0301 \u0302\u0300 \u0302\u0309 \u0302\u0303 \u0302\u0323 "
    "\u0306 \u0306\u0301 \u0306\u0300 \u0306\u0309 \u0306\u0303 \u0306\u0323 đ ơ ư ỉ ĩ ị ỵ"
)
_FROM_VNI = str.maketrans(dict(zip(_VNI_SIGNS.split(), _VNI_LETTERS.split(), strict=True)))

_NOT_VIETNAMESE = "¡-¬\xad®µ-¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ"
_SUSPECT = pattern(f"[{_NOT_VIETNAMESE}]")
_ABBREVIATION = pattern("[A-ZĐ]{2,}")
_WORD = pattern("[A-Za-z\xa1-\xff]+")
_ELSEWHERE = pattern("[\u0100-\u1fff]")  # a letter that these fonts do not know
_NEUTRAL = pattern("[\\x00-\\x7f\xa0\xb0\u2010-\u2026]*")
_ENOUGH = 3
_SHARE = 0.8
_EVIDENCE = 1 << 20


@dataclass(frozen=True, slots=True)
class _Words:
    """The distinct words of texts that only make sense in an old font, and all that make none in Unicode."""

    strong: frozenset[str]
    odd: frozenset[str]

    @property
    def is_enough(self) -> bool:
        return len(self.strong) >= _ENOUGH and len(self.strong) >= _SHARE * len(self.odd)


def from_tcvn3(text: str) -> str:
    """Return text typed in a TCVN3 font as Unicode; the fonts of capitals draw small letters' signs as capitals."""
    return _WORD.sub(_capitals, text)


def from_vni(text: str) -> str:
    """Return text typed in a VNI font as Unicode, in small letters: it serves to recognise it."""
    return nfc(text.lower().translate(_FROM_VNI))


def is_suspect(text: str) -> bool:
    """Whether a sign of the text may be the letter of an old font."""
    return not text.isascii() and _SUSPECT.search(text) is not None


def legacy_encoding(text: str) -> str:
    """Return "TCVN3" or "VNI" where the beginning of a text is typed in such a font, else ""."""
    return _encoding([text[:_EVIDENCE]])


def in_unicode(book: Book) -> Book:
    """Return a book with the texts typed in TCVN3 fonts as Unicode, saying so; refuse (`Refused`) one typed in VNI fonts."""
    texts = {cell for sheet in book.sheets for row in sheet.rows for cell in row if isinstance(cell, str) and not cell.isascii()}
    suspects = [text for text in texts if _SUSPECT.search(text)]
    encoding = _encoding(suspects)
    if not encoding:
        return book
    if encoding == VNI:
        raise undecodable(f"VNI: {min(suspects)}")
    is_mixed = any(_ELSEWHERE.search(text) for text in texts)
    recoded = {text: from_tcvn3(text) for text in texts if _is_tcvn3(text, is_mixed=is_mixed)}
    if not recoded:
        return book
    example = min(recoded)
    finding = Finding("UA018", {"encoding": encoding, "text": example[:60], "taken": recoded[example][:60], "count": len(recoded)})
    sheets = tuple(_recoded(sheet, recoded) for sheet in book.sheets)
    return replace(book, sheets=sheets, facts={**book.facts, "letters": encoding}, findings=(*book.findings, finding))


def _encoding(texts: Iterable[str]) -> str:
    spoken = {word for text in texts if not _ELSEWHERE.search(text) for word in _WORD.findall(text)}
    words = {word for word in spoken if len(word) > 1 and not word.isascii()}  # alone, a sign is what it is: «, ·, §
    found = [(name, _evidence(words, read)) for name, read in ((TCVN3, from_tcvn3), (VNI, from_vni))]
    return max((each for each in found if each[1].is_enough), key=lambda each: len(each[1].strong), default=("", None))[0]


def _evidence(words: Iterable[str], read: Callable[[str], str]) -> _Words:
    odd = frozenset(word for word in words if not is_syllable(word) and not _ABBREVIATION.fullmatch(read(word)))
    return _Words(frozenset(word for word in odd if is_syllable(read(word))), odd)


def _is_tcvn3(text: str, *, is_mixed: bool) -> bool:
    """Whether a text of a file with TCVN3 in it is one; beside Unicode text only where it makes no sense as it stands."""
    if _NEUTRAL.sub("", text).translate(dict.fromkeys(map(ord, _SIGNS))):
        return False
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    sense = [word for word in words if is_syllable(from_tcvn3(word)) or _ABBREVIATION.fullmatch(from_tcvn3(word))]
    if is_mixed:
        return len(sense) == len(words) and any(not is_syllable(word) for word in words)
    return len(sense) * 2 >= len(words) > 0


def _capitals(word: re.Match[str]) -> str:
    plain = "".join(letter for letter in word[0] if letter.isascii())
    read = word[0].translate(_FROM_TCVN3)
    return read.upper() if len(plain) > 1 and plain.isupper() else read


def _recoded(sheet: Sheet, recoded: dict[str, str]) -> Sheet:
    rows: list[list[Cell]] = [[recoded.get(cell, cell) if isinstance(cell, str) else cell for cell in row] for row in sheet.rows]
    return replace(sheet, rows=rows)
