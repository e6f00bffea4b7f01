"""What a user would be told of a configuration file that is wrong."""

from collections.abc import Callable
from typing import Any

import pytest

from union_audit.errors import ConfigurationError


def told(load: Callable[..., Any], *args: Any) -> list[str]:
    """Return each problem as "line:column: message hint"; the loader must raise ConfigurationError."""
    with pytest.raises(ConfigurationError) as caught:
        load(*args)
    assert all(problem.file == str(args[0]) for problem in caught.value.problems)
    return [
        f"{problem.line}:{problem.column}: {problem.message.format(**problem.args)} {problem.hint.format(**problem.args)}".rstrip()
        for problem in caught.value.problems
    ]
