"""YAML as it stands, and its traps."""

from fractions import Fraction
from pathlib import Path

import pytest

from told import told
from union_audit.plan import document
from union_audit.plan.document import Document, Place
from union_audit.plan.problems import Problems, decode, read_bytes


def parse(text: str) -> Document:
    return document.parse(text, Problems(Path("targets.yaml")))


def complaints(path: Path) -> None:
    problems = Problems(path)
    document.parse(decode(read_bytes(path, problems), problems), problems)
    problems.raise_if_any()


def test_values_are_plain_and_know_their_place() -> None:
    found = parse("a: one\nb:\n  - 2\n  - 0.1\n  - yes\n  - ~\n  - 2025-12-31\nđơn vị: x\n")
    assert found.value == {"a": "one", "b": [2, Fraction(1, 10), True, None, "2025-12-31"], "đơn vị": "x"}
    assert found.values["b", 1] == Place(4, 5, "0.1")
    assert found.keys["đơn vị",] == Place(8, 1)
    assert found.values["đơn vị",] == Place(8, 9, "x")


@pytest.mark.parametrize("text", ["010", "0x1F", "1:30", "1_000", "1e3", ".inf", "12345678901234567890", "1.", "+5"])
def test_stranger_numbers_of_yaml_stay_text(text: str) -> None:
    assert parse(f"a: {text}").value == {"a": text}


def test_numbers_are_exact() -> None:
    assert parse("a: [0.1, 1.50, -3]").value["a"] == [Fraction(1, 10), Fraction(3, 2), -3]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("goal: > 60%\n", '1:9: This is not valid YAML: while scanning a block scalar, * A goal stands in quotes: goal: "> 60%".'),
        ("goal: >= 100%\n", "*A goal stands in quotes*"),
        ("a:\n\tb: 1\n", "2:1: *Indent with spaces, never with tabs*"),
        ("a: b: c\n", "1:5: *A text with a colon in it stands in quotes*"),
        ("a: 1\n b: 2\n", "2:3: *keys of one block stand exactly under each other*"),
        ("a: 1\nb\nc: 2\n", "*Each key is followed by a colon and a space*"),
        ("a:\n- 1\n  - 2\nb\n", "*"),
        ("- a\nb: 1\n", "*Lines of one list stand exactly under each other*"),
        ("a: 'x\n", "*A quotation mark opens here and is never closed.*"),
        ("a: [1, 2\nb: 3\n", "*This is not valid YAML*"),
        ("a: *b\n", "*This is not valid YAML: found undefined alias*"),
        ("a: 1\n---\nb: 2\n", "*This is not valid YAML*"),
        ("a: \x07\n", "1:0: A character that no text file should hold stands here."),
        ("a: 1\nĐ: \x07\n", "2:0: A character that no text file should hold stands here."),
        ("# nothing but a comment\n", "0:0: The file is empty."),
        ("a: " + "[" * 21 + "]" * 21, "1:0: Blocks stand in blocks too deeply here."),
        ("a: " + "[" * 100_000, "1:0: Blocks stand in blocks too deeply here."),
        ("a: 1\nb: 2\na: 3\n", "3:1: “a” stands twice in the same block; it first stands in line 1."),
        ("a:\n  b: 1\n  b: 2\n", "3:3: “a.b” stands twice in the same block; it first stands in line 2."),
        ("a: &x 1\nb: *x\n", "2:1: “b” refers to another place of the file"),
        ("a: &x {c: 1}\nb:\n  <<: *x\n", "3:3: “b.<<” refers to another place of the file"),
        ("a: &x [*x]\n", "*“a[1]” refers to another place of the file"),
        ("a: !!binary aGk=\n", "1:4: “a” has a tag (tag:yaml.org,2002:binary), which is not used here: leave it out."),
        ("a: !python/object:os.system x\n", "1:4: “a” has a tag (!python/object:os.system), which is not used here: leave it out."),
        ("? [a, b]\n: 1\n", "1:3: A key must be a single word."),
    ],
)
def test_traps(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    found = told(complaints, path)
    assert len(found) == 1
    assert all(piece in found[0] for piece in complaint.split("*")), found[0]


def test_all_traps_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_text("a: !x 1\na: 2\nb: {c: 1, c: 2}\n", encoding="utf-8")
    assert [line.split(": ")[0] for line in told(complaints, path)] == ["1:4", "2:1", "3:11"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "0:0: The file is empty."),
        (b" \n\r\n\t", "0:0: The file is empty."),
        (b"\0" * 100, "0:0: The file is empty."),
        ("a: 1\nb: xà\n".encode("cp1258"), "2:5: The file is not UTF-8 text. Save it again as UTF-8"),
        ("a: Đơn vị\n".encode("utf-16"), "1:1: The file is not UTF-8 text. Save it again as UTF-8"),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(content)
    assert len(told(complaints, path)) == 1
    assert told(complaints, path)[0].startswith(complaint)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    problems = Problems(path)
    assert document.parse(decode(read_bytes(path, problems), problems), problems).value == {"a": 1}


def test_files_that_are_not_there(tmp_path: Path) -> None:
    assert told(complaints, tmp_path / "none.yaml") == ["0:0: There is no such file."]
    assert told(complaints, tmp_path) == ["0:0: This is a folder, not a file."]
    assert told(complaints, tmp_path / "x\0y") == ["0:0: The file cannot be opened: embedded null byte."]
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert told(complaints, tmp_path / "loop")[0].startswith("0:0: The file cannot be opened: ")


def test_what_stands_nowhere_is_told_at_the_block_around_it() -> None:
    found = parse("a:\n  b: 1\n")
    assert found.place(("a", "c", "d")) == Place(2, 3)
    assert found.place(("a", "c"), at_key=True) == Place(1, 1)
    assert Document(Problems(Path("x"))).place(("a",)) == Place(0, 0)
