"""Whose figure and which target: folders as planners hand them in, each right, refused or named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from command_line import run
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable


Fold: TypeAlias = "Callable[..., Path]"

UNIT = "nama unit;kode satker;akun layanan;batas atas capaian\n"
TARGET = "kode;target 2023;target 2023-TW2\n"
RECEIPTS = "satker;nomor penerimaan;akun;jumlah;tanggal penerimaan\n"
LINES = "satker;kode anggaran;tahun;akun;pagu;realisasi\n"
TENANTS = "tenan;seleksi;prainkubasi;inkubasi;pascainkubasi\n"
SCOPES = "ruang lingkup;parameter;terakreditasi sejak;dicabut sejak\n"
SERVICES = RECEIPTS + ";KW-1;425283;100.000.000;05/04/2022\n;KW-2;425283;103.000.000;05/04/2023\n"
BUDGET = LINES + ";A.1;2023;521211;1.000.000.000;450.000.000\n"
OWN = {"unit.csv": UNIT + "BSPJI Pekanbaru;417912;425283;120\n"}


def tenants(*names: str) -> str:
    """Return a form of tenants that finished in 2023."""
    return TENANTS + "".join(f"{name};12/01/2022;15/03/2022;01/06/2022;20/02/2023\n" for name in names)


@pytest.fixture
def fold(evidence: Fold) -> Fold:
    """Return a call that makes a unit's folder of CSV files."""
    return lambda files, name="BSPJI Pekanbaru": evidence(files, name)


def card(*paths: Path, period: str = "2023", options: tuple[object, ...] = ()) -> dict[str, Any]:
    """Score folders of 2023, or of another period, and return the JSON of the scorecard."""
    result = run("score", *paths, "--period", period, "--format", "json", *options)
    assert ("", 0) == (result.stderr, result.exit_code)
    data: dict[str, Any] = json.loads(result.stdout)
    return data | {"by_code": {score["code"]: score for score in data["scores"]}}


def refused(*paths: Path, options: tuple[object, ...] = ()) -> str:
    """Score folders of 2023, which is refused, and return what is said."""
    result = run("score", *paths, "--period", 2023, *options)
    assert (2, "") == (result.exit_code, result.stdout)
    return result.stderr


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a.csv": LINES + "637372;A.1;2023;521211;10;5\n"}, ["637372 (a.csv, 1 baris)", "417912 Balai Standardisasi"]),
        (
            {"a.csv": LINES + "637372;A.1;2023;521211;10;5\n417912;A.2;2023;521211;10;5\n"},
            ["637372 (a.csv, 1 baris)", "417912 (a.csv, 1 baris)", "Satu folder untuk satu unit"],
        ),
        (
            {
                "a.csv": LINES + "417912;A.1;2023;521211;10;5\n",
                "b.csv": RECEIPTS + "637372;KW-1;425283;100;05/04/2022\n",
            },
            ["637372 (b.csv, 1 baris)", "417912 (a.csv, 1 baris)"],
        ),
        (
            {
                "a.csv": LINES + "Balai A;A.1;2023;521211;10;5\n",
                "b.csv": RECEIPTS + "Balai B;KW-1;425283;100;05/04/2022\n",
            },
            ["Balai A (a.csv, 1 baris)", "Balai B (b.csv, 1 baris)"],
        ),
        (
            {**OWN, "a.csv": LINES + "637372;A.1;2023;521211;10;5\n"},
            ["637372 (a.csv, 1 baris)", "unit.csv menyebut 417912 BSPJI Pekanbaru", "--satker-lain"],
        ),
        (
            {**OWN, "a.csv": LINES + "BSPJI Medan;A.1;2023;521211;10;5\n"},
            ["BSPJI Medan (a.csv, 1 baris)", "unit.csv menyebut 417912 BSPJI Pekanbaru"],
        ),
        (
            {"unit.csv": UNIT + "BSPJI Medan;;;\n", "a.csv": LINES + "637372;A.1;2023;521211;10;5\n"},
            ["637372 (a.csv, 1 baris)", "keputusan ini milik 417912"],
        ),
        ({"unit.csv": UNIT + "BSPJI Pekanbaru;417912;;\nBSPJI Medan;123456;;\n"}, ["unit.csv, baris 3", "satu baris"]),
        ({"unit.csv": UNIT + "BSPJI Pekanbaru;41791;;\n"}, ["baris 2, kolom kode satker: '41791'", "enam angka"]),
        ({"unit.csv": UNIT + ";417912;;\n"}, ["baris 2, kolom nama unit"]),
        ({"unit.csv": UNIT + "A;417912;425283 dan 4254;\n"}, ["kolom akun layanan: '425283 dan 4254'", "4254, dan"]),
        ({"unit.csv": UNIT + "A;417912;;seratus dua puluh\n"}, ["kolom batas atas capaian: 'seratus dua puluh'"]),
        ({"unit.csv": UNIT + "A;417912;;0\n"}, ["kolom batas atas capaian: '0'", "misalnya 120"]),
        ({"unit.csv": UNIT + "A;417912;;1,2\n"}, ["kolom batas atas capaian: '1,2'", "misalnya 120"]),
        (
            {"unit.csv": "nama unti;kode satker;akun layanan;batas atas capaian\nA;417912;;\n"},
            ["nama unti", "nama unit"],
        ),
        ({**OWN, "lagi.csv": UNIT + "A;417912;;\n"}, ["unit ada di lagi.csv dan unit.csv"]),
        ({"target.csv": TARGET + "SK9/9;1;1\n"}, ["target.csv, baris 2, kolom kode: 'SK9/9'", "SK3/4"]),
        ({"target.csv": TARGET + "SK3/4;-5;\n"}, ["target.csv, baris 2, kolom target 2023: '-5'", "di atas 0"]),
        ({"target.csv": TARGET + "SK3/4;0;\n"}, ["target.csv, baris 2, kolom target 2023: '0'", "kosongkan"]),
        ({"target.csv": TARGET + "SK3/4;empat puluh;\n"}, ["target.csv, baris 2, kolom target 2023: 'empat puluh'"]),
        ({"target.csv": "kode;target 2023;target 2023-TW5\nSK3/4;1;1\n"}, ["'target 2023-TW5'", "target 2023"]),
        ({"a.csv": TARGET + "SK3/4;1;1\n", "b.csv": TARGET + "SK3/4;1;1\n"}, ["target ada di a.csv dan b.csv"]),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, dict) else "",
)
def test_a_folder_that_cannot_be_one_units_is_refused(fold: Fold, files: dict[str, str], said: list[str]) -> None:
    """Both units are named, or the cell, and what to do."""
    told = refused(fold(files))
    assert said == [part for part in said if part in told]


