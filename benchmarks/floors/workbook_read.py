"""Reads a workbook's cells with calamine as they are, and inflates its parts once: `python workbook_read.py FILE`."""

import sys
import zipfile

from python_calamine import CalamineWorkbook


def main(path: str) -> None:
    """Inflate every part, in pieces, then take all rows of the first sheet."""
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            with archive.open(part) as stream:
                while stream.read(1 << 16):
                    pass
    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)


if __name__ == "__main__":
    main(sys.argv[1])
