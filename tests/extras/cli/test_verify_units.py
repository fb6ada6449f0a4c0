"""`kinerja verify TRACE FOLDER`: a unit's settings, targets and name are those of its folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from command_line import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


Fold: TypeAlias = "Callable[..., Path]"
Traced: TypeAlias = "Callable[..., Path]"

RECEIPTS = (
    "satker;nomor penerimaan;akun;jumlah;tanggal penerimaan\n"
    ";KW-1;425283;100.000.000;05/04/2022\n"
    ";KW-2;425283;103.000.000;05/04/2023\n"
    ";KW-3;425122;1.000.000;05/04/2023\n"
)
UNIT = "nama unit;kode satker;akun layanan;batas atas capaian\nBSPJI Pekanbaru;417912;425283;120\n"
TARGET = "kode;target 2023\nSK3/2;4\n"


@pytest.fixture
def fold(evidence: Fold) -> Fold:
    """Return a call that makes a folder of CSV files, each time another."""
    return lambda files, name: evidence(files, f"{name}/BSPJI Pekanbaru")


@pytest.fixture
def traced(tmp_path: Path) -> Traced:
    """Return a call that writes the trace of a folder's receipts in 2023."""

    def trace(folder: Path, *options: object) -> Path:
        path = tmp_path / "jejak.json"
        told = run("explain", "SK3/2", folder, "--period", 2023, *options, "--json", "--output", path, "--force")
        assert ("", 0) == (told.stderr, told.exit_code)
        return path

    return trace


WHOLE = {"penerimaan.csv": RECEIPTS, "unit.csv": UNIT, "target.csv": TARGET}


def test_a_folder_with_settings_and_targets_checks_both(fold: Fold, traced: Traced) -> None:
    """Nothing is left unchecked."""
    folder = fold(WHOLE, "a")
    told = run("verify", traced(folder), folder)
    assert (0, False) == (told.exit_code, "tidak dicocokkan" in told.stdout)


def test_a_rule_of_scoring_beside_the_folders_cap_stays_the_traces(fold: Fold, traced: Traced) -> None:
    """The folder states no such rule: it is no difference, and it is told as held against nothing."""
    folder = fold(WHOLE, "a")
    told = run("verify", traced(folder, "--minimise", "ratio"), folder)
    assert (0, True) == (told.exit_code, "rumus penilaian yang dipilih unit tidak dicocokkan" in told.stdout)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"unit.csv": UNIT.replace("425283", "425122,425283")}, "- akun layanan: tertulis"),
        (
            {"unit.csv": UNIT.replace("120", "110")},
            "- Batas capaian (persen): tertulis 120, sedangkan",
        ),
        ({"target.csv": TARGET.replace("4", "5")}, "- Target: tertulis 4, sedangkan menurut data dukung"),
        ({"unit.csv": UNIT.replace("BSPJI Pekanbaru", "BSPJI Contoh").replace("417912", "")}, "- Unit: tertulis"),
    ],
    ids=["settings", "cap", "target", "unit"],
)
def test_what_the_folder_says_otherwise_is_a_difference(
    fold: Fold, traced: Traced, files: dict[str, str], said: str
) -> None:
    """Each by its name."""
    trace = traced(fold(WHOLE, "a"))
    told = run("verify", trace, fold({**WHOLE, **files}, "b"))
    assert (1, True) == (told.exit_code, said in told.stdout)


def test_a_folder_under_another_name_holds(fold: Fold, traced: Traced) -> None:
    """Its receipts name no unit, and are known by the folder's name as it was; the name is not compared."""
    trace = traced(fold({"penerimaan.csv": RECEIPTS}, "a"))
    other = fold({"penerimaan.csv": RECEIPTS}, "b").rename(trace.parent / "salinan")
    told = run("verify", trace, other)
    assert (0, True) == (told.exit_code, "Nama foldernya salinan, di jejak BSPJI Pekanbaru" in told.stdout)


def test_a_changed_record_in_a_folder_under_another_name_is_told_by_its_field(fold: Fold, traced: Traced) -> None:
    """It is the same record."""
    trace = traced(fold({"penerimaan.csv": RECEIPTS}, "a"))
    other = fold({"penerimaan.csv": RECEIPTS.replace("103.000", "104.000")}, "b").rename(trace.parent / "salinan")
    told = run("verify", trace, other)
    assert (1, True) == (told.exit_code, "KW-2: jumlah: tertulis 103.000.000, sedangkan" in told.stdout)


def test_the_name_of_a_folder_that_names_its_unit_is_not_told(fold: Fold, traced: Traced) -> None:
    """`unit.csv` says whose it is."""
    trace = traced(fold(WHOLE, "a"))
    told = run("verify", trace, fold(WHOLE, "b").rename(trace.parent / "salinan"))
    assert (0, False) == (told.exit_code, "salinan, di jejak" in told.stdout)


def test_settings_of_an_option_are_those_of_the_trace(fold: Fold, traced: Traced) -> None:
    """The folder says nothing of them, and the verification says so."""
    folder = fold({"penerimaan.csv": RECEIPTS}, "a")
    told = run("verify", traced(folder, "--accounts", "SK3/2=425283"), folder)
    assert (0, True) == (told.exit_code, "Setelan unit tidak dicocokkan" in told.stdout)


def test_another_years_target_is_the_traces(fold: Fold, traced: Traced) -> None:
    """What the folder promises of 2023 is not asked."""
    folder = fold({"penerimaan.csv": RECEIPTS}, "a")
    told = run("verify", traced(folder, "--target-year", 2024), folder)
    assert (0, True) == (told.exit_code, "sesuai" in told.stdout)


def test_a_trace_states_the_unit_and_the_settings_of_its_folder(fold: Fold, traced: Traced) -> None:
    """With the file that they stand in."""
    data: dict[str, Any] = json.loads(traced(fold(WHOLE, "a")).read_text("utf-8"))
    assert (["BSPJI Pekanbaru (satker 417912)"], {"accounts": ["425283"]}, True) == (
        data["units"],
        data["settings"]["values"],
        data["settings"]["source"].endswith("unit.csv"),
    )


READS = "nama unit;kode satker;akun layanan;tafsir;batas atas capaian\nBSPJI Pekanbaru;417912;425283;{};\n"


def test_a_reading_of_the_folder_is_checked(fold: Fold, traced: Traced) -> None:
    """Nothing of it is believed."""
    folder = fold({**WHOLE, "unit.csv": READS.format("SK3/2 refunds = not_deducted")}, "a")
    told = run("verify", traced(folder), folder)
    assert (0, False) == (told.exit_code, "Setelan unit" in told.stdout)


def test_a_reading_that_the_folder_does_not_take_is_a_difference(fold: Fold, traced: Traced) -> None:
    """By its question and both answers."""
    trace = traced(fold({**WHOLE, "unit.csv": READS.format("")}, "a"))
    told = run("verify", trace, fold({**WHOLE, "unit.csv": READS.format("SK3/2 refunds = not_deducted")}, "b"))
    assert (1, True) == (
        told.exit_code,
        "- Tafsir: Apakah pengembalian kepada pelanggan mengurangi PNBP?: tertulis Ya, pada"
        in told.stdout.replace("\n  ", " "),
    )
