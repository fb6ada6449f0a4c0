"""The page for everyone: by keyboard and screen reader, on a telephone, in the dark, on paper, without Python."""

from __future__ import annotations

import tarfile
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

import pytest

from dropped import dropped
from on_page import IDLE, go, opened_in, shown, workbooks
from one_file import locked, package
from onefile import app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

VIEWS = ("hitung", "glp039", "folder", "formulir", "periksa")
FOLDER = dropped()[0]
TELEPHONE = {"width": 390, "height": 844}
SCREEN = {"width": 1280, "height": 900}
WRONG = (
    "async () => (await axe.run()).violations.map(({ id, nodes }) => [id, nodes.map((one) => one.html).slice(0, 3)])"
)


@pytest.fixture(scope="module")
def axe() -> str:
    """Return axe, which knows what keeps people out of a page."""
    with tarfile.open(fileobj=BytesIO(package(locked()["axe-core"]))) as archive:
        script = archive.extractfile("package/axe.min.js")
        return "" if script is None else script.read().decode()


@pytest.fixture
def filled(page: Page, tmp_path: Path) -> Iterator[Page]:
    """Return the page with an answer in each part: figures, a refusal, a scorecard with an explanation, forms."""
    FOLDER.place(tmp_path)
    go(page, "SK3/4")
    page.fill("#quantities [name=realised]", "472.500.000")
    page.fill("#quantities [name=ceiling]", "1.000.000.000")
    shown(page, "hitung")
    for view in ("folder", "periksa"):
        go(page, view)
        page.set_input_files(f"#form-{view} [data-kind=folder]", tmp_path / "contoh-2023")
        shown(page, view)
    go(page, "folder")
    page.click(".explanations > details >> nth=6")
    page.wait_for_selector(".explanations .cards")
    go(page, "formulir")
    shown(page, "formulir")
    workbooks(page)
    yield page
    in_language(page, "id")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(color_scheme="light", media="screen")


def in_language(page: Page, language: str) -> None:
    """Have the page speak a language, and wait until all that it shows is told in it."""
    if page.get_attribute("html", "lang") != language:
        page.evaluate("() => { for (const one of document.querySelectorAll('.answer > *')) one.dataset.before = ''; }")
        page.click(f"#{language}")
        page.wait_for_selector(".answer > [data-before]", state="detached")
        page.wait_for_selector(IDLE, state="attached")
        go(page, "folder")
        page.evaluate("() => { document.querySelectorAll('.explanations > details')[6].open = true; }")
        page.wait_for_selector(".explanations .cards")
        page.wait_for_selector(IDLE, state="attached")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [SCREEN, TELEPHONE], ids=["screen", "telephone"])
def test_axe_finds_nothing(
    filled: Page, axe: str, size: dict[Literal["width", "height"], int], scheme: Literal["light", "dark"], language: str
) -> None:
    """In any part, in either language of the page."""
    in_language(filled, language)
    filled.set_viewport_size({"width": size["width"], "height": size["height"]})
    filled.emulate_media(color_scheme=scheme)
    filled.evaluate(axe)
    found: dict[str, object] = {}
    for view in VIEWS:
        go(filled, view)
        found[view] = filled.evaluate(WRONG)
    assert {view: [] for view in VIEWS} == found


def test_nothing_is_wider_than_a_telephone(filled: Page) -> None:
    """Tables stand as lines there."""
    filled.set_viewport_size({"width": 390, "height": 844})
    widths = {}
    for view in VIEWS:
        go(filled, view)
        widths[view] = filled.evaluate("document.scrollingElement.scrollWidth")
    assert dict.fromkeys(VIEWS, 390) == widths


def test_a_figure_is_worked_out_by_keyboard_alone(page: Page) -> None:
    """From the first field to the answer, which is read out as it comes."""
    go(page, "SK1/1")
    page.select_option("#period-hitung", "2023")
    page.fill("#target", "")
    page.focus("#code")
    for _ in ("period", "target", "quantity"):
        page.keyboard.press("Tab")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer-hitung .cards >> text=200,00%")
    live = page.eval_on_selector_all(".answer", "all => all.map((one) => one.getAttribute('aria-live'))")
    assert {"polite"} == set(live)


FOCUSED = """() => {
  const at = document.activeElement;
  const shown = at.matches("input[type=file]") ? at.closest(".button, .row, .field") : at;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const named = at.id || at.getAttribute("href") || at.name || at.dataset.kind || at.textContent.trim();
  return {
    what: at === document.body ? "" : named,
    seen: outlineStyle !== "none" && outlineWidth !== "0px" || getComputedStyle(at).outlineStyle !== "none",
    before: [...document.querySelectorAll("*")].indexOf(at),
  };
}"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Go through the page by Tab, from its top to its end, and return what was reached."""
    page.evaluate("() => { document.activeElement.blur(); getSelection().collapse(document.body, 0); }")
    page.mouse.click(1, 1)
    found: list[dict[str, Any]] = []
    for _ in range(100):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if not at["what"]:
            return found
        found.append(at)
    return [*found, {"what": "no end", "seen": False, "before": 0}]


