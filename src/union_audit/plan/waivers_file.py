"""The list of waivers (CSV or Excel) → Waivers."""

from pathlib import Path

from union_audit.folding import fold
from union_audit.plan.model import Plan
from union_audit.plan.roster import Roster
from union_audit.plan.table import Table
from union_audit.plan.table_file import read_table
from union_audit.plan.waivers import Waiver
from union_audit.words import N_

_HEADINGS = {
    "unit": ("Đơn vị", "Mã đơn vị", "Unit code"),
    "target": ("Chỉ tiêu", "Mã chỉ tiêu", "Target id"),
    "reason": ("Lý do",),
    "approver": ("Người phê duyệt", "Cấp phê duyệt", "Approved by"),
    "number": ("Số văn bản", "Số hiệu văn bản", "Document number"),
    "last_day": ("Ngày hết hạn", "Đến ngày", "Hiệu lực đến", "Last day"),
}


def load_waivers(path: Path, plan: Plan, roster: Roster | None) -> tuple[Waiver, ...]:
    """Read the accepted gaps; ConfigurationError with every problem in the list. Units are known only with a roster."""
    table = read_table(path, _HEADINGS, required=tuple(_HEADINGS))
    units = _units(table, roster)
    targets = _targets(table, plan)
    days = table.days("last_day", needed=True)
    texts = (table.texts(column, needed=True) for column in ("reason", "approver", "number"))
    rows = zip(units, targets, *texts, days, table.lines, strict=True)
    first: dict[tuple[object, ...], int] = {}
    for row, key in enumerate(zip(units, targets, days, strict=True)):
        if first.setdefault(key, row) != row and all(key):
            table.add(N_("This waiver stands twice; it first stands in line {first}."), row, "unit", first=str(table.lines[first[key]]))
    table.problems.raise_if_any()
    return tuple(
        Waiver(unit, target, reason, approver, number, day, line) for unit, target, reason, approver, number, day, line in rows if day
    )


def _units(table: Table, roster: Roster | None) -> list[str]:
    """Return the code of each row's unit, which may be written by a name that only one unit has."""
    units = list(table.texts("unit", needed=True))
    if roster is None:
        return units
    for row, unit in enumerate(units):
        places = roster.by_name.get(fold(unit), ()) if unit not in roster.index else ()
        if len(places) == 1:
            units[row] = roster.units[places[0]].code
        elif len(places) > 1:
            codes = ", ".join(roster.units[place].code for place in places)
            table.add(N_("“{name}” could be several units: {codes}. Write the code."), row, "unit", name=unit, codes=codes)
        elif unit and unit not in roster.index:
            table.add_unknown(N_("There is no unit “{word}” in the list of units."), row, "unit", unit, list(roster.index))
    return units


def _targets(table: Table, plan: Plan) -> list[str]:
    known = [target.id for target in plan.targets]
    targets = list(table.texts("target", needed=True))
    for row, target in enumerate(targets):
        if target and target not in known:
            table.add_unknown(N_("There is no target “{word}” in the plan."), row, "target", target, known)
    return targets
