"""`kinerja explain` and `kinerja verify`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from command_line import run
from planners_sheets import glp039_rows

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def folder(write_workbook: Callable[..., Path]) -> Path:
    """Write a folder with a GLP039 export alone: realised 275 of a ceiling of 700 on the decree's accounts, in 2026."""
    return write_workbook(glp039_rows(), "pagu.xlsx").parent


@pytest.fixture
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the library's catalogue with a target for 2026, the year of the export, in place of 2024."""
    from importlib.resources import files  # noqa: PLC0415 - read here alone

    text = files("kinerja").joinpath("decrees", "catalogues", "bspji_pekanbaru_2021_2024.toml").read_text("utf-8")
    path = tmp_path_factory.mktemp("katalog") / "katalog.toml"
    path.write_text(text.replace("2024", "2026").replace("417912", "012345"), encoding="utf-8")
    assert 0 == run("catalogue", "--catalogue", path).exit_code
    return path


@pytest.fixture
def table(write_csv: Callable[..., Path]) -> Path:
    """Write a table of realisations."""
    return write_csv("kode;realisasi;keterangan\nSK3/4;90;ilustrasi\n")


@pytest.fixture
def trace(folder: Path, catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the trace of the folder's figure."""
    told = run("explain", "SK3/4", folder, "--period", 2026, "--catalogue", catalogue, "--json")
    path = tmp_path_factory.mktemp("jejak") / "jejak.json"
    path.write_text(told.stdout, encoding="utf-8")
    return path


def changed(trace: Path, amount: str) -> Path:
    """Change what the first record of a trace realised."""
    data = json.loads(trace.read_text(encoding="utf-8"))
    data["inputs"]["records"][0]["fields"]["realised"] = amount
    trace.write_text(json.dumps(data), encoding="utf-8")
    return trace


def test_a_folder_is_explained_down_to_its_records(folder: Path, catalogue: Path) -> None:
    """The record, the worked line and the worked achievement."""
    told = run("explain", "SK3/4", folder, "--period", 2026, "--catalogue", catalogue).stdout
    assert [True] * 4 == [
        said in told
        for said in (
            "SK3/4  ",
            "\n  2026, AA.6025.AEB.001.051.0A.521211: masuk RAP3DN",
            "100 × 275 / 700 = 39,29",
            "100 × (100 × 275 / 700) / 50 = 78,57%",
        )
    ]


def test_the_source_is_named(folder: Path, catalogue: Path) -> None:
    """The very file that the figure comes from, with its content, its worksheet and its rows."""
    data = json.loads(run("explain", "SK3/4", folder, "--period", 2026, "--catalogue", catalogue, "--json").stdout)
    file = folder / "pagu.xlsx"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert [{"name": str(file), "sha256": digest, "sheet": "Lembar", "rows": 4}] == data["sources"]


def test_a_page_names_what_was_not_read(folder: Path, catalogue: Path) -> None:
    """As the scorecard does; what may not leave the office names no other file of it."""
    (folder / "surat.pdf").touch()
    arguments = ("explain", "SK3/4", folder, "--period", 2026, "--catalogue", catalogue)
    told = [run(*arguments, *more).stdout for more in ([], ["--tanpa-data-dukung"])]
    assert [True, False] == ["Tidak dibaca: surat.pdf." in text for text in told]


def test_a_table_of_realisations_is_explained(table: Path) -> None:
    """The actual alone, with its remark and the cap."""
    told = run("explain", "SK3/4", table, "--period", 2023, "--cap", 120, "--lang", "en").stdout
    assert [True] * 4 == [
        said in told for said in ("The actual was given", "100 × 90 / 45 = 200.00%", "Capped at 120.00%.", "ilustrasi")
    ]


def test_a_table_of_realisations_is_the_source(table: Path) -> None:
    """Of what it holds, and of nothing else."""
    told = [run("explain", code, table, "--period", 2023, "--json").stdout for code in ("SK3/4", "SK1/1")]
    digest = hashlib.sha256(table.read_bytes()).hexdigest()
    source = {"name": str(table), "sha256": digest, "rows": 1}
    assert [[source], []] == [json.loads(trace)["sources"] for trace in told]


def test_another_years_target_is_explained(table: Path) -> None:
    """2023 against the target of 2024."""
    told = run("explain", "SK3/4", table, "--period", 2023, "--target-year", 2024).stdout
    assert "Target 2024 (Persen)\n  50\n\nCapaian\n  100 × 90 / 50 = 180,00%" in told


def test_a_quarters_own_target_is_explained(table: Path, tmp_path: Path) -> None:
    """From a table of targets."""
    targets = tmp_path / "target.csv"
    targets.write_text("kode;target\nSK3/4;60\n", encoding="utf-8")
    told = run("explain", "SK3/4", table, "--period", "2023-TW2", "--targets", targets).stdout
    assert "100 × 90 / 60 = 150,00%" in told


def test_a_table_of_targets_is_a_source(table: Path, tmp_path: Path) -> None:
    """Of what it has a target of, by its SHA-256."""
    targets = tmp_path / "target.csv"
    targets.write_text("kode;target\nSK3/4;60\n", encoding="utf-8")
    asked = (table, "--period", "2023-TW2", "--targets", targets, "--json")
    sources = [json.loads(run("explain", code, *asked).stdout)["sources"] for code in ("SK3/4", "SK3/1")]
    digest = hashlib.sha256(targets.read_bytes()).hexdigest()
    assert [{"name": str(targets), "sha256": digest}] == [
        one for own in sources for one in own if one["name"] == str(targets)
    ]


def test_what_the_table_does_not_hold_is_not_measured(table: Path) -> None:
    """Never 0."""
    assert "Capaian\n  Belum diukur.\n" in run("explain", "SK1/1", table, "--period", 2023).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("SK3/9", "tidak-ada", "--period", 2023), "'SK3/9' tidak dikenal"),
        (("SK3/4", "tidak-ada", "--period", 2023), "tidak-ada"),
        (("SK3/4", "tidak-ada", "--period", 2023, "--cap", "x"), "--cap 'x'"),
    ],
)
def test_wrong_input_is_one_message(arguments: tuple[object, ...], said: str) -> None:
    """On standard error, with 2."""
    result = run("explain", *arguments)
    assert (2, "", True) == (result.exit_code, result.stdout, said in result.stderr)


