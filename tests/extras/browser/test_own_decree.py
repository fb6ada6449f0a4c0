"""Another decree than the one that is built in, own targets, and the files that the page saves, opened again."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from dropped import EXAMPLES, dropped
from kinerja import Scorecard
from on_page import choose_decree, expected, give, go, missing, saved, shown, words
from onefile import app

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

FOLDER = dropped()[0]
TOML, WORKBOOK = EXAMPLES / "balai-contoh" / "katalog.toml", EXAMPLES / "balai-excel" / "iku-2026.xlsx"
CHOICES = "all => all.map((one) => one.value)"


def chosen(page: Page, decree: Path) -> dict[str, Any]:
    """Choose a decree, and return what Python outside says of it."""
    told = app.handle("decree", {"decree": decree.name}, {decree.name: decree.read_bytes()})
    choose_decree(page, decree)
    assert told["name"] == page.text_content("#decree-title")
    return told


@pytest.mark.parametrize(
    ("decree", "period"),
    [(TOML, "2025"), (TOML, "2025-S1"), (WORKBOOK, "2026-TW1")],
    ids=lambda one: getattr(one, "stem", one),
)
def test_every_formula_of_an_own_decree_is_worked_out(page: Page, decree: Path, period: str) -> None:
    """With its weights, classes and targets; what a period cannot answer is refused in the same words."""
    files = {decree.name: decree.read_bytes()}
    for entry in chosen(page, decree)["entries"]:
        typed = {one["name"]: str(9 - number) for number, one in enumerate(entry["fields"])}
        go(page, entry["code"])
        page.select_option("#period-hitung", period)
        for name, text in typed.items():
            page.fill(f"#quantities [name={name}]", text)
        asked = {"code": entry["code"], "period": period, "quantities": typed, "decree": decree.name}
        assert [] == missing(expected("figure", asked, files), shown(page, "hitung"))


def test_one_decree_after_the_other_is_chosen(page: Page) -> None:
    """Each brings its periods and indicators, and takes those of the one before away; so does the one built in."""
    for decree in (WORKBOOK, TOML):
        told = chosen(page, decree)
        periods = [part["value"] for year in told["periods"] for part in year["parts"]]
        assert periods == page.eval_on_selector_all("#period-folder option", CHOICES)
        assert [one["code"] for one in told["entries"]] == page.eval_on_selector_all("#code option", CHOICES)
    page.dispatch_event("#decree-own", "click")
    page.wait_for_selector("#decree-own[hidden]", state="attached")
    assert ["2024", "2023", "2022", "2021"] == page.eval_on_selector_all(
        "#period-folder optgroup", "all => all.map((one) => one.label)"
    )


def test_a_decree_that_cannot_be_read_is_told_as_one(page: Page, tmp_path: Path) -> None:
    """Nothing was to be worked out."""
    path = tmp_path / "keliru.toml"
    path.write_text('[decree]\nnumber = "1"\n', "utf-8")
    choose_decree(page, path)
    said = " ".join(page.inner_text("#decree-answer .refused").split())
    assert said.startswith("Belum dapat dipakai. keliru.toml: keputusan belum dapat dibaca; 5 hal harus diperbaiki:")


@pytest.mark.parametrize("period", ["2023", "2023-S1", "2023-TW2"])
def test_own_targets_of_a_table_are_taken(page: Page, tmp_path: Path, period: str) -> None:
    """Numbers and ranges, of the year and of parts of it."""
    table = tmp_path / "target sendiri.csv"
    table.write_text("kode;target 2023;target 2023-S1\nSK3/4;40-50;30-35\nSK1/1;3;1\n", "utf-8")
    go(page, "folder")
    give(page, "folder", FOLDER, tmp_path)
    page.set_input_files("#targets", table)
    page.select_option("#period-folder", period)
    files = {**FOLDER.contents(), table.name: table.read_bytes()}
    asked = {"period": period, "targets": table.name}
    assert [] == missing(expected("score", asked, files), shown(page, "folder"))


@pytest.fixture
def files(page: Page, tmp_path: Path) -> dict[str, bytes]:
    """Return what the page saves of the example's scorecard, by the ending of its name."""
    go(page, "folder")
    give(page, "folder", FOLDER, tmp_path)
    page.select_option("#period-folder", "2023")
    shown(page, "folder")
    return {
        ending: saved(page, f"#answer-folder > .save [download='rapor-2023.{ending}']")
        for ending in ("html", "csv", "md", "json")
    }


def test_what_is_saved_opens_again(files: dict[str, bytes], chromium: Browser, tmp_path: Path) -> None:
    """As a page by itself, as a table with its headings, as text, and as the scorecard that it was."""
    (tmp_path / "rapor.html").write_bytes(files["html"])
    errors = list[str]()
    with chromium.new_context(offline=True) as context:
        page = context.new_page()
        page.on("console", lambda told: errors.append(told.text))
        page.goto((tmp_path / "rapor.html").as_uri())
        text = page.inner_text("table >> nth=0")
    card = Scorecard.from_json(files["json"])
    rows = list(csv.reader(io.StringIO(files["csv"].decode("utf-8-sig")), delimiter=";"))
    codes = [score.entry.code for score in card]
    assert ([], []) == (errors, [code for code in codes if code not in text])
    assert codes == [row[0] for row in rows[1:] if row and row[0].startswith("SK")][: len(codes)]
    assert [] == [code for code in codes if f"| {code} " not in files["md"].decode()]
    assert json.loads(files["json"]) == card.to_dict()


@pytest.mark.parametrize("with_evidence", [False, True], ids=["from itself", "from its evidence"])
@pytest.mark.parametrize("changed", [False, True], ids=["as saved", "changed"])
def test_a_trace_that_the_page_saved_is_verified(
    page: Page,
    tmp_path: Path,
    with_evidence: bool,  # noqa: FBT001 - a parameter of the test
    changed: bool,  # noqa: FBT001 - as above
) -> None:
    """Of every figure; one whose figure was changed by hand does not hold."""
    go(page, "folder")
    give(page, "folder", FOLDER, tmp_path)
    page.select_option("#period-folder", "2023")
    shown(page, "folder")
    page.click(".explanations summary >> nth=0")
    trace = saved(page, ".explanations a[download='jejak-sk1-1.json']")
    (tmp_path / "jejak.json").write_bytes(trace.replace(b'"actual": "2"', b'"actual": "3"') if changed else trace)
    go(page, "periksa")
    page.set_input_files("#form-periksa [data-kind=files]", tmp_path / "jejak.json")
    if with_evidence:
        give(page, "periksa", FOLDER, tmp_path)
    shown(page, "periksa")
    assert 1 == page.locator(f"#answer-periksa .{'DIFFERS' if changed else 'HOLDS'}").count()
    assert words(page.inner_text("#answer-periksa .verdict"))
