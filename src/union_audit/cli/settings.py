"""What was asked for: on the command line, else in the environment, else under `defaults:` in targets.yaml."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from union_audit.errors import Problem, UsageError
from union_audit.frozen import dataclass
from union_audit.nearest import suggestion
from union_audit.words import N_

if TYPE_CHECKING:  # the plan comes with its loader, which help does not need; Typer is loaded where errors in it end in words
    from typer._click import Context

    from union_audit.plan.model import Plan

SEPARATOR = ";"
"""Between the values of an option in an environment variable, as between the aliases of a unit."""

CANNOT_BE = N_("{origin} cannot be “{value}”.")

YES = ("1", "true", "yes", "on")
NO = ("0", "false", "no", "off", "")


@dataclass(frozen=True, slots=True)
class Given:
    """A value, and where it was given: "--top", "UNION_AUDIT_TOP", or "defaults: top" of the plan's `file`."""

    value: str
    origin: str
    file: str = ""

    def fault(self, message: str, hint: str = "", **args: object) -> UsageError:
        """Return the error that this value is; the message may name {origin} and {value}."""
        return UsageError(Problem(message, {"origin": self.origin, "value": self.value, **args}, file=self.file, hint=hint))

    def one_of(self, choices: Iterable[str], message: str) -> str:
        """Return the value if it is one of the choices.

        Raises:
            UsageError: it is not; the hint names the nearest, or all.
        """
        choices = list(choices)
        if self.value in choices:
            return self.value
        hint, proposed = suggestion(self.value, choices)
        raise self.fault(message, hint, **proposed)

    def not_empty(self) -> "Given":
        """Return it, unless it is empty, as a variable of the shell that was never set makes it.

        Raises:
            UsageError: it is empty.
        """
        if not self.value.strip():
            raise self.fault(N_("{origin} is empty."))
        return self

    def path(self) -> Path:
        """Return it as a path; what the plan gives is relative to the plan's folder."""
        return Path(self.file).parent / self.value if self.file else Path(self.value)


class Settings:
    """The options by name. A value of the command line hides that of the environment, and both hide the plan's."""

    def __init__(self, options: Mapping[str, object], environment: Mapping[str, str], plan: "Plan | None" = None) -> None:
        self._options = options
        self._environment = environment
        self._plan = plan

    def with_plan(self, plan: "Plan") -> "Settings":
        """Return these settings with the plan's defaults under them."""
        return Settings(self._options, self._environment, plan)

    def many(self, name: str) -> tuple[Given, ...]:
        """Return every value of the option; an environment variable holds several between semicolons."""
        given = self._given(name)
        if given and given[0].origin == _variable(name):
            return tuple(Given(value.strip(), given[0].origin) for value in given[0].value.split(SEPARATOR) if value.strip())
        return given

    def one(self, name: str) -> Given | None:
        """Return the value of the option.

        Raises:
            UsageError: the plan gives several.
        """
        given = self._given(name)
        if len(given) > 1:
            raise given[0].fault(N_("{origin} takes one value only."))
        return given[0] if given else None

    def flag(self, name: str) -> bool:
        """Return whether a switch is on.

        Raises:
            UsageError: it says neither yes nor no.
        """
        given = self.one(name)
        if given is None:
            return False
        if given.value.lower() not in (*YES, *NO):
            raise given.fault(N_("{origin}: “{value}” is neither yes nor no."), N_("Write 1 or 0."))
        return given.value.lower() in YES

    def choice(self, name: str, choices: Iterable[str]) -> str | None:
        """Return the value of the option, which must be one of the choices.

        Raises:
            UsageError: it is not.
        """
        given = self.one(name)
        return given.one_of(choices, CANNOT_BE) if given else None

    def positive(self, name: str) -> int | None:
        """Return the value of the option, which must be a whole number above zero.

        Raises:
            UsageError: it is not.
        """
        given = self.one(name)
        if given is None:
            return None
        if not (given.value.isascii() and given.value.isdigit() and int(given.value)):
            raise given.fault(N_("{origin}: “{value}” is no whole number above zero."))
        return int(given.value)

    def _given(self, name: str) -> tuple[Given, ...]:
        if values := _texts(self._options.get(name)):
            given = tuple(Given(value, "--" + name.rstrip("_").replace("_", "-")) for value in values)
            return tuple(each.not_empty() for each in given)
        if text := self._environment.get(_variable(name)):
            return (Given(text, _variable(name)),)
        if self._plan is None:
            return ()
        return tuple(Given(value, f"defaults: {name}", str(self._plan.path)) for value in _texts(self._plan.defaults.get(name)))


def paths_of(arguments: Iterable[str]) -> tuple[Path, ...]:
    """Return the paths that were named.

    Raises:
        UsageError: one of them is empty (it would be the working folder).
    """
    return tuple(Given(argument, "PATH").not_empty().path() for argument in arguments)


def settings_of(ctx: "Context") -> Settings:
    """Return the settings of a command; an option may also stand before the command's name."""
    options: dict[str, object] = {}
    above: Context | None = ctx
    while above is not None:
        options = {name: value for name, value in above.params.items() if _texts(value)} | options
        above = above.parent
    return Settings(options, os.environ)


def wants_json(asked: str | None) -> bool:
    """Return whether a list is asked for as JSON. UNION_AUDIT_FORMAT is for the reports of an audit, not for lists.

    Raises:
        UsageError: it is asked for as something else than a table or JSON.
    """
    return asked is not None and Given(asked, "--format").one_of(("table", "json"), CANNOT_BE) == "json"


def _variable(name: str) -> str:
    return f"UNION_AUDIT_{name.rstrip('_').upper()}"  # `from_` is named so for Python


def _texts(value: object) -> tuple[str, ...]:
    """Return the values that an option holds, as texts; a switch that is off holds none."""
    if value is None or value is False:
        return ()
    values = value if isinstance(value, list | tuple) else (value,)
    return tuple(str(each) for each in values)
