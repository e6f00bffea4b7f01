"""What a corrected edition says of itself, before anything else."""

from collections.abc import Iterator

from union_audit.language import Language
from union_audit.reports.options import Correction
from union_audit.visible import brief


def corrected(correction: Correction, language: Language) -> Iterator[str]:
    """Yield what is replaced, what came out otherwise, and which inputs differ."""
    yield language(
        "Edition {number}: it replaces edition {replaces} of {date}.",
        number=correction.number,
        replaces=correction.replaces,
        date=correction.made_on,
    )
    yield language.plural("1 assessment came out otherwise.", "{count} assessments came out otherwise.", correction.assessments)
    for said, files in (
        (language("Submissions added: {files}", files=_names(correction.added)), correction.added),
        (language("Submissions changed: {files}", files=_names(correction.changed)), correction.changed),
        (language("Submissions withdrawn: {files}", files=_names(correction.withdrawn)), correction.withdrawn),
    ):
        if files:
            yield said


def _names(files: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(brief(file) for file in files)
