"""Marks the words that a user sees, so that the catalogues can be made from the source."""


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for a message that is marked here and translated later)
    """Return `message` unchanged; `language.Language` translates it when it is shown."""
    return message
