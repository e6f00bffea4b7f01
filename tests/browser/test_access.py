"""Everybody can read the page: axe-core finds nothing, on a phone nothing runs off the side, fingers and keys reach all."""

from typing import Literal

import pytest

from browsing import Visit, violations
from sample_audit import options, small_audit, small_plan, small_view
from union_audit.plan.model import ReportSettings
from union_audit.reports import View


@pytest.mark.parametrize("language", ["en", "vi"])
def test_axe_finds_nothing(visit: Visit, language: str) -> None:
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark") if language == "en" else ("dark", "light")
    page = visit(small_view(language))
    for scheme, width in zip(schemes, (390, 1280), strict=True):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == [], (scheme, width)


def test_axe_finds_nothing_once_it_is_sorted_filtered_and_signed(visit: Visit) -> None:
    own = ReportSettings(
        issued_by={"vi": ("TỔNG LIÊN ĐOÀN", "LIÊN ĐOÀN TỈNH")},
        motto={"vi": ("CỘNG HÒA", "Độc lập")},
        place={"vi": "Bắc Giang"},
        heading={"vi": ("BÁO CÁO",)},
        signatory={"vi": ("CHỦ TỊCH",)},
        accent="#7a1f1f",
    )
    page = visit(View(small_audit(of=small_plan(report=own)), options("vi")), color_scheme="dark")
    page.locator("th button").first.click()
    page.locator("form[data-over=unit-list] select[name=status]").select_option("gap")
    page.goto(f"{page.url}#unit-02")
    assert violations(page) == []
    page.emulate_media(media="print", color_scheme="light")
    assert violations(page, "color-contrast") == []


def test_the_page_never_scrolls_sideways(visit: Visit) -> None:
    page = visit(small_view("vi"))
    for width in (320, 390, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_what_is_pressed_is_large_enough_and_every_stop_of_the_keyboard_is_seen(visit: Visit) -> None:
    page = visit(small_view(), width=390)
    small = page.locator("button, input, select, nav a").evaluate_all(
        """all => all.filter(one => {
            const {width, height} = one.getBoundingClientRect();
            return Math.min(width, height) < 24;
        }).map(one => one.outerHTML)"""
    )
    assert small == []
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => {
                    const one = document.activeElement, box = one.getBoundingClientRect();
                    const top = document.elementFromPoint(box.x + Math.min(box.width, 40) / 2, box.y + box.height / 2);
                    return getComputedStyle(one).outlineStyle === "solid" && (one.contains(top) || top?.contains(one));
                }"""
            )
        )
    assert all(seen), seen
