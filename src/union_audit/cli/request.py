"""What is to be audited: the options of `check`, understood and loaded before any submission is opened."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from union_audit.audit import Scope
from union_audit.audit.earlier import Earlier, earlier_result
from union_audit.cli import clock
from union_audit.cli.discovery import find_units
from union_audit.cli.settings import Given, Settings
from union_audit.errors import HistoryError, UsageError
from union_audit.frozen import dataclass
from union_audit.intake.files import is_folder
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.plan.roster_file import load_roster
from union_audit.plan.waivers import Waiver
from union_audit.plan.waivers_file import load_waivers
from union_audit.words import N_

EVERY_UNIT = "*"

NO_TARGET = N_("{origin}: this plan has no target “{value}”.")
NO_UNIT = N_("{origin}: there is no unit “{value}”.")
NO_LEVEL = N_("{origin}: this plan has no level “{value}”.")
WRITE_A_PERIOD = N_("Write 2025-06, 2025-Q2, 2025-H1, 2025-9M or 2025.")
NOT_A_RESULT = N_("{origin}: “{value}” is no JSON result of this program.")


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that an audit is told. `settings` have the plan's defaults under them.

    `files`: the files of the set-up, none of which a report may overwrite.
    """

    named: tuple[Path, ...]
    settings: Settings
    plan: Plan
    roster: Roster | None
    scope: Scope
    unit_of: Mapping[str, str]
    level_of: Mapping[str, str]
    fail_on: str
    files: tuple[Path, ...]


def read_request(named: tuple[Path, ...], settings: Settings, plan: Plan) -> Request:
    """Return the request.

    Raises:
        UnionAuditError: an option or a file of the set-up is wrong.
    """
    units_file, waivers_file, compare = find_units(settings, plan), settings.one("waivers"), settings.one("compare")
    roster = load_roster(units_file, plan) if units_file else None
    waivers = load_waivers(waivers_file.path(), plan, roster) if waivers_file else ()
    files = (plan.path, units_file, *(given.path() for given in (waivers_file, compare) if given))
    return Request(
        named,
        settings,
        plan,
        roster,
        _scope(named, settings, plan, waivers),
        _pairs(settings.many("unit_of"), roster.columns.code if roster else None),
        _level_of(settings.many("level_of"), plan),
        settings.choice("fail_on", ("gap", "data", "none")) or "gap",
        tuple(path for path in files if path),
    )


def units_shown(settings: Settings, roster: Roster) -> tuple[str, ...]:
    """Return the codes of the units that `--unit` asks for.

    Raises:
        UsageError: there is no such unit.
    """
    return known(settings.many("unit"), roster.columns.code, NO_UNIT)


def _scope(named: Iterable[Path], settings: Settings, plan: Plan, waivers: tuple[Waiver, ...]) -> Scope:
    targets, levels = [target.id for target in plan.targets], [level.id for level in plan.levels]
    period, compare, as_of = settings.one("period"), settings.one("compare"), settings.one("as_of")
    expect: Literal["found", "all"] = "all" if any(map(is_folder, named)) else "found"
    if asked := settings.choice("expect", ("found", "all")):
        expect = "all" if asked == "all" else "found"
    return Scope(
        as_of=read_date(as_of) if as_of else clock.today(),
        period=read_period(period) if period else None,
        expect=expect,
        only=known(settings.many("only"), targets, NO_TARGET),
        skip=known(settings.many("skip"), targets, NO_TARGET),
        levels=known(settings.many("level"), levels, NO_LEVEL),
        waivers=waivers,
        compare=_compare(compare, settings.one("history")) if compare else None,
    )


def known(asked: Iterable[Given], choices: Collection[str], message: str) -> tuple[str, ...]:
    """Return the values that are asked for; UsageError with the message if one is not among the choices."""
    return tuple(given.one_of(choices, message) for given in asked)


def read_period(given: Given) -> Period:
    """Return the period that is written; UsageError if it is none."""
    try:
        return Period.parse(given.value)
    except ValueError:
        raise given.fault(N_("{origin}: “{value}” is no period."), WRITE_A_PERIOD) from None


def read_date(given: Given) -> date:
    """Return the date that is written; UsageError if it is none."""
    try:
        return date.fromisoformat(given.value)
    except ValueError:
        raise given.fault(N_("{origin}: “{value}” is no date."), N_("Write it as 2025-07-05.")) from None


def _compare(given: Given, history: Given | None) -> Period | Earlier:
    """Return the period, or what an earlier JSON result or the history said, to compare with."""
    try:
        period = Period.parse(given.value)
        return _recorded(given, history.path(), period) if history else period
    except ValueError:
        pass
    import json  # noqa: PLC0415 (only an earlier result is JSON)

    try:
        return earlier_result(json.loads(given.path().read_bytes()))
    except OSError:
        raise given.fault(N_("{origin}: “{value}” is neither a period nor a file that can be read."), WRITE_A_PERIOD) from None
    except (UsageError, ValueError):
        raise given.fault(NOT_A_RESULT) from None


def _recorded(given: Given, file: Path, period: Period) -> Earlier:
    """Return what the newest edition of a period said."""
    from union_audit.history import History  # noqa: PLC0415 (SQLite, which few checks need)

    try:
        with History(file) as history:
            newest = history.newest()
            if period in newest:
                return history.earlier(newest[period])
    except HistoryError as error:  # nothing was audited
        raise UsageError(*error.problems) from None
    held = ", ".join(each.label for each in newest)
    raise given.fault(N_("{origin}: the history has no edition of {value}."), N_("It has: {held}."), held=held)


def _pairs(asked: Iterable[Given], choices: Collection[str] | None) -> dict[str, str]:
    """Return FILE=CODE as {FILE: CODE}; the code must be one of the choices, where they are known."""
    pairs = {}
    for given in asked:
        key, sign, value = given.value.rpartition("=")
        if not (sign and key and value):
            raise given.fault(N_("{origin}: “{value}” is not FILE=CODE."))
        if choices is not None:
            Given(value, given.origin, given.file).one_of(choices, NO_UNIT)
        pairs[key] = value
    return pairs


def _level_of(asked: Iterable[Given], plan: Plan) -> dict[str, str]:
    """Return UNIT=LEVEL as {UNIT: LEVEL}; a level alone is that of every unit."""
    levels = {}
    for given in asked:
        unit, _, level = given.value.rpartition("=")
        levels[unit or EVERY_UNIT] = Given(level, given.origin, given.file).one_of([each.id for each in plan.levels], NO_LEVEL)
    return levels
