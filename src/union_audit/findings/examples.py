"""An example of each finding: the place where it was, and what stood in its message. Texts are as a submission has them."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import TypeAlias

from union_audit.frozen import dataclass
from union_audit.words import N_

Args: TypeAlias = Mapping[str, object]

_FILE = "LĐLĐ huyện Yên Dũng.xlsx"
_SHEET = f"{_FILE} › Biểu 02"
_CELL = f"{_SHEET} › F12"
_TEXT_FILE = "LĐLĐ huyện Yên Dũng.csv"
_MAY = "05-2025.xlsx › Biểu 02 › F12"
_UNIT = "LĐLĐ huyện Yên Dũng"
_OTHER = "LĐLĐ huyện Lạng Giang"
_COMPUTERS = {"vi": "Tổng số máy tính kết nối mạng", "en": "Computers connected to a network"}
_ANTIVIRUS = {"vi": "Số máy tính cài phần mềm diệt virus có bản quyền", "en": "Computers with licensed antivirus software"}
_MEETINGS = {"vi": "Tổng số hội nghị, tập huấn đã tổ chức", "en": "Meetings and training courses held"}
_TARGET = {"vi": "Tập huấn chuyển đổi số", "en": "Training in digital transformation"}


@dataclass(frozen=True, slots=True)
class Example:
    """A finding as it was: its place, and the arguments of its code's message."""

    place: str
    args: Args = field(default_factory=dict)


