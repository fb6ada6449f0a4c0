"""Nothing leaves: each way to another place is tried from the page, its worker and Python, and a server listens."""

from __future__ import annotations

import contextlib
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from socket import socket

    from playwright.sync_api import Browser, Page, Worker

FETCH = "fetch(place).catch(String)"
XHR = """new Promise((done) => {
  const request = new XMLHttpRequest();
  request.onloadend = done;
  request.open("GET", place);
  request.send();
}).then(() => 0)"""
SOCKET = """new Promise((done) => {
  const socket = new WebSocket(place.replace("http", "ws"));
  socket.onopen = socket.onerror = done;
}).then(() => 0)"""
EVENTS = "new Promise((done) => { new EventSource(place).onerror = done; }).then(() => 0)"
IMPORT = "import(place).catch(String)"

WITHIN_THE_PAGE = {
    "fetch": FETCH,
    "fetch without answer": "fetch(place, { mode: 'no-cors', keepalive: true }).catch(String)",
    "XMLHttpRequest": XHR,
    "WebSocket": SOCKET,
    "EventSource": EVENTS,
    "sendBeacon": "navigator.sendBeacon(place, 'x')",
    "image": "new Promise((done) => { add('img', { onerror: done, onload: done, src: place }); }).then(() => 0)",
    "import": IMPORT,
    "WebRTC": "new RTCPeerConnection({ iceServers: [{ urls: place.replace('http://', 'stun:') }] })",
    "script": "add('script', { src: place })",
    "style": "add('link', { rel: 'stylesheet', href: place })",
    "preconnect": "add('link', { rel: 'preconnect', href: place })",
    "prefetch": "add('link', { rel: 'prefetch', href: place })",
    "object": "add('object', { data: place })",
    "video": "add('video', { src: place, autoplay: true })",
    "window": "open(place)",
    "navigation": "location.assign(place)",
    "address": "location.href = place",
    "form": "add('form', { action: place }).submit()",
    "link": "add('a', { href: place }).click()",
    "link to another window": "add('a', { href: place, target: '_blank' }).click()",
    "download": "add('a', { href: place, download: 'x' }).click()",
    "ping": "add('a', { href: '#hitung', ping: place }).click()",
    "refresh": "add('div', { innerHTML: `<meta http-equiv='refresh' content='0;url=${place}'>` }) && 0",
}
WITHIN_THE_WORKER = {
    "fetch": FETCH,
    "XMLHttpRequest": XHR,
    "WebSocket": SOCKET,
    "EventSource": EVENTS,
    "import": IMPORT,
    "importScripts": "WorkerGlobalScope.prototype.importScripts.call(self, place)",
    "worker": "new Worker(place)",
    "worker of its own": """new Promise((done) => {
      const script = `fetch("${place}").catch(String).then(() => postMessage(0))`;
      new Worker(URL.createObjectURL(new Blob([script]))).onmessage = done;
    }).then(() => 0)""",
}
WITHIN_PYTHON = {
    "fetch": "import js; await js.fetch(place)",
    "pyfetch": "from pyodide.http import pyfetch; await pyfetch(place)",
    "open_url": "from pyodide.http import open_url; open_url(place)",
    "WebSocket": "import js, asyncio; js.WebSocket.new(place.replace('http', 'ws')); await asyncio.sleep(0.2)",
    "urllib": "import urllib.request; urllib.request.urlopen(place)",
    "socket": "import socket; socket.create_connection(('127.0.0.1', int(place.split(':')[2].strip('/'))))",
    "worker": "import js; js.Worker.new(place)",
}

TRIED = """(place) => {
  const add = (tag, attributes) => {
    const one = Object.assign(document.createElement(tag), attributes);
    document.body.append(one);
    return one;
  };
  return Promise.resolve(%s).then(() => 0);
}"""
ASKED = "([code, place]) => python.runPythonAsync(code, { globals: python.toPy({ place }) }).then(() => 0)"


class Server(ThreadingHTTPServer):
    """A server that keeps what reaches it, be it only a connection."""

    reached: list[str]
    daemon_threads = True

    @property
    def place(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}/"

    def get_request(self) -> tuple[socket, Any]:
        """Keep that somebody connected."""
        self.reached.append("connection")
        return super().get_request()


class Answer(BaseHTTPRequestHandler):
    """Answers whatever is asked."""

    def do_GET(self) -> None:
        """Answer, to whoever asks."""
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Start the server."""
    with Server(("127.0.0.1", 0), Answer) as one:
        one.reached = []
        threading.Thread(target=one.serve_forever, daemon=True).start()
        yield one
        one.shutdown()


@pytest.fixture(scope="module")
def online(chromium: Browser, made: Path) -> Iterator[Page]:
    """Open the file with the network on; what is refused is told in the console."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(made.as_uri())
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
