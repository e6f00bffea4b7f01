"""Marks the words that a user sees, so that the catalogues can be made from the source."""


class Message(str):
    """A message of the catalogue, by its English text. `language.Language` translates it, also where it is an argument of another."""

    __slots__ = ()


class Plural(Message):
    """A message that names a `{count}`; `one` is its form for a count of one."""

    __slots__ = ("one",)
    one: str


def N_(message: str) -> Message:  # noqa: N802 (gettext's own name for a message that is marked here and translated later)
    """Mark `message` for the catalogues; it is translated when it is shown."""
    return Message(message)


def N_plural(one: str, many: str) -> Plural:  # noqa: N802 (as N_)
    """Mark a message whose form depends on its `{count}`."""
    message = Plural(many)
    message.one = one
    return message
