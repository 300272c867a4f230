"""The map: what the other side announced, our own sites and tracks, and the alarms that are taken there.

Two real nodes, a real process' watch over tracks with an aircraft from a file, and a page in Chromium.
"""

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Page, expect

from firebreak.runtime.clocks import SystemClock
from firebreak.tracking.settings import FeedKind, FeedSettings, TrackingSettings
from firebreak.tracking.watch import Watch
from tests.browser.page import OVERFLOW, chosen, chromium, logged_in, needs_browser, take_watch
from tests.browser.test_looks import objections
from tests.console.serving import Pair, pair, played
from tests.console.test_notices import of_south

pytestmark = needs_browser

PICTURE: Final = os.environ.get("FIREBREAK_MAP_PICTURE", "")
AREA: Final = {"kind": "circle", "positions": [[54.2, 20.3]], "radius_m": 8_000}
FORM: Final = {"code": "DF2", "area": AREA, "activity": "firing"}
FAR: Final = {"code": "DF3", "area": {"kind": "point", "positions": [[56.5, 18.0]]}, "activity": "towing"}
SITE: Final = {
    "type": "Feature",
    "properties": {"name": "PS-07", "threshold_m": 24_000},
    "geometry": {"type": "Point", "coordinates": [20.0, 54.0]},
}


@asynccontextmanager
async def followed(north: Path) -> AsyncIterator[Path]:
    """North's tracks are followed; the file into which a receiver writes."""
    (north / "sites.geojson").write_text(json.dumps(SITE))
    aircraft = north / "aircraft.json"
    feed = FeedSettings("air", FeedKind.ADSB_FILE, str(aircraft))
    clock = SystemClock(0)
    watch = Watch(TrackingSettings(north, north / "sites.geojson", (feed,)), lambda: clock.read().wall)
    running = asyncio.create_task(watch.run())
    try:
        yield aircraft
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def flies(aircraft: Path, latitude: float, stop: asyncio.Event) -> None:
    """An aircraft circles there until told to stop."""
    number = 0
    while not stop.is_set():
        number += 1
        plane: dict[str, Any] = {
            "hex": "4bb1c5",
            "flight": "THY9BP",
            "lat": latitude + number % 5 / 1_000,
            "lon": 20.0,
        }
        await asyncio.to_thread(aircraft.write_text, json.dumps({"aircraft": [plane]}))
        with suppress(TimeoutError):
            async with asyncio.timeout(1.1):
                await stop.wait()


@asynccontextmanager
async def north_page(both: Pair) -> AsyncIterator[Page]:
    async with chromium() as context:
        await chosen(context, language="en")
        page = await logged_in(
            context, both.site, "north account", both.folder / "north", "north one", "duty"
        )
        await take_watch(page, "north one")
        yield page
        assert await page.evaluate("window.broken") == []


async def row(page: Page, *words: str) -> None:
    """A row of the map's list with all these words."""
    found = page.locator("[data-map] tr")
    for each in words:
        found = found.filter(has_text=each)
    await expect(found).to_have_count(1, timeout=20_000)


def test_announced_areas_stand_on_the_map_and_a_hazard_at_a_site_is_acknowledged_there(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, followed(tmp_path / "north"), north_page(both) as page:
            await of_south(both, what="notice.issue", form=FAR)
            await of_south(both, what="notice.issue", form=FORM)
            alarm = page.locator("[data-panel=alerts] li").filter(has_text="Announced danger")
            await expect(alarm).to_contain_text("from PS-07 (limit 24000 m)", timeout=30_000)
            await page.keyboard.press("F2")
            await expect(page.locator("[data-map]")).to_be_focused()
            await row(page, "Notice", "theirs", "firing", "8.0 km")
            await row(page, "Notice", "towing", "56°30.000′ N, 018°00.000′ E")
            await row(page, "Own site", "PS-07", "24.0 km")
            await expect(page.locator("[data-map] .here")).to_be_visible(timeout=30_000)
            await expect(page.locator("[data-map] [aria-busy]")).to_have_count(0, timeout=30_000)
            await expect(alarm.get_by_role("button", name="Acknowledge")).to_be_visible()
            await page.keyboard.press("F2")
            await expect(alarm).to_contain_text("north account")
            await page.locator("[data-map] input[type=range]").press("ArrowRight")
            await expect(page.locator("[data-map]")).to_contain_text("FIXED TIME")
            await page.get_by_role("button", name="Back to now").click()
            if PICTURE:
                await page.screenshot(path=PICTURE)
            for width, height in ((1366, 768), (1600, 900)):
                await page.set_viewport_size({"width": width, "height": height})
                assert await page.evaluate(OVERFLOW) == []
            assert await objections(page) == []
            live = next(
                each["notice"]
                for each in (await both.south.ask("notices"))["notices"]
                if each["code"] == "DF2"
            )
            await of_south(both, what="notice.cancel", notice=live)
            await expect(page.locator("[data-map] tr").filter(has_text="firing")).to_have_count(0)

    played(work)


def test_an_aircraft_inside_the_limit_is_one_alarm_that_the_map_takes_and_the_other_side_never_sees(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, followed(tmp_path / "north") as aircraft, north_page(both) as page:
            stop = asyncio.Event()
            flying = asyncio.create_task(flies(aircraft, 54.1, stop))
            alarm = page.locator("[data-panel=alerts] li").filter(has_text="CLOSE APPROACH")
            await expect(alarm).to_contain_text("THY9BP", timeout=30_000)
            await page.locator("[data-panel=map]").click()
            await page.locator("[data-map] .here").wait_for()
            await page.locator("[data-map] input[type=range]").press("ArrowRight")
            await expect(page.locator("[data-map]")).to_contain_text("FIXED TIME")
            await page.keyboard.press("F2")
            await expect(page.locator("[data-map]")).not_to_contain_text("FIXED TIME")
            here = page.locator("[data-map] .here")
            await expect(here).to_contain_text(re.compile("54°0[2-5].* 0(19|20)°"))
            await row(page, "Track", "unknown", "THY9BP")
            await row(page, "Distance", "THY9BP – PS-07", "inside the limit")
            await page.locator("[data-map] input[type=range]").press("ArrowRight")
            await page.keyboard.press("F2")
            await expect(page.locator("[data-map]")).not_to_contain_text("FIXED TIME")
            await expect(alarm.get_by_role("button", name="Acknowledge")).to_be_visible()
            await alarm.get_by_role("button", name="Acknowledge").click()
            await expect(alarm).to_contain_text("north account")
            assert await alarm.count() == 1
            kinds = {each["kind"] for each in (await both.south.ask("entries", last=200))["entries"]}
            assert not {each for each in kinds if each.startswith(("notice", "alert"))}
            stop.set()
            await flying
            await page.reload()
            await expect(page.locator("header.bar")).to_be_visible()

    played(work)


def test_where_nothing_follows_tracks_the_map_shows_what_was_announced(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, north_page(both) as page:
            await page.locator("[data-panel=map]").click()
            await expect(page.locator("[data-map]")).to_contain_text("Nothing is announced", timeout=20_000)
            await of_south(both, what="notice.issue", form=FORM)
            await row(page, "Notice", "firing")

    played(work)
