"""`--catalogue` as a file, a folder or a name, once or more; and an office's own classes on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from command_line import run
from package import install

if TYPE_CHECKING:
    from pathlib import Path


DECREE = """
decree = {{ number = "{number}", title = "IKU", unit = "{unit}", years = [{years}]{more} }}
objectives = [{{ code = "S1", text = "Layanan" }}]
[[entries]]
code = "S1/1"
label = "Surat terjawab"
objective = "S1"
unit = "Surat"
polarity = "Maksimasi"
targets = {{ {year} = {target} }}
{indicator}
"""
CONTOH, LAIN = "Balai Contoh", "Balai Lain"


@pytest.fixture
def decrees(tmp_path: Path) -> Path:
    """Return a folder of three catalogues: two of one unit, one of another; a hidden one is none."""
    folder = tmp_path / "keputusan"
    folder.mkdir()
    (folder / ".lama.toml").write_text("bukan katalog", encoding="utf-8")
    written(folder, "1 TAHUN 2024", CONTOH, "2024, 2025", target=2)
    written(folder, "1 TAHUN 2025", CONTOH, "2025, 2026", target=4, more=', revokes = ["1 TAHUN 2024"]')
    written(folder, "7 TAHUN 2025", LAIN, "2025", target=8)
    return folder


def written(  # noqa: PLR0913 - what differs between them
    folder: Path, number: str, unit: str, years: str, *, target: int, more: str = "", indicator: str = ""
) -> Path:
    """Write a catalogue with one indicator, whose target is of the first year."""
    path = folder / f"{number}.toml"
    parts = {"number": number, "unit": unit, "years": years, "year": years[:4], "target": target}
    path.write_text(DECREE.format(**parts, more=more, indicator=indicator), encoding="utf-8")
    return path


def table(folder: Path) -> Path:
    """Write a table of realisations."""
    folder.mkdir(exist_ok=True)
    path = folder / "realisasi.csv"
    path.write_text("kode;realisasi\nS1/1;4\n", encoding="utf-8")
    return path


def scored(*arguments: object) -> str:
    """Return the row of the one indicator: what it is set against, and what it achieves."""
    return str(run("score", *arguments, "--format", "csv").stdout.splitlines()[1])


def test_a_folder_holds_the_catalogue_of_the_year(decrees: Path) -> None:
    """The decree of the year is taken."""
    told = scored(table(decrees.parent / CONTOH), "--period", 2024, "--catalogue", decrees)
    assert "S1/1;Surat terjawab;Surat;2;4,00;200,00;ya;" == told


def test_the_folder_of_the_evidence_names_the_unit(decrees: Path) -> None:
    """By its own name; of the two decrees of that unit the one that revokes is taken."""
    arguments = ("--period", 2025, "--catalogue", decrees)
    assert ["4;4,00;100,00", "8;4,00;50,00"] == [
        scored(table(decrees.parent / unit).parent, *arguments)
        .split("Surat;")[1]
        .removesuffix(";ya;")
        .removesuffix(";belum;")
        for unit in (CONTOH, LAIN)
    ]


@pytest.mark.parametrize(("name", "code", "target"), [(LAIN, "", "8"), ("x", "123456", "4")])
def test_the_evidence_says_in_its_unit_file_whose_it_is(decrees: Path, name: str, code: str, target: str) -> None:
    """By the name or the code of the unit, however the folder is called."""
    satker = ', revokes = ["1 TAHUN 2024"], satker = "123456"'
    written(decrees, "1 TAHUN 2025", CONTOH, "2025, 2026", target=4, more=satker)
    folder = table(decrees.parent / "isian").parent
    (folder / "unit.csv").write_text(f"nama unit;kode satker\n{name};{code}\n", encoding="utf-8")
    told = scored(folder, "--period", 2025, "--catalogue", decrees)
    assert f";{target};4,00;" in told


@pytest.mark.parametrize("unit_file", ["nama unit;kode satker\nx;salah\n", "kolom;lain\na;b\n", "nama unit\n"])
def test_a_unit_file_that_names_nobody_chooses_nothing(decrees: Path, unit_file: str) -> None:
    """What is wrong in it is told when the folder is read."""
    folder = table(decrees.parent / CONTOH).parent
    (folder / "unit.csv").write_text(unit_file, encoding="utf-8")
    result = run("score", folder, "--period", 2025, "--catalogue", decrees)
    assert "katalog dari unit yang berlainan" not in result.stderr


def test_decrees_of_two_units_are_told_where_nobody_says_whose_it_is(decrees: Path) -> None:
    """And what to do."""
    result = run("score", table(decrees.parent / "isian"), "--period", 2025, "--catalogue", decrees)
    first, *listed, advice = result.stderr.splitlines()
    assert (2, True, 2, True) == (
        result.exit_code,
        "sebut unitnya, atau berikan satu saja:" in first,
        len(listed),
        "formulir unit" in advice,
    )


def test_forms_are_those_of_the_unit_that_their_folder_is_named_for(decrees: Path) -> None:
    """Before anything is in it."""
    result = run("template", decrees.parent / LAIN, "--period", 2025, "--catalogue", decrees)
    assert (0, "") == (result.exit_code, result.stderr)


def test_a_year_that_no_catalogue_covers_says_how_one_is_made(decrees: Path) -> None:
    """The command stands on a line of its own."""
    result = run("score", table(decrees.parent / CONTOH), "--period", 2030, "--catalogue", decrees)
    first, command = result.stderr.splitlines()
    assert (2, True, "  kinerja decree new iku-2030.xlsx") == (
        result.exit_code,
        first.startswith(
            "2030 tidak diatur oleh satu pun dari 3 katalog: Balai Contoh, Nomor 1 TAHUN 2024, 2024-2025; "
        ),
        command,
    )


def test_the_option_may_be_repeated(decrees: Path) -> None:
    """Files, and the library's own by its name."""
    given = [part for path in sorted(decrees.glob("1*.toml")) for part in ("--catalogue", path)]
    named = ("--catalogue", "bspji-pekanbaru-2021-2024")
    for_2024 = run("template", decrees.parent / "a", "--period", 2026, *given, *named)
    for_2023 = run("template", decrees.parent / "b", "--period", 2023, *given, *named)
    assert [False, True] == ["SK3-4" in told.stdout for told in (for_2024, for_2023)]


