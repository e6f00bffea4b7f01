"""pointblank, over pandas or polars: `python check_pointblank.py ENGINE FILE ROSTER`."""

import sys
from collections.abc import Callable
from typing import Any

import pointblank as pb
from engines import READ, rules
from goals import FEWEST, PROGRAMS


def expression(engine: str, rule: Callable[[Callable[[str], Any]], Any]) -> Any:
    """Return a rule as its engine has it: a function of the table, or an expression over columns."""
    if engine == "pandas":
        return lambda table: rule(table.__getitem__)
    from polars import col  # noqa: PLC0415 (an environment has one of the two)

    return rule(col)


def main(engine: str, path: str, roster: str) -> None:
    """Read, check, count."""
    validation = pb.Validate(READ[engine](path)).col_vals_ge(PROGRAMS, FEWEST)
    for rule in rules(engine, roster):
        validation = validation.col_vals_expr(expr=expression(engine, rule))
    failed = validation.interrogate().n_failed()
    sys.stdout.write(f"{sum(failed.values())}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
