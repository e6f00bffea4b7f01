"""The workbook computes on: LibreOffice finds what the audit found, and after a figure is changed what an audit of it would find."""

import io
import math
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from builders import facts, field, plan, roster, submissions, target, unit
from recalculating import needs_libreoffice, recalculated
from sample_audit import EARLIER, options, small_audit, small_view
from union_audit.audit import Scope, audit
from union_audit.intake.facts import WHOLE, Facts, Places, Shares, State
from union_audit.plan.goal import Comparison, RatioGoal
from union_audit.plan.model import Covers, Kind, OnZero, OverPeriods, Plan
from union_audit.plan.period import Period
from union_audit.plan.roster import Roster
from union_audit.reports import View
from union_audit.reports.xlsx import write
from union_audit.reports.xlsx.formulas import required

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl leaves the bars in cells aside


def written(view: View) -> bytes:
    stream = io.BytesIO()
    write(view, stream)
    return stream.getvalue()


def every_goal() -> Plan:
    """A target for every kind of goal and of figure, some of them together."""
    counts = ("due", "done", "held", "online", "whole", "one", "other", "secret", "late", "courses", "faults")
    return plan(
        target("all", ">= 100%", ("done", "due"), weight=Fraction(3, 2)),
        target("more", "> 60%", ("online", "held")),
        target("part", ">= 62.5%", ("done", "due"), on_zero=OnZero.MET),
        target("both", ">= 100%", ("one", "whole"), ("other", "whole"), weight=Fraction(2)),
        target("each", "> 50%", ("one", "whole"), ("other", "due"), on_zero=OnZero.MET),
        target("less", "< 5%", ("late", "members")),
        target("most", "<= 12.5%", ("late", "members")),
        target("published", ">= 90%", ("one", "whole", "secret")),
        target("courses", ">= 3", ("courses",)),
        target("faults", "< 2", ("faults",)),
        target("studied", "yes", ("studied",), levels=("district",)),
        target("outreach", "tracked", ("informed", "members")),
        target("counted", "tracked", ("courses",)),
        fields=[
            *(field(name, over=OverPeriods.SUM if name in ("held", "online") else OverPeriods.LAST) for name in counts),
            *(field(name, covers=Covers.AREA, unit={"vi": "người", "en": "people"}) for name in ("members", "informed")),
        ],
    )


def many_units() -> Roster:
    """A province, its districts, and grassroots unions below some of them; one office counts for itself only."""
    districts = [unit(f"D{number}", "district", "P", **({"covers": Covers.OWN} if number == 2 else {})) for number in range(6)]
    below = [unit(f"G{number}", "grassroots", f"D{number % 4}") for number in range(10)]
    return roster(unit("P", "province"), *districts, *below)


def random_figures(seed: int) -> dict[str, dict[str, Any]]:
    """Figures of all units: whole ones at the edges of the goals, blanks, zeros, and some that contradict each other."""
    chance = random.Random(seed)  # noqa: S311 (the figures of a test)
    edges = (0, 0, 1, 3, 5, 8, 40, 60, 61, 100, 1000)
    asked = every_goal()

    def one(name: str) -> Any:
        if chance.random() < 0.12:
            return None
        if asked.field(name).kind is Kind.YES_NO:
            return chance.random() < 0.6
        if name in ("due", "held", "whole", "members"):
            return chance.choice(edges)
        return chance.choice((*edges[:6], *edges[6:9] * (chance.random() < 0.4)))

    return {each.code: {field_.id: one(field_.id) for field_ in asked.fields} for each in many_units().units if each.code != "D5"}


def random_view(seed: int) -> View:
    asked, who = every_goal(), many_units()
    figures = random_figures(seed) | {"D5": dict.fromkeys((each.id for each in asked.fields), None)}
    given_ = submissions(facts(asked, who, figures))
    return View(audit(asked, given_, Scope(as_of=date(2025, 7, 5), expect="all")), options())


def months() -> View:
    """Three months that add up, one of them missing for a unit, one blank for another."""
    asked = plan(
        target("t", "> 60%", ("online", "held")),
        target("last", ">= 100%", ("done", "due")),
        fields=[field(name, over=OverPeriods.SUM) for name in ("online", "held")],
    )
    who, by_month = roster("D1", "D2", "D3"), dict[Period | None, Facts]()
    for month in (4, 5, 6):
        given_: dict[str, dict[str, Any]] = {"D1": {"online": 20 * (month - 4) + 1, "held": 33, "done": month, "due": 6}}
        if month != 5:
            given_["D2"] = {"online": 5, "held": 10, "done": 1, "due": 1}
        given_["D3"] = {"online": None if month == 4 else 7, "held": 8, "done": State.UNREADABLE, "due": 2}
        by_month[Period(2025, month, 1)] = facts(asked, who, given_, file=f"{month}.xlsx")
    scope = Scope(as_of=date(2025, 7, 5), period=Period(2025, 4, 3), expect="all")
    return View(audit(asked, submissions(by_month), scope), options())


