"""The command `houvast`. Only here is anything printed, and only here does a run end."""

import typer

from houvast.cli import authors, begin, draft, paths, register, review, site

app = typer.Typer(
    help="Turn an organisation's story, roles and paces into personal AI-literacy learning paths.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for commands in (site.app, authors.app, begin.app, paths.app, register.app, draft.app, review.app):
    app.add_typer(commands)


def main() -> None:
    """Start."""
    app()


__all__ = ["app", "main"]
