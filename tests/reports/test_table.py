"""The terminal: fits its width, cuts no name, says N of M, and shows submitted text as text."""

import io
import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from builders import facts as make_facts
from builders import roster, submissions, unit
from hostile import HOSTILE, texts
from sample_audit import EARLIER, FIGURES, SMALL_ROSTER, named, options, small_audit, small_plan, small_view
from union_audit import resources
from union_audit.audit import Scope, audit
from union_audit.audit.result import Audit, Status
from union_audit.reports import View
from union_audit.reports.table import one_line, paper, write
from union_audit.reports.table.grid import _shared
from union_audit.reports.table.terminal import Terminal


def shown(audit: Audit | None = None, code: str = "en", **more: object) -> str:
    stream = io.StringIO()
    write(View(audit or small_audit(), options(code, **more)), stream)
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 81, 100, 109, 110, 120, 149, 150, 200])
@pytest.mark.parametrize("code", ["vi", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, code: str) -> None:
    compared = small_audit(scope={"compare": EARLIER})
    assert max(cell_len(line) for line in shown(compared, code, width=width).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 110, 200])
def test_every_word_of_every_name_and_figure_is_whole(width: int) -> None:
    words = set(shown(code="vi", width=width).replace(";", " ").split())
    view = small_view("vi")
    names = [unit.name for unit in SMALL_ROSTER.units] + [target.label["vi"] for target in small_plan().targets]
    said = [text for row in view.gaps().rows for text in (row.phrases.value, row.phrases.goal, row.phrases.to_go)]
    statuses = [view.words.status(status) for status in (Status.MET, Status.GAP, Status.NO_DATA)]
    assert {word for text in names + said + statuses for word in text.split()} <= words


def test_width_is_kept_between_80_and_200() -> None:
    assert [Terminal(io.StringIO(), options(width=width)).width for width in (20, 80, 133, 999)] == [80, 80, 133, 200]


def test_rankings_say_how_many_of_how_many() -> None:
    text = shown(width=80, top=2)
    assert "Ranked gaps, worst first: 2 of 8" in text
    assert "Units, worst first: 2 of 5" in text
    assert "Findings: 2 of 3" in text
    assert "Findings: 0 of 3" in shown(width=80, top=0)


def test_a_unit_that_is_asked_for_is_shown_alone_and_that_is_said() -> None:
    text = shown(small_audit(scope={"units": ("02",)}), width=200)
    assert "Only 1 of 5 units are shown; scores, ranks and totals are those of all." in text
    assert "Sơn Động" not in text
    assert "Units, worst first: 1 of 1" in text


def test_without_gaps_the_table_says_so() -> None:
    text = shown(small_audit({"01": FIGURES["01"]}, scope={"expect": "found", "waivers": ()}), width=120)
    assert "No gap was found." in text
    assert "What could not be audited" not in text


def test_units_that_need_not_report_are_counted_apart() -> None:
    more = roster(*SMALL_ROSTER.units[:3], unit("06", "grassroots", "02"), unit("07", "grassroots", "02"))
    facts = make_facts(small_plan(), more, {"01": FIGURES["01"], "06": {"courses": 1}})
    audited = audit(small_plan(), submissions(facts), Scope(as_of=date(2025, 7, 5), expect="all"))
    assert "1 of 3 units reported; 1 more reported without having to" in shown(audited, width=120)


def test_who_submitted_is_not_said_not_to_have() -> None:
    without = {name: figure for name, figure in FIGURES["01"].items() if name != "courses"}
    text = shown(small_audit({**FIGURES, "01": without}), width=200)
    assert "? not in the submission: 1 assessment of Cơ quan Liên đoàn Lao động tỉnh\n" in text
    assert "? not submitted: 7 assessments of Liên đoàn Lao động huyện Lục Ngạn\n" in text


def test_the_plan_that_is_shipped_is_said_to_be() -> None:
    text = shown(small_audit(of=small_plan(path=resources.shipped("targets.yaml"))), width=200)
    assert "Targets: targets.yaml (shipped with union-audit) · units: units.csv\n" in text


def test_without_a_roster_nobody_is_said_to_be_missing() -> None:
    facts = make_facts(small_plan(), roster(*SMALL_ROSTER.units[:2], path=None), {code: FIGURES[code] for code in ("01", "02")})
    text = shown(audit(small_plan(), submissions(facts), Scope(as_of=date(2025, 7, 5))), width=120)
    assert "No roster: missing units not checked." in text
    assert "units: no roster" in text


def test_no_unit_at_all_is_no_crash() -> None:
    text = shown(small_audit({}, scope={"expect": "found", "waivers": ()}), width=120)
    assert "0 units reported" in text
    assert "Units, worst first" not in text


def test_what_changed_is_said() -> None:
    said = "gaps closed: 1, new: 1, lasting: 2, without figures then or now: 7."
    assert f"Since May 2025: {said}" in shown(small_audit(scope={"compare": EARLIER}), width=120)
    unnamed = {**EARLIER, "period": None}
    assert f"Since an earlier result: {said}" in shown(small_audit(scope={"compare": unnamed}), width=120)


def test_what_changed_has_the_gaps_that_are_new_or_closed() -> None:
    text = shown(small_audit(scope={"compare": EARLIER}), width=200)
    closed = text.index("Gaps closed: 1 of 1")
    assert text.index("What changed") < text.index("New gaps: 1 of 1") < closed < text.index("What could not be audited")
    assert re.search(r"Cơ quan Liên đoàn Lao động tỉnh +Meetings held online +50% +61% +> 60% +Met", text[closed:])
    assert re.search(r"2. Meetings held online +█\S+ +60% +60\.3%", text)  # the province, before and now
    assert "Before" not in shown(width=200)


