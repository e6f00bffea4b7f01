"""Every figure that the page shows, read back from its elements in the browser, is that of the JSON result."""

import re
from typing import Any

import pytest

from browsing import Visit
from same_figures import Record, audited, counted, result, says
from sample_audit import options
from union_audit.reports import View
from union_audit.reports.words import NOTHING

_READ = """() => {
  const text = (at, what) => at.querySelector(what)?.textContent.trim() ?? "";
  const lines = (where) => [...where.querySelectorAll("tr[data-target]")].map((row) => ({
    number: row.dataset.target, status: row.dataset.status, value: text(row, "td b"), counts: text(row, "td small"),
    to_do: text(row, "td.do"),
  }));
  const silent = (where) => [...where.querySelectorAll(".silent")].flatMap((line) =>
    line.dataset.target.split(" ").map((number) => ({ number, status: line.dataset.status, value: "", counts: "", to_do: "" })));
  const cells = (row) => [...row.cells].map((cell) => cell.textContent.trim());
  return {
    units: Object.fromEntries([...document.querySelectorAll("article[data-code]")].map((unit) =>
      [unit.dataset.code, [...lines(unit), ...silent(unit)]])),
    targets: [...document.querySelectorAll("#answer tbody tr")].map((row) => ({
      number: text(row, "th").split(".")[0], status: row.dataset.status, value: text(row, ".reached b"),
      counts: text(row, ".reached small"), met_by: text(row, ".met-by"), to_do: text(row, ".do"),
    })),
    ranking: [...document.querySelectorAll("table.ranking tbody tr")].map(cells),
    map: [...document.querySelectorAll(".map tbody tr")].map(cells),
    key: [...document.querySelectorAll(".key div")].map((each) => text(each, "dd")),
  };
}"""


_SHOWN: dict[tuple[str, str], Record] = {}
"""What the pages say, each of which is opened once."""


@pytest.fixture(params=[("sample", "vi"), ("sample", "en"), ("examples", "vi")], ids="-".join)
def page(request: pytest.FixtureRequest, visit: Visit) -> tuple[Record, Record, str]:
    """The JSON result, what the page of the same audit says, and the language of both."""
    name, language = request.param
    if request.param not in _SHOWN:
        _SHOWN[request.param] = visit(View(audited(name), options(language))).evaluate(_READ)
    return result(name, language), _SHOWN[request.param], language


def _differences(record: Record, shown: Record, language: str) -> list[str]:
    """Return what a line says otherwise than its record."""
    found = [] if shown["status"] == record["status"] else ["status"]
    if not _is_value(shown["value"], record, language):
        found.append("value")
    counts = [] if "/" not in shown["counts"] else [counted(each, language) for each in shown["counts"].split("/")]
    if counts and counts != [record["numerator"], record["denominator"]]:
        found.append("counts")
    if record["status"] == "gap" and record["goal"] != "yes" and _first_count(shown["to_do"], language) != record["to_go"]:
        found.append("to_go")
    return [f"{key}: {record[key] if key in record else (record['numerator'], record['denominator'])} is shown as {shown}" for key in found]


def _is_value(text: str, record: Record, language: str) -> bool:
    value = record["value"]
    if value is None or text in ("", NOTHING):
        return value is None and text in ("", NOTHING)
    if text.endswith("%"):
        return says(text, value, language)
    if record["goal"] == "yes":
        return text == {"vi": ("không", "có"), "en": ("no", "yes")}[language][value]
    return bool(counted(text, language) == value)


def _first_count(text: str, language: str) -> int:
    found = re.search(r"[\d.,]*\d", text)
    assert found, text
    return counted(found[0], language)


def test_each_unit_at_each_target(page: tuple[Record, Record, str]) -> None:
    said, shown, language = page
    targets = {target["id"]: target for target in said["targets"]}
    lines = {(code, line["number"]): line for code, unit in shown["units"].items() for line in unit}
    assert len(lines) == len(said["assessments"])
    differences: list[str] = []
    for record in said["assessments"]:
        target = targets[record["target"]]
        line = lines[record["unit"], str(target["number"])]
        differences += _differences({**record, "goal": target["goal"]}, line, language)
    assert differences == []


def test_each_target(page: tuple[Record, Record, str]) -> None:
    said, shown, language = page
    assert [line["number"] for line in shown["targets"]] == [str(target["number"]) for target in said["targets"]]
    for target, line in zip(said["targets"], shown["targets"], strict=True):
        as_share = {**target, "goal": ">= 100%"} if line["value"].endswith("%") else target
        assert _differences(as_share, line, language) == []
        if line["met_by"]:
            met = [counted(each, language) for each in line["met_by"].split("/")]
            assert met == [target["units_met"], target["units_met"] + target["units_gap"] + target["units_no_data"]]


def test_the_ranking_and_the_map(page: tuple[Record, Record, str]) -> None:
    said, shown, language = page
    assert len(shown["ranking"]) == len(shown["map"]) == len(said["units"])
    by_number = sorted(said["targets"], key=lambda target: target["number"])
    assessed = {(each["unit"], each["target"]): each for each in said["assessments"]}
    for unit, (rank, _, score, coverage, *counts, _, rank_in_level), (_, *cells) in zip(
        said["units"], shown["ranking"], shown["map"], strict=True
    ):
        assert [rank, rank_in_level] == ["" if each is None else str(each) for each in (unit["rank"], unit["rank_in_level"])]
        assert says(score, unit["score"], language) if unit["score"] is not None else score == NOTHING
        assert says(coverage, unit["coverage"], language) if unit["coverage"] is not None else coverage == NOTHING
        assert sorted(counts) == sorted(str(unit[status]) for status in ("met", "gap", "no_data"))
        for target, cell in zip(by_number, cells, strict=True):
            record: Any = {**assessed[unit["code"], target["id"]], "goal": target["goal"]}
            assert _is_value(cell[1:].strip(), record, language), (unit["code"], target["id"], cell)


def test_the_first_figures(page: tuple[Record, Record, str]) -> None:
    said, shown, language = page
    score, *counts = shown["key"]
    assert says(score, said["summary"]["score"], language)
    assert sorted(_first_count(each, language) for each in counts) == sorted(
        said["summary"][status] for status in ("met", "gap", "no_data")
    )
