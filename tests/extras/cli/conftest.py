"""Runs the command line within the tests' own process."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from typer.testing import CliRunner, Result

from kinerja.cli.app import app

Run: TypeAlias = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Return a call that runs `kinerja` with arguments, and with environment variables where given."""

    def invoke(*arguments: object, **environment: str) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], env=environment)

    return invoke
