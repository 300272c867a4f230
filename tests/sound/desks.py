"""Desks with a browser each: Debian's Chromium with a tone as its microphone."""

import contextlib
import shutil
import subprocess
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.sound.exchange import Exchange
from tests.sound.record import Room

CONSOLE: Final = Path(__file__).parents[2] / "console"
VITE: Final = CONSOLE / "node_modules/vite/bin/vite.js"
CONFIG: Final = "src/sound/testing/vite.config.ts"
HZ: Final = {"a": 600, "b": 1_000, "c": 1_700}
RATE: Final = 48_000
PATIENCE: Final = 20_000  # milliseconds; on an idle machine everything takes a tenth of it
FLAGS: Final = (
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--allow-loopback-in-peer-connection",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
    "--autoplay-policy=user-gesture-required",
)


def chromium() -> str:
    """Where it is; skips the test where it is not."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    return found


def build(folder: Path) -> Path:
    """Build the page; skips the test where that cannot be done."""
    if shutil.which("node") is None or not VITE.exists():
        pytest.skip("needs Node.js and what builds the console (make console)")
    command = ["node", str(VITE), "build", "--config", CONFIG, "--outDir", str(folder), "--logLevel", "warn"]
    subprocess.run(command, cwd=CONSOLE, check=True, timeout=60)
    return folder


def tone(file: Path, hertz: float, seconds: int = 2) -> Path:
    """A file that sounds without a seam when it is played again and again."""
    samples = 0.3 * np.sin(2 * np.pi * hertz * np.arange(RATE * seconds) / RATE)
    with wave.open(str(file), "wb") as out:
        out.setparams((1, 2, RATE, len(samples), "NONE", ""))
        out.writeframes((samples * 32_767).astype("<i2").tobytes())
    return file


class Desks:
    """Two browsers, and the pages in them."""

    def __init__(self, folder: Path, driver: Playwright, exchange: Exchange) -> None:
        self.exchange = exchange
        self.browsers: dict[str, Browser] = {}
        for side in "ab":
            file = tone(folder / f"{side}.wav", HZ[side])
            flags = [*FLAGS, f"--use-file-for-fake-audio-capture={file}"]
            self.browsers[side] = driver.chromium.launch(executable_path=chromium(), args=flags)
        self._contexts: list[BrowserContext] = []

    def desk(self, room: Room, side: str, *, browser: str = "", script: str = "", **options: Any) -> "Desk":
        """A page on a side of a call."""
        context = self.browsers[browser or side].new_context(permissions=["microphone"])
        self._contexts.append(context)
        desk = Desk(context.new_page(), room, side, options)
        if script:
            desk.page.add_init_script(script)
        desk.load(self.exchange.address)
        return desk

    def close_pages(self) -> None:
        while self._contexts:
            self._contexts.pop().close()


class Desk:
    """One page that speaks."""

    def __init__(self, page: Page, room: Room, side: str, options: dict[str, Any]) -> None:
        self.page, self.room, self.side, self.options = page, room, side, options
        page.set_default_timeout(PATIENCE)

    def load(self, address: str = "", **more: Any) -> None:
        """Open the page, or open it anew."""
        self.page.goto(address) if address else self.page.reload()
        self.page.wait_for_function("() => globalThis.begin")
        record = f"/record/{self.room.call}/{self.side}"
        self.do("options => void begin(options)", {**self.options, **more, "record": record})
        self.until("stand.call")

    def do(self, script: str, argument: Any = None) -> Any:
        return self.page.evaluate(script, argument)

    def get(self, expression: str) -> Any:
        return self.page.evaluate(f"async () => {expression}")

    def until(self, condition: str) -> None:
        """Wait until a condition holds; the last state stands in the error."""
        try:
            self.page.wait_for_function(f"() => {condition}", polling=30)
        except Exception as error:
            state = self.get("({seen: stand.seen, detail: stand.voices.detail, alarms: stand.alarms})")
            raise AssertionError(f"{self.side} never came to: {condition}\n{state}") from error

    def place(self) -> None:
        self.get("stand.place()")

    def answer(self) -> None:
        self.get("stand.answer()")

    def until_heard(self, hertz: float) -> None:
        self.until(f"Math.abs(stand.heard() - {hertz}) < 8")

    def until_silent(self) -> None:
        self.until("stand.heard() === 0")


@contextlib.contextmanager
def open_desks(folder: Path) -> Iterator[Desks]:
    """Everything that a test of sound needs, for as long as it is needed."""
    chromium()
    with Exchange(build(folder / "page")) as exchange, sync_playwright() as driver:
        desks = Desks(folder, driver, exchange)
        yield desks
        for each in desks.browsers.values():
            each.close()


def talking(north: Desk, south: Desk) -> None:
    """A calls, it warms up, B answers, and each hears the other."""
    ringing(north, south)
    south.answer()
    north.until_heard(HZ["b"])
    south.until_heard(HZ["a"])


def ringing(north: Desk, south: Desk) -> None:
    """A calls, and the path is warm at both ends."""
    north.place()
    for each in (north, south):
        each.until("stand.voices.peers(stand.call)[0]?.leg.state === 'verifying'")
