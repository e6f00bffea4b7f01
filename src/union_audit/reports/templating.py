"""The templates of reports: the program's own, or a user's in their place; every text is escaped, and what is missing is a fault."""

from functools import cache
from pathlib import Path
from typing import IO, Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader

from union_audit import resources
from union_audit.errors import ReportError
from union_audit.own_templates import OPTIONS, OwnTemplates
from union_audit.reports.sandbox import Sandbox
from union_audit.reports.template_faults import fault


class Templates:
    """The templates of a folder, and for those that are not there the program's own."""

    def __init__(self, folder: Path | None) -> None:
        """Read templates from the folder (None: only the program's own) when they are asked for."""
        self._folder = folder
        self._loader: BaseLoader = OwnTemplates()
        if folder:
            self._loader = ChoiceLoader([FileSystemLoader(each) for each in (folder, resources.shipped("templates"))])
        self._environment = (Sandbox if folder else Environment)(loader=self._loader, **OPTIONS)

    def source(self, name: str) -> str:
        """Return a file as it stands: a style or a script."""
        return self._loader.get_source(self._environment, name)[0]

    def text(self, name: str, **names: Any) -> str:
        """Return a page.

        Raises:
            ReportError: a user's template is at fault.
        """
        if isinstance(self._environment, Sandbox):
            return self._carried_out(self._environment, name, names)
        return self._environment.get_template(name).render(names)

    def write(self, name: str, stream: IO[str], **names: Any) -> None:
        """Write a page, whole: its pieces are ten thousand, and a nation's no larger than a few megabytes.

        Raises:
            ReportError: a user's template is at fault.
        """
        stream.write(self.text(name, **names))

    def _carried_out(self, sandbox: Sandbox, name: str, names: dict[str, Any]) -> str:
        try:
            return sandbox.carry_out(name, names)
        except Exception as error:
            problem = fault(error, self._folder)
            if problem is None:
                raise
            raise ReportError(problem) from error


def templates(folder: Path | None) -> Templates:
    """Return the templates of a folder as it is now, or the program's own; for many pages, ask once."""
    return Templates(folder) if folder else _shipped()


@cache
def _shipped() -> Templates:
    return Templates(None)
