"""Each engine's quickest way to read a table."""

from typing import TYPE_CHECKING

from goals import CODE

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def by_pandas(path: str) -> "pd.DataFrame":
    """Read a table by pandas."""
    import pandas as pd  # noqa: PLC0415 (an environment has one of the two)

    types = {CODE: str}
    return pd.read_excel(path, engine="calamine", dtype=types) if path.endswith("xlsx") else pd.read_csv(path, dtype=types)


def by_polars(path: str) -> "pl.DataFrame":
    """Read a table by polars."""
    import polars as pl  # noqa: PLC0415

    types = {CODE: pl.String}
    return pl.read_excel(path, schema_overrides=types) if path.endswith("xlsx") else pl.read_csv(path, schema_overrides=types)


READ = {"pandas": by_pandas, "polars": by_polars}
