"""`kinerja schema`: what other systems hold their data to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from command_line import run
from kinerja.schemas import names, schema

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", names())
def test_each_schema_is_printed(name: str) -> None:
    """As the library gives it."""
    assert schema(name) == json.loads(run("schema", name).stdout)


def test_a_schema_is_written_to_a_file(tmp_path: Path) -> None:
    """The whole of it."""
    run("schema", "Tenant", "--output", tmp_path / "tenant.json")
    assert schema("Tenant") == json.loads((tmp_path / "tenant.json").read_text("utf-8"))


def test_a_name_that_there_is_not_is_refused() -> None:
    """With what is meant."""
    result = run("schema", "tenan")
    assert (2, "'tenan' tidak dikenal; maksudnya Tenant?\n") == (result.exit_code, result.stderr)
