"""Why a file is refused: one function for each of the reasons that several readers share."""

from union_audit.findings import Finding
from union_audit.sheets.model import Refused


def damaged(detail: str) -> Refused:
    """Refuse a file whose inside is broken; `detail` is technical and is shown as it is."""
    return Refused(Finding("UA007", {"detail": " ".join(detail.split())[:200]}))


def foreign(kind: str) -> Refused:
    """Refuse a file of a kind that is not read; `kind` is its common short name ("PDF")."""
    return Refused(Finding("UA006", {"kind": kind}))


def too_large(part: str, found: str, limit: str) -> Refused:
    """Refuse what would unfold beyond the limits; figures and names only, so that it needs no translation."""
    return Refused(Finding("UA009", {"part": part, "found": found, "limit": limit}))


def undecodable(text: str) -> Refused:
    """Refuse text whose letters are not sure, showing a piece of it."""
    return Refused(Finding("UA010", {"text": " ".join(text.split())[:60]}))


def protected() -> Refused:
    """Refuse a file that only opens with a password."""
    return Refused(Finding("UA008"))
