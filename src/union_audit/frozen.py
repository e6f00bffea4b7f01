"""`dataclass` as the standard library has it, at an eighth of what one costs before Python 3.13.

Until then each of a class's six methods is compiled when the class is made: half a millisecond, and a run makes a hundred and
fifty classes, a seventh of a small check. Here `__init__` is compiled once for all classes with as many fields, the others are shared.
"""

import dataclasses
import sys
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from types import CodeType, FunctionType, MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING or sys.version_info >= (3, 13):
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False) -> Any:
        """Make a dataclass."""
        make = _maker(frozen=frozen, slots=slots)
        return make if cls is None else make(cls)


__all__ = ["dataclass", "replace"]

_Value = TypeVar("_Value")

_MADE = object()
"""Stands in the parameters for a default that is made anew each time."""


def replace(value: _Value, **changes: Any) -> _Value:
    """Return a copy of a value with some fields changed: as the standard library does, at a third of what that costs."""
    cls = type(value)
    names, get = _fields(cls)  # type: ignore[arg-type]  # a class is hashable
    return cls(**dict(zip(names, get(value), strict=True)) | changes)


@cache
def _fields(cls: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Return the names of a class's fields, and what takes their values."""
    names = tuple(field.name for field in dataclasses.fields(cls))
    return names, attrgetter(*names) if len(names) > 1 else lambda value: tuple([getattr(value, name) for name in names])


def _maker(*, frozen: bool, slots: bool) -> Callable[[type], type]:
    shared = {**_SHARED, **_FROZEN} if frozen else _SHARED

    def make(cls: Any) -> Any:
        own = vars(cls)
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
        fields = dataclasses.fields(made)
        compared = tuple(field.name for field in fields if field.compare)
        methods = {**shared, "__init__": _init(made, fields), "__compared__": attrgetter(*compared) if compared else type}
        for name, method in methods.items():
            if name not in own:
                setattr(made, name, method)
        return made

    return make


def _init(cls: type, fields: Sequence[dataclasses.Field[Any]]) -> Callable[..., None]:
    """Return a class's `__init__`: that of all which have as many fields, with this one's names and defaults."""
    code = _code(tuple(field.default_factory is not dataclasses.MISSING for field in fields), is_checked=hasattr(cls, "__post_init__"))
    names: dict[str, Any] = {"made": _MADE}
    defaults = []
    for place, field in enumerate(fields):
        names[f"set_{place}"] = _setter(cls, field.name)
        if field.default_factory is not dataclasses.MISSING:
            names[f"make_{place}"] = field.default_factory
            defaults.append(_MADE)
        elif field.default is not dataclasses.MISSING:
            defaults.append(field.default)
    own = code.replace(co_varnames=("self", *(field.name for field in fields)))
    return FunctionType(own, names, "__init__", tuple(defaults))


@cache
def _code(is_made: tuple[bool, ...], *, is_checked: bool) -> CodeType:
    """Compile an `__init__`. `is_made`: for each field whether its default is made anew each time; `is_checked`: something follows."""
    names = [f"value_{place}" for place in range(len(is_made))]
    lines = [
        f"set_{place}(self, {f'make_{place}() if {name} is made else {name}' if anew else name})"
        for place, (name, anew) in enumerate(zip(names, is_made, strict=True))
    ]
    if is_checked:
        lines.append("self.__post_init__()")
    made: dict[str, Any] = {}
    body = "\n ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(['self', *names])}):\n {body}", made)  # noqa: S102 (names of our own)
    code: CodeType = made["__init__"].__code__
    return code


def _setter(cls: type, name: str) -> Callable[[Any, Any], None]:
    """Return what sets a field: what keeps it where it has a slot, else the object's dictionary."""
    slot = getattr(cls, name, None)
    if isinstance(slot, MemberDescriptorType):
        return slot.__set__
    return lambda self, value: object.__setattr__(self, name, value)


def _equal(self: Any, other: Any) -> Any:
    return self.__compared__(self) == self.__compared__(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


@recursive_repr()
def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(_: object, name: str, __: object) -> NoReturn:
    msg = f"cannot assign to field {name!r}"
    raise dataclasses.FrozenInstanceError(msg)


def _refuse_to_delete(_: object, name: str) -> NoReturn:
    msg = f"cannot delete field {name!r}"
    raise dataclasses.FrozenInstanceError(msg)


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: Sequence[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_SHARED: dict[str, Any] = {"__eq__": _equal, "__hash__": None, "__repr__": _repr}
_FROZEN: dict[str, Any] = {
    "__hash__": _hash,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
