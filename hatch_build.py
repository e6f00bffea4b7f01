"""Compile the message catalogues (.po to .mo) whenever the package is built or installed editable."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueBuildHook(BuildHookInterface[BuilderConfig]):
    """Hatchling's hook: runs before the files of a wheel (or of an editable install) are gathered."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002 (hatchling's signature)
        """Write each catalogue's .mo beside its .po."""
        for source in Path(self.root, "src", "union_audit", "locales").rglob("*.po"):
            with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
                write_mo(mo, read_po(po))