@pytest.mark.parametrize("view", VIEWS)
def test_the_keyboard_goes_through_the_page_from_its_top_to_its_end(filled: Page, view: str) -> None:
    """In the order of reading, each stop seen; nothing holds it, and the footer's text is reached."""
    go(filled, view)
    found = stops(filled)
    order = [one["before"] for one in found]
    assert ([], sorted(order), "#isi") == ([one["what"] for one in found if not one["seen"]], order, found[0]["what"])
    assert found[-1]["what"].startswith("Tidak ada yang keluar")


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element is reached."""
    for _ in range(60):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {selector}")


def open_part(page: Page, view: str) -> None:
    """Go to a part by its link in the head."""
    go(page, "hitung")
    page.focus("#id")
    tab_to(page, f"nav [href='#{view}']")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#view-{view}:not([hidden])")


def choose(page: Page, selector: str, *files: Path) -> None:
    """Open the browser's own window for files by Enter, and choose there."""
    tab_to(page, selector)
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(files)


def send(page: Page, view: str) -> None:
    """Press the button of a part, which keeps the keyboard; what is told stands below it."""
    page.evaluate("view => document.getElementById(`answer-${view}`).replaceChildren()", view)
    tab_to(page, f"#form-{view} .main")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#answer-{view} > *")
    page.wait_for_function("view => document.activeElement.matches(`#form-${view} .main`)", arg=view)


def test_a_folder_is_scored_and_a_figure_explained_by_keyboard_alone(page: Page, tmp_path: Path) -> None:
    """Its period is chosen by the arrows; the explanation opens by Enter, and is saved."""
    FOLDER.place(tmp_path)
    open_part(page, "folder")
    choose(page, "#form-folder [data-kind=folder]", tmp_path / "contoh-2023")
    tab_to(page, "#period-folder")
    page.keyboard.press("Home")
    # Letters would have to follow each other within a second.
    for _ in app.PARTS:
        page.keyboard.press("ArrowDown")
    assert "2023" == page.input_value("#period-folder")
    send(page, "folder")
    tab_to(page, ".explanations summary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".explanations .cards")
    tab_to(page, ".explanations a[download='jejak-sk1-1.md']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert "jejak-sk1-1.md" == download.value.suggested_filename


def test_forms_are_made_and_saved_by_keyboard_alone(page: Page) -> None:
    """Of the half-year below the year in the list."""
    open_part(page, "formulir")
    tab_to(page, "#period-formulir")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    send(page, "formulir")
    tab_to(page, "#answer-formulir a")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert "isian-2024-S1.xlsx" == download.value.suggested_filename


def test_a_trace_is_verified_by_keyboard_alone(page: Page, tmp_path: Path) -> None:
    """The verdict is read out as it comes."""
    made = app.handle("explain", {**FOLDER.arguments, "code": "SK3/4"}, FOLDER.contents())["files"]
    (tmp_path / "jejak.json").write_bytes(made["jejak-sk3-4.json"])
    open_part(page, "periksa")
    choose(page, "#form-periksa [data-kind=files]", tmp_path / "jejak.json")
    send(page, "periksa")
    assert 1 == page.locator("#answer-periksa[aria-live=polite] .HOLDS").count()


def test_the_first_stop_of_the_keyboard_leads_past_the_head(page: Page) -> None:
    """And is seen as soon as it is reached."""
    go(page, "hitung")
    page.focus("#id")
    page.keyboard.press("Shift+Tab")
    at = page.evaluate("document.activeElement.getAttribute('href')")
    assert ("#isi", True) == (at, page.locator(".skip").bounding_box() is not None)


def test_paper_shows_the_answer_alone(filled: Page) -> None:
    """Neither forms nor buttons are printed, nor what is folded."""
    go(filled, "folder")
    filled.emulate_media(media="print")
    hidden = [filled.is_hidden(what) for what in ("header", "footer", "#form-folder", "#answer-folder > .save")]
    opened = filled.locator(".explanations > details").filter(visible=True).count()
    assert ([True] * 4, True, 1) == (hidden, filled.is_visible("#answer-folder table >> nth=0"), opened)


def test_an_example_is_there_before_python_is(chromium: Browser, made: Path) -> None:
    """It needs no script at all; the page's own language is shown alone."""
    with opened_in(chromium, made, java_script_enabled=False) as page:
        text = page.inner_text("#answer-hitung")
    assert (True, False) == ("100 × 472.500.000 / 1.000.000.000 = 47,25" in text, "Achievement" in text)


def test_nothing_can_be_asked_before_python_is_there(chromium: Browser, made: Path) -> None:
    """Nor another decree be chosen: one that is refused would end the start."""
    with opened_in(chromium, made, java_script_enabled=False) as page:
        buttons = page.eval_on_selector_all("form .main, #decree-file", "all => all.map((one) => one.disabled)")
    assert [True] * 7 == buttons