def test_the_code_of_the_decree_is_taken(fold: Fold) -> None:
    """The name is then the decree's."""
    data = card(fold({"a.csv": LINES + "417912;A.1;2023;521211;10;5\n"}, "data"))
    assert [f"{CATALOGUE.decree.unit} (satker 417912)"] == data["units"]


def test_a_blank_satker_is_the_folders(fold: Fold) -> None:
    """And that is said to be assumed."""
    data = card(fold({"a.csv": BUDGET}, "Balai Coba"))
    assert (["Balai Coba"], True) == (
        data["units"],
        "Dipakai: nama folder sebagai nama unit;" in data["notes"][0]["id"],
    )


def test_files_that_lack_the_same_column_are_told_together(fold: Fold) -> None:
    """Once, with their names."""
    lines = "kode anggaran;tahun;akun;pagu;realisasi\n"
    folder = fold({f"{name}.csv": f"{lines}{name};2023;521211;10;5\n" for name in "ab"})
    said = card(folder)["by_code"]["SK3/4"]["remark"]
    assert (1, True) == (said.count("Kolom "), "tidak ada di a.csv, b.csv; dibaca" in said)


def test_a_code_in_one_form_and_a_name_in_another_are_one_unit(fold: Fold) -> None:
    """Both stand in the headline."""
    files = {
        "a.csv": LINES + "417912;A.1;2023;521211;10;5\n",
        "b.csv": RECEIPTS + "BSPJI Pekanbaru;KW-1;425283;100;05/04/2022\n",
    }
    assert ["BSPJI Pekanbaru (satker 417912)"] == card(fold(files, "data"))["units"]


def test_a_code_with_its_name_is_read_as_both(fold: Fold) -> None:
    """As some write it in one cell."""
    files = {"a.csv": LINES + "417912 BSPJI Pekanbaru;A.1;2023;521211;10;5\n"}
    assert ["BSPJI Pekanbaru (satker 417912)"] == card(fold(files, "data"))["units"]


def test_another_satker_is_taken_where_it_is_said(fold: Fold) -> None:
    """It is then in the headline, not the unit of `unit.csv`."""
    files = {**OWN, "a.csv": LINES + "637372;A.1;2023;521211;10;5\n"}
    assert ["satker 637372"] == card(fold(files), options=("--satker-lain",))["units"]


def test_a_unit_that_names_itself_is_scored_under_its_name(fold: Fold) -> None:
    """The headline has it beside the decree's unit."""
    files = {"unit.csv": UNIT + "BSPJI Medan;637372;;\n", "a.csv": LINES + "637372;A.1;2023;521211;10;5\n"}
    told = run("score", fold(files), "--period", 2023).stdout.splitlines()
    assert ["Rapor kinerja 2023 - BSPJI Medan (satker 637372)", f"Menurut IKU {CATALOGUE.decree.unit}"] == told[:2]


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (CATALOGUE.decree.unit, f"{CATALOGUE.decree.unit} (satker 417912)"),
        ("BSPJI Pekanbaru", f"BSPJI Pekanbaru (satker 417912), menurut IKU {CATALOGUE.decree.unit}"),
    ],
)
def test_explain_names_the_unit_too(fold: Fold, unit: str, said: str) -> None:
    """Above the clause; whose indicators these are goes without saying where they are the unit's own."""
    files = {"unit.csv": f"{UNIT}{unit};417912;;\n", "a.csv": BUDGET}
    told = run("explain", "SK3/4", fold(files), "--period", 2023).stdout.split("\n\n")[0]
    assert said == " ".join(told.split()).partition("barang dan jasa ")[2]


@pytest.mark.parametrize("command", [("explain", "SK3/4"), ("measure", "SK3/4")])
def test_explain_and_measure_refuse_another_satker(fold: Fold, command: tuple[str, str]) -> None:
    """As `score` does."""
    folder = fold({"a.csv": LINES + "637372;A.1;2023;521211;10;5\n"})
    given = folder if command[0] == "explain" else folder / "a.csv"
    result = run(*command, given, "--period", 2023)
    assert (2, "", True) == (result.exit_code, result.stdout, "637372" in result.stderr)


