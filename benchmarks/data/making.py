"""Makes each part of the data once: a part that is there is kept."""

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.data import nation, offices
from benchmarks.data.sizes import Sizes

JUNE = 41
"""June 2025, in months since January 2022."""
YEAR = 36
"""January 2025."""


class Data:
    """A folder of data. A part is named by its size, so that parts of several sizes lie side by side."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self.folder, self.sizes = folder, sizes

    def province(self) -> Path:
        """Return D1: a workbook of 22 offices."""
        return self._made("province.xlsx", offices.write_province)

    def plan(self, copies: int = 1) -> Path:
        """Return the nation's plan, its targets so many times over."""
        return self._made(f"nation-{12 * copies}.yaml", lambda path: nation.write_plan(path, copies))

    def roster(self) -> Path:
        """Return the nation's roster."""
        return self._made(f"units-{self.sizes.units}.csv", lambda path: nation.write_roster(path, self.sizes.units))

    def nation_xlsx(self) -> Path:
        """Return D2 as a workbook."""
        units = self.sizes.units
        return self._made(f"nation-{units}.xlsx", lambda path: nation.write_xlsx(path, units, JUNE))

    def nation_csv(self, month: int = JUNE, units: int | None = None) -> Path:
        """Return D2 as CSV, or another month, or of fewer units."""
        units = units or self.sizes.units
        return self._made(f"csv-{units}/2025-{month - YEAR + 1:02}/nation.csv", lambda path: nation.write_csv(path, units, month))

    def year(self, months: int) -> list[Path]:
        """Return the tables of D4, of so many months; what a year needs lies in a folder that has no others."""
        units = self.sizes.units
        place = self.folder / f"year{units}x{months}"  # a name that tells no period
        for month in range(months):
            self._made(f"{place.name}/2025-{month + 1:02}/nation.csv", partial(nation.write_csv, units=units, month=YEAR + month))
        return sorted(place.glob("*/nation.csv"))

    def figures(self) -> Path:
        """Return D2's figures as an array."""
        units = self.sizes.units
        return self._made(f"figures-{units}.npy", lambda path: nation.write_figures(path, units, JUNE))

    def months(self, count: int) -> Path:
        """Return a folder of the figures of so many months from January 2022, an array a month."""
        units = self.sizes.units
        return self._made(f"months-{units}x{count}", lambda folder: nation.write_months(folder, units, count))

    def history(self, count: int, key: str, record: Callable[[Path, Path], None]) -> Path:
        """Return a history of so many months; `record` writes it of the months' figures, `key` tells how it is written."""
        return self._made(f"history-{self.sizes.units}x{count}-{key}.sqlite", lambda path: record(self.months(count), path))

    def forms(self, count: int) -> Path:
        """Return D3: a folder with so many forms of one office each."""
        return self._made(f"forms-{count}", lambda path: offices.write_forms(path, count))

    def offices(self) -> Path:
        """Return the roster of the offices."""
        return self._made(f"offices-{self.sizes.forms}.csv", lambda path: offices.write_roster(path, self.sizes.forms))

    def _made(self, name: str, make: Callable[[Path], None]) -> Path:
        path = self.folder / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f"unfinished-{path.name}")
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            os.replace(unfinished, path)  # noqa: PTH105 (as in the tool: one stroke)
        return path
