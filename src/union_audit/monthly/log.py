"""The log of the monthly runs: a line of JSON a step, for whoever asks later what happened and when."""

import json
import uuid
from collections.abc import Callable
from dataclasses import field
from datetime import datetime
from pathlib import Path

from union_audit.errors import Problem, ReportError
from union_audit.frozen import dataclass
from union_audit.words import N_


@dataclass(slots=True)
class Log:
    """`now` tells the time, aware of its zone; every run has a number of its own."""

    path: Path
    now: Callable[[], datetime]
    run: str = field(default_factory=lambda: uuid.uuid4().hex[:12])

    def step(self, name: str, **facts: object) -> None:
        """Add a line. ReportError where it cannot be written."""
        line = {"at": self.now().isoformat(timespec="milliseconds"), "run": self.run, "step": name, **facts}
        try:
            with self.path.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
        except OSError as error:
            said = N_("The log cannot be written ({detail}).")
            raise ReportError(Problem(said, {"detail": error.strerror or str(error)}, file=str(self.path))) from error
