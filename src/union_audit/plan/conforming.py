"""Holds a document against the schema: says all that does not conform, and returns the rest, its dates and goals read."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from union_audit.folding import nfc
from union_audit.frozen import dataclass
from union_audit.plan.colors import parse_color
from union_audit.plan.document import Document, Place, Where
from union_audit.plan.goal_text import parse_goal
from union_audit.plan.picture import read_picture
from union_audit.plan.schema import COLOR, DATE, ID, LANGUAGE
from union_audit.words import N_

INVALID: Final = object()
"""Stands for a value whose problem has been said."""

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "object": (dict,),
    "array": (list,),
    "integer": (int,),
    "number": (int, Fraction),
    "boolean": (bool,),
}
_EXPECTED = {
    "string": N_("“{key}” must be text; {found} is none."),
    "object": N_("“{key}” must be a block of its own keys, each with its value; {found} is none."),
    "array": N_("“{key}” must be a list; {found} is none."),
    "integer": N_("“{key}” must be a whole number; {found} is none."),
    "number": N_("“{key}” must be a number; {found} is none."),
}
_PATTERNS = {
    ID: N_("“{found}” is no id: an id has small letters a-z, digits and _, and begins with a letter."),
    LANGUAGE: N_("“{found}” is no code of a language: write vi or en."),
    DATE: N_("“{found}” is no date: write it as 2025-12-31."),
    COLOR: N_("“{found}” is no colour: write # and six of the digits 0-9 and a-f, in quotes, as “#0a4a8f”."),
}
_FORMATS: Mapping[str | None, Callable[[str, Path], object]] = {
    "goal": lambda text, _: parse_goal(text),
    "color": lambda text, _: parse_color(text),
    "path": lambda text, folder: folder / text,
    "picture": lambda text, folder: read_picture(folder / text),
}
"""How a text is read, which may name a file in the plan's folder; ValueError, with a catalogue message, for what it cannot be."""

_IN_QUOTES = {"color": N_("A colour stands in quotes: what follows a # outside quotes is not read.")}


