"""pointblank, over pandas or polars: `python check_pointblank.py ENGINE FILE`."""

import sys
from typing import Any

import pointblank as pb
from engines import READ
from goals import FEWEST, GOALS, PROGRAMS, Goal


def expression(engine: str, goal: Goal) -> Any:
    """Return a goal as its engine has it: a function of the table, or an expression over columns."""
    if engine == "pandas":
        return lambda table: goal.holds(table.__getitem__)
    from polars import col  # noqa: PLC0415 (an environment has one of the two)

    return goal.holds(col)


def main(engine: str, path: str) -> None:
    """Read, check, count."""
    validation = pb.Validate(READ[engine](path)).col_vals_ge(PROGRAMS, FEWEST)
    for goal in GOALS:
        validation = validation.col_vals_expr(expr=expression(engine, goal))
    failed = validation.interrogate().n_failed()
    sys.stdout.write(f"{sum(failed.values())}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
