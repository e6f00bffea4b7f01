"""What a heading means: a field of the plan, something about the unit, or nothing that is known here."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from union_audit.folding import fold
from union_audit.frozen import dataclass
from union_audit.intake.figures.cells import tidy
from union_audit.intake.periods.texts import is_period
from union_audit.intake.tables.misspelt import Misspelt
from union_audit.intake.vocabulary.headings import ROLES
from union_audit.intake.vocabulary.measures import MEASURE_LINES, MEASURES, PEOPLE, SCALES
from union_audit.intake.vocabulary.parts import is_part_heading
from union_audit.intake.vocabulary.periods import is_cumulative
from union_audit.intake.vocabulary.plans import is_plan
from union_audit.intake.vocabulary.totals import is_total
from union_audit.intake.vocabulary.values import NOT_VALUE, is_of_others, is_other_value, is_value
from union_audit.patterns import pattern
from union_audit.plan.model import OverPeriods, Plan

_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_ORDINAL = re.compile(r"^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,6}|[ivxIVX]{1,5}|[a-zđA-ZĐ])[.):/-]\s*\)?|[-–—+*•▪·]\s*)+\s*")
_TWICE = re.compile(r"\s*([^/()]+?)\s*[/(]\s*([^/()]+?)\s*\)?\s*")
"""A heading in two languages."""
_DIFFERENCE = pattern(r"\+\s*[/,;]?\s*[-–−]|[-–−]\s*/\s*\+|±")
"""A heading that says "(+/-)" heads differences, and its words alone would be a field's."""
_LONGEST_CORRECTED = 30
_CORRECTED = pattern(
    r"[\s(,–-]+(?:đã |sau (?:khi )?)?(?:điều chỉnh|đính chính|sửa(?: đổi)?|thẩm định|rà soát|xác minh)\)?\s*$", re.IGNORECASE
)
_CORRECTIONS = ("chỉnh", "chính", "sửa", "đổi", "định", "soát", "minh")
"""What a heading says behind a field's whose figures were corrected: beside the field's own it says the same figure once more."""
_WITHIN = "trong do "
_BETWEEN_MEASURES = re.compile(r"[\s/,;:]+")
_ROLE_OF = {word: role for role, words in reversed(ROLES.items()) for word in words}
_REMEMBERED = 16384

SEPARATOR = " › "
Stack: TypeAlias = tuple[tuple[str, ...], bool]
"""Texts that are taken together for one heading, and whether it may be misspelt."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading means. `role`: "field" or one of `ROLES`, or "ignored"; `fields`: two or more if it could be several."""

    role: str
    fields: tuple[str, ...] = ()
    how: str = "none"

    @property
    def field(self) -> str | None:
        """The one field that it means."""
        return self.fields[0] if self.role == "field" and len(self.fields) == 1 else None


IGNORED = Match("ignored")