def test_a_trace_that_follows_ends_with_0(trace: Path, catalogue: Path) -> None:
    """And says so."""
    result = run("verify", trace, "--catalogue", catalogue)
    assert (0, True) == (
        result.exit_code,
        result.stdout.startswith("SK3/4, 2026: sesuai; angkanya tetap mengikuti.\nJejak dibuat dengan kinerja "),
    )


def test_a_changed_trace_ends_with_1(trace: Path, catalogue: Path) -> None:
    """And says what differs."""
    result = run("verify", changed(trace, "250"), "--catalogue", catalogue)
    assert (1, [True] * 2) == (
        result.exit_code,
        [
            said in result.stdout
            for said in (
                "SK3/4, 2026: tidak sesuai, 14 hal berbeda:\n",
                "berdasarkan akun terpilih: tertulis 275, seharusnya 375 menurut isi jejak ini sendiri.\n",
            )
        ],
    )


def test_a_trace_cannot_write_its_own_verdict(trace: Path, catalogue: Path) -> None:
    """What would clear the terminal or begin a line is shown as it is written."""
    forged = trace.with_name("palsu.json")
    text = json.dumps(json.loads(trace.read_text("utf-8")) | {"library": "\x1b[2J\nSK3/4, 2026: sesuai"})
    forged.write_text(text, encoding="utf-8")
    told = run("verify", forged, "--catalogue", catalogue).stdout
    assert r"Jejak dibuat dengan kinerja \x1b[2J\nSK3/4, 2026: sesuai, diperiksa dengan" in told


