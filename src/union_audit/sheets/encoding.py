"""Bytes → Vietnamese text, only where its letters are sure."""

import re
import unicodedata
from functools import cache
from itertools import islice

from union_audit.folding import nfc
from union_audit.sheets.kinds import utf16_side
from union_audit.sheets.legacy import legacy_encoding
from union_audit.sheets.refusal import undecodable

_BOMS = ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UTF8_BOM = b"\xef\xbb\xbf"
_MARK = "\ufeff"
_HEAD = 8192
_LOST = re.compile(r"(?<!\?)\?++[^\W\d_](?![^\s,;|]{0,40}[/=&])")  # before a letter, and not as in a web address
_LOST_AT_END = re.compile(r"[^\W\d_]\?++(?=[\s,;|\"]|$)")
_LOST_ENOUGH = 3
_DECLARED = {"windows-1252": "windows-1252", "iso-8859-1": "windows-1252"}
"""Single-byte encodings that a page may say it is in; others are told by their letters."""
_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def decode(data: bytes) -> tuple[str, str]:
    """Return the text in composed form and the name of its encoding; refuse (`Refused`) what is not sure."""
    text, encoding = decoded(data)
    refuse_lost(text)
    return text, encoding


def as_it_stands(data: bytes) -> tuple[bytes, str]:
    """Return the bytes of a text that may be UTF-8, and the name of that; none where more is to be asked (`decode`)."""
    begin = 0
    while data.startswith(_UTF8_BOM, begin):
        begin += len(_UTF8_BOM)
    is_other = data.startswith(tuple(bom for bom, _ in _BOMS)) or utf16_side(data[:_HEAD]) or b"\0" in data
    return b"" if is_other else data[begin:], "utf-8-sig" if begin else "utf-8"


def is_doubtful(text: str) -> bool:
    """Whether letters may be lost, or are not in composed form."""
    return "?" in text or "\ufffd" in text or not unicodedata.is_normalized("NFC", text)


def decoded(data: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text, letters that were lost before included. `declared`: the encoding that a page says it is in."""
    text, encoding = _decoded(data, _DECLARED.get(declared, "windows-1258"))
    return nfc(text.lstrip(_MARK)), encoding


def refuse_lost(text: str) -> None:
    """Refuse a text that has question marks in the places of its letters."""
    lost = _lost_letters(text)
    if lost:
        raise undecodable(lost)


def _decoded(data: bytes, code_page: str) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding), encoding
    side = utf16_side(data[:_HEAD])
    if side:
        return _strictly(data, side), side
    if b"\0" in data:
        raise undecodable(_around(data, data.index(b"\0")))
    try:
        return data.decode("utf-8"), "utf-8-sig" if data.startswith(_UTF8_BOM) else "utf-8"
    except UnicodeDecodeError as error:
        return _in_old_font(data) or (_in_code_page(data, code_page, error.start), code_page)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise undecodable(data[max(0, error.start - 40) : error.start + 40].decode(encoding, "replace")) from error
    if "\0" in text:
        raise undecodable(text[max(0, text.index("\0") - 20) :][:40])
    return text


def _in_old_font(data: bytes) -> tuple[str, str] | None:
    """Return text typed in a font of before Unicode, the signs as they are: the cells are decoded where each can be judged."""
    text = data.decode("cp1252", "replace")
    encoding = legacy_encoding(text)
    return (text, encoding) if encoding else None


def _in_code_page(data: bytes, code_page: str, first_odd: int) -> str:
    """Decode Windows text (in the Vietnamese code page tone marks are letters of their own); all letters must be Vietnamese."""
    try:
        text = nfc(data.decode(code_page))
    except UnicodeDecodeError as error:
        raise undecodable(_around(data, error.start)) from error
    odd = {letter for letter in set(text) if not letter.isascii() and (letter.isalpha() or unicodedata.combining(letter))}
    if not odd or not odd <= vietnamese_letters():
        raise undecodable(_around(data, first_odd))
    return text


@cache
def vietnamese_letters() -> frozenset[str]:
    """Return all letters of Vietnamese that are not ASCII, both cases."""
    toned = {nfc(vowel + tone) for vowel in _VOWELS for tone in ("", *_TONES)} | {"đ"}
    return frozenset(letter for lower in toned for letter in (lower, lower.upper()) if not letter.isascii())


def _lost_letters(text: str) -> str:
    """Return a piece of the text where letters became question marks or U+FFFD, "" if none did."""
    if "\ufffd" in text:
        at = text.index("\ufffd")
        return text[max(0, at - 20) : at + 20]
    if "?" not in text:
        return ""
    inside = list(islice(_LOST.finditer(text), _LOST_ENOUGH))
    if inside and len(inside) + sum(1 for _ in islice(_LOST_AT_END.finditer(text), _LOST_ENOUGH)) >= _LOST_ENOUGH:
        return text[max(0, inside[0].start() - 20) : inside[0].end() + 20]
    return ""


def _around(data: bytes, at: int) -> str:
    return data[max(0, at - 20) : at + 20].decode("latin-1")
