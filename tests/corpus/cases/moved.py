"""Rule 1: rows of a text table whose cells a separator inside a number or a name, or a missing one, has moved."""

from corpus.case import HEAD, OF_B, Case, folder

TITLE = "Tháng 6 năm 2025"
HEADINGS = ",".join((*HEAD[:4], "Tỷ lệ (%)", *HEAD[4:]))
A, B = "1,BG01,LĐLĐ huyện Yên Dũng,120,", "2,BG02,LĐLĐ huyện Lạng Giang,80,94,75,2,chưa"
LABELS = ("Tổng số máy tính", "Số máy tính được bảo vệ bằng phần mềm", "Số máy mật", "Đã tổ chức học tập")
OF_FORM = {"safe": 96, "secret": 3, "studied": 1}


def _table(id_: str, head: str, *rows: str, of_b: bool = True) -> Case:
    text = "\n".join((TITLE, head, *rows, ""))
    return folder(f"rule 1, moved cells: {id_}", {"a.csv": text.encode()}, {"BG02": OF_B} if of_b else {}, "UA131")


def _form(id_: str, head: str, *figures: str) -> Case:
    lines = [f"{number},{label},máy,{figure}" for number, (label, figure) in enumerate(zip(LABELS, figures, strict=True), 1)]
    text = "\n".join(("Đơn vị: LĐLĐ huyện Yên Dũng", TITLE, head, *lines, ""))
    return folder(f"rule 1, moved cells: {id_}", {"a.csv": text.encode()}, {"BG01": OF_FORM}, "UA131")


CASES = [
    _table("a decimal comma in one row", HEADINGS, A + "80,5,96,3,có", B),
    _table("a decimal comma in every row", HEADINGS, A + "80,5,96,3,có", B.replace(",94,", ",93,75,"), of_b=False),
    _table("a decimal comma, headings as wide as the widest row", HEADINGS + ",", A + "80,5,96,3,có", B + ","),
    _table(
        "a decimal comma in every row, under as many headings", HEADINGS + ",", A + "80,5,96,3,có", B.replace(",94,", ",93,7,"), of_b=False
    ),
    _table("a decimal comma, before remarks", HEADINGS + ",Ghi chú", A + "80,5,96,3,có", B + ","),
    _table("a comma in a name", HEADINGS + ",Ghi chú", A.replace("Dũng", "Dũng, Bắc Giang") + "80,96,3,có", B + ",số mới"),
    _table("a row that lacks a cell", HEADINGS, "1,BG01,LĐLĐ huyện Yên Dũng,80,96,3,có", B),
    _table("a decimal comma before a blank last cell", HEADINGS, A + "80,5,96,3,", B),
    _table("a decimal comma in the only row, before a blank last cell", HEADINGS, A + "80,5,96,3,", of_b=False),
    _table("two decimal commas before two blank cells", HEADINGS, A + "80,5,96,5,,", B),
    _table("a decimal comma before a blank last cell, headings that end in a comma", HEADINGS + ",", A + "80,5,96,3,,", B + ","),
    _table("a comma in a name before a blank last cell", HEADINGS, A.replace("Dũng", "Dũng, Bắc Giang") + "80,96,3,", B),
    _form("thousands in a form", "TT,Chỉ tiêu,Đơn vị tính,Số liệu", "1,234", "96", "3", "có"),
    _form("thousands in a form with remarks", "TT,Chỉ tiêu,Đơn vị tính,Số liệu,Ghi chú", "1,234", "96,", "3,", "có,"),
]
