"""The plan → blank workbooks for its units to fill in. What is filled in as it asks, `intake` reads back with nothing to say."""

from union_audit.forms.choosing import Choice, Form, Per, forms_of
from union_audit.forms.writing import write_form

__all__ = ["Choice", "Form", "Per", "forms_of", "write_form"]
