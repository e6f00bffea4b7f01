"""A targets.yaml → a Plan. The shipped one was read when the package was built: a third of a short run is to read it again.

Beside it, in the package, lies what was read, after the very bytes that it was read from. What is changed there, or lies anywhere else, is
read as it stands.
"""

from dataclasses import replace
from pathlib import Path

from union_audit import resources
from union_audit.plan.model import Plan
from union_audit.plan.problems import Problems, read_bytes

READ = "targets.read"


def load_plan(path: Path) -> Plan:
    """Read a targets.yaml; ConfigurationError with every problem in it, in the file's order."""
    problems = Problems(path)
    content = read_bytes(path, problems)
    return _read_before(path, content) or _read(content, problems)


def keep(content: bytes, plan: Plan) -> bytes:
    """Return what is laid beside the shipped plan; any Python that the package runs on reads it."""
    import pickle  # noqa: PLC0415 (only here, and where it is read)

    return content + pickle.dumps(replace(plan, path=None), protocol=4)  # type: ignore[arg-type]  # paths differ by system


def _read_before(path: Path, content: bytes) -> Plan | None:
    if path != resources.shipped(path.name):
        return None
    kept = path.with_name(READ)
    data = kept.read_bytes() if kept.exists() else b""
    if not data.startswith(content + b"\x80"):  # with which a pickle begins, and no text goes on
        return None
    import pickle  # noqa: PLC0415

    plan: Plan = pickle.loads(data[len(content) :])  # noqa: S301 (the package's own, as its code is)
    return replace(plan, path=path)


def _read(content: bytes, problems: Problems) -> Plan:
    from union_audit.plan.targets_file import read_plan  # noqa: PLC0415 (YAML, and all that a plan is held to)

    return read_plan(content, problems)
