"""An audit → terminal, json, csv, xlsx, html."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from union_audit.audit.result import Audit
from union_audit.frozen import dataclass
from union_audit.reports.options import Options
from union_audit.reports.view import View

__all__ = ["FORMATS", "Format", "Options", "View", "file_name", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a result. `module`, of that package, holds `write(view, stream)` and is imported when it is needed.

    `encoding` is None for a binary format; `to_terminal`: goes to standard output unless a path is given.
    """

    module: str
    suffix: str
    encoding: str | None = "utf-8"
    to_terminal: bool = False
    package: str = __name__

    @property
    def write(self) -> Callable[[Any, IO[Any]], None]:
        """The format's writer."""
        writer: Callable[[Any, IO[Any]], None] = import_module(f"{self.package}.{self.module}").write
        return writer


FORMATS = {
    "table": Format("table", ".txt", to_terminal=True),
    "json": Format("json_result", ".json", to_terminal=True),
    "csv": Format("csv_file", ".csv", encoding="utf-8-sig"),
    "xlsx": Format("xlsx", ".xlsx", encoding=None),
    "html": Format("html", ".html"),
}


PAPER = 100
"""Columns of a table that goes to a file, whatever terminal it was asked for from."""


def write(name: str, audit: Audit, destination: Path | IO[Any], options: Options) -> None:
    """Write the audit in the format of that name, to an open stream or whole to a path. ReportError where the disk does not allow it."""
    chosen = FORMATS[name]
    if options.redact:
        from union_audit.reports.redaction import redacted  # noqa: PLC0415 (which most reports do not need)

        audit, options = redacted(audit, options)
    if not isinstance(destination, Path):
        chosen.write(View(audit, options), destination)
        return
    from union_audit.reports.atomic import replacing  # noqa: PLC0415 (temporary files, which the terminal does not need)

    with replacing(destination, encoding=chosen.encoding) as stream:
        chosen.write(View(audit, replace(options, width=options.width or PAPER)), stream)


def file_name(name: str, audit: Audit) -> str:
    """Return a report's name in a folder: "union-audit-2025-06.xlsx"."""
    period = f"-{audit.period.label}" if audit.period else ""
    return f"union-audit{period}{FORMATS[name].suffix}"
