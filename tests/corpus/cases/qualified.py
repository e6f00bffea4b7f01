"""Rules 2 and 4: a group or a section that says that the figures under it are those of something else."""

from corpus.case import HEAD, OF_A, OF_B, A, B, Truth, but, case
from corpus.cases.office_tables import NAME_A, NAME_B
from corpus.cases.several_periods import PLAN
from corpus.pages import Page, Row

LINE: Row = ("Đơn vị: LĐLĐ huyện Yên Dũng",)
COMPUTERS, SAFE, SECRET = HEAD[3:6]
LEFT: Truth = {"BG01": {"secret": 3}, "BG02": {"secret": 2}}
ALL: Truth = {"BG01": but(OF_A, "studied"), "BG02": but(OF_B, "studied")}
OTHERS = (
    *("Số máy chưa cài", "Còn thiếu", "Chưa đạt", "Không đạt", "Số còn lại", "Đã hỏng", "Thiếu so với yêu cầu", "Cần bổ sung"),
    *("Nữ", "Trong đó nữ", "Khối doanh nghiệp", "Ngoài nhà nước", "Cả nước", "Bình quân"),
    *("Tăng (+), giảm (-)", "Chênh lệch", "Nhu cầu năm 2026", "Đề nghị trang bị thêm", "Đăng ký", "Phấn đấu", "Kinh phí"),
    *("Năm 2024", "Tháng 5/2025", "6 tháng cuối năm", "Ước cả năm", "II. Chưa thực hiện"),
)
OWN = ("Kết quả thực hiện", "Hạ tầng công nghệ thông tin", "Sửa chữa, thay thế", "Thanh toán không dùng tiền mặt", "Năm 2025", "Trong đó")


def _grouped(group: str) -> Page:
    """A table with a group over two of its columns."""
    top: Row = ("STT", "Tên đơn vị", SECRET, group, None)
    rows = (("BÁO CÁO THÁNG 6 NĂM 2025",), top, (None, None, None, COMPUTERS, SAFE), (1, NAME_A, 3, *A[3:5]), (2, NAME_B, 2, *B[3:5]))
    return Page(rows, [(1, 3, 1, 4), *((1, column, 2, column) for column in range(3))])


def _sectioned(section: str) -> tuple[Row, ...]:
    return (LINE, ("STT", "Nội dung", "Số liệu"), (1, SECRET, 3), ("II", section, None), (1, COMPUTERS, 120), (2, SAFE, 96))


CASES = [
    *(case(f"another's figures under the group {group!r}", _grouped(group), LEFT, "UA101") for group in OTHERS),
    *(case(f"its own figures under the group {group!r}", _grouped(group), ALL) for group in OWN),
    *(
        case(f"another's figures in the section {section!r}", _sectioned(section), {"BG01": {"secret": 3}})
        for section in OTHERS
        if "tháng" not in section.casefold() and "năm" not in section.casefold()
    ),
    *(case(f"its own figures in the section {section!r}", _sectioned(section), {"BG01": ALL["BG01"]}) for section in OWN[:4]),
    *(
        case(
            f"a plan under a heading that may end in that word, {how}",
            (
                ("STT", "Tên đơn vị", "Số CĐCS tham gia nội dung chuyển đổi số", *(None,) * (len(leaves) - 1)),
                (None, None, *leaves),
                (1, NAME_A, *(99, 12)[-len(leaves) :]),
            ),
            {"BG01": {"grassroots_participating": 12}} if len(leaves) > 1 else {},
            plan=PLAN,
        )
        for how, leaves in (("beside the result", ("Kế hoạch", "Thực hiện")), ("alone", ("Kế hoạch",)))
    ),
    case(
        "a misspelt heading is none of those that say that it was not done",
        ((*HEAD[:6], "Chưa tổ chức học tập"), A, B),
        {"BG01": but(OF_A, "studied"), "BG02": but(OF_B, "studied")},
        "UA102",
    ),
]
