"""A report is written whole or not at all: into a temporary file beside it, which then takes its place."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, cast

from union_audit.errors import Problem, ReportError
from union_audit.words import N_


@contextmanager
def replacing(target: Path, *, encoding: str | None, durable: bool = True) -> Iterator[IO[Any]]:
    """Yield a stream whose content becomes `target` when the block ends well; what was there before stays until then.

    `encoding` is None for a binary stream; a text stream leaves line ends as they are written. `durable`: wait until the disk has it;
    of thousands of files only the list that is written last need be.
    Raises ReportError where the disk or the folder does not allow it.
    """
    target = target.resolve() if target.is_symlink() else target  # a link stays a link
    is_there = target.exists()
    if is_there and not target.is_file() and not target.is_dir():
        with _plainly(target, encoding) as stream:  # a pipe or a device cannot be replaced
            yield stream
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".union-audit-", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise _not_written(target, error) from error
    temporary = Path(name)
    try:
        with _open(handle, encoding) as stream:
            with _lasting(stream) as given:
                yield given
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        temporary.chmod(target.stat().st_mode & 0o777 if is_there else _permissions())
        temporary.replace(target)
    except OSError as error:
        if error.errno is None:  # a library's own error (a template that is not there), nothing that the disk said
            raise
        raise _not_written(target, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def _plainly(target: Path, encoding: str | None) -> Iterator[IO[Any]]:
    try:
        with _open(os.open(target, os.O_WRONLY), encoding) as stream, _lasting(stream) as given:
            yield given
    except OSError as error:
        raise _not_written(target, error) from error


class _Nowhere:
    """Stands for a file that is gone. It is none of Python's own files: such a one may be closed before what still writes to it."""

    def __init__(self) -> None:
        self._position = 0

    def seek(self, position: int) -> int:
        self._position = position
        return position

    def tell(self) -> int:
        return self._position

    def write(self, content: Any) -> int:
        self._position += len(content)
        return len(content)

    def flush(self) -> None:
        pass


class _Lasting:
    """A file as it is given away: an error of the disk stays known, and what is written when the file is gone goes nowhere."""

    def __init__(self, stream: IO[Any]) -> None:
        self._stream: IO[Any] | _Nowhere = stream
        self.failed: OSError | None = None

    def write(self, content: Any) -> int:
        try:
            return self._stream.write(content)
        except OSError as error:
            self.failed = error
            raise

    def leave(self) -> None:
        self._stream = _Nowhere()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def _lasting(stream: IO[Any]) -> Iterator[IO[Any]]:
    """Yield a stream for a while. A zip that a failed writer left open is closed by Python whenever it likes, and then writes its end."""
    given = _Lasting(stream)
    try:
        yield cast("IO[Any]", given)
    except Exception as error:
        if given.failed and not isinstance(error, OSError):  # a library made another error of it
            raise given.failed from error
        raise
    finally:
        given.leave()


def _open(handle: int, encoding: str | None) -> IO[Any]:
    return os.fdopen(handle, "wb") if encoding is None else os.fdopen(handle, "w", encoding=encoding, newline="")


def _permissions() -> int:
    """Return the mode that an ordinary new file would get."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _not_written(target: Path, error: OSError) -> ReportError:
    return ReportError(
        Problem(
            N_("The report cannot be written ({detail})."),
            {"detail": error.strerror or str(error)},
            file=str(target),
            hint=N_("Check that you may write to the folder, that the disk is not full, and that no program holds the file open."),
        )
    )
