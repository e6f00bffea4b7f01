"""Several tables of one period → each figure with the cell that it stands in, however the tables are laid out."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import plan, target
from submitting import HEAD, LEVELS, PLAN, Rows, codes, submit
from union_audit.intake.facts import Facts
from union_audit.sheets import Cell

TITLE = ("Tháng 6 năm 2025",)
CODES = ("BG01", "BG02", "BG03", "CS01")
LABELS = {"computers": HEAD[3], "safe": HEAD[4], "secret": HEAD[5]}


def wide(units: tuple[str, ...], fields: tuple[str, ...], above: int) -> Rows:
    """Return a table; each figure is one that no other cell has."""
    lines: list[tuple[Cell, ...]] = [TITLE, *[()] * above, ("Mã đơn vị", *(LABELS[field] for field in fields))]
    for code in units:
        figures = [100 * CODES.index(code) + 10 + list(LABELS).index(field) for field in fields]
        lines += [(code, *figures)]
    return lines


_FIELDS = st.permutations(list(LABELS)).flatmap(lambda order: st.integers(2, 3).map(lambda count: tuple(order[:count])))
_TABLES = st.lists(
    st.tuples(st.sampled_from([CODES[:2], CODES[2:], CODES[1:3], CODES]), _FIELDS, st.integers(0, 2)), min_size=1, max_size=3
)


def found(facts: Facts) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    return {
        (unit.code, field.id): [(cell.source.file, cell.source.cell, cell.text) for cell in facts.evidence(place, number)]
        for place, unit in enumerate(facts.roster.units)
        for number, field in enumerate(facts.fields)
    }


@given(_TABLES)
@settings(max_examples=60, deadline=None)
def test_each_figure_stands_in_the_cell_that_it_was_first_read_from(tables: list[tuple[tuple[str, ...], tuple[str, ...], int]]) -> None:
    files = {f"{'abc'[number]}.xlsx": {"S": wide(*table)} for number, table in enumerate(tables)}
    with TemporaryDirectory() as folder:
        submissions = submit(Path(folder), files)
    (facts,) = submissions.by_period.values()
    expected: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for name, (sheet,) in ((name, sheets.values()) for name, sheets in files.items()):
        heading = next(place for place, row in enumerate(sheet) if row[:1] == ("Mã đơn vị",))
        for row in range(heading + 1, len(sheet)):
            for column, label in enumerate(sheet[heading][1:], 1):
                field = next(id_ for id_, each in LABELS.items() if each == label)
                expected.setdefault((str(sheet[row][0]), field), [(name, f"{'ABCD'[column]}{row + 1}", str(sheet[row][column]))])
    assert {at: cells for at, cells in found(facts).items() if cells} == expected
    assert "UA116" not in codes(submissions)


def test_figures_of_the_only_field_stand_in_the_cells_of_their_own_tables(tmp_path: Path) -> None:
    only = plan(target("stock", ">= 1", ("computers",)), fields=PLAN.fields[:1], levels=LEVELS)
    heading = ("Mã đơn vị", "Tên đơn vị", HEAD[3])
    files = {
        "a.xlsx": {"S": [TITLE, (heading[0], heading[2]), ("BG01", 11), ("BG02", 12)]},
        "b.xlsx": {"S": [TITLE, (), heading, ("BG02", "", 12), ("BG03", "", 13), ("CS01", "", 14)]},
        "c.xlsx": {"S": [TITLE, (), ("Mã đơn vị", "BG"), (heading[2], 15)]},
    }
    (facts,) = submit(tmp_path, files, plan_=only).by_period.values()
    cells = {unit: [(file, cell) for file, cell, _ in at] for (unit, _), at in found(facts).items() if at}
    assert cells == {
        "BG": [("c.xlsx", "B4")],
        "BG01": [("a.xlsx", "B3")],
        "BG02": [("a.xlsx", "B4")],
        "BG03": [("b.xlsx", "C5")],
        "CS01": [("b.xlsx", "C6")],
    }
