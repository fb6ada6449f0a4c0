"""The commands by name."""

from __future__ import annotations

import importlib
from typing import Annotated, Any

import typer
import typer.main

import kinerja
from kinerja._base import Language
from kinerja.cli.commands import Command, Commands
from kinerja.cli.words import COMMANDS


class _Commands(Commands):
    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - as typer calls it
        """Import a command when it is asked for, so that none waits for what another needs."""
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(cmd_name, cls=Command)(
            getattr(importlib.import_module(COMMANDS[cmd_name].module), f"{cmd_name}_command")
        )
        return typer.main.get_command(alone)


app: typer.Typer = typer.Typer(
    name="kinerja", cls=_Commands, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(kinerja.__version__)
        raise typer.Exit


_VERSION = typer.Option("--version", callback=_show_version, is_eager=True)


@app.callback(invoke_without_command=True)
def before(
    context: typer.Context,
    _version: Annotated[bool, _VERSION] = False,
    _language: Annotated[Language, typer.Option("--lang")] = Language.INDONESIAN,
) -> None:
    """Show the help where no command is named; both options are answered before."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
