"""What a file is, by its content: a zip, an OLE2 container, a web page, text, or something else that is named."""

import re

ZIP = "zip"
OLE2 = "ole2"
HTML = "HTML"
TEXT = "text"

_HEAD = 8192

_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE2),
    (b"\x09\x00\x04\x00", "Excel 2 (BIFF2)"),
    (b"\x09\x02\x06\x00", "Excel 3 (BIFF3)"),
    (b"\x09\x04\x06\x00", "Excel 4 (BIFF4)"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
)
_NEEDS_BINARY = {"BMP", "RIFF"}
"""Their signatures are plain letters, which a table may begin with."""

_MARKUP: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"MIME-Version:", re.IGNORECASE), "MHTML"),
    (re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style|div|script)\b", re.IGNORECASE), HTML),
    (re.compile(rb"<(?:\?xml|!--|[A-Za-z])"), "XML"),
)
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")


def kind_of(data: bytes) -> str:
    """Return `ZIP`, `OLE2`, `HTML`, `TEXT`, or the common name of another kind ("PDF")."""
    if data.startswith(_ZIP_SIGNATURES):
        return ZIP
    head = data[:_HEAD]
    is_wide = head.startswith(_BOMS[1:]) or _looks_like_utf16(head)
    is_binary = not is_wide and _NOT_TEXT.search(head) is not None
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and (is_binary or kind not in _NEEDS_BINARY):
            return kind
    if is_binary:
        return "application/octet-stream"
    return _markup(head.replace(b"\0", b"")) or TEXT


def _markup(head: bytes) -> str | None:
    """Return the kind of a page or document in markup, also where UTF-16's zero bytes were taken out."""
    start = head
    for bom in _BOMS:
        start = start.removeprefix(bom)
    start = start.lstrip()
    for pattern, kind in _MARKUP:
        if pattern.match(start):
            if kind == "XML" and _SPREADSHEET_XML in start:
                return "XML Spreadsheet 2003"
            return HTML if kind == "XML" and re.search(rb"<html\b|<table\b", start, re.IGNORECASE) else kind
    return None


def _looks_like_utf16(head: bytes) -> bool:
    """Whether the zero bytes stand as in UTF-16 text without a byte order mark: nearly all on one side of the pairs."""
    return utf16_side(head) is not None


def utf16_side(head: bytes) -> str | None:
    """Return the encoding that a head with zero bytes is in, "utf-16-le" or "utf-16-be", or None if it is no such text."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    side = "utf-16-le" if even < odd else "utf-16-be"
    fewer, more = sorted((even, odd))
    if not more or fewer * 8 > more or more * 8 < len(head):
        return None
    return None if _NOT_TEXT.search(head.decode(side, "ignore").encode()) else side
