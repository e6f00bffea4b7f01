"""A nation's figures: every grassroots union's twenty counts, month by month, with its roster and its plan."""

import csv
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
import xlsxwriter  # type: ignore[import-untyped]
import yaml
from numpy.typing import NDArray

from benchmarks.data.names import MOST, name

PROVINCES = 34
FIRST_YEAR = 2022
PLAN = Path(__file__).with_name("targets.yaml")
_WHOLE = 0.4
_BASES = {"computers": 40, "meetings": 30, "staff": 25, "documents": 60, "members": 900, "letters": 20, "reports_due": 12}
_PARTS = {
    "computers": ("computers_protected", "computers_backed_up"),
    "meetings": ("meetings_online",),
    "staff": ("staff_trained", "staff_signing"),
    "members": ("members_informed", "members_paying", "members_carded"),
    "letters": ("letters_late",),
    "reports_due": ("reports_in_time",),
}


@cache
def fields() -> dict[str, str]:
    """Return the heading of each field by its id, in the plan's order."""
    plan = yaml.safe_load(PLAN.read_text(encoding="utf-8"))
    return {id_: field["label"]["vi"] for id_, field in plan["fields"].items()}


def codes(units: int) -> list[str]:
    """Return the units' codes: text that looks like a number."""
    return [f"{number % PROVINCES + 1:02}.{number:06}" for number in range(1, units + 1)]


def names(units: int) -> list[str]:
    """Return the units' names, in the order of their codes."""
    return [f"Công đoàn cơ sở Công ty {name(number % MOST)} {number // MOST + 1}" for number in range(1, units + 1)]


def figures(units: int, month: int) -> NDArray[np.int64]:
    """Return the figures of a month (from 0): shape (units, fields). Nearly half of the assessments are gaps."""
    random = np.random.default_rng((251, month))
    by_field = {base: random.integers(1, 2 * mean, units) for base, mean in _BASES.items()}
    for base, parts in _PARTS.items():
        for part in parts:
            by_field[part] = _part(random, by_field[base], 0.4 if part == "letters_late" else 1.0)
    by_field["documents_secret"] = random.binomial(by_field["documents"], 0.1)
    by_field["documents_published"] = _part(random, by_field["documents"] - by_field["documents_secret"], 1.0)
    by_field["programs"] = random.integers(0, 5, units)
    return np.stack([by_field[id_] for id_ in fields()], axis=1).astype(np.int64)


def _part(random: np.random.Generator, whole: NDArray[np.int64], most: float) -> NDArray[np.int64]:
    """Return how many of each count: two of five units all that they can, the others anything up to it."""
    share = np.where(random.random(len(whole)) < _WHOLE, 1.0, random.random(len(whole)))
    parts: NDArray[np.int64] = np.floor(whole * share * most).astype(np.int64)
    return parts


def write_plan(path: Path, copies: int = 1) -> None:
    """Write the plan, its targets so many times over."""
    plan = yaml.safe_load(PLAN.read_text(encoding="utf-8"))
    targets = plan["targets"].items()
    plan["targets"] = {
        f"{id_}_{copy}" if copy else id_: deepcopy({**target, "number": copy * len(targets) + target["number"]})
        for copy in range(copies)
        for id_, target in targets
    }
    path.write_text(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False), encoding="utf-8")


def write_roster(path: Path, units: int) -> None:
    """Write the roster: the provinces, and every union below its own."""
    provinces = [(f"{number:02}", f"Liên đoàn Lao động tỉnh {name(number)}", "province", "") for number in range(1, PROVINCES + 1)]
    unions = ((code, each, "grassroots", code[:2]) for code, each in zip(codes(units), names(units), strict=True))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(chain([("code", "name", "level", "parent")], provinces, unions))


def write_figures(path: Path, units: int, month: int) -> None:
    """Write a month's figures as an array: shape (units, fields)."""
    with path.open("wb") as file:
        np.save(file, figures(units, month).astype(np.int16))


def write_months(folder: Path, units: int, count: int) -> None:
    """Write the figures of so many months, an array each."""
    folder.mkdir()
    for month in range(count):
        write_figures(folder / f"{month:03}.npy", units, month)


def write_csv(path: Path, units: int, month: int) -> None:
    """Write a month's table as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_rows(units, month))


def write_xlsx(path: Path, units: int, month: int) -> None:
    """Write a month's table as a workbook of one sheet."""
    with xlsxwriter.Workbook(path, {"strings_to_numbers": False}) as book:
        sheet = book.add_worksheet(f"Tháng {month % 12 + 1}.{FIRST_YEAR + month // 12}")
        for number, row in enumerate(_rows(units, month)):
            sheet.write_row(number, 0, row)


def _rows(units: int, month: int) -> Iterator[Sequence[str | int]]:
    yield ["STT", "Mã đơn vị", "Tên đơn vị", *fields().values()]
    for number, (code, each, counts) in enumerate(zip(codes(units), names(units), figures(units, month).tolist(), strict=True), 1):
        yield [number, code, each, *counts]
