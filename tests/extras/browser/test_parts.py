"""Each part of the page shows what Python outside says: figure by figure, and message by message."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from dropped import EXAMPLES, ROOT, Dropped, dropped
from golden_rows import typed_rows
from kinerja import BSPJI_PEKANBARU_2021_2024 as CATALOGUE
from on_page import choose_decree, expected, give, go, missing, saved, shown, words, workbooks
from onefile import app

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

FOLDER = dropped()[0]
VIEWS = {"score": "folder", "export": "glp039"}


@pytest.mark.parametrize(("row", "typed"), typed_rows(), ids=lambda one: one.get("kode", ""))
def test_a_golden_case_that_is_typed(page: Page, row: dict[str, str], typed: dict[str, str]) -> None:
    """Target, actual and achievement, the worked line, the notes, and what other readings give."""
    go(page, row["kode"])
    page.select_option("#period-hitung", row["periode"])
    page.fill("#target", row["target"])
    for name, text in typed.items():
        page.fill(f"#quantities [name={name}]", text)
    asked = {"code": row["kode"], "period": row["periode"], "quantities": typed, "target": row["target"]}
    assert [] == missing(expected("figure", asked, {}), shown(page, "hitung"))


@pytest.mark.parametrize("one", dropped(), ids=str)
def test_what_is_dropped(page: Page, one: Dropped, tmp_path: Path) -> None:
    """Every example, and every file of the cases."""
    view = VIEWS[one.question]
    go(page, view)
    give(page, view, one, tmp_path)
    if view == "folder":
        page.select_option("#period-folder", one.arguments["period"])
    else:
        page.fill("#period-glp039", one.arguments["period"])
        page.check("#form-glp039 [name=other_unit]")
    assert [] == missing(expected(one.question, one.arguments, one.contents()), shown(page, view))


@pytest.fixture
def scored(page: Page, tmp_path: Path) -> Page:
    """Return the page with the scorecard of the example."""
    go(page, "folder")
    give(page, "folder", FOLDER, tmp_path)
    page.select_option("#period-folder", "2023")
    shown(page, "folder")
    return page


def test_every_figure_is_explained(scored: Page) -> None:
    """In the words of the command line, when its line is opened."""
    for number, code in enumerate(CATALOGUE):
        scored.click(f".explanations > details >> nth={number} >> summary >> nth=0")
        place = f".explanations > details:nth-of-type({number + 1}) > div"
        scored.wait_for_selector(f"{place} .save")
        asked = {**FOLDER.arguments, "code": code}
        assert [] == missing(expected("explain", asked, FOLDER.contents()), words(scored.inner_html(place)))


def test_a_scorecard_is_saved_as_the_command_line_writes_it(scored: Page) -> None:
    """As HTML, CSV, Markdown and JSON."""
    files = app.handle("score", FOLDER.arguments, FOLDER.contents())["files"]
    assert files == {name: saved(scored, f"#answer-folder > .save [download='{name}']") for name in files}


def test_the_traces_of_all_figures_are_saved_together(scored: Page) -> None:
    """In one archive."""
    made = saved(scored, "#answer-folder > .save button >> nth=1")
    outside = app.handle("traces", FOLDER.arguments, FOLDER.contents())["files"]["jejak-2023.zip"]
    assert _members(outside) == _members(made)


def _members(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_the_forms_of_a_period_are_made(page: Page) -> None:
    """What is saved is what the command line writes, but for the moment that Excel files keep."""
    go(page, "formulir")
    page.select_option("#period-formulir", "2023-TW1")
    told = app.handle("forms", {"period": "2023-TW1"}, {})
    assert [] == missing([words(text) for text in told["told"]], shown(page, "formulir"))
    made = _members(saved(page, "#answer-formulir a >> nth=1"))
    outside = _members(told["files"]["isian-2023-TW1.zip"])
    assert list(outside) == list(made)
    assert outside["isian-2023-TW1/realisasi.csv"] == made["isian-2023-TW1/realisasi.csv"]


def test_a_decree_in_a_workbook_is_chosen(page: Page, tmp_path: Path) -> None:
    """One that the page made of the decree that is built in, and Excel or anyone may have changed."""
    workbooks(page)
    file = tmp_path / "keputusan.xlsx"
    file.write_bytes(saved(page, "#answer-sendiri a >> nth=1"))
    choose_decree(page, file)
    files = {file.name: file.read_bytes()}
    assert [] == missing(expected("decree", {"decree": file.name}, files), words(page.inner_html("#decree-answer")))


@pytest.mark.parametrize("with_evidence", [False, True])
def test_a_trace_is_verified(
    page: Page,
    tmp_path: Path,
    with_evidence: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """From itself, and from its evidence."""
    asked = {**FOLDER.arguments, "code": "SK3/4"}
    made = app.handle("explain", asked, FOLDER.contents())["files"]["jejak-sk3-4.json"]
    trace = tmp_path / "jejak.json"
    trace.write_bytes(made)
    go(page, "periksa")
    page.set_input_files("#form-periksa [data-kind=files]", trace)
    if with_evidence:
        give(page, "periksa", FOLDER, tmp_path)
    files = {"jejak.json": made, **(FOLDER.contents() if with_evidence else {})}
    answer = app.handle("verify", {"trace": "jejak.json"}, files)
    said = [words(line) for line in (answer["verdict"], *answer["lines"])]
    assert ([], 1) == (missing(said, shown(page, "periksa")), page.locator("#answer-periksa .HOLDS").count())


DROP = """
([selector, files]) => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  document.querySelector(selector).dispatchEvent(new DragEvent("drop", { dataTransfer: data }));
}
"""


def test_files_are_dropped_as_they_are_chosen(page: Page) -> None:
    """By mouse, on the place for it."""
    go(page, "folder")
    table = (EXAMPLES / "realisasi-2023.csv").read_text(encoding="utf-8")
    page.evaluate(DROP, ["#form-folder .drop", [["realisasi-2023.csv", table]]])
    page.wait_for_selector("#given-folder li")
    page.select_option("#period-folder", "2023")
    files = {"realisasi-2023.csv": table.encode()}
    assert [] == missing(expected("score", {"period": "2023"}, files), shown(page, "folder"))


@pytest.mark.parametrize("zone", ["glp039", "targets"])
def test_where_one_file_is_asked_for_one_is_taken(page: Page, zone: str) -> None:
    """The last of several."""
    page.evaluate(DROP, [f".drop[data-for={zone}]", [["a.csv", ""], ["b.csv", ""]]])
    page.wait_for_selector(f"#given-{zone} li", state="attached")
    assert ["b.csv"] == page.eval_on_selector_all(f"#given-{zone} b", "all => all.map((one) => one.textContent)")


def test_a_folder_that_is_chosen_again_is_taken_as_it_is_now(page: Page, tmp_path: Path) -> None:
    """What was taken out of it does not stay."""
    go(page, "folder")
    give(page, "folder", FOLDER, tmp_path)
    (tmp_path / "contoh-2023" / "tenan.csv").unlink()
    page.set_input_files("#form-folder [data-kind=folder]", tmp_path / "contoh-2023")
    page.wait_for_selector("#given-folder >> text=6 berkas")
    assert "tenan.csv" not in page.inner_text("#given-folder")


def test_no_figure_stands_below_another_indicator(page: Page) -> None:
    """Nor below another decree."""
    go(page, "SK1/1")
    page.fill("#quantities [name=graduated]", "2")
    shown(page, "hitung")
    page.select_option("#code", "SK3/4")
    assert "" == words(page.inner_html("#answer-hitung"))


def test_what_is_not_chosen_is_asked_for(page: Page) -> None:
    """Before Python is."""
    go(page, "periksa")
    assert "Pilih dahulu berkas atau foldernya." in shown(page, "periksa")


def test_the_link_to_the_content_leaves_the_part_that_is_shown(page: Page) -> None:
    """By keyboard too, who reads a folder stays with it."""
    go(page, "folder")
    page.focus(".skip")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#isi' && document.activeElement.id === 'isi'")
    assert ["view-folder"] == page.eval_on_selector_all(
        "main > section:not([hidden])", "all => all.map((one) => one.id)"
    )


def test_an_address_that_codes_nothing_opens_the_first_part(page: Page) -> None:
    """A % alone is no code; nothing is thrown, so that the page opened with it starts as well."""
    go(page, "folder")
    go(page, "%")
    assert page.is_visible("#view-hitung")


def test_a_switch_shows_all_in_english(scored: Page) -> None:
    """What stands there already is asked again."""
    scored.click("#en")
    scored.wait_for_selector("#answer-folder >> text=Mean achievement, measured only")
    english = app.handle("score", {**FOLDER.arguments, "language": "en"}, FOLDER.contents())["html"]
    told = (words(english) in words(scored.inner_html("#answer-folder")), scored.get_attribute("html", "lang"))
    scored.click("#id")
    scored.wait_for_selector("#answer-folder >> text=Rata-rata capaian, hanya yang terukur")
    assert (True, "en") == told


def test_the_script_writes_no_number_itself() -> None:
    """Nothing in it formats or reads one."""
    script = (ROOT / "docs" / "onefile" / "page.js").read_text(encoding="utf-8")
    assert [] == re.findall(r"toFixed|toLocaleString|Intl\b|parseFloat|parseInt|Number\(", script)
