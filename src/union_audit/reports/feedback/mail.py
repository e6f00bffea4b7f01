"""The text of the mail: its first line is the subject, and after an empty line follows what is said."""

from collections.abc import Iterator

from union_audit.language import Language
from union_audit.reports.feedback.letter import About, Letter
from union_audit.reports.feedback.slip import Line


def mail(letter: Letter, about: About, language: Language) -> str:
    """Return the text."""
    blocks = [block for block in map(list, _blocks(letter, about, language)) if block]
    return f"{letter.subject}\n\n" + "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _blocks(letter: Letter, about: About, language: Language) -> Iterator[Iterator[str] | list[str]]:
    yield [language("To: {unit}", unit=letter.unit)]
    yield [about.plan, language("Period: {period} · as of {date}", period=about.period, date=about.as_of)]
    yield list(letter.lead)
    yield _list(language("Still to do"), [_to_do(line, language) for line in letter.to_do])
    yield _list(language("To check and correct"), _corrections(letter, language))
    yield [language("Not in the submission: {figures}", figures=letter.missing)] if letter.missing else []
    yield [*([language("Enclosed: {files}", files="; ".join(letter.enclosed))] if letter.enclosed else []), *letter.notes]
    yield [about.issuer] if about.issuer else []


def _list(title: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield f"{title}:"
        yield from (f"- {row}" for row in rows)


def _to_do(line: Line, language: Language) -> str:
    said = line.phrases
    reached = f"{said.value} ({said.counts})" if said.counts else said.value
    now = language("{value} now, goal {goal}", value=reached, goal=said.goal)
    due = f" ({said.due})" if said.due else ""
    return f"{line.target.number}. {line.label}: {now}: {said.to_go}{due}"


def _corrections(letter: Letter, language: Language) -> list[str]:
    rows = [f"{each.place}: {each.message} {each.action}".removeprefix(": ") for each in (*letter.corrections.rows, *letter.asked)]
    more = letter.corrections.total - len(letter.corrections.rows)
    return [*rows, *([language("{count} more are marked in the workbook.", count=more)] if more else [])]