def test_a_scorecard_says_under_which_decree_the_year_falls(decrees: Path) -> None:
    """And which it replaces."""
    told = run("score", table(decrees.parent / CONTOH).parent, "--period", 2025, "--catalogue", decrees).stdout
    assert "Tahun 2025 menurut keputusan ini, yang mencabut Keputusan Nomor 1 TAHUN 2024." in told


def test_one_catalogue_is_shown_alone(decrees: Path) -> None:
    """Of several it must be said which."""
    one, several = (run("catalogue", "--catalogue", part) for part in (decrees / "7 TAHUN 2025.toml", decrees))
    assert (0, 2, 4) == (one.exit_code, several.exit_code, len(several.stderr.splitlines()))


def test_a_measurement_is_by_the_decree_of_its_year(tmp_path: Path) -> None:
    """A single catalogue measures whatever year it is asked for."""
    budget = tmp_path / "anggaran.csv"
    budget.write_text("kode anggaran;tahun;akun;pagu;realisasi\na;2030;521211;4;3\n", encoding="utf-8")
    measured = run("measure", "SK3/4", budget, "--period", 2030)
    assert (0, True) == (measured.exit_code, "75,00" in measured.stdout)


def test_everything_wrong_in_a_folder_is_told_at_once(decrees: Path) -> None:
    """Each file by its name."""
    for name in ("a.toml", "b.toml"):
        (decrees / name).write_text("x = ", encoding="utf-8")
    result = run("catalogue", "--catalogue", decrees)
    assert (2, [True, True]) == (
        result.exit_code,
        [str(decrees / name) in result.stderr for name in ("a.toml", "b.toml")],
    )


def test_a_workbook_is_a_catalogue_like_any(decrees: Path) -> None:
    """Beside its TOML it is the same decree."""
    file = decrees / "7 TAHUN 2025.toml"
    assert 0 == run("decree", "convert", file, file.with_suffix(".xlsx")).exit_code
    told = scored(table(decrees.parent / LAIN).parent, "--period", 2025, "--catalogue", decrees)
    assert ";8;4,00;50,00;" in told


def test_a_workbook_that_cannot_be_opened_is_told_with_the_others(decrees: Path) -> None:
    """Whatever it is that cannot be read."""
    (decrees / "a.toml").write_text("x = ", encoding="utf-8")
    (decrees / "b.xlsx").write_text("x", encoding="utf-8")
    result = run("catalogue", "--catalogue", decrees)
    assert (2, [True, True]) == (result.exit_code, [name in result.stderr for name in ("a.toml", "b.xlsx")])


def test_a_folder_without_catalogues_is_refused(tmp_path: Path) -> None:
    """It is named."""
    result = run("catalogue", "--catalogue", tmp_path)
    assert (2, True) == (result.exit_code, "tidak berisi berkas katalog" in result.stderr)