_FILES: dict[str, tuple[str, Args]] = {
    "UA001": ("thang-6.xlsx", {}),
    "UA002": ("2025-06", {}),
    "UA003": ("~$thang-6.xlsx", {"reason": N_("a hidden or temporary file")}),
    "UA004": (_FILE, {"detail": "Permission denied"}),
    "UA005": (_FILE, {}),
    "UA006": (_FILE, {"kind": "PDF"}),
    "UA007": (_FILE, {"detail": "zip"}),
    "UA008": (_FILE, {}),
    "UA009": (_FILE, {"part": "xl/worksheets/sheet1.xml", "found": "4 GB", "limit": "512 MB"}),
    "UA010": (_TEXT_FILE, {"text": "L?L? huy?n Y?n D?ng"}),
    "UA011": ("LĐLĐ huyện Yên Dũng.xls", {"extension": ".xls", "kind": "xlsx"}),
    "UA012": ("LĐLĐ huyện Yên Dũng.xls", {"kind": "xls"}),
    "UA013": ("LĐLĐ huyện Yên Dũng (1).xlsx", {"other": _FILE}),
    "UA014": (f"{_TEXT_FILE} › A7", {"found": 6, "expected": 7}),
    "UA015": (_FILE, {}),
    "UA016": (_SHEET, {"parts": (N_("rows"), N_("columns"))}),
    "UA017": (f"{_TEXT_FILE} › A7", {}),
    "UA018": (_FILE, {"encoding": "TCVN3", "text": "L§L§ huyÖn Yªn Dòng", "taken": "LĐLĐ huyện Yên Dũng", "count": 12}),
    "UA019": (_FILE, {"limit": "30 s"}),
    "UA020": (f"{_TEXT_FILE} › A730", {"count": 312}),
    "UA021": (_FILE, {"detail": "two sheets of one name"}),
    "UA022": (_FILE, {}),
}
_TABLES: dict[str, tuple[str, Args]] = {
    "UA101": (_SHEET, {"count": 2, "fields": (_COMPUTERS, _ANTIVIRUS)}),
    "UA102": (f"{_SHEET} › G5", {"count": 1, "headings": ("Số xe ô tô",)}),
    "UA103": (f"{_SHEET} › G5", {"heading": "Số máy", "fields": (_COMPUTERS, _ANTIVIRUS)}),
    "UA150": (f"{_SHEET} › B2", {"labels": ("Tổng số máy tính", "Số máy tính cài phần mềm diệt virus")}),
    "UA104": (f"{_SHEET} › G5", {"count": 2, "headings": ("Tổng số máy tính", "Máy tính › Tổng số")}),
    "UA105": (f"{_SHEET} › G5", {"count": 2, "headings": ("Tổng số máy tính", "Máy tính › Tổng số")}),
    "UA106": (f"{_SHEET} › G5", {"heading": "Tổng số máy tính kêt nôi mạngg", "label": _COMPUTERS}),
    "UA107": (f"{_SHEET} › D5", {"count": 2, "headings": ("Kỳ này", "Lũy kế")}),
    "UA108": (f"{_SHEET} › B6", {}),
    "UA109": (f"{_SHEET} › B9", {"name": "LĐLĐ huyện Thanh Sơn"}),
    "UA110": (f"{_SHEET} › B9", {"name": "CĐCS Trường Minh Ha", "units": ("CĐCS Trường Minh Hà", "CĐCS Trường Minh Hạ")}),
    "UA111": (f"{_SHEET} › B9", {"name": "LĐLĐ huyện Lạng Giamg", "unit_name": _OTHER}),
    "UA112": (f"{_SHEET} › B9", {"unit_code": "BG01", "name": _OTHER}),
    "UA113": ("LĐLĐ huyện Lạng Giang.xlsx › Biểu 02", {"evidence": (f"“{_UNIT}”: {_UNIT}", f"“{_OTHER}.xlsx”: {_OTHER}")}),
    "UA114": ("Biểu 02.xlsx › Sheet1", {}),
    "UA115": (f"{_SHEET} › B9", {"count": 1, "other": "Tong hop.xlsx › T6"}),
    "UA116": (_CELL, {"figure": "130", "other": "Tong hop.xlsx › T6 › E9", "other_figure": "120", "count": 2, "cells": ("F12", "F14")}),
    "UA117": (_SHEET, {"evidence": ("“THÁNG 6 NĂM 2025”: 2025-06", "“Bao cao thang 5.2025”: 2025-05")}),
    "UA118": (_SHEET, {"evidence": ("“THÁNG 6 NĂM 2025”: 2025-06", "“Bao cao thang 5.2025”: 2025-05"), "period": "2025-06"}),
    "UA119": (_SHEET, {"text": "BÁO CÁO THÁNG 6"}),
    "UA120": (f"{_SHEET} › B9", {"name": "Văn phòng đại diện", "levels": "province; district; sector; grassroots"}),
    "UA121": (f"{_SHEET} › E30", {"text": "Tổng cộng", "declared": 1210, "sum": 1201}),
    "UA122": (f"{_SHEET} › E14", {"count": 1}),
    "UA123": (f"{_FILE} › Ví dụ", {}),
    "UA124": (f"{_FILE} › Sheet2", {}),
    "UA125": (_SHEET, {"text": "Đơn vị tính: nghìn người"}),
    "UA126": (f"{_SHEET} › B9", {}),
    "UA127": (_SHEET, {"unit_name": _UNIT}),
    "UA128": (f"{_SHEET} › B9", {"unit_code": "BG99", "name": _UNIT}),
    "UA129": (_SHEET, {"name": _UNIT}),
    "UA130": (f"{_SHEET} › C9", {"text": "Cấp vùng", "levels": "province; district; sector; grassroots"}),
    "UA131": (f"{_TEXT_FILE} › A7", {"count": 1}),
    "UA132": (_CELL, {"count": 3, "other": "Hiep Hoa T6 lan 1.xlsx", "evidence": ("Hiep Hoa T6 lan 2",)}),
    "UA133": (f"{_SHEET} › H6", {"count": 2, "columns": ("H", "J")}),
    "UA134": (f"{_SHEET} › D19", {"count": 3}),
    "UA135": (f"{_SHEET} › C12", {"count": 1, "names": ("Khối doanh nghiệp",)}),
    "UA136": (_SHEET, {"count": 12, "unit_name": _UNIT}),
    "UA137": (f"{_SHEET} › B7", {"unit_name": "LĐLĐ tỉnh Bắc Giang", "count": 10}),
    "UA138": (f"{_FILE} › T7", {"period": "2025-07"}),
    "UA139": (_SHEET, {"count": 2, "text": _FILE, "unit_name": _UNIT, "names": ("LĐLĐ huyện Lạng Giang", "LĐLĐ huyện Hiệp Hòa")}),
    "UA140": (f"{_FILE} › Ví dụ", {}),
    "UA141": (f"{_FILE} › Mẫu", {}),
    "UA142": (_SHEET, {"text": "Lũy kế đến hết tháng 6/2025", "fields": (_MEETINGS,)}),
    "UA143": (f"{_SHEET} › D6", {"month": "Trong tháng", "since": "Lũy kế", "labels": ("Tổng số máy tính", "Tổng số cán bộ")}),
    "UA144": (f"{_SHEET} › B7", {"count": 1, "names": (_UNIT,)}),
    "UA146": (f"{_SHEET} › D5", {"heading": "Số đơn vị kê khai"}),
    "UA147": (f"{_FILE} › Nữ", {"text": "Nữ"}),
    "UA148": (f"{_FILE} › Lũy kế", {"text": "Lũy kế", "other": f"{_FILE} › Tháng 6", "fields": (_MEETINGS,)}),
    "UA149": (f"{_SHEET} › B9", {"name": f"{_UNIT} (cũ)", "unit_name": _UNIT}),
    "UA145": (f"{_SHEET} › A6", {"count": 24, "periods": ("Tháng 4/2025", "Tháng 5/2025")}),
}
_CELLS: dict[str, tuple[str, Args]] = {
    "UA201": (_CELL, {"text": "khoảng 20"}),
    "UA202": (_CELL, {"text": "12.000", "low": 12, "high": 12000}),
    "UA203": (_CELL, {"text": "=D12-E12"}),
    "UA204": (_CELL, {"text": "#REF!"}),
    "UA205": (_CELL, {"text": "-3"}),
    "UA206": (_CELL, {"text": "12,5"}),
    "UA207": (_CELL, {"number": 1.234, "suggested": 1234}),
    "UA208": (_CELL, {"text": "9123456789012", "limit": 10**12}),
    "UA209": (_CELL, {"text": "85%"}),
    "UA210": (_CELL, {"text": "120/121 (99,17%)"}),
    "UA211": (_CELL, {"text": "2025-04-03"}),
    "UA212": (_CELL, {"text": "x"}),
    "UA213": (_CELL, {"text": "-", "count": 4}),
    "UA214": (_CELL, {"count": 4}),
    "UA215": (_CELL, {"text": "12.000", "value": 12000, "evidence": N_("the other figures of the column are written so"), "count": 2}),
    "UA216": (_CELL, {"text": "đang làm"}),
    "UA217": (_CELL, {"text": "0912345678"}),
    "UA218": (_CELL, {"text": "95%", "numerator": 90, "base": 100, "cells": ("D9", "E9"), "count": 1}),
    "UA219": (_CELL, {"text": "12 nghìn", "held": "12", "count": 1}),
    "UA220": (_CELL, {"text": "0,85", "count": 1}),
    "UA221": (_CELL, {"text": "40", "cells": "F12:F13", "count": 2}),
    "UA222": (f"{_SHEET} › F30", {"text": "~200", "name": "Tổng cộng"}),
    "UA223": (_CELL, {"count": 3}),
}
_FIGURES: dict[str, tuple[str, Args]] = {
    "UA301": (_UNIT, {"numerator": 96, "base": 69, "cells": ("Biểu 02 › F12 = 96", "Biểu 02 › E12 = 69")}),
    "UA302": (_UNIT, {"excluded": 12, "total": 10, "cells": ("Biểu 02 › G12 = 12", "Biểu 02 › E12 = 10")}),
    "UA305": (_CELL, {"figure": 4, "before": 6, "period": "2025-05", "cell": _MAY}),
    "UA306": (_CELL, {"figure": 240, "before": 120, "period": "2025-05", "cell": _MAY}),
    "UA307": (_CELL, {"count": 18, "period": "2025-05", "cell": _MAY}),
    "UA308": (_CELL, {"figure": 1200, "before": 120, "period": "2025-05", "cell": _MAY}),
    "UA303": (_UNIT, {"figure": 5200, "count": 18, "sum": 5140}),
    "UA304": (_UNIT, {"figure": 90, "sum": 87}),
    "UA401": (_UNIT, {}),
    "UA402": ("", {"code": "UA401", "count": 240, "of": 4000, "named": 100}),
    "UA403": ("", {}),
    "UA404": ("", {"day": date(2025, 7, 5)}),
    "UA405": ("", {"period": "2025-06", "others": ("2025-05", "2025-04")}),
    "UA406": (_UNIT, {"months": ("2025-05",)}),
    "UA407": ("CĐCS Công ty Hải Đăng", {"day": date(2025, 6, 30)}),
    "UA408": ("", {"count": 3, "targets": (_TARGET,)}),
    "UA409": ("", {"period": "2025-06"}),
    "UA410": ("", {"period": "2025-07", "others": ("2025-06",)}),
    "UA411": (_CELL, {"count": 1}),
    "UA412": (_UNIT, {"day": date(2025, 6, 25), "due": date(2025, 6, 20)}),
    "UA501": (_UNIT, {"number": "12/QĐ-LĐLĐ", "day": date(2025, 3, 31)}),
    "UA502": (_UNIT, {"number": "12/QĐ-LĐLĐ"}),
    "UA503": (_UNIT, {"number": "12/QĐ-LĐLĐ", "day": date(2025, 7, 31), "days": 26}),
}

EXAMPLES: dict[str, Example] = {code: Example(*given) for table in (_FILES, _TABLES, _CELLS, _FIGURES) for code, given in table.items()}
"""By the code of the finding."""
