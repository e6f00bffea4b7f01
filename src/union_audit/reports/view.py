"""What every format shows of an audit, and in which order."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice

import numpy as np

from union_audit.audit.result import Audit
from union_audit.findings import CODES, Severity
from union_audit.frozen import dataclass
from union_audit.intake.facts import Bool, Int64
from union_audit.plan.model import Words as Labels
from union_audit.plan.roster import Unit
from union_audit.reports.changes import changes, moved, places
from union_audit.reports.counted import Counted
from union_audit.reports.course import course
from union_audit.reports.figures import Assessment, assessed
from union_audit.reports.headline import headline
from union_audit.reports.method import method
from union_audit.reports.not_audited import no_data
from union_audit.reports.options import Options
from union_audit.reports.row_making import RowMaker
from union_audit.reports.rows import AssessmentRow, Changes, Headline, Movement, NoDataRow, Some, TargetRow, UnitRow
from union_audit.reports.saying import FindingRow, say_finding
from union_audit.reports.sparkline import Sparkline
from union_audit.reports.unit_names import NamesByCode
from union_audit.reports.vocabulary import NOTHING_CHECKED
from union_audit.reports.words import NAMES, Words

_LATE = 8
"""Late units that the first page names; in the list of the units each is marked."""

WORST = 3
"""Targets that the first page says the needs of."""


@dataclass(frozen=True)
class View:
    """An audit as reports show it. Units are those that were judged and that `--unit` and `--level` leave."""

    audit: Audit
    options: Options

    @cached_property
    def words(self) -> Words:
        """The phrases of the report's language."""
        return Words(self.options.language)

    @cached_property
    def units(self) -> Int64:
        """Indexes of the units shown, in the roster's order."""
        return np.flatnonzero(self.audit.shown).astype(np.int64)

    @cached_property
    def rows(self) -> RowMaker:
        """What makes the rows of units and targets."""
        return RowMaker(self.audit, self.words)

    @property
    def names(self) -> NamesByCode:
        """The names of all units by code, as they are shown."""
        return self.rows.names

    @property
    def gap_ranks(self) -> Int64:
        """The rank of each gap, 0 where there is none: int64, shape (columns, units)."""
        return self.rows.gap_ranks

    @cached_property
    def headline(self) -> Headline:
        """The answer first."""
        return headline(self.audit, self.words, self.changes.sentence if self.changes else "", self.options)

    def turnout(self, most: int = NAMES) -> tuple[str, ...]:
        """Who did not report, and who did so late: a line each, none where there is nobody."""
        language, few, head = self.options.language, self.words.few, self.headline
        missing = language("Did not report: {units}", units=few(head.missing, most)) if head.missing else ""
        late = language("Reported late: {units}", units=few(head.late, min(most, _LATE))) if head.late else ""
        return tuple(line for line in (missing, late) if line)

    def targets(self) -> tuple[TargetRow, ...]:
        """Every target over all units, worst first."""
        return self._targets

    @cached_property
    def _targets(self) -> tuple[TargetRow, ...]:
        order = zip(self.audit.target_order.tolist(), self.audit.target_rank.tolist(), strict=True)
        return tuple(self.rows.target(column, rank) for column, rank in order)

    def course(self, row: TargetRow) -> Sparkline | None:
        """Return how a target came to where it is, where the periods before are known."""
        return course(self.options.past.get(row.target.id, ()), row, self.words.period(self.audit.period), self.words)

    def worst_targets(self, most: int = WORST) -> tuple[TargetRow, ...]:
        """The worst of the targets that have a gap over all units: what the first page says they need."""
        return tuple(row for row in self.targets() if row.needs)[:most]

    def gaps(self, top: int | None = None) -> Some[AssessmentRow]:
        """The ranked gaps of the units shown, worst first; waived ones are not among them."""
        worst = self.audit.gaps.worst(top, self._shown_gaps)
        return Some(tuple(self.rows.assessment(*row) for row in worst.rows()), self.gap_count)

    @cached_property
    def no_gap(self) -> str:
        """What is said where no ranked gaps are: that there are none is only said where something was checked."""
        language = self.options.language
        if not self.audit.evaluated:
            return language(NOTHING_CHECKED)
        return language("No gap was found but those that are waived.") if self.headline.waived else language("No gap was found.")

    @cached_property
    def gap_count(self) -> int:
        """How many ranked gaps the units shown have."""
        return int(np.count_nonzero(self._shown_gaps))

    def gap_places(self, top: int) -> list[tuple[int, int]]:
        """Return where the worst of them are: (unit, column)."""
        return [(unit, column) for unit, column, _ in self.audit.gaps.worst(top, self._shown_gaps).rows()]

    def waived(self) -> tuple[AssessmentRow, ...]:
        """The waived gaps of the units shown, in the plan's and the roster's order."""
        return tuple(
            self.rows.assessment(int(unit), place, rank=0)
            for place, column in enumerate(self.audit.columns)
            for unit in np.flatnonzero(self.audit.shown & column.waived)
        )

    def assessments(self) -> Iterator[Assessment]:
        """Every unit shown at every target, in the roster's and then the plan's order: exact figures, no words."""
        counted = Counted(len(self.units) * len(self.audit.columns), self.options.told)
        return counted.rows(assessed(self.audit.plan, self.audit.columns, self.units))

    @cached_property
    def order(self) -> Int64:
        """Indexes of the units shown, worst first; those that no target applies to come last."""
        return self._worst(len(self.units))

    def ranking(self, top: int | None = None) -> Some[UnitRow]:
        """The units shown, worst first."""
        order = self.order if top is None else self._worst(top)
        return Some(tuple(map(self.rows.unit, order.tolist())), len(self.units))

    def no_data(self) -> tuple[NoDataRow, ...]:
        """What could not be audited, by reason."""
        return no_data(self.audit, self.words)

    @cached_property
    def changes(self) -> Changes | None:
        """What changed since the period that is compared with; None where none is."""
        return changes(self.audit.change.label, self._moved, self.words) if self.audit.change else None

    def changed(self, movement: Movement, top: int | None = None) -> Some[AssessmentRow]:
        """The gaps that moved so, by their rank; those that are closed or waived have none, and stand in the roster's order."""
        if not self.audit.change:
            return Some((), 0)
        where = self._moved[movement]
        rows = places(where, self.audit.gaps, top)
        return Some(tuple(self.rows.assessment(*row) for row in rows), int(np.count_nonzero(where)))

    def findings(self, *severities: Severity, top: int | None = None) -> Some[FindingRow]:
        """The findings on files and on the units shown, in the audit's order: errors first."""
        wanted = severities or tuple(Severity)
        found = [finding for finding in self.audit.findings if CODES[finding.code].severity in wanted and self.audit.shows(finding)]
        rows = (say_finding(finding, self.audit.plan, self.names, self.words) for finding in islice(found, top))
        return Some(tuple(rows), len(found))

    def method(self) -> tuple[str, ...]:
        """How it was computed, one sentence each."""
        return method(self.options.language)

    def assessment(self, unit: int, column: int) -> AssessmentRow:
        """Return the row of one unit (its index) at one target (the index of its column)."""
        return self.rows.assessment(unit, column, int(self.gap_ranks[column, unit]))

    def say(self, labels: Labels) -> str:
        """Return words of the plan in the report's language."""
        return self.words.say(labels)

    def level(self, unit: Unit) -> str:
        """Return the label of a unit's level, "" where it is not known."""
        return self.rows.level(unit)

    def _worst(self, most: int) -> Int64:
        """Return the first of `order`, so many of them: few are found without putting all in order."""
        rank = self.audit.scores.rank[self.units]
        rank[rank == 0] = len(self.audit.scores.rank) + 1
        rows = np.flatnonzero(rank <= np.partition(rank, most - 1)[most - 1]) if 0 < most < len(rank) else np.arange(len(rank))
        return self.units[rows[np.argsort(rank[rows], kind="stable")]][:most]

    @cached_property
    def _shown_gaps(self) -> Bool:
        """Which of the ranked gaps are of units shown."""
        return self.audit.shown[self.audit.gaps.unit]

    @cached_property
    def _moved(self) -> dict[Movement, Bool]:
        return moved(self.audit, self.audit.change) if self.audit.change else {}
