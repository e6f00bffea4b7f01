"""The audit as pandas tables, for those who compute on: the JSON result's assessments, a row each, typed."""

import numpy as np
import pandas as pd

from union_audit.audit.result import NONE
from union_audit.reports.assessment_tables import COLUMNS, Values, tables
from union_audit.reports.view import View


def assessments(view: View) -> pd.DataFrame:
    """Return every unit shown at every target, in the roster's and then the plan's order, as the submissions have it.

    Nothing (NA, NaN) stands where there is none. `evidence` is "file|sheet|cell; …", with a backslash before a `|`, `;` or backslash
    that belongs to a name.
    """
    frames, begin = [pd.DataFrame(columns=list(COLUMNS)).astype(COLUMNS)], 0
    for targets in tables(view):
        for place, table in enumerate(targets):
            rows = range(begin + place, begin + len(targets) * len(table["unit"]), len(targets))
            frames.append(pd.DataFrame({name: _typed(table[name], type_) for name, type_ in COLUMNS.items()}, index=rows))
        begin = rows.stop
    return pd.concat(frames).sort_index()


def _typed(values: Values, type_: str) -> object:
    """Return a column as pandas has it."""
    if type_ == "string":
        return pd.array(list(values), "string")
    numbers = np.asarray(values)
    if type_ == "Int64":
        return pd.arrays.IntegerArray(numbers.astype(np.int64), numbers == NONE)
    return np.where(numbers == NONE, np.nan, numbers) if type_ == "float64" else numbers
