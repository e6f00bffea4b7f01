"""What the reports of a small audit look like, word for word. UPDATE_GOLDEN=1 rewrites them: read the difference before it is kept."""

import io
import os
from pathlib import Path

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
    golden = GOLDEN / f"{name}-{language}-{width}{FORMATS[name].suffix}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_bytes().decode("utf-8")