def test_a_name_that_no_catalogue_has_is_refused() -> None:
    """With what is meant; whatever looks like a file is one that is not there."""
    named, file = (run("catalogue", "--catalogue", text).stderr for text in ("bspji-pekanbaru", "x/bspji"))
    assert [True, True] == ["maksudnya bspji-pekanbaru-2021-2024?" in named, "periksa nama dan foldernya" in file]


CLASSES = '''
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar
import datetime as dt

import attrs

from kinerja import Indicator, N, Period, Tally, Text, Timing, Unit, Variable
from kinerja.records import by_kind, day, name, unit

LETTER = Unit(name=Text(id="Surat", en="letter"), whole=True)
KATALOG = Path(__file__).with_name("1 TAHUN 2025.toml")


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Letter:
    """One letter."""

    identity: ClassVar = ("unit", "number")

    unit: str = attrs.field(metadata=unit())
    number: str = attrs.field(metadata=name("nomor surat", "Nomor surat."))
    answered_on: dt.date | None = attrs.field(default=None, metadata=day("tanggal jawab", "Tanggal dijawab."))


@attrs.frozen(kw_only=True)
class LetterCount(Indicator[Letter]):
    """Letters answered in the period."""

    unit = LETTER
    record = Letter
    timing = Timing.FLOW
    variables = (Variable(name="letters", symbol="S", label=Text(id="surat", en="letters"), unit=LETTER),)

    def tally(self, line: Letter, period: Period) -> Iterator[Tally]:
        yield Tally({"dijawab dalam periode": period.contains(line.answered_on)}, letters=1)

    @staticmethod
    def formula(letters: N) -> N:
        return letters
'''


def test_an_installed_package_brings_classes_and_catalogues(tmp_path: Path) -> None:
    """From empty forms to a verified trace and a comparison, each in a process of its own."""
    site = tmp_path / "site"
    site.mkdir()
    written(site, "1 TAHUN 2025", CONTOH, "2025", target=2, indicator='indicator = "LetterCount"')
    install(
        site,
        "balai-contoh",
        module=CLASSES,
        indicators="LetterCount = balai_contoh:LetterCount",
        catalogues="BALAI_CONTOH_2025 = balai_contoh:KATALOG",
    )

    def kinerja(*arguments: str, told: str = "") -> str:
        path = os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH", "")]))
        command = [sys.executable, "-W", "error", "-m", "kinerja", *arguments]
        environment = os.environ | {"PYTHONPATH": path, "COLUMNS": "200"}
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=60
        )
        assert (0, told) == (done.returncode, done.stderr)
        return done.stdout

    named = ("--period", "2025", "--catalogue", "balai-contoh-2025")
    kinerja("template", "kosong", *named)
    folder = tmp_path / CONTOH
    folder.mkdir()
    (folder / "surat.csv").write_text("nomor surat;tanggal jawab\n1;02/01/2025\n2;03/02/2025\n3;\n", encoding="utf-8")
    assert "100,00%" in kinerja("score", CONTOH, *named)
    assert "Realisasi (surat): 2" in kinerja("measure", "S1/1", f"{CONTOH}/surat.csv", *named)
    assert "Realisasi (surat): 2" in kinerja("measure", "LetterCount", f"{CONTOH}/surat.csv", "--period", "2025")
    kinerja("explain", "S1/1", CONTOH, *named, "--json", "--output", "jejak.json")
    counted = "2 baris data dukung dihitung, 1 tidak; alasannya disebut di rapor kinerja.\n"
    kinerja("score", CONTOH, *named, "--format", "json", "--output", "rapor.json", told=counted)
    assert "S1/1, 2025: sesuai" in kinerja("verify", "jejak.json", CONTOH, "--catalogue", "balai-contoh-2025")
    assert "sama" in kinerja("compare", "jejak.json", "jejak.json")
    assert "S1/1" in kinerja("compare", "rapor.json", "rapor.json")


NEEDY = """

@attrs.frozen(kw_only=True)
class NeedyCount(LetterCount):
    days: int
"""


def test_an_installed_class_is_measured_by_its_name_where_it_needs_no_parameter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that does is measured by the code of an entry that states it."""
    monkeypatch.syspath_prepend(tmp_path)
    lines = "LetterCount = balai_dua:LetterCount\nNeedyCount = balai_dua:NeedyCount"
    install(tmp_path, "balai-dua", module=CLASSES + NEEDY, indicators=lines)
    file = tmp_path / "surat.csv"
    file.write_text("nomor surat;tanggal jawab\n1;02/01/2025\n", encoding="utf-8")
    told = [run("measure", name, file, "--period", 2025) for name in ("LetterCount", "NeedyCount")]
    sys.modules.pop("balai_dua")
    assert [0, 2] == [one.exit_code for one in told]
    assert "Realisasi (surat): 1" in told[0].stdout
