"""The commands by name."""

from __future__ import annotations

import importlib
from typing import Annotated, Any

import typer
import typer.main

import kinerja
from kinerja._base import Language
from kinerja.cli.commands import Command, Commands, said_of


class _Commands(Commands):
    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import a command when it is asked for, so that none waits for what another needs."""
        said = said_of(ctx).commands[cmd_name]
        alone = _typer(cmd_name)
        if said.commands:
            alone.callback(invoke_without_command=True)(show_help)
        else:
            module = importlib.import_module(said.module or said_of(ctx).module)
            function = getattr(module, f"{cmd_name}_command")
            alone.command(cmd_name, cls=Command)(function)
        return typer.main.get_command(alone)


def _typer(name: str) -> typer.Typer:
    return typer.Typer(
        name=name, cls=_Commands, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
    )


app: typer.Typer = _typer("kinerja")


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(kinerja.__version__)
        raise typer.Exit


_LANGUAGE = typer.Option("--lang")
_VERSION = typer.Option("--version", callback=_show_version, is_eager=True)


@app.callback(invoke_without_command=True)
def before(
    context: typer.Context,
    _version: Annotated[bool, _VERSION] = False,
    _language: Annotated[Language, _LANGUAGE] = Language.INDONESIAN,
) -> None:
    """Show the help where no command is named; both options are answered before."""
    show_help(context)


def show_help(context: typer.Context, _language: Annotated[Language, _LANGUAGE] = Language.INDONESIAN) -> None:
    """Show the help of a group of which no command is named."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)
