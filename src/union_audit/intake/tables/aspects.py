"""Tables with several rows a unit ("Kế hoạch", "Thực hiện"): which rows are those of the figures themselves."""

from collections.abc import Iterable

from union_audit.folding import fold
from union_audit.intake import vocabulary

MOST = 12
"""A column that says what its row holds says one of a few things."""


def aspects(texts: Iterable[str]) -> dict[str, bool]:
    """Return those of a column's texts that say what their row holds: whether it is the figures; none where they do not say both."""
    distinct = set(texts)
    said = {text: vocabulary.is_value(text) for text in distinct if _says(text)} if len(distinct) <= MOST else {}
    return said if len(set(said.values())) > 1 else {}  # "Kế hoạch" alone may be the name of an office


def _says(text: str) -> bool:
    return vocabulary.is_value(text) or fold(text) in vocabulary.NOT_VALUE
