"""The page for everyone: by keyboard and screen reader, on a telephone, in the dark, on paper, without Python."""

from __future__ import annotations

import tarfile
from io import BytesIO
from typing import TYPE_CHECKING, Literal

import pytest

from dropped import dropped
from one_file import locked, package

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
    page.evaluate("() => { location.hash = '#SK3/4'; }")
    page.fill("#quantities [name=realised]", "472.500.000")
    page.fill("#quantities [name=ceiling]", "1.000.000.000")
    page.click("#form-hitung .main")
    page.wait_for_selector("#answer-hitung .cards + div")
    for view in ("folder", "periksa"):
        page.evaluate("view => { location.hash = `#${view}`; }", view)
        page.set_input_files(f"#form-{view} [data-kind=folder]", tmp_path / "contoh-2023")
        page.click(f"#form-{view} .main")
        page.wait_for_selector(f"#answer-{view} > *")
    page.evaluate("() => { location.hash = '#folder'; }")
    page.click(".explanations > details >> nth=6")
    page.wait_for_selector(".explanations blockquote")
    page.evaluate("() => { location.hash = '#formulir'; }")
    page.click("#form-formulir .main")
    page.wait_for_selector("#answer-formulir a")
    yield page
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(color_scheme="light", media="screen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [SCREEN, TELEPHONE], ids=["screen", "telephone"])
def test_axe_finds_nothing(
    filled: Page, axe: str, size: dict[Literal["width", "height"], int], scheme: Literal["light", "dark"]
) -> None:
    """In any part, in either language of the page."""
    filled.set_viewport_size({"width": size["width"], "height": size["height"]})
    filled.emulate_media(color_scheme=scheme)
    filled.evaluate(axe)
    found: dict[str, object] = {}
    for view in VIEWS:
        filled.evaluate("view => { location.hash = `#${view}`; }", view)
        filled.wait_for_selector(f"#view-{view}:not([hidden])")
        found[view] = filled.evaluate(WRONG)
    assert {view: [] for view in VIEWS} == found


def test_nothing_is_wider_than_a_telephone(filled: Page) -> None:
    """Tables stand as lines there."""
    filled.set_viewport_size({"width": 390, "height": 844})
    widths = {}
    for view in VIEWS:
        filled.evaluate("view => { location.hash = `#${view}`; }", view)
        widths[view] = filled.evaluate("document.scrollingElement.scrollWidth")
    assert dict.fromkeys(VIEWS, 390) == widths


def test_a_figure_is_worked_out_by_keyboard_alone(page: Page) -> None:
    """From the first field to the answer, which is read out as it comes."""
    page.evaluate("() => { location.hash = '#SK1/1'; }")
    page.wait_for_selector("#quantities [name=graduated]")
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


def test_the_first_stop_of_the_keyboard_leads_past_the_head(page: Page) -> None:
    """And is seen as soon as it is reached."""
    page.evaluate("() => { location.hash = '#hitung'; document.getElementById('id').focus(); }")
    page.keyboard.press("Shift+Tab")
    at = page.evaluate("document.activeElement.getAttribute('href')")
    assert ("#isi", True) == (at, page.locator(".skip").bounding_box() is not None)


def test_paper_shows_the_answer_alone(filled: Page) -> None:
    """Neither forms nor buttons are printed, nor what is folded."""
    filled.evaluate("() => { location.hash = '#folder'; }")
    filled.emulate_media(media="print")
    hidden = [filled.is_hidden(what) for what in ("header", "footer", "#form-folder", "#answer-folder > .save")]
    opened = filled.locator(".explanations > details").filter(visible=True).count()
    assert ([True] * 4, True, 1) == (hidden, filled.is_visible("#answer-folder table >> nth=0"), opened)


def test_an_example_is_there_before_python_is(chromium: Browser, made: Path) -> None:
    """It needs no script at all; the page's own language is shown alone."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(made.as_uri())
    text = page.inner_text("#answer-hitung")
    context.close()
    assert (True, False) == ("100 × 472.500.000 / 1.000.000.000 = 47,25" in text, "Achievement" in text)
