"""The audit as one page that holds all it needs: no script, no request; for the screen, the phone and paper."""

import base64
import hashlib
from functools import cache
from typing import IO, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from union_audit import __version__, resources
from union_audit.reports.html.page import Page
from union_audit.reports.view import View

_LONGEST = 2000
"""Longer texts are cut, with a sign that says so: no submission can make the page endless."""

_CHUNKS = 200
"""Pieces of the page that are written at a time."""


def write(view: View, stream: IO[str]) -> None:
    """Write the page."""
    environment = _environment()
    style = environment.get_template("report.css").render()
    language = view.options.language
    page = environment.get_template("report.html.j2").stream(
        page=Page(view),
        view=view,
        words=view.words,
        language=language,
        plural=language.plural,
        style=style,
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        version=__version__,
    )
    page.enable_buffering(_CHUNKS)
    stream.writelines(page)


@cache
def _environment() -> Environment:
    """Return an environment in which every text is escaped and every unknown name is a fault."""
    return Environment(
        loader=FileSystemLoader(resources.shipped("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cut,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _cut(value: Any) -> Any:
    """Cut a text that is no markup of ours."""
    return f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST and not hasattr(value, "__html__") else value
