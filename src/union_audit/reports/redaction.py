"""An audit for readers outside: units by their codes, files and sheets by number, and no word that a submission or a waiver holds."""

import re
from dataclasses import replace
from pathlib import Path, PurePath

from union_audit import resources
from union_audit.audit.result import Audit
from union_audit.findings import Finding
from union_audit.intake.facts import Facts, Input, TableRead
from union_audit.language import Language
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, Unit
from union_audit.reports.options import Correction, Options
from union_audit.sheets import EXTENSIONS
from union_audit.words import Message

LEFT_OUT = "…"
"""Stands for a text that is not shown."""

_OWN = {"code", "columns", "encoding", "found", "in_column", "kind", "levels", "limit", "months", "others", "period"}
"""Arguments of findings whose texts are the program's or the plan's own words. Every other text may be a submission's."""

_PLACES = {"cells", "last", "other", "such_as"}
"""Arguments whose texts hold the address of a cell, after its file and sheet."""

_CELL = re.compile(r"(?:^|› )([A-Z]{1,3}[1-9][0-9]{0,6})(?: = -?[0-9]+| “.*)?$")


def redacted(audit: Audit, options: Options) -> tuple[Audit, Options]:
    """Return the audit, and what is told beside it, without names and submitted texts.

    Codes that a roster gave, figures, addresses of cells and SHA-256 sums stay, and the plan's own words.
    """
    names = _Names(audit.facts.roster, options.language)
    audit = replace(
        audit,
        plan=replace(audit.plan, path=_path(audit.plan.path, "targets.yaml"), units_file=None, defaults={}),
        inputs=tuple(_input(given, names) for given in audit.inputs),
        facts=_facts(audit.facts, names),
        findings=tuple(_finding(found, names) for found in audit.findings),
        waivers=tuple(replace(each, unit=names.unit(each.unit), reason="", approver="", number="") for each in audit.waivers),
        submitted_on={names.unit(code): day for code, day in audit.submitted_on.items()},
        change=replace(audit.change, label=_label(audit.change.label)) if audit.change else None,
    )
    return audit, replace(options, correction=_correction(options.correction, names) if options.correction else None)


class _Names:
    """What units, files and sheets are called: codes that a roster gave, else numbers in the order in which they are met."""

    def __init__(self, roster: Roster, language: Language) -> None:
        width = max(len(str(len(roster.units))), 2)
        codes = [unit.code if roster.path else f"U{number:0{width}}" for number, unit in enumerate(roster.units, 1)]
        self._codes = dict(zip((unit.code for unit in roster.units), codes, strict=True))
        self._files: dict[str, int] = {}
        self._sheets: dict[str, dict[str, int]] = {}
        self._language = language

    def unit(self, code: str) -> str:
        return self._codes.get(code, LEFT_OUT)

    def file(self, name: str) -> str:
        number = self._files.setdefault(name, len(self._files) + 1)
        suffix = PurePath(name).suffix.lower()
        return self._language("file {number}", number=number) + (suffix if suffix in EXTENSIONS else "")

    def sheet(self, file: str, name: str) -> str:
        if not name:
            return ""
        sheets = self._sheets.setdefault(file, {})
        return self._language("sheet {number}", number=sheets.setdefault(name, len(sheets) + 1))


def _correction(told: Correction, names: _Names) -> Correction:
    added, changed, withdrawn = (tuple(map(names.file, files)) for files in (told.added, told.changed, told.withdrawn))
    return replace(told, added=added, changed=changed, withdrawn=withdrawn)


def _facts(facts: Facts, names: _Names) -> Facts:
    tables = tuple((names.file(file), names.sheet(file, sheet)) for file, sheet in facts.tables)
    return replace(facts, roster=_roster(facts.roster, names), tables=tables, texts={})


def _roster(roster: Roster, names: _Names) -> Roster:
    path = _path(roster.path, f"units{roster.path.suffix}") if roster.path else None
    return replace(Roster.of((_unit(unit, names) for unit in roster.units), path), sha256=roster.sha256)


def _unit(unit: Unit, names: _Names) -> Unit:
    code = names.unit(unit.code)
    return Unit(
        code,
        code,
        unit.level,
        unit.parent and names.unit(unit.parent),
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        merged_into=unit.merged_into and names.unit(unit.merged_into),
        submits=unit.submits,
        covers=unit.covers,
    )


def _input(given: Input, names: _Names) -> Input:
    tables = tuple(_table(table, given.file, names) for table in given.tables)
    return Input(names.file(given.file), given.sha256, given.status, given.kind, tables=tables)


def _table(table: TableRead, file: str, names: _Names) -> TableRead:
    return TableRead(
        names.sheet(file, table.sheet),
        table.layout,
        table.header_rows,
        headings=(),
        left_out=tuple(replace(each, text="") for each in table.left_out),
        units=tuple(map(names.unit, table.units)),
        period=table.period,
        unknown=table.unknown,
        submitted_on=table.submitted_on,
    )


def _finding(found: Finding, names: _Names) -> Finding:
    source, unit = found.source, found.unit and names.unit(found.unit)
    if source:
        source = replace(source, file=names.file(source.file), sheet=names.sheet(source.file, source.sheet))
    args = {name: value if name in _OWN else _argument(name, value) for name, value in found.args.items()}
    return replace(found, args=args, source=source, unit=None if unit == LEFT_OUT else unit)


def _argument(name: str, value: object) -> object:
    """Return a figure, a date, words of the program or the plan, or the address of a cell; any other text is left out."""
    if isinstance(value, list | tuple):
        return tuple(_argument(name, each) for each in value)
    if not isinstance(value, str) or isinstance(value, Message) or value in EXTENSIONS:
        return value
    cell = _CELL.search(value) if name in _PLACES else None
    return cell[1] if cell else LEFT_OUT


def _path(path: Path, name: str) -> Path:
    """Return the path of a shipped file, which everybody has, else a name that tells nothing."""
    return path if path == resources.shipped(path.name) else Path(name)


def _label(label: str) -> str:
    """Return the label of a period; an earlier result may have any text there."""
    try:
        return Period.parse(label).label
    except ValueError:
        return ""
