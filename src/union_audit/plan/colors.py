"""Colours as the web writes them, and whether a text in one can be read on another."""

from typing import Final

from union_audit.words import N_

WHITE: Final = "#ffffff"

READABLE: Final = 4.5
"""The least contrast of a text with what is behind it (WCAG 2.2, success criterion 1.4.3)."""

_STEPS = 20


def parse_color(text: str) -> str:
    """Return "#0A4A8F" in small letters; ValueError, with a catalogue message, where it could not be read on white."""
    color = text.lower()
    if contrast(color, WHITE) < READABLE:
        raise ValueError(N_("Texts in this colour could hardly be read on white paper: take a darker one."))
    return color


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (the same) to 21 (black and white), as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lightened(color: str, ground: str) -> str:
    """Return the colour with as little white in it as it needs to be readable on a dark ground."""
    for step in range(_STEPS):
        mixed = "#" + "".join(f"{round(part + (255 - part) * step / _STEPS):02x}" for part in _parts(color))
        if contrast(mixed, ground) >= READABLE:
            return mixed
    return WHITE


def _parts(color: str) -> bytes:
    return bytes.fromhex(color.removeprefix("#"))


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (sRGB's own numbers)
