"""Names of folders and files that any computer takes, made of codes and names that anybody may have written."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from union_audit.folding import nfc

LONGEST = 60
"""Letters of a name: in any script it stays below the 255 bytes that a file system takes."""

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")}
)
"""What Windows takes for a device, whatever ending follows."""


def safe(text: str) -> str:
    """Return a text as a name: its letters and digits, and "_" for what may mean something to a computer."""
    kept = "".join(letter if letter.isalnum() or letter in " -_." else "_" for letter in nfc(text))
    name = kept.strip(" .-")[:LONGEST].strip(" .") or "_"
    return f"_{name}" if name.partition(".")[0].strip().casefold() in _DEVICES else name


def folders(codes: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """Return a folder's name for each code (no two alike), none of them one of `taken`.

    A code that is a safe name is its own; any other, and any that differs from another only in what file systems may
    overlook (case, wide letters), bears a mark of its own, the same in every run.
    """
    plain = [safe(code) for code in codes]
    count = Counter([*map(alike, plain), *map(alike, taken)])
    return [name if name == code and count[alike(name)] == 1 else f"{name}~{_mark(code)}" for name, code in zip(plain, codes, strict=True)]


def alike(name: str) -> str:
    """Return what two names have in common that a file system may take for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def is_name(text: str) -> bool:
    """Whether a text is the name of something in a folder, and no way to elsewhere."""
    return bool(text.strip(" .")) and not set(text) & set("/\\:\0")


def _mark(code: str) -> str:
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()[:10]
