"""The workbook of a decree, looked through."""

from __future__ import annotations

import zipfile
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja._base import FrozenMap
from kinerja.readers import lint_catalogue, new_catalogue, write_catalogue

if TYPE_CHECKING:
    from pathlib import Path

P3DN = CATALOGUE["SK3/4"]


def test_a_sound_workbook_has_no_slip(tmp_path: Path) -> None:
    """As the same decree in TOML has none."""
    write_catalogue(tmp_path / "iku.xlsx", CATALOGUE)
    found = lint_catalogue(tmp_path / "iku.xlsx")
    assert ((), ()) == (found.problems, found.warnings)


def test_a_slip_is_told_with_its_cell(tmp_path: Path) -> None:
    """Where one speaks of it; else with its sheet."""
    falling = attrs.evolve(P3DN, targets=FrozenMap({2022: Fraction(40), 2023: Fraction(45), 2024: Fraction(44)}))
    decree = attrs.evolve(CATALOGUE.decree, signed_on=None)
    entries = {**CATALOGUE.entries, "SK3/4": falling}
    write_catalogue(tmp_path / "iku.xlsx", attrs.evolve(CATALOGUE, decree=decree, entries=FrozenMap(entries)))
    found = lint_catalogue(tmp_path / "iku.xlsx")
    assert [
        ("lint.not_cited", "keputusan", None, None, ""),
        ("lint.target_wrong_way", "target", 8, "2024", ""),
    ] == [(one.code, one.sheet, one.row, one.column, one.place) for one in found.warnings]


def test_a_workbook_that_was_not_filled_in_is_one_problem(tmp_path: Path) -> None:
    """Nothing is raised; it is said where to begin."""
    new_catalogue(tmp_path / "iku.xlsx")
    assert ["sheet.nothing_filled"] == [one.code for one in lint_catalogue(tmp_path / "iku.xlsx").problems]


def test_what_is_not_read_is_told(tmp_path: Path) -> None:
    """Beside what is wrong."""
    write_catalogue(tmp_path / "iku.xlsx", CATALOGUE)
    with zipfile.ZipFile(tmp_path / "iku.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b'name="catatan"', b'name="rapat"')
    with zipfile.ZipFile(tmp_path / "iku.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    found = lint_catalogue(tmp_path / "iku.xlsx")
    said = ["Lembar yang tidak dibaca: rapat."]
    assert (said, said, said[0]) == (
        [note.id for note in found.notes],
        found.to_dict()["notes"],
        found.document().sections[-1].lines[0],
    )


def test_an_upload_is_looked_through(tmp_path: Path) -> None:
    """It is read once."""
    write_catalogue(tmp_path / "iku.xlsx", CATALOGUE)
    with (tmp_path / "iku.xlsx").open("rb") as stream:
        found = lint_catalogue(stream)
    assert (str(tmp_path / "iku.xlsx"), (), ()) == (found.source, found.problems, found.warnings)
