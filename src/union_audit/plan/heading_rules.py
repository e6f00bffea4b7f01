"""Checks that no heading could be two fields, and no word two levels: what intake folds and finds is one thing or none."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeAlias

from union_audit.folding import fold
from union_audit.plan.document import Document, Where
from union_audit.words import N_

Draft: TypeAlias = Mapping[str, Any]
"""What of a plan, or of a part of it, conformed to the schema."""

Heading: TypeAlias = tuple[Where, str, str]
"""Where a heading stands, the heading, and the id that it means."""


def headings_differ(plan: Draft, document: Document) -> None:
    """Check that no heading could be two fields, and no word two levels."""
    for kind in ("fields", "levels"):
        entries = plan.get(kind, {}).items()
        labels = (heading for id_, entry in entries for heading in _labels(kind, id_, entry))
        aliases = (heading for id_, entry in entries for heading in _aliases(kind, id_, entry))
        _differ(document, chain(labels, aliases))
    _differ(document, (heading for id_, level in plan.get("levels", {}).items() for heading in _beginnings(id_, level)))


def _labels(kind: str, id_: str, entry: Draft) -> Iterator[Heading]:
    yield (kind, id_), id_, id_
    for language, text in entry.get("label", {}).items():
        yield (kind, id_, "label", language), text, id_


def _aliases(kind: str, id_: str, entry: Draft) -> Iterator[Heading]:
    for language, texts in entry.get("aliases", {}).items():
        for index, text in enumerate(texts):
            yield (kind, id_, "aliases", language, index), text, id_


def _beginnings(id_: str, level: Draft) -> Iterator[Heading]:
    for index, text in enumerate(level.get("names_begin", [])):
        yield ("levels", id_, "names_begin", index), text, id_


def _differ(document: Document, headings: Iterable[Heading]) -> None:
    first: dict[str, str] = {}
    for where, text, owner in headings:
        folded = fold(text)
        if not folded:
            document.add(N_("“{key}” has neither letters nor digits: {text}."), where, text=text)
        elif first.setdefault(folded, owner) != owner:
            document.add(
                N_("“{text}” could be “{one}” or “{other}” (case, accents and punctuation do not tell them apart)."),
                where,
                text=text,
                one=first[folded],
                other=owner,
            )
