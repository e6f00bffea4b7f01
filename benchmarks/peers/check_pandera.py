"""pandera, over pandas or polars: `python check_pandera.py ENGINE FILE ROSTER [all]`."""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeAlias

from engines import READ, rules
from goals import FEWEST, PROGRAMS

Rule: TypeAlias = Callable[[Callable[[str], Any]], Any]


def over_pandas(rule: Rule) -> Callable[[Any], Any]:
    """Return a check: one comparison of columns."""
    return lambda table: rule(table.__getitem__)


def over_polars(rule: Rule) -> Callable[[Any], Any]:
    """Return a check: one expression over columns."""
    from polars import col  # noqa: PLC0415 (an environment has one of the two)

    return lambda data: data.lazyframe.select(rule(col))


def failed_over_pandas(output: Any) -> int:
    """Return how many rows a check found wanting."""
    return int((~output).sum())


def failed_over_polars(output: Any) -> int:
    """Return how many rows a check found wanting."""
    return int((~output.lazy().collect()["check_output"]).sum())


ENGINES = {"pandas": (over_pandas, failed_over_pandas), "polars": (over_polars, failed_over_polars)}


def main(engine: str, path: str, roster: str, listed: str = "one") -> None:
    """Read, check, count. `listed`: whether, as by default, all rows that fail are listed, or one a goal, which is much quicker."""
    check, failed = ENGINES[engine]
    pa = import_module(f"pandera.{engine}")
    table = READ[engine](path)
    most = None if listed == "all" else 1
    checks = [pa.Check(check(rule), name=f"rule {number}", n_failure_cases=most) for number, rule in enumerate(rules(engine, roster))]
    schema = pa.DataFrameSchema({PROGRAMS: pa.Column(int, pa.Check.ge(FEWEST, n_failure_cases=most))}, checks=checks)
    try:
        schema.validate(table, lazy=True)
    except pa.errors.SchemaErrors as found:
        sys.stdout.write(f"{sum(failed(failure.check_output) for failure in found.schema_errors)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
