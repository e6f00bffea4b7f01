"""Marks the words that a user sees, so that the catalogues can be made from the source."""


class Message(str):
    """A message of the catalogue, by its English text. `language.Language` translates it, also where it is an argument of another."""

    __slots__ = ()


def N_(message: str) -> Message:  # noqa: N802 (gettext's own name for a message that is marked here and translated later)
    """Mark `message` for the catalogues; it is translated when it is shown."""
    return Message(message)
