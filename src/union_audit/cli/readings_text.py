"""What was made of each file, as text: its tables, which heading is which field, what was left out and why."""

from collections.abc import Iterator, Sequence

from union_audit.cli.layout import definitions, entries, paragraph
from union_audit.cli.readings_json import by_file, line_of
from union_audit.cli.screen import BOLD, DIM, RED, YELLOW, Screen
from union_audit.cli.settling import SetUpFiles, how_to_settle
from union_audit.findings import Finding, Severity
from union_audit.frozen import dataclass
from union_audit.intake.facts import Heading, Input, Layout, TableRead
from union_audit.language import Language
from union_audit.plan.model import Plan
from union_audit.reports.saying import say_finding
from union_audit.reports.words import Words
from union_audit.visible import visible
from union_audit.words import N_

ROLE = {
    "code": N_("the unit's code"),
    "name": N_("the unit's name"),
    "level": N_("the unit's level"),
    "parent": N_("the unit above"),
    "ordinal": N_("a running number"),
    "total": N_("a total"),
    "share": N_("a percentage"),
    "ignored": N_("not used"),
}
HOW = {
    "label": N_("by its label"),
    "alias": N_("by an alias"),
    "near": N_("by nearly the same words"),
    "ambiguous": N_("could be several fields"),
}
FACT = {"encoding": N_("encoding"), "delimiter": N_("delimiter")}
INVISIBLE = {"\t": N_("tab"), " ": N_("space")}
STYLE = {"near": YELLOW, "ambiguous": RED}
SEVERITY_STYLE = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: DIM}


@dataclass(frozen=True, slots=True)
class ReadingsText:
    """Says how files were read."""

    inputs: Sequence[Input]
    findings: Sequence[Finding]
    plan: Plan
    screen: Screen
    files: SetUpFiles

    @property
    def language(self) -> Language:
        """The language to say it in."""
        return self.screen.language

    @property
    def words(self) -> Words:
        """The reports' own words in it."""
        return Words(self.language)

    def __str__(self) -> str:
        """Return a block for each file, and the findings of no file at the end."""
        about = by_file(self.findings, self.inputs)
        blocks = ["\n".join(self._file(each, about[each.file])) for each in self.inputs]
        blocks += [self._finding(finding, 0) for finding in about[""]]
        return "\n\n".join(blocks)

    def _file(self, read: Input, findings: Sequence[Finding]) -> Iterator[str]:
        yield self.screen.styled(f"{visible(read.file)} · {self.words.input_status(read.status)}", BOLD)
        if read.kind:
            yield paragraph("; ".join((self.language("{kind}, by its content", kind=read.kind), *self._facts(read))), 2)
        for table in read.tables:
            yield ""
            yield from self._table(table)
        own = [self._finding(finding, 2) for finding in findings]
        yield from ["", *own] if own else []

    def _facts(self, read: Input) -> Iterator[str]:
        language = self.language
        for name, value in read.facts.items():
            yield f"{language(FACT.get(name, name))}: {visible(language(INVISIBLE.get(value, value)))}"

    def _table(self, table: TableRead) -> Iterator[str]:
        language = self.language
        rows = ", ".join(str(row + 1) for row in table.header_rows)
        heading = language("Sheet “{sheet}”: {layout}", sheet=visible(table.sheet), layout=self.words.layout(table.layout))
        yield self.screen.styled(paragraph(heading if table.sheet else self.words.layout(table.layout), 2), BOLD)
        yield definitions(
            [
                (language("Header rows"), rows),
                (language("Figures in column"), ", ".join(line_of(column, is_row=False) for column in table.figures_in)),
                (language("Period"), _with_evidence(table.period.label if table.period else language("not told"), table.period_evidence)),
                (language("Units"), _with_evidence(_count_or_one(table.units, language), language(table.unit_evidence))),
                (language("Units not known"), language.number(table.unknown) if table.unknown else ""),
            ],
            4,
        )
        by_row = table.layout is not Layout.WIDE
        shown = entries([(line_of(each.index, is_row=by_row), self._heading(each, table)) for each in table.headings], 4)
        yield from (self._marked(each, text) for each, text in zip(table.headings, shown, strict=True))
        if table.left_out:
            yield "  " + language("Left out:")
            by_row = table.layout is not Layout.TRANSPOSED
            yield definitions(
                [
                    (line_of(each.index, is_row=by_row), _with_evidence(language(each.reason), visible(each.text)))
                    for each in table.left_out
                ],
                4,
            )

    def _heading(self, heading: Heading, table: TableRead) -> str:
        """Return "Tổng số máy tính → computers_networked (by an alias; numbers)"."""
        language = self.language
        taken = heading.field or language(ROLE.get(heading.role, heading.role))
        how = language(HOW[heading.how]) if heading.how in HOW else ""
        styles = ", ".join(map(language, table.styles.get(heading.field or "", ())))
        return _with_evidence(f"{visible(heading.text)} → {taken}", "; ".join(filter(None, (how, styles))))

    def _marked(self, heading: Heading, text: str) -> str:
        """Return the text of a heading in the style of how it was taken."""
        style = STYLE.get(heading.how) or (DIM if heading.role == "ignored" else "")
        return self.screen.styled(text, style) if style else text

    def _finding(self, finding: Finding, indent: int) -> str:
        row = say_finding(finding, self.plan, {}, self.words)
        place = " › ".join(map(visible, finding.source.steps[1:])) if finding.source else ""
        about = f"{row.severity_word} {row.code}{' ' + place if place else ''}"
        settled = visible(how_to_settle(finding, self.files, self.language))
        text = paragraph(" ".join(filter(None, (f"{about}: {row.message}", row.action, settled))), indent)
        return text.replace(about, self.screen.styled(about, SEVERITY_STYLE[row.severity]), 1)


def _count_or_one(units: Sequence[str], language: Language) -> str:
    """Return how many units there are, or which one."""
    return visible(units[0]) if len(units) == 1 else language.number(len(units))


def _with_evidence(text: str, evidence: str) -> str:
    return f"{text} ({evidence})" if text and evidence else text
