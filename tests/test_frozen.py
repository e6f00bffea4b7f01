"""A frozen class is what the standard library's frozen, slotted data class is."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar

import pytest

from union_audit.frozen import frozen

Item = TypeVar("Item")


@frozen
class Ours:
    """A place."""

    row: int
    name: str = "none"
    cells: list[int] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """Both."""
        return f"{self.name} {self.row}"


@dataclass(frozen=True, slots=True)
class Theirs:
    """A place."""

    row: int
    name: str = "none"
    cells: list[int] = field(default_factory=list)


@frozen
class Wider(Ours):
    """A place with one thing more."""

    depth: int = 0

    def __repr__(self) -> str:
        return "wide"


@frozen
class Holder(Generic[Item]):
    """Something in a box."""

    item: Item


@frozen
class Nothing:
    """No field at all."""


def test_it_is_made_as_the_standard_library_makes_one() -> None:
    for made in (Ours, Theirs):
        one = made(3, cells=[1])
        assert (one.row, one.name, one.cells) == (3, "none", [1])
        assert repr(one) == f"{made.__name__}(row=3, name='none', cells=[1])"
        assert one == made(3, "none", [1]) != made(4, "none", [1])
        assert replace(one, name="other") == made(3, "other", [1])
        assert [each.name for each in fields(one)] == ["row", "name", "cells"]
        assert is_dataclass(one)
        assert not hasattr(one, "__dict__")
        assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one  # noqa: S301 (our own)
        assert made.__match_args__ == ("row", "name", "cells")
    others: list[object] = [Theirs(3), (3, "none", []), Ours(4)]
    assert Ours(3) not in others
    assert Ours(3).shown == "none 3"


@pytest.mark.parametrize("arguments", [{}, {"row": 1, "more": 2}, {"name": "x"}])
def test_arguments_are_those_of_the_fields(arguments: dict[str, Any]) -> None:
    for made in (Ours, Theirs):
        with pytest.raises(TypeError, match="argument"):
            made(**arguments)


def test_each_has_a_default_of_its_own() -> None:
    assert Ours(1).cells is not Ours(1).cells


def test_nothing_in_it_can_change() -> None:
    one: Any = Ours(1)
    with pytest.raises(FrozenInstanceError):
        one.row = 2
    with pytest.raises(FrozenInstanceError):
        one.other = 2
    with pytest.raises(FrozenInstanceError):
        del one.row
    assert one.row == 1


def test_equal_ones_have_one_hash() -> None:
    assert hash(Holder("a")) == hash(Holder("a"))
    assert {Holder(1), Holder(1), Holder(2)} == {Holder(1), Holder(2)}
    assert hash(Nothing()) == hash(Nothing())
    with pytest.raises(TypeError, match="unhashable"):
        hash(Ours(1))


def test_a_class_may_extend_another_and_keep_its_own_methods() -> None:
    wide = Wider(1, "x", [], 5)
    assert (wide.shown, wide.depth, repr(wide)) == ("x 1", 5, "wide")
    assert wide == Wider(1, "x", depth=5) != Wider(1, "x", depth=6)
    assert Holder[int](3).item == 3
    assert repr(Nothing()) == "Nothing()"
