"""LibreOffice computes a workbook anew: the second opinion on every formula."""

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

SOFFICE = shutil.which("soffice") or ""

needs_libreoffice = pytest.mark.skipif(
    not SOFFICE, reason="LibreOffice (soffice) is not installed: nothing else computes the formulas anew"
)

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""The setting that workbooks are computed anew when they are opened, whoever wrote them."""


def recalculated(content: bytes, folder: Path) -> Workbook:
    """Return the workbook as LibreOffice saves it after computing all of it anew; a blank text is None."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    given, made = folder / "given.xlsx", folder / "made"
    given.write_bytes(content)
    command = [
        SOFFICE,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(made),
        str(given),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 (our own command)
    return openpyxl.load_workbook(io.BytesIO((made / given.name).read_bytes()), data_only=True)
