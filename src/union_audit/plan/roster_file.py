"""The list of units (CSV or Excel) → Roster."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from union_audit.folding import fold
from union_audit.plan.model import Covers, Plan, Submits
from union_audit.plan.roster import Roster, Unit
from union_audit.plan.table import Table
from union_audit.plan.table_file import read_table
from union_audit.words import N_

_HEADINGS = {
    "code": ("Mã", "Mã đơn vị", "Mã số", "Unit code"),
    "name": ("Tên", "Tên đơn vị", "Đơn vị", "Unit", "Unit name"),
    "level": ("Cấp", "Cấp công đoàn", "Loại đơn vị"),
    "parent": ("Mã đơn vị cấp trên", "Đơn vị cấp trên", "Mã cấp trên", "Cấp trên", "Trực thuộc", "Parent code"),
    "aliases": ("Tên khác", "Tên gọi khác", "Tên viết tắt", "Other names"),
    "valid_from": ("Có hiệu lực từ", "Từ ngày", "Ngày thành lập"),
    "valid_to": ("Có hiệu lực đến", "Đến ngày", "Ngày giải thể"),
    "merged_into": ("Sáp nhập vào", "Mã đơn vị sáp nhập vào"),
    "submits": ("Kỳ báo cáo", "Chế độ báo cáo"),
    "email": ("Thư điện tử", "Địa chỉ email"),
    "covers": ("Phạm vi", "Phạm vi số liệu"),
}
_SUBMITS = {
    Submits.MONTHLY: ("monthly", "hàng tháng", "hằng tháng"),
    Submits.QUARTERLY: ("quarterly", "hàng quý", "hằng quý"),
    Submits.YEARLY: ("yearly", "hàng năm", "hằng năm"),
    Submits.VIA_PARENT: ("via_parent", "qua cấp trên"),
    Submits.NEVER: ("never", "không báo cáo"),
}
_COVERS = {Covers.OWN: ("own", "riêng cơ quan"), Covers.AREA: ("area", "toàn địa bàn")}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def load_roster(path: Path, plan: Plan) -> Roster:
    """Read the units of a plan; ConfigurationError with every problem in the list, in the file's order."""
    table = read_table(path, _HEADINGS, required=("code", "name", "level"))
    units = _units(table, plan)
    if not units:
        table.problems.add(N_("The list holds no unit."), 1)
    for check in (_check_codes, _check_parents, _check_names):
        check(table, units)
    if not table.columns.keys().isdisjoint(("valid_from", "valid_to", "merged_into")):
        _check_validity(table, units)
    if "email" in table.columns:
        _check_emails(table, units)
    table.problems.raise_if_any()
    return Roster(units, path, hashlib.sha256(table.content).hexdigest())


def _units(table: Table, plan: Plan) -> tuple[Unit, ...]:
    levels = {level.id: (level.id, *level.label.values(), *level.aliases) for level in plan.levels}
    columns = (
        table.texts("code", needed=True),
        table.texts("name", needed=True),
        table.choices("level", levels, N_("There is no level “{word}” in the plan."), needed=True),
        [text or None for text in table.texts("parent")],
        [_aliases(text) for text in table.texts("aliases")],
        table.days("valid_from"),
        table.days("valid_to"),
        [text or None for text in table.texts("merged_into")],
        table.choices("submits", _SUBMITS, N_("There is no way to submit that is called “{word}”.")),
        table.texts("email"),
        table.choices("covers", _COVERS, N_("Figures cover own or area, not “{word}”.")),
    )
    return tuple(map(Unit._make, zip(*columns, strict=True)))


def _aliases(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split(";")))) if text else ()


def _check_codes(table: Table, units: Sequence[Unit]) -> None:
    """Check that codes differ, in more than the case of a letter or a space."""
    keys = ["".join(unit.code.casefold().split()) for unit in units]
    if len({*keys}) == len(keys):
        return
    first: dict[str, int] = {}
    for row, (unit, key) in enumerate(zip(units, keys, strict=True)):
        other = first.setdefault(key, row)
        if other != row and unit.code:
            table.add(
                N_("The code “{code}” stands twice; it first stands in line {first}."),
                row,
                "code",
                code=unit.code,
                first=str(table.lines[other]),
            )


