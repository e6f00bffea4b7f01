"""Named paths → all that was submitted: the one way in."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from union_audit.errors import Problem, UsageError
from union_audit.findings import Finding, together
from union_audit.frozen import replace
from union_audit.intake.assembly.assembling import Assembling
from union_audit.intake.assembly.blank import set_blank_months_aside
from union_audit.intake.assembly.gathered import gather, with_own_name
from union_audit.intake.assembly.option import named_files
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.whose import Whose
from union_audit.intake.facts import Input, Layout, Submissions, TableRead
from union_audit.intake.files import Candidate, find_files
from union_audit.intake.reading import FileRead, Opened, open_file, read_tables
from union_audit.intake.tables.headings import Headings
from union_audit.intake.tables.layouts import Layouts
from union_audit.intake.tables.table import Knowledge
from union_audit.intake.units.identity import Register
from union_audit.intake.units.levels import Levels
from union_audit.intake.units.names import code_key
from union_audit.plan.model import Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.sheets.joined import JoinedTexts
from union_audit.words import N_

_MANY = 1_000
_NOBODY: Mapping[str, str] = MappingProxyType({})
_TOGETHER, _SMALL = 64, 1 << 16
"""So many files are read together, as long as none has more bytes."""


def take_in(  # noqa: PLR0913 (the options of the command, by name)
    paths: Sequence[Path],
    plan: Plan,
    roster: Roster | None,
    *,
    period: Period | None = None,
    level_of: Mapping[str, str] = _NOBODY,
    unit_of: Mapping[str, str] = _NOBODY,
    set_up: Iterable[Path] = (),
    progress: Callable[[str, int, int], None] | None = None,
) -> Submissions:
    """Read the files and folders and return their figures by period, how each file was read, and what is wrong.

    `period`: what the user asked for; it decides only where the files leave it open. `level_of`: unit code or name, or "*", to level,
    used without a roster. `unit_of`: a form's file to its unit's code. `set_up`: files that are no submissions, besides those of plan and
    roster. `progress`: told each file, its number and how many there are.
    Raises `UsageError` for a file, unit or level that does not exist; whatever is wrong with the files is a finding.
    """
    own = (plan.path, plan.units_file, roster.path if roster else None, *set_up)
    found = find_files(paths, filter(None, own))
    unit_by_file = _check(found.candidates, plan, roster, level_of, unit_of)
    knows = Knowledge(plan, Headings(plan), Levels(plan), Register(roster) if roster else None, period)
    inputs: list[Input] = []
    findings, coming = [*found.findings], list[Finding]()
    waiting: list[Placed] = []  # for the roster, where they make it themselves
    read: dict[str, list[TableRead]] = defaultdict(list)
    assembling = Assembling(knows.register, plan, unit_by_file) if knows.register else None
    for files in _read_all(found.candidates, knows, period, progress):
        for file in files:
            inputs.append(file.input)
            findings += file.findings
            coming += set_blank_months_aside(file.tables, period)
            if assembling:
                _assemble(file.tables, assembling, read)
            waiting += file.tables
    findings += coming
    if not assembling:
        register, about = _register(waiting, knows, level_of, unit_by_file)
        findings += about
        assembling = Assembling(register, plan, unit_by_file)
        _assemble(waiting, assembling, read)
    by_period, about = assembling.result(period)
    inputs = [replace(file, tables=tuple(read[file.file])) for file in inputs]
    return Submissions(by_period, (*inputs, *found.passed_over), tuple(together([*findings, *about])))


def _read_all(
    candidates: Sequence[Candidate], knows: Knowledge, period: Period | None, progress: Callable[[str, int, int], None] | None
) -> Iterator[list[FileRead]]:
    """Yield the files as they were read, some together."""
    layouts = Layouts(knows)
    for some in _open_all(candidates, progress):
        yield [read_tables(opened, layouts, period) for opened in some]


def _open_all(candidates: Sequence[Candidate], progress: Callable[[str, int, int], None] | None) -> Iterator[list[Opened]]:
    """Yield the files with their cells, many small ones together.

    A processor does one thing many times in three quarters of the time that it needs to do all things one file after another.
    """
    seen: dict[str, str] = {}
    some: list[Opened] = []
    for number, candidate in enumerate(candidates, 1):
        if progress:
            progress(candidate.file, number, len(candidates))
        some.append(open_file(candidate, seen))
        if len(some) == _TOGETHER or some[-1].size > _SMALL:
            yield some
            some = []
    yield some


def _assemble(tables: list[Placed], assembling: Assembling, read: Mapping[str, list[TableRead]]) -> None:
    """Add the tables, and let go of each: the figures of a nation's year do not stand in memory twice."""
    tables.reverse()
    while tables:
        table = tables.pop()
        read[table.candidate.file].append(_as_read(table, assembling.add(table), assembling.register, assembling.plan))


def _check(
    candidates: Sequence[Candidate], plan: Plan, roster: Roster | None, level_of: Mapping[str, str], unit_of: Mapping[str, str]
) -> dict[str, str]:
    """Return the unit code named for each file; UsageError names all files, units and levels that there are not."""
    codes = set(map(code_key, roster.columns.code)) if roster and unit_of else set()
    levels = {level.id for level in plan.levels}
    problems = [
        Problem(N_("There is no level “{level}” in the plan (for {unit})."), {"level": level, "unit": unit})
        for unit, level in level_of.items()
        if level not in levels
    ]
    by_file, about_files = named_files(candidates, unit_of)
    problems += about_files
    problems += [
        Problem(N_("There is no unit “{unit}” in the roster (for {file})."), {"unit": code, "file": file})
        for file, code in unit_of.items()
        if roster and code_key(code) not in codes
    ]
    if problems:
        raise UsageError(*problems)
    return by_file


def _register(
    tables: list[Placed], knows: Knowledge, level_of: Mapping[str, str], unit_of: Mapping[str, str]
) -> tuple[Register, list[Finding]]:
    """Make the roster of what the usable tables name; each form's unit is then named in its table."""
    named = [with_own_name(table, unit_of, knows.levels) for table in tables]
    tables[:] = [table for table, _ in named]
    roster, findings = gather([table for table in tables if table.is_usable], knows.plan, knows.levels, level_of)
    return Register(roster), [*(finding for _, about in named for finding in about), *findings]


def _as_read(placed: Placed, told: Whose, register: Register, plan: Plan) -> TableRead:
    table = placed.table
    return TableRead(
        sheet=placed.sheet,
        layout=table.layout,
        header_rows=table.header_rows,
        headings=table.headings,
        left_out=table.left_out,
        units=_codes(bytes(told.units), register),
        period=placed.period,
        period_evidence=placed.evidence,
        unit_evidence=told.evidence,
        unknown=told.units.count(-1),
        figures_in=tuple(sorted({*table.figures.column.ravel().tolist()})) if table.layout is Layout.FORM else (),
        styles={plan.fields[place].id: each for place, each in zip(table.figures.fields, table.figures.styles, strict=True)},
        submitted_on=placed.submitted_on() if plan.calendar.due_working_days is not None else None,
    )


@lru_cache(maxsize=2)  # the months of a year have the same units
def _codes(units: bytes, register: Register) -> Sequence[str]:
    codes, told = register.roster.columns.code, Whose(array("i", units))
    if isinstance(codes, JoinedTexts) and (run := told.run):
        return codes[run.start : run.stop]
    used = told.used
    many = list(codes) if len(used) > _MANY else codes  # an object each, where there are none yet: not for each of thousands of sheets
    return (codes[used[0]],) if len(used) == 1 else tuple(map(many.__getitem__, used))