class Headings:
    """The plan's labels and aliases, and the words of tables, indexed for look-up."""

    def __init__(self, plan: Plan) -> None:
        """Index every writing of every field."""
        self.is_measure = lru_cache(maxsize=_REMEMBERED)(self._is_measure)
        self._exact: dict[str, dict[str, str]] = defaultdict(dict)  # writing -> field -> how
        measures = set(MEASURES)
        for field in plan.fields:
            measures.update(fold(unit) for unit in (*field.unit.values(), *field.unit_one.values()))
        self._measures = measures
        self.field = {field.id: field for field in plan.fields}.__getitem__
        for field in plan.fields:
            for how, texts in (("label", field.label.values()), ("alias", field.aliases)):
                for text in texts:
                    for key in self._writings(text, is_own=True):
                        self._exact[key].setdefault(field.id, how)
        self._summed = {field.id for field in plan.fields if field.over_periods is OverPeriods.SUM}
        self._since = {field.id for field in plan.fields if field.cumulative}
        self._misspelt = Misspelt(self._exact)
        self._last_words = {key.rpartition(" ")[2] for key in (*self._exact, *chain(*ROLES.values()), "")}
        self._known: dict[tuple[str, bool], Match] = {}
        self._known_stacks: dict[Stack, Match] = {}
        self.is_scaled = lru_cache(maxsize=_REMEMBERED)(self._is_scaled)

    def match(self, text: str, *, near: bool = True) -> Match:
        """Return what one heading means; `near`: also where it is misspelt."""
        known = self._known.get((text, near))
        if known is None:
            is_difference = ("+" in text or "±" in text) and _DIFFERENCE.search(text)
            known = IGNORED if is_difference else self._match(tidy(text), near=near)
            known = self._known[text, near] = IGNORED if known.field and self._counts_people(text, known.field) else known
        return known

    def may_be(self, text: str) -> bool:
        """Whether a text may mean something as it is written: what may be left off stands before its last word, or in brackets."""
        return fold(text).rpartition(" ")[2] in self._last_words or any(sign in text for sign in "([{/")

    def match_stack(self, parts: Sequence[str], *, near: bool = True) -> Match:
        """Return what a heading of several rows means, its group first: the whole, else its last part, else a group above a plain word."""
        if len(parts) == 1:
            return self.match(parts[0], near=near)
        key = tuple(parts), near
        known = self._known_stacks.get(key)
        if known is None:
            known = self._known_stacks[key] = self._match_stack(parts, near=near)
        return known

    def asked_with(self, *texts: str) -> dict[Stack, Match]:
        """Return what was asked for together with one of some texts since `forget` was called, and what it means."""
        return {stack: match for stack, match in self._known_stacks.items() if not {*texts}.isdisjoint(stack[0])}

    def forget(self) -> None:
        """Let go of what was found out, if that is much: called between two sheets."""
        for known in (self._known, self._known_stacks):
            if len(known) > _REMEMBERED:
                known.clear()

    def _match_stack(self, parts: Sequence[str], *, near: bool) -> Match:
        *groups, leaf = parts
        if any(map(is_other_value, groups)) or self._is_of_others(groups, leaf):
            return IGNORED
        near = near and fold(leaf) not in NOT_VALUE  # else "… chuyển đổi số › Kế hoạch" is "… chuyển đổi số của kế hoạch"
        tries = [(" ".join(parts[first:]), allowed) for allowed in (False, near) for first in range(len(parts))]
        if self._is_of_its_group(leaf):
            tries.append((" ".join(groups), near))
        found = next((found for text, allowed in tries if (found := self.match(text, near=allowed)).role != "ignored"), IGNORED)
        if self.is_summed(found) and any(map(is_cumulative, parts)):
            return IGNORED
        return self.match_stack(groups, near=near) if found is IGNORED and self.is_measure(leaf) else found

    def _is_of_others(self, groups: Sequence[str], leaf: str) -> bool:
        """Whether a group says that the figures under it are of something else, and the plan knows no such figure."""
        is_other = any(is_of_others(group) or is_part_heading(group) or is_plan(group) for group in groups)
        return is_other and self.match(" ".join((*groups, leaf)), near=False).role != "field"

    def narrowed(self, texts: Sequence[str], matches: Sequence[Match]) -> list[Match]:
        """Return what headings in a row mean, where a part says which of the whole before it is the field's.

        Beside "Trong đó: kết nối mạng" the column "Tổng số máy tính" is not that of the computers connected to a network.
        """
        found, whole = list(matches), -1
        for place, (text, match) in enumerate(zip(texts, matches, strict=True)):
            if match.role == "field":
                whole = place
                continue
            rest = fold(_ORDINAL.sub("", text))
            is_part = whole >= 0 and rest.startswith(_WITHIN)
            part = self.match(f"{texts[whole]} {rest.removeprefix(_WITHIN)}", near=False) if is_part else IGNORED
            if part.field and part.field == found[whole].field:
                found[place], found[whole] = part, IGNORED
        return found

    def _is_of_its_group(self, leaf: str) -> bool:
        """Whether a heading only says that it holds the figures of the heading above it: "Thực hiện", "Tổng số", "Lũy kế", "Tháng 6"."""
        says = (
            is_value(self.without_measures(leaf)),
            is_total(leaf),
            is_cumulative(leaf),
            is_period(leaf),
        )
        return any(says)

    def is_summed(self, match: Match) -> bool:
        """Whether a heading means a figure of the period alone, which longer periods add up."""
        return match.field in self._summed

    def is_since(self, match: Match) -> bool:
        """Whether a heading means a figure that is counted since an earlier period's beginning."""
        return match.field in self._since

    def _is_scaled(self, text: str) -> bool:
        """Whether a heading's or a line's unit of measure multiplies what is written ("nghìn người")."""
        _, group, leaf = text.rpartition(SEPARATOR)
        measure = " ".join(_BRACKETS.findall(text)) or (text.partition(":")[2] if fold(text).startswith(MEASURE_LINES) else "")
        measure += f" {leaf}" if group and self.is_measure(leaf) else ""
        return bool(measure) and any(word in SCALES for word in _BETWEEN_MEASURES.split(tidy(measure).casefold()))

    def _match(self, text: str, *, near: bool) -> Match:
        keys = list(self._writings(text))
        for key in keys:
            fields = self._exact.get(key)
            if fields:
                how = "ambiguous" if len(fields) > 1 else next(iter(fields.values()))
                return Match("field", tuple(fields), how)
        role = next(filter(None, map(_ROLE_OF.get, keys)), None)
        if role:
            return Match(role, how="alias")
        if fold(text) == "" and text in ("#", "№"):
            return Match("ordinal", how="alias")
        if meant := self._in_two_languages(text) or self._corrected(text):
            return meant
        is_other = any(fold(each) in NOT_VALUE for each in _BRACKETS.findall(text))
        return self._near(keys[0]) if near and not is_other and keys and len(keys[0].split()) > 1 else IGNORED

    def _counts_people(self, text: str, field: str) -> bool:
        """Whether a heading says that people are counted, and the field counts something else: "Hội nghị (lượt người)"."""
        units = {fold(unit) for unit in self.field(field).unit.values()}
        return bool(units) and units.isdisjoint(PEOPLE) and any(fold(each) in PEOPLE for each in _BRACKETS.findall(text))

    def _corrected(self, text: str) -> Match | None:
        """Return the field whose corrected figures a heading says that it holds."""
        if not text.casefold().rstrip().removesuffix(")").endswith(_CORRECTIONS):
            return None
        found = _CORRECTED.search(text, max(len(text) - _LONGEST_CORRECTED, 0))
        meant = self._match(text[: found.start()], near=False) if found else IGNORED
        return meant if meant.role == "field" else None

    def _in_two_languages(self, text: str) -> Match | None:
        """Return what a heading means that says the same twice: "Tên đơn vị/Unit", "Tổng số máy tính (Computers)"."""
        found = _TWICE.fullmatch(text) if "/" in text or "(" in text else None
        halves = [self._match(half, near=False) for half in found.groups()] if found else [IGNORED]
        is_same = all((half.role, half.fields) == (halves[0].role, halves[0].fields) for half in halves)
        return halves[0] if is_same and halves[0] is not IGNORED else None

    def _near(self, key: str) -> Match:
        """Return the only field whose heading differs from this one in misspelt or small words at most."""
        fields = self._misspelt.fields(key)
        return Match("field", tuple(sorted(fields)), "near" if len(fields) == 1 else "ambiguous") if fields else IGNORED

    def _writings(self, text: str, *, is_own: bool = False) -> Iterator[str]:
        """Yield the folded text as it stands, then without what may be left off; a plan's own words also without their brackets."""
        bare = _ORDINAL.sub("", text)
        for each in _distinct((text, bare, self.without_measures(bare), *((_BRACKETS.sub(" ", bare),) if is_own else ()))):
            if key := fold(each):
                yield key
                if key.startswith(_WITHIN):
                    yield key.removeprefix(_WITHIN)

    def without_measures(self, text: str) -> str:
        """Return the text without brackets that hold only a unit of measure or the number of a column, and without a colon at its end."""
        return _BRACKETS.sub(lambda found: " " if self.is_measure(found[1]) else found[0], text).rstrip(" :.,;")

    def _is_measure(self, text: str) -> bool:
        """Whether a text is a unit of measure, or the number of a column, and means nothing else."""
        key = fold(" ".join(word for word in tidy(text).casefold().split() if word not in SCALES))
        for begin in MEASURE_LINES:
            key = key.removeprefix(begin).strip()
        return key in self._measures or not key or re.fullmatch(r"(?:\d{1,2}|[a-d])(?: \d{1,2})*", key) is not None


def _distinct(texts: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(texts)
