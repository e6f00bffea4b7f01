"""A targets.yaml becomes a Plan, or every problem in it is told at once."""

import hashlib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from small_plan import SMALL
from told import told
from union_audit.plan import load_plan
from union_audit.plan.goal import Comparison, CountGoal, RatioGoal, Tracked, YesGoal
from union_audit.plan.model import Covers, Field, Kind, Level, Milestone, OnZero, OverPeriods, Plan, Ratio, Submits


def load(tmp_path: Path, text: str) -> Plan:
    path = tmp_path / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    return load_plan(path)


def complaints(tmp_path: Path, *edits: tuple[str, str]) -> list[str]:
    """Return what is told of the small plan after the edits, each of which must be possible exactly where it is meant."""
    text = SMALL
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = tmp_path / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    return told(load_plan, path)


def line(tmp_path: Path, part: str) -> int:
    """Return the line of the edited file that holds `part`."""
    lines = (tmp_path / "targets.yaml").read_text(encoding="utf-8").splitlines()
    return next(number for number, text in enumerate(lines, start=1) if part in text)


def test_a_small_plan(tmp_path: Path) -> None:
    plan = load(tmp_path, SMALL)
    assert (plan.code, plan.title, plan.organisation["en"], plan.language) == ("7/KH", {"vi": "Kế hoạch", "en": "Plan"}, "Union", "vi")
    assert plan.sha256 == hashlib.sha256(SMALL.encode()).hexdigest()
    assert plan.levels == (
        Level("office", {"vi": "Cơ quan", "en": "Office"}, Submits.MONTHLY),
        Level("branch", {"vi": "Chi nhánh", "en": "Branch"}, Submits.VIA_PARENT, ("CN", "Branches"), ("Chi nhánh",)),
    )
    assert plan.fields[0] == Field(
        "computers",
        {"vi": "Máy tính", "en": "Computers"},
        Kind.COUNT,
        OverPeriods.LAST,
        Covers.OWN,
        {"vi": "máy", "en": "computers"},
        aliases=("Tổng số máy tính", "All computers"),
    )
    assert [field.blank_is_zero for field in plan.fields] == [False, False, True, False, False]
    assert plan.fields[4].kind is Kind.YES_NO


def test_what_is_counted_may_be_written_otherwise_after_one(tmp_path: Path) -> None:
    plan = load(tmp_path, SMALL.replace("en: computers}", "en: {one: computer, other: computers}}"))
    assert plan.fields[0].unit == {"vi": "máy", "en": "computers"}
    assert plan.fields[0].unit_one == {"en": "computer"}
    edit = ("en: computers}", "en: {one: computer, many: computers}}")
    assert [each.partition(": ")[2] for each in complaints(tmp_path, edit)] == [
        "“fields.computers.unit.en” lacks “other”.",
        "“fields.computers.unit.en.many” is not a key that is known here. It can be: one, other.",
    ]


def test_its_targets(tmp_path: Path) -> None:
    protection, study, stock, watched = load(tmp_path, SMALL).targets
    assert protection.goal == RatioGoal(Comparison.AT_LEAST, Fraction(1))
    assert protection.parts == (Ratio("protected", "computers", ("secret",)),)
    assert (protection.number, protection.levels, protection.weight, protection.on_zero) == (
        1,
        ("office", "branch"),
        Fraction(1, 2),
        OnZero.MET,
    )
    assert protection.milestones == (
        Milestone(date(2023, 12, 31), RatioGoal(Comparison.AT_LEAST, Fraction(4, 5))),
        Milestone(date(2024, 12, 31), RatioGoal(Comparison.AT_LEAST, Fraction(9, 10))),
    )
    assert (protection.owner["en"], protection.action["vi"], protection.deadline) == ("General office", "Cài đặt", date(2025, 12, 31))
    assert (study.goal, study.number, study.levels, study.deadline) == (YesGoal(), 12, ("branch",), date(2024, 6, 30))
    assert (stock.goal, stock.number, stock.levels, stock.parts) == (
        CountGoal(Comparison.AT_LEAST, 1),
        3,
        ("branch",),
        (Ratio("computers"),),
    )
    assert (watched.goal, watched.weight, watched.on_zero) == (Tracked(), Fraction(1), OnZero.NOT_APPLICABLE)
    assert watched.owner == {}


