"""A course over time as a small drawing: the line, where its goal stands, and what both say in words."""

from collections.abc import Iterator, Sequence

from union_audit.frozen import dataclass

WIDTH, HEIGHT = 100, 30
"""The drawing's own measures; it is stretched to where it stands."""

_EDGE = 2

_Levels = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Sparkline:
    """Paths of SVG: the `line` is broken where there are no values; `goal` is "" where there is none. `text`: the same in words."""

    line: str
    goal: str
    text: str


def sparkline(values: _Levels, goals: _Levels, text: str) -> Sparkline | None:
    """Draw values in equal steps from left to right, between the lowest and the highest of them and their goals.

    Returns:
        The drawing, None where fewer than two values make no line.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:  # noqa: PLR2004 (a line has two ends)
        return None
    levels = [*known, *(goal for goal in goals if goal is not None)]
    low, high = min(levels), max(levels)
    across = (WIDTH - 2 * _EDGE) / (len(values) - 1)

    def x(place: float) -> str:
        return f"{_EDGE + place * across:.4g}"

    def y(value: float) -> str:
        share = (value - low) / (high - low) if high > low else 0.5
        return f"{HEIGHT - _EDGE - share * (HEIGHT - 2 * _EDGE):.4g}"

    line = " ".join(_drawn([None if value is None else (x(place), y(value)) for place, value in enumerate(values)]))
    steps = [(x(max(place - 0.5, 0)), x(min(place + 0.5, len(goals) - 1)), goal) for place, goal in enumerate(goals)]
    goal = " ".join(f"M{left} {y(level)}H{right}" for left, right, level in steps if level is not None)
    return Sparkline(line, goal, text)


def _drawn(points: Sequence[tuple[str, str] | None]) -> Iterator[str]:
    """Yield the way through the points, anew after each that is missing; a point alone is a dot."""
    before = None
    for point in points:
        if point is not None:
            yield f"L{point[0]} {point[1]}" if before else f"M{point[0]} {point[1]}h0"
        before = point
