"""The phrases of a report in one language: statuses, reasons, goals, figures, and what is still to do."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from union_audit.audit.result import Reason, Status
from union_audit.findings import SEVERITY_WORDS, Severity
from union_audit.frozen import dataclass
from union_audit.intake.facts import InputStatus, Layout
from union_audit.language import Language
from union_audit.plan.goal import CountGoal, RatioGoal, Tracked, YesGoal
from union_audit.plan.model import Kind
from union_audit.plan.model import Words as Labels
from union_audit.plan.period import Period
from union_audit.plan.period_words import in_words
from union_audit.reports.figures import Figure
from union_audit.reports.to_do import points, to_go, to_go_new, when_due
from union_audit.reports.vocabulary import INPUT_STATUS, LAYOUT, NOT_IN_SUBMISSION, REASON, STATUS
from union_audit.visible import visible

NAMES = 30
"""Names that a page or a sheet lists before it says how many there are."""

NOTHING = "–"
"""Stands where there is no figure."""

SYMBOL = {Status.MET: "✓", Status.GAP: "✗", Status.NO_DATA: "?", Status.NOT_APPLICABLE: NOTHING, Status.TRACKED: "•"}
"""Says the status where colour does not; one sign wide."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """What is said of one figure; each is "" where there is nothing to say (`value` is then a dash)."""

    status: str
    symbol: str
    reason: str
    value: str
    counts: str
    goal: str
    gap: str
    to_go: str
    to_go_new: str
    due: str


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases in `language`. Every format says them the same way."""

    language: Language

    def phrases(self, figure: Figure, due: date | None, as_of: date, *, submitted: bool = False) -> Phrases:
        """Return all that is said of a figure; `submitted`: a submission of the unit was read."""
        return Phrases(
            status=self.status(figure.status),
            symbol=SYMBOL[figure.status],
            reason=self.reason(figure.reason, submitted=submitted),
            value=self.value(figure),
            counts=self.counts(figure),
            goal=self.goal(figure),
            gap=self.gap(figure),
            to_go=to_go(figure, self.language),
            to_go_new=to_go_new(figure, self.language),
            due=when_due(due, as_of, figure, self.language),
        )

    def say(self, labels: Labels) -> str:
        """Return words of the plan."""
        return visible(self.language.pick(labels))

    def status(self, status: Status) -> str:
        """Return the word for a status."""
        return self.language(STATUS[status])

    def reason(self, reason: Reason, *, submitted: bool = False) -> str:
        """Return why there is no figure, "" where there is no reason; who submitted is not said not to have."""
        return self.language(NOT_IN_SUBMISSION if submitted and reason is Reason.NOT_SUBMITTED else REASON[reason])

    def symbol(self, status: Status) -> str:
        """Return the sign for a status."""
        return SYMBOL[status]

    def input_status(self, status: InputStatus) -> str:
        """Return what became of a file."""
        return self.language(INPUT_STATUS[status])

    def layout(self, layout: Layout) -> str:
        """Return how a table is laid out."""
        return self.language(LAYOUT[layout])

    def severity(self, severity: Severity) -> str:
        """Return the word for a finding's severity."""
        return self.language(SEVERITY_WORDS[severity])

    def period(self, period: Period | None) -> str:
        """Return a period in words: "June 2025"."""
        return self.language("no period given") if period is None else in_words(period, self.language)

    def score(self, score: float) -> str:
        """Write a score or a coverage from 0 to 1 (NaN: none)."""
        return NOTHING if score != score else self.language.percent(Fraction(score))  # noqa: PLR0124 (only NaN differs from itself)

    def goal(self, figure: Figure) -> str:
        """Return the goal: "≥ 100%", "yes", "tracked"; a count's is that of all the units it is asked of together."""
        goal, language = figure.goal, self.language
        if isinstance(goal, YesGoal):
            return language("yes")
        if isinstance(goal, Tracked):
            return language("tracked")
        if isinstance(goal, CountGoal) and figure.required_count is not None:
            return f"{'≤' if figure.is_upper else '≥'} {language.number(figure.required_count)}"
        amount = language.percent(goal.threshold, decimals=6) if isinstance(goal, RatioGoal) else language.number(goal.count)
        return f"{goal.comparison.replace('>=', '≥').replace('<=', '≤')} {amount}"

    def value(self, figure: Figure) -> str:
        """Return what was reached: "58%", "3", "yes", "–"."""
        value = figure.value
        if value is None:
            return NOTHING
        if figure.is_yes_no:
            return self.yes_no(bool(value))
        return self.language.percent(value, against=figure.required) if figure.is_share else self.language.number(int(value))

    def yes_no(self, said: bool) -> str:  # noqa: FBT001 (it is what is said)
        """Return the word for yes or no."""
        return self.language("yes") if said else self.language("no")

    def few(self, names: Sequence[str], most: int = NAMES) -> str:
        """List the first names, and say of how many where not all are listed."""
        listed = "; ".join(names[:most])
        if len(names) <= most:
            return listed
        return self.language("{names} … ({shown} of {total})", names=listed, shown=most, total=len(names))

    def counts(self, figure: Figure) -> str:
        """Return the counts behind a percentage, "58/100", or that none were given; "" where the value is itself a count."""
        if figure.share is not None:
            return self.language("percentage only")
        if figure.numerator is None or figure.denominator is None:
            return ""
        return f"{self.language.number(figure.numerator)}/{self.language.number(figure.denominator)}"

    def so_far(self, reported: int, expected: int, by_percentage: int) -> str:
        """Return of how many units a sum is: "17 of 18 units so far, 1 more by percentage only"."""
        of = self.language("{reported} of {expected} units so far", reported=reported, expected=expected)
        more = self.language("{count} more by percentage only", count=by_percentage)
        return f"{of}, {more}" if by_percentage else of

    def gap(self, figure: Figure) -> str:
        """Return the distance to the goal: percentage points for a share, else a count; "" where there is none."""
        gap = figure.gap
        if not gap:
            return ""
        return points(gap, self.language) if figure.is_share else self.language.number(int(gap))

    def earlier_value(self, value: float, figure: Figure, *, is_share: bool) -> str:
        """Return what `figure` was before, "55%", from a number (NaN: none); what it is now may be nothing, and tell less."""
        if value != value:  # noqa: PLR0124 (only NaN differs from itself)
            return NOTHING
        exact = Fraction(value).limit_denominator(10**9)  # so that 0.6 is no less than 60%
        if is_share:
            return self.language.percent(exact, against=figure.required)
        return self.yes_no(bool(exact)) if figure.field.kind is Kind.YES_NO else self.language.number(round(exact))
