"""pointblank, over polars: `python check_pointblank.py FILE`."""

import sys

import pointblank as pb
import polars as pl
from goals import CODE, FEWEST, GOALS, PROGRAMS, Goal


def holds(goal: Goal) -> pl.Expr:
    """Return a goal as one expression over columns."""
    whole = pl.col(goal.denominator) - pl.col(goal.less) if goal.less else pl.col(goal.denominator)
    part, needed = 100 * pl.col(goal.numerator), goal.percentage * whole
    return {"least": part >= needed, "more": part > needed, "most": part <= needed}[goal.kind]


def main(path: str) -> None:
    """Read, check, count."""
    types = {CODE: pl.String}
    table = pl.read_excel(path, schema_overrides=types) if path.endswith("xlsx") else pl.read_csv(path, schema_overrides=types)
    validation = pb.Validate(table).col_vals_ge(PROGRAMS, FEWEST)
    for goal in GOALS:
        validation = validation.col_vals_expr(expr=holds(goal))
    failed = validation.interrogate().n_failed()
    sys.stdout.write(f"{sum(failed.values())}\n")


if __name__ == "__main__":
    main(sys.argv[1])
