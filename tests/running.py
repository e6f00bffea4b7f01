"""What a run of the command gives back, for the tests of the command line and of the documentation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Result]
