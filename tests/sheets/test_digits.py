"""Digits in bytes → numbers, many at once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from union_audit.sheets.digits import PAD, Words

CELLS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.text("0123456789/:-. ", max_size=10),
    st.sampled_from(["", "0", "00", "007", "99999999", "100000000", "٣", "1\r"]),
)


@given(st.lists(CELLS, max_size=12), st.integers(4, 12))
def test_a_number_is_one_to_eight_digits_without_needless_zeros(cells: list[str], longest: int) -> None:
    kept = [cell.encode() for cell in cells if len(cell.encode()) <= longest]  # up to four bytes are read in another way
    words = Words(PAD + b"".join(cell + b"," for cell in kept) + PAD)
    ends = np.cumsum([len(PAD), *(len(cell) + 1 for cell in kept)]) - 1
    read = words.digits(ends[:-1] + 1, ends[1:])
    expected = [cell.isdigit() and len(cell) <= 8 and str(int(cell)) == cell.decode() for cell in kept]
    assert read.is_number.tolist() == expected
    assert [None if number != number else number for number in read.values.tolist()] == [  # noqa: PLR0124
        int(cell) if is_number else None for cell, is_number in zip(kept, expected, strict=True)
    ]