def test_what_is_required_when(tmp_path: Path) -> None:
    target = load(tmp_path, SMALL).targets[0]
    due = {
        date(2023, 6, 30): "100%",
        date(2023, 12, 31): "80%",
        date(2024, 12, 30): "80%",
        date(2025, 6, 30): "90%",
        date(2026, 1, 31): "100%",
    }
    assert {day: str(target.required(day)[0]).removeprefix(">= ") for day in due} == due


def test_what_belongs_to_the_command(tmp_path: Path) -> None:
    more = "units: lists/units.csv\nlanguage: en\ndefaults:\n  fail_on: data\n  top: 5\n  format: [table, json]\n"
    plan = load(tmp_path, more + SMALL)
    assert plan.units_file == tmp_path / "lists/units.csv"
    assert plan.language == "en"
    assert plan.defaults == {"fail_on": "data", "top": 5, "format": ["table", "json"]}


def test_a_plan_in_another_language(tmp_path: Path) -> None:
    text = SMALL.replace("vi:", "lo:").replace("code:", "languages: [lo]\ncode:")
    plan = load(tmp_path, text)
    assert plan.language == "lo"


def test_texts_are_composed_and_on_one_line(tmp_path: Path) -> None:
    text = SMALL.replace(
        "title: {vi: Kế hoạch, en: Plan}", "title:\n  vi: >\n    Kê\N{COMBINING ACUTE ACCENT}   hoạch\n    năm\n  en: Plan"
    )
    assert load(tmp_path, text).title["vi"] == "Kế hoạch năm"


@pytest.mark.parametrize("yes", ["yes", "Yes", '"yes"', "on", "true"])
def test_ways_to_write_the_goal_yes(tmp_path: Path, yes: str) -> None:
    assert load(tmp_path, SMALL.replace("goal: yes", f"goal: {yes}")).targets[1].goal == YesGoal()


