"""What a reader does with the page: follows links, sorts, filters, reads it without scripts."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import Visit
from builders import facts, roster, submissions, unit
from hostile import HOSTILE
from sample_audit import FIGURES, SMALL_ROSTER, options, small_audit, small_plan, small_view
from union_audit.audit import Scope, audit
from union_audit.reports import View

SORTED = "#answer table"
"""The table that is sorted below: the targets."""


def targets(page: Page) -> list[int]:
    """Return the numbers of the targets, in the order of the table."""
    return [int(text.split(".")[0]) for text in page.locator(f"{SORTED} tbody th").all_inner_texts()]


def shown(page: Page, within: str) -> list[dict[str, str]]:
    """Return the lines that a filter left: their unit, targets and status."""
    found: list[dict[str, str]] = page.locator(f"{within} [data-target]").evaluate_all(
        """lines => lines.filter(line => line.checkVisibility()).map(line => ({
            unit: line.closest("[data-code]").dataset.code, target: line.dataset.target, status: line.dataset.status ?? ""}))"""
    )
    return found


def heading(page: Page, name: str) -> Locator:
    return page.locator(SORTED).get_by_role("columnheader", name=name, exact=True)


def test_a_column_is_sorted_both_ways_by_what_its_figures_are(visit: Visit) -> None:
    page, view = visit(small_view()), small_view()
    attained = {row.target.number: row.figure.attainment for row in view.targets()}
    assert targets(page) == [row.target.number for row in view.targets()]
    now = heading(page, "Now")
    expect(now).not_to_have_attribute("aria-sort", re.compile("."))
    for direction, sign in (("ascending", 1), ("descending", -1)):
        now.get_by_role("button").click()
        expect(now).to_have_attribute("aria-sort", direction)
        shares = [share for number in targets(page) if (share := attained[number]) is not None]
        assert shares == sorted(shares)[::sign]


def test_the_keyboard_sorts_and_what_has_no_figure_stays_last(visit: Visit) -> None:
    page = visit(small_view())
    heading(page, "Target").get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert targets(page) == [1, 2, 3, 4, 5, 6, 7]
    for _ in range(4):
        page.keyboard.press("Tab")
    for _ in range(2):
        page.keyboard.press("Space")
        expect(heading(page, "Target")).not_to_have_attribute("aria-sort", re.compile("."))
        expect(heading(page, "Still to do")).to_have_attribute("aria-sort", re.compile("."))
        assert page.locator(f"{SORTED} tbody tr").last.locator("td").last.inner_text().startswith(("Tracked", "Met", "No data"))


FILTERED = (
    ("unit", "luc ngan", "unit", "05"),
    ("unit", "LỤC NGẠN", "unit", "05"),
    ("unit", "03", "unit", "03"),
    ("level", "province", "unit", "01"),
    ("target", "3", "target", "3"),
    ("status", "gap", "status", "gap"),
    ("status", "not_applicable", "status", "not_applicable"),
)
"""A field of the filter, what is asked for in it, and what each line that is left then says of itself."""


def test_a_filter_leaves_what_was_asked_for_and_says_how_much(visit: Visit) -> None:
    page = visit(small_view("vi"))
    form = page.locator("form[data-over=unit-list]")
    told = form.get_by_role("status")
    every = shown(page, "#unit-list")
    for field, value, said, wanted in FILTERED:
        where = form.locator(f"[name={field}]")
        where.fill(value) if field == "unit" else where.select_option(value)
        left = [line for line in every if wanted in line[said].split()]
        assert 0 < len(left) < len(every)
        assert shown(page, "#unit-list") == left
        expect(told).to_have_text(re.compile(rf"\b{len(left)}\b.*\b{len(every)}\b"))
        assert page.locator("#unit-list article:visible").count() == len({line["unit"] for line in left})
        form.get_by_role("button").click()
        expect(told).to_have_text(re.compile(rf"\b{len(every)}\b.*\b{len(every)}\b"))
        assert shown(page, "#unit-list") == every


def test_filters_work_together_and_on_the_ranked_gaps_too(visit: Visit) -> None:
    page, view = visit(small_view()), small_view()
    form = page.locator("form[data-over=gap-list]")
    form.get_by_label("Level").select_option("district")
    form.get_by_label("Target").select_option("1")
    rows = (*view.gaps().rows, *view.waived())
    wanted = [row.unit.code for row in rows if row.unit.level == "district" and row.target.number == 1]
    assert [line["unit"] for line in shown(page, "#gap-list")] == wanted != []
    expect(form.get_by_role("status")).to_have_text(f"Shown: {len(wanted)} of {len(rows)}")


def test_every_unit_is_reached_by_its_link(visit: Visit) -> None:
    page = visit(small_view())
    for who in SMALL_ROSTER.units:
        page.locator(".ranking").get_by_role("link", name=who.name, exact=True).click()
        expect(page.locator("article:target h3")).to_have_text(who.name)
        expect(page.locator("article:target h3")).to_be_in_viewport()


def test_a_link_to_what_a_filter_hides_shows_it(visit: Visit) -> None:
    page = visit(small_view())
    page.locator("form[data-over=unit-list]").get_by_label("Unit").fill("nobody")
    assert shown(page, "#unit-list") == []
    page.locator(".ranking").get_by_role("link", name=SMALL_ROSTER.units[4].name).click()
    expect(page.locator("article:target h3")).to_be_in_viewport()
    assert page.locator("#unit-list article:visible").count() == len(SMALL_ROSTER.units)


@pytest.mark.parametrize("more", [{"java_script_enabled": False}, {"script": False}])
def test_without_scripts_everything_is_there_to_read(visit: Visit, more: dict[str, bool]) -> None:
    context = {name: value for name, value in more.items() if name != "script"}
    plain = visit(small_view(script=more.get("script", True)), **context)
    full = visit(small_view())
    assert plain.locator("tbody tr:visible").count() == full.locator("tbody tr:visible").count() > 70
    assert plain.locator("article:visible").count() == full.locator("article:visible").count()
    for nothing in ("form:visible", "button:visible", "input:visible"):
        assert plain.locator(nothing).count() == 0


def test_hostile_names_are_seen_and_do_nothing(visit: Visit) -> None:
    of = small_plan()
    units = roster(unit("P", "province"), *(unit(f"{place:02}", "district", "P", name=name) for place, name in enumerate(HOSTILE)))
    given: dict[str, Any] = {each.code: FIGURES["02"] for each in units.units}
    view = View(audit(of, submissions(facts(of, units, given)), Scope(as_of=small_audit().as_of)), options())
    page = visit(view)
    names = page.locator("#unit-list h3").all_text_contents()
    assert sorted(names) == sorted(view.names.values())
    assert page.locator("script").count() == 1
    page.locator("form[data-over=unit-list]").get_by_label("Unit").fill("<script>")
    assert {line["unit"] for line in shown(page, "#unit-list")} == {f"{HOSTILE.index('<script>alert(1)</script>'):02}"}
    page.locator(".ranking").get_by_role("columnheader", name="Unit", exact=True).get_by_role("button").click()
