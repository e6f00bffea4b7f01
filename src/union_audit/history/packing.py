"""Arrays as the history keeps them: deflated, little-endian, one type for each part."""

import json
import zlib
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

TYPES = {
    "status": "<i1",
    "numerator": "<i8",
    "denominator": "<i8",
    "value": "<f8",
    "waived": "<i1",
    "figure": "<i8",
    "state": "<i1",
    "table": "<i4",
    "row": "<i4",
    "column": "<i4",
    "judged": "<i1",
    "submitted": "<i1",
    "score": "<f8",
}
"""The type of each part of `figures`."""

_FAST = 1


def pack(part: str, array: NDArray[Any]) -> bytes:
    """Return an array of a part, which must hold its figures exactly."""
    kept = array.astype(TYPES[part])
    if not np.array_equal(kept, array, equal_nan=TYPES[part] == "<f8"):
        raise OverflowError(part)
    return zlib.compress(kept.tobytes(), _FAST)


def unpack(part: str, data: bytes) -> NDArray[Any]:
    """Return the array that was packed."""
    return np.frombuffer(zlib.decompress(data), TYPES[part])


def unpack_one(part: str, data: bytes, place: int) -> Any:
    """Return one figure of the array that was packed, inflating no more than the figures before it."""
    size = np.dtype(TYPES[part]).itemsize
    return np.frombuffer(zlib.decompressobj().decompress(data, (place + 1) * size), TYPES[part])[place]


def pack_rows(rows: Sequence[Sequence[str | None]]) -> tuple[str, bytes]:
    """Return rows of texts, and the SHA-256 that tells whether they are kept already."""
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return sha256(text).hexdigest(), zlib.compress(text, _FAST)


def unpack_rows(data: bytes) -> list[list[str | None]]:
    """Return the rows that were packed."""
    rows: list[list[str | None]] = json.loads(zlib.decompress(data))
    return rows
