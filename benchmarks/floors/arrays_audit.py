"""The same audit in bare numpy, for this one plan: `python arrays_audit.py FIGURES`. Prints the processor seconds of the audit alone.

Status, required count, what is to go, attainment, score, ranks of the units, the ranking of all gaps, the sums by province.
"""

import sys
import time
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
PROVINCES = 34


class Goal(NamedTuple):
    """Columns of the figures, and a percentage; `strict`: more than it; `most`: at most it."""

    numerator: int
    denominator: int
    percentage: int
    less: int | None = None
    strict: bool = False
    most: bool = False


GOALS = (
    *(Goal(1, 0, 80), Goal(2, 0, 80), Goal(4, 3, 60, strict=True), Goal(6, 5, 90), Goal(7, 5, 50), Goal(10, 8, 90, less=9)),
    *(Goal(12, 11, 75), Goal(13, 11, 40), Goal(14, 11, 60), Goal(16, 15, 30, most=True), Goal(18, 17, 100), Goal(2, 0, 70)),
)
PROGRAMS, LEAST = 19, 2


def judged(figures: Counts, goal: Goal) -> tuple[Counts, ...]:
    """Return whether each unit met a goal (-1 where nothing is asked), what is to go, its attainment, its two counts."""
    numerator = figures[:, goal.numerator]
    denominator = figures[:, goal.denominator] - (0 if goal.less is None else figures[:, goal.less])
    whole = goal.percentage * denominator
    if goal.most:
        required = whole // 100
        to_go = np.maximum(numerator - required, 0)
        attainment = np.where(to_go > 0, required / np.maximum(numerator, 1), 1.0)
    else:
        required = whole // 100 + 1 if goal.strict else -(-whole // 100)
        to_go = np.maximum(required - numerator, 0)
        attainment = np.where(to_go > 0, numerator / np.maximum(required, 1), 1.0)
    unsure = (numerator > denominator) | (numerator < 0)
    status = np.where(denominator == 0, -1, np.where(unsure, 2, to_go == 0))
    return status, to_go, attainment, numerator, denominator


def main(path: str) -> None:
    """Audit one month."""
    figures = np.load(path).astype(np.int64, order="F")  # a field at a time, as the tool has them
    provinces = np.arange(len(figures)) % PROVINCES
    began = time.process_time()
    columns = [judged(figures, goal) for goal in GOALS]
    lacking = np.maximum(LEAST - figures[:, PROGRAMS], 0)
    columns.append((1 * (lacking == 0), lacking, np.minimum(figures[:, PROGRAMS] / LEAST, 1), figures[:, PROGRAMS], lacking))
    status, to_go, attainment = (np.stack([column[part] for column in columns], axis=1) for part in range(3))
    applies = status >= 0
    score = np.where(applies, attainment, 0).sum(axis=1) / np.maximum(applies.sum(axis=1), 1)
    order = np.argsort(score, kind="stable")
    rank = np.empty(len(score), np.int64)
    rank[order] = np.searchsorted(score[order], score[order]) + 1
    unit, target = np.nonzero(status == 0)
    worst = np.lexsort((unit, target, -to_go[unit, target], attainment[unit, target]))
    sums = [[np.bincount(provinces, column[part], PROVINCES) for part in (3, 4)] for column in columns]
    met = [np.bincount(provinces, column[0] == 1, PROVINCES) for column in columns]
    sys.stderr.write(f"{len(worst)} gaps, {len(sums)}, {len(met)}\n")
    sys.stdout.write(f"{time.process_time() - began}\n")


if __name__ == "__main__":
    main(sys.argv[1])
