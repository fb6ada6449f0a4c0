"""What a planner who goes from the forms to the scorecard is told: by which period and decree, and what to do next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dropped import EXAMPLES, dropped
from on_page import choose_decree, give, go, shown, words, workbooks
from onefile import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

FOLDER = dropped()[0]
WORKBOOK = EXAMPLES / "balai-excel" / "iku-2026.xlsx"
AGAIN = "Bila ada berkas yang diperbaiki: simpan dahulu, lalu pilih lagi"


def test_a_period_that_is_chosen_holds_in_every_part(page: Page) -> None:
    """The forms that are made for it are then scored for it."""
    go(page, "formulir")
    page.select_option("#period-formulir", "2024")
    chosen = page.eval_on_selector_all("select.period", "all => all.map((one) => one.value)")
    page.select_option("#period-formulir", "2023")
    assert ["2024"] * 3 == chosen


def test_forms_that_were_made_for_another_period_are_told_of_first(
    page: Page, tmp_path: Path, write_table: Callable[..., Path]
) -> None:
    """Above the scorecard, which has a 0 for them."""
    headings, tenant = ["tenan", "seleksi", "prainkubasi", "inkubasi", "pascainkubasi"], ["A", "1/1/2024", "", "", ""]
    form = write_table(headings, tenant, sheets={"petunjuk": [{0: "Periode", 1: "2024"}]})
    (tmp_path / "Balai").mkdir()
    form.rename(tmp_path / "Balai" / "tenan.xlsx")
    go(page, "folder")
    page.set_input_files("#form-folder [data-kind=folder]", tmp_path / "Balai")
    page.select_option("#period-folder", "2023")
    told = "Formulir di folder ini dibuat untuk 2024; periode yang dipilih 2023."
    assert -1 < shown(page, "folder").find(told) < shown(page, "folder").find("Rapor kinerja")


def test_a_folder_says_by_which_decree_it_is_read(page: Page, tmp_path: Path) -> None:
    """Above the scorecard, and above what is refused."""
    read_by = app.handle("decree", {}, {})["read_by"]
    go(page, "folder")
    give(page, "folder", FOLDER, tmp_path)
    page.select_option("#period-folder", "2023")
    scored = shown(page, "folder")
    page.click("#given-folder button")
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "rincian.csv").write_text("nama;alamat\nA;B\n", "utf-8")
    page.set_input_files("#form-folder [data-kind=folder]", tmp_path / "lain")
    refused = shown(page, "folder")
    assert "Dibaca menurut Keputusan Nomor 26 TAHUN 2022." in read_by
    assert [0, 0] == [text.find(read_by) for text in (scored, refused)]
    assert (False, True) == (AGAIN in scored, AGAIN in refused)


def test_a_decree_that_is_loaded_makes_way(page: Page) -> None:
    """It stands in the head of its part, which is closed unless something in its file is to be told of."""
    page.click("#keputusan > summary")
    choose_decree(page, WORKBOOK)
    assert (None, WORKBOOK.name) == (page.get_attribute("#keputusan", "open"), page.text_content("#decree-name"))
    assert "summary" == page.evaluate("document.activeElement.localName")


def test_a_decree_that_was_mended_is_chosen_again(page: Page, tmp_path: Path) -> None:
    """It is said below what is wrong in it."""
    file = tmp_path / "keputusan.toml"
    file.write_text("[[indicator]]\n", "utf-8")
    choose_decree(page, file)
    assert AGAIN in page.inner_text("#decree-answer .refused + .told")


def test_what_is_probably_a_slip_in_a_decree_that_is_refused_is_told_too(page: Page, tmp_path: Path) -> None:
    """Folded and counted below what is wrong in it; none stands there once the decree is one without."""
    file = tmp_path / "keputusan.toml"
    whole = (EXAMPLES / "balai-contoh" / "katalog.toml").read_bytes()
    file.write_bytes(whole.replace(b"number =", b"numbr =", 1))
    choose_decree(page, file)
    slips = app.handle("slips", {"decree": file.name}, {file.name: file.read_bytes()})
    told = words(page.inner_html("#decree-answer .explained"))
    # The page has no grammar of TOML, and so knows no lines of it.
    outside = re.sub(r" \(baris [0-9]+\)", "", words(slips["html"]))
    assert f"{slips['title']} {outside}" == told
    choose_decree(page, WORKBOOK)
    assert 0 == page.locator("#decree-answer .explained").count()


def test_who_chooses_another_folder_is_told_that_the_first_is_there_still(page: Page, tmp_path: Path) -> None:
    """And takes it out by a button."""
    give(page, "folder", FOLDER, tmp_path)
    (tmp_path / "contoh-2023").rename(tmp_path / "perbaikan")
    page.set_input_files("#form-folder [data-kind=folder]", tmp_path / "perbaikan")
    go(page, "folder")
    told = page.inner_text("#several")
    page.click("#several button")
    kept = page.eval_on_selector_all("#given-folder b", "all => all.map((one) => one.textContent)")
    assert "2 folder dipilih; tiap folder dihitung sebagai satu unit tersendiri. Pakai hanya perbaikan" == told
    assert (["perbaikan"], "") == (kept, page.inner_text("#several"))


def test_a_decree_among_what_is_to_be_verified_is_told_where_it_belongs(page: Page) -> None:
    """Traces are verified there, no decrees."""
    go(page, "periksa")
    page.set_input_files("#form-periksa [data-kind=files]", WORKBOOK)
    assert "Keputusan tidak diperiksa di sini: pilih berkasnya di bagian Keputusan di atas" in shown(page, "periksa")


def test_another_trace_is_verified_in_place_of_the_first(page: Page, tmp_path: Path) -> None:
    """One at a time."""
    go(page, "periksa")
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text("{", "utf-8")
        page.set_input_files("#form-periksa [data-kind=files]", tmp_path / name)
    assert "b.json" in shown(page, "periksa")


def test_the_workbooks_of_a_decree_are_called_by_what_they_hold(page: Page) -> None:
    """Their names alone do not say it."""
    workbooks(page)
    assert [
        "Kosong, beserta contoh (Excel)",
        "Keputusan yang dipilih, untuk diubah (Excel)",
    ] == page.eval_on_selector_all("#answer-sendiri a", "all => all.map((one) => one.textContent)")


def test_the_parts_are_not_scrolled(page: Page) -> None:
    """They stand in one line, and need no bar to its right."""
    sizes = page.eval_on_selector(
        "nav", "one => [one.scrollHeight - one.clientHeight, one.offsetWidth - one.clientWidth]"
    )
    assert [0, 0] == sizes


def test_an_explanation_is_printed_once(page: Page) -> None:
    """Where the whole path is open, what it has is not printed beside it."""
    go(page, "SK3/4")
    page.fill("#quantities [name=realised]", "1")
    page.fill("#quantities [name=ceiling]", "2")
    shown(page, "hitung")
    page.click("#answer-hitung .explained > summary")
    page.emulate_media(media="print")
    printed = page.inner_text("#answer-hitung").count("100 × 1 / 2 = 50")
    page.emulate_media(media="screen")
    assert 1 == printed
