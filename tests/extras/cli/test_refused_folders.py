"""What is refused in a folder: every problem at once, each with its indicator, file and row."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typer.testing import Result

ROOT = Path(__file__).parents[3]
EXAMPLE, FORMS = ROOT / "examples" / "balai-excel", ROOT / "tests" / "data" / "filled-before" / "balai-excel"
HEAD = """
decree = { number = "1", title = "Indikator", unit = "Balai", years = [2026] }
[[objectives]]
code = "SK"
text = "Layanan"
"""
ENTRY = """
[[entries]]
code = "{code}"
label = "{code}"
objective = "SK"
unit = "{unit}"
polarity = "Maksimasi"
targets.2026 = 3
[entries.indicator]
{formula}
"""
VALUE = 'formula = "Value"\ngiven = { label = "nilai SAKIP", unit = "Nilai (skala 100)" }'
ITEMS = 'formula = "Count"\ncounted = { label = "perusahaan", unit = "Perusahaan" }'
PART = """formula = "Ratio"
numerator = { label = "terserap", unit = "Rupiah" }
denominator = { label = "pagu", unit = "Rupiah" }
part = true
timing = "yearly"
"""
SAKIP = "kode;tahun;nilai sakip;penilai;tanggal penilaian;bukti\nSK.1;2026;{};Inspektorat;;B-1\n"
COMPANIES = "kode;butir;tanggal\nSK.2;PT A;02/01/2026\nSK.2;PT B;02/01/2026\nSK.2;PT A;03/02/2026\n"
SPENT = "kode;kasus;tanggal;terserap;pagu\nSK.3;A;02/01/2026;{};100\nSK.3;B;02/02/2026;10;100\n"
MEAN = 'formula = "Mean"\naveraged = { label = "nilai responden", unit = "Indeks (skala 4)" }'
SURVEY = "kode;kasus;tanggal;nilai responden\nSK.4;R1;02/01/2026;3\nSK.4;R2;02/01/2026;5\n"


@pytest.fixture
def refused(run: Callable[..., Result], tmp_path: Path) -> Callable[..., str]:
    """Return a call that scores, or measures, what a folder holds, and gives what is said of it."""
    catalogue, folder = tmp_path / "katalog.toml", tmp_path / "isian"
    entries = {
        "SK.1": ("Nilai (skala 100)", VALUE),
        "SK.2": ("Perusahaan", ITEMS),
        "SK.3": ("Persen", PART),
        "SK.4": ("Indeks (skala 4)", MEAN),
    }
    made = [ENTRY.format(code=code, unit=unit, formula=formula) for code, (unit, formula) in entries.items()]
    catalogue.write_text(HEAD + "".join(made), encoding="utf-8")
    folder.mkdir()

    def said(files: Mapping[str, str | Path], *measured: str) -> str:
        for name, what in files.items():
            if isinstance(what, Path):
                shutil.copy(what, folder / name)
            else:
                (folder / name).write_text(what, encoding="utf-8")
        asked = ("measure", measured[0], folder / measured[1]) if measured else ("score", folder)
        result = run(*asked, "--catalogue", catalogue, "--period", 2026)
        assert 2 == result.exit_code, result.stdout
        return " ".join(textwrap.dedent(result.stderr).split()).replace(f"{folder}/", "")

    return said


BEYOND = "SK.1 (sakip.csv, baris 2, kolom nilai SAKIP): realisasi = 8.120 tidak mungkin; nilai terbesar 100."
TWICE = "SK.2 (perusahaan.csv, baris 2, 4): Data dukung berikut ada dua kali atau lebih"


def test_a_value_beyond_its_scale_names_its_cell(refused: Callable[..., str]) -> None:
    """8120 stands for 81,20, and somebody must find it."""
    assert refused({"sakip.csv": SAKIP.format("8120")}) == BEYOND


def test_a_value_beyond_its_scale_names_its_cell_where_one_form_is_measured(refused: Callable[..., str]) -> None:
    """What a form alone gives is checked as in a folder."""
    assert refused({"sakip.csv": SAKIP.format("8120")}, "SK.1", "sakip.csv") == BEYOND


def test_a_part_beyond_its_whole_names_the_row(refused: Callable[..., str]) -> None:
    """The sums could hide it."""
    said = refused({"anggaran.csv": SPENT.format("110")})
    assert said.startswith(
        "SK.3 (anggaran.csv, baris 2, kolom terserap): terserap 110 melebihi pagu 100 dalam satu baris"
    )


def test_an_answer_beyond_its_scale_names_its_cell(refused: Callable[..., str]) -> None:
    """The mean of all answers hides it."""
    said = refused({"survei.csv": SURVEY})
    assert said.startswith(
        "SK.4 (survei.csv, baris 3, kolom nilai responden): nilai responden 5 tidak mungkin, melebihi 4"
    )


def test_what_is_wrong_in_several_indicators_is_told_at_once(refused: Callable[..., str]) -> None:
    """Whoever mends one would else be told the next."""
    said = refused({"sakip.csv": SAKIP.format("8120"), "perusahaan.csv": COMPANIES})
    expected = (True, True, True)
    assert expected == (said.startswith("2 hal harus diperbaiki dahulu; setelah itu"), BEYOND in said, TWICE in said)


def test_cells_and_what_is_measured_are_told_at_once(refused: Callable[..., str]) -> None:
    """A cell that cannot be read hides no row that is there twice, in its own file and in others."""
    said = refused({"sakip.csv": SAKIP.format("8120"), "perusahaan.csv": COMPANIES + "SK.2;PT C;kemarin\n"})
    expected = (True, True, True, True)
    assert expected == (said.startswith("3 hal"), "baris 5, kolom tanggal" in said, BEYOND in said, TWICE in said)


def test_one_thing_that_is_measured_stands_beside_the_cells(refused: Callable[..., str]) -> None:
    """It is no list of its own."""
    said = refused({"perusahaan.csv": COMPANIES + "SK.2;PT C;kemarin\n"})
    assert (True, True) == (said.startswith("2 hal"), TWICE in said)


def test_a_sum_that_lacks_rows_is_not_judged(refused: Callable[..., str]) -> None:
    """The part may exceed its whole because the row with the whole cannot be read."""
    said = refused({"anggaran.csv": SPENT.format("900") + "SK.3;C;02/02/2026;10;seribu\n"})
    assert (False, True) == ("melebihi" in said, "baris 4, kolom pagu" in said)


def test_files_that_do_not_go_together_are_not_measured(refused: Callable[..., str]) -> None:
    """A figure beside a form is told as such, and not as a sum."""
    files = {"perusahaan.csv": COMPANIES, "realisasi.csv": "kode;realisasi\nSK.2;2\n"}
    assert "SK.2 ada di perusahaan.csv dan realisasi.csv; sisakan satu." in refused(files)


def test_the_workbook_of_a_decree_is_told_as_such(refused: Callable[..., str]) -> None:
    """It lies beside the forms in many a folder."""
    said = refused({"perusahaan.csv": COMPANIES, "iku.xlsx": EXAMPLE / "iku-2026.xlsx"})
    expected = "iku.xlsx: ini buku kerja keputusan, bukan data dukung: pilih sebagai keputusannya"
    assert (True, True) == (expected in said, said.endswith("Keputusan disebut dengan --catalogue BERKAS."))


def test_the_workbook_of_a_decree_alone_is_told_as_such(run: Callable[..., Result]) -> None:
    """It is no table of realisations."""
    result = run("score", EXAMPLE / "iku-2026.xlsx", "--period", 2023)
    assert (2, True) == (result.exit_code, "ini buku kerja keputusan" in result.stderr)


def test_forms_of_another_decree_are_told_once(run: Callable[..., Result]) -> None:
    """No heading in them is wrong: the decree is."""
    result = run("score", FORMS, "--period", 2023)
    assert (2, True, 1) == (
        result.exit_code,
        "8 formulir di sini bukan dari Keputusan 26 TAHUN 2022: SS1.1 Jumlah peserta" in result.stderr,
        result.stderr.count("formulir"),
    )


def test_forms_of_another_decree_stand_beside_what_is_wrong_in_ones_own(refused: Callable[..., str]) -> None:
    """One form came along; its headings are known here, and its code is not."""
    files = {
        "perusahaan.csv": COMPANIES + "SK.2;PT C;kemarin\n",
        "lain.xlsx": FORMS / "SS1.1 Jumlah peserta pelatihan yang lulus uji kompetensi.xlsx",
    }
    said = refused(files)
    expected = (True, True, True)
    assert expected == ("1 formulir" in said, "baris 5, kolom tanggal" in said, "SS1.1" not in said)


GAINED = "perusahaan;ukuran performansi;tahun;sebelum;sesudah;lebih rendah lebih baik\nA;rendemen;2023;{};{};tidak\n"


@pytest.mark.parametrize(("before", "after"), [("80%", "0,9"), ("0,8", "90%")])
def test_a_percentage_beside_none_is_refused(
    run: Callable[..., Result], tmp_path: Path, before: str, after: str
) -> None:
    """80 became 0,9: 98,88 % less, of what gained an eighth."""
    form = tmp_path / "ukuran.csv"
    form.write_text(GAINED.format(before, after), encoding="utf-8")
    result = run("measure", "SK3/1", form, "--period", 2023)
    expected = f"baris 2, kolom sesudah: '{after}': dibandingkan dengan '{before}' di baris ini"
    assert (2, True) == (result.exit_code, expected in result.stderr)


@pytest.mark.parametrize(("before", "after"), [("80%", "90%"), ("0,8", "0,9"), ("80%", "-"), ("-", "0,9")])
def test_what_is_written_alike_is_read(run: Callable[..., Result], tmp_path: Path, before: str, after: str) -> None:
    """What is unknown is like anything."""
    form = tmp_path / "ukuran.csv"
    form.write_text(GAINED.format(before, after), encoding="utf-8")
    assert 0 == run("measure", "SK3/1", form, "--period", 2023).exit_code
