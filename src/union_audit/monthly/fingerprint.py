"""What an edition is made from, as one number: the same fingerprint means the same reports."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from union_audit import __version__
from union_audit.intake.facts import Input
from union_audit.monthly.month import Month
from union_audit.plan.period import Period

_OF_THE_MOMENT = frozenset({"language", "generated_at", "width", "color", "quiet", "templates", "told"})
"""What of the reports' options says nothing of what they hold, or is looked into for itself."""


def fingerprint(month: Month, period: Period, inputs: Iterable[Input]) -> str:
    """Return the SHA-256 of the inputs, the plan, the roster, the waivers, the options and the version of the program."""
    options = {name: value for name, value in asdict(month.options).items() if name not in _OF_THE_MOMENT}
    made_from = {
        "version": __version__,
        "period": period.label,
        "inputs": sorted((each.file, each.sha256, each.status) for each in inputs),
        "plan": month.plan.sha256,
        "roster": month.roster.sha256 if month.roster else "",
        "waivers": month.waivers_sha256,
        "language": month.options.language.code,
        "options": options,
        "feedback": month.with_feedback,
        "templates": _contents(month.options.templates),
        "unit_of": sorted(month.unit_of.items()),
        "level_of": sorted(month.level_of.items()),
    }
    return hashlib.sha256(json.dumps(made_from, ensure_ascii=False, sort_keys=True, default=_written).encode()).hexdigest()


def _written(value: object) -> str:
    """Write what JSON has no word for; TypeError for what is another in each run, a function for example."""
    if isinstance(value, date | Path):
        return str(value)
    raise TypeError(type(value))


def _contents(folder: Path | None) -> list[tuple[str, str]]:
    """Return the name and hash of each of the user's own templates."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder else []
    return [(path.relative_to(folder or path).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]
