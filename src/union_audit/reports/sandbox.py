"""What a user's template can reach: the report, and nothing that it could change, read or write; nor can it run for ever."""

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from union_audit.reports.template_faults import EndlessError

_STEPS = 10_000_000
_LETTERS = 200_000_000
"""What a template may take: calls and turns of `range`; letters of the page. Ours for 125,000 units needs a tenth."""

_OPEN = frozenset({"union_audit", "builtins", "datetime", "fractions", "markupsafe", "jinja2"})
"""Whose objects a template may look into. A path could delete its file, an array could be changed or written to the disk."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Carries templates out that are not ours."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        """Take the options of a Jinja environment."""
        super().__init__(**options)
        self.globals["range"] = self._range
        self._steps = 0

    def carry_out(self, name: str, names: dict[str, Any]) -> str:
        """Return what a template makes of names; its own faults are Jinja's errors, or whatever it provoked."""
        self._steps = 0
        return "".join(_bounded(self.get_template(name).generate(names)))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may use an attribute."""
        return super().is_safe_attribute(obj, attr, value) and type(obj).__module__.partition(".")[0] in _OPEN

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        self._step()
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply numbers, and nothing that would fill the memory."""
        if operator == "**" or not all(isinstance(side, int | float) and abs(side) < _LETTERS for side in (left, right)):
            raise SecurityError("only numbers can be multiplied, and not by themselves")
        return super().call_binop(context, operator, left, right)

    def _range(self, *args: int) -> range:
        turns = range(*args)
        self._step(max(turns.stop - turns.start, turns.start - turns.stop) // abs(turns.step))
        return turns

    def _step(self, count: int = 1) -> None:
        self._steps += count
        if self._steps > _STEPS:
            raise EndlessError


def _bounded(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces of a page that comes to an end."""
    letters = 0
    for piece in pieces:
        letters += len(piece)
        if letters > _LETTERS:
            raise EndlessError
        yield piece
