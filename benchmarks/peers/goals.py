"""The nation's goals as (numerator, denominator, percentage, kind): headings of the table, whole numbers."""

import operator
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

_KINDS = {"least": operator.ge, "more": operator.gt, "most": operator.le}


class Goal(NamedTuple):
    """`kind`: at least the percentage, more than it, or at most it. `less`: what is taken from the denominator first."""

    numerator: str
    denominator: str
    percentage: int
    kind: Literal["least", "more", "most"] = "least"
    less: str = ""

    def holds(self, column: Callable[[str], Any]) -> Any:
        """Return whether the goal is met, of columns of pandas or expressions of polars alike."""
        whole = column(self.denominator) - column(self.less) if self.less else column(self.denominator)
        return _KINDS[self.kind](100 * column(self.numerator), self.percentage * whole)


CODE, ROSTER_CODE = "Mã đơn vị", "code"
PROGRAMS = "Số phần mềm dùng chung"
FEWEST = 2
GOALS = (
    Goal("Số máy tính có phần mềm bảo vệ", "Tổng số máy tính", 80),
    Goal("Số máy được sao lưu dữ liệu", "Tổng số máy tính", 80),
    Goal("Số cuộc họp trực tuyến", "Tổng số hội nghị đã họp", 60, "more"),
    Goal("Số cán bộ qua đào tạo", "Tổng số cán bộ", 90),
    Goal("Số người dùng chữ ký số", "Tổng số cán bộ", 50),
    Goal("Đã công khai trên mạng", "Tổng số văn bản ban hành", 90, less="Trong đó văn bản mật"),
    Goal("Số đoàn viên được tuyên truyền", "Tổng số đoàn viên", 75),
    Goal("Đóng đoàn phí qua ngân hàng", "Tổng số đoàn viên", 40),
    Goal("Có thẻ điện tử", "Tổng số đoàn viên", 60),
    Goal("Đơn thư giải quyết quá hạn", "Tổng số đơn thư nhận được", 30, "most"),
    Goal("Báo cáo gửi đúng kỳ hạn", "Số báo cáo phải gửi", 100),
    Goal("Số máy được sao lưu dữ liệu", "Tổng số máy tính", 70),
)
