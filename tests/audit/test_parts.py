"""Several ratios under one target: the worst of them speaks for all."""

import pytest

from builders import Given, Rows, audited, plan, roster, target, told
from union_audit.intake.facts import State
from union_audit.plan.model import OnZero

SECURE = plan(target("t", ">= 100%", ("virus", "machines"), ("watched", "machines"), ("patched", "servers")))


@pytest.mark.parametrize(
    ("figures", "status", "part"),
    [
        ({"machines": 10, "virus": 10, "watched": 10, "servers": 2, "patched": 2}, "met", 0),
        ({"machines": 10, "virus": 10, "watched": 9, "servers": 2, "patched": 1}, "gap", 2),
        ({"machines": 10, "virus": 5, "watched": 9, "servers": 2, "patched": 1}, "gap", 0),
        ({"machines": 10, "virus": 9, "watched": None, "servers": 2, "patched": 1}, "gap", 2),
        ({"machines": 10, "virus": 10, "watched": None, "servers": 2, "patched": State.UNREADABLE}, "no_data", 1),
        ({"machines": 10, "virus": 10, "watched": 11, "servers": 2, "patched": 2}, "no_data", 1),
        ({"machines": 0, "virus": 0, "watched": 0, "servers": 2, "patched": 2}, "met", 2),
        ({"machines": 0, "virus": 0, "watched": 0, "servers": 2, "patched": 0}, "gap", 2),
        ({"machines": 0, "virus": 0, "watched": 0, "servers": 0, "patched": 0}, "not_applicable", 0),
        ({"machines": 0, "virus": 0, "watched": 0, "servers": 0, "patched": None}, "no_data", 2),
    ],
)
def test_the_part_that_decides(figures: dict[str, Given], status: str, part: int) -> None:
    column = audited(SECURE, roster("U"), {"U": figures}).columns[0]
    assert (told(column.measure)["status"], int(column.part[0])) == (status, part)
    assert told(column.measure) == told(column.parts[part])


def test_each_unit_has_its_own_deciding_part() -> None:
    bad = {"machines": 10, "virus": 9, "watched": 8, "servers": 2, "patched": 2}
    done = audited(SECURE, roster("U", "V"), {"U": bad, "V": {**bad, "virus": 7}})
    assert done.columns[0].part.tolist() == [1, 0]
    assert done.columns[0].measure.numerator.tolist() == [8, 7]


def test_attainments_beyond_floats_are_told_apart() -> None:
    most = 10**12
    near = {"machines": most, "virus": most - 1, "watched": most - 1, "servers": most - 1, "patched": most - 2}
    assert audited(SECURE, roster("U"), {"U": near}).columns[0].part.tolist() == [2]


def test_tracked_parts() -> None:
    watched = plan(target("t", "tracked", ("a", "b"), ("c", "d")))
    cases: list[tuple[dict[str, Given], str]] = [
        ({"a": 0, "b": 0, "c": 1, "d": 2}, "tracked"),
        ({"a": 1, "b": 2, "c": None, "d": 2}, "no_data"),
        (dict.fromkeys("abcd", 0), "not_applicable"),
    ]
    for figures, status in cases:
        assert told(audited(watched, roster("U"), {"U": figures}).columns[0].measure)["status"] == status


def test_a_target_applies_as_soon_as_one_part_has_something_to_count() -> None:
    for on_zero in OnZero:
        both = plan(target("t", ">= 100%", ("a", "b"), ("c", "d"), on_zero=on_zero))
        rows: Rows = {"U": {"a": 0, "b": 0, "c": 1, "d": 1}, "V": dict.fromkeys("abcd", 0), "W": {"a": 0, "b": 0, "c": None, "d": 1}}
        done = audited(both, roster(*rows), rows)
        assert done.columns[0].applies.tolist() == [True, False, True]
        assert told(done.columns[0].measure, 1)["status"] == ("met" if on_zero is OnZero.MET else "not_applicable")