def test_the_answer_comes_first() -> None:
    text = shown(small_audit(scope={"compare": EARLIER}), width=80)
    opening = ["251/KH-LĐLĐ", "June 2025", "4 of 5 units reported", "What is needed most", "Targets over all units", "What changed"]
    order = [*opening, "What could not be audited", "Ranked gaps", "Units, worst first", "Findings", "Attainment is"]
    assert [text.index(each) for each in order] == sorted(text.index(each) for each in order)
    assert re.search(r"✗  1\. Timely replacement of IT equipment +13 more devices, 2 units", text)


def test_a_unit_that_is_shown_alone_has_every_target() -> None:
    text = shown(small_audit(scope={"units": ("03",)}), width=120)
    section = text[text.index("Liên đoàn Lao động thành phố Bắc Giang, target by target") : text.index("Units, worst first")]
    assert all(target.label["en"] in section for target in small_plan().targets)
    assert "Ranked gaps" not in text
    assert "target by target" not in shown(small_audit({"01": FIGURES["01"]}, scope={"expect": "found"}), width=120)


def test_units_without_a_report_are_named_and_many_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Did not report: Liên đoàn Lao động huyện Lục Ngạn\n" in shown(width=120)
    monkeypatch.setattr(paper, "_FEW", 1)
    assert "Did not report: Cơ quan Liên đoàn Lao động tỉnh … (1 of 5)" in shown(small_audit({}), width=120)


def test_quiet_is_one_line_for_a_mail() -> None:
    assert shown(quiet=True) == one_line(small_view()) + "\n"
    assert one_line(small_view()) == (
        "251/KH-LĐLĐ, June 2025: 4 of 5 units reported; score 37.6%; gaps: 9, without data: 9, errors: 1; "
        "worst: Resolution studied (2 more units)"
    )


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_only_for_who_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" not in shown(width=80)
    assert "\x1b[31m" in shown(width=80, color=True)
    seen = Tty()
    write(View(small_audit(), options()), seen)
    assert "\x1b[" in seen.getvalue()
    plain = Tty()
    write(View(small_audit(), options(color=False)), plain)
    assert "\x1b[" not in plain.getvalue()


class Ascii(io.StringIO):
    encoding = "ascii"


def test_a_terminal_without_our_letters_gets_plain_ones() -> None:
    stream = Ascii()
    write(View(small_audit(), options("vi", width=80)), stream)
    assert stream.getvalue().isascii()
    assert "Lien doan Lao dong huyen" in stream.getvalue()
    assert "####" in stream.getvalue()


@given(share=st.fractions(0, 1), width=st.integers(4, 20), plain=st.booleans())
def test_a_bar_is_full_only_at_the_end_and_empty_only_at_zero(*, share: Fraction, width: int, plain: bool) -> None:
    terminal = Terminal(Ascii() if plain else io.StringIO(), options())
    bar = terminal.bar(share, width, "").plain
    assert len(bar) == width
    assert (bar == ("#" if plain else "█") * width) == (share == 1)
    assert plain or (bar == "░" * width) == (share == 0)


@given(columns=st.lists(st.tuples(st.integers(1, 20), st.integers(0, 100)), max_size=5), room=st.integers(0, 200))
def test_words_share_the_room(columns: list[tuple[int, int]], room: int) -> None:
    least, wanted = [least for least, _ in columns], [least + more for least, more in columns]
    widths = _shared(room, least, wanted)
    assert all(1 <= width <= want for width, want in zip(widths, wanted, strict=True))
    assert sum(widths) <= max(room, len(columns))
    assert sum(widths) == room or widths == wanted or room < len(columns)  # no room is left while somebody wants it
    if sum(least) <= room:
        assert all(width >= longest for width, longest in zip(widths, least, strict=True))


def test_a_bar_shows_where_the_goal_is() -> None:
    terminal = Terminal(io.StringIO(), options())
    assert terminal.bar(Fraction(1, 2), 10, "", Fraction(4, 5)).plain == "█████░░░┃░"
    assert terminal.bar(Fraction(1, 2), 10, "", Fraction(1)).plain == "█████░░░░░"
    assert terminal.bar(Fraction(3), 10, "").plain == "█" * 10


@given(texts)
@settings(max_examples=25)
def test_submitted_text_stays_text(text: str) -> None:
    stream = io.StringIO()
    write(named(text, sheet=text, text=text), stream)
    written = stream.getvalue()
    assert max(cell_len(line) for line in written.splitlines()) <= 80
    assert not {letter for letter in written if not letter.isprintable() and letter not in "\n\xa0"} - set(text.replace("\u202e", ""))
    assert "\x1b" not in written
    assert "\u202e" not in written


def test_markup_is_shown_as_it_was_written() -> None:
    stream = io.StringIO()
    write(named("[red]đỏ[/red] [link=x]y[/link]"), stream)
    assert "[red]đỏ[/red]" in stream.getvalue()


ODD = ("y" * 32_767, "e" + "\u0301" * 500, "名" * 90, "\U0001f468\u200d\U0001f469\u200d\U0001f467 x", "\x9b31m", " ")


@pytest.mark.parametrize("text", [*HOSTILE, *ODD])
def test_every_hostile_text_is_inert_whole_and_within_the_width(text: str) -> None:
    for stream in (io.StringIO(), Ascii()):
        write(named(text, sheet=text, text=text), stream)
        lines = stream.getvalue().splitlines()
        assert max(map(cell_len, lines)) <= 80
        assert all(line.isprintable() for line in lines)
        assert "Courses in digital skills" in stream.getvalue()  # nothing pushes the figures away
    assert stream.getvalue().isascii()
