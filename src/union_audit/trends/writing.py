"""A trend → terminal, csv, json, html."""

from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from union_audit.reports import PAPER, Format
from union_audit.trends.view import TrendView

_HERE = "union_audit.trends"

FORMATS = {
    "table": Format("table", ".txt", to_terminal=True, package=_HERE),
    "json": Format("json_trend", ".json", to_terminal=True, package=_HERE),
    "csv": Format("csv_file", ".csv", encoding="utf-8-sig", package=_HERE),
    "html": Format("html", ".html", package=_HERE),
}


def write(name: str, view: TrendView, destination: Path | IO[Any]) -> None:
    """Write the trend in the format of that name, to an open stream or whole to a path. ReportError where the disk does not allow it."""
    chosen = FORMATS[name]
    if not isinstance(destination, Path):
        chosen.write(view, destination)
        return
    from union_audit.reports.atomic import replacing  # noqa: PLC0415 (temporary files, which the terminal does not need)

    paper = TrendView(view.trend, replace(view.options, width=view.options.width or PAPER))
    with replacing(destination, encoding=chosen.encoding) as stream:
        chosen.write(paper, stream)
