"""The templates of reports: the program's own, or a user's in their place; in a sandbox, where every text is escaped."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import IO, Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from union_audit import resources
from union_audit.errors import ReportError
from union_audit.reports.template_faults import EndlessError, fault

LONGEST = 2000
"""Longer texts are cut, with a sign that says so: no submission can make a page endless."""

_CHUNKS = 200
"""Pieces of a page that are written at a time."""

_STEPS = 10_000_000
_LETTERS = 200_000_000
"""What a user's template may take: calls and turns of `range`; letters of the page. Ours for 125,000 units needs a tenth."""

_OPEN = frozenset({"union_audit", "builtins", "datetime", "fractions", "markupsafe", "jinja2"})
"""Whose objects a template may look into. A path could delete its file, an array could be changed or written to the disk."""


class Templates(ImmutableSandboxedEnvironment):
    """The templates of `folder`, and for those that are not there the program's own. An unknown name is a fault, never empty."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, folder: Path | None) -> None:
        """Read templates from the folder (None: only the program's own) when they are asked for."""
        folders = [*([folder] if folder else []), resources.shipped("templates")]
        super().__init__(
            loader=ChoiceLoader([FileSystemLoader(each) for each in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_cut,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.folder = folder
        self.steps = 0
        self.globals["range"] = self._range

    def source(self, name: str) -> str:
        """Return a file as it stands: a style or a script."""
        return self.loader.get_source(self, name)[0] if self.loader else ""

    def write(self, name: str, stream: IO[str], **names: Any) -> None:
        """Write a page; a user's template is carried out to its end before anything of it is written.

        Raises:
            ReportError: a user's template is at fault.
        """
        if self.folder is None:
            page = self.get_template(name).stream(**names)
            page.enable_buffering(_CHUNKS)
            stream.writelines(page)
        else:
            stream.write(self._carried_out(name, names))

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

    def _carried_out(self, name: str, names: dict[str, Any]) -> str:
        self.steps = 0
        try:
            return "".join(_bounded(self.get_template(name).generate(**names)))
        except Exception as error:
            problem = fault(error, self.folder)
            if problem is None:
                raise
            raise ReportError(problem) from error

    def _range(self, *args: int) -> range:
        turns = range(*args)
        self._step(max(turns.stop - turns.start, turns.start - turns.stop) // abs(turns.step))
        return turns

    def _step(self, count: int = 1) -> None:
        if self.folder is not None:
            self.steps += count
            if self.steps > _STEPS:
                raise EndlessError


def templates(folder: Path | None) -> Templates:
    """Return the templates of a folder as it is now, or the program's own; for many pages, ask once."""
    return Templates(folder) if folder else _shipped()


@cache
def _shipped() -> Templates:
    return Templates(None)


def _bounded(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces of a page that comes to an end."""
    letters = 0
    for piece in pieces:
        letters += len(piece)
        if letters > _LETTERS:
            raise EndlessError
        yield piece


def _cut(value: Any) -> Any:
    """Cut a text that is no markup of ours."""
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST and not hasattr(value, "__html__") else value
