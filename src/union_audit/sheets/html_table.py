"""A table of a web page while it is read: each cell in the place that the cells above and before it leave free."""

from dataclasses import field

from union_audit.frozen import dataclass
from union_audit.sheets.html_cells import Attributes, cell_of, is_hidden, span
from union_audit.sheets.limits import COLUMNS
from union_audit.sheets.model import Cell, Sheet
from union_audit.sheets.number_format import NumberFormat
from union_audit.sheets.refusal import damaged, too_large


@dataclass(slots=True)
class HtmlTable:
    """`busy`: up to which row a column is taken by a cell that reaches down; `inner`: the tables in the cells of each row."""

    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    formats: dict[tuple[int, int], NumberFormat] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    busy: dict[int, int] = field(default_factory=dict)
    columns_told: int = 0
    cell: Attributes | None = None
    text: list[str] = field(default_factory=list)
    inner: dict[int, list["HtmlTable"]] = field(default_factory=dict)

    def start_row(self, attributes: Attributes) -> None:
        """Begin a row; the cell before may have been left open."""
        self.end_cell()
        self.rows.append([])
        if is_hidden(attributes):
            self.hidden_rows.add(len(self.rows) - 1)

    def start_cell(self, attributes: Attributes) -> None:
        """Begin a cell; the one before may have been left open, and the row never begun."""
        self.end_cell()
        if not self.rows:
            self.rows.append([])
        self.cell = attributes

    def tell_columns(self, attributes: Attributes) -> None:
        """Note columns that are described before the rows."""
        columns = range(self.columns_told, self.columns_told + span(attributes, "span"))
        self.columns_told = columns.stop
        if is_hidden(attributes) and columns.stop <= COLUMNS:
            self.hidden_columns.update(columns)

    def end_cell(self) -> None:
        """Put the open cell, if there is one, in its place: the first column that no cell above reaches down into."""
        if self.cell is None:
            return
        attributes, self.cell = self.cell, None
        cell, shown = cell_of("".join(self.text), attributes)
        self.text.clear()
        row, at = self.rows[-1], len(self.rows) - 1
        column = len(row)
        while self.busy.get(column, 0) > at:
            column += 1
        across, down = span(attributes, "colspan"), span(attributes, "rowspan")
        if column + across > COLUMNS:
            raise too_large("HTML", str(column + across), str(COLUMNS))
        row.extend([None] * (column + across - len(row)))
        row[column] = cell
        if shown:
            self.formats[at, column] = shown
        if across > 1 or down > 1:
            self.merged.append((at, column, at + down - 1, column + across - 1))
            self.busy.update(dict.fromkeys(range(column, column + across), at + down))

    def parts(self) -> list["HtmlTable"]:
        """Return the table; one that only arranges the page gives the lines and tables in its cells instead.

        Refuses (`Refused`) one that has tables in its cells and yet several texts in a row: what belongs together is not sure.
        """
        self.end_cell()
        if not self.inner:
            return [self]
        found = []
        for number, row in enumerate(self.rows):
            texts = [cell for cell in row if cell is not None]
            if len(texts) > 1:
                raise damaged("HTML: <table> in <table>")
            found += [HtmlTable([[line] for line in str(text).split("\n")]) for text in texts]
            found += self.inner.get(number, [])
        return found


def one_below_the_other(parts: list[HtmlTable]) -> Sheet:
    """Return one sheet of all parts, an empty row before and after each that is more than a line."""
    whole = HtmlTable()
    for part in parts:
        if whole.rows and (len(part.rows) > 1 or part.merged):
            whole.rows.append([])
        top = len(whole.rows)
        whole.rows += part.rows
        whole.merged += [(top + first, left, top + min(last, len(part.rows) - 1), right) for first, left, last, right in part.merged]
        whole.formats |= {(top + row, column): shown for (row, column), shown in part.formats.items()}
        whole.hidden_rows |= {top + row for row in part.hidden_rows}
        whole.hidden_columns |= part.hidden_columns
    return Sheet(
        "",
        whole.rows,
        merged=tuple(whole.merged),
        formats=whole.formats,
        hidden_rows=frozenset(whole.hidden_rows),
        hidden_columns=frozenset(whole.hidden_columns),
    )
