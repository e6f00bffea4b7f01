"""The program's own templates, turned into Python when the package is built: a fifth of a short run with a page is to do it again.

Beside the templates, in the package, lies the module that each of them was made into, which is installed as every other is. It is used
where this Jinja would make the same of the template as it stands.
"""

from collections.abc import Iterator, MutableMapping
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

import jinja2

from union_audit import resources

KEPT = "compiled"
LONGEST = 2000
"""Longer texts are cut, with a sign that says so: no submission can make a page endless."""


def cut(value: Any) -> Any:
    """Cut a text that is no markup of ours."""
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST and not hasattr(value, "__html__") else value


OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": jinja2.StrictUndefined,
    "finalize": cut,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
"""How every template is read, ours and a user's: every text is escaped, and what is missing is a fault."""


def keep() -> Iterator[tuple[str, str]]:
    """Yield the name of each module that is laid beside the shipped templates, and its text."""
    loader = jinja2.FileSystemLoader(resources.shipped("templates"))
    environment = jinja2.Environment(loader=loader, **OPTIONS)  # noqa: S701 (autoescape is among the options)
    for name in environment.list_templates(extensions=["j2"]):
        source, _, _ = loader.get_source(environment, name)
        yield _module(name), f"{environment.compile(source, name, raw=True, defer_init=True)}\n\nmade_from = {_origin(source)!r}\n"


class OwnTemplates(jinja2.FileSystemLoader):
    """Loads the program's own templates for an environment with `OPTIONS`."""

    def __init__(self) -> None:
        """Load them from the package, or from the top of the source tree."""
        super().__init__(resources.shipped("templates"))

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 (Jinja's own name)
    ) -> jinja2.Template:
        """Return a template: as it was kept, or compiled now."""
        kept = _kept(name)
        if kept is None or kept.made_from != _origin(self.get_source(environment, name)[0]):
            return super().load(environment, name, globals)
        return environment.template_class.from_module_dict(environment, vars(kept), globals or {})


def _module(name: str) -> str:
    return f"{name.replace('/', '_').replace('.', '_')}.py"


def _origin(source: str) -> str:
    """Return what tells whether a template was made into a module by this Jinja, and has not been changed since."""
    return f"jinja2 {jinja2.__version__} {sha256(source.encode()).hexdigest()}"


def _kept(name: str) -> ModuleType | None:
    path = resources.shipped(KEPT) / _module(name)
    spec = spec_from_file_location(f"{__name__}.{path.stem}", path) if path.exists() else None
    if spec is None or spec.loader is None:
        return None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
