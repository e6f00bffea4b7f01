"""Tables with several rows a unit ("Kế hoạch", "Thực hiện"): which rows are those of the figures themselves."""

from collections.abc import Iterable

from union_audit.folding import fold
from union_audit.intake import vocabulary
from union_audit.intake.tables.grid import Grid

_MOST = 12
"""A column that says what its row holds says one of a few things."""


def aspects(grid: Grid, rows: range, columns: Iterable[int]) -> dict[int, bool]:
    """Return those of the rows that say in one of the columns what they hold: whether it is the figures."""
    found: dict[int, bool] = {}
    for column in columns:
        texts = {row: text for row in rows if (text := grid.text(row, column))}
        said = {text: vocabulary.is_value(text) for text in _few(texts.values()) if _says(text)}
        if len(set(said.values())) > 1:  # both must be there: "Kế hoạch" alone may be the name of an office
            found |= {row: said[text] for row, text in texts.items() if text in said}
    return found


def _few(texts: Iterable[str]) -> set[str]:
    distinct = set(texts)
    return distinct if len(distinct) <= _MOST else set()


def _says(text: str) -> bool:
    return vocabulary.is_value(text) or fold(text) in vocabulary.NOT_VALUE
