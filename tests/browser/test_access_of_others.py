"""Everybody can read what else is written as a page, too: what goes back to a unit, the trend, the mail."""

from collections.abc import Callable
from pathlib import Path

import pytest

from browsing import Open, violations
from builders import roster, unit
from feeding_back import feed_back, form, options, workbook
from ledger import record_signs, trend
from sample_audit import small_view
from union_audit.reports.letter import write_html
from union_audit.trends.view import TrendView
from union_audit.trends.writing import write


def feedback_page(folder: Path, language: str) -> Path:
    """What a unit gets that has faults, blanks and gaps."""
    written = feed_back(folder, {"BG01.xlsx": workbook(S=form("BG01", ("chừng 12", 9, -1, None)))}, language)
    (page,) = (written / "BG01").glob("*.html")
    return page


def trend_page(folder: Path, language: str, *, units: tuple[str, ...] = ()) -> Path:
    """Eight months with a gap that opens, lasts and closes."""
    record_signs(folder / "history.sqlite", roster(unit("D1"), unit("D2")), {"D1": "mggnggmg", "D2": "mmmgmmmg"})
    view = TrendView(trend(folder / "history.sqlite", units=units), options(language))
    write("html", view, folder / "trend.html")
    return folder / "trend.html"


def trend_page_of_a_unit(folder: Path, language: str) -> Path:
    return trend_page(folder, language, units=("D1",))


def mail_page(folder: Path, language: str) -> Path:
    """The mail's part that has tables."""
    with (folder / "mail.html").open("w", encoding="utf-8") as stream:
        write_html(small_view(language), stream)
    return folder / "mail.html"


PART_OF_A_PAGE = ("landmark-one-main", "region")
"""What a mail cannot have: it is shown within the page of a mail program, which has its own main part."""

PAGES = (feedback_page, trend_page, trend_page_of_a_unit, mail_page)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("made", PAGES)
def test_axe_finds_nothing(made: Callable[[Path, str], Path], language: str, opened: Open, tmp_path: Path) -> None:
    page = opened(made(tmp_path, language))
    found = {}
    for scheme in ("light", "dark"):
        for width in (390, 1280):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            found[scheme, width] = violations(page, but=PART_OF_A_PAGE if made is mail_page else ())
    assert found == {each: [] for each in found}


@pytest.mark.parametrize("made", PAGES)
def test_it_never_scrolls_sideways(made: Callable[[Path, str], Path], opened: Open, tmp_path: Path) -> None:
    page = opened(made(tmp_path, "vi"))
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width, width
