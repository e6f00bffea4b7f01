"""Invented names of places and companies: two syllables each, no two alike when accents are left out."""

_SPOKEN = """
An Ba Bình Cao Châu Cổ Dương Đà Đông Giang Hà Hải Hoa Hồng Hùng Khánh Khê Kim Lai Lâm Liên Linh Long Lộc Mai Minh Mỹ
Nam Ngọc Nhân Ninh Phong Phú Phước Quang Quế Sơn Tân Thái Thanh Thuận Trung Tường Vân Xuân
"""
_SYLLABLES = _SPOKEN.split()

MOST = len(_SYLLABLES) ** 2


def name(number: int) -> str:
    """Return the name of the place or company of this number, below `MOST`."""
    first, second = divmod(number, len(_SYLLABLES))
    return f"{_SYLLABLES[first]} {_SYLLABLES[second]}"
