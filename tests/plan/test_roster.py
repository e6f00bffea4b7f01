"""A roster kept by columns says what its units say, and a list is read by columns as it is read row by row."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plain_roster import Fault, day, faults
from union_audit import resources
from union_audit.errors import ConfigurationError
from union_audit.folding import fold
from union_audit.plan import load_plan, table_file
from union_audit.plan.coded import Coded
from union_audit.plan.model import Covers, Submits
from union_audit.plan.roster import Roster, Unit
from union_audit.plan.roster import given as said
from union_audit.plan.roster_file import load_roster

PLAN = load_plan(resources.shipped("targets.yaml"))
LEVELS = {fold(word): level.id for level in PLAN.levels for word in (level.id, *level.label.values(), *level.aliases)}
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 3))
CODES = ["1", "2", "a", "A", "a 1", "A1", "ß"]


@st.composite
def some_units(draw: st.DrawFn) -> list[Unit]:
    """Draw units, each with another code."""
    codes = draw(st.lists(st.sampled_from(CODES), unique=True))
    up, name = st.none() | st.sampled_from(CODES), st.sampled_from(["Một", "một", "Hai"])
    return [
        Unit(
            code,
            draw(name),
            draw(st.sampled_from(["district", None])),
            draw(up),
            tuple(draw(st.lists(name, max_size=2))),
            draw(DAYS),
            draw(DAYS),
            draw(up),
            draw(st.none() | st.sampled_from(Submits)),
            draw(st.sampled_from(["", "a@b.example"])),
            draw(st.none() | st.sampled_from(Covers)),
        )
        for code in codes
    ]


@given(units=some_units())
def test_columns_say_what_the_units_say(units: list[Unit]) -> None:
    roster = Roster.of(units)
    assert list(roster.units) == units == [roster.units[place] for place in range(len(units))]
    assert roster.units[::-1] == tuple(units[::-1])
    assert len(roster.units) == len(units)
    assert roster.index == {unit.code: place for place, unit in enumerate(units)}
    assert np.asarray(roster.above).tolist() == [roster.index.get(unit.parent or "", -1) for unit in units]
    assert list(roster.names) == [(unit.name, *unit.aliases) for unit in units]
    for column in Unit._fields[2:]:
        assert list(said(getattr(roster.columns, column))) == [
            (place, value) for place, unit in enumerate(units) if (value := getattr(unit, column))
        ]


CELLS: Mapping[str, list[str]] = {
    "code": [*CODES, "", "A  1"],
    "name": ["Tên A", "TÊN a", "ten a", "Straße", "STRASSE", "B", " ", "C "],
    "level": ["district", "Cấp huyện", "distrikt", "", "SECTOR"],
    "parent": ["", "1", "2", "a", "A", "9"],
    "aliases": ["", "", "B", "C;D", "ten  a ;", "tên a;E"],
    "valid_from": ["", "2020-01-02", "03/01/2020", "2020-02-30"],
    "valid_to": ["", "2020-01-01", "02/01/2020", "1/1/20"],
    "merged_into": ["", "", "1", "2", "9"],
}
TABLES = st.lists(st.tuples(*map(st.sampled_from, CELLS.values())), min_size=1, max_size=7)


@given(rows=TABLES, columns=st.sets(st.sampled_from(list(CELLS))))
@settings(max_examples=200)
def test_each_fault_of_a_list_is_told_once_where_it_stands(rows: list[tuple[str, ...]], columns: set[str]) -> None:
    there = [column for column in CELLS if column in {"code", "name", "level"} | columns]
    cells = [{column: text for column, text in zip(CELLS, row, strict=True) if column in there} for row in rows]
    assume(all("".join(row.values()).strip() for row in cells))
    text = "".join(f"{','.join(line)}\n" for line in [there, *(row.values() for row in cells)])
    tidy = [{column: " ".join(cell.split()) for column, cell in row.items()} for row in cells]
    units = [_unit(row) for row in tidy]
    days = [(row.get("valid_from", ""), row.get("valid_to", "")) for row in tidy]
    for expected_by in (_by_rows, _by_columns):
        roster = expected_by(text)
        if isinstance(roster, Roster):
            assert roster.places([*CODES, "", "b"]) == [roster.index.get(code, -1) for code in (*CODES, "", "b")]
            assert not list(faults(units, LEVELS, days))
            assert list(roster.units) == [unit._replace(level=LEVELS[fold(unit.level or "")]) for unit in units]
        else:
            expected = sorted((_told(each, there) for each in faults(units, LEVELS, days)), key=lambda each: each[:2])
            assert [(line, column) for line, column, *_ in roster] == [each[:2] for each in expected]
            assert all(message.startswith(begin) for (_, _, message, *_), (_, _, begin) in zip(roster, expected, strict=True))


def _unit(row: Mapping[str, str]) -> Unit:
    aliases = tuple(name for each in row.get("aliases", "").split(";") if (name := each.strip()))
    first, last = (day(row.get(column, "")) for column in ("valid_from", "valid_to"))
    return Unit(row["code"], row["name"], row["level"], row.get("parent") or None, aliases, first, last, row.get("merged_into") or None)


def _told(fault: Fault, there: list[str]) -> tuple[int, int, str]:
    line, column, message = fault
    return line, there.index(column) + 1 if column in there else 0, message


WRITTEN = st.sampled_from(
    ["1", "2", "a  b", "Ê", "e\u0302", "\u00a0x", "\u200b", " y", "district", '"x"', '"a,b"', '"a""b"', '""', '""""', "", " "]
)
ODD = st.sampled_from(['a"b', '"a\nb"', '"a"b', ' "c"', '"', "z,z", "\r", "x\ry"])


@given(
    head=st.sampled_from(["code,name,level", '"name",code,level', "level,name,code"]),
    rows=st.lists(st.tuples(WRITTEN, WRITTEN, WRITTEN), max_size=5),
    odd=st.none() | ODD,
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_a_list_is_read_by_columns_as_row_by_row(head: str, rows: list[tuple[str, ...]], odd: str | None, end: str) -> None:
    lines = [head, *map(",".join, rows), *([f"1,{odd},district"] if odd else [])]
    for text in (end.join(lines), end.join([*lines, ""]), end.join([*lines, ",,", "", *lines[1:], ""])):
        assert _by_columns(text) == _by_rows(text)


def _by_rows(text: str) -> Roster | list[Any]:
    return _read(text, 1 << 20)


def _by_columns(text: str) -> Roster | list[Any]:
    return _read(text, 0)


def _read(text: str, large: int) -> Roster | list[Any]:
    """Return the roster, or what is wrong with the list. `large`: how long a list is that is read by columns where it can be."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(table_file, "_LARGE", large)
        path = Path(folder) / "units.csv"
        path.write_text(text, encoding="utf-8", newline="")
        try:
            return replace(load_roster(path, PLAN), path=None)
        except ConfigurationError as error:
            return [(each.line, each.column, each.message, each.args, each.hint) for each in error.problems]


@given(values=st.lists(st.sampled_from(["", "a", "b", None])))
def test_a_coded_column_is_its_values(values: list[str | None]) -> None:
    column = Coded.of(values)
    assert [*column] == values == [column[row] for row in range(len(values))] == column[:]
    assert (column == Coded.of([*values])) is True
    assert repr(column) == f"Coded.of({values})"
    assert (column == Coded.of([*values, "a"])) is False
    assert len(column.words) == len({*values})
    assert [*column.meaning(bool)] == [*map(bool, values)]
    assert [*column.rows(bool)] == [(row, value) for row, value in enumerate(values) if value]
