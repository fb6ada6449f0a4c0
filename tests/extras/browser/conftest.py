"""What the tests in browsers share: the file, made once, and Chromium and Firefox as this machine has them."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from installed import pass_over
from on_page import IDLE, PATIENCE, READY, opened_in
from one_file import one_file
from ways_out import Answer, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from firefox import Firefox

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in this folder."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")


def _program(*names: str) -> str:
    """Return where a browser is installed; the tests are passed over where it is not."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or pass_over(f"these tests need {names[0]}")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file as it is made from this folder; one that was made before where KINERJA_HTML names it."""
    before = os.environ.get("KINERJA_HTML")
    _program("npm")
    path = Path(before) if before else tmp_path_factory.mktemp("made") / "kinerja.html"
    if not before:
        path.write_text(one_file(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def receipts() -> bytes:
    """Return a form of 20.000 receipts, as CSV."""
    head = "satker;nomor penerimaan;akun;jumlah;tanggal penerimaan"
    rows = (f"Balai;KW-{n};425283;{n};{n % 28 + 1}/{n % 12 + 1}/{2022 + n % 2}" for n in range(20_000))
    return "\n".join([head, *rows, ""]).encode()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium."""
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415 - only these tests need it

    expect.set_options(timeout=PATIENCE)
    program = _program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def opened(chromium: Browser, made: Path) -> Iterator[tuple[Page, list[str]]]:
    """Open the file from disk with the network off, wait for Python, and keep what the console calls an error."""
    with opened_in(chromium, made) as page:
        errors = list[str]()
        page.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.reload()
        page.wait_for_selector(READY, state="attached")
        yield page, errors


@pytest.fixture
def page(opened: tuple[Page, list[str]]) -> Iterator[Page]:
    """Return the page with Python ready, the same for every test; the console has no error to tell of afterwards.

    No file is chosen any more. The decree that is built in is chosen, which takes all answers away: what the test
    before asked, or what was answered to it, would else be taken for the answer.
    """
    one, errors = opened
    errors.clear()
    for button in one.query_selector_all(".given button"):
        button.dispatch_event("click")
    one.dispatch_event("#decree-own", "click")
    one.wait_for_selector(IDLE, state="attached")
    yield one
    assert [] == errors


@pytest.fixture(scope="session")
def firefox(made: Path) -> Iterator[Firefox]:
    """Open the file in Firefox, and wait for Python; its console has no error to tell of."""
    from firefox import Firefox  # noqa: PLC0415 - it needs websockets

    with Firefox.started(_program("firefox-esr", "firefox"), made.as_uri()) as browser:
        browser.wait_for(READY)
        assert [] == browser.errors
        yield browser


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Start the server."""
    with Server(("127.0.0.1", 0), Answer) as one:
        one.reached = []
        threading.Thread(target=one.serve_forever, daemon=True).start()
        yield one
        one.shutdown()