@pytest.mark.parametrize("more", [(), ("--tanpa-rincian",)])
def test_measure_names_the_unit(fold: Fold, more: tuple[str, ...]) -> None:
    """Another one where that is said to be meant."""
    file = fold({"a.csv": LINES + "637372 Balai X;A.1;2023;521211;10;5\n"}) / "a.csv"
    told = run("measure", "SK3/4", file, "--period", 2023, "--satker-lain", *more).stdout
    assert "\nUnit: Balai X (satker 637372)\n" in told


@pytest.mark.parametrize("more", [(), ("--tanpa-rincian",)])
def test_measure_refuses_several_satker(fold: Fold, more: tuple[str, ...]) -> None:
    """Also where the rows are not kept."""
    lines = LINES + "637372;A.1;2023;521211;10;5\n417912;A.1;2023;521211;10;5\n"
    result = run("measure", "P3DNRatio", fold({"a.csv": lines}) / "a.csv", "--period", 2023, *more)
    assert (2, "", True) == (result.exit_code, result.stdout, "Satu folder untuk satu unit" in result.stderr)


def test_unit_alone_is_no_evidence(fold: Fold) -> None:
    """Nothing is measured; the file is known."""
    data = card(fold(OWN))
    assert ({"NOT_MEASURED"}, "120") == ({score["reason"] for score in data["scores"]}, data["cap"])


def test_target_alone_is_no_evidence(fold: Fold) -> None:
    """The own target stands there all the same."""
    score = card(fold({"target.csv": TARGET + "SK3/4;60;30\n"}))["by_code"]["SK3/4"]
    assert ("NOT_MEASURED", "60") == (score["reason"], score["target"])


def test_empty_forms_are_as_none(tmp_path: Path) -> None:
    """Those that `kinerja template` writes, not filled in."""
    run("template", tmp_path / "BSPJI", "--period", 2023)
    data = card(tmp_path / "BSPJI")
    assert (["BSPJI"], None, {None, "45"}) == (
        data["units"],
        data["cap"],
        {score["target"] for score in data["scores"] if score["code"] == "SK3/4"} | {None},
    )


def test_columns_of_the_units_files_that_are_not_read_are_named(fold: Fold) -> None:
    """Those that the form of targets fills in are not."""
    files = {
        "unit.csv": "nama unit;kode satker;kepala;akun layanan\nA;417912;Budi;\n",
        "target.csv": "kode;indikator;satuan;target keputusan 2023;target 2023;penanggung\nSK3/4;x;Persen;45;60;Ani\n",
    }
    notes = [note["id"] for note in card(fold(files, "A"))["notes"]]
    assert [
        "Kolom yang tidak dibaca di unit.csv: kepala.",
        "Kolom yang tidak dibaca di target.csv: penanggung.",
    ] == notes[1:]


def test_receipts_that_are_no_services_are_named(fold: Fold) -> None:
    """Where nobody says which accounts are: the sale of an asset."""
    score = card(fold({"a.csv": SERVICES + ";KW-3;425121;90.000.000;05/06/2023\n"}))["by_code"]["SK3/2"]
    assert ("93", True) == (score["actual"], any("425121" in note["id"] for note in score["notes"]))


@pytest.mark.parametrize(("own", "achievement"), [("60", "75"), ("30", "150"), ("45", "100"), ("N/A", "100")])
def test_the_achievement_is_by_the_own_target(fold: Fold, own: str, achievement: str) -> None:
    """Higher or lower than the decree's 45, or none."""
    score = card(fold({"a.csv": BUDGET, "target.csv": TARGET + f"SK3/4;{own};\n"}))["by_code"]["SK3/4"]
    assert achievement == score["achievement"]


@pytest.mark.parametrize(("period", "target"), [("2023", "45"), ("2023-TW2", "20"), ("2023-TW3", "45")])
def test_a_quarters_target_is_the_quarters(fold: Fold, period: str, target: str) -> None:
    """The year, and a quarter without one, have the decree's."""
    folder = fold({"a.csv": BUDGET, "target.csv": TARGET + "SK3/4;;20\n"})
    assert target == card(folder, period=period)["by_code"]["SK3/4"]["target"]


def _told(score: dict[str, Any]) -> tuple[str, str, str]:
    return score["target"], score["decree_target"], score["achievement"]


def test_a_quarter_without_own_targets_has_those_of_its_year(fold: Fold) -> None:
    """The year is measured by the agreement; the decree's stands beside."""
    data = card(fold({"a.csv": BUDGET, "target.csv": TARGET + "SK3/4;60;\n"}), period="2023-TW2")
    assert (2023, ("60", "45", "75")) == (data["target_year"], _told(data["by_code"]["SK3/4"]))


def test_a_quarter_with_own_targets_has_none_of_its_year(fold: Fold) -> None:
    """Neither own nor the decree's: a quarter's targets and a year's in one scorecard would make one mean."""
    data = card(fold({"a.csv": BUDGET, "target.csv": TARGET + "SK3/4;60;\nSK1/1;;1\n"}), period="2023-TW2")
    score = data["by_code"]["SK3/4"]
    assert (None, None, "NO_TARGET") == (data["target_year"], score["target"], score["reason"])


