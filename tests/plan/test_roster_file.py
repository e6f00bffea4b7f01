"""A list of units becomes a Roster, or every problem in it is told at once."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from told import told
from union_audit import resources
from union_audit.plan import load_plan, table_file
from union_audit.plan.model import Covers, Submits
from union_audit.plan.roster import Roster, Unit
from union_audit.plan.roster_file import load_roster

PLAN = load_plan(resources.shipped("targets.yaml"))
HEADING = "code,name,level,parent,aliases,valid_from,valid_to,merged_into,submits,email,covers"
UNITS = f"""\
{HEADING}
BG,Cơ quan LĐLĐ tỉnh,province,,,,,,,,
01,LĐLĐ huyện Yên Dũng,district,BG,LĐLĐ H. Yên Dũng; Yên Dũng ;,,,,quarterly,a@b.example;c@d.example,own
02,LĐLĐ huyện Việt Yên,district,BG,,01/05/2020,2024-12-31,01,,,
01.1,CĐCS Trường Ví Dụ,grassroots,01,,,,,,,
02.1,CĐCS Trường Ví Dụ,grassroots,02,,,,,,,
"""


def load(tmp_path: Path, text: str) -> Roster:
    path = tmp_path / "units.csv"
    path.write_text(text, encoding="utf-8")
    return load_roster(path, PLAN)


def complaints(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "units.csv"
    path.write_text(text, encoding="utf-8")
    return told(load_roster, path, PLAN)


def rows(*lines: str) -> str:
    return "code,name,level,parent,aliases\n" + "".join(f"{line}\n" for line in lines)


def test_a_roster(tmp_path: Path) -> None:
    roster = load(tmp_path, UNITS)
    assert roster.units[1:3] == (
        Unit(
            "01",
            "LĐLĐ huyện Yên Dũng",
            "district",
            "BG",
            ("LĐLĐ H. Yên Dũng", "Yên Dũng"),
            submits=Submits.QUARTERLY,
            email="a@b.example;c@d.example",
            covers=Covers.OWN,
        ),
        Unit("02", "LĐLĐ huyện Việt Yên", "district", "BG", (), date(2020, 5, 1), date(2024, 12, 31), "01"),
    )
    assert roster.path == tmp_path / "units.csv"
    assert roster.sha256 == hashlib.sha256(UNITS.encode()).hexdigest()
    assert roster.index == {"BG": 0, "01": 1, "02": 2, "01.1": 3, "02.1": 4}


def test_units_are_found_by_their_names(tmp_path: Path) -> None:
    by_name = load(tmp_path, UNITS).by_name
    assert by_name["ldld huyen yen dung"] == by_name["yen dung"] == (1,)
    assert by_name["cdcs truong vi du"] == (3, 4)


def test_when_a_unit_exists(tmp_path: Path) -> None:
    unit = load(tmp_path, UNITS).units[2]
    days = (date(2020, 4, 30), date(2020, 5, 31), date(2024, 12, 31), date(2025, 1, 31))
    assert [unit.exists_at(day) for day in days] == [False, True, True, False]


def test_headings_and_words_in_vietnamese(tmp_path: Path) -> None:
    text = "Mã đơn vị;TÊN ĐƠN VỊ;Cấp;Đơn vị cấp trên;Kỳ báo cáo;Phạm vi\n1;LĐLĐ tỉnh;Cấp tỉnh;;Hằng quý;toàn địa bàn\n"
    assert tuple(load(tmp_path, text).units) == (Unit("1", "LĐLĐ tỉnh", "province", submits=Submits.QUARTERLY, covers=Covers.AREA),)


@pytest.mark.parametrize("level", ["district", "District", "Liên đoàn Lao động huyện, thành phố", "cap huyen"])
def test_a_level_is_written_as_its_id_label_or_alias(tmp_path: Path, level: str) -> None:
    assert load(tmp_path, f'code,name,level\n1,A,"{level}"\n').units[0].level == "district"


FAULTS: list[tuple[str, list[str]]] = [
    (rows("1,A,distrikt,,"), ["2:3: There is no level “distrikt” in the plan. Did you mean “district”?"]),
    (rows("1,A,,,"), ["2:3: “level” is blank."]),
    (rows(",A,district,,"), ["2:1: “code” is blank."]),
    (rows("1, ,district,,"), ["2:2: “name” is blank."]),
    (rows("1,A\x1b[0m,district,,"), ["2:2: The cell holds an invisible character: type its text again."]),
    (rows("1,A,district,9,"), ["2:4: There is no unit with the code “9”. It can be: 1."]),
    (rows("a 1,A,district,,", "b,B,district,,", "A1,C,district,,"), ["4:1: The code “A1” stands twice; it first stands in line 2."]),
    (rows("1,A,district,1,"), ["2:4: Units stand above each other in a circle: 1 → 1."]),
    (
        rows("9,Z,district,3,", "1,A,district,2,", "2,B,district,3,", "3,C,district,1,", "4,D,district,5,", "5,E,district,4,"),
        [
            "3:4: Units stand above each other in a circle: 1 → 2 → 3 → 1.",
            "6:4: Units stand above each other in a circle: 4 → 5 → 4.",
        ],
    ),
    (
        rows("1,Tên A,district,,", "2,TÊN a,district,,"),
        ["3:2: “TÊN a” is also what the unit 1 in line 2 is called: nothing would tell them apart."],
    ),
    (
        rows("1,Tân Mỹ,district,,", "2,B,district,,Tan My;C", "3,D,district,,c;d"),
        [
            "3:5: “Tan My” is also what the unit 1 in line 2 is called: nothing would tell them apart.",
            "4:5: “c” is also what the unit 2 in line 3 is called: nothing would tell them apart.",
        ],
    ),
    (
        rows("1,A,district,,,x"),
        ["2:6: The line has more cells than the heading. A text that holds the dividing sign stands in quotation marks."],
    ),
    ("code,name,level\n", ["1:0: The list holds no unit."]),
    ("", ["0:0: The file is empty."]),
    (" ,\n,,\n", ["0:0: The file is empty."]),
    (
        "code,name,levle\n1,A,x\n",
        ["1:0: The column “level” is missing.", "1:3: There is no column “levle” in such a list. Did you mean “level”?"],
    ),
    ("code,Mã,name,level\n", ["1:2: The column “code” stands twice."]),
    (
        'code,name,level\n1,"A\n',
        ["2:0: The line cannot be divided into cells: unexpected end of data. Look for a quotation mark that is not closed."],
    ),
    ("code,name,level,valid_from\n1,A,district,32/01/2024\n", ["2:4: “32/01/2024” is no day: write it as 2025-12-31 or 31/12/2025."]),
    ("code,name,level,valid_to\n1,A,district,1/1/24\n", ["2:4: “1/1/24” is no day: write it as 2025-12-31 or 31/12/2025."]),
    ("code,name,level,valid_to\n1,A,district,1/1/2/3\n", ["2:4: “1/1/2/3” is no day: write it as 2025-12-31 or 31/12/2025."]),
    (
        "code,name,level,valid_from,valid_to\n1,A,district,2024-01-02,2024-01-01\n",
        ["2:5: The unit ends on 2024-01-01, before it begins on 2024-01-02."],
    ),
    ("code,name,level,submits\n1,A,district,montly\n", ["2:4: There is no way to submit that is called “montly”. Did you mean “monthly”?"]),
    ("code,name,level,covers\n1,A,district,x\n", ["2:4: Figures cover own or area, not “x”. It can be: own, area."]),
    (
        "code,name,level,email\n1,A,district,a@b\n2,B,district,x y@z.vn\n",
        ["2:4: “a@b” is no e-mail address.", "3:4: “x y@z.vn” is no e-mail address."],
    ),
    (
        "code,name,level,merged_into,valid_to\n1,A,district,1,2024-01-01\n2,B,district,3,2024-01-01\n12,C,district,1,\n",
        [
            "2:4: Units are merged into each other in a circle: 1 → 1.",
            "3:4: There is no unit with the code “3”. It can be: 1, 2, 12.",
            "4:5: The unit was merged into another, but not closed: its last day (valid_to) is missing.",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FAULTS, ids=[expected[0] for _, expected in FAULTS])
def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert complaints(tmp_path, text) == expected


@pytest.mark.parametrize(("text", "expected"), FAULTS, ids=[expected[0] for _, expected in FAULTS])
def test_a_large_list_that_is_wrong_is_told_in_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, expected: list[str]
) -> None:
    monkeypatch.setattr(table_file, "_LARGE", 0)
    assert complaints(tmp_path, text) == expected


def test_all_problems_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = UNITS.replace("district,BG,LĐLĐ H", "distric,BX,LĐLĐ H").replace("01/05/2020", "01.05.2020").replace("02.1,", "01.1,")
    assert [each.split(": ")[0] for each in complaints(tmp_path, text)] == ["3:3", "3:4", "4:6", "6:1"]


def test_a_large_roster_is_read_in_linear_time(tmp_path: Path) -> None:
    lines = [f"{code},Công đoàn {code},grassroots,{code // 2 or ''},tên khác {code}" for code in range(1, 5001)]
    roster = load(tmp_path, rows(*lines))
    assert len(roster.units) == 5000
    assert len(complaints(tmp_path, rows(*(line.replace("grassroots", "x") for line in lines)))) == 5000
    assert len(complaints(tmp_path, rows(*(line.replace(",grassroots,", ",grassroots,x") for line in lines)))) == 5000


def test_the_example_roster_is_one() -> None:
    path = Path(__file__).parents[2] / "examples" / "units.csv"
    roster = load_roster(path, PLAN)
    assert {unit.level for unit in roster.units} == {level.id for level in PLAN.levels}
