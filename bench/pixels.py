"""From an entry that is durable at one node to the frame over there that shows it; memory of that page."""

import asyncio
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from time import time
from typing import Any, Final

import httpx
from playwright.async_api import Page, async_playwright

from bench.desk import TEXT, Desk, desk_of
from bench.figures import Figure, Goal, percentile
from bench.pages import console
from bench.processes import memory_of
from bench.scale import Scale
from bench.world import World

CHROMIUM: Final = shutil.which("chromium") or ""
EVENTS: Final = 10_000
AT_ONCE: Final = 50
TAKEN_MAX: Final = 200  # messages that are timed: a page holds no more of them
NAMES: Final = {
    "p50": "durable here to the frame over there, p50",
    "p95": "the same, p95",
    "first": "script memory of a page with 200 messages",
    "after": "the same after 10,000 events",
    "server": "memory of the console's server after that",
}
UNITS: Final = {"p50": "ms", "p95": "ms"}

# The frame that first shows a row is over when a message that its callback posted comes in.
SEEN: Final = """
globalThis.seen = {};
const frame = new MessageChannel();
const waiting = [];
frame.port1.onmessage = () => {
  const at = performance.timeOrigin + performance.now();
  for (const each of waiting.splice(0)) seen[each] ??= at;
};
new MutationObserver(() => {
  const texts = [...document.querySelectorAll(".message .words")].slice(0, 3).map((each) => each.textContent);
  if (texts.every((each) => each in seen)) return;
  requestAnimationFrame(() => {
    waiting.push(...texts);
    frame.port2.postMessage(0);
  });
}).observe(document, { childList: true, subtree: true, characterData: true });
"""


async def figures(scale: Scale) -> list[Figure]:
    """North sends; a page of South's console is open in Debian's Chromium. None where that is missing."""
    if not CHROMIUM:
        return []
    found: dict[str, list[float]] = {each: [] for each in NAMES}
    for _ in scale.each_run("pixels"):
        for name, value in (await _run(scale)).items():
            found[name].append(value)
    goals = {"p50": Goal(must=100)}
    return [
        Figure(name=NAMES[each], values=tuple(found[each]), unit=UNITS.get(each, "MB"), goal=goals.get(each))
        for each in NAMES
    ]


async def _run(scale: Scale) -> dict[str, float]:
    world = World(scale.folder).found()
    async with (
        world.running() as (north, _),
        desk_of(north) as desk,
        console(world.houses["south"]) as (browser, process),
        _page(browser) as (page, devices),
    ):
        times = [
            await _seen(desk, page, number) for number in range(scale.warm + min(scale.alone, TAKEN_MAX))
        ]
        first = await _heap(devices)
        events = EVENTS if scale.flood > AT_ONCE else AT_ONCE
        await _follow(desk, browser, page, events)
        return {
            "p50": percentile(times[scale.warm :], 50),
            "p95": percentile(times[scale.warm :], 95),
            "first": first,
            "after": await _heap(devices),
            "server": sum(memory_of(process.pid)),
        }


async def _seen(desk: Desk, page: Page, number: int) -> float:
    """Milliseconds from the node's answer to the end of the frame; both clocks are this machine's."""
    text = f"{number} {TEXT}"[:140]
    await desk.client.ask("send", text=text)
    durable = 1_000 * time()
    await page.wait_for_function("(text) => text in seen", arg=text, polling=5)
    return await page.evaluate("(text) => seen[text]", text) - durable


async def _follow(desk: Desk, browser: httpx.AsyncClient, page: Page, events: int) -> None:
    """Send until so many changes were told, and the page shows the last."""
    while await _told(browser) < events:
        await asyncio.gather(*(desk.client.ask("send", text=TEXT) for _ in range(AT_ONCE)))
    await _seen(desk, page, events)


async def _told(browser: httpx.AsyncClient) -> int:
    return int((await browser.get("/api/snapshot")).json()["cursor"].partition("-")[2])


async def _heap(devices: Any) -> float:
    """Megabytes that the page's scripts hold after what nobody needs was thrown away."""
    for _ in range(3):
        await devices.send("HeapProfiler.collectGarbage")
    used: dict[str, Any] = await devices.send("Runtime.getHeapUsage")
    return used["usedSize"] / 1e6


@asynccontextmanager
async def _page(browser: httpx.AsyncClient) -> AsyncGenerator[tuple[Page, Any]]:
    """A page of the session of that client."""
    name, _, token = browser.headers["cookie"].partition("=")
    origin = browser.headers["origin"]
    async with async_playwright() as player:
        made = await player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = await made.new_context(viewport={"width": 1600, "height": 900})
        await context.add_cookies([{"name": name, "value": token, "url": origin}])
        await context.add_init_script(SEEN)
        page = await context.new_page()
        await page.goto(origin)
        await page.locator("[data-panel=call]").wait_for()
        devices: Any = await context.new_cdp_session(page)
        await devices.send("HeapProfiler.enable")
        yield page, devices
        await made.close()
