"""Ways out of a page, as scripts that try them, and a server that keeps what reaches it."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socket import socket

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
