"""The workbooks that go back to a unit: marked copies of its own, and an excerpt of what it shares with others or cannot be copied."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from union_audit.audit.result import Audit
from union_audit.file_names import safe
from union_audit.findings import Source
from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.facts import Evidence, Input
from union_audit.language import Language
from union_audit.plan.roster import Roster
from union_audit.reports.feedback.comments import marks
from union_audit.reports.feedback.excerpt import Part, write_excerpt
from union_audit.reports.feedback.faults import Fault
from union_audit.reports.feedback.marked import Copy, marked_copy
from union_audit.reports.feedback.slip import Slip
from union_audit.sheets import Refused
from union_audit.visible import brief
from union_audit.words import N_

CHANGED = N_("it has changed since it was read")
NO_WORKBOOK = N_("it is no Excel workbook (.xlsx, .xlsm)")
_BOOK = "xlsx"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """`books`: content by file name. `notes`: why a file of the unit's own is not among them. `ways`: what each sheet is called."""

    books: Mapping[str, bytes]
    notes: tuple[str, ...]
    ways: Mapping[tuple[str, str], str]

    def place(self, source: Source | None) -> str:
        """Return how a place is called to the unit, "" for the submission as a whole."""
        if source is None:
            return ""
        return " › ".join(filter(None, (self.ways.get((source.file, source.sheet), ""), source.cell)))


class Enclosing:
    """Makes the workbooks of any unit. `owners`: the unit's code for each file that is one unit's own."""

    def __init__(self, audit: Audit, owners: Mapping[str, str], language: Language) -> None:
        """Look up the inputs once for all."""
        self._audit = audit
        self._owners = owners
        self._language = language
        self._inputs = {each.file: each for each in audit.inputs}

    def of(self, slip: Slip) -> Enclosed:
        """Return the workbooks of one unit."""
        by_file: dict[str, list[Fault]] = defaultdict(list)
        for fault in slip.marked:
            by_file[fault.source.file if fault.source else ""].append(fault)
        books: dict[str, bytes] = {}
        notes, left = [], list[Fault]()
        for file, faults in by_file.items():
            copy = self._copy(slip, file, faults)
            if isinstance(copy, Copy):
                books[self._name(file, copy.suffix, books)] = copy.content
                continue
            left += faults
            if copy:
                notes.append(self._language(_NOT_COPIED, file=brief(_base(file)), why=copy))
        ways = self._ways(slip)
        if left:
            books[f"{self._language(_EXCERPT)}.xlsx"] = write_excerpt(self._parts(slip, left, ways))
        return Enclosed(books, tuple(notes), ways)

    def _copy(self, slip: Slip, file: str, faults: Iterable[Fault]) -> Copy | str:
        """Return the marked copy of a file, or why there is none; "" where the file is not the unit's alone."""
        given = self._inputs.get(file)
        if given is None or self._owners.get(file) != slip.unit.code:
            return ""
        if given.kind != _BOOK:
            return NO_WORKBOOK
        data = _content(given)
        sheets = {table.sheet for table in given.tables}
        return CHANGED if data is None else marked_copy(data, sheets, marks(faults), self._is_anothers(slip))

    def _is_anothers(self, slip: Slip) -> Callable[[str], bool]:
        """Return what tells whether a text is the name or the code of a unit that is neither this one nor above it."""
        roster = self._audit.facts.roster
        own = _with_those_above(slip.place, roster)

        def is_anothers(text: str) -> bool:
            named = roster.by_name.get(fold(text), ()) if text.strip() else ()
            coded = roster.index.get(text.strip()) if not text.strip().isdigit() else None
            return bool((named and own.isdisjoint(named)) or (coded is not None and coded not in own and not named))

        return is_anothers

    def _name(self, file: str, suffix: str, taken: Iterable[str]) -> str:
        stem = safe(f"{safe(_base(file).rpartition('.')[0] or _base(file))}-{self._language(_MARKED)}")
        name, number = f"{stem}{suffix}", 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        return name

    def _ways(self, slip: Slip) -> dict[tuple[str, str], str]:
        """Call each sheet of the unit's own files by its name; those that are shared only "table 1": their names may be another's."""
        places = dict.fromkeys((fault.source.file, fault.source.sheet) for fault in slip.faults if fault.source)
        shared = [place for place in places if self._owners.get(place[0]) != slip.unit.code]
        numbered = {place: self._language(_TABLE, number=number) for number, place in enumerate(shared, 1)}
        return {
            (file, sheet): numbered.get((file, sheet)) or " › ".join(brief(part) for part in (_base(file), sheet) if part)
            for file, sheet in places
        }

    def _parts(self, slip: Slip, faults: Iterable[Fault], ways: Mapping[tuple[str, str], str]) -> list[Part]:
        by_sheet: dict[tuple[str, str], list[Fault]] = defaultdict(list)
        for fault in faults:
            if fault.source:
                by_sheet[fault.source.file, fault.source.sheet].append(fault)
        figures: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
        for place in range(len(self._audit.facts.fields)):
            for figure in self._audit.facts.evidence(slip.place, place):
                figures[figure.source.file, figure.source.sheet].append(figure)
        return [self._part(slip, sheet, of_sheet, figures[sheet], ways[sheet]) for sheet, of_sheet in by_sheet.items()]

    def _part(self, slip: Slip, sheet: tuple[str, str], faults: Iterable[Fault], figures: Iterable[Evidence], way: str) -> Part:
        given = self._inputs.get(sheet[0])
        part = Part(way.rpartition(" › ")[2], marks(faults)[sheet[1]])
        part.cells = {(fault.source.row, fault.source.column): fault.text for fault in faults if fault.source}
        for figure in figures:
            part.take(figure, given.tables if given else (), slip.name)
        return part


_NOT_COPIED = N_("{file} is not enclosed with marks, since {why}; what is to correct stands in the excerpt.")
_TABLE = N_("Table {number}")
_MARKED = N_("marked")
_EXCERPT = N_("excerpt")


def _content(given: Input) -> bytes | None:
    """Return what a file holds, if it is what was read."""
    try:
        data = given.content() if given.content else b""
    except (Refused, OSError):
        return None
    return data if hashlib.sha256(data).hexdigest() == given.sha256 else None


def _base(file: str) -> str:
    """Return a file's own name: those of the folders it lies in may be another's."""
    return file.rpartition("/")[2]


def _with_those_above(unit: int, roster: Roster) -> set[int]:
    found: set[int] = set()
    place: int | None = unit
    while place is not None and place not in found:
        found.add(place)
        parent = roster.units[place].parent
        place = roster.index.get(parent) if parent else None
    return found
