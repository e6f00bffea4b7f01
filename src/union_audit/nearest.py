"""Finds the right word nearest to a wrong one, for "did you mean"."""

from collections.abc import Iterable

from union_audit.folding import fold
from union_audit.words import N_

DID_YOU_MEAN = N_("Did you mean “{nearest}”?")
ONE_OF = N_("It can be: {choices}.")
LIKENESS = 60
"""From 0 to 100: what is less alike than this is no suggestion."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice most like `word`, case and accents aside; None if none is like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (only an error needs it)

    found = process.extractOne(word, list(choices), scorer=fuzz.ratio, processor=fold, score_cutoff=LIKENESS)
    return found[0] if found else None
