"""targets.yaml as it stands: plain values, and the place in the file of every key and value."""

import dataclasses
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from union_audit.frozen import dataclass
from union_audit.plan.problems import Problems
from union_audit.words import N_

Where: TypeAlias = tuple[str | int, ...]
"""The way from the top of the document to a value: ("targets", "online_meetings", "goal")."""

if TYPE_CHECKING:
    from yaml import SafeLoader
else:
    SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_STANDARD = "tag:yaml.org,2002:"
_TAGS = {_STANDARD + name for name in ("str", "int", "float", "bool", "null", "timestamp", "value", "merge", "map", "seq")}
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_DEEPEST = 20
_TOO_DEEP = N_("Blocks stand in blocks too deeply here.")
_TOO_DEEP_FOR_YAML = "maximum nesting depth"
"""As the parser says it, whose own limit stands before ours where all stands in one line."""

_HINTS = {
    "block scalar": N_('A goal stands in quotes: goal: "> 60%".'),
    "cannot start any token": N_("Indent with spaces, never with tabs; a text that begins with a sign such as @ or % stands in quotes."),
    "mapping values are not allowed": N_("A text with a colon in it stands in quotes; keys of one block stand exactly under each other."),
    "block mapping": N_("Keys of one block stand exactly under each other, each followed by a colon and a space."),
    "block collection": N_("Lines of one list stand exactly under each other, each beginning with “- ”."),
    "simple key": N_("Each key is followed by a colon and a space."),
    "quoted scalar": N_("A quotation mark opens here and is never closed."),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, line and column from 1; `text` is what stood there if it is a single value."""

    line: int
    column: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain dicts, lists, texts, ints, Fractions, booleans and None; nothing in it is rounded or converted further."""

    problems: Problems
    value: Any = None
    keys: dict[Where, Place] = dataclasses.field(default_factory=dict)
    values: dict[Where, Place] = dataclasses.field(default_factory=dict)

    def add(self, message: str, where: Where, hint: str = "", **args: object) -> None:
        """Add a problem with the value at `where`; the message may name `{key}`."""
        self._add(message, self.place(where), where, hint, args)

    def add_at_key(self, message: str, where: Where, hint: str = "", **args: object) -> None:
        """Add a problem with the key at `where`, or with the block under it."""
        self._add(message, self.place(where, at_key=True), where, hint, args)

    def add_unknown(self, message: str, where: Where, word: str, choices: Iterable[str], *, at_key: bool = False) -> None:
        """Add a problem with a `{word}` that should be one of `choices`; the message may name `{key}`."""
        place = self.place(where, at_key=at_key)
        self.problems.add_unknown(message, place.line, place.column, word, choices, key=spell(where))

    def _add(self, message: str, place: Place, where: Where, hint: str, args: dict[str, object]) -> None:
        self.problems.add(message, place.line, place.column, hint, key=spell(where) or self.problems.file.name, **args)

    def has(self, where: Where) -> bool:
        """Whether something stands there in the file, well written or not."""
        return where in self.values

    def place(self, where: Where, *, at_key: bool = False) -> Place:
        """Return the place of a value (or of its key), or of the nearest thing around it that stands in the file."""
        for end in range(len(where), -1, -1):
            for places in (self.keys, self.values) if at_key else (self.values, self.keys):
                if where[:end] in places:
                    return places[where[:end]]
        return Place(0, 0)


def spell(where: Where) -> str:
    """Write a way as a person would say it: "fields.members_total.aliases.vi[2]"."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in where).lstrip(".")


def parse(text: str, problems: Problems) -> Document:
    """Read YAML; ConfigurationError if it is none. Duplicate keys, tags and references are added to the problems."""
    root = _compose(text, problems)
    document = Document(problems)
    seen: set[int] = set()
    value = _value(root, (), document, seen)
    return dataclasses.replace(document, value=value)


def _compose(text: str, problems: Problems) -> yaml.Node:
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        reason = ", ".join(part for part in (error.context, error.problem) if part)
        if _TOO_DEEP_FOR_YAML in reason:
            problems.refuse(_TOO_DEEP, line)
        hint = next((hint for part, hint in _HINTS.items() if part in reason), "")
        problems.refuse(N_("This is not valid YAML: {reason}."), line, column, hint, reason=reason)
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        problems.refuse(N_("A character that no text file should hold stands here."), line)
    if root is None:
        problems.refuse(N_("The file is empty."))
    return root


class _Loader(SafeLoader):
    """Goes no deeper into blocks within blocks than a plan needs: the composer is recursive, and would go on until memory ends."""

    _depth = 0

    def descend_resolver(self, current_node: yaml.Node, _: object) -> None:
        """Go into a node."""
        self._depth += 1
        if self._depth > _DEEPEST + 1:  # what stands in the deepest block
            raise yaml.composer.ComposerError(None, None, _TOO_DEEP_FOR_YAML, current_node.start_mark)

    def ascend_resolver(self) -> None:
        """Come out of it."""
        self._depth -= 1


def _value(node: yaml.Node, where: Where, document: Document, seen: set[int]) -> Any:
    """Return the node as a plain value and note its place; None for what is refused."""
    text = node.value if isinstance(node, yaml.ScalarNode) else None
    document.values[where] = Place(node.start_mark.line + 1, node.start_mark.column + 1, text)
    if id(node) in seen:
        document.add_at_key(N_("“{key}” refers to another place of the file (*…): write it out instead."), where)
        return None
    seen.add(id(node))
    if node.tag not in _TAGS:
        document.add(N_("“{key}” has a tag ({tag}), which is not used here: leave it out."), where, tag=node.tag)
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, where, document, seen)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*where, index), document, seen) for index, item in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, where: Where, document: Document, seen: set[int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        place = Place(key.start_mark.line + 1, key.start_mark.column + 1)
        if not isinstance(key, yaml.ScalarNode):
            document.problems.add(N_("A key must be a single word."), place.line, place.column)
        elif key.value in found:
            first = document.keys[*where, key.value].line
            document.problems.add(
                N_("“{key}” stands twice in the same block; it first stands in line {first}."),
                place.line,
                place.column,
                key=spell((*where, key.value)),
                first=str(first),
            )
        else:
            document.keys[*where, key.value] = place
            found[key.value] = _value(value, (*where, key.value), document, seen)
    return found


def _scalar(node: yaml.Node) -> object:
    """Return what YAML 1.1 takes a scalar for, but numbers exactly, and dates and its stranger numbers (010, 1:30) as text."""
    kind, text = node.tag.removeprefix(_STANDARD), str(node.value)
    if kind == "bool":
        return text.lower() in ("yes", "true", "on")
    if kind == "null":
        return None
    if kind in ("int", "float") and _PLAIN_NUMBER.fullmatch(text):
        number = Fraction(text)
        return number.numerator if kind == "int" else number
    return text
