"""What makes a report a document of the organisation, in one language: the plan's own settings, and the day."""

from typing import Final

from union_audit.frozen import dataclass
from union_audit.plan.colors import lightened
from union_audit.plan.model import Plan
from union_audit.plan.picture import Picture
from union_audit.reports.options import Options

DARK_PAPER: Final = "#14181d"
"""The ground of the page where people read in the dark (`--paper` in templates/report.css)."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The lines around a report; what is empty is not shown.

    At the top, `issued_by` and under it `number` on the left, `motto` and under it `dateline` on the right; then `heading` in the middle.
    At the end `recipients` on the left, `signatory` on the right. Of `issued_by` the last line is the issuer's own, those before it are
    above it. `accent` and `accent_on_dark` are "#rrggbb" or "".
    """

    issued_by: tuple[str, ...]
    number: str
    motto: tuple[str, ...]
    dateline: str
    heading: tuple[str, ...]
    signatory: tuple[str, ...]
    recipients: tuple[str, ...]
    logo: Picture | None
    accent: str
    accent_on_dark: str

    @property
    def has_head(self) -> bool:
        """Whether anything stands above the report."""
        return any((self.issued_by, self.number, self.motto, self.dateline, self.logo))

    @property
    def has_end(self) -> bool:
        """Whether anything stands under it."""
        return any((self.recipients, self.signatory))


def letterhead(plan: Plan, options: Options) -> Letterhead:
    """Return the plan's own lines, in the language of the report."""
    own, language = plan.report, options.language
    place = language.pick(own.place)
    return Letterhead(
        issued_by=language.lines(own.issued_by),
        number=language.pick(own.number),
        motto=language.lines(own.motto),
        dateline=f"{place}, {language.long_date(options.generated_at.date())}" if place else "",
        heading=language.lines(own.heading),
        signatory=language.lines(own.signatory),
        recipients=language.lines(own.recipients),
        logo=own.logo,
        accent=own.accent,
        accent_on_dark=lightened(own.accent, DARK_PAPER) if own.accent else "",
    )
