"""The ranked gaps and targets: what loses most comes first."""

from datetime import date
from fractions import Fraction

from builders import JUNE, Rows, audited, plan, roster, target, unit
from union_audit.audit.result import Audit
from union_audit.plan.waivers import Waiver

PLAN = plan(
    target("a", ">= 100%", ("n", "d")),
    target("b", ">= 100%", ("m", "e"), weight=Fraction(2)),
    target("c", "yes", ("y",)),
)


def ranked(done: Audit) -> list[tuple[int, str, str]]:
    units = done.facts.roster.units
    return [
        (int(rank), done.columns[column].target.id, units[row].code)
        for rank, column, row in zip(done.gaps.ranked.rank, done.gaps.ranked.column, done.gaps.ranked.unit, strict=True)
    ]


def test_gaps_stand_by_weighted_loss_then_by_what_is_to_go_then_in_plan_and_roster_order() -> None:
    rows: Rows = {
        "U": {"n": 5, "d": 10, "m": 75, "e": 100, "y": True},
        "V": {"n": 50, "d": 100, "m": 1, "e": 1, "y": False},
        "W": {"n": 5, "d": 10, "m": 0, "e": 0, "y": None},
    }
    assert ranked(audited(PLAN, roster(*rows), rows)) == [
        (1, "c", "V"),  # loses 1
        (2, "a", "V"),  # loses 1/2, 50 to go
        (3, "b", "U"),  # loses 2 * 1/4, 25 to go
        (4, "a", "U"),  # loses 1/2, 5 to go
        (4, "a", "W"),
    ]


def test_the_same_loss_and_to_go_is_the_same_rank() -> None:
    rows = {"W": {"n": 3, "d": 6}, "U": {"n": 3, "d": 6}, "V": {"n": 5, "d": 6}}
    assert ranked(audited(PLAN, roster(*rows), rows)) == [(1, "a", "W"), (1, "a", "U"), (3, "a", "V")]


def test_losses_beyond_floats_are_told_apart() -> None:
    most = 10**12
    rows = {"U": {"n": most - 1, "d": most}, "V": {"n": most - 2, "d": most - 1}, "W": {"n": 0, "d": most - 1}}
    assert [code for _, _, code in ranked(audited(PLAN, roster(*rows), rows))] == ["W", "V", "U"]


def test_waived_gaps_are_not_ranked_but_cost_the_same() -> None:
    rows = {"U": {"n": 0, "d": 4}, "V": {"n": 1, "d": 4}}
    waiver = Waiver("U", "a", "reason", "approver", "12/QĐ", date(2025, 6, 30))
    plain, waived = (audited(PLAN, roster(*rows), rows, waivers=given) for given in ((), (waiver,)))
    assert (ranked(plain), ranked(waived)) == ([(1, "a", "U"), (2, "a", "V")], [(1, "a", "V")])
    assert waived.columns[0].waived.tolist() == [True, False]
    assert waived.scores.score.tolist() == plain.scores.score.tolist()
    assert waived.scores.rank.tolist() == plain.scores.rank.tolist()


def test_no_gaps() -> None:
    done = audited(PLAN, roster("U"), {"U": {"n": 1, "d": 1}})
    assert ranked(done) == []


def test_targets_stand_gaps_first_then_what_has_no_data() -> None:
    made = plan(
        target("met", ">= 1", ("one",)),
        target("tracked", "tracked", ("n", "d")),
        target("unknown", ">= 100%", ("blank", "d")),
        target("small", ">= 100%", ("n", "d")),
        target("heavy", ">= 100%", ("n", "d"), weight=Fraction(2)),
        target("same", ">= 100%", ("n", "d")),
        target("elsewhere", ">= 1", ("one",), levels=["province"]),
        target("large", ">= 100%", ("k", "h")),
    )
    figures = {"one": 1, "n": 3, "d": 4, "blank": None, "k": 75, "h": 100}
    done = audited(made, roster("U"), {"U": figures}, period=JUNE)
    order = [made.targets[place].id for place in done.target_order]
    assert order == ["heavy", "large", "small", "same", "unknown", "met", "tracked", "elsewhere"]
    assert done.target_rank.tolist() == [1, 2, 3, 3, 5, 6, 7, 8]


def test_units_without_a_level_are_ranked_among_themselves() -> None:
    who = roster(unit("U", None), unit("V", None), unit("W"))
    done = audited(PLAN, who, {"U": {"n": 1, "d": 2}, "V": {"n": 0, "d": 2}, "W": {"n": 1, "d": 9}})
    assert done.scores.rank_in_level.tolist() == [2, 1, 1]
