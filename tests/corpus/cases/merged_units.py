"""Rule 5: units that were merged: a name that says "cũ" or "mới" may be a part of today's unit, or more than the roster's."""

from datetime import date

from builders import roster, unit
from corpus.case import HEAD, OF_A, OF_B, A, B, Case, case
from corpus.cases.units import FORM
from corpus.pages import Rows
from submitting import ROSTER

FORMER = (
    "LĐLĐ huyện Yên Dũng (cũ)",
    "LĐLĐ huyện Yên Dũng cũ",
    "Yên Dũng (cũ)",
    "LĐLĐ huyện Yên Dũng (trước sáp nhập)",
    "LDLD huyen Yen Dung (cu)",
)
FORMER_NOW = ("LĐLĐ huyện Yên Dũng (nay thuộc TP Bắc Giang)", "LĐLĐ huyện Yên Dũng (đã sáp nhập vào TP Bắc Giang)")
SINCE = ("LĐLĐ huyện Yên Dũng (mới)", "LĐLĐ huyện Yên Dũng sau sáp nhập")
MERGED = roster(
    unit("BG", "province", name="LĐLĐ tỉnh Bắc Giang"),
    unit("BG01", "district", "BG", name="LĐLĐ huyện Yên Dũng", valid_to=date(2025, 12, 31), merged_into="BG07", aliases=("Yên Dũng",)),
    unit("BG07", "district", "BG", name="LĐLĐ thành phố Bắc Giang"),
)
ALIASED = roster(
    unit("BG", "province", name="LĐLĐ tỉnh Bắc Giang"),
    unit("BG01", "district", "BG", name="LĐLĐ huyện Yên Dũng", aliases=("LĐLĐ huyện Yên Dũng (cũ)",)),
)


def _row(name: str) -> Rows:
    return ((HEAD[0], *HEAD[2:]), (1, name, *A[3:]))


def _form(name: str) -> Rows:
    return (("Đơn vị: " + name,), *FORM)


CASES: list[Case] = [
    *(case(f"merged: a row of {name!r}", _row(name), {}, "UA149") for name in (*FORMER, *FORMER_NOW, *SINCE)),
    *(case(f"merged: the form of {name!r}", _form(name), {}, "UA149") for name in (*FORMER, *FORMER_NOW, *SINCE)),
    *(case(f"merged: a file {name!r}", FORM, {}, "UA149", stem=name) for name in (*FORMER, *FORMER_NOW)),
    case("merged: a title of a unit as it was", (("BÁO CÁO CỦA LĐLĐ HUYỆN YÊN DŨNG (CŨ)",), *FORM), {}, "UA149"),
    *(
        case(f"merged: {name!r} in a roster that knows", _row(name), {"BG01": OF_A}, "UA111", roster=MERGED)
        for name in (*FORMER[:4], *FORMER_NOW)
    ),
    case("merged: a file of a unit as it was, in a roster that knows", FORM, {"BG01": OF_A}, roster=MERGED, stem="Yên Dũng (cũ)"),
    case(
        "merged: a unit as it is since, in a roster that knows",
        _row("LĐLĐ TP Bắc Giang (mới)"),
        {"BG07": OF_A},
        "UA111",
        roster=MERGED,
    ),
    case("merged: a unit as it was, that others were merged into", _row("LĐLĐ TP Bắc Giang (cũ)"), {}, "UA149", roster=MERGED),
    case("merged: a name that the roster has so", _row(FORMER[0]), {"BG01": OF_A}, roster=ALIASED),
    case("merged: a file of a name that the roster has so", FORM, {"BG01": OF_A}, roster=ALIASED, stem=FORMER[0]),
    case("merged: a code beside it is enough", (HEAD, (1, "BG01", FORMER[0], *A[3:]), B), {"BG01": OF_A, "BG02": OF_B}),
    case("merged: a file that is new, or a unit", FORM, {"BG01": OF_A}, stem="Yên Dũng mới"),
    case("merged: nobody that the roster knows", _row("LĐLĐ huyện Tân Yên (cũ)"), {}, "UA109", roster=ROSTER),
]
