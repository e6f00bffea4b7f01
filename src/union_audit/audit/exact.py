"""Exact arithmetic on columns: int64 as long as nothing can overflow, Python's own integers otherwise; fractions in exact order."""

from fractions import Fraction
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from union_audit.intake.facts import Bool, Int8, Int64

Counts: TypeAlias = NDArray[np.int64] | NDArray[np.object_]
"""Whole numbers: int64, or dtype object (Python ints) where a sum or product could pass 2**63."""

Float64: TypeAlias = NDArray[np.float64]

Keys: TypeAlias = Int64 | Float64
"""What orders rows: larger for later ones, the same for ties."""

_INT64 = 2**63
_FLOAT = 2**53  # whole numbers below it are exact as floats, and the quotient of two of them is correctly rounded
_SHORT = 2**16  # numpy sorts numbers of two bytes without comparing them
_SEPARABLE = 2**51  # numerator times denominator below it: quotients of different fractions are different floats


def put(codes: Int8, rows: Bool, code: int) -> Int8:
    """Return the codes with another one at some rows: by arithmetic, which costs the same whatever rows these are."""
    return codes + (np.int8(code) - codes) * rows.view(np.int8)


def widest(column: Counts) -> int:
    """Return the largest absolute value of a column."""
    return max(int(column.max()), -int(column.min())) if column.size else 0


def widened(factor: int, *columns: Counts) -> tuple[Counts, ...]:
    """Return the columns fit for products (and sums) of up to `factor` times their values: all int64, or all of dtype object."""
    if factor * max(widest(column) for column in columns) < _INT64:
        return columns
    return tuple(column.astype(object) for column in columns)


def less(numerator: Counts, denominator: Counts, other: Counts, whole: Counts) -> Bool:
    """Whether the fraction numerator/denominator is less than other/whole, row by row; denominators are above zero."""
    numerator, denominator, other, whole = widened(max(map(widest, (denominator, whole))), numerator, denominator, other, whole)
    return np.asarray(numerator * whole < other * denominator, np.bool_)


def divided(numerator: Counts, denominator: Counts) -> Float64:
    """Return the float nearest to each fraction. Denominators are not zero."""
    if max(widest(numerator), widest(denominator)) >= _FLOAT:
        numerator, denominator = numerator.astype(object), denominator.astype(object)
    return np.asarray(numerator / denominator, np.float64)


def order_keys(*parts: tuple[Counts, Counts]) -> Keys:
    """Return keys that order fractions exactly: the same key for equal fractions, a larger one for larger fractions.

    `parts`: numerators and denominators that follow each other; a nation's do not stand in memory twice.

    A correctly rounded quotient never reverses two fractions; it can only make two different ones look alike. Different fractions
    a/b and c/d differ by at least 1/(b*d), and floats near a/b by at most a/b * 2**-52: it cannot happen while a*d is small.
    Beyond that, what looks alike is looked into. Denominators are above zero.
    """
    quotient = np.concatenate([divided(*part) for part in parts])
    top, bottom = (max(map(widest, each)) for each in zip(*parts, strict=True))
    if top * bottom < _SEPARABLE:
        return quotient
    numerator, denominator = map(np.concatenate, zip(*parts, strict=True))
    _, first, keys = np.unique(quotient, return_index=True, return_inverse=True)
    common = np.gcd(numerator, denominator)
    numerator, denominator = numerator // common, denominator // common
    leader = first[keys]
    clashing = np.unique(keys[(numerator != numerator[leader]) | (denominator != denominator[leader])])
    return _told_apart(keys, np.isin(keys, clashing), numerator, denominator) if clashing.size else quotient


def _told_apart(keys: Int64, alike: Bool, numerator: Counts, denominator: Counts) -> Int64:
    """Return new keys: where quotients look alike, the fractions themselves decide."""
    exact = [Fraction(int(a), int(b)) for a, b in zip(numerator[alike], denominator[alike], strict=True)]
    places = {value: place for place, value in enumerate(sorted(set(exact)))}
    within = np.zeros(len(keys), np.int64)
    within[alike] = [places[value] for value in exact]
    return keys * len(places) + within


def dense(keys: Counts | Keys) -> Int64:
    """Return 0, 1, 2, … in the order of the keys, the same for equal ones."""
    return np.unique(keys, return_inverse=True)[1].astype(np.int64)


def as_keys(counts: Counts) -> Int64:
    """Return what orders counts: themselves, as long as they are int64."""
    return counts.astype(np.int64, copy=False) if counts.dtype == np.int64 else dense(counts)


def falling(first: Keys, then: Int64) -> Int64:
    """Return the order of rows by two keys, the largest first; ties stay in their order. Small keys are sorted by their digits."""
    below = then.max(initial=0) - then
    order = np.argsort(below.astype(np.uint16) if below.max(initial=0) < _SHORT else below, kind="stable")
    return order[np.argsort(-first[order], kind="stable")]


def competition_ranks(*keys: Keys) -> Int64:
    """Return the ranks 1, 2, 2, 4, … of rows that are sorted already; rows with the same keys share a rank."""
    if not keys[0].size:
        return np.zeros(0, np.int64)
    new = np.ones(len(keys[0]), np.bool_)
    new[1:] = np.logical_or.reduce([key[1:] != key[:-1] for key in keys])
    return np.maximum.accumulate(np.where(new, np.arange(1, len(new) + 1), 0))
