"""The example files are those that their script writes, and hold nobody's name."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from second_reader import cells

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = ["data.xlsx", *(f"2023-06/{path.name}" for path in sorted((EXAMPLES / "2023-06").iterdir()))]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    subprocess.run([sys.executable, "-B", EXAMPLES / "make_examples.py", folder], check=True)  # noqa: S603 (our own script)
    return folder


def test_the_script_writes_these_files_and_no_others(made: Path) -> None:
    assert sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()) == sorted(FILES)


@pytest.mark.parametrize("file", FILES)
def test_a_file_holds_what_the_script_writes(made: Path, file: str) -> None:
    assert cells(EXAMPLES / file) == cells(made / file)


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(("xlsx", "ods"))])
def test_no_file_names_its_author(file: str) -> None:
    with zipfile.ZipFile(EXAMPLES / file) as archive:
        properties = "".join(
            archive.read(name).decode() for name in archive.namelist() if name.endswith(("core.xml", "app.xml", "meta.xml"))
        )
    assert "<dc:creator></dc:creator>" in properties or "creator>" not in properties
    assert "lastModifiedBy></" in properties.replace("/>", "></") or "lastModifiedBy>" not in properties