def test_a_quarter_with_the_own_targets_of_its_year_says_so(fold: Fold) -> None:
    """With their codes; the others have the decree's."""
    note = card(fold({"a.csv": BUDGET, "target.csv": TARGET + "SK3/4;60;\n"}), period="2023-TW2")["notes"][0]["id"]
    assert "target sendiri tahun 2023 (SK3/4); target keputusan (SK1/1, SK1/2," in note


@pytest.mark.parametrize("heading", ["kode;target 2023;target 2023-TW2", "kode;target 2023;target 2023-TW1"])
def test_a_table_of_targets_is_read_as_that_of_the_folder(fold: Fold, tmp_path: Path, heading: str) -> None:
    """Whether the quarter has an empty column or none."""
    table = tmp_path / "t.csv"
    table.write_text(f"{heading}\nSK3/4;60;\n", encoding="utf-8")
    data = card(fold({"a.csv": BUDGET}), period="2023-TW2", options=("--targets", table))
    assert (2023, ("60", "45", "75")) == (data["target_year"], _told(data["by_code"]["SK3/4"]))


@pytest.mark.parametrize("period", ["2023", "2023-TW2"])
def test_targets_of_each_unit_are_named_where_they_are_none_of_all(fold: Fold, period: str) -> None:
    """Those of the year for its quarter too; of the decree's, the shares' alone are taken."""
    folders = [fold({"a.csv": tenants("A"), "t.csv": TARGET + "SK1/1;2;\n"}, "A"), fold({"a.csv": tenants("B")}, "B")]
    assumed, *more = [note["id"] for note in card(*folders, period=period)["notes"]]
    assert "target keputusan (SK3/1, SK3/2, SK3/4)" in assumed
    assert ["Target tiap unit tidak dipakai untuk gabungan: A/t.csv."] == more


def test_a_table_of_targets_without_the_period_and_its_year_is_refused(fold: Fold, tmp_path: Path) -> None:
    """Nobody could say which of them is meant."""
    table = tmp_path / "t.csv"
    table.write_text("kode;target 2022\nSK3/4;60\n", encoding="utf-8")
    told = run("score", fold({"a.csv": BUDGET}), "--period", "2023-TW2", "--targets", table)
    assert (2, True) == (told.exit_code, "target 2023-TW2" in told.stderr)


def test_the_own_targets_of_the_year_may_be_asked_for(fold: Fold) -> None:
    """In place of the quarter's."""
    folder = fold({"a.csv": BUDGET, "target.csv": TARGET + "SK3/4;60;20\n"})
    data = card(folder, period="2023-TW2", options=("--target-year", 2023))
    assert "60" == data["by_code"]["SK3/4"]["target"]


def test_one_table_of_realisations_takes_the_years_targets_too(tmp_path: Path) -> None:
    """It is no folder."""
    (tmp_path / "r.csv").write_text("kode;realisasi\nSK3/4;45\n", encoding="utf-8")
    (tmp_path / "t.csv").write_text(TARGET + "SK3/4;60;\n", encoding="utf-8")
    data = card(tmp_path / "r.csv", period="2023-TW2", options=("--targets", tmp_path / "t.csv"))
    assert ("60", "45", "75") == _told(data["by_code"]["SK3/4"])


def test_a_trace_of_a_quarter_with_the_own_target_of_its_year_verifies(fold: Fold, tmp_path: Path) -> None:
    """By itself, and against its folder."""
    folder = fold({"a.csv": SERVICES, "target.csv": TARGET + "SK3/2;4;\n"})
    trace = tmp_path / "trace.json"
    trace.write_text(run("explain", "SK3/2", folder, "--period", "2023-TW2", "--json").stdout, encoding="utf-8")
    score = json.loads(trace.read_text("utf-8"))
    told = [run("verify", trace, *paths).exit_code for paths in ([], [folder])]
    assert (("4", "2", "75"), [0, 0]) == (_told(score), told)


def test_indicators_without_an_own_target_are_named(fold: Fold) -> None:
    """They are set against the decree's."""
    note = card(fold({"a.csv": BUDGET, "target.csv": TARGET + "SK3/4;60;\n"}))["notes"][0]["id"]
    assert "target keputusan (SK1/1, SK1/2, SK2/1, SK3/1, SK3/2, SK3/3)" in note


def test_targets_that_the_decree_has_not_are_not_said_to_be_taken(fold: Fold) -> None:
    """The first year is its baseline, and has none."""
    assert "target keputusan" not in card(fold({"a.csv": BUDGET}), period="2021")["notes"][0]["id"]


def test_nothing_is_assumed_where_everything_is_said(fold: Fold) -> None:
    """Unit, cap, accounts and targets."""
    targets = TARGET + "".join(f"{code};2;\n" for code in CATALOGUE)
    assert "notes" not in card(fold({**OWN, "a.csv": SERVICES, "target.csv": targets}))


def test_the_years_targets_may_be_another_years(fold: Fold) -> None:
    """`--target-year` asks another question, and own targets stand aside."""
    folder = fold({"a.csv": BUDGET, "target.csv": TARGET + "SK3/4;60;\n"})
    assert "50" == card(folder, options=("--target-year", 2024))["by_code"]["SK3/4"]["target"]


