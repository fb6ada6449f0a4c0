"""Runs the command line within the tests' own process."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

Run: TypeAlias = "Callable[..., Result]"


@pytest.fixture(scope="session")
def run() -> Run:
    """Return a call that runs `kinerja` with arguments, and with environment variables where given.

    Its lines hold whatever is said, so that sentences stand whole; `test_width` looks at narrower ones.
    """
    from typer.testing import CliRunner  # noqa: PLC0415 - where typer is absent, these tests are passed over by name

    from kinerja.cli.app import app  # noqa: PLC0415 - it imports typer

    def invoke(*arguments: object, **environment: str) -> Result:
        return CliRunner().invoke(
            app, [str(argument) for argument in arguments], env={"COLUMNS": "9999", **environment}
        )

    return invoke
