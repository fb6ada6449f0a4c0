"""`kinerja explain` and `kinerja verify`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result


@pytest.fixture
def folder(glp039_rows: Callable[..., list[dict[int, Any]]], write_workbook: Callable[..., Path]) -> Path:
    """Write a folder with a GLP039 export alone: realised 275 of a ceiling of 700 on the decree's accounts, in 2026."""
    return write_workbook(glp039_rows(), "pagu.xlsx").parent


@pytest.fixture
def catalogue(tmp_path_factory: pytest.TempPathFactory, run: Callable[..., Result]) -> Path:
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
def trace(run: Callable[..., Result], folder: Path, catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
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


def test_a_folder_is_explained_down_to_its_records(run: Callable[..., Result], folder: Path, catalogue: Path) -> None:
    """The record, the worked line and the worked achievement."""
    told = run("explain", "SK3/4", folder, "--period", 2026, "--catalogue", catalogue).stdout
    assert [True] * 4 == [
        said in told
        for said in (
            "SK3/4  ",
            "Data dukung yang dihitung (3)\n  012345, 2026, AA.6025.AEB.001.051.0A.521211: masuk RAP3DN",
            "100 × 275 / 700 = 39,29",
            "100 × (275/7) / 50 = 78,57%",
        )
    ]


def test_the_source_is_named(run: Callable[..., Result], folder: Path, catalogue: Path) -> None:
    """The very file that the figure comes from."""
    data = json.loads(run("explain", "SK3/4", folder, "--period", 2026, "--catalogue", catalogue, "--json").stdout)
    assert [str(folder / "pagu.xlsx")] == data["sources"]


def test_a_table_of_realisations_is_explained(run: Callable[..., Result], table: Path) -> None:
    """The actual alone, with its remark and the cap."""
    told = run("explain", "SK3/4", table, "--period", 2023, "--cap", 120, "--lang", "en").stdout
    assert [True] * 4 == [
        said in told for said in ("The actual was given", "100 × 90 / 45 = 200.00%", "Capped at 120.00%.", "ilustrasi")
    ]


def test_a_table_of_realisations_is_the_source(run: Callable[..., Result], table: Path) -> None:
    """Of what it holds, and of nothing else."""
    told = [run("explain", code, table, "--period", 2023, "--json").stdout for code in ("SK3/4", "SK1/1")]
    assert [[str(table)], []] == [json.loads(trace)["sources"] for trace in told]


def test_another_years_target_is_explained(run: Callable[..., Result], table: Path) -> None:
    """2023 against the target of 2024."""
    told = run("explain", "SK3/4", table, "--period", 2023, "--target-year", 2024).stdout
    assert "Target 2024 (Persen)\n  50\n\nCapaian\n  100 × 90 / 50 = 180,00%" in told


def test_a_quarters_own_target_is_explained(run: Callable[..., Result], table: Path, tmp_path: Path) -> None:
    """From a table of targets."""
    targets = tmp_path / "target.csv"
    targets.write_text("kode;target\nSK3/4;60\n", encoding="utf-8")
    told = run("explain", "SK3/4", table, "--period", "2023-TW2", "--targets", targets).stdout
    assert "100 × 90 / 60 = 150,00%" in told


def test_what_the_table_does_not_hold_is_not_measured(run: Callable[..., Result], table: Path) -> None:
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
def test_wrong_input_is_one_message(run: Callable[..., Result], arguments: tuple[object, ...], said: str) -> None:
    """On standard error, with 2."""
    result = run("explain", *arguments)
    assert (2, "", True) == (result.exit_code, result.stdout, said in result.stderr)


def test_a_trace_that_follows_ends_with_0(run: Callable[..., Result], trace: Path, catalogue: Path) -> None:
    """And says so."""
    result = run("verify", trace, "--catalogue", catalogue)
    assert (0, True) == (
        result.exit_code,
        result.stdout.startswith("SK3/4, 2026: sesuai; angkanya tetap mengikuti.\nJejak dibuat dengan kinerja "),
    )


def test_a_changed_trace_ends_with_1(run: Callable[..., Result], trace: Path, catalogue: Path) -> None:
    """And says what differs."""
    result = run("verify", changed(trace, "250"), "--catalogue", catalogue)
    assert (1, [True] * 2) == (
        result.exit_code,
        [
            said in result.stdout
            for said in (
                "SK3/4, 2026: tidak sesuai, 7 hal berbeda:\n",
                "- quantities.realised: tertulis 275, sedangkan yang mengikuti dari data dukungnya 375.\n",
            )
        ],
    )


def test_differences_are_told_in_english(run: Callable[..., Result], trace: Path, catalogue: Path) -> None:
    """Where it is asked for."""
    told = run("verify", changed(trace, "250"), "--catalogue", catalogue, "--lang", "en").stdout
    assert "- actual: it says 275/7, but what follows from its inputs is 375/7.\n" in told


def test_a_clause_of_another_catalogue_is_noticed(run: Callable[..., Result], trace: Path) -> None:
    """The library's own knows the decree, and not the year 2026."""
    told = run("verify", trace).stdout
    assert "- clause.entry.targets: tertulis {" in told


def test_without_a_catalogue_the_traces_own_clause_is_believed_aloud(run: Callable[..., Result], trace: Path) -> None:
    """Of a decree that no catalogue at hand has."""
    data = json.loads(trace.read_text(encoding="utf-8"))
    data["clause"]["decree"]["number"] = "1 TAHUN 2030"
    trace.write_text(json.dumps(data), encoding="utf-8")
    told = run("verify", trace).stdout
    assert "Bunyi Keputusan Nomor 1 TAHUN 2030 dan targetnya diambil dari jejak ini sendiri" in told


def test_a_trace_may_begin_with_a_byte_order_mark(run: Callable[..., Result], trace: Path, catalogue: Path) -> None:
    """Some editors put one there."""
    trace.write_bytes(b"\xef\xbb\xbf" + trace.read_bytes())
    assert 0 == run("verify", trace, "--catalogue", catalogue).exit_code


@pytest.mark.parametrize(("content", "said"), [(b"{}", "bukan jejak angka"), (b"\xff", "tidak dapat dibaca")])
def test_what_is_no_trace_ends_with_2(
    run: Callable[..., Result], write_csv: Callable[..., Path], content: bytes, said: str
) -> None:
    """With what is the matter on standard error."""
    result = run("verify", write_csv(content, "jejak.json"))
    assert (2, "", True) == (result.exit_code, result.stdout, said in result.stderr)


def test_a_missing_file_ends_with_2(run: Callable[..., Result], tmp_path: Path) -> None:
    """And names the file."""
    result = run("verify", tmp_path / "tidak-ada.json")
    assert (2, True) == (result.exit_code, "tidak-ada.json: tidak dapat dibaca" in result.stderr)