BAD: list[tuple[str, str, str, str]] = [
    # what is edited, into what, a part of the line where the problem is told, what is told
    ("submits: monthly", "submits: montly", "montly", "“levels.office.submits” cannot be “montly”. Did you mean “monthly”?"),
    ("submits: monthly", "submits: 5x", "5x", "cannot be “5x”. It can be: monthly, quarterly, yearly, via_parent, never."),
    ("    denominator: comp", "    denominater: comp", "denominater", "not a key that is known here. Did you mean “denominator”?"),
    ("code: 7/KH", "code: 7/KH\nxyzzy: 1", "xyzzy", "“xyzzy” is not a key that is known here."),
    ("code: 7/KH", "code: 251", "251", "“code” must be text; 251 is none. Write it in quotes: '251'."),
    ("code: 7/KH", "code:", "code", "“code” has no value."),
    ("code: 7/KH", 'code: "  "', "code", "“code” has no value."),
    ("code: 7/KH", 'code: "a\\eb"', "code", "“code” holds an invisible character; type the text again."),
    ("code: 7/KH\n", "", "title", "“targets.yaml” lacks “code”."),
    ("title: {vi: Kế hoạch, en: Plan}", "title: Plan", "title", "“title” must be a block of its own keys"),
    ("title: {vi: Kế hoạch, en: Plan}", "title: {vi: Kế hoạch}", "title", "“title” lacks “en”."),
    ("title: {vi: Kế hoạch, en: Plan}", "title: {}", "title", "“title” lacks “vi”."),
    ("en: Plan", "en: no", "en: no", "“title.en” must be text; no is none. Write it in quotes: 'no'."),
    ("en: Plan", "en: Plan, english: x", "english", "“english” is no code of a language: write vi or en."),
    ("code:", "language: lo\ncode:", "language", "“language” is not among the languages that this plan's labels must have."),
    ("code:", "languages: vi\ncode:", "languages", "“languages” must be a list; vi is none."),
    ("code:", "languages: []\ncode:", "languages", "“languages” needs at least 1 entries."),
    ("code:", "languages: [Vietnamese]\ncode:", "languages", "“Vietnamese” is no code of a language: write vi or en."),
    ("2025-12-31", "31/12/2025", "31/12", "“31/12/2025” is no date: write it as 2025-12-31."),
    ("2025-12-31", "2025-02-30", "02-30", "“2025-02-30” is no date: write it as 2025-12-31."),
    ("  computers:\n    label", "  Computers:\n    label", "Computers:", "“Computers” is no id: an id has small letters"),
    ("vi: [CN]", "vi: CN", "vi: CN", "“levels.branch.aliases.vi” must be a list; CN is none."),
    ("vi: [CN]", "vi: [CN, [x]]", "[x]", "“levels.branch.aliases.vi[2]” must be text; […] is none."),
    ("[Chi nhánh]", '["!"]', '"!"', "“levels.branch.names_begin[1]” has neither letters nor digits: !."),
    ("All computers", "PROTECTED", "PROTECTED", "could be “protected” or “computers”"),
    ("vi: Máy mật", "vi: DOAN vien", "Đoàn viên", "“Đoàn viên” could be “secret” or “members”"),
    ("yes_no\n    over_periods: last", "yes_no\n    over_periods: sum", "over_periods: sum", "cannot be added up over months"),
    ("kind: yes_no", "kind: yes_no\n    blank_is: zero", "", "a blank yes/no cell cannot be zero"),
    ("kind: yes_no", "kind: yes", "kind: yes", "“fields.studied.kind” must be text; yes is none."),
    ("goal: yes", "goal: no", "goal: no", "“targets.study.goal” is “no”: a goal is what should be, so it can be yes but not no."),
    ("goal: yes", "goal: 60", "goal: 60", "“targets.study.goal” must be text; 60 is none."),
    ('goal: ">= 100%"', 'goal: "> 100%"', "> 100%", "cannot be “> 100%”. No figure can ever meet this goal."),
    ('goal: ">= 100%"', 'goal: ">= 101%"', "101%", "cannot be “>= 101%”. No figure can ever meet this goal."),
    ('goal: ">= 100%"', 'goal: ">= 0%"', ">= 0%", "cannot be “>= 0%”. Every figure meets this goal."),
    ('goal: ">= 100%"', 'goal: "all"', '"all"', 'Write a goal as "> 60%", ">= 100%", "<= 5%", ">= 1", yes or tracked.'),
    ("    denominator: computers\n    less: [secret]\n", "", "  protection:", "the goal >= 100% needs a denominator."),
    ("    denominator: computers\n", "", "less", "“targets.protection.less” needs a denominator to take it off."),
    ("numerator: computers", "numerator: computers\n    denominator: protected", "", "the goal >= 1 has no denominator."),
    ("numerator: studied", "numerator: computers", "", "the goal yes needs a yes/no field, and “computers” is a count."),
    ("numerator: studied", "numerator: studied\n    denominator: members", "denominator: members", "the goal yes has no denominator."),
    ("goal: yes", 'goal: ">= 1"', "numerator: studied", "“studied” is a yes/no field, but a number is needed here."),
    ("numerator: protected", "numerator: protekted", "protekted", "There is no field “protekted”. Did you mean “protected”?"),
    ("less: [secret]", "less: [secrets, members]", "secrets", "There is no field “secrets”. Did you mean “secret”?"),
    ("less: [secret]", "less: computers", "less", "the field “computers” stands twice in one ratio."),
    ("numerator: protected", "numerator: members", "  protection:", "mixes figures of the own office with figures of the whole area"),
    ("levels: branch", "levels: [branches]", "[branches]", "There is no level “branches”. Did you mean “branch”?"),
    ("levels: branch", "levels: every", "every", "There is no level “every”. It can be: office, branch, all."),
    ("levels: branch", "levels: [branch, branch]", "[branch, branch]", "the level “branch” stands twice."),
    ("number: 12", "number: 0", "number: 0", "“targets.study.number” is too small: 0."),
    ("number: 12", "number: 3", "", "target “study” has this number too."),
    ("number: 12", "number: 1.5", "1.5", "“targets.study.number” must be a whole number; 1.5 is none."),
    ("weight: 0.5", "weight: 0", "weight", "“targets.protection.weight” is too small: 0."),
    ("weight: 0.5", "weight: -1", "weight", "“targets.protection.weight” is too small: -1."),
    ("weight: 0.5", "weight: 1001", "weight", "“targets.protection.weight” is too large: 1001."),
    ("weight: 0.5", "weight: 1:30", "weight", "“targets.protection.weight” must be a number; 1:30 is none."),
    ("goal: tracked", "goal: tracked\n    on_zero_denominator: met", "", "on_zero_denominator” goes only with a goal in percent."),
    ("2024-12-31:", "2025-12-31:", "2025-12-31:", "is not before the deadline (2025-12-31)."),
    ("2024-12-31:", "end of 2024:", "end of 2024", "“end of 2024” is no date: write it as 2025-12-31."),
    ("2024-12-31:", "2024-12-32:", "2024-12-32", "“2024-12-32” is no date: write it as 2025-12-31."),
    ('2024-12-31: ">= 90%"', '2024-12-31: ">= 90"', ">= 90", "an interim goal >= 90 does not lead to the final goal >= 100%."),
    ('2024-12-31: ">= 90%"', '2024-12-31: "< 90%"', "< 90%", "an interim goal < 90% does not lead to the final goal >= 100%."),
    ('2024-12-31: ">= 90%"', "2024-12-31: yes", "2024-12-31", "an interim goal yes does not lead to the final goal >= 100%."),
    ("    numerator: members", "    numbers: members", "numbers", "“targets.watched.numbers” is not a key that is known here."),
    ("numerator: protected", "all: []\n    numerator: protected", "all: []", "“targets.protection.all” needs at least 2 entries."),
    ("code:", "defaults: {fail-on: gap}\ncode:", "fail-on", "“defaults.fail-on” is not a key that is known here. Did you mean “fail_on”?"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "part", "said"), BAD, ids=[said for *_, said in BAD])
