"""Rows that people typed twice: a space or a capital does not make another record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import DoubleCountError, RecordsError
from kinerja._base import FrozenMap, Text
from kinerja.readers import measure_folders, read_folder, read_glp039, remarks_on
from kinerja.readers.folders.rows import with_rows
from planners_sheets import glp039_rows
from said import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADINGS = "satker;tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\n"
DATES = "01/01/2022;01/03/2022;01/06/2022"
LINES = "satker;kode anggaran;tahun;akun;pagu;realisasi\n"


@pytest.fixture
def folder(evidence: Callable[..., Path]) -> Callable[..., Any]:
    """Return a call that makes a folder of CSV files and reads it."""
    return lambda files: read_folder(evidence(files), CATALOGUE)


def _tenants(*names: str, year: int = 2023) -> str:
    return HEADINGS + "".join(f"{name};{DATES};01/02/{year}\n" for name in names)


def _actual(folder: Any) -> Any:
    measured: Any = measure_folders([folder], CATALOGUE, 2023)["SK1/1"]
    return measured.actual


def _remarks(folder: Any) -> str:
    values = measure_folders([folder], CATALOGUE, 2023)
    return " ".join(text.id for text in remarks_on([folder], CATALOGUE, 2023, values)["SK1/1"])


@pytest.mark.parametrize(
    ("other", "named"),
    [
        ("Balai;pt maju", "PT Maju = pt maju"),
        ("Balai;PT Maj u", "PT Maju = PT Maj u"),
        ("Balai;PT MAJU", "PT Maju = PT MAJU"),
        ("BALAI;PT Maju", "Balai, PT Maju = BALAI, PT Maju"),
    ],
)
def test_case_and_blanks_make_no_other_record(folder: Callable[..., Any], other: str, named: str) -> None:
    """Nobody sees that they are two; the unit is named where it is written in two ways."""
    own = folder({"a.csv": _tenants("Balai;PT Maju", other)})
    twice = ((("Balai", "PT Maju"), tuple(other.split(";"))),)
    with refused(
        "folder.typed_twice",
        DoubleCountError,
        indicator="SK1/1",
        about=Text(id="SK1/1 (a.csv, baris 2, 3): ", en="SK1/1 (a.csv, rows 2, 3): "),
        value=twice,
        named=named,
    ):
        measure_folders([own], CATALOGUE, 2023)


def test_punctuation_makes_another_record_and_is_told(folder: Callable[..., Any]) -> None:
    """SPK-001 and SPK 00.1 may be two."""
    own = folder({"a.csv": _tenants("Balai;PT. Maju", "Balai;PT Maju", "Balai;CV Lain")})
    assert 3 == _actual(own)
    assert "dihitung: PT. Maju = PT Maju. Bila sama, sisakan satu." in _remarks(own)


def test_no_word_is_said_of_names_that_differ(folder: Callable[..., Any]) -> None:
    """In letters or digits."""
    assert "tanda baca" not in _remarks(folder({"a.csv": _tenants("Balai;PT Maju", "Balai;PT Maju 2")}))


def test_what_does_not_count_is_counted_once(folder: Callable[..., Any]) -> None:
    """A row of another year is no double count."""
    own = folder({"a.csv": _tenants("Balai;PT Maju") + f"Balai;PT MAJU;{DATES};01/02/2022\n"})
    assert 1 == _actual(own)


def test_twenty_are_named_and_the_others_counted(folder: Callable[..., Any]) -> None:
    """The error holds all of them."""
    names = [f"Balai;PT {number}" for number in range(21)]
    own = folder(
        {"a.csv": _tenants(*names, *map(str.lower, names[:1]), *(name.replace("PT", "pt") for name in names[1:]))}
    )
    with pytest.raises(DoubleCountError) as caught:
        measure_folders([own], CATALOGUE, 2023)
    assert 21 == len(caught.value.value)  # type: ignore[arg-type]
    assert "; dan 1 lainnya." in caught.value.text.id


def test_the_keys_of_a_system_mean_what_they_say(
    folder: Callable[..., Any], write_workbook: Callable[..., Path]
) -> None:
    """The codes of an export may differ in case or by a word of a period."""
    report = read_glp039(write_workbook(glp039_rows(), sheet="GLP039"))
    lines = [attrs.evolve(report.lines[0], reference=text) for text in ("6025.0A", "6025.0a", "6025 TW1", "6025 TW2")]
    own = folder({"a.csv": _tenants("Balai;A")})
    given = attrs.evolve(own.given["SK1/1"][0], records=tuple(lines), report=report)
    measured: Any = measure_folders([attrs.evolve(own, given=FrozenMap({"SK3/4": (given,)}))], CATALOGUE, 2026)["SK3/4"]
    assert 4 == len(measured.counted)


def test_one_line_at_moments_of_several_files_is_refused(folder: Callable[..., Any]) -> None:
    """Each file is right by itself."""
    files = {f"tw{number}.csv": f"{LINES}X;ATK TW{number};2023;521211;100;{number}0\n" for number in (1, 2)}
    with pytest.raises(RecordsError) as caught:
        folder(files)
    assert {"budget.several_moments"} == {problem.code for problem in caught.value.problems}
    assert "ATK TW1 (tw1.csv), ATK TW2 (tw2.csv)" in caught.value.text.id


@pytest.mark.parametrize(("rows", "expected"), [([], "a.csv"), ([2], "a.csv, row 2"), ([2, 4], "a.csv, rows 2, 4")])
def test_a_file_is_named_with_the_rows_that_are_known(rows: list[int], expected: str) -> None:
    """Of an export they are not."""
    assert expected == with_rows("a.csv", rows).en
