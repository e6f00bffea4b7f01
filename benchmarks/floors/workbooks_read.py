"""Reads every workbook of a folder with calamine as it is: `python workbooks_read.py FOLDER`. Prints the seconds beyond start-up."""

import sys
import time
from pathlib import Path

from python_calamine import CalamineWorkbook


def main(folder: Path) -> None:
    """Read one after another."""
    began = time.process_time()
    for path in sorted(folder.iterdir()):
        CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    sys.stdout.write(f"{time.process_time() - began}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
