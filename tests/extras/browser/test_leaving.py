"""Nothing leaves: each way to another place is tried from the page, its worker and Python, and a server listens."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from on_page import opened_in
from ways_out import ASKED, TRIED, WITHIN_PYTHON, WITHIN_THE_PAGE, WITHIN_THE_WORKER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Worker

    from firefox import Firefox
    from ways_out import Server


@pytest.fixture(scope="module")
def online(chromium: Browser, made: Path) -> Iterator[Page]:
    """Open the file with the network on; what is refused is told in the console."""
    with opened_in(chromium, made, offline=False) as page:
        page.evaluate("kinerja.ready")
        yield page


@pytest.fixture
def worker(online: Page) -> Worker:
    """Return the page's worker."""
    worker, *_ = online.workers
    return worker


def test_the_server_is_reached_from_elsewhere(chromium: Browser, server: Server) -> None:
    """So that what follows says something."""
    with chromium.new_context() as context:
        context.new_page().goto(server.place)
    assert server.reached
    server.reached.clear()


@pytest.mark.parametrize("way", WITHIN_THE_PAGE)
def test_nothing_leaves_from_the_page(online: Page, server: Server, way: str) -> None:
    """Be it by the page's policy, or by its guard; and the page stays where it is."""
    where = online.url
    assert [] == _reached(server, online, TRIED % WITHIN_THE_PAGE[way], server.place)
    assert where.partition("#")[0] == online.url.partition("#")[0]


@pytest.mark.parametrize("way", WITHIN_THE_WORKER)
def test_nothing_leaves_from_the_worker(worker: Worker, server: Server, way: str) -> None:
    """A worker from a blob is bound by the policy of its page."""
    assert [] == _reached(server, worker, TRIED % WITHIN_THE_WORKER[way], server.place)


@pytest.mark.parametrize("way", WITHIN_PYTHON)
def test_nothing_leaves_from_python(worker: Worker, server: Server, way: str) -> None:
    """It stands in the worker, and reaches no further."""
    assert [] == _reached(server, worker, ASKED, [WITHIN_PYTHON[way], server.place])


def _reached(server: Server, where: Page | Worker, script: str, given: object) -> list[str]:
    """Return what reached the server, when something was tried."""
    server.reached.clear()
    with contextlib.suppress(Error):  # it may be refused
        where.evaluate(script, given)
    time.sleep(0.3)
    return server.reached


@pytest.mark.parametrize("way", [way for way in WITHIN_THE_PAGE if way != "preconnect"])
def test_nothing_leaves_from_the_page_in_firefox(firefox: Firefox, server: Server, way: str) -> None:
    """For a preconnect it opens a connection, and sends nothing."""
    where = firefox.run("location.href")
    server.reached.clear()
    with contextlib.suppress(AssertionError):  # it may be refused
        firefox.run(f"({TRIED % WITHIN_THE_PAGE[way]})({server.place!r})")
    time.sleep(0.3)
    assert [] == server.reached
    assert where.partition("#")[0] == firefox.run("location.href").partition("#")[0]
