"""A trend as people read it: every format shows these rows, in these words."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from union_audit.frozen import dataclass
from union_audit.plan.goal import Tracked
from union_audit.plan.period import Period
from union_audit.plan.roster import Unit
from union_audit.reports.figures import Figure
from union_audit.reports.options import Options
from union_audit.reports.rows import Movement, Some
from union_audit.reports.sparkline import Sparkline, sparkline
from union_audit.reports.to_do import points
from union_audit.reports.unit_names import shown_name
from union_audit.reports.words import NOTHING, Words
from union_audit.trends.figures import figure, final
from union_audit.trends.pace import FEWEST, MOST
from union_audit.trends.rows import LineRow, MovesRow, OpenRow, PointRow, UnitRows
from union_audit.trends.trend import Line, OpenGap, Outlook, Point, Trend, UnitLines
from union_audit.visible import brief, visible
from union_audit.words import N_

OUTLOOK = {
    Outlook.REACHED: N_("reached"),
    Outlook.IN_TIME: N_("{period}, in time"),
    Outlook.LATE: N_("{period}, too late"),
    Outlook.NEVER: N_("not at this pace"),
    Outlook.UNKNOWN: N_("no forecast"),
    Outlook.NO_GOAL: "",
}


@dataclass(frozen=True)
class TrendView:
    """A trend, and how it is to be shown."""

    trend: Trend
    options: Options

    @cached_property
    def words(self) -> Words:
        """The phrases of the language."""
        return Words(self.options.language)

    @property
    def plan(self) -> str:
        """The plan's number and title."""
        plan = self.trend.plan
        return visible(" – ".join(part for part in (plan.code, self.options.language.pick(plan.title)) if part))

    @property
    def organisation(self) -> str:
        """Whose plan it is."""
        return self.words.say(self.trend.plan.organisation)

    @property
    def span(self) -> str:
        """From when to when: "From January 2025 to June 2025: 6 periods"."""
        first, last = (self.words.period(self.trend.editions[place].period) for place in (0, -1))
        count = len(self.trend.editions)
        return self.options.language.plural("{first}: 1 period", "From {first} to {last}: {count} periods", count, first=first, last=last)

    @property
    def rules(self) -> tuple[str, ...]:
        """How the pace and the gaps are reckoned, a sentence each."""
        language = self.options.language
        return (
            language(
                "At this pace: as the value moved a period on average over its last periods with figures, up to {most}, it moves on. "
                "Of fewer than {fewest} there is no forecast. Counts are compared only between periods in which every unit reported.",
                most=MOST,
                fewest=FEWEST,
            ),
            language("A period without figures closes no gap; a unit that took over others has their gaps."),
        )

    def name(self, unit: Unit) -> str:
        """Return a unit's name; for readers outside its code."""
        return brief(unit.code) if self.options.redact else shown_name(unit)

    @cached_property
    def lines(self) -> tuple[LineRow, ...]:
        """Every target over all units."""
        return tuple(map(self._line, self.trend.lines))

    @cached_property
    def units(self) -> tuple[UnitRows, ...]:
        """The units that were asked for."""
        return tuple(map(self._unit, self.trend.units))

    def moves(self) -> Iterator[MovesRow]:
        """Yield what became of the gaps, a period each, of all targets shown together."""
        for place, edition in enumerate(self.trend.editions):
            moves = [moves for line in self.trend.lines if (moves := line.points[place].moves)]
            moved = [each.moved for each in moves if each.moved is not None]
            added = {movement: sum(each[movement] for each in moved) for movement in Movement} if moved else None
            score = self.trend.scores[place]
            said = NOTHING if score is None else self.words.score(score)
            yield MovesRow(self.words.period(edition.period), said, sum(each.gaps for each in moves), added)

    def open(self, top: int | None = None) -> Some[OpenRow]:
        """The gaps that last, the longest first."""
        found = self.trend.open.first(top)
        return Some(tuple(self._open(gap) for gap in found.rows), found.total)

    def _open(self, gap: OpenGap) -> OpenRow:
        language = self.options.language
        months = language.plural("1 month", "{count} months", gap.months)
        told = language("{months} (waived)", months=months) if gap.waived else months
        return OpenRow(gap, self.name(gap.unit), self._titles[gap.target], self.words.period(gap.since), told)

    @cached_property
    def _titles(self) -> dict[str, str]:
        targets = {target.id: f"{target.number}. {self.words.say(target.label)}" for target in self.trend.plan.targets}
        return {id_: targets.get(id_, brief(id_)) for id_ in self.trend.open.targets}

    def _unit(self, unit: UnitLines) -> UnitRows:
        language, lineage = self.options.language, []
        if unit.merged_into:
            lineage.append(language("Merged into {unit}.", unit=self.name(unit.merged_into)))
        if unit.merged:
            lineage.append(language("Took over {units}.", units=self.words.few([self.name(each) for each in unit.merged])))
        return UnitRows(unit.unit.code, self.name(unit.unit), tuple(lineage), tuple(map(self._line, unit.lines)))

    def _line(self, line: Line) -> LineRow:
        rows = tuple(self._point(point, line) for point in line.points)
        shown = [row for row in rows if row.figure is not None]
        known = [row for row in shown if row.figure is not None and row.figure.value is not None]
        newest = rows[-1]
        goal = final(shown[-1].figure, line) if shown and shown[-1].figure else None
        target = line.target
        return LineRow(
            line=line,
            number=target.number if target else None,
            label=self.words.say(target.label) if target else brief(line.id),
            owner=self.words.say(target.owner) if target else "",
            points=rows,
            symbol=newest.symbol,
            status=newest.point.status,
            first=known[0].value if known else NOTHING,
            now=newest.value,
            change=self._change([row.figure for row in known if row.figure]),
            goal=self.words.goal(goal) if goal else "",
            due=self.options.language.date(target.deadline) if target and target.deadline and not isinstance(target.goal, Tracked) else "",
            pace=self._pace(line, known),
            outlook=self._outlook(line),
            values=tuple(None if row.figure is None or row.figure.value is None else float(row.figure.value) for row in rows),
            sparkline=_sparkline(rows),
        )

    def _point(self, point: Point, line: Line) -> PointRow:
        shown, language, words = figure(point, line.target, self.trend.plan), self.options.language, self.words
        reported = "" if point.expected is None else f"{language.number(point.reported or 0)}/{language.number(point.expected)}"
        return PointRow(
            point=point,
            period=words.period(point.period),
            figure=shown,
            symbol=words.symbol(shown.status) if shown else "",
            status=words.status(shown.status) if shown else "",
            value=words.value(shown) if shown else NOTHING,
            counts=words.counts(shown) if shown else "",
            goal=words.goal(shown) if shown and line.target else "",
            reported=reported,
            moved=dict(point.moves.moved) if point.moves and point.moves.moved is not None else None,
        )

    def _change(self, known: Sequence[Figure]) -> str:
        """Return how far it is from the first value to the last: "+3 points", "−2"."""
        if len(known) < 2 or known[-1].is_yes_no:  # noqa: PLR2004 (two values have a difference)
            return ""
        return self._signed((known[-1].value or Fraction(0)) - (known[0].value or Fraction(0)), is_share=known[-1].is_share)

    def _signed(self, change: Fraction, *, is_share: bool) -> str:
        amount = points(abs(change), self.options.language) if is_share else self.options.language.number(round(abs(change)))
        return f"{'+' if change > 0 else '−' if change < 0 else ''}{amount}"

    def _pace(self, line: Line, known: Sequence[PointRow]) -> str:
        """Return the mean change a period: "+1.5 points, over 6 periods"."""
        if line.pace.change is None or not known or known[-1].figure is None:
            return ""
        change = self._signed(line.pace.change, is_share=known[-1].figure.is_share)
        return self.options.language("{change} a period, over {periods} periods", change=change, periods=line.pace.periods)

    def _outlook(self, line: Line) -> str:
        by: Period | None = line.pace.by
        said = OUTLOOK[line.pace.outlook]
        return self.options.language(said, period=self.words.period(by)) if by else self.options.language(said)


def _sparkline(rows: Sequence[PointRow]) -> Sparkline | None:
    """Draw the values and the goals of the periods, both as they are shown."""
    figures = [row.figure for row in rows]
    values = [None if each is None or each.value is None else float(each.value) for each in figures]
    required = [None if each is None or each.required is None else float(each.required) for each in figures]
    return sparkline(values, required, "; ".join(f"{row.period}: {row.value}" for row in rows))
