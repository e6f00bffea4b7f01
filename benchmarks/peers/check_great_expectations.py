"""Great Expectations, over pandas: `python check_great_expectations.py pandas FILE ROSTER`.

It has no expectation of the ratio of two columns, so what each goal leaves over is made a column first, and expected to be 0 or more.
Of a set of so many codes its own expectation takes ten seconds: whether a unit is known is made a column too.
"""

import sys

import great_expectations as gx
import pandas as pd
from engines import READ
from goals import CODE, FEWEST, GOALS, PROGRAMS, ROSTER_CODE, Goal


def left(table: pd.DataFrame, goal: Goal) -> "pd.Series[int]":
    """Return what is left over the goal, below 0 where it is missed."""
    whole = table[goal.denominator] - table[goal.less] if goal.less else table[goal.denominator]
    over: pd.Series[int] = 100 * table[goal.numerator] - goal.percentage * whole
    return -over if goal.kind == "most" else over - (goal.kind == "more")


def main(engine: str, path: str, roster: str) -> None:
    """Read, check, count."""
    table = READ[engine](path)
    given = pd.DataFrame({f"goal {number}": left(table, goal) for number, goal in enumerate(GOALS)} | {PROGRAMS: table[PROGRAMS]})
    given["known"] = table[CODE].isin(READ[engine](roster, ROSTER_CODE)[ROSTER_CODE]) - 1
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    batch = context.data_sources.add_pandas("nation").add_dataframe_asset("table").add_batch_definition_whole_dataframe("all")
    suite = gx.ExpectationSuite(
        "goals",
        [gx.expectations.ExpectColumnValuesToBeBetween(column=column, min_value=FEWEST if column == PROGRAMS else 0) for column in given],
    )
    result = batch.get_batch({"dataframe": given}).validate(suite, result_format={"result_format": "BASIC", "partial_unexpected_count": 0})
    sys.stdout.write(f"{sum(each.result['unexpected_count'] for each in result.results)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