def percentages() -> View:
    """Units that gave a percentage in the place of counts, beside one that gave counts."""
    asked, who = plan(target("t", "> 60%", ("online", "held"))), roster("D1", "D2", "D3")
    counted = facts(asked, who, {"D1": {"online": 6, "held": 10}, "D2": {}, "D3": {}})
    nowhere = np.zeros((3, 1), np.int32)
    places = Places(np.array([[-1], [0], [0]], np.int32), nowhere + 4, nowhere + 5)
    values, state = np.array([[0], [58], [70]]) * (WHOLE // 100), np.array([[State.MISSING], [State.FIGURE], [State.FIGURE]], np.int8)
    shares = Shares(asked.targets[0].parts, values, state, places)
    return View(audit(asked, submissions(replace(counted, shares=shares)), Scope(as_of=date(2025, 7, 5), expect="all")), options())


AUDITS: dict[str, Callable[[], View]] = {
    "small, Vietnamese": lambda: small_view("vi"),
    "compared": lambda: View(small_audit(scope={"compare": EARLIER}), options()),
    "some of the units": lambda: View(small_audit(scope={"levels": ("district",)}), options()),
    "every goal": lambda: random_view(1),
    "months": months,
    "percentages": percentages,
}


def cells(book: Workbook) -> dict[tuple[str, str], Any]:
    """Return what stands in the cells that hold anything, by sheet and address."""
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value != ""
    }


@needs_libreoffice
@pytest.mark.parametrize("name", AUDITS)
def test_computed_anew_every_cell_says_what_the_audit_found(name: str, tmp_path: Path) -> None:
    content = written(AUDITS[name]())
    formulas = {place for place, value in cells(load_workbook(io.BytesIO(content))).items() if str(value).startswith("=")}
    found, anew = cells(load_workbook(io.BytesIO(content), data_only=True)), cells(recalculated(content, tmp_path))
    assert len(formulas) > 50
    for place in formulas:
        assert same(anew.get(place), found.get(place)), (place, anew.get(place), found.get(place))


def same(one: Any, other: Any) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)
    return bool(one == other)


@needs_libreoffice
@pytest.mark.parametrize(("before", "after"), [(2, 3), (3, 4)])
def test_figures_that_are_changed_change_all_that_follows_from_them(before: int, after: int, tmp_path: Path) -> None:
    """The figures of one audit are typed into the workbook of another: what LibreOffice then computes is the workbook of the first."""
    book, wanted = (
        load_workbook(io.BytesIO(written(random_view(seed))), data_only=only) for seed, only in ((before, False), (after, True))
    )
    names = book.sheetnames
    figures, of_wanted = book[names[7]], wanted[names[7]]
    place = [cell.value for cell in figures[1]].index("Figure") + 1
    changed = 0
    for row in range(2, figures.max_row + 1):
        changed += figures.cell(row, place).value != of_wanted.cell(row, place).value
        figures.cell(row, place).value = of_wanted.cell(row, place).value
    assert changed > 50
    stream = io.BytesIO()
    book.save(stream)
    anew = recalculated(stream.getvalue(), tmp_path)
    for name, keys, others in (
        (names[6], ("Line",), ("Reason",)),
        (names[5], ("No.", "Part"), ("Rank", "Line", "Reason")),
        (names[4], ("Code",), ("Rank", "Rank in its level")),
        (names[3], ("Code",), ("Rank",)),
    ):
        compare(table(anew, name, keys, others), table(wanted, name, keys, others))
    said = [str(cell) for row in anew[names[0]].iter_rows(values_only=True) for cell in row]
    assert any(str(changed) in text for text in said)


def table(book: Workbook, name: str, keys: tuple[str, ...], others: tuple[str, ...]) -> dict[tuple[Any, ...], dict[str, Any]]:
    """Return the rows of a sheet by their keys, without what stays as the audit said it."""
    headings, *rows = book[name].iter_rows(values_only=True)
    as_dicts = [dict(zip(map(str, headings), row, strict=True)) for row in rows]
    assert set(keys) <= as_dicts[0].keys()
    return {
        tuple(row[key] for key in keys): {name: row[name] for name in row.keys() - {*keys, *others}}
        for row in as_dicts
        if any(row.values())
    }


def compare(found: dict[tuple[Any, ...], dict[str, Any]], wanted: dict[tuple[Any, ...], dict[str, Any]]) -> None:
    assert found.keys() == wanted.keys()
    for key, row in wanted.items():
        for name, value in row.items():
            assert same(found[key][name] or None, value or None), (key, name, found[key][name], value)


@given(st.integers(0, 10**12), st.sampled_from([*Comparison]), st.fractions(Fraction(1, 1000), 1, max_denominator=1000))
def test_what_a_goal_requires_is_the_same_whole_number(base: int, comparison: Comparison, threshold: Fraction) -> None:
    """Spreadsheets compute with floats, and some round them to 15 digits before they cut the fraction off."""
    goal = RatioGoal(comparison, threshold)
    text = required(goal, str(base))
    for floor in (math.floor, lambda amount: math.floor(float(f"{amount:.15g}"))):
        assert eval(text, {"INT": floor}) == goal.required(base)  # noqa: S307 (our own formula)


def test_no_path_or_name_of_the_computer_is_in_the_file(tmp_path: Path) -> None:
    content = written(random_view(1))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8")
            assert not re.search(rf"{re.escape(str(tmp_path))}|{re.escape(str(Path.home()))}|/tmp/|file://|[A-Z]:\\\\", text), name
