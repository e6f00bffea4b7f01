"""The formulas of one ratio: from its numerator and denominator what was reached, what is required, the gap, the status."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from union_audit.audit.result import Status
from union_audit.frozen import dataclass
from union_audit.plan.goal import Goal, Tracked
from union_audit.plan.model import OnZero, Target
from union_audit.reports.figures import Figure
from union_audit.reports.words import SYMBOL, Words
from union_audit.reports.xlsx.amounts import Amounts
from union_audit.reports.xlsx.cells import COUNT, DECIMAL, PERCENT, Formula, Number, Share, Value
from union_audit.reports.xlsx.formulas import Named, either, quoted, required
from union_audit.reports.xlsx.headings import (
    ATTAINMENT,
    CREDIT,
    DENOMINATOR,
    GAP,
    NOW,
    NUMERATOR,
    ORDER,
    REQUIRED,
    SHOWN,
    STATUS,
    SURE,
    TO_GO,
    WEIGHT,
)
from union_audit.words import Message

ORDERS = {Status.NO_DATA: 2, Status.MET: 3, Status.TRACKED: 4, Status.NOT_APPLICABLE: 5}
"""What decides among the ratios of a target: any gap, by its attainment, which is below 1; then what has no figures; then the rest."""

WANTED = {Status.GAP: '"<1"', **{status: str(order) for status, order in ORDERS.items()}}
"""What a formula that counts them wants of the numbers of a status."""

NOTHING = '""'


def order_of(figure: Figure) -> float:
    """Return the number by which the worst of several ratios decides."""
    return float(figure.attainment or 0) if figure.status is Status.GAP else ORDERS[figure.status]


def say_status(status: Status, words: Words) -> str:
    """Return a status with its sign."""
    return f"{SYMBOL[status]} {words.status(status)}"


def value(figure: Figure, words: Words) -> Value:
    """Return what was reached, as a cell has it."""
    reached = figure.value
    if reached is None:
        return None
    if figure.is_yes_no:
        return words.yes_no(bool(reached))
    return Share(reached, figure.required) if figure.is_share else int(reached)


def distance(figure: Figure) -> Value:
    """Return the distance to the goal, as a cell has it: percentage points, or a count."""
    gap = figure.gap
    if not gap:
        return None
    return Share(gap) if figure.is_share else int(gap)


def found(figure: Figure, amounts: Amounts, weight: Fraction) -> dict[Message, Value]:
    """Return what the audit found, by heading; `weight` is that in the score."""
    now, attainment = value(figure, amounts.words), figure.attainment
    is_credited = figure.status in (Status.MET, Status.GAP)
    return {
        NUMERATOR: figure.numerator,
        DENOMINATOR: figure.denominator,
        NOW: now,
        STATUS: say_status(figure.status, amounts.words),
        REQUIRED: figure.required_count,
        GAP: distance(figure),
        TO_GO: amounts.still_to_do(figure),
        ATTAINMENT: None if attainment is None else Share(attainment),
        ORDER: Number(order_of(figure), DECIMAL),
        WEIGHT: Number(float(weight), DECIMAL),
        CREDIT: Number(float(weight * attainment) if is_credited and attainment is not None else 0.0, DECIMAL),
        SHOWN: SYMBOL[figure.status] if now is None or figure.status in (Status.NO_DATA, Status.NOT_APPLICABLE) else now,
    }


def literal(value: Value) -> str:
    """Return a value as a formula holds it."""
    match value:
        case None:
            return NOTHING
        case str():
            return quoted(value)
        case Share(value=share):
            return repr(float(share))
        case Number(value=number):
            return repr(number)
        case _:
            return str(value)


def weight_text(weight: Fraction) -> str:
    """Return a weight as a formula holds it."""
    return str(weight.numerator) if weight.denominator == 1 else f"{weight.numerator}/{weight.denominator}"


@dataclass(frozen=True)
class Ratio:
    """How the ratios of one target are computed in a table; every formula looks only at cells of its own row.

    `known`: the column that says whether there are figures (over all units, some are enough for a gap); `base`: the cell that the
    goal is held against, "" for one unit's count or yes. `is_share`, `is_yes_no`: how what was reached is shown.
    """

    table: Named
    target: Target
    goal: Goal
    amounts: Amounts
    known: Message
    base: str
    is_share: bool
    is_yes_no: bool

    @cached_property
    def formulas(self) -> dict[Message, str]:
        """The formulas by heading, the same in every row of the target; none where there is nothing to compute."""
        formulas = {NOW: self._now(), STATUS: self._status(), ORDER: self._order(), SHOWN: self._shown()}
        if not isinstance(self.goal, Tracked):
            formulas |= {REQUIRED: self._required(), TO_GO: self._to_go(), ATTAINMENT: self._attainment(), CREDIT: self._credit()}
            if not self.is_yes_no:
                formulas[GAP] = self._gap()
        return formulas

    def written(self, figure: Figure) -> dict[Message, str]:
        """Return the number formats by heading."""
        amount = PERCENT if self.is_share else COUNT
        return {NOW: amount, SHOWN: amount, GAP: amount, ATTAINMENT: PERCENT, TO_GO: self.amounts.written(figure)}

    def live(self, figure: Figure, values: Mapping[Message, Value], own: Mapping[Message, str]) -> dict[Message, Value]:
        """Return the values of a row with formulas in their place: these, and `own` ones of the row.

        What was found by a percentage without counts stays, until there are counts.
        """
        written, formulas = self.written(figure), self.formulas
        if figure.share is not None:
            counted = f"{self.table.here(SURE)}=1"
            formulas = {heading: either(counted, text, literal(values.get(heading))) for heading, text in formulas.items()}
        formulas = {**formulas, **own}
        return {
            **values,
            **{heading: Formula(text, values.get(heading), written.get(heading, COUNT)) for heading, text in formulas.items()},
        }

    def _now(self) -> str:
        cell = self.table.here
        if self.is_yes_no:
            yes_no = either(
                f"{cell(NUMERATOR)}=1", quoted(self.amounts.words.yes_no(said=True)), quoted(self.amounts.words.yes_no(said=False))
            )
            return either(f'{cell(NUMERATOR)}=""', NOTHING, yes_no)
        if not self.is_share:
            return cell(NUMERATOR)
        top, bottom = cell(NUMERATOR), cell(DENOMINATOR)
        contradicting = f",{top}>{bottom}" if self.known is SURE else ""
        share = either(f"OR({bottom}=0{contradicting})", NOTHING, f"{top}/{bottom}")
        return either(f'OR({top}="",{bottom}="")', NOTHING, share)

    def _required(self) -> str:
        cell, goal = self.table.here, self.goal
        if isinstance(goal, Tracked):
            return NOTHING
        needed = required(goal, self.base)
        if self.base:
            at_zero = either(f"{cell(SURE)}=1", "0", NOTHING) if self.target.on_zero is OnZero.MET else NOTHING
            needed = either(f"{self.base}=0", at_zero, needed)
        return either(f"{cell(self.known)}=0", NOTHING, needed)

    def _to_go(self) -> str:
        top, needed = self.table.here(NUMERATOR), self.table.here(REQUIRED)
        missing = f"{top}-{needed}" if self._is_upper else f"{needed}-{top}"
        amount = f"MAX(0,{missing})"
        if self.known is not SURE:  # figures of some of the units tell a gap, but never that there is none
            amount = either(f"AND({self.table.here(SURE)}=0,{missing}<=0)", NOTHING, amount)
        return either(f'{needed}=""', NOTHING, amount)

    def _gap(self) -> str:
        to_go = self.table.here(TO_GO)
        return either(f"N({to_go})=0", NOTHING, f"{to_go}/{self.table.here(DENOMINATOR)}" if self.is_share else to_go)

    def _attainment(self) -> str:
        top, needed, to_go = (self.table.here(heading) for heading in (NUMERATOR, REQUIRED, TO_GO))
        part = f"{needed}/{top}" if self._is_upper else f"{top}/{needed}"
        return either(f'{to_go}=""', NOTHING, either(f"{to_go}=0", "1", part))

    def _status(self) -> str:
        cell = self.table.here
        no_data, reached = self._say(Status.NO_DATA), self._say(Status.TRACKED if isinstance(self.goal, Tracked) else Status.MET)
        told = reached if self.known is SURE else either(f"{cell(SURE)}=1", reached, no_data)
        if not isinstance(self.goal, Tracked):
            told = either(f"N({cell(TO_GO)})>0", self._say(Status.GAP), told)
        if self.base:
            is_met = self.target.on_zero is OnZero.MET and not isinstance(self.goal, Tracked)
            at_zero = self._say(Status.MET if is_met else Status.NOT_APPLICABLE)
            told = either(f"{self.base}=0", at_zero if self.known is SURE else either(f"{cell(SURE)}=1", at_zero, no_data), told)
        return either(f"{cell(self.known)}=0", no_data, told)

    def _order(self) -> str:
        status = self.table.here(STATUS)
        told = str(ORDERS[Status.NOT_APPLICABLE])
        for each in (Status.TRACKED if isinstance(self.goal, Tracked) else Status.MET, Status.NO_DATA):
            told = either(f"{status}={self._say(each)}", str(ORDERS[each]), told)
        if isinstance(self.goal, Tracked):
            return told
        return either(f"{status}={self._say(Status.GAP)}", self.table.here(ATTAINMENT), told)

    def _shown(self) -> str:
        order, now = self.table.here(ORDER), self.table.here(NOW)
        told = either(f'{now}=""', quoted(SYMBOL[Status.MET]), now)
        for each in (Status.NOT_APPLICABLE, Status.NO_DATA):
            told = either(f"{order}={ORDERS[each]}", quoted(SYMBOL[each]), told)
        return told

    def _credit(self) -> str:
        weight, attainment = self.table.here(WEIGHT), self.table.here(ATTAINMENT)
        return either(f"OR({weight}=0,{self.table.here(ORDER)}={ORDERS[Status.NO_DATA]})", "0", f"{weight}*{attainment}")

    @property
    def _is_upper(self) -> bool:
        return not isinstance(self.goal, Tracked) and self.goal.is_upper

    def _say(self, status: Status) -> str:
        return quoted(say_status(status, self.amounts.words))
