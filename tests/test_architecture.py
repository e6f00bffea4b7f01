"""The floors of the house hold: the architecture is a test."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(shutil.which("lint-imports") is None, reason="import-linter is not installed")
def test_rooms_import_only_from_the_floors_below() -> None:
    done = subprocess.run(["lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607 (found on PATH above)
    assert done.returncode == 0, done.stdout
