"""What equal things are written as, found out once: a report of millions of figures has few different ones."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from union_audit.audit.result import NONE

_MOST = 100_000
"""So many are remembered; then it begins anew, so that memory stays bounded whatever the figures are."""


class Written(dict[Any, str]):
    """Each thing's text. `nothing`: the text of `NONE`."""

    def __init__(self, write: Callable[[Any], str], nothing: str) -> None:
        """Know nothing yet but how things are written."""
        super().__init__({NONE: nothing})
        self._write, self._nothing = write, nothing

    def __missing__(self, thing: Any) -> str:
        """Write a thing for the first time."""
        text = self[thing] = self._write(thing)
        return text

    def all(self, things: NDArray[Any] | Sequence[Any]) -> list[str]:
        """Return the texts of things of one type, in their order."""
        if len(self) > _MOST:
            self.clear()
            self[NONE] = self._nothing
        return list(map(self.__getitem__, things.tolist() if isinstance(things, np.ndarray) else things))
