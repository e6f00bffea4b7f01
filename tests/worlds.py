"""Random plans, rosters and months, with something of everything that an audit may meet."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from builders import facts, plan, roster, submissions, target, unit
from builders import field as a_field
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit
from union_audit.intake.facts import Facts, State
from union_audit.plan.model import Covers, Kind, Level, OnZero, OverPeriods, Plan, Submits, Target
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster, Unit
from union_audit.plan.waivers import Waiver

LEVELS = (
    Level("province", {"en": "Province"}, Submits.MONTHLY),
    Level("district", {"en": "District"}, Submits.MONTHLY),
    Level("sector", {"en": "Sector"}, Submits.QUARTERLY),
    Level("grassroots", {"en": "Grassroots"}, Submits.VIA_PARENT),
)
SHARES = ("> 60%", ">= 100%", ">= 62.5%", "> 0%", "<= 5%", "< 33.3%", ">= 99.9%", "> 60%", ">= 100%")


@dataclass(frozen=True)
class World:
    """One random plan, roster and month, and what is asked of them."""

    plan: Plan
    facts: Facts
    scope: Scope
    period: Period

    @property
    def audit(self) -> Audit:
        return audit(self.plan, submissions(self.facts, self.period), self.scope)


def a_world(seed: int) -> World:
    """Make a world; every sixth has counts up to 10**12 (and fewer targets, so that the reference's own products fit in 128 bits)."""
    rng = random.Random(seed)  # noqa: S311 (nothing secret)
    large = seed % 6 == 0
    largest = 10**12 if large else rng.choice((4, 12, 30))
    period = Period(2025, rng.choice((5, 6, 12)), 1)
    made = plan(*_targets(rng, 2 if large else rng.randint(2, 5)), fields=_fields(rng), levels=LEVELS)
    who = roster(*_units(rng, period))
    given = {each.code: _figures(rng, made, largest) for each in who.units if rng.random() < 0.85}
    waivers = tuple(
        Waiver(rng.choice(who.units).code, rng.choice(made.targets).id, "", "", str(number), made.calendar.end(period))
        for number in range(rng.choice((0, 0, 2)))
    )
    scope = Scope(date(2025, 7, 1), period, rng.choice(("found", "all")), waivers=waivers)
    shares = {} if large else _shares(rng, made, who)
    for code, name in ((code, name) for code, names in shares.items() if code in given for name in names if rng.random() < 0.3):
        given[code][name] = None
    return World(made, facts(made, who, given, shares=shares), scope, period)


def _shares(rng: random.Random, made: Plan, who: Roster) -> dict[str, dict[str, str | State]]:
    """Make percentages of two targets at most (so that the reference's products fit), right at a threshold now and then."""
    numerators = [part.numerator for each in made.targets[:2] for part in each.parts if part.denominator]
    written = ("0", "5", "33.3", "60", "60", "60.000000001", "62.5", "85.25", "99.9", "100", State.UNREADABLE, State.INCOMPLETE)
    return {each.code: {name: rng.choice(written) for name in numerators if rng.random() < 0.5} for each in who.units}


def _fields(rng: random.Random) -> list[Any]:
    over = rng.choice(tuple(OverPeriods))
    counts = [a_field(f"{covers}_{name}", over=over, covers=covers) for covers in Covers for name in ("n0", "n1", "n2", "d0", "d1", "less")]
    return [*counts, *(a_field(name, kind=Kind.YES_NO) for name in ("y0", "y1"))]


def _targets(rng: random.Random, number: int) -> Iterator[Target]:
    for place in range(number):
        covers = rng.choice(tuple(Covers))
        kind = rng.choice(("share", "share", "share", "share", "count", "yes", "tracked"))
        shares = [(f"{covers}_n{k}", f"{covers}_d{k % 2}", *([f"{covers}_less"] if rng.random() < 0.3 else [])) for k in range(3)]
        rng.shuffle(shares)
        parts: list[Any] = shares[: rng.choice((1, 1, 2, 3))]
        written = rng.choice(SHARES) if kind == "share" else kind
        if kind == "count":
            written, parts = rng.choice((">= 1", "> 3", "<= 4", "< 9")), [(f"{covers}_n0",), (f"{covers}_n1",)][: rng.choice((1, 2))]
        elif kind == "yes":
            parts = [("y0",), ("y1",)][: rng.choice((1, 2))]
        elif kind == "tracked" and rng.random() < 0.4:
            parts = [rng.choice((("y0",), (f"{covers}_n0",)))]
        levels = rng.sample([level.id for level in LEVELS], rng.choice((1, 2, 3, 4, 4, 4)))
        weight, on_zero = (
            Fraction(rng.choice((1, 2, 2, 2, 3, 5)), 2),
            rng.choice((OnZero.NOT_APPLICABLE, OnZero.NOT_APPLICABLE, OnZero.MET)),
        )
        yield target(f"t{place}", written, *parts, levels=levels, weight=weight, on_zero=on_zero)


def _units(rng: random.Random, period: Period) -> list[Unit]:
    """Make a tree of up to four levels, in any order, with units that closed or open later, and exceptions of every kind."""
    above: list[tuple[str, str, str | None]] = [("P", "province", None)]
    above += [
        (f"D{place}", rng.choice(("district", "district", "sector")), rng.choice(("P", "P", "P", None)))
        for place in range(rng.randint(1, 4))
    ]
    for place in range(rng.randint(0, 7)):
        above.append((f"G{place}", "grassroots", rng.choice(above)[0]))
    units = []
    for code, level_, parent_ in rng.sample(above, len(above)):
        more: dict[str, Any] = {"covers": rng.choice((None,) * 8 + tuple(Covers)), "submits": rng.choice((None,) * 8 + tuple(Submits))}
        if rng.random() < 0.06:
            more["valid_to"] = date(2025, period.first, 9)
        units.append(unit(code, None if rng.random() < 0.04 else level_, parent_, **more))
    return units


def _figures(rng: random.Random, made: Plan, largest: int) -> dict[str, Any]:
    """Make a unit's figures: shares all over the scale, often right at a threshold, now and then above their whole."""
    figures: dict[str, Any] = {}
    whole = {covers: rng.randint(0, largest) if rng.random() < 0.9 else 0 for covers in Covers}
    for each in made.fields:
        covers, _, name = each.id.partition("_")
        base = whole.get(Covers(covers), 0) if name else 0
        near = base * rng.choice((0, 3, 5, 6, 8, 10, 10, 10)) // 10 + rng.choice((-1, 0, 0, 0, 1))
        figure: Any = rng.random() < 0.6 if not name else base if name[0] == "d" else base // 20 if name == "less" else max(0, near)
        strange = rng.choice((None, None, State.ZERO, State.UNREADABLE, State.INCONSISTENT, State.MISSING))
        figures[each.id] = figure if rng.random() < 0.95 else strange
    return figures
