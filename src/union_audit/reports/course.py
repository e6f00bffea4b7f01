"""How a target came to where it is: the periods before, and the one that is reported."""

from collections.abc import Sequence

from union_audit.plan.model import Kind
from union_audit.plan.period import Period
from union_audit.reports.figures import is_share
from union_audit.reports.rows import TargetRow
from union_audit.reports.sparkline import Sparkline, sparkline
from union_audit.reports.words import Words


def course(past: Sequence[tuple[Period, float | None]], row: TargetRow, now: str, words: Words) -> Sparkline | None:
    """Draw the values beside the goal that holds now; `now`: the period in words. None where there is no past."""
    if not past:
        return None
    figure = row.figure
    percent = is_share(row.target) or figure.field.kind is Kind.YES_NO
    values = [*(value for _, value in past), None if figure.value is None else float(figure.value)]
    before = [
        f"{words.period(period)}: {words.earlier_value(float('nan') if value is None else value, figure, is_share=percent)}"
        for period, value in past
    ]
    goal = None if figure.required is None else float(figure.required)
    return sparkline(values, [goal] * len(values), "; ".join([*before, f"{now}: {row.phrases.value}"]))
