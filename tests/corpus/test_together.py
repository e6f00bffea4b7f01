"""Any shape, with any two messes, in any container: each figure right or refused, and tidy counts always read."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.case import Case, outcome, take
from corpus.cases import LATER
from corpus.containers import CONTAINERS
from corpus.shaping import MESSES, NAMES, SHAPES, Figures

READ = sorted(name for name in CONTAINERS if f"rule 1: {name}" not in LATER)
FOR_ALL = frozenset({"digits as text, grouped by points"})
"""Messes that leave some figures open: "12.000" has two readings."""

counts = st.integers(0, 9_999)


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    codes = draw(st.lists(st.sampled_from(sorted(NAMES)), min_size=2, max_size=3, unique=True))
    return {code: (whole := draw(counts), draw(st.integers(0, whole)), draw(st.integers(0, whole)), draw(st.booleans())) for code in codes}


@settings(max_examples=200)
@given(figures(), st.sampled_from(sorted(SHAPES)), st.lists(st.sampled_from(sorted(MESSES)), min_size=1, max_size=2), st.sampled_from(READ))
def test_shape_and_messes_in_a_container(figures: Figures, shape: str, messes: list[str], container: str) -> None:
    pages = SHAPES[shape](figures)
    for mess in messes:
        pages = {name: MESSES[mess](page) for name, page in pages.items()}
    names = ("computers", "safe", "secret", "studied")
    true = {code: dict(zip(names, map(int, each), strict=True)) for code, each in figures.items()}
    made = Case(shape, lambda: CONTAINERS[container](pages, "bao cao"), {"2025-06": true})
    with tempfile.TemporaryDirectory() as folder:
        got = outcome(made, take(made, Path(folder)))
    assert got.wrong == []
    assert got.unexplained == []
    if FOR_ALL.isdisjoint(messes):
        assert got.unread == []
