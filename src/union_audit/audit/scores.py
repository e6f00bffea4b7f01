"""Scores: what each row has reached of the targets that apply to it, and its rank, the worst first."""

from collections.abc import Sequence
from math import lcm

import numpy as np

from union_audit.audit.exact import Counts, Float64, dense, order_keys
from union_audit.audit.result import Column, Scores, Status
from union_audit.intake.facts import Bool, Int64

_NEAR = 2.0**-40
"""Scores further apart than this are different: far above what rounding a few hundred products can add up to."""

_LIMIT = 2.0**60
"""Products below it, as floats estimate them, fit in int64."""


def scores(columns: Sequence[Column], judged: Bool, level: Int64 | None = None) -> Scores:
    """Score the rows that are `judged`, and rank them, worst first, among all and among those of their `level` (None: no ranks)."""
    rows = len(judged)
    earned, whole = np.zeros(rows), np.zeros(rows)
    counts = np.zeros((len(Status) + 2, rows), np.min_scalar_type(len(columns)))  # a byte each, as truths have, is quickly added up
    *by_status, known, applying = counts
    for column in columns:
        weight, measure = float(column.target.weight), column.measure
        stands = [measure.status == status.value for status in Status]
        credited = column.applies & (stands[Status.MET] | stands[Status.GAP])
        for count, truth in zip(counts, (*(judged & each for each in stands), credited, column.applies), strict=True):
            np.add(count, truth.view(np.uint8), out=count)
        attained = measure.attained / np.where(credited, measure.attainable, 1)
        earned += weight * attained.astype(np.float64, copy=False) * credited
        whole += weight * column.applies
    scored = judged & (whole > 0)
    score, coverage = (np.divide(part, of, out=np.full(rows, np.nan), where=scored) for part, of in ((earned, whole), (known, applying)))
    rank, rank_in_level = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
    if level is not None:
        ranked = np.flatnonzero(scored)
        keys = _keys(columns, ranked, score[ranked])
        rank[ranked] = _ranks(keys)
        for each in range(-1, int(level.max(initial=-1)) + 1):
            peers = level[ranked] == each
            rank_in_level[ranked[peers]] = _ranks(keys[peers])
    return Scores(score, coverage, np.array(by_status, np.int16).T, rank, rank_in_level)


def _ranks(keys: Int64) -> Int64:
    """Return the competition rank of each row by its key, a place in the order."""
    rows_of = np.bincount(keys, minlength=1)
    return (np.cumsum(rows_of) - rows_of + 1)[keys]


def _keys(columns: Sequence[Column], rows: Int64, score: Float64) -> Int64:
    """Return keys from 0 that order the scores exactly. Floats tell most of them apart; those that are near each other are added up.

    A key is the place at which the row, or the first of those near it, stands in the order, and the row's own place among these.
    """
    order = np.argsort(score)
    first = np.flatnonzero(np.diff(score[order], prepend=-1.0) > _NEAR)
    size = np.diff(first, append=len(rows))
    keys = np.zeros(len(rows), np.int64)
    keys[order] = np.repeat(first, size)
    crowded = order[np.repeat(size > 1, size)]
    if crowded.size:
        near, exact = keys[crowded], dense(order_keys(_exact(columns, rows[crowded])))
        found, which = np.unique(near * len(rows) + exact, return_inverse=True)
        near_found = found // len(rows)
        keys[crowded] += which - np.searchsorted(near_found, near)
    return keys


def _exact(columns: Sequence[Column], rows: Int64) -> tuple[Counts, Counts]:
    """Return the scores of the rows as exact fractions: int64, or dtype object where some do not fit."""
    common = lcm(*(column.target.weight.denominator for column in columns))
    weights = [int(column.target.weight * common) for column in columns]
    earning = [column.applies[rows] & (column.measure.attained[rows] > 0) for column in columns]
    tops = [np.where(each, column.measure.attained[rows], 0) for each, column in zip(earning, columns, strict=True)]
    bottoms = [np.where(each, column.measure.attainable[rows], 1) for each, column in zip(earning, columns, strict=True)]
    whole = np.sum([weight * column.applies[rows] for weight, column in zip(weights, columns, strict=True)], axis=0)
    earned, parts, fits = _added(weights, tops, bottoms)
    if not fits.all():
        large = ~fits
        earned, parts, whole = (column.astype(object) for column in (earned, parts, whole))
        again = ([column[large].astype(object) for column in of] for of in (tops, bottoms))
        earned[large], parts[large], _ = _added(weights, *again)
    return earned, parts * whole


def _added(weights: Sequence[int], tops: Sequence[Counts], bottoms: Sequence[Counts]) -> tuple[Counts, Counts, Bool]:
    """Return the weighted sums of fractions as numerators and denominators, and where these fit (in dtype object, all do)."""
    top, bottom = tops[0] * 0, bottoms[0] * 0 + 1
    fits = np.ones(len(top), np.bool_)
    for weight, each, whole in zip(weights, tops, bottoms, strict=True):
        shared = np.gcd(bottom, whole)
        factor = whole // shared
        if bottom.dtype != object:
            fits &= bottom.astype(np.float64) * factor * sum(weights) < _LIMIT
        top = np.where(fits, top * factor + weight * each * (bottom // shared), 0)
        bottom = np.where(fits, bottom * factor, 1)
    return top, bottom, fits