def test_the_accounts_of_the_unit_are_counted(fold: Fold) -> None:
    """The sale of an asset is no service: 3 percent, not 93."""
    files = {**OWN, "a.csv": SERVICES + ";KW-3;425121;90.000.000;05/06/2023\n"}
    assert "3" == card(fold(files))["by_code"]["SK3/2"]["actual"]


def test_accounts_may_be_given(fold: Fold) -> None:
    """As in `unit.csv`."""
    folder = fold({"a.csv": SERVICES + ";KW-3;425121;90.000.000;05/06/2023\n"})
    assert "3" == card(folder, options=("--accounts", "SK3/2=425283"))["by_code"]["SK3/2"]["actual"]


def test_equal_accounts_of_two_sources_are_fine(fold: Fold) -> None:
    """In whatever order."""
    folder = fold({"unit.csv": UNIT + "A;417912;425283, 425421;\n", "a.csv": SERVICES})
    assert "3" == card(folder, options=("--accounts", "SK3/2=425421,425283"))["by_code"]["SK3/2"]["actual"]


def test_explain_takes_accounts(fold: Fold) -> None:
    """And says so, with its own trace holding."""
    folder = fold({"a.csv": SERVICES + ";KW-3;425121;90.000.000;05/06/2023\n"})
    told = run("explain", "SK3/2", folder, "--period", 2023, "--accounts", "SK3/2=425283").stdout
    assert [True, True] == [part in told for part in ("--accounts", "= 3,00")]


def test_a_trace_with_settings_units_and_own_targets_verifies(fold: Fold, tmp_path: Path) -> None:
    """From itself, and from the folder."""
    folder = fold({**OWN, "a.csv": SERVICES, "target.csv": TARGET + "SK3/2;4;\n"})
    (tmp_path / "jejak.json").write_text(run("explain", "SK3/2", folder, "--period", 2023, "--json").stdout, "utf-8")
    assert [0, 0] == [run("verify", tmp_path / "jejak.json", *more).exit_code for more in ((), (folder,))]


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--cap", "100", ["--cap: 100", "unit.csv: 120"]),
        ("--accounts", "SK3/2=425421", ["akun layanan", "--accounts: 425421", "unit.csv: 425283"]),
        ("--accounts", "425283", ["--accounts 425283", "SK3/2=425283,425421"]),
        ("--accounts", "SK1/1=425283", ["SK1/1: Indikator ini tidak dihitung menurut akun"]),
        ("--accounts", "SK9/9=425283", ["SK9/9"]),
        ("--accounts", "SK3/2=", ["SK3/2: akun layanan: Akun"]),
        ("--target-year", "2030", ["2030", "2021-2024"]),
    ],
)
def test_two_sources_that_differ_are_refused(fold: Fold, option: str, value: str, said: list[str]) -> None:
    """Each is named with what it says."""
    told = refused(fold({**OWN, "a.csv": SERVICES}), options=(option, value))
    assert said == [part for part in said if part in told]


@pytest.mark.parametrize(("given", "code"), [("60", 0), ("50", 2)])
def test_targets_of_two_sources_must_agree(fold: Fold, tmp_path: Path, given: str, code: int) -> None:
    """`--targets` and `target.csv`."""
    table = tmp_path / "pk.csv"
    table.write_text(f"kode;target\nSK3/4;{given}\n", encoding="utf-8")
    folder = fold({"a.csv": BUDGET, "target.csv": TARGET + "SK3/4;60;\n"})
    result = run("score", folder, "--period", 2023, "--targets", table)
    assert (code, code == 2) == (result.exit_code, "SK3/4 2023 berbeda: --targets: 50; target.csv: 60" in result.stderr)


def test_the_form_of_targets_may_be_given_as_well(fold: Fold, tmp_path: Path) -> None:
    """With its column of the period."""
    table = tmp_path / "pk.csv"
    table.write_text(TARGET + "SK3/4;60;30\n", encoding="utf-8")
    folder = fold({"a.csv": BUDGET})
    assert "30" == card(folder, period="2023-TW2", options=("--targets", table))["by_code"]["SK3/4"]["target"]


def test_an_equal_cap_is_fine(fold: Fold) -> None:
    """It says the same."""
    assert "120" == card(fold({**OWN, "a.csv": SERVICES}), options=("--cap", "120"))["cap"]


def test_two_folders_have_no_joint_target_of_counts(fold: Fold) -> None:
    """Four tenants are not 400 percent of one unit's target; the share keeps its own."""
    one = fold({"a.csv": tenants("A", "B"), "b.csv": BUDGET}, "Balai A")
    other = fold({"a.csv": tenants("C", "D"), "b.csv": BUDGET}, "Balai B")
    by_code = card(one, other)["by_code"]
    assert (("4", None), ("45", "100")) == (
        (by_code["SK1/1"]["actual"], by_code["SK1/1"]["achievement"]),
        (by_code["SK3/4"]["actual"], by_code["SK3/4"]["achievement"]),
    )


def test_two_folders_may_be_given_a_joint_target(fold: Fold, tmp_path: Path) -> None:
    """Which alone is set for the count."""
    table = tmp_path / "pk.csv"
    table.write_text("kode;target\nSK1/1;4\n", encoding="utf-8")
    folders = [fold({"a.csv": tenants("A", "B")}, name) for name in ("Balai A", "Balai B")]
    assert "100" == card(*folders, options=("--targets", table))["by_code"]["SK1/1"]["achievement"]