def _check_parents(table: Table, units: Sequence[Unit]) -> None:
    """Check that units named as parents, or as what a unit was merged into, are in the list, and that none is above itself."""
    rows = {unit.code: row for row, unit in enumerate(units)}
    known = list(rows)
    are_known = {*(unit.parent for unit in units), *(unit.merged_into for unit in units)} <= {None, *rows}
    for row, unit in enumerate(() if are_known else units):
        if unit.parent is not None and unit.parent not in rows:
            table.add_unknown(N_("There is no unit with the code “{word}”."), row, "parent", unit.parent, known)
        if unit.merged_into is not None and unit.merged_into not in rows:
            table.add_unknown(N_("There is no unit with the code “{word}”."), row, "merged_into", unit.merged_into, known)
    _check_circles(table, units, "parent", N_("Units stand above each other in a circle: {way}."))
    if "merged_into" in table.columns:
        _check_circles(table, units, "merged_into", N_("Units are merged into each other in a circle: {way}."))


def _check_circles(table: Table, units: Sequence[Unit], column: str, message: str) -> None:
    """Check that no unit comes back to itself by way of that column."""
    following = {unit.code: up for unit in units if (up := getattr(unit, column)) is not None}
    circles = list(_circles(following))
    rows = {unit.code: row for row, unit in enumerate(units)} if circles else {}
    for circle in circles:
        row, start = min((rows[code], place) for place, code in enumerate(circle))
        way = " → ".join((*circle[start:], *circle[: start + 1]))
        table.add(message, row, column, way=way)


def _circles(following: dict[str, str | None]) -> Iterator[list[str]]:
    """Yield each circle of units that follow each other, once; every unit is walked over once."""
    done: set[str | None] = {None}
    for code, up in following.items():
        if up in done or up not in following:
            done.add(code)
            continue
        way: list[str] = []
        here: str | None = code
        while here not in done and here in following:
            done.add(here)
            way.append(here)
            here = following[here]
        if here in way:
            yield way[way.index(here) :]


def _check_names(table: Table, units: Sequence[Unit]) -> None:
    """Check that units of one parent have different names, and that an alias, which is there to tell units apart, is one unit's alone."""
    shared = N_("“{name}” is also what the unit {other} in line {line} is called: nothing would tell them apart.")
    siblings: dict[tuple[str | None, str], int] = {}
    names = [(unit.parent, unit.name.casefold()) for unit in units]
    for row, unit in enumerate(units if len({*names}) < len(names) else ()):
        other = siblings.setdefault(names[row], row)
        if other != row and unit.name:
            table.add(shared, row, "name", name=unit.name, other=units[other].code, line=str(table.lines[other]))
    owners: dict[str, int] = {}
    for row, unit in enumerate(units if any(unit.aliases for unit in units) else ()):
        owners.setdefault(fold(unit.name), row)
    for row, unit in enumerate(units if owners else ()):
        for alias in unit.aliases:
            other = owners.setdefault(fold(alias), row)
            if other != row and fold(alias) != fold(unit.name):
                table.add(shared, row, "aliases", name=alias, other=units[other].code, line=str(table.lines[other]))


def _check_validity(table: Table, units: Sequence[Unit]) -> None:
    """Check that units begin before they end, and that those merged into another have ended."""
    for row, unit in enumerate(units):
        if unit.valid_from is not None and unit.valid_to is not None and unit.valid_from > unit.valid_to:
            message = N_("The unit ends on {end}, before it begins on {start}.")
            table.add(message, row, "valid_to", end=unit.valid_to, start=unit.valid_from)
        if unit.merged_into is not None and unit.valid_to is None:
            table.add(N_("The unit was merged into another, but not closed: its last day (valid_to) is missing."), row, "valid_to")


def _check_emails(table: Table, units: Sequence[Unit]) -> None:
    for row, unit in enumerate(units):
        if unit.email and not all(_EMAIL.fullmatch(address.strip()) for address in unit.email.split(";")):
            table.add(N_("“{email}” is no e-mail address."), row, "email", email=unit.email)
