"""How reports are to be written: the options that every command with reports shares."""

from pathlib import Path

from union_audit.cli import clock
from union_audit.cli.screen import Screen
from union_audit.cli.settings import Settings
from union_audit.reports import Options


def options_of(settings: Settings, screen: Screen) -> Options:
    """Return how reports are to be written."""
    return Options(
        language=screen.language,
        generated_at=clock.now(),
        top=settings.positive("top"),
        evidence=settings.choice("evidence", ("auto", "all")) or "auto",
        quiet=screen.quiet,
        redact=settings.flag("redact"),
        templates=_templates(settings),
    )


def _templates(settings: Settings) -> Path | None:
    """Return the folder of the user's own templates, which are read before anything is audited."""
    given = settings.one("templates")
    if given is None:
        return None
    from union_audit.reports.template_faults import check_templates  # noqa: PLC0415 (Jinja, which few checks need)

    check_templates(given.path())
    return given.path()
