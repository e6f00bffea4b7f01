"""Whatever the disk refuses, at whatever moment: words, nothing lost that was there, and the next run completes it."""

import errno
from pathlib import Path

import pytest

from faulty_disk import changes_of_a_run, completed, corrected, refuse, whole

SHARES = 10
"""Of the changes of a run so many are refused here; `tests/heavy/monthly_faults.py` refuses each of them."""


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_disk_that_refuses_a_change(tmp_path: Path, code: int) -> None:
    changes = changes_of_a_run(made(tmp_path / "counted"))
    told = 0
    for number in range(1 + (code == errno.EACCES), changes, -(-changes // SHARES)):
        office = corrected(made(tmp_path / str(number)))
        told += refuse(office, number, code)
        assert whole(office.reports / "2025-06")
        completed(office)
    assert told >= SHARES // 4


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder
