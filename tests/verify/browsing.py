"""A browser without a window, driven over its socket: open a page, hand it a file, read and look."""

import base64
import itertools
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from websockets.sync.client import ClientConnection, connect

STARTED_SECONDS = 60  # two cores, and others at work on them


@dataclass
class Browser:
    socket: ClientConnection
    errors: list[str] = field(default_factory=list[str])
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self.socket.recv(timeout=STARTED_SECONDS))
            if told.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
                self.errors.append(json.dumps(told["params"]))
            if told.get("id") == number:
                return cast("dict[str, Any]", told["result"])

    def value(self, expression: str) -> Any:
        told = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        return told["result"].get("value")

    def wait_for(self, expression: str) -> None:
        self.value(
            "new Promise((done) => { const look = () => "
            f"({expression}) ? done(true) : setTimeout(look, 20); look(); }})"
        )

    def open(self, page: Path) -> None:
        self.ask("Page.navigate", url=page.as_uri())
        self.wait_for("document.querySelector('#title')?.textContent")

    def hand_over(self, path: Path) -> None:
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        chooser = self.ask("DOM.querySelector", nodeId=root, selector="#file")["nodeId"]
        self.ask("DOM.setFileInputFiles", nodeId=chooser, files=[str(path)])
        self.wait_for(f"document.querySelector('.verdict p')?.textContent.includes('{path.name}')")

    def choose_language(self, language: str) -> None:
        self.value(
            f"(() => {{ const list = document.querySelector('#language'); list.value = '{language}';"
            " list.dispatchEvent(new Event('change')); })()"
        )

    def text(self) -> str:
        return str(self.value("document.body.innerText"))

    def picture(self, path: Path, *, width: int = 900, dark: bool = False) -> None:
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])
        height = int(self.value("document.documentElement.scrollHeight"))
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=max(height, 300), deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))


def program() -> str | None:
    """The browser of this machine, if it has one."""
    return next((found for each in ("chromium", "chromium-browser") if (found := shutil.which(each))), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser with an empty profile and no way out."""
    found = program()
    assert found is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [found, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"]
        command += [f"--user-data-dir={profile}", "--proxy-server=127.0.0.1:9", "about:blank"]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "HOME": profile}
        )
        try:
            with connect(_page_of(process), proxy=None, max_size=1 << 26) as socket:
                started = Browser(socket)
                for each in ("Page", "Runtime", "DOM", "Log"):
                    started.ask(f"{each}.enable")
                yield started
        finally:
            process.kill()
            process.communicate()


def _page_of(process: subprocess.Popen[bytes]) -> str:
    """The socket of the first page; the browser says where it listens."""
    assert process.stderr is not None
    for line in process.stderr:
        said = re.search(rb"DevTools listening on (ws://[^/]+)(/\S+)", line)
        if said:
            with connect((said[1] + said[2]).decode(), proxy=None) as socket:
                targets = Browser(socket).ask("Target.getTargets")["targetInfos"]
            page = next(each["targetId"] for each in targets if each["type"] == "page")
            return f"{said[1].decode()}/devtools/page/{page}"
    raise TimeoutError("the browser did not start")
