"""The shipped targets.yaml and templates: inside the wheel, or at the top of the source tree of an editable install."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the path of a shipped file or folder ("targets.yaml", "templates")."""
    in_wheel = _PACKAGE / "shipped" / name
    return in_wheel if in_wheel.exists() else _PACKAGE.parents[1] / name


LOCALES = _PACKAGE / "locales"
