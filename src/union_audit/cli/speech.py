"""How the user is spoken to: the language, the loudness, the colours."""

import locale
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from union_audit.cli.screen import Screen
from union_audit.cli.settings import Settings
from union_audit.language import LOCALES, Language

if TYPE_CHECKING:  # the plan comes with its loader, which help does not need
    from union_audit.plan.model import Plan

SHIPPED_LANGUAGE = "vi"
"""The language of the shipped plan: what is spoken before any plan was read."""


def choose_language(settings: Settings, plan: "Plan | None" = None) -> Language:
    """Return the language that was asked for, else that of the locale, else the plan's.

    Raises:
        UsageError: there is no such language.
    """
    asked = settings.choice("lang", LOCALES)
    spoken = plan.language if plan else SHIPPED_LANGUAGE
    return Language(asked or locale_language(os.environ) or (spoken if spoken in LOCALES else "en"))


def tune(screen: Screen, settings: Settings, plan: "Plan | None" = None) -> None:
    """Let the screen speak as was asked for: its language, loudness and colours.

    Raises:
        UsageError: there is no such language, or a switch says neither yes nor no.
    """
    screen.language = choose_language(settings, plan)
    screen.quiet, screen.verbose = settings.flag("quiet"), settings.flag("verbose")
    screen.colors = screen.colors and not settings.flag("no_color")


def early_language(arguments: Sequence[str]) -> Language:
    """Return the language for what is said before the command line is understood: help, and errors in the line itself."""
    asked = _lang_of(arguments)
    if asked is None:
        asked = os.environ.get("UNION_AUDIT_LANG", "")
    return Language(asked if asked in LOCALES else locale_language(os.environ) or SHIPPED_LANGUAGE)


def locale_language(environment: Mapping[str, str]) -> str | None:
    """Return the language of the locale, where it is one that is spoken here."""
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if os.name == "nt":
        names.append(locale.getlocale()[0] or "")
    first = next(filter(None, names), "")[:2].lower()
    return first if first in LOCALES else None


def _lang_of(arguments: Sequence[str]) -> str | None:
    for place, word in enumerate(arguments):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang":
            return "".join(arguments[place + 1 : place + 2])
    return None
