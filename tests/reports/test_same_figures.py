"""Every figure of the JSON result is the same in csv and in the workbook."""

import csv
import io

import pytest

from same_figures import AUDITS, Record, audited, result
from sample_audit import options
from union_audit.reports import write

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
