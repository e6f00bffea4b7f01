"""Texts that a submission may hold to harm whoever reads a report."""

from hypothesis import strategies

HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "＝1+1",  # noqa: RUF001 (a wide sign is the point of it)
    "[red]đỏ[/red]",
    "[link=https://example.org]x[/link]",
    "<script>alert(1)</script>",
    "a\u202egnp.exe",
    "zero\u200bwidth\ufeff",
    "\x1b[31mred\x1b[0m\x07\x00",
    "line\r\nbreak\u2028here",
    "\ud800 lone",
    '"quoted", and more',
    "{name} {0} %s",
    "x" * 3000,
)

texts = strategies.one_of(
    strategies.sampled_from(HOSTILE), strategies.text(strategies.characters(exclude_categories=()), min_size=1, max_size=40)
)
