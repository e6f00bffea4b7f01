"""An expression that is compiled when it is first used does what a compiled one does."""

import re

import pytest

from union_audit.patterns import pattern


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    original = re.compile

    def counted(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return original(text, flags)

    monkeypatch.setattr(re, "compile", counted)
    late = pattern("a+(b)?", re.IGNORECASE)
    assert compiled == []
    found = late.search("xAAB")
    assert found
    assert found[1] == "B"
    assert [late.sub("-", "aab a"), *late.split("1ab2")] == ["- -", "1", "b", "2"]
    assert (late.fullmatch("aaa") is not None, late.match("xa"), late.findall("ab a"), late.pattern) == (True, None, ["b", ""], "a+(b)?")
    assert compiled == ["a+(b)?"]


def test_what_no_expression_has_is_no_part_of_it() -> None:
    with pytest.raises(AttributeError):
        pattern("a").nothing  # type: ignore[attr-defined]  # noqa: B018
