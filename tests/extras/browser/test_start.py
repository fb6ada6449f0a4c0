"""The file starts from disk without a network; what it tells meanwhile is true."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

import kinerja
from on_page import READY, opened_in, words
from onefile import app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MOST_MEGABYTES = 280

SCORED = "(text) => kinerja.call('score', { period: '2023' }, { 'Balai/penerimaan.csv': text }).then(() => 0)"
EXPLAINED = SCORED.replace("'score', {", "'explain', { code: 'SK3/2',")
LISTEN = """
addEventListener("DOMContentLoaded", () => {
  const { onprogress } = kinerja;
  window.told = [];
  kinerja.onprogress = (...all) => { told.push(all); onprogress(...all); };
});
"""
SWITCHED = "addEventListener('DOMContentLoaded', () => kinerja.ready.then(() => document.getElementById('en').click()))"


def test_it_starts_without_a_network(page: Page) -> None:
    """With the version of the library that it was made from, and no word of an error."""
    assert kinerja.__version__ == page.evaluate("kinerja.ready")["kinerja"]


def test_the_progress_rises_to_the_end(chromium: Browser, made: Path) -> None:
    """Counted in bytes while parts are unpacked; it never goes back, and nothing is left when Python is ready."""
    with opened_in(chromium, made, LISTEN) as page:
        page.evaluate("kinerja.ready")
        told = page.evaluate("told")
    done = [one for one, _, what in told if what in {"unpack", "library"}]
    assert done == sorted(done)
    assert told[0][1] == done[-1]


def test_a_browser_of_before_2025_starts_too(chromium: Browser, made: Path) -> None:
    """It reads no base64 by itself."""
    with opened_in(chromium, made, "delete Uint8Array.fromBase64") as page:
        assert kinerja.__version__ == page.evaluate("kinerja.ready")["kinerja"]


def test_a_browser_that_cannot_is_told_so(chromium: Browser, made: Path) -> None:
    """One of before 2023, say, which unpacks nothing; the example stays to be read."""
    with opened_in(chromium, made, "delete window.DecompressionStream") as page:
        code = page.evaluate("kinerja.ready.catch(({ code }) => code)")
        expect(page.locator("#status")).to_contain_text("Gunakan Chrome, Edge atau Firefox yang mutakhir.")
    assert "onefile.unstarted" == code


def test_a_language_that_is_chosen_while_it_starts_holds(chromium: Browser, made: Path) -> None:
    """The first question is on its way then."""
    with opened_in(chromium, made, SWITCHED) as page:
        page.wait_for_selector(READY, state="attached")
        told = words(page.inner_html("#decree-answer"))
    assert words(app.handle("decree", {"language": "en"}, {})["html"]) in told


def test_it_takes_little_memory(chromium: Browser, made: Path, receipts: bytes) -> None:
    """All that the process of the page and its Python holds, when 20.000 receipts were explained."""
    before = _renderers(chromium)
    with opened_in(chromium, made) as page:
        page.evaluate(SCORED, receipts.decode())
        page.evaluate(EXPLAINED, receipts.decode())
        # What nobody holds any more is taken away when the machine finds the time.
        page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
        # The browser keeps another process ready, for a page to come.
        used = max(map(_megabytes, _renderers(chromium) - before))
    assert 50 < used < MOST_MEGABYTES


def _renderers(chromium: Browser) -> set[int]:
    processes = chromium.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return {one["id"] for one in processes if one["type"] == "renderer"}


def _megabytes(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
