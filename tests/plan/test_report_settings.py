"""`report:` in targets.yaml: what makes a report a document of the organisation."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pictures import jpeg, png
from small_plan import SMALL
from told import told
from union_audit.plan import load_plan
from union_audit.plan.colors import READABLE, WHITE, contrast, lightened
from union_audit.plan.model import ReportSettings
from union_audit.plan.picture import Picture, read_picture

REPORT = """\
report:
  issued_by:
    vi: [TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM, LIÊN ĐOÀN LAO ĐỘNG TỈNH]
    en: [Vietnam General Confederation of Labour, Provincial Federation of Labour]
  number: {vi: "Số: …/BC-LĐLĐ", en: "No. …/BC-LĐLĐ"}
  motto: {vi: [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Độc lập - Tự do - Hạnh phúc], en: Independence}
  place: {vi: Bắc Giang, en: Bắc Giang}
  heading: {vi: BÁO CÁO, en: Report}
  signatory: {vi: [TM. BAN THƯỜNG VỤ, PHÓ CHỦ TỊCH], en: [For the Standing Committee, Vice-President]}
  recipients: {vi: [Thường trực Tỉnh ủy, Lưu VT], en: [Provincial Party Committee, Archive]}
  logo: logo.png
  colors: {accent: "#0A4A8F"}
"""


def load(folder: Path, report: str) -> ReportSettings:
    path = folder / "targets.yaml"
    path.write_text(SMALL + report, encoding="utf-8")
    return load_plan(path).report


def complaints(folder: Path, report: str) -> Sequence[str]:
    path = folder / "targets.yaml"
    path.write_text(SMALL + report, encoding="utf-8")
    return told(load_plan, path)


def test_a_plan_without_has_none(tmp_path: Path) -> None:
    assert load(tmp_path, "") == ReportSettings()


def test_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(120, 80))
    assert load(tmp_path, REPORT) == ReportSettings(
        issued_by={
            "vi": ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH"),
            "en": ("Vietnam General Confederation of Labour", "Provincial Federation of Labour"),
        },
        number={"vi": "Số: …/BC-LĐLĐ", "en": "No. …/BC-LĐLĐ"},
        motto={"vi": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"), "en": ("Independence",)},
        place={"vi": "Bắc Giang", "en": "Bắc Giang"},
        heading={"vi": ("BÁO CÁO",), "en": ("Report",)},
        signatory={"vi": ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"), "en": ("For the Standing Committee", "Vice-President")},
        recipients={"vi": ("Thường trực Tỉnh ủy", "Lưu VT"), "en": ("Provincial Party Committee", "Archive")},
        logo=Picture(png(120, 80), "image/png", 120, 80),
        accent="#0a4a8f",
    )


@pytest.mark.parametrize(
    ("old", "new", "part", "said"),
    [
        ("issued_by", "isued_by", "isued_by", "“report.isued_by” is not a key that is known here. Did you mean “issued_by”?"),
        ("accent", "acent", "acent", "“report.colors.acent” is not a key that is known here. Did you mean “accent”?"),
        (", en: Independence", "", "motto", "“report.motto” lacks “en”."),
        ("en: Independence", "en: 5", "motto", "“report.motto.en” must be text; 5 is none. Write it in quotes"),
        ("[TM. BAN THƯỜNG VỤ, PHÓ CHỦ TỊCH]", "[TM. BAN THƯỜNG VỤ, 7]", "signatory", "“report.signatory.vi[2]” must be text; 7 is none."),
        ("vi: BÁO CÁO", "vi: []", "heading", "“report.heading.vi” needs at least 1 entries."),
        ("place: {vi: Bắc Giang, en: Bắc Giang}", "place: Bắc Giang", "place", "“report.place” must be a block of its own keys"),
        ('"#0A4A8F"', '"#0A4A8"', "accent", "“#0A4A8” is no colour: write # and six of the digits"),
        ('"#0A4A8F"', "blue", "accent", "“blue” is no colour"),
        ('"#0A4A8F"', '"#777777"', "accent", "“report.colors.accent” cannot be “#777777”. Texts in this colour could hardly be read"),
        ('{accent: "#0A4A8F"}', "\n    accent: #0A4A8F", "accent", "“report.colors.accent” has no value. A colour stands in quotes"),
        ("logo.png", "none.png", "none.png", "“report.logo” cannot be “none.png”. There is no such file beside the plan."),
        ("logo.png", ".", "logo: .", "“report.logo” cannot be “.”. There is no such file beside the plan."),
        ("logo.png", "logo.svg", "logo.svg", "“report.logo” cannot be “logo.svg”. This is neither a PNG nor a JPEG picture"),
        ("logo.png", "cut.png", "cut.png", "“report.logo” cannot be “cut.png”. The picture is damaged: save it again."),
        ("logo.png", "cut.jpg", "cut.jpg", "“report.logo” cannot be “cut.jpg”. The picture is damaged: save it again."),
        ("logo.png", "wide.png", "wide.png", "“report.logo” cannot be “wide.png”. The picture is too large"),
        ("logo.png", "heavy.png", "heavy.png", "“report.logo” cannot be “heavy.png”. The picture is too large"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path, old: str, new: str, part: str, said: str) -> None:
    (tmp_path / "logo.png").write_bytes(png(120, 80))
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (tmp_path / "cut.png").write_bytes(png(120, 80)[:60])
    (tmp_path / "cut.jpg").write_bytes(jpeg(120, 80)[:30])
    (tmp_path / "wide.png").write_bytes(png(4001, 1))
    (tmp_path / "heavy.png").write_bytes(png(8, 8, bytes(200_000)))
    assert old in REPORT
    found = [each for each in complaints(tmp_path, REPORT.replace(old, new)) if said in each]
    assert len(found) == 1, complaints(tmp_path, REPORT.replace(old, new))
    line = (SMALL + REPORT.replace(old, new)).splitlines()[int(found[0].split(":")[0]) - 1]
    assert part in line


def test_a_photograph_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(jpeg(300, 200))
    assert read_picture(path) == Picture(jpeg(300, 200), "image/jpeg", 300, 200)


@given(content=st.binary(max_size=80), beginning=st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", png(9, 9), jpeg(9, 9)]))
def test_any_bytes_are_a_picture_or_refused(tmp_path_factory: pytest.TempPathFactory, beginning: bytes, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.png"
    path.write_bytes(beginning + content)
    try:
        picture = read_picture(path)
    except ValueError:
        return
    assert 0 < picture.width <= 4000
    assert 0 < picture.height <= 4000


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == 1
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.01)  # the lightest grey that may be read on white
    assert contrast("#777777", WHITE) < READABLE


@given(color=st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}"), ground=st.sampled_from(["#000000", "#14181d", "#1d232a"]))
def test_any_colour_can_be_made_readable_in_the_dark(color: str, ground: str) -> None:
    shown = lightened(color, ground)
    assert contrast(shown, ground) >= READABLE
    assert shown == color or contrast(color, ground) < READABLE