def test_targets_of_each_unit_are_none_of_all(fold: Fold) -> None:
    """They are named as not used."""
    one = fold({"a.csv": tenants("A"), "target.csv": TARGET + "SK1/1;5;\n"}, "Balai A")
    data = card(one, fold({"a.csv": tenants("B")}, "Balai B"))
    assert (None, True) == (data["by_code"]["SK1/1"]["target"], "Balai A/target.csv" in data["notes"][-1]["id"])


def test_two_folders_of_one_satker_are_one_unit(fold: Fold) -> None:
    """Its evidence in two halves has its unit's targets."""
    half = UNIT + "BSPJI Pekanbaru;417912;;\n"
    one = fold({"unit.csv": half, "a.csv": tenants("A")}, "semester 1")
    other = fold({"unit.csv": half, "a.csv": tenants("B")}, "semester 2")
    assert (1, "200") == (len(card(one, other)["units"]), card(one, other)["by_code"]["SK1/1"]["achievement"])


@pytest.mark.parametrize("second", ["BSPJI Pekanbaru;417912;;\n", "BSPJI  PEKANBARU;;;\n"])
def test_what_two_folders_of_one_unit_hold_alike_is_a_double(fold: Fold, second: str) -> None:
    """A tenant that stands in both halves of a year is one, whatever the folders are called."""
    one = fold({"unit.csv": UNIT + "BSPJI Pekanbaru;417912;;\n", "a.csv": tenants("A")}, "semester 1")
    told = refused(one, fold({"unit.csv": UNIT + second, "a.csv": tenants("A", "B")}, "semester 2"))
    assert [True, True] == [part in told for part in ("417912, A: semester 1/a.csv, baris", "; semester 2/a.csv")]


@pytest.mark.parametrize("second", [{"r.csv": "kode;realisasi\nSK1/1;2\n"}, {"a.csv": tenants("B")}])
def test_a_realisation_beside_another_of_one_unit_is_refused(fold: Fold, second: dict[str, str]) -> None:
    """Two and two may be two said twice, or four: 400 percent of its target."""
    half = {"unit.csv": UNIT + "BSPJI Pekanbaru;417912;;\n"}
    one = fold(half | {"r.csv": "kode;realisasi\nSK1/1;2\n"}, "semester 1")
    told = refused(one, fold(half | second, "semester 2"))
    assert f"SK1/1 ada di semester 1/r.csv dan semester 2/{next(iter(second))}; sisakan satu." in told


def test_one_receipt_of_two_services_in_two_folders_of_one_unit_is_told_as_such(fold: Fold) -> None:
    """It may be two; the fields in which they differ are named."""
    half = UNIT + "BSPJI Pekanbaru;417912;425283;\n"
    one = fold({"unit.csv": half, "a.csv": SERVICES}, "semester 1")
    other = fold({"unit.csv": half, "a.csv": RECEIPTS + ";KW-2;425283;5.000.000;06/04/2023\n"}, "semester 2")
    assert "isi yang berbeda: KW-2 (berbeda: jumlah, tanggal penerimaan)" in refused(one, other)


def test_one_scope_in_two_folders_of_one_unit_is_one(fold: Fold) -> None:
    """Its parameters stand in both; so do the proofs of a collaboration."""
    half, form = UNIT + "BSPJI Pekanbaru;417912;;\n", "nomor bukti;nomor kolaborasi;mitra;kapabilitas;tanggal bukti\n"
    folders = [
        fold(
            {
                "unit.csv": half,
                "a.csv": SCOPES + f"Pengujian air;{parameter};01/03/2023;\n",
                "b.csv": form + f"{proof};K-1;Universitas A;uji bahan;01/03/2023\n",
            },
            name,
        )
        for name, parameter, proof in (("semester 1", "pH", "B-1"), ("semester 2", "besi", "B-2"))
    ]
    by_code = card(*folders)["by_code"]
    assert ["1", "1"] == [by_code[code]["actual"] for code in ("SK3/3", "SK1/2")]


def test_what_differs_in_punctuation_alone_in_two_folders_of_one_unit_is_named(fold: Fold) -> None:
    """As in one folder."""
    half = UNIT + "BSPJI Pekanbaru;417912;;\n"
    one = fold({"unit.csv": half, "a.csv": tenants("Tenan-1")}, "semester 1")
    other = fold({"unit.csv": half, "a.csv": tenants("Tenan.1")}, "semester 2")
    assert "dihitung: Tenan-1 = Tenan.1." in card(one, other)["by_code"]["SK1/1"]["remark"]


@pytest.mark.parametrize(
    ("satker", "code"), [("417912", 0), ("123456", 2)], ids=["the decree's satker", "another satker"]
)
def test_records_may_name_the_unit_as_its_decree_does(fold: Fold, satker: str, code: int) -> None:
    """`unit.csv` has its short name; the code says that it is the same."""
    rows = LINES + f"{CATALOGUE.decree.unit};A.1;2023;521211;10;5\n"
    folder = fold({"unit.csv": UNIT + f"BSPJI Pekanbaru;{satker};;\n", "a.csv": rows})
    assert code == run("score", folder, "--period", 2023).exit_code


