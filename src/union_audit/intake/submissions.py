"""Named paths → all that was submitted: the one way in."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from union_audit.errors import Problem, UsageError
from union_audit.findings import Finding, together
from union_audit.intake.assembly.assemble import Assembly
from union_audit.intake.assembly.blank import without_blank_months
from union_audit.intake.assembly.faulty import faulty_cells
from union_audit.intake.assembly.gathered import gather, with_own_name
from union_audit.intake.assembly.missing import missing_fields, taken_as_zero
from union_audit.intake.assembly.option import named_files
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.strangers import without_strangers
from union_audit.intake.assembly.summed import without_sums
from union_audit.intake.assembly.totals import reconcile
from union_audit.intake.assembly.whose import Whose, nobodys, whose
from union_audit.intake.facts import Facts, Input, Layout, Submissions, TableRead
from union_audit.intake.files import Candidate, find_files
from union_audit.intake.reading import read_file
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

_NOBODY: Mapping[str, str] = MappingProxyType({})


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
    files, tables, findings = _read_all(found.candidates, knows, period, progress)
    tables, coming = without_blank_months(tables, period)
    findings = [*found.findings, *findings, *coming]
    if knows.register is None:
        tables, register, about = _register(tables, knows, level_of, unit_by_file)
        findings += about
    else:
        register = knows.register
    by_period, read, about = _assemble(tables, register, plan, unit_by_file)
    inputs = [replace(file, tables=tuple(read[file.file])) for file in files]
    if not by_period:
        by_period = {period: Assembly(register.roster, plan.fields, plan.ratios).facts()}
    return Submissions(by_period, (*inputs, *found.passed_over), tuple(together([*findings, *about])))


def _read_all(
    candidates: Sequence[Candidate], knows: Knowledge, period: Period | None, progress: Callable[[str, int, int], None] | None
) -> tuple[list[Input], list[Placed], list[Finding]]:
    """Return the files as inputs (their tables not yet among them), their tables, and what is wrong with them."""
    inputs: list[Input] = []
    tables: list[Placed] = []
    findings: list[Finding] = []
    seen: dict[str, str] = {}
    layouts = Layouts(knows)
    for number, candidate in enumerate(candidates, 1):
        if progress:
            progress(candidate.file, number, len(candidates))
        file = read_file(candidate, layouts, period, seen)
        inputs.append(file.input)
        tables += file.tables
        findings += file.findings
    return inputs, tables, findings


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
    tables: Sequence[Placed], knows: Knowledge, level_of: Mapping[str, str], unit_of: Mapping[str, str]
) -> tuple[list[Placed], Register, list[Finding]]:
    """Make the roster of what the usable tables name."""
    named = [with_own_name(table, unit_of, knows.levels) for table in tables]
    own = [table for table, _ in named]
    roster, findings = gather([table for table in own if table.is_usable], knows.plan, knows.levels, level_of)
    return own, Register(roster), [*(finding for _, about in named for finding in about), *findings]


def _assemble(
    tables: list[Placed], register: Register, plan: Plan, unit_of: Mapping[str, str]
) -> tuple[dict[Period | None, Facts], dict[str, list[TableRead]], list[Finding]]:
    """Put each table's figures under its period and its units; `tables` is emptied, so that they do not stand in memory twice."""
    assemblies: dict[Period | None, Assembly] = {}
    read: dict[str, list[TableRead]] = defaultdict(list)
    by_file: dict[str, list[tuple[Placed, Whose]]] = defaultdict(list)
    findings: list[Finding] = []
    tables.reverse()
    while tables:
        table = tables.pop()
        told = Whose(nobodys(len(table.table.named.place)))
        if table.is_usable:
            told = without_strangers(table, whose(table, register, unit_of), register)
            told = without_sums(table, told, register, plan)
        read[table.candidate.file].append(_as_read(table, told, register, plan))
        by_file[table.candidate.file].append((table.without_figures(), told))
        if not table.is_usable:
            continue
        findings += [*told.findings, *faulty_cells(table, told, register, plan), *taken_as_zero(table, told, plan, register.roster)]
        findings += reconcile(table, told.units, register.roster, plan)
        if table.period not in assemblies:
            assemblies[table.period] = Assembly(register.roster, plan.fields, plan.ratios)
        assemblies[table.period].add(table, told.units)
    findings += [finding for of_file in by_file.values() for finding in missing_fields(of_file, plan, register.roster)]
    facts = {period: assembly.facts() for period, assembly in assemblies.items()}
    return facts, read, [*findings, *(finding for assembly in assemblies.values() for finding in assembly.findings)]


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
    codes, used = register.roster.columns.code, Whose(array("i", units)).used
    run = slice(used[0], used[0] + len(used)) if used else slice(0)
    if isinstance(codes, JoinedTexts) and used == list(range(run.start or 0, run.stop)):
        return codes[run]
    return tuple(map(list(codes).__getitem__, used))