def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path, old: str, new: str, part: str, said: str) -> None:
    found = [each for each in complaints(tmp_path, (old, new)) if said in each]
    assert len(found) == 1, complaints(tmp_path, (old, new))
    if part:
        assert int(found[0].split(":")[0]) == line(tmp_path, part)


def test_all_problems_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    edits = [
        ("submits: monthly", "submits: montly"),
        ("covers: own", "cover: own"),
        ('goal: ">= 100%"', 'goal: "> 100%"'),
        ("numerator: studied", "numerator: studyed"),
        ("weight: 0.5", "weight: 0.5\n    weight: 1"),
        ("levels: branch", "levels: [branhc]"),
    ]
    found = complaints(tmp_path, *edits)
    assert [each.split(": ", 1)[1] for each in found] == [
        "“levels.office.submits” cannot be “montly”. Did you mean “monthly”?",
        "“fields.computers” lacks “covers”.",
        "“fields.computers.cover” is not a key that is known here. Did you mean “covers”?",
        "“targets.protection.goal” cannot be “> 100%”. No figure can ever meet this goal.",
        "“targets.protection.weight” stands twice in the same block; it first stands in line 50.",
        "There is no field “studyed”. Did you mean “studied”?",
        "There is no level “branhc”. Did you mean “branch”?",
    ]
    places = [tuple(map(int, each.split(": ")[0].split(":"))) for each in found]
    assert places == sorted(places)
    assert all(at > 0 for place in places for at in place)


def test_no_targets_at_all(tmp_path: Path) -> None:
    head = SMALL[: SMALL.index("targets:")]
    for tail, said in [
        ("", "lacks “targets”"),
        ("targets:\n", "“targets” has no value"),
        ("targets: {}\n", "“targets” is empty: it needs at least one entry."),
    ]:
        path = tmp_path / "targets.yaml"
        path.write_text(head + tail, encoding="utf-8")
        assert any(said in each for each in told(load_plan, path))


@pytest.mark.parametrize("text", ["just words", "- a\n- b\n", "12\n", "~\n"])
def test_what_is_no_plan_at_all(tmp_path: Path, text: str) -> None:
    path = tmp_path / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    assert len(told(load_plan, path)) == 1


def test_several_ratios(tmp_path: Path) -> None:
    own = "    numerator: protected\n    denominator: computers\n    less: [secret]\n"
    several = """\
    all:
      - numerator: protected
        denominator: computers
        less: secret
      - numerator: secret
        denominator: computers
"""
    plan = load(tmp_path, SMALL.replace(own, several))
    assert plan.targets[0].parts == (Ratio("protected", "computers", ("secret",)), Ratio("secret", "computers"))
    beside = complaints(tmp_path, (own, several + own))
    assert [each.split(": ", 1)[1].split(":")[0] for each in beside] == [
        "“targets.protection.numerator” stands beside “all”",
        "“targets.protection.denominator” stands beside “all”",
        "“targets.protection.less” stands beside “all”",
    ]
    lacking = complaints(tmp_path, (own, several.replace("        denominator: computers\n        less: secret\n", "")))
    assert "“targets.protection.all[1]” lacks “denominator”." in lacking[0]


def test_a_target_that_counts_nothing(tmp_path: Path) -> None:
    found = complaints(tmp_path, ("    numerator: members\n", ""))
    assert [each.split(": ", 1)[1] for each in found] == ["“targets.watched” lacks “numerator” (or “all”): say which field is counted."]
