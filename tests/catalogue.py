"""The message catalogues: what the source says, and what each language has of it. Run it to bring every .po file up to date.

`python tests/catalogue.py` adds the messages that are new, drops those that are gone, and lists what is still to translate.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from union_audit.resources import LOCALES

ROOT = Path(__file__).parents[1]
KEYWORDS = {"N_": 1, "N_plural": 2, "language": 1, "plural": 2}
"""The calls whose first arguments are messages: `N_("…")`, `language("…")`, and two of them `language.plural("one", "many", n)`."""

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: union-audit\\n"
"Language: {code}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield each module of the source by its path, parsed."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str:
    """Return the name of the function or method that is called, "" where the node is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def extracted() -> Catalog:
    """Return every message of the source and the templates, with the files that say it."""
    catalogue = Catalog(charset="utf-8")
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (count := KEYWORDS.get(called(node))):
                given = [each.value for each in node.args[:count] if isinstance(each, ast.Constant) and isinstance(each.value, str)]
                if len(given) == count and all(given):
                    catalogue.add(given[0] if count == 1 else tuple(given), locations=[(name, 0)])
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        with path.open("rb") as file:
            for _line, function, message, _comments in babel_extract(file, list(KEYWORDS), (), {}):
                found = [message] if isinstance(message, str) else [each for each in message or () if each is not None]
                count = KEYWORDS[function]
                catalogue.add(found[0] if count == 1 else tuple(found[:count]), locations=[(path.relative_to(ROOT).as_posix(), 0)])
    return catalogue


def catalogues() -> dict[str, Path]:
    """Return the .po file of each language."""
    return {path.parts[-3]: path for path in sorted(LOCALES.rglob("*.po"))}


def read(path: Path) -> Catalog:
    """Read a .po file."""
    with path.open("rb") as file:
        return read_po(file)


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages without the header."""
    return (message for message in catalogue if message.id)


def texts(message: Message) -> tuple[list[str], list[str]]:
    """Return the forms of a message (one and many), and those of its translation."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = [message.string or ""] if isinstance(message.string, str | None) else list(message.string)
    return ids, strings


def fields(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def update(path: Path) -> Catalog:
    """Bring a .po file up to date with the source, and return it."""
    catalogue = read(path)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    save(catalogue, path)
    return catalogue


def save(catalogue: Catalog, path: Path) -> None:
    """Write a .po file the same way every time: no dates, no line numbers, in the order of the source."""
    written = BytesIO()
    write_po(written, catalogue, width=140, omit_header=True, sort_by_file=True, include_lineno=False)
    header = HEADER.format(code=catalogue.locale_identifier, plural=catalogue.plural_forms)
    path.write_bytes(header.encode() + written.getvalue())


if __name__ == "__main__":
    for code, path in catalogues().items():
        missing = [message for message in messages(update(path)) if not all(texts(message)[1])]
        sys.stdout.write(f"{code}: {len(missing)} to translate\n")
        sys.stdout.writelines(f"  {message.id!r}\n" for message in missing)
