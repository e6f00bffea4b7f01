"""What a mail says in plain words."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from union_audit.plan.goal import Tracked
from union_audit.reports.letterhead import letterhead
from union_audit.reports.rows import AssessmentRow, TargetRow
from union_audit.reports.view import View

_WIDTH = 72


def subject(view: View) -> str:
    """Return the mail's subject: what it is about, and the answer."""
    head = view.headline
    return view.options.language(
        "{plan}, {period}: {reported}, score {score}",
        plan=view.audit.plan.code,
        period=head.period,
        reported=head.reported,
        score=head.score_text,
    )


def text(view: View, top: int) -> str:
    """Return the mail's text, in lines that no mail program needs to break."""
    blocks = [list(block) for block in _blocks(view, top)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _blocks(view: View, top: int) -> Iterator[Iterable[str]]:
    language, head = view.options.language, view.headline
    yield _folded(head.organisation, head.plan, language("Period: {period} · as of {date}", period=head.period, date=head.as_of))
    score = language("Score {score}, with figures for {coverage} of what applies", score=head.score_text, coverage=head.coverage_text)
    yield _folded(head.reported, *view.turnout(), *head.notes, score)
    yield _list(language("To do first"), (f"{row.target.number}. {row.label}: {row.needs}" for row in view.worst_targets()))
    yield _list(language("Targets over all units, worst first"), (_target(row, view) for row in view.targets()))
    yield _folded(view.changes.sentence if view.changes else "")
    gaps = view.gaps(top)
    title = language("Ranked gaps, worst first: {shown} of {total}", shown=len(gaps.rows), total=gaps.total)
    yield _list(title, (_gap(row, view) for row in gaps.rows))
    yield _list(language("What could not be audited"), (f"{row.reason_text}: {view.words.few(row.units)}" for row in view.no_data()))
    yield _folded(*letterhead(view.audit.plan, view.options).issued_by[-1:])


def _target(row: TargetRow, view: View) -> str:
    said, language = row.phrases, view.options.language
    now = language("{value} now, goal {goal}", value=said.value, goal=said.goal)
    if isinstance(row.target.goal, Tracked):
        now = f"{said.value} ({said.goal})"
    before = language("before: {value}", value=row.before.text) if row.before else ""
    about = "; ".join(part for part in (now, before, said.to_go or said.reason) if part)
    return f"{said.symbol} {row.target.number}. {row.label}: {about}"


def _gap(row: AssessmentRow, view: View) -> str:
    said = row.phrases
    now = view.options.language("{value} now, goal {goal}", value=said.value, goal=said.goal)
    return f"{row.rank}. {row.unit_name}: {row.target.number}. {row.label}: {now}: {said.to_go}"


def _folded(*lines: str) -> list[str]:
    return [fill(line, _WIDTH) for line in lines if line]


def _list(title: str, rows: Iterable[str]) -> list[str]:
    items = [fill(row, _WIDTH, initial_indent="- ", subsequent_indent="  ") for row in rows]
    return [f"{title}:", *items] if items else []
