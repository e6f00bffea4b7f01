"""Tables, one after another, each under its period and its units."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import field

from union_audit.findings import Finding
from union_audit.frozen import dataclass
from union_audit.intake.assembly.assemble import Assembly
from union_audit.intake.assembly.faulty import faulty_cells
from union_audit.intake.assembly.missing import missing_fields, taken_as_zero
from union_audit.intake.assembly.placed import Placed
from union_audit.intake.assembly.since import since_unused
from union_audit.intake.assembly.strangers import without_strangers
from union_audit.intake.assembly.summed import without_sums
from union_audit.intake.assembly.totals import reconcile
from union_audit.intake.assembly.unlisted import without_unlisted
from union_audit.intake.assembly.whose import Whose, nobodys, whose
from union_audit.intake.facts import Facts
from union_audit.intake.units.identity import Register
from union_audit.intake.units.levels import Levels
from union_audit.plan.model import Plan
from union_audit.plan.period import Period


@dataclass
class Assembling:
    """The figures of all tables so far. `unit_of`: the unit code that a person named for a file."""

    register: Register
    plan: Plan
    unit_of: Mapping[str, str]
    _assemblies: dict[Period | None, Assembly] = field(default_factory=dict)
    _by_file: dict[str, list[tuple[Placed, Whose]]] = field(default_factory=lambda: defaultdict(list))
    _findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Index the words of levels."""
        self._levels = Levels(self.plan)

    def add(self, table: Placed) -> Whose:
        """Add a table and return whose its figures are; nothing here holds them but the facts."""
        told = Whose(nobodys(len(table.table.named.place)))
        if table.is_usable:
            told = without_unlisted(table, whose(table, self.register, self.unit_of), self.register, self._levels)
            told = without_strangers(table, told, self.register)
            told = without_sums(table, told, self.register, self.plan)
            self._add_figures(table, told)
        elif about := since_unused(table, self.plan.fields):
            self._findings.append(about)
        self._by_file[table.candidate.file].append((table.without_figures(), told))
        return told

    def _add_figures(self, table: Placed, told: Whose) -> None:
        roster = self.register.roster
        self._findings += [*told.findings, *faulty_cells(table, told, self.register, self.plan)]
        self._findings += [*taken_as_zero(table, told, self.plan, roster), *reconcile(table, told.units, roster, self.plan)]
        if table.period not in self._assemblies:
            self._assemblies[table.period] = Assembly(roster, self.plan.fields, self.plan.ratios)
        self._assemblies[table.period].add(table, told.units)

    def result(self, asked: Period | None) -> tuple[Mapping[Period | None, Facts], list[Finding]]:
        """Return the facts by period, of the one asked for if there are none, and what is wrong with them."""
        roster = self.register.roster
        facts = {period: assembly.facts() for period, assembly in self._assemblies.items()}
        missing = [finding for of_file in self._by_file.values() for finding in missing_fields(of_file, self.plan, roster)]
        about_periods = [finding for assembly in self._assemblies.values() for finding in assembly.findings]
        nothing = {} if facts else {asked: Assembly(roster, self.plan.fields, self.plan.ratios).facts()}
        return facts | nothing, [*self._findings, *missing, *about_periods]