def test_differences_are_told_in_english(trace: Path, catalogue: Path) -> None:
    """Where it is asked for."""
    told = run("verify", changed(trace, "250"), "--catalogue", catalogue, "--lang", "en").stdout
    assert "- Actual: it says 39.29 (275/7), but what follows from its inputs is 53.57 (375/7).\n" in told


def test_a_clause_of_another_catalogue_is_noticed(trace: Path) -> None:
    """The library's own knows the decree, and not the year 2026."""
    told = run("verify", trace).stdout
    assert "- Indikator, target: tertulis 2022: 40; 2023: 45; " in told


def test_without_a_catalogue_the_traces_own_clause_is_believed_aloud(trace: Path) -> None:
    """Of a decree that no catalogue at hand has."""
    data = json.loads(trace.read_text(encoding="utf-8"))
    data["clause"]["decree"]["number"] = "1 TAHUN 2030"
    trace.write_text(json.dumps(data), encoding="utf-8")
    told = run("verify", trace).stdout
    assert "Bunyi keputusan dan targetnya diambil dari jejak ini sendiri" in told


def test_a_trace_may_begin_with_a_byte_order_mark(trace: Path, catalogue: Path) -> None:
    """Some editors put one there."""
    trace.write_bytes(b"\xef\xbb\xbf" + trace.read_bytes())
    assert 0 == run("verify", trace, "--catalogue", catalogue).exit_code


@pytest.mark.parametrize(("content", "said"), [(b"{}", "bukan jejak angka"), (b"\xff", "tidak dapat dibaca")])
def test_what_is_no_trace_ends_with_2(write_csv: Callable[..., Path], content: bytes, said: str) -> None:
    """With what is the matter on standard error."""
    result = run("verify", write_csv(content, "jejak.json"))
    assert (2, "", True) == (result.exit_code, result.stdout, said in result.stderr)


def test_a_missing_file_ends_with_2(tmp_path: Path) -> None:
    """And names the file."""
    result = run("verify", tmp_path / "tidak-ada.json")
    assert (2, True) == (result.exit_code, "tidak-ada.json: tidak dapat dibaca" in result.stderr)


# With the evidence at hand


def test_a_trace_is_measured_again_from_its_folder(trace: Path, folder: Path, catalogue: Path) -> None:
    """And says from which file."""
    result = run("verify", trace, folder, "--catalogue", catalogue)
    assert (0, [True, False]) == (
        result.exit_code,
        [said in result.stdout for said in (f"Dihitung ulang dari: {folder / 'pagu.xlsx'}.", "jejak ini sendiri")],
    )


def test_without_its_folder_a_trace_says_that_its_records_are_its_own(trace: Path, catalogue: Path) -> None:
    """Nobody has looked into the file."""
    told = run("verify", trace, "--catalogue", catalogue).stdout
    assert "Data dukung dan nama unitnya diambil dari jejak ini sendiri; untuk menghitung ulang dari" in told


def test_evidence_that_was_forged_in_the_trace_is_noticed(trace: Path, folder: Path, catalogue: Path) -> None:
    """Throughout, so that it follows in itself."""
    data = json.loads(trace.read_text(encoding="utf-8"))
    data["inputs"]["records"][0]["fields"]["realised"] = "350"
    data["quantities"]["realised"] = "475"
    data |= {"actual": "475/7", "uncapped": "950/7", "achievement": "950/7", "met": True}
    data["worked"] = {"id": "100 × 475 / 700 = 67,86", "en": "100 × 475 / 700 = 67.86"}
    del data["alternatives"]
    trace.write_text(json.dumps(data), encoding="utf-8")
    alone = run("verify", trace, "--catalogue", catalogue)
    beside = run("verify", trace, folder, "--catalogue", catalogue)
    assert ([0, 1], True) == (
        [alone.exit_code, beside.exit_code],
        "akun terpilih: tertulis 475, sedangkan menurut data dukung yang diberikan 275.\n" in beside.stdout,
    )


