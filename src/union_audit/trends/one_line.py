"""A trend in one line, for the mail of a scheduled run."""

from union_audit.audit.result import Status
from union_audit.reports.rows import Movement
from union_audit.trends.rows import LineRow
from union_audit.trends.trend import Outlook
from union_audit.trends.view import TrendView

_BEHIND = (Outlook.LATE, Outlook.NEVER)
_MOST = 3
"""Units, and targets that fall behind, that are named."""


def one_line(view: TrendView) -> str:
    """Return the gaps of the newest period, what became of those before, and which targets fall behind."""
    language, words = view.options.language, view.words
    lines = [line for unit in view.units for line in unit.lines] or list(view.lines)
    said = [f"{view.trend.plan.code}. {view.span}"]
    if view.units:
        said.append(words.few([unit.name for unit in view.units], _MOST))
        said.append(language("gaps: {gaps}", gaps=sum(line.status is Status.GAP for line in lines)))
    else:
        *_, newest = view.moves()
        said.append(language("score {score}", score=newest.score))
        said.append(language("gaps: {gaps}", gaps=newest.gaps))
        if newest.moved:
            said.append(language("new: {new}, closed: {closed}", new=newest.moved[Movement.NEW], closed=newest.moved[Movement.CLOSED]))
    said.append(language("lasting: {gaps}", gaps=view.open(0).total))
    behind = list(dict.fromkeys(line.title for line in lines if _is_behind(line)))
    if behind:
        said.append(language("not in time at this pace: {targets}", targets=words.few(behind, _MOST)))
    return "; ".join(said)


def _is_behind(line: LineRow) -> bool:
    return line.line.pace.outlook in _BEHIND
