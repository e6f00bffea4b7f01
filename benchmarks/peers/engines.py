"""What an engine does quickest: read a table, and hold its rows to rules."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from goals import CODE, GOALS, ROSTER_CODE

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def by_pandas(path: str, code: str = CODE) -> "pd.DataFrame":
    """Read a table by pandas; its codes are texts."""
    import pandas as pd  # noqa: PLC0415 (an environment has one of the two)

    types = {code: str}
    return pd.read_excel(path, engine="calamine", dtype=types) if path.endswith("xlsx") else pd.read_csv(path, dtype=types)


def by_polars(path: str, code: str = CODE) -> "pl.DataFrame":
    """Read a table by polars; its codes are texts."""
    import polars as pl  # noqa: PLC0415

    types = {code: pl.String}
    return pl.read_excel(path, schema_overrides=types) if path.endswith("xlsx") else pl.read_csv(path, schema_overrides=types)


READ = {"pandas": by_pandas, "polars": by_polars}


def rules(engine: str, roster: str) -> list[Callable[[Callable[[str], Any]], Any]]:
    """Return what is held against every row, of columns of pandas or expressions of polars: that its unit is in the roster; each goal."""
    codes = READ[engine](roster, ROSTER_CODE)[ROSTER_CODE]
    is_known = (lambda column: column(CODE).isin(codes)) if engine == "pandas" else (lambda column: column(CODE).is_in(codes.implode()))
    return [is_known, *(goal.holds for goal in GOALS)]
