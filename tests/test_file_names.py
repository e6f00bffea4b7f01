"""Folders that any computer takes, whatever the codes are: safe, short, and no two alike."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostile import HOSTILE, texts
from union_audit.file_names import alike, folders, is_name

ODD = [
    "../x",
    "a/b",
    "a\\b",
    "C:x",
    "CON",
    "con.txt",
    "LPT¹",
    "nul",
    ".",
    "..",
    " ",
    "x" * 300,
    "đ" * 300,
    "-rf",
    "=1",
    "index.csv",
    "a\0b",
    ".ssh",
    "~",
]


@pytest.mark.parametrize("code", ["BG01", "LĐLĐ huyện Yên Dũng", "01", "a-b_c.d"])
def test_a_plain_code_is_its_own_folder(code: str) -> None:
    assert folders([code]) == [code]


@pytest.mark.parametrize("code", [*ODD, *HOSTILE])
def test_an_odd_code_gets_a_folder_that_can_be_made(code: str, tmp_path: Path) -> None:
    (name,) = folders([code], taken=["index.csv"])
    assert name != code
    assert is_name(name)
    assert name[0] not in "-=+@."
    assert len(name.encode()) <= 255
    (tmp_path / name).mkdir()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_codes_that_a_file_system_may_take_for_one_are_told_apart() -> None:
    codes = ["A1", "a1", "Ａ1", "a/1", "a_1", "a\\1"]  # noqa: RUF001 (a wide letter)
    names = folders(codes)
    assert len({alike(name) for name in names}) == len(codes)
    assert folders(codes[::-1]) == names[::-1], "whatever the order"


@given(st.lists(texts, unique=True, max_size=20))
def test_no_two_folders_are_alike(codes: list[str]) -> None:
    names = folders(codes, taken=["index.csv"])
    assert len({alike(name) for name in [*names, "index.csv"]}) == len(codes) + 1
    assert all(is_name(name) and len(name.encode()) <= 255 for name in names)
