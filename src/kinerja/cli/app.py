"""The commands by name; each is imported when it is asked for, so that none waits for what another needs."""

from __future__ import annotations

import importlib
from typing import Annotated, Any

import typer
import typer.core
import typer.main

import kinerja

_COMMANDS = {
    "score": "kinerja.cli.score",
    "compare": "kinerja.cli.verify",
    "template": "kinerja.cli.files",
    "explain": "kinerja.cli.score",
    "verify": "kinerja.cli.verify",
    "catalogue": "kinerja.cli.catalogue",
    "measure": "kinerja.cli.measure",
}


class _Commands(typer.core.TyperGroup):
    # Contexts and commands are classes of click, which newer versions of typer keep to themselves.

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - as typer calls it
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - as above
        if cmd_name not in _COMMANDS:
            return None
        alone = typer.Typer(add_completion=False)
        alone.command(cmd_name)(getattr(importlib.import_module(_COMMANDS[cmd_name]), f"{cmd_name}_command"))
        return typer.main.get_command(alone)


app = typer.Typer(
    name="kinerja", cls=_Commands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(kinerja.__version__)
        raise typer.Exit


_VERSION = typer.Option("--version", callback=_show_version, is_eager=True, help="Tampilkan versi.")


@app.callback()
def before(_version: Annotated[bool, _VERSION] = False) -> None:
    """Indikator kinerja utama (IKU): katalog, rapor kinerja, dan pengukuran dari berkas."""
