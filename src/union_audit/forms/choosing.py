"""Who gets a workbook: each unit its own, or all units below one, or of one level, together."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from union_audit.file_names import folders
from union_audit.frozen import dataclass
from union_audit.plan.model import Level, Plan, Submits
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, Unit

TOP = "top"
"""Names the table of the units that have nobody above them."""


class Per(StrEnum):
    """What each workbook is for."""

    UNIT = "unit"
    PARENT = "parent"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Form:
    """A workbook to be made. `name`: that of its file, without the ending; no two of a run are alike.

    `units`: who reports in it; the only one has no code and no name where there is no roster. `of`: what a table's units have in common.
    """

    name: str
    units: tuple[Unit, ...]
    is_table: bool = False
    of: Unit | Level | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for. `codes`, `levels`: only of these units and levels, if there are any."""

    per: Per = Per.UNIT
    codes: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    def __contains__(self, unit: Unit) -> bool:
        """Whether a unit is one of those."""
        return (not self.codes or unit.code in self.codes) and (not self.levels or unit.level in self.levels)


def forms_of(plan: Plan, roster: Roster | None, period: Period, choice: Choice) -> tuple[Form, ...]:
    """Return the workbooks of a period.

    A form of its own gets who has to submit in the period, or was asked for by its code or level; a table has everybody who reports.
    Without a roster there is one form for each level, to be filled in by whoever it is.
    """
    if roster is None:
        chosen = [level.id for level in plan.levels if level.submits is not Submits.NEVER and level.id in (choice.levels or [level.id])]
        return tuple(Form(name, (Unit("", "", level),)) for name, level in zip(folders(chosen), chosen, strict=True))
    end = plan.calendar.end(period)
    units = [unit for unit in roster.units if unit.exists_at(end) and unit in choice]
    is_named = bool(choice.codes or choice.levels)
    if choice.per is Per.UNIT:
        own = [unit for unit in units if is_named or _submits(unit, plan).asks(period)]
        return tuple(Form(name, (unit,)) for name, unit in zip(folders([unit.code for unit in own]), own, strict=True))
    return tuple(_tables(plan, roster, choice.per, [unit for unit in units if _submits(unit, plan) is not Submits.NEVER]))


def _submits(unit: Unit, plan: Plan) -> Submits:
    return unit.submits or (plan.level(unit.level).submits if unit.level else Submits.MONTHLY)


def _tables(plan: Plan, roster: Roster, per: Per, units: Iterable[Unit]) -> Iterator[Form]:
    """Yield a table for each unit that others are below, or for each level, in the roster's order."""
    index = roster.index
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        parent = unit.parent if unit.parent in index else None
        groups.setdefault((parent if per is Per.PARENT else unit.level) or "", []).append(unit)
    names = folders([key or TOP for key in groups])
    for name, (key, members) in zip(names, groups.items(), strict=True):
        of = None if not key else roster.units[index[key]] if per is Per.PARENT else plan.level(key)
        yield Form(name, tuple(members), is_table=True, of=of)
