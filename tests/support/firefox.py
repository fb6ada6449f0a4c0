"""Firefox by WebDriver BiDi, which it speaks itself: no driver and no patched build stands between."""

from __future__ import annotations

import contextlib
import itertools
import json
import subprocess
import tempfile
import time
from typing import TYPE_CHECKING, Any

import attrs
from websockets.sync.client import ClientConnection, connect

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen(kw_only=True)
class Firefox:
    """One window of Firefox, and what its console told."""

    connection: ClientConnection
    errors: list[str] = attrs.field(factory=list)
    _ids: itertools.count[int] = attrs.field(factory=itertools.count)

    @classmethod
    @contextlib.contextmanager
    def started(cls, program: str, address: str) -> Iterator[Firefox]:
        """Start Firefox on an address, and end it afterwards."""
        with tempfile.TemporaryDirectory() as profile:
            command = [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
            with subprocess.Popen([*command, "about:blank"], stderr=subprocess.PIPE, encoding="utf-8") as process:
                assert process.stderr is not None
                where = next(line.split()[-1] for line in process.stderr if "WebDriver BiDi listening on" in line)
                with connect(f"{where}/session", max_size=None) as connection:
                    one = cls(connection=connection)
                    one.tell("session.new", capabilities={})
                    one.tell("session.subscribe", events=["log.entryAdded"])
                    one.tell("browsingContext.navigate", context=one.window, url=address, wait="complete")
                    yield one
                process.terminate()
                process.stderr.read()

    @property
    def window(self) -> str:
        """The name of the one window."""
        window: str = self.tell("browsingContext.getTree")["contexts"][0]["context"]
        return window

    def tell(self, method: str, **parameters: Any) -> Any:
        """Send a command, and return its answer."""
        number = next(self._ids)
        self.connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self.connection.recv(timeout=120))
            if told.get("id") == number:
                assert "success" == told["type"], told
                return told["result"]
            if told["params"].get("level") == "error":
                self.errors.append(told["params"]["text"])

    def run(self, script: str) -> Any:
        """Run a script in the page, and return what it gives or promises, as plain data."""
        wrapped = f"Promise.resolve({script}).then((found) => JSON.stringify(found ?? null))"
        told = self.tell("script.evaluate", expression=wrapped, target={"context": self.window}, awaitPromise=True)
        assert "success" == told["type"], told
        return json.loads(told["result"]["value"])

    def wait_for(self, selector: str) -> None:
        """Wait until the page has an element."""
        for _ in range(600):
            if self.run(f"!!document.querySelector({json.dumps(selector)})"):
                return
            time.sleep(0.1)
        message = f"The page has no {selector}: {self.run('document.body.innerText')}"
        raise TimeoutError(message)

    def choose(self, selector: str, *files: str) -> None:
        """Choose files in a field of the page."""
        found = self.tell(
            "browsingContext.locateNodes", context=self.window, locator={"type": "css", "value": selector}
        )
        (node,) = found["nodes"]
        self.tell("input.setFiles", context=self.window, element={"sharedId": node["sharedId"]}, files=list(files))
