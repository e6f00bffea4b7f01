"""Compile the message catalogues (.po to .mo) whenever the package is built or installed editable.

For the wheel, read the shipped plan, make Python of the shipped templates, and ask Babel how numbers and months are written.
"""

import pickle
import sys
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueBuildHook(BuildHookInterface[BuilderConfig]):
    """Hatchling's hook: runs before the files of a wheel (or of an editable install) are gathered, and after."""

    _scratch: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Write each catalogue's .mo beside its .po, and put into the wheel what was read of the plan and made of the templates."""
        for source in Path(self.root, "src", "union_audit", "locales").rglob("*.po"):
            with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
                write_mo(mo, read_po(po))
        if self.target_name == "wheel" and version == "standard":
            sys.path.insert(0, str(Path(self.root, "src")))
            from union_audit import language, own_templates  # noqa: PLC0415 (this very tree's)
            from union_audit.plan.loading import READ, keep, load_plan  # noqa: PLC0415

            plan = Path(self.root, "targets.yaml")
            self._scratch = tempfile.TemporaryDirectory()
            made = {READ: keep(plan.read_bytes(), load_plan(plan))}
            made[language.KEPT] = pickle.dumps({code: language.known_by_babel(code) for code in language.LOCALES.values()}, protocol=4)
            made |= {f"{own_templates.KEPT}/{name}": text.encode() for name, text in own_templates.keep()}
            for name, content in made.items():
                file = Path(self._scratch.name, name)
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(content)
                build_data["force_include"][str(file)] = f"union_audit/shipped/{name}"

    def finalize(self, version: str, build_data: dict[str, dict[str, str]], artifact_path: str) -> None:  # noqa: ARG002 (hatchling's signature)
        """Leave nothing behind but the wheel."""
        if self._scratch:
            self._scratch.cleanup()
