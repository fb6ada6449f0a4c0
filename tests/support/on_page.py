"""What a page shows in the tests in browsers, beside what Python outside says."""

from __future__ import annotations

import contextlib
import html
import re
from typing import TYPE_CHECKING, Any

from kinerja import KinerjaError
from onefile import app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from dropped import Dropped

READY = "html[data-ready]"
"""The page has Python, and shows the decree."""
IDLE = "#progress[hidden]"
"""Nothing is asked of Python."""
PATIENCE = 60_000
"""In milliseconds: so long a test waits on a machine that is busy before it fails."""


GO = """where => new Promise((done) => {
  history.replaceState(null, "", "#");
  addEventListener("hashchange", done, { once: true });
  location.hash = where;
}).then(() => 0)"""
"""Follow an address within the page; it is another one than before even where it is the same."""


@contextlib.contextmanager
def opened_in(browser: Browser, made: Path, script: str = "", **options: Any) -> Iterator[Page]:
    """Open the file in a window of its own, with the network off; a script runs before all others."""
    with browser.new_context(**{"offline": True, **options}) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.add_init_script(script)
        page.goto(made.as_uri())
        yield page


def words(text: str) -> str:
    """Return the words of a text or of HTML, for what is between them is the page's own."""
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", text)).split())


def shown(page: Page, view: str) -> str:
    """Send the form of a view, and return the words that then stand below it."""
    page.evaluate("view => document.getElementById(`answer-${view}`).replaceChildren()", view)
    page.click(f"#form-{view} .main")
    page.wait_for_selector(f"#answer-{view} > *", state="attached")
    page.wait_for_selector(f"#form-{view} .main:enabled")
    page.wait_for_selector(IDLE, state="attached")
    return words(page.inner_html(f"#answer-{view}"))


def expected(name: str, arguments: dict[str, Any], files: dict[str, bytes]) -> list[str]:
    """Return what Python outside says: the words of each part of the answer, or each line of the refusal."""
    try:
        answer = app.handle(name, arguments, files)
    except KinerjaError as error:
        return [words(html.escape(line.strip().removeprefix("- "))) for line in error.text.id.split("\n")]
    cards = [one[part] for one in answer.get("cards", ()) for part in ("heading", "figure", "note")]
    return [words(part) for part in (" ".join(cards), *answer.get("told", ()), answer["html"], answer.get("path", ""))]


def missing(parts: list[str], words_shown: str) -> list[str]:
    """Return the parts that are not shown."""
    return [part for part in parts if part not in words_shown]


def go(page: Page, where: str) -> None:
    """Show a part, as its link in the head does; or an indicator, as a link from elsewhere does."""
    page.evaluate(GO, where)


def choose_decree(page: Page, file: Path) -> None:
    """Choose the file of a decree, and wait until it is read or refused."""
    page.set_input_files("#decree-file", file)
    page.wait_for_selector(IDLE, state="attached")


def workbooks(page: Page) -> None:
    """Have the workbooks of a decree made, where another decree is chosen."""
    page.eval_on_selector("#keputusan", "one => { one.open = true; }")
    shown(page, "sendiri")


def give(page: Page, view: str, one: Dropped, place: Path) -> None:
    """Choose the files of a question: a folder, or files by themselves; and its decree."""
    one.place(place)
    decree = one.arguments.get("decree")
    if decree:
        choose_decree(page, one.files[decree])
    given = [path for path in one.files if path != decree]
    if "/" in given[0]:
        page.set_input_files(f"#form-{view} [data-kind=folder]", place / given[0].partition("/")[0])
    else:
        page.set_input_files(f"#form-{view} [data-kind=files]", [one.files[path] for path in given])


def saved(page: Page, selector: str) -> bytes:
    """Click on a link to save a file, and return what is saved."""
    with page.expect_download() as download:
        page.click(selector)
    content: bytes = download.value.path().read_bytes()
    return content
