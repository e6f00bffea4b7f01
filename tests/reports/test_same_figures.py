"""Every figure of the JSON result is the same in csv and in the workbook."""

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import openpyxl
import pytest

from same_figures import AUDITS, Record, audited, result
from sample_audit import options
from union_audit.reports import write

Row: TypeAlias = dict[str, object]

ABOUT = {"period", "unit_name", "level", "parent", "target_label", "goal", "evidence"}
"""What csv says beside the figures, so that each of its rows can stand alone."""


def _is(written: str, value: object) -> bool:
    """Whether a text of csv is a value of the JSON result; numbers to the last bit."""
    if value is None:
        return written == ""
    return float(written) == value if isinstance(value, int | float) and not isinstance(value, bool) else written == str(value)


def _cells(record: Record) -> str:
    return "; ".join("|".join((cell["file"], cell["sheet"], cell["cell"])) for cell in record["evidence"])


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", AUDITS)
def test_csv_has_the_figures_of_the_json(name: str, language: str) -> None:
    stream = io.StringIO()
    write("csv", audited(name), stream, options(language, evidence="all"))
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    records = result(name, language)["assessments"]
    assert len(rows) == len(records) > 10
    for row, record in zip(rows, records, strict=True):
        previous = record["previous"] or {}
        figures = {key: record[key] for key in row if key in record and key != "evidence"}
        figures |= {f"previous_{key}": previous.get(key) for key in ("status", "value")}
        assert set(row) - set(figures) == ABOUT
        assert [(key, row[key], value) for key, value in figures.items() if not _is(row[key], value)] == []
        assert row["evidence"].replace("\\", "") == _cells(record).replace("\\", "")


FIGURES = {
    "Rank": "rank",
    "Numerator": "numerator",
    "Denominator": "denominator",
    "Gap to the goal": "gap",
    "Still to do": "to_go",
    "Attainment": "attainment",
    "Score": "score",
    "With figures": "coverage",
    "Met": "met",
    "Gap": "gap",
    "No data": "no_data",
    "Units expected": "units_expected",
    "Units reported": "units_reported",
    "Units met": "units_met",
    "Units with a gap": "units_gap",
    "Units without data": "units_no_data",
}
"""The headings of the workbook whose columns hold figures of the JSON result, and their names there."""


def _recalculated(book: bytes, folder: Path) -> dict[str, list[Row]]:
    """Return the rows of each sheet by their headings, computed by LibreOffice."""
    (folder / "report.xlsx").write_bytes(book)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), str(folder / "report.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 (our own command)
    read = openpyxl.load_workbook(folder / "out" / "report.xlsx", data_only=True)
    return {sheet.title: list(_rows([*sheet.iter_rows(values_only=True)])) for sheet in read.worksheets}


def _rows(rows: list[tuple[object, ...]]) -> Iterator[Row]:
    """Yield the rows under the headings, which stand in the first row that has some of ours."""
    places = (place for place, row in enumerate(rows) if len(set(row) & set(FIGURES)) > 1)
    at = next(places, len(rows))
    for row in rows[at + 1 :]:
        yield dict(zip(map(str, rows[at]), row, strict=True))


def _differs(row: Row, record: Record) -> list[str]:
    """Return the headings whose figure is another than that of the record."""
    shared = [heading for heading, key in FIGURES.items() if heading in row and key in record and not isinstance(record[key], bool)]
    return [heading for heading in shared if not _is_same(row[heading], record[FIGURES[heading]])]


def _is_same(shown: object, figure: float | None) -> bool:
    """A cell is blank where the result has none, or a zero where a person would see nothing to do."""
    if figure is None or shown is None or shown == "":
        return not figure and shown in (None, "", 0)
    return isinstance(shown, int | float) and shown == pytest.approx(figure, abs=1e-9)


def _of_part(row: Row, record: Record) -> Record:
    """Return the record as a line of one of its ratios has it: reported by others, its denominator there also without a numerator."""
    if not row.get("Part"):
        return record
    parts = record["parts"] or [{}]
    own: Record = record | parts[int(str(row["Part"])) - 1]
    own.pop("units_reported", None)
    if own["status"] == "no_data":
        own.pop("denominator")
    return own


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_the_workbook_has_the_figures_of_the_json_when_libreoffice_recalculates(tmp_path: Path) -> None:
    stream = io.BytesIO()
    write("xlsx", audited("sample"), stream, options("en"))
    said = result("sample", "en")
    numbers = {target["id"]: target["number"] for target in said["targets"]}
    by_place = {(each["unit"], numbers[each["target"]]): each for each in said["assessments"]}
    by_target = {each["number"]: each for each in said["targets"]}
    by_unit = {each["code"]: each for each in said["units"]}
    found, differences = set(), []
    for sheet, rows in _recalculated(stream.getvalue(), tmp_path).items():
        for row in rows:
            code, number = row.get("Code"), row.get("No.")
            record = by_place.get((code, number)) or (
                by_target.get(number) if code is None else by_unit.get(code) if number is None else None
            )
            if record is not None:
                record = _of_part(row, record)
                found.add((code, number))
                differences += [(sheet, code, number, heading, row[heading]) for heading in _differs(row, record)]
    assert differences == []
    assert {(None, number) for number in by_target} <= found
    assert {(code, None) for code in by_unit} <= found
    assert {place for place, each in by_place.items() if each["status"] == "gap"} <= found
