"""One blank workbook, from its form to its bytes."""

from datetime import datetime, time
from typing import IO

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from union_audit.forms.choosing import Form
from union_audit.forms.pad import Pad
from union_audit.forms.single import fill_single
from union_audit.forms.table import fill_table
from union_audit.language import Language
from union_audit.plan.model import Plan
from union_audit.plan.period import Period


def write_form(form: Form, plan: Plan, period: Period, language: Language, stream: IO[bytes]) -> None:
    """Write the workbook to a stream; made again it is the same, to the byte."""
    workbook = Workbook(stream, {"in_memory": True})
    day = plan.calendar.start(period)
    workbook.set_properties({"title": f"{plan.code} {period.label}", "created": datetime.combine(day, time())})
    pad = Pad(workbook, plan, period, language)
    (fill_table if form.is_table else fill_single)(pad, form)
    workbook.close()
