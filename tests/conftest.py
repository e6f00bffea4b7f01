"""Fixtures for all tests; the catalogues are compiled first, so that a test never sees an old translation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import settings

from union_audit import resources
from union_audit.sheets import alike

settings.register_profile("untimed", deadline=None)  # time is what benchmarks measure: on a busy machine no test may fail for it
settings.load_profile("untimed")


def pytest_configure() -> None:
    for source in Path(resources.LOCALES).rglob("*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            with source.open("rb") as po, compiled.open("wb") as mo:
                write_mo(mo, read_po(po))


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """Let no test read a workbook as another test's was read."""
    alike.forget()
    yield
    alike.forget()
