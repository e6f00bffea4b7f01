"""The list of units (CSV or Excel) → Roster."""

import hashlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat
from pathlib import Path
from typing import TypeVar

from union_audit.folding import fold
from union_audit.patterns import pattern
from union_audit.plan.coded import Coded
from union_audit.plan.model import Covers, Plan, Submits
from union_audit.plan.roster import Columns, Roster, are_lines, given
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
_SHARED = N_("“{name}” is also what the unit {other} in line {line} is called: nothing would tell them apart.")
_EMAIL = pattern(r"[^@\s]+@[^@\s]+\.[^@\s]+")

Value = TypeVar("Value", bound=Hashable)


def load_roster(path: Path, plan: Plan) -> Roster:
    """Read the units of a plan; ConfigurationError with every problem in the list, in the file's order."""
    table = read_table(path, _HEADINGS, required=("code", "name", "level"))
    roster = Roster(_columns(table, plan), path, hashlib.sha256(table.content).hexdigest())
    if not roster.units:
        table.problems.add(N_("The list holds no unit."), 1)
    for check in (_check_codes, _check_parents, _check_names, _check_validity, _check_emails):
        check(table, roster)
    table.problems.raise_if_any()
    return roster


def _columns(table: Table, plan: Plan) -> Columns:
    levels = {level.id: (level.id, *level.label.values(), *level.aliases) for level in plan.levels}
    no_way, no_extent = N_("There is no way to submit that is called “{word}”."), N_("Figures cover own or area, not “{word}”.")
    code, name = table.texts("code", needed=True), table.texts("name", needed=True)
    level = table.choices("level", levels, N_("There is no level “{word}” in the plan."), needed=True)
    return Columns(
        code,
        name,
        level,
        _there(table, "parent", lambda column: table.coded(column).meaning(_or_none)),
        _there(table, "aliases", lambda column: table.coded(column).meaning(_aliases)),
        _there(table, "valid_from", table.days),
        _there(table, "valid_to", table.days),
        _there(table, "merged_into", lambda column: table.coded(column).meaning(_or_none)),
        _there(table, "submits", lambda column: table.choices(column, _SUBMITS, no_way)),
        _there(table, "email", table.coded),
        _there(table, "covers", lambda column: table.choices(column, _COVERS, no_extent)),
    )


def _there(table: Table, column: str, read: Callable[[str], Coded[Value]]) -> Coded[Value] | None:
    """Read a column that the list may do without."""
    return read(column) if column in table.columns else None


def _or_none(text: str) -> str | None:
    return text or None


def _aliases(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split(";")))) if text else ()


def _check_codes(table: Table, roster: Roster) -> None:
    """Check that codes differ, in more than the case of a letter or a space."""
    codes = roster.columns.code
    if are_lines(codes) and b" " not in codes.data and codes.surely_differ():
        return
    keys = [key.replace(" ", "") for key in _casefolded(codes)]
    first: dict[str, int] = {}
    for row, key in enumerate(keys if len({*keys}) < len(keys) else ()):
        other = first.setdefault(key, row)
        if other != row and codes[row]:
            table.add(
                N_("The code “{code}” stands twice; it first stands in line {first}."),
                row,
                "code",
                code=codes[row],
                first=str(table.lines[other]),
            )


def _casefolded(texts: Sequence[str]) -> list[str]:
    """Return texts of one line each in lower case, all of them at one stroke."""
    return "\n".join(texts).casefold().split("\n") if texts else []


