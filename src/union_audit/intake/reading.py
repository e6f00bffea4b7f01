"""One file → its sheets; these → their tables, dated, and how the file was read."""

import hashlib
from collections.abc import Sequence
from dataclasses import field, replace
from functools import partial

from union_audit.findings import Finding, Source
from union_audit.frozen import dataclass
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.facts import Input, InputStatus
from union_audit.intake.files import Candidate
from union_audit.intake.periods.dating import date_table
from union_audit.intake.tables.asides import Found, without_asides
from union_audit.intake.tables.layouts import Layouts
from union_audit.intake.tables.shares import is_share
from union_audit.intake.tables.since import without_months
from union_audit.intake.tables.table import Knowledge, Table
from union_audit.intake.tables.work import Work
from union_audit.intake.units.mentions import units_within
from union_audit.intake.vocabulary.measures import is_percent_name
from union_audit.plan.period import Period
from union_audit.sheets import Book, Refused, Sheet, file_content, read_content
from union_audit.words import N_

WHOLE = N_("the whole sheet")
ROWS = N_("rows")
COLUMNS = N_("columns")
_WHOLE = 100
"""No percentage of a part is larger."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as an input, what it holds (None: it is not used, and `findings` say why), and its size in bytes."""

    candidate: Candidate
    input: Input
    book: Book | None = None
    findings: list[Finding] = field(default_factory=list)
    size: int = 0


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as an input (its tables not yet among it), its tables, and what is wrong with it."""

    input: Input
    tables: list[Placed] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def open_file(candidate: Candidate, seen: dict[str, str]) -> Opened:
    """Read the cells of one file. `seen`: the file of each digest so far; one that was read before, under another name, is not again."""
    sha256 = ""
    content = candidate.entry.read if candidate.entry else partial(file_content, candidate.path)
    try:
        data = content()
        sha256 = hashlib.sha256(data).hexdigest()
        if (other := seen.setdefault(sha256, candidate.file)) != candidate.file:
            finding = Finding("UA013", {"other": other}, Source(candidate.file))
            return Opened(candidate, Input(candidate.file, sha256, InputStatus.PASSED_OVER), findings=[finding])
        book = read_content(data, candidate.path.suffix)
    except Refused as refused:
        return Opened(candidate, Input(candidate.file, sha256, InputStatus.REFUSED), findings=[_about(candidate, refused)])
    except OSError as error:
        finding = Finding("UA004", {"detail": error.strerror or type(error).__name__}, Source(candidate.file))
        return Opened(candidate, Input(candidate.file, sha256, InputStatus.REFUSED), findings=[finding])
    read = Input(candidate.file, sha256, InputStatus.READ, book.kind, book.facts, content=content)
    about_file = [replace(each, source=_within(each.source, candidate)) for each in book.findings]
    return Opened(candidate, read, book, about_file, len(data))


def read_tables(opened: Opened, layouts: Layouts, asked: Period | None) -> FileRead:
    """Find the tables of a file. `layouts`: those of the files before it."""
    if opened.book is None:
        return FileRead(opened.input, findings=opened.findings)
    try:
        tables, findings = _tables(opened.book, opened.candidate, layouts, asked)
    except Refused as refused:
        candidate = opened.candidate
        refusal = Input(candidate.file, opened.input.sha256, InputStatus.REFUSED)
        return FileRead(refusal, findings=[_about(candidate, refused)])
    return FileRead(opened.input, tables, [*opened.findings, *findings])


def _about(candidate: Candidate, refused: Refused) -> Finding:
    return replace(refused.finding, source=_within(refused.finding.source, candidate))


def _within(source: Source | None, candidate: Candidate) -> Source:
    return replace(source, file=candidate.file) if source else Source(candidate.file)


def _tables(book: Book, candidate: Candidate, layouts: Layouts, asked: Period | None) -> tuple[list[Placed], list[Finding]]:
    """Return the tables of all sheets, and what is wrong with sheets, headings and periods."""
    placed: list[Placed] = []
    work = Work(book.sheets)
    sheets = [sheet for sheet in book.sheets if not _is_empty(sheet)]
    found = [Found(sheet.name, layouts.tables(sheet, work)) for sheet in sheets]
    kept, about_sheets = without_asides(candidate.stem, found, layouts.knows)
    findings = [replace(each, source=_within(each.source, candidate)) for each in about_sheets]
    for sheet, of_sheet in zip(sheets, kept, strict=True):
        for table in of_sheet.tables:
            one, about = _place(table, sheet, candidate, layouts.knows, asked)
            placed.append(one)
            findings += about
        findings += _hidden(sheet, candidate) if of_sheet.tables else []
    told = {each.source.sheet for each in about_sheets if each.source}
    without = [Finding("UA124", {}, Source(candidate.file, each.sheet)) for each in found if not each.tables and each.sheet not in told]
    if not placed:
        return [], [*findings, Finding("UA015", {}, Source(candidate.file))]
    is_only_form = _is_one_units(placed, layouts.knows)
    placed = placed if is_only_form else [replace(each, is_only_form=False) for each in placed]
    return placed, [*findings, *without]


def _place(table: Table, sheet: Sheet, candidate: Candidate, knows: Knowledge, asked: Period | None) -> tuple[Placed, list[Finding]]:
    dated = date_table(table.titles, sheet.name, candidate.stem, candidate.folders, asked)
    is_whole = dated.evidence and dated.period and dated.period.first == 1 and dated.period.months > 1  # its own, whatever else is said
    table = table if is_whole else without_months(table, (sheet.name, candidate.stem), knows)
    table = _without_percentages(table, (sheet.name, *table.titles))
    placed = Placed(candidate, sheet.name, table, dated.period, dated.evidence, table.is_usable and dated.is_usable)
    about_table = [
        replace(each, source=placed.source(*((each.source.row, each.source.column) if each.source else ()))) for each in table.findings
    ]
    return placed, [*about_table, *(replace(each, source=placed.source()) for each in dated.findings)]


def _without_percentages(table: Table, texts: Sequence[str]) -> Table:
    """Return a table that is not used where a text says that its figures are percentages, and no column of them says the rest are not."""
    text = next(filter(is_percent_name, texts), "")
    if not text or not table.figures.fields or table.figures.values.max(initial=0) > _WHOLE:
        return table
    if any(heading.role == "share" or is_share(heading.text) for heading in table.headings):
        return table
    return replace(table, is_usable=False, findings=(*table.findings, Finding("UA125", {"text": text}, Source(""))))


def _hidden(sheet: Sheet, candidate: Candidate) -> list[Finding]:
    """Say which parts of a sheet are hidden on the screen and were read like the others."""
    if not (sheet.hidden or sheet.hidden_rows or sheet.hidden_columns):
        return []
    rows = any(row < len(sheet.rows) and any(cell is not None for cell in sheet.rows[row]) for row in sheet.hidden_rows)
    parts = [part for is_hidden, part in ((sheet.hidden, WHOLE), (rows, ROWS), (bool(sheet.hidden_columns), COLUMNS)) if is_hidden]
    return [Finding("UA016", {"parts": tuple(parts)}, Source(candidate.file, sheet.name))] if parts else []


def _is_empty(sheet: Sheet) -> bool:
    return not any(cell is not None and cell != "" for row in sheet.rows for cell in row)


def _is_one_units(placed: Sequence[Placed], knows: Knowledge) -> bool:
    """Whether all forms of a file may be one unit's: their lines, and the names of their sheets, speak of one at most."""
    if len(placed) == 1:
        return True
    forms = [each for each in placed if each.table.is_one_unit and each.table.named.place]
    lines = {(named.codes[0], named.names[0]) for named in (each.table.named for each in forms)}
    sheets = {frozenset(units_within(each.sheet, knows.register)) for each in forms} if knows.register else set()
    return len(lines - {("", "")}) <= 1 and len(sheets - {frozenset()}) <= 1
