"""The parts of the documentation that are made: `python tests/documents.py` writes them, tests/test_docs.py compares them.

In a Markdown file, the block after `<!-- output of: union-audit … -->` holds what that command prints; docs/findings.md is made whole.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from union_audit.cli.explaining import example_of
from union_audit.findings import CODES, SEVERITY_WORDS, Code
from union_audit.language import Language

ROOT = Path(__file__).parents[1]
FINDINGS = ROOT / "docs" / "findings.md"
WITH_OUTPUT = (ROOT / "README.md", ROOT / "README.vi.md", ROOT / "docs" / "commands.md", ROOT / "docs" / "reports.md")

_BLOCK = re.compile(r"(<!-- output of: (?P<command>[^\n]*?) -->\n+```text\n).*?^```$", re.DOTALL | re.MULTILINE)
_HUNDREDS = {
    "0": ("Files", "what can be wrong with a file"),
    "1": ("Tables, headings and units", "what can be wrong with a table, its headings, its unit or its period"),
    "2": ("Cells", "what can be wrong with a cell"),
    "3": ("Consistency", "figures that do not agree with each other"),
    "4": ("Coverage and timeliness", "who did not report, and what is missing"),
    "5": ("Waivers and configuration", "what needs attention in the set-up"),
}

ABOUT_FINDINGS = """# Finding codes

What is wrong with, or worth knowing of, submitted data is a *finding*: it has a code, a place and a severity, and the audit goes on.
`union-audit explain UA001` prints what stands here, in Vietnamese too. A code never changes its meaning once it is released.

An **error** keeps a figure out of the audit; a **warning** may; a **note** never does.

More than 200 findings of one code at the same field of a file are said as one: how many there are, the first place and the last, and
two more with what stood there (in JSON the arguments `alike`, `last`, `such_as` and, where all stand in one column, `in_column`). Every
figure is still shown as what it is, with its own cell: by `union-audit inspect --figures`, in JSON, and in what goes back to its unit.
(This page is made from the program: `python tests/documents.py`.)"""


def findings() -> str:
    """Return docs/findings.md: every code, with what `union-audit explain` says of it."""
    parts = [ABOUT_FINDINGS]
    for digit, (heading, meaning) in _HUNDREDS.items():
        codes = [code for code in sorted(CODES.values(), key=lambda code: code.id) if code.id[2] == digit]
        if codes:
            parts += [f"## UA{digit}xx: {heading}", f"{meaning[0].upper()}{meaning[1:]}.", *map(_code, codes)]
    return "\n\n".join(parts) + "\n"


def with_outputs(text: str) -> str:
    """Return a Markdown text with the output of its commands as they are now."""
    return _BLOCK.sub(lambda block: f"{block[1]}{output_of(block['command'])}\n```", text)


def output_of(command: str) -> str:
    """Return what a command prints at 80 columns, run at the top of the tree; after it may stand `| head -N`."""
    command, _, lines = command.partition(" | head -")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("UNION_AUDIT_", "LC_", "LANG"))}
    program, *arguments = shlex.split(command)
    assert program == "union-audit", command
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-m", "union_audit", *arguments],
        cwd=ROOT,
        env={**kept, "COLUMNS": "80", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout, done.stderr
    shown = done.stdout.splitlines()[: int(lines) if lines else None]
    return "\n".join(line.rstrip() for line in shown).strip("\n")


def _code(code: Code) -> str:
    """Return a section about a code; the arguments of its texts stand in italics."""
    heading = f"### {code.id} ({SEVERITY_WORDS[code.severity].lower()})"
    texts = re.sub(r"\{(\w+)\}", r"*\1*", f"{heading}\n\n{code.message}\n\n{code.meaning}\n\n**What to do.** {code.action}")
    return f"{texts}\n\n**For example.** `{example_of(code, Language('en'))}`"


if __name__ == "__main__":
    FINDINGS.write_text(findings(), encoding="utf-8")
    for file in WITH_OUTPUT:
        file.write_text(with_outputs(file.read_text(encoding="utf-8")), encoding="utf-8")