def _check_parents(table: Table, roster: Roster) -> None:
    """Check that units named as parents, or as what a unit was merged into, are in the list, and that none is above itself."""
    circles = {
        "parent": N_("Units stand above each other in a circle: {way}."),
        "merged_into": N_("Units are merged into each other in a circle: {way}."),
    }
    for column, circle in circles.items():
        named: Coded[str | None] = getattr(roster.columns, column) or Coded.of(())
        words = [word for word in named.words if word is not None]
        places = dict(zip(words, roster.places(words), strict=True))
        unknown = {word for word, place in places.items() if place < 0}
        for row, word in named.rows(unknown.__contains__):
            table.add_unknown(N_("There is no unit with the code “{word}”."), row, column, str(word), list(roster.index))
        for way in _circles({code: up for code, up in _inner(roster, named, places) if up is not None}):
            row, start = min((places[code], step) for step, code in enumerate(way))
            table.add(circle, row, column, way=" → ".join((*way[start:], *way[: start + 1])))


def _inner(roster: Roster, named: Sequence[str | None], places: Mapping[str, int]) -> Iterable[tuple[str, str | None]]:
    """Return the codes of the units that others name, with whom they name themselves: no others are in a circle.

    `places`: of the codes that are named.
    """
    codes = roster.columns.code
    if are_lines(codes) and codes.surely_differ():
        return ((code, named[place]) for code, place in places.items() if place >= 0)
    return compress(zip(codes, named, strict=False), map(places.__contains__, codes))  # some may stand twice


def _circles(following: dict[str, str]) -> Iterator[list[str]]:
    """Yield each circle of units that follow each other, once; every unit is walked over once."""
    done: set[str] = set()
    for code in following:
        way: list[str] = []
        here = code
        while here not in done and here in following:
            done.add(here)
            way.append(here)
            here = following[here]
        if here in way:
            yield way[way.index(here) :]


def _check_names(table: Table, roster: Roster) -> None:
    """Check that units of one parent have different names, and that an alias, which is there to tell units apart, is one unit's alone."""
    names = roster.columns.name
    if not are_lines(names) or not (names.surely_differ() or names.surely_differ(roster.above)):
        _check_siblings(table, roster)
    if roster.columns.aliases and any(roster.columns.aliases):
        _check_aliases(table, roster)


def _check_siblings(table: Table, roster: Roster) -> None:
    """Check that no unit has the name of another of its parent."""
    columns, siblings = roster.columns, dict[tuple[str | None, str], int]()
    pairs = list(zip(columns.parent or repeat(None, len(roster.units)), _casefolded(columns.name), strict=True))
    for row, pair in enumerate(pairs if len({*pairs}) < len(pairs) else ()):
        other = siblings.setdefault(pair, row)
        if other != row and columns.name[row]:
            table.add(_SHARED, row, "name", name=columns.name[row], other=columns.code[other], line=str(table.lines[other]))


def _check_aliases(table: Table, roster: Roster) -> None:
    columns, owners = roster.columns, dict[str, int]()
    for row, name in enumerate(columns.name):
        owners.setdefault(fold(name), row)
    for row, aliases in given(columns.aliases):
        for alias in aliases:
            other = owners.setdefault(fold(alias), row)
            if other != row and fold(alias) != fold(columns.name[row]):
                table.add(_SHARED, row, "aliases", name=alias, other=columns.code[other], line=str(table.lines[other]))


def _check_validity(table: Table, roster: Roster) -> None:
    """Check that units begin before they end, and that those merged into another have ended."""
    columns = roster.columns
    ends = columns.valid_to or [None] * len(columns.code)
    for row, start in given(columns.valid_from):
        end = ends[row]
        if end is not None and start > end:
            table.add(N_("The unit ends on {end}, before it begins on {start}."), row, "valid_to", end=end, start=start)
    for row, _ in given(columns.merged_into):
        if ends[row] is None:
            table.add(N_("The unit was merged into another, but not closed: its last day (valid_to) is missing."), row, "valid_to")


def _check_emails(table: Table, roster: Roster) -> None:
    for row, email in given(roster.columns.email):
        if not all(_EMAIL.fullmatch(address.strip()) for address in email.split(";")):
            table.add(N_("“{email}” is no e-mail address."), row, "email", email=email)