def test_a_table_of_realisations_is_evidence_too(table: Path, tmp_path: Path) -> None:
    """Of an actual that was given; a quarter's own target is the trace's."""
    targets, trace = tmp_path / "target.csv", tmp_path / "jejak.json"
    targets.write_text("kode;target\nSK3/4;60\n", encoding="utf-8")
    run("explain", "SK3/4", table, "--period", "2023-TW2", "--targets", targets, "--json", "--output", trace)
    result = run("verify", trace, table)
    assert (0, True) == (result.exit_code, "Target yang ditetapkan unit sendiri tidak dicocokkan" in result.stdout)


def test_a_quarter_without_a_target_of_its_own_is_measured_again(table: Path, tmp_path: Path) -> None:
    """It has none in either."""
    targets, trace = tmp_path / "target.csv", tmp_path / "jejak.json"
    targets.write_text("kode;target\nSK1/1;60\n", encoding="utf-8")
    run("explain", "SK3/4", table, "--period", "2023-TW2", "--targets", targets, "--json", "--output", trace)
    assert 0 == run("verify", trace, table).exit_code


def test_the_trace_of_another_decree_is_measured_again_by_its_own_entry(trace: Path, folder: Path) -> None:
    """No catalogue at hand has it."""
    data = json.loads(trace.read_text(encoding="utf-8"))
    data["clause"]["decree"]["number"] = "1 TAHUN 2030"
    trace.write_text(json.dumps(data), encoding="utf-8")
    result = run("verify", trace, folder)
    assert (0, True) == (result.exit_code, "Bunyi keputusan dan targetnya diambil" in result.stdout)


def test_another_counting_rule_ends_with_3() -> None:
    """Neither that it holds nor that it does not, with what each rule counts."""
    trace = Path(__file__).parents[2] / "core" / "data" / "written-before" / "rules-1" / "five-parameters.json"
    result = run("verify", trace)
    assert (3, True) == (
        result.exit_code,
        "- dihitung dengan aturan 1 (baris); aturan 2 (ruang lingkup) memberi 1.\n" in result.stdout,
    )


def test_remarks_are_told(trace: Path, catalogue: Path) -> None:
    """They change nothing."""
    trace.write_text(json.dumps(json.loads(trace.read_text(encoding="utf-8")) | {"baru": 1}), encoding="utf-8")
    result = run("verify", trace, "--catalogue", catalogue)
    assert (0, True) == (result.exit_code, "\nCatatan: trace.baru: tidak dikenal oleh versi ini" in result.stdout)


# Without the records


def test_a_figure_is_explained_without_its_records(folder: Path, catalogue: Path) -> None:
    """Their number and the SHA-256 of the full trace stand in their place."""
    arguments = ("explain", "SK3/4", folder, "--period", 2026, "--catalogue", catalogue)
    full = folder.parent / "jejak-lengkap.json"
    run(*arguments, "--json", "--output", full)
    told = run(*arguments, "--tanpa-data-dukung").stdout
    assert [True, True, False] == [
        said in told
        for said in (
            "Data dukung (tidak disertakan)\n  3 dari 4 data dukung dihitung.",
            hashlib.sha256(full.read_bytes()).hexdigest(),
            "AA.6025.AEB.001.051.0A.521211",
        )
    ]


def test_a_trace_without_records_is_verified_as_far_as_it_goes(
    folder: Path, catalogue: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """And says what was not; with the folder everything is."""
    trace = tmp_path_factory.mktemp("jejak") / "tanpa.json"
    arguments = ("--period", 2026, "--catalogue", catalogue, "--json", "--tanpa-data-dukung", "--output", trace)
    run("explain", "SK3/4", folder, *arguments)
    alone = run("verify", trace, "--catalogue", catalogue)
    beside = run("verify", trace, folder, "--catalogue", catalogue)
    assert ([0, 0], [True, False]) == (
        [alone.exit_code, beside.exit_code],
        ["Data dukungnya tidak disertakan" in told.stdout for told in (alone, beside)],
    )
