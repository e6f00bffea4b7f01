"""A Typer program of one command, set as the tool's is: plain help, no completion, no decorated tracebacks."""

from typing import Annotated

import typer

app = typer.Typer(
    name="hello",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(*, asked: bool) -> None:
    if asked:
        typer.echo("hello 1.0")
        raise typer.Exit


@app.command()
def hello(
    name: Annotated[str, typer.Argument(help="Who is greeted.")] = "world",
    *,
    lang: Annotated[str | None, typer.Option(help="The language of the greeting.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=lambda value: _version(asked=value), is_eager=True)] = False,
) -> None:
    """Greet somebody."""
    typer.echo(f"Hello {name}! {lang or ''} {version or ''}")


if __name__ == "__main__":
    app()
