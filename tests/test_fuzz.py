"""The fuzzing itself: its files can be made again, and the first of them are answered as they should be."""

from pathlib import Path

import pytest

from fuzz import checked
from mutating import mutated

FEW = 25


def test_a_file_can_be_made_again() -> None:
    for number in range(FEW):
        (name, content), (again, same) = mutated(1, number), mutated(1, number)
        assert name == again
        assert content == same or name.endswith(".ods")  # whose namespaces come in any order


def test_other_seeds_make_other_files() -> None:
    assert mutated(1, 0) != mutated(2, 0)


def test_the_first_files_are_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(FEW):
        name, content = mutated(3, number)
        path = tmp_path / name
        path.write_bytes(content)
        assert checked(path) == "", number