@pytest.mark.parametrize(("second", "target"), [("", "5"), ("5", "5")])
def test_two_folders_of_one_unit_have_its_own_targets(fold: Fold, second: str, target: str) -> None:
    """They are no targets of several units."""
    half = UNIT + "BSPJI Pekanbaru;417912;;\n"
    one = fold({"unit.csv": half, "a.csv": tenants("A"), "t.csv": TARGET + "SK1/1;5;\n"}, "semester 1")
    other = fold({"unit.csv": half, "a.csv": tenants("B"), "t.csv": TARGET + f"SK1/1;{second};\n"}, "semester 2")
    data = card(one, other)
    assert (target, []) == (
        data["by_code"]["SK1/1"]["target"],
        [note for note in data["notes"] if "gabungan" in note["id"]],
    )


def test_two_folders_of_one_unit_must_agree_on_its_targets(fold: Fold) -> None:
    """Each file is named with what it says."""
    half = UNIT + "BSPJI Pekanbaru;417912;;\n"
    folders = [
        fold({"unit.csv": half, "t.csv": TARGET + f"SK1/1;{target};\n"}, name)
        for name, target in (("semester 1", "5"), ("semester 2", "6"))
    ]
    assert "SK1/1 2023 berbeda: semester 1/t.csv: 5; semester 2/t.csv: 6" in refused(*folders)


@pytest.mark.parametrize(
    ("period", "target", "said"),
    [
        ("2023", "SK1/1;2;\n", []),
        ("2023-TW2", "SK1/1;2;\n", []),
        ("2023", "SK1/1;;1\n", [" di t.csv (ada untuk 2023-TW2)"]),
        ("2024", "SK1/1;2;1\n", [" di t.csv (ada untuk 2023, 2023-TW2)"]),
        ("2024", "SK1/1;;\n", []),
    ],
)
def test_own_targets_of_other_periods_alone_are_named(fold: Fold, period: str, target: str, said: list[str]) -> None:
    """Last year's form, and a quarter's target beside the year: the decree's are used."""
    folder = fold({"a.csv": tenants("A"), "t.csv": TARGET + target})
    told = " ".join(note["id"] for note in card(folder, period=period)["notes"] if "Tidak ada target" in note["id"])
    assert (said, bool(said)) == ([part for part in said if part in told], bool(told))


@pytest.mark.parametrize(
    ("target", "said"),
    [("SK1/1;2;1\n", ["Target di t.csv tidak dipakai, karena yang diminta target 2024."]), ("SK1/1;;\n", [])],
)
def test_own_targets_beside_those_of_another_year_are_named(fold: Fold, target: str, said: list[str]) -> None:
    """The decree's of that year are used."""
    folder = fold({"a.csv": tenants("A"), "t.csv": TARGET + target})
    notes = card(folder, options=("--target-year", 2024))["notes"]
    assert said == [note["id"] for note in notes if "yang diminta" in note["id"]]


def test_own_targets_of_several_units_are_not_told_of_another_year(fold: Fold) -> None:
    """They are no targets of several units, which is told already."""
    units = ("Balai A", "Balai B")
    folders = [fold({"a.csv": tenants(unit), "t.csv": TARGET + "SK1/1;2;1\n"}, unit) for unit in units]
    notes = card(*folders, options=("--target-year", 2024))["notes"]
    assert [] == [note["id"] for note in notes if "yang diminta" in note["id"]]


def test_a_folder_of_several_that_is_not_there_is_said_so(fold: Fold) -> None:
    """It is no table that stands in the wrong place."""
    told = refused(fold({"a.csv": tenants("A")}), Path("nada"))
    assert "nada: berkas ini tidak ada; periksa nama dan foldernya." == told.strip()


def test_what_lacks_in_files_of_one_name_is_told_by_their_folders(fold: Fold) -> None:
    """The same sentence stood there twice."""
    folders = [fold({"a.csv": LINES + f"{unit};A.1;2023;521211;10;5\n"}, unit) for unit in ("Balai A", "Balai B")]
    remark = card(*folders)["by_code"]["SK3/4"]["remark"]
    assert 1 == remark.count(" di Balai A/a.csv, Balai B/a.csv;")


@pytest.mark.parametrize(("second", "said"), [("A", 1), ("B", 0)])
def test_a_form_that_was_copied_from_folder_to_folder_is_named(fold: Fold, second: str, said: int) -> None:
    """Both count: two units may have tenants of one name, but hardly all their days."""
    folders = (fold({"a.csv": tenants("A")}, "Balai A"), fold({"b.csv": tenants(second)}, "Balai B"))
    score = card(*folders)["by_code"]["SK1/1"]
    assert ("2", said) == (score["actual"], score["remark"].count("Balai A/a.csv, Balai B/b.csv: isinya sama"))


def test_a_sum_of_records_and_of_a_figure_without_them_says_so(fold: Fold) -> None:
    """The records of the one are not all of it."""
    folders = (fold({"a.csv": tenants("A")}, "Balai A"), fold({"b.csv": "kode;realisasi\nSK1/1;2\n"}, "Balai B"))
    score = card(*folders)["by_code"]["SK1/1"]
    said = "dari data dukung (Balai A/a.csv) dan yang diberikan langsung (Balai B/b.csv)."
    assert ("3", True) == (score["actual"], said in score["remark"])


