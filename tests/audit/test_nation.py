"""A nation's table, from the file to the ranks, against the reference in SQL; `heavy/national_reference.py` does it at full size."""

from pathlib import Path

import national

PLAN = Path(__file__).parents[2] / "targets.yaml"


def test_a_nation_of_two_thousand_units(tmp_path: Path) -> None:
    nation = national.make(PLAN, tmp_path, 2_000)
    found = national.differences(nation, national.audited(nation))
    assert {name: count for name, count in found.items() if "alone" in name and count} == {}
    assert found["every part: compared"] > 30_000
