"""What officers and cron type. Only here: printing, exiting, the clock, the environment."""

import gc
import io
import os
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

from union_audit.cli.exit_codes import ExitCode
from union_audit.cli.screen import Screen
from union_audit.cli.show_errors import show_bug, show_error
from union_audit.cli.speech import early_language
from union_audit.errors import UnionAuditError

_KEPT = 31 << 20
"""Blocks of so many bytes are the largest that glibc learns to keep; this one is never touched."""


def main() -> NoReturn:
    """Run the command line of the process, and exit."""
    if sys.stderr is None:  # the shell closed it
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 (until the process ends)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # files and programs get UTF-8; a terminal what it can show
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    if not sys.warnoptions:  # a library's warning is for us, not for the user
        warnings.simplefilter("ignore")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's algebra, which nothing here needs, would start a thread a processor
    os.environ.setdefault("NUMPY_MADVISE_HUGEPAGE", "0")  # its arrays live shortly: larger pages cost more to be found than they save
    gc.set_threshold(300_000, 20, 20)  # a nation's rows are millions of small objects in no circle: look for circles less often
    bytes(_KEPT)  # what is given back once, the system's allocator keeps from then on: of a nation's arrays a third need no new memory
    code = run(sys.argv[1:])
    gc.freeze()  # Python ends without looking once more for circles among all that was loaded: a tenth of a short run
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code: here, and only here, every error ends in words."""
    colors = not os.environ.get("NO_COLOR") and "--no-color" not in arguments
    screen = Screen(early_language(arguments), colors=colors)
    try:
        from typer.main import get_command  # noqa: PLC0415 (here, so that Ctrl-C while the commands are loaded ends in no traceback either)

        from union_audit.cli.app import application  # noqa: PLC0415

        return get_command(application(arguments)).main(list(arguments), prog_name="union-audit", standalone_mode=False, obj=screen) or 0
    except UnionAuditError as error:
        show_error(error, screen)
        return error.exit_code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 (the one place where a bug of ours becomes a message)
        show_bug(error, screen)
        return ExitCode.BUG
