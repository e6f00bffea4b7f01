"""The mail of an audit: both of its parts say the same, and mail programs show them."""

import io
import re
from html.parser import HTMLParser

import pytest

from hostile import HOSTILE
from sample_audit import named, small_view
from union_audit.reports.letter import write_html, write_text
from union_audit.reports.view import View


def parts(view: View) -> tuple[str, str, str]:
    """Return subject, text and HTML."""
    text, html = io.StringIO(), io.StringIO()
    write_text(view, text)
    write_html(view, html)
    subject, empty, rest = text.getvalue().split("\n", 2)
    assert empty == ""
    return subject, rest, html.getvalue()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_both_parts_say_what_is_most_needed(language: str) -> None:
    view = small_view(language)
    subject, text, html = parts(view)
    assert view.headline.reported in subject
    flat = " ".join(text.split())
    for row in view.worst_targets():
        assert row.needs in flat
        assert row.needs in html
    for each in view.gaps(10).rows:
        assert each.unit_name in flat
        assert each.unit_name in html


def test_the_text_fits_every_mail_program() -> None:
    assert max(map(len, parts(small_view("vi"))[1].splitlines())) <= 76


def test_the_page_needs_nothing_that_mail_programs_leave_out() -> None:
    html = parts(small_view("vi"))[2]
    assert not re.search(r"<(script|style|link|img|svg|iframe|form)\b|https?:|class=", html)
    assert len(html.encode()) < 100_000


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.found.add(tag)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_inert(name: str) -> None:
    subject, _, html = parts(named(name))
    elements = _Elements()
    elements.feed(html)
    assert elements.found <= {"html", "head", "meta", "title", "body", "table", "tr", "td", "th", "strong", "h1", "h2"}
    assert "\n" not in subject
    assert "\r" not in subject
