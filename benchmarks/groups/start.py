"""The short commands, beside a Typer program that does the same kind of thing."""

from benchmarks.measuring import Job
from benchmarks.rows import Row, cpu
from benchmarks.tools import Tools

ROWS = (
    Row("start: --version / a Typer hello", cpu("--version"), cpu("hello --version"), 1.3),
    Row("start: --help / a Typer hello", cpu("--help"), cpu("hello --help"), 1.3),
    Row("start: targets / a Typer hello", cpu("targets"), cpu("hello world"), 1.3),
    Row("start: explain CODE / a Typer hello", cpu("explain code"), cpu("hello world"), 1.3),
    Row("start: explain TARGET / a Typer hello", cpu("explain target"), cpu("hello world"), 1.3),
)


def jobs(tools: Tools) -> list[Job]:
    """Return the commands."""
    return [
        tools.floor("hello --version", "hello", "--version"),
        tools.floor("hello --help", "hello", "--help"),
        tools.floor("hello world", "hello", "world"),
        tools.tool("--version", "--version"),
        tools.tool("--help", "--help"),
        tools.tool("targets", "targets"),
        tools.tool("explain code", "explain", "UA201"),
        tools.tool("explain target", "explain", "online_meetings"),
    ]
