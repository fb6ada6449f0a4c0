"""What kinerja.html answers: what the command line says, figure by figure and message by message."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from dropped import EXAMPLES, LOOSE, ROOT, Dropped, dropped
from golden_rows import typed_rows
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from kinerja import KinerjaError, Language, P3DNRatio, RecordsError
from onefile import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

FORMS = {"html": "html", "csv": "csv", "md": "markdown", "json": "json"}
FOLDER = dropped()[0]


def ask(one: Dropped, **more: Any) -> dict[str, Any]:
    """Ask the page's question, with more arguments."""
    return app.handle(one.question, {**one.arguments, **more}, one.contents())


def said(one: Dropped) -> str | dict[str, bytes]:
    """Return the files of the answer by their endings, or what is refused, without what the page has for it."""
    try:
        files = ask(one)["files"]
    except KinerjaError as error:
        text = error.text.id
        for advice in app.ADVICE.values():
            text = text.replace(advice.id, "")
        return text.strip()
    return {name.rpartition(".")[2]: content.removeprefix("\ufeff".encode()) for name, content in files.items()}


@pytest.mark.parametrize("one", dropped(), ids=str)
def test_what_is_dropped_gives_what_the_command_line_says(
    one: Dropped, run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In each of the files to save, and in a refusal."""
    one.place(tmp_path)
    monkeypatch.chdir(tmp_path)
    answer = said(one)
    if isinstance(answer, str):
        result = run(*one.command)
        assert (2, answer) == (result.exit_code, result.stderr[: len(answer)])
        return
    for ending, form in FORMS.items():
        assert 0 == run(*one.command, "--format", form, "--output", f"out.{ending}").exit_code
    assert {ending: (tmp_path / f"out.{ending}").read_bytes() for ending in FORMS} == answer


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_figure_is_explained_in_the_words_of_the_command_line(
    code: str, run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And its trace is the same."""
    FOLDER.place(tmp_path)
    monkeypatch.chdir(tmp_path)
    answer = app.handle("explain", {**FOLDER.arguments, "code": code}, FOLDER.contents())["files"]
    for ending, form in FORMS.items():
        run("explain", code, *FOLDER.command[1:], "--format", form, "--output", f"out.{ending}")
    made = {name.rpartition(".")[2]: content.removeprefix("\ufeff".encode()) for name, content in answer.items()}
    assert {ending: (tmp_path / f"out.{ending}").read_bytes() for ending in FORMS} == made


def test_of_a_figure_that_is_explained_what_follows_from_its_records_stands_first() -> None:
    """Above all its target, actual and achievement; whoever only wants the figure need not read the decree before."""
    answer = app.handle("explain", {**FOLDER.arguments, "code": "SK3/4"}, FOLDER.contents())
    figures, first = [one["figure"] for one in answer["cards"]], answer["html"]
    assert (["45", "47,25", "105,00%"], True) == (figures, "Data dukung yang tidak dihitung" in first)
    assert (False, True) == ("blockquote" in first, "blockquote" in answer["path"])


def test_all_traces_come_in_one_archive() -> None:
    """Each as it is explained; without records where that is asked for."""
    arguments = {**FOLDER.arguments, "withheld": True}
    made = app.handle("traces", arguments, FOLDER.contents())["files"]["jejak-2023.zip"]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        traces = {name: archive.read(name) for name in archive.namelist()}
    one = app.handle("explain", {**arguments, "code": "SK3/4"}, FOLDER.contents())["files"]["jejak-sk3-4.json"]
    assert (7, one) == (len(traces), traces["jejak-2023/jejak-sk3-4.json"])
    assert json.loads(one)["inputs"]["withheld"] is not None


@pytest.mark.parametrize(("row", "typed"), typed_rows(), ids=lambda one: one.get("kode", ""))
def test_a_golden_case_that_is_typed_gives_its_figure(row: dict[str, str], typed: dict[str, str]) -> None:
    """Target, actual and achievement as the table has them; a dash where there is none."""
    arguments = {"code": row["kode"], "period": row["periode"], "quantities": typed, "target": row["target"]}
    target, actual, achievement = (one["figure"] for one in app.handle("figure", arguments, {})["cards"])
    expected = [row["target"], _in_full(row["realisasi"]), _in_full(row["capaian"])]
    assert expected == [target, _in_full(actual), _in_full(achievement.removesuffix("%"))]


def _in_full(figure: str) -> str:
    """Write a figure with two decimals: `2,5` and `200` of the table as `2,50` and `200,00` of the page."""
    whole, _, decimals = figure.partition(",")
    return f"{whole},{decimals.ljust(2, '0')}" if whole.lstrip("-").replace(".", "").isdecimal() else "-"


def test_every_quantity_that_cannot_be_read_is_told_at_once() -> None:
    """Each by the letter and the words beside its field."""
    typed = {"realised": "4725.00", "ceiling": ""}
    with pytest.raises(RecordsError) as caught:
        app.handle("figure", {"code": "SK3/4", "period": "2023", "quantities": typed}, {})
    labels = ("RAP3DN: realisasi anggaran P3DN", "TotAP3DN: total pagu anggaran P3DN")
    told = [one.text.id.startswith(label) for one, label in zip(caught.value.problems, labels, strict=True)]
    assert [True, True] == told


def test_what_the_page_has_for_a_refusal_stands_behind_it() -> None:
    """In both languages."""
    with pytest.raises(KinerjaError) as caught:
        app.handle("figure", {"code": "SK1/1", "period": "2026", "quantities": {"graduated": "1"}}, {})
    advice = app.ADVICE["decree.year_outside"]
    said = caught.value.text
    assert "decree.year_outside" == caught.value.code
    assert (True, True) == (said.id.endswith(advice.id), said.en.endswith(advice.en))


def test_an_own_target_that_is_typed_is_set_in_place_of_the_decrees() -> None:
    """A cap too."""
    typed = {"graduated": "3"}
    arguments = {"code": "SK1/1", "period": "2023", "quantities": typed, "target": "2", "cap": "120"}
    assert ["2", "3", "120,00%"] == [one["figure"] for one in app.handle("figure", arguments, {})["cards"]]


def test_an_own_target_may_be_a_range() -> None:
    """As a table of targets has it; what is no number is refused by the field's name."""
    asked = {"code": "SK3/4", "period": "2023", "quantities": {"realised": "85", "ceiling": "100"}}
    assert ["80-90", "85,00", "100,00%"] == [
        one["figure"] for one in app.handle("figure", {**asked, "target": "80-90"}, {})["cards"]
    ]
    with pytest.raises(RecordsError) as caught:
        app.handle("figure", {**asked, "target": "80-x"}, {})
    assert caught.value.text.id.startswith("target: ")


def test_of_an_entry_without_formula_the_actual_is_typed() -> None:
    """As in a decree of which a file states no classes."""
    decree = EXAMPLES / "bbspjppi-2025" / "katalog.toml"
    files, arguments = {"katalog.toml": decree.read_bytes()}, {"decree": "katalog.toml", "period": "2025"}
    entries = app.handle("decree", arguments, files)["entries"]
    one = next(entry for entry in entries if [field["name"] for field in entry["fields"]] == ["actual"])
    answer = app.handle("figure", {**arguments, "code": one["code"], "quantities": {"actual": "3"}}, files)
    assert "3" == answer["cards"][1]["figure"].partition(",")[0]


@pytest.mark.parametrize("language", Language)
def test_the_decree_offers_its_periods_and_a_field_for_each_quantity(language: Language) -> None:
    """In the language that is asked for."""
    answer = app.handle("decree", {"language": language.value}, {})
    first, last = answer["periods"][0], answer["entries"][-1]
    labels = [one.label.read(language) for one in P3DNRatio().variables]
    years = [(one["year"], len(one["parts"])) for one in answer["periods"]]
    assert [(year, len(app.PARTS)) for year in ("2024", "2023", "2022", "2021")] == years
    assert "2024" == first["parts"][0]["value"]
    assert ("SK3/4", labels) == (last["code"], [field["label"] for field in last["fields"]])


def test_figures_stand_to_the_right_by_a_class() -> None:
    """The page's policy refuses a style that stands in an element."""
    html = ask(FOLDER)["html"]
    assert (False, True) == ("style=" in html, '<td class="figure">200,00%</td>' in html)


def test_files_that_lie_in_no_folder_are_those_of_one() -> None:
    """It is called as was typed."""
    loose = {path.partition("/")[2]: content for path, content in FOLDER.contents().items()}
    html = app.handle("score", {"period": "2023", "unit": "Balai Uji"}, loose)["html"]
    assert "Rapor kinerja 2023 - Balai Contoh (ilustrasi)" in html  # the records name it themselves
    with pytest.raises(RecordsError) as caught:
        app.handle("score", {"period": "2023"}, {"a.pdf": b"", "b.pdf": b""})
    assert caught.value.text.id.startswith(f"{LOOSE}: ")


def test_folders_in_a_folder_that_holds_nothing_else_are_units() -> None:
    """A folder for each of them was dropped at once."""
    table = "kode;realisasi\nSK1/1;{}\n"
    files = {f"semua/Balai {name}/realisasi.csv": table.format(count).encode() for name, count in (("A", 1), ("B", 2))}
    document = app.handle("score", {"period": "2023"}, files)["files"]["rapor-2023.md"].decode()
    assert "Balai A, Balai B" in document


def test_a_period_that_is_not_typed_is_the_year_of_the_export() -> None:
    """Which the report names itself."""
    one = next(one for one in dropped() if one.question == "export")
    assert said(one) == {
        name.rpartition(".")[2]: content.removeprefix("\ufeff".encode())
        for name, content in ask(one, period="")["files"].items()
    }


def test_an_export_is_measured_though_the_decree_has_no_indicator_of_it() -> None:
    """By the library's own."""
    one = next(one for one in dropped() if one.question == "export")
    decree = next(other for other in dropped() if "bbspjppi" in str(other.files))
    files, name = {**one.contents(), "katalog.toml": decree.contents()["katalog.toml"]}, decree.arguments["decree"]
    answer = app.handle("export", {**one.arguments, "decree": name}, files)
    assert "p3dnratio-2026.md" in answer["files"]


def test_the_forms_of_a_period_are_those_of_the_command_line(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what has no form then says why."""
    monkeypatch.chdir(tmp_path)
    lines = run("template", "isian-2023-TW1", "--period", "2023-TW1").stdout.splitlines()
    answer = app.handle("forms", {"period": "2023-TW1"}, {})
    book, archive, *files = answer["files"]
    forms = sorted(path.name for path in (tmp_path / "isian-2023-TW1").iterdir())
    assert ("isian-2023-TW1.xlsx", "isian-2023-TW1.zip", forms) == (book, archive, sorted(files))
    assert [line for line in lines if line.startswith("SK")] == answer["told"]


def test_the_file_of_a_decree_is_written_to_be_read_again() -> None:
    """The one that holds the chosen decree is that decree; what of a file was not read is told."""
    files = app.handle("decree_file", {}, {})["files"]
    again = app.handle("decree", {"decree": "keputusan-ini.xlsx"}, files)
    assert (["keputusan-baru.xlsx", "keputusan-ini.xlsx"], app.handle("decree", {}, {})) == (
        list(files),
        {**again, "told": []},
    )


def test_what_is_probably_a_slip_in_a_decree_is_told_where_it_is_chosen(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `kinerja decree lint` tells it."""
    monkeypatch.chdir(EXAMPLES / "bbspjppi-2025")
    lint = run("decree", "lint", "katalog.toml").stdout.split("\n")[0]
    files = {"katalog.toml": (EXAMPLES / "bbspjppi-2025" / "katalog.toml").read_bytes()}
    slips = app.handle("slips", {"decree": "katalog.toml"}, files)
    assert (lint, True) == (slips["title"], "<h3>Periksa lagi</h3>" in slips["html"])


def test_what_is_probably_a_slip_is_told_of_a_decree_that_is_refused_too() -> None:
    """Counted beside what is wrong, which the refusal tells."""
    whole = (EXAMPLES / "bbspjppi-2025" / "katalog.toml").read_bytes()
    files = {"katalog.toml": whole.replace(b"number =", b"numbr =", 1)}
    with pytest.raises(KinerjaError):
        app.handle("decree", {"decree": "katalog.toml"}, files)
    slips = app.handle("slips", {"decree": "katalog.toml"}, files)
    assert ("katalog.toml: 2 hal harus diperbaiki", False) == (
        slips["title"].partition(",")[0],
        "Harus" in slips["html"],
    )


def test_a_decree_without_slips_has_none_to_tell_of() -> None:
    """Such as the example from Excel."""
    files = {"iku.xlsx": (EXAMPLES / "balai-excel" / "iku-2026.xlsx").read_bytes()}
    assert {} == app.handle("slips", {"decree": "iku.xlsx"}, files)


@pytest.mark.parametrize("with_evidence", [False, True])
def test_a_trace_is_verified_in_the_words_of_the_command_line(
    with_evidence: bool,  # noqa: FBT001 - a parameter of the test
    run: Callable[..., Result],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From itself, or from its evidence."""
    FOLDER.place(tmp_path)
    monkeypatch.chdir(tmp_path)
    run("explain", "SK3/4", *FOLDER.command[1:], "--json", "--output", "jejak.json")
    files = {"jejak.json": (tmp_path / "jejak.json").read_bytes(), **(FOLDER.contents() if with_evidence else {})}
    answer = app.handle("verify", {"trace": "jejak.json"}, files)
    there = run("verify", "jejak.json", *(["contoh-2023"] if with_evidence else [])).stdout
    page = "\n".join([answer["verdict"], *answer["lines"], ""])
    for one in app.UNCHECKED.values():
        page = page.replace(f" {one.id}", "")
    assert ("HOLDS", page) == (answer["answer"], there.replace(" Sebut foldernya sesudah nama jejak.", ""))


def test_forms_that_are_dropped_as_they_were_saved_are_to_be_unpacked() -> None:
    """They come as a ZIP, which is not read."""
    with pytest.raises(KinerjaError) as refused:
        app.handle("score", {"period": "2023"}, {"isian-2023.zip": b"PK"})
    assert refused.value.text.id.endswith(app.ADVICE["file.other_kind"].id)


def test_a_trace_that_cannot_be_read_is_refused_by_its_name() -> None:
    """As any file is."""
    with pytest.raises(KinerjaError) as caught:
        app.handle("verify", {"trace": "a.json"}, {"a.json": b"{"})
    said = caught.value.text.id
    assert (True, True) == (said.startswith("a.json"), said.endswith(app.ADVICE["trace.unreadable"].id))


def test_a_figure_that_is_explained_reads_the_files_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read for the scorecard is at hand."""
    ask(FOLDER)
    monkeypatch.delattr(app, "read_values")
    assert "SK1/1" in app.handle("explain", {**FOLDER.arguments, "code": "SK1/1"}, FOLDER.contents())["path"]


def test_reading_an_export_tells_how_far_it_is() -> None:
    """In rows of all rows."""
    told: list[tuple[int, int, str]] = []
    one = next(one for one in dropped() if one.question == "export")
    app.handle("export", one.arguments, one.contents(), lambda *some: told.append(some))
    assert ("Membaca h_break_ini.xlsx", True) == (told[-1][2], told[-1][0] == told[-1][1])


def test_reading_a_folder_tells_how_far_it_is_in_each_of_its_files() -> None:
    """In files of all files, and in rows of a long one."""
    told: list[tuple[float, int, str]] = []
    head = "nomor penerimaan;jumlah;tanggal penerimaan\n"
    receipts = head + "".join(f"KW-{number};1000;3/2/2023\n" for number in range(1000))
    files = {"Balai/a.csv": receipts.encode(), "Balai/b.csv": receipts.replace("KW", "KX").encode()}
    app.handle("score", {"period": "2023"}, files, lambda *some: told.append(some))
    assert [(share, 2) for share in (0, 0, 0.5, 1, 1, 1.5)] == [(done, total) for done, total, _ in told]
    assert ["Membaca a.csv", "Membaca b.csv"] == sorted({what for *_, what in told})


def test_the_questions_are_those_that_the_page_asks() -> None:
    """Each by its name in the script."""
    script = (ROOT / "docs" / "onefile" / "page.js").read_text(encoding="utf-8")
    assert set(app.QUESTIONS) == set(re.findall(r'ask\("([a-z_]+)"', script))
