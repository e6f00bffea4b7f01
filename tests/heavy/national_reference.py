"""A whole national run against the reference in SQL: `python tests/heavy/national_reference.py [--units 125000]` (minutes, gigabytes)."""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import national


def main() -> int:
    """Make the nation, audit it both ways, and say where they differ; 1 if they do anywhere."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=125_000)
    parser.add_argument("--seed", type=int, default=251)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        nation = national.make(Path(__file__).parents[2] / "targets.yaml", Path(folder), asked.units, asked.seed)
        found = national.differences(nation, national.audited(nation))
    for name, count in found.items():
        sys.stdout.write(f"{name}: {count}\n")
    return int(any(count for name, count in found.items() if "alone" in name))


if __name__ == "__main__":
    sys.exit(main())
