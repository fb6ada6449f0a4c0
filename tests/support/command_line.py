"""The command line within the tests' own process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.testing import CliRunner

from kinerja.cli.app import app

if TYPE_CHECKING:
    from typer.testing import Result


def run(*arguments: object, **environment: str) -> Result:
    """Run `kinerja` with arguments, and with environment variables where given.

    Its lines hold whatever is said, so that sentences stand whole; `test_width` looks at narrower ones.
    """
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "9999", **environment})
