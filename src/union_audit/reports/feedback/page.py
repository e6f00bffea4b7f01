"""The one page of a unit, for the screen and for a sheet of A4."""

from union_audit import __version__
from union_audit.reports.feedback.letter import About, Letter
from union_audit.reports.html.policy import Inlined
from union_audit.reports.letterhead import Letterhead
from union_audit.reports.options import Options
from union_audit.reports.templating import templates


class Pages:
    """Makes the pages of all units; what they share is made once."""

    def __init__(self, about: About, letterhead: Letterhead, options: Options) -> None:
        self._templates = templates(options.templates)
        self._shared = {
            "about": about,
            "language": options.language,
            "letterhead": letterhead,
            "inlined": Inlined.of(self._templates, letterhead, style="feedback.css"),
            "made_at": options.generated_at,
            "version": __version__,
        }

    def of(self, letter: Letter) -> str:
        """Return the page of one unit."""
        return self._templates.text("feedback.html.j2", letter=letter, **self._shared)
