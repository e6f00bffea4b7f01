"""Frozen dataclasses that are cheap to make are what the standard library's are."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest

from union_audit.frozen import dataclass, replace

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Ours(Generic[Row]):
    """A value."""

    count: int
    rows: tuple[Row, ...] = ()
    more: dict[str, int] = dataclasses.field(default_factory=dict, compare=False)
    secret: str = dataclasses.field(default="x", repr=False)
    seen: list[str] = dataclasses.field(default_factory=list, compare=False, init=True)

    def __post_init__(self) -> None:
        self.seen.append("made")

    def doubled(self) -> int:
        """Return twice the count."""
        return 2 * self.count


@dataclass(frozen=True, slots=True)
class Below(Ours[str]):
    last: int = 3


@dataclass(frozen=True)
class Open:
    name: str


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(slots=True)
class Changing:
    count: int = 0


def test_values_are_made_as_declared() -> None:
    value = Ours[str](1)
    assert (value.count, value.rows, value.more, value.secret, value.seen) == (1, (), {}, "x", ["made"])
    assert Ours(2, ("a",), secret="y").doubled() == 4  # noqa: S106 (no secret)
    assert Ours[str](1).more is not value.more
    assert Below(1) == Below(1, last=3) != Below(1, last=4)
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]


def test_values_are_equal_by_what_is_compared() -> None:
    assert Ours(1, more={"a": 1}) == Ours(1, more={"b": 2}) != Ours(2)
    assert Ours(1) != Below(1)
    assert Ours(1).__eq__(1) is NotImplemented
    assert len({Ours(1), Ours(1), Ours(2)}) == 2
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    with pytest.raises(TypeError):
        hash(Ours(1, ([],)))


def test_a_value_shows_what_it_holds() -> None:
    assert repr(Ours(1, ("a",))) == "Ours(count=1, rows=('a',), more={}, seen=['made'])"
    assert repr(Nothing()) == "Nothing()"


@pytest.mark.parametrize("change", [lambda value: setattr(value, "count", 2), lambda value: delattr(value, "count")])
def test_nothing_changes_a_value(change: Callable[[Any], None]) -> None:
    value = Ours[str](1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        change(value)
    assert value.count == 1
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])  # noqa: S301 (our own)
@pytest.mark.parametrize("value", [Ours(1, ("a",)), Below(1, last=7), Open("b"), Nothing()])
def test_a_copy_is_equal(value: Any, again: Callable[[Any], Any]) -> None:
    assert again(value) == value


def test_the_library_knows_them() -> None:
    value = dataclasses.replace(Ours(1, ("a",)), count=5)
    assert (value.count, value.rows) == (5, ("a",))
    assert [field.name for field in dataclasses.fields(Below)] == ["count", "rows", "more", "secret", "seen", "last"]
    assert dataclasses.asdict(Open("b")) == {"name": "b"}
    match Below(9):
        case Ours(9, rows):
            assert rows == ()


def test_what_is_not_frozen_changes() -> None:
    value = Changing()
    value.count += 1
    assert value == Changing(1)
    assert repr(value) == "Changing(count=1)"
    assert copy.copy(value) == value
    with pytest.raises(TypeError):
        hash(value)


@pytest.mark.parametrize("cls", [Ours, Below, Open, Nothing, Changing])
def test_a_value_takes_its_fields_by_name(cls: Callable[..., Any]) -> None:
    assert list(inspect.signature(cls).parameters) == [field.name for field in dataclasses.fields(cls)]  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="cuont"):
        cls(cuont=1)
    assert Below(count=1, last=2, rows=("a",)) == Below(1, ("a",), last=2)
    assert Open(name="b").name == "b"


def test_what_is_missing_is_named() -> None:
    with pytest.raises(TypeError, match=r"missing 1 required positional argument: 'name'"):
        Open()  # type: ignore[call-arg]


@pytest.mark.parametrize("changes", [{}, {"count": 5}, {"rows": (1,), "secret": "y"}])
def test_a_value_is_copied_with_changes_as_by_the_standard_library(changes: dict[str, Any]) -> None:
    value = Ours(3, ("a",))
    assert replace(value, **changes) == dataclasses.replace(value, **changes)
    assert value.count == 3


def test_a_field_that_there_is_not_is_no_change() -> None:
    with pytest.raises(TypeError, match="cuont"):
        replace(Ours(3), cuont=4)
