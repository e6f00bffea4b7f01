"""Which columns of a wide table name its units."""

from union_audit.frozen import dataclass
from union_audit.intake.tables.grid import Grid
from union_audit.intake.tables.header import Header
from union_audit.intake.tables.table import Knowledge
from union_audit.intake.vocabulary.headings import is_place

_SAMPLE = 200
"""So many rows are looked at to find the column of units whose heading does not say so."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The columns that name the unit, -1 where there is none."""

    code: int = -1
    name: int = -1
    level: int = -1
    parent: int = -1

    @property
    def is_any(self) -> bool:
        """Whether some column names units."""
        return self.name >= 0 or self.code >= 0


def find_naming(grid: Grid, header: Header, knows: Knowledge) -> Naming:
    """Return the columns that name the unit; where no heading says which, the one whose cells are units."""
    first = {role: columns[0] if (columns := header.role(role)) else -1 for role in ("code", "level", "parent")}
    names = header.role("name")
    names = [column for column in names if not is_place(header.parts[column][-1])] or names
    others = [column for column, match in header.matches.items() if match.role == "ignored"]
    others += [column for column in range(min(header.figures, default=0)) if column not in header.matches]  # a heading may be missing
    choices = names or (others if first["code"] < 0 else [])
    if len(names) == 1:
        return Naming(first["code"], names[0], first["level"], first["parent"])
    counted = [(*_units_in(grid, header, column, knows), -column) for column in choices]
    deepest, _, place = max(counted, default=(-1, 0, 1))
    name = -place if deepest >= 0 else names[0] if names else -1
    return Naming(first["code"], name, first["level"], first["parent"])


def _units_in(grid: Grid, header: Header, column: int, knows: Knowledge) -> tuple[int, int]:
    """Return how far down the organisation the units are that the first rows name in a column (-1: none), and how many."""
    rows = range(header.last + 1, min(header.last + 1 + _SAMPLE, len(grid.rows)))
    depth = {level.id: place for place, level in enumerate(knows.plan.levels)}
    texts = (text for row in rows if (text := grid.text(row, column)))
    depths = [depth.get(level, 0) for text in texts if (level := _level(text, knows)) is not None]
    return max(depths, default=-1), len(depths)


def _level(text: str, knows: Knowledge) -> str | None:
    """Return the level of the unit that a text names; None if it names none."""
    if knows.register is None:
        return knows.levels.by_name(text)
    unit = knows.register.name(text).unit
    return (knows.register.units[unit].level or "") if unit >= 0 else None
