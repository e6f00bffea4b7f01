"""The floors of the house hold: the architecture is a test."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINTER = shutil.which("lint-imports", path=Path(sys.executable).parent) or ""


@pytest.mark.skipif(not LINTER, reason="import-linter is not installed")
def test_rooms_import_only_from_the_floors_below() -> None:
    done = subprocess.run([LINTER], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 (found above)
    assert done.returncode == 0, done.stdout