def test_one_receipt_in_two_folders_is_a_double(fold: Fold) -> None:
    """Number, amount and day are the same, whatever case the number is written in."""
    other = SERVICES.replace("KW-2", "kw-2").replace("KW-1", "KW-9")
    told = refused(fold({"a.csv": SERVICES}, "Balai A"), fold({"a.csv": other}, "Balai B"))
    assert [True, True] == [part in told for part in ("Balai A/a.csv, baris 3; Balai B/a.csv, baris 3", "kw-2")]


def test_one_number_of_two_receipts_is_no_double(fold: Fold) -> None:
    """Two units may both write KW-1, of other money."""
    other = SERVICES.replace("100.000.000", "300.000.000").replace("103.000.000", "309.000.000")
    folders = (fold({"a.csv": SERVICES}, "Balai A"), fold({"a.csv": other}, "Balai B"))
    assert "3" == card(*folders)["by_code"]["SK3/2"]["actual"]


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("Balai B;;425421;\n", ["akun layanan", "Balai A/unit.csv: 425283", "Balai B/unit.csv: 425421"]),
        ("Balai B;;;\n", ["akun layanan", "Balai A/unit.csv: 425283", "Balai B/unit.csv: tidak disebut"]),
    ],
)
def test_settings_that_differ_are_not_added(fold: Fold, second: str, said: list[str]) -> None:
    """Receipts on other accounts would stand in one sum."""
    other = SERVICES.replace("KW", "KB")
    told = refused(
        fold({"unit.csv": UNIT + "Balai A;;425283;\n", "a.csv": SERVICES}, "Balai A"),
        fold({"unit.csv": UNIT + second, "a.csv": other}, "Balai B"),
    )
    assert said == [part for part in said if part in told]


def test_settings_of_a_folder_without_receipts_play_no_part(fold: Fold) -> None:
    """Nothing of it is added."""
    one = fold({"unit.csv": UNIT + "Balai A;;425283;\n", "a.csv": SERVICES}, "Balai A")
    other = fold({"unit.csv": UNIT + "Balai B;;425421;\n", "a.csv": tenants("A")}, "Balai B")
    assert "3" == card(one, other)["by_code"]["SK3/2"]["actual"]


def test_caps_that_differ_are_refused(fold: Fold) -> None:
    """Also where one folder says none."""
    one = fold({"unit.csv": UNIT + "Balai A;;;120\n", "a.csv": tenants("A")}, "Balai A")
    told = refused(one, fold({"a.csv": tenants("B")}, "Balai B"))
    assert "Balai A/unit.csv: 120; Balai B: tidak disebut" in told


def test_receipts_of_other_years_are_not_measured(fold: Fold) -> None:
    """The row names the file, the year that is asked for and the years that there are."""
    told = run("score", fold({"penerimaan.csv": SERVICES}), "--period", 2024, "--format", "csv").stdout
    (row,) = (line for line in told.splitlines() if line.startswith("SK3/2"))
    assert ["Belum diukur", "2024", "2022", "2023", "penerimaan.csv"] == [
        part for part in ("Belum diukur", "2024", "2022", "2023", "penerimaan.csv") if part in row
    ]


def test_five_parameters_are_one_scope(fold: Fold) -> None:
    """Not 500 percent."""
    rows = "".join(f"Pengujian air;{name};01/03/2023;\n" for name in ("pH", "besi", "mangan", "klorida", "nitrat"))
    score = card(fold({"a.csv": SCOPES + rows}))["by_code"]["SK3/3"]
    assert ("1", "100") == (score["actual"], score["achievement"])


def test_three_proofs_are_one_collaboration(fold: Fold) -> None:
    """Where they name the collaboration."""
    form = "nomor bukti;nomor kolaborasi;mitra;jenis mitra;hasil;kapabilitas;tanggal bukti\n"
    rows = "".join(f"B-{n};K-1;Universitas A;akademisi;prototipe;uji bahan;0{n}/03/2023\n" for n in (1, 2, 3))
    score = card(fold({"a.csv": form + rows}))["by_code"]["SK1/2"]
    assert ("1", "100") == (score["actual"], score["achievement"])


def test_refunds_are_taken_off(fold: Fold) -> None:
    """103 million, 5 of them paid back, against 100."""
    files = {"a.csv": SERVICES + ";KW-3;425283;-5.000.000;05/06/2023\n"}
    assert "-2" == card(fold(files))["by_code"]["SK3/2"]["actual"]


@pytest.mark.parametrize(
    ("partner", "gain", "actual"),
    [
        ("Universitas A", "uji bahan", "1"),
        ("tidak ada", "uji bahan", "0"),
        ("Belum  Ada", "uji bahan", "0"),
        ("Universitas A", "Nihil", "0"),
        ("Tidak Ada Lawan, PT", "uji bahan", "1"),
    ],
)
def test_a_partner_that_is_said_to_be_none_is_none(fold: Fold, partner: str, gain: str, actual: str) -> None:
    """In words as by a dash; it is told that the proof does not count."""
    form = "nomor bukti;nomor kolaborasi;mitra;jenis mitra;hasil;kapabilitas;tanggal bukti\n"
    score = card(fold({"a.csv": form + f"B-1;;{partner};;;{gain};01/03/2023\n"}))["by_code"]["SK1/2"]
    told = [note["id"] for note in score["notes"] if "karena kosong" in note["id"]]
    assert (actual, actual == "0") == (score["actual"], bool(told))