@dataclass(frozen=True, slots=True)
class _Conforming:
    """A document that is being read, and what it is read by."""

    document: Document
    definitions: Mapping[str, Any]
    languages: tuple[str, ...]

    def read(self, value: Any, schema: Mapping[str, Any], where: Where) -> Any:
        """Return the value as it is to be used, or INVALID."""
        if "$ref" in schema:
            schema = self.definitions[schema["$ref"].rpartition("/")[2]]
        if value is None:
            return self.refuse(N_("“{key}” has no value."), where, _IN_QUOTES.get(schema.get("format", ""), ""))
        alternatives = schema.get("anyOf", [schema])
        chosen = next((one for one in alternatives if _is(value, one["type"])), None)
        if chosen is None:
            return self.refuse_type(alternatives[0]["type"], where)
        return _READERS[chosen["type"]](self, value, chosen, where)

    def refuse(self, message: str, where: Where, hint: str = "", **args: object) -> object:
        """Add the problem; return INVALID."""
        self.document.add(message, where, hint, **args)
        return INVALID

    def refuse_type(self, expected: str, where: Where) -> object:
        """Say that a value is of another type, and why YAML may have taken it for one."""
        place = self.document.place(where)
        hint = N_("Write it in quotes: '{found}'.") if expected == "string" and place.text is not None else ""
        return self.refuse(_EXPECTED[expected], where, hint, found=_shown(place))

    def block(self, value: dict[str, Any], schema: Mapping[str, Any], where: Where) -> Any:
        """Read a mapping: each key by its own schema, or all by one."""
        properties, others = schema.get("properties", {}), schema["additionalProperties"]
        names = schema.get("propertyNames", {})
        found = {}
        for key, inner in value.items():
            at = (*where, key)
            if not properties and not self.conforms_name(key, names, at):
                continue
            if properties and key not in properties:
                self.document.add_unknown(N_("“{key}” is not a key that is known here."), at, key, properties, at_key=True)
                continue
            read = self.read(inner, properties.get(key, others), at)
            if read is not INVALID:
                found[date.fromisoformat(key) if names.get("format") == "date" else key] = read
        missing = [key for key in self.required(schema) if key not in value]
        for key in missing:
            self.document.add_at_key(N_("“{key}” lacks “{missing}”."), where, missing=key)
        if len(value) < schema.get("minProperties", 0) and not missing:
            self.document.add_at_key(N_("“{key}” is empty: it needs at least one entry."), where)
        return found

    def required(self, schema: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the keys that a block must have."""
        return self.languages if schema.get("format") == "words" else tuple(schema.get("required", ()))

    def conforms_name(self, key: str, names: Mapping[str, Any], where: Where) -> bool:
        """Whether a key that the plan chooses (an id, a language, a date) is well written."""
        fits = re.search(names["pattern"], key) is not None and (names.get("format") != "date" or _date(key) is not None)
        if not fits:
            self.document.add_at_key(_PATTERNS[names["pattern"]], where, found=key)
        return fits

    def items(self, value: list[Any], schema: Mapping[str, Any], where: Where) -> Any:
        """Read a list; with one bad item it is INVALID as a whole, so that places can be told by index."""
        if len(value) < schema["minItems"]:
            return self.refuse(N_("“{key}” needs at least {least} entries."), where, least=schema["minItems"])
        read = [self.read(item, schema["items"], (*where, index)) for index, item in enumerate(value)]
        return INVALID if any(item is INVALID for item in read) else read

    def text(self, value: str, schema: Mapping[str, Any], where: Where) -> Any:
        """Read a text: one line, composed, printable, and one of the choices if there are any."""
        value = " ".join(nfc(value).split())
        if not value:
            return self.refuse(N_("“{key}” has no value."), where)
        if not value.isprintable():
            return self.refuse(N_("“{key}” holds an invisible character; type the text again."), where)
        choices = schema.get("enum", [value])
        if value not in choices:
            self.document.add_unknown(N_("“{key}” cannot be “{word}”."), where, value, choices)
            return INVALID
        pattern = schema.get("pattern")
        if pattern and not re.search(pattern, value):
            return self.refuse(_PATTERNS[pattern], where, found=value)
        return self.formatted(value, schema.get("format"), where)

    def formatted(self, value: str, form: str | None, where: Where) -> Any:
        """Read a date, a goal, a colour, a path or a picture out of a text."""
        if form == "date":
            return _date(value) or self.refuse(_PATTERNS[DATE], where, found=value)
        try:
            return _FORMATS[form](value, self.document.problems.file.parent) if form in _FORMATS else value
        except ValueError as error:
            return self.refuse(N_("“{key}” cannot be “{found}”."), where, str(error), found=value)

    def number(self, value: int | Fraction, schema: Mapping[str, Any], where: Where) -> Any:
        """Read a number within its bounds."""
        if value < schema.get("minimum", value) or value <= schema.get("exclusiveMinimum", value - 1):
            return self.refuse(N_("“{key}” is too small: {found}."), where, found=self.document.place(where).text)
        if value > schema.get("maximum", value):
            return self.refuse(N_("“{key}” is too large: {found}."), where, found=self.document.place(where).text)
        return value

    def yes(self, value: bool, _: Mapping[str, Any], where: Where) -> Any:  # noqa: FBT001 (what YAML made of the word)
        """Read the goal yes, which YAML takes for true; nothing else here is true or false."""
        if value:
            return parse_goal("yes")
        found = self.document.place(where).text
        return self.refuse(N_("“{key}” is “{found}”: a goal is what should be, so it can be yes but not no."), where, found=found)


_READERS: Mapping[str, Callable[[_Conforming, Any, Mapping[str, Any], Where], Any]] = {
    "object": _Conforming.block,
    "array": _Conforming.items,
    "string": _Conforming.text,
    "integer": _Conforming.number,
    "number": _Conforming.number,
    "boolean": _Conforming.yes,
}


def conform(document: Document, schema: Mapping[str, Any], languages: tuple[str, ...]) -> dict[str, Any]:
    """Return what of the document conforms to the schema; what does not is added to its problems."""
    read = _Conforming(document, schema["$defs"], languages).read(document.value, schema, ())
    return read if isinstance(read, dict) else {}


def _is(value: object, kind: str) -> bool:
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _shown(place: Place) -> str:
    """Return what stood at a place, or the sign of a block."""
    return "[…]" if place.text is None else place.text
