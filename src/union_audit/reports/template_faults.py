"""What can be wrong with a user's templates: found before the audit where it can be, else where the page is made."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from traceback import walk_tb

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.meta import find_referenced_templates

from union_audit import resources
from union_audit.errors import ConfigurationError, Problem
from union_audit.nearest import suggestion
from union_audit.words import N_

_HINT = N_("docs/templates.md says what a template may hold.")
_NOT_READ = N_("This cannot be read as a template: {reason}")
_KINDS = {".j2", ".css", ".js"}


class EndlessError(TemplateError):
    """A template does not come to an end."""


_SAID: tuple[tuple[type[Exception], str], ...] = (
    (EndlessError, N_("The template does not come to an end.")),
    (SecurityError, N_("A template may not do this: {reason}")),
    (TemplateNotFound, N_("There is no template “{reason}”.")),
    (TemplateSyntaxError, _NOT_READ),
    (UndefinedError, N_("The template asks for something that is not there: {reason}")),
    (Exception, N_("The template cannot be carried out: {reason}")),
)


def fault(error: Exception, folder: Path | None) -> Problem | None:
    """Return what a user's template did wrong, and where; None where the fault is not the template's."""
    file, line = _place(error)
    if not isinstance(error, TemplateError) and not (folder and Path(file).is_relative_to(folder)):
        return None
    said = next(said for kind, said in _SAID if isinstance(error, kind))
    return Problem(said, {"reason": _reason(error)}, file, line, hint=_HINT)


def check_templates(folder: Path) -> None:
    """Read a user's templates before anything is audited.

    Raises:
        ConfigurationError: there is no such folder, nothing in it takes the place of a template, or one cannot be read.
    """
    if not folder.is_dir():
        raise ConfigurationError(Problem(N_("There is no such folder of templates."), file=str(folder)))
    shipped = list(_names(resources.shipped("templates"), ["**"]))
    own = list(_names(folder, {str(Path(name).parent) for name in shipped}))
    problems: list[Problem] = []
    used = {name for each in own for name in _included(folder / each, problems)} | {*shipped}
    problems += [_useless(folder / name, name, shipped) for name in own if name not in used]
    if not own:
        names = ", ".join(shipped)
        problems.append(
            Problem(N_("No file in this folder has the name of a template: {names}."), {"names": names}, str(folder), hint=_HINT)
        )
    if problems:
        raise ConfigurationError(*problems)


def _names(folder: Path, within: Iterable[str]) -> Iterator[str]:
    """Yield the names of the templates in folders of a folder."""
    for inner in sorted(within):
        for path in sorted(folder.glob(f"{inner}/*")):
            if path.suffix in _KINDS and path.is_file():
                yield path.relative_to(folder).as_posix()


def _included(path: Path, problems: list[Problem]) -> Iterator[str]:
    """Yield the templates that one takes in; what is wrong with it is added to the problems."""
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".j2":
            yield from filter(None, find_referenced_templates(Environment(autoescape=True).parse(text)))
    except TemplateSyntaxError as error:
        problems.append(Problem(_NOT_READ, {"reason": str(error.message)}, str(path), error.lineno, hint=_HINT))
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(N_("This is no file of UTF-8 text that can be opened."), file=str(path)))


def _useless(path: Path, name: str, shipped: list[str]) -> Problem:
    hint, proposed = suggestion(name, shipped)
    return Problem(
        N_("“{word}” takes the place of no template, and no template takes it in."), {"word": name, **proposed}, str(path), hint=hint
    )


def _place(error: Exception) -> tuple[str, int]:
    """Return the template, and its line, where an error arose; ("", 0) where it arose in none."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or "", error.lineno
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    return next((place for place in reversed(frames) if Path(place[0]).suffix == ".j2"), ("", 0))


def _reason(error: Exception) -> str:
    return str(error.name if isinstance(error, TemplateNotFound) else error.message if isinstance(error, TemplateError) else error)
