"""The first page of an audit as a mail: a subject, a text, and the same with tables that mail programs show."""

from typing import IO

from union_audit.reports.letter.text import subject, text
from union_audit.reports.letterhead import letterhead
from union_audit.reports.templating import templates
from union_audit.reports.view import View

TOP = 10
"""Ranked gaps of a mail; the reports that go with it have all."""


def write_text(view: View, stream: IO[str]) -> None:
    """Write the mail's text: its first line is the subject, and after an empty line follows what is said."""
    stream.write(f"{subject(view)}\n\n{text(view, TOP)}")


def write_html(view: View, stream: IO[str]) -> None:
    """Write the mail as a page of tables, with its style in every element: mail programs heed no style sheet.

    Raises:
        ReportError: a template of the user's own is at fault.
    """
    language = view.options.language
    templates(view.options.templates).write(
        "mail.html.j2",
        stream,
        view=view,
        words=view.words,
        language=language,
        letterhead=letterhead(view.audit.plan, view.options),
        subject=subject(view),
        top=TOP,
    )
