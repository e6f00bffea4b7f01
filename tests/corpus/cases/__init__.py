"""All the cases, in the order of the rules of reading."""

from dataclasses import replace

from corpus.cases import (
    answers,
    around,
    asides,
    content,
    figures,
    formats,
    headers,
    long_tables,
    measures,
    merged_units,
    moved,
    odd_files,
    odd_forms,
    of_one_unit,
    office_forms,
    office_tables,
    others,
    partial,
    parts_of,
    periods,
    qualified,
    several_periods,
    shapes,
    shares,
    spellings,
    ticks,
    unambiguous,
    units,
    unlisted,
    unseen,
    value_columns,
)

LATER: dict[str, str] = {}
"""What is not read yet, and why. A case that is read after all fails until its line here is gone."""

CASES = [
    replace(each, later=LATER.get(each.id, ""))
    for module in (
        content,
        moved,
        shapes,
        headers,
        around,
        asides,
        units,
        spellings,
        figures,
        formats,
        shares,
        periods,
        several_periods,
        unseen,
        long_tables,
        office_tables,
        office_forms,
        odd_forms,
        odd_files,
        unambiguous,
        unlisted,
        partial,
        parts_of,
        ticks,
        of_one_unit,
        qualified,
        value_columns,
        others,
        merged_units,
        answers,
        measures,
    )
    for each in module.CASES
]
