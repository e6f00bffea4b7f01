"""What the reports of a small audit look like, word for word. UPDATE_GOLDEN=1 rewrites them: read the difference before it is kept."""

import io
import os
from pathlib import Path

import openpyxl
import pytest

from sample_audit import options, small_audit
from union_audit import __version__
from union_audit.reports import FORMATS, write

GOLDEN = Path(__file__).with_name("golden")


@pytest.mark.parametrize(
    ("name", "language", "width"),
    [
        ("table", "en", 80),
        ("table", "vi", 80),
        ("table", "vi", 120),
        ("table", "en", 200),
        ("json", "en", 80),
        ("json", "vi", 80),
        ("csv", "en", 80),
        ("csv", "vi", 80),
    ],
)
def test_report_is_as_it_was(name: str, language: str, width: int) -> None:
    stream = io.StringIO(newline="")
    write(name, small_audit(), stream, options(language, width=width))
    text = stream.getvalue().replace(f'"version": "{__version__}"', '"version": "VERSION"')
    _compare(text, GOLDEN / f"{name}-{language}-{width}{FORMATS[name].suffix}")


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl leaves the bars in cells aside
@pytest.mark.parametrize("language", ["en", "vi"])
def test_workbook_is_as_it_was(language: str) -> None:
    stream = io.BytesIO()
    write("xlsx", small_audit(), stream, options(language))
    lines = []
    for sheet in openpyxl.load_workbook(stream).worksheets:
        rows = ("\t".join("" if value is None else str(value) for value in row).rstrip() for row in sheet.iter_rows(values_only=True))
        lines += [f"# {sheet.title}", *rows, ""]
    _compare("\n".join(lines).replace(__version__, "VERSION"), GOLDEN / f"xlsx-{language}.txt")


def _compare(text: str, golden: Path) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_bytes().decode("utf-8")
