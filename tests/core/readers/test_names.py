"""Texts that people type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinerja import RecordsError
from kinerja._base import visible
from kinerja.indicators import Tenant
from kinerja.readers import read_actuals, read_rows
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TENANTS = "tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\n"


@pytest.mark.parametrize(
    "name", ["PT  Maju", " PT Maju ", "PT\u00a0Maju", "\u2007PT \u202f Maju", '"PT\nMaju"', "PT\tMaju"]
)
def test_runs_of_blanks_are_one_blank(write_csv: Callable[..., Path], name: str) -> None:
    """No-break spaces and line ends are blanks; nobody sees the difference."""
    assert ["PT Maju"] == [row.tenant for row in read_rows(write_csv(f"{TENANTS}{name};;;;\n"), Tenant, unit="X")]


@pytest.mark.parametrize(
    ("sign", "code"), [("\x1b", "U+001B"), ("\x07", "U+0007"), ("\u202e", "U+202E"), ("\u200b", "U+200B")]
)
def test_a_name_with_signs_that_nobody_sees_is_refused(write_csv: Callable[..., Path], sign: str, code: str) -> None:
    """They steer a terminal, turn the order of signs round, or make two names of one."""
    path = write_csv(f"{TENANTS}PT {sign}{sign}Maju;;;;\n")
    with refused("cell.unseen_sign", RecordsError, row=2, column="tenan", value=f"PT {sign}{sign}Maju", signs=[code]):
        read_rows(path, Tenant, unit="X")


def test_so_is_a_code_and_a_note(write_csv: Callable[..., Path]) -> None:
    """In a table of realisations."""
    with pytest.raises(RecordsError) as caught:
        read_actuals(write_csv("kode;realisasi;keterangan\nSK1/1\u200b;1;a\nSK1/2;1;a\x1bb\n"))
    assert [(2, "kode"), (3, "keterangan")] == [(problem.row, problem.column) for problem in caught.value.problems]


def test_what_steers_a_terminal_is_shown() -> None:
    """Lines stay as they are."""
    assert r"a\x1b[2J\u202eb" + "\nc\\x00" == visible("a\x1b[2J\u202eb\nc\x00")


def test_signs_of_an_offices_own_font_are_taken(write_csv: Callable[..., Path]) -> None:
    """They are shown, whatever they look like."""
    path = write_csv(f"{TENANTS}PT \ue000;;;;\n")
    assert ["PT \ue000"] == [row.tenant for row in read_rows(path, Tenant, unit="X")]
