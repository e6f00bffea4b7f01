"""The charts: the targets beside their goals, and the worst units by their scores."""

from collections.abc import Mapping, Sequence

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from union_audit.frozen import dataclass
from union_audit.plan.goal import Tracked
from union_audit.reports.xlsx.book import Book
from union_audit.reports.xlsx.cells import BLUE, LINE, PERCENT, Formula, Paper, Value, clean
from union_audit.reports.xlsx.headings import NOW
from union_audit.reports.xlsx.shares import share
from union_audit.reports.xlsx.units import score_text

_UNITS = 25
"""Units that a chart can name."""

_LABEL_LETTERS = 60
_BAR, _FRAME = 28, 110
"""Pixels of a bar, and of what stands around the bars."""

_COLUMNS, _WIDE, _ROW = 9, 64, 20
"""Columns that a chart covers; the pixels of a column and of a row as Excel makes them."""


@dataclass(frozen=True, slots=True)
class Charts:
    """A sheet with two charts, whose figures stand in hidden columns behind them."""

    book: Book
    paper: Paper
    sheet: Worksheet

    def fill(self) -> None:
        """Draw the charts side by side, on one page."""
        language, order = self.book.view.options.language, self.book.view.order
        targets, units = self._targets(), self._units()
        worst = language("Units by score, the worst first")
        if len(units) < len(order):
            worst = language("Units by score: the worst {shown} of {total}", shown=len(units), total=len(order))
        height = _FRAME + _BAR * max(len(targets), len(units))
        now_and_goal = {language(NOW): BLUE, language("Goal"): LINE}
        self._add(0, language("Targets over all units, beside their goals"), targets, now_and_goal, height)
        self._add(1, worst, units, {language("Score"): BLUE}, height)
        self.sheet.fit_to_pages(1, 1)
        self.sheet.print_area(0, 0, height // _ROW, 2 * _COLUMNS - 1)

    def _add(self, place: int, title: str, rows: Sequence[tuple[Value, ...]], series: Mapping[str, str], height: int) -> None:
        """Add a chart of lying bars, the first row on top, from 0% to 100%."""
        if not rows:
            return
        column = 2 * _COLUMNS + 4 * place
        self.sheet.set_column(column, column + len(series), None, None, {"hidden": True})
        for number, values in enumerate(rows):
            for offset, value in enumerate(values):
                self.paper.write(self.sheet, number, column + offset, value)
        chart, small, name = self.paper.workbook.add_chart({"type": "bar", "name": title}), {"size": 9}, self.sheet.get_name()
        for offset, (label, colour) in enumerate(series.items(), 1):
            labels = {"value": True, "num_format": PERCENT, "font": {"size": 8}}
            chart.add_series(
                {
                    "name": label,
                    "categories": [name, 0, column, len(rows) - 1, column],
                    "values": [name, 0, column + offset, len(rows) - 1, column + offset],
                    "fill": {"color": colour},
                    "gap": 40,
                    **({"data_labels": labels} if offset == 1 else {}),
                }
            )
        chart.set_title({"name": title, "name_font": {"size": 12, "color": BLUE}})
        chart.set_y_axis({"reverse": True, "num_font": small, "line": {"color": LINE}, "interval_unit": 1})
        grid = {"visible": True, "line": {"color": "#E3E7EB"}}
        chart.set_x_axis({"min": 0, "max": 1, "major_unit": 0.2, "num_format": "0%", "num_font": small, "major_gridlines": grid})
        chart.set_legend({"position": "bottom", "font": small} if len(series) > 1 else {"none": True})
        chart.show_hidden_data()
        chart.set_size({"width": _COLUMNS * _WIDE - 12, "height": height})
        self.sheet.insert_chart(0, place * _COLUMNS, chart, {"description": title, "object_position": 3})

    def _targets(self) -> list[tuple[Value, ...]]:
        """Return label, share and goal of each target that is one."""
        view, totals = self.book.view, self.book.totals
        rows: list[tuple[Value, ...]] = []
        for row in view.targets():
            if row.figure.is_share and row.figure.value is not None:
                goal = None if isinstance(row.figure.goal, Tracked) or row.figure.required is None else float(row.figure.required)
                rows.append((_label(f"{row.target.number}. {row.label}"), totals.look_up(row.column, NOW), goal))
        return rows

    def _units(self) -> list[tuple[Value, ...]]:
        """Return name and score of the worst units that have one."""
        view, ratios = self.book.view, self.book.ratios
        codes, rows = view.audit.facts.roster.columns.code, list[tuple[Value, ...]]()
        for unit in view.order[:_UNITS].tolist():
            score = share(float(view.audit.scores.score[unit]))
            if score is not None:
                text = Formula(score_text(ratios, str(unit + 1)), score, PERCENT) if self.book.is_live else score
                rows.append((_label(view.names[codes[unit]]), text))
        return rows


def _label(text: str) -> str:
    return clean(text if len(text) <= _LABEL_LETTERS else f"{text[: _LABEL_LETTERS - 1]}…")
