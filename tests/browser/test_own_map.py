"""A map of the site's own under the common picture: seen when wanted, without a boundary, never too bright.

Two real nodes with a console each, and files that the tests write.
"""

import base64
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import httpx
from playwright.async_api import Page, Route, expect

from firebreak.console.own_map.archive import OwnMap
from tests.browser.page import OVERFLOW, chosen, chromium, logged_in, needs_browser
from tests.browser.test_looks import objections
from tests.console.serving import Pair, Site, pair, played
from tests.console.tiles import NEUTRAL, raster_map, vector_map

pytestmark = needs_browser

PICTURES: Final = os.environ.get("FIREBREAK_PICTURES", "")
COLOURS: Final = """async (encoded) => {
  const bytes = Uint8Array.from(atob(encoded), (each) => each.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  pen.drawImage(picture, 0, 0);
  const pixels = pen.getImageData(0, 0, picture.width, picture.height).data;
  const sums = [0, 0, 0];
  pixels.forEach((value, at) => at % 4 < 3 && (sums[at % 4] += value));
  return sums.map((each) => each / (pixels.length / 4));
}"""


@asynccontextmanager
async def page_of(site: Site, party: Path, **preferences: str) -> AsyncIterator[Page]:
    """The map of a duty officer there."""
    async with chromium() as context:
        await chosen(context, **{"language": "en", "palette": "day"} | preferences)
        name = party.name
        page = await logged_in(context, site, f"{name} account", party, f"{name} one", "duty")
        await page.locator("[data-panel=map]").click()
        await drawn(page)
        yield page
        assert await page.evaluate("window.broken") == []


async def drawn(page: Page) -> None:
    """Until the map stands still."""
    await page.locator("[data-map] .here").wait_for()
    await page.locator("[data-map] [aria-busy]").wait_for(state="detached")


async def picture(page: Page) -> bytes:
    """The map without what lies over its edges."""
    box = await page.locator("[data-map] .sheet").bounding_box()
    assert box
    clip = {"x": box["x"], "y": box["y"] + 110, "width": box["width"], "height": box["height"] - 150}
    return await page.screenshot(clip=clip)  # type: ignore[arg-type]


async def settled(page: Page, other: Sequence[bytes]) -> bytes:
    """The map once it looks like none of the others, and no longer changes."""
    last = b""
    for _ in range(80):
        now = await picture(page)
        if now == last and now not in other:
            return now
        last = now
        await page.wait_for_timeout(100)
    raise AssertionError("the map does not come to rest")


async def switch(page: Page) -> None:
    await page.get_by_role("button", name="Own map (ours, not agreed)").click()


async def brightness(page: Page, shot: bytes) -> list[float]:
    return await page.evaluate(COLOURS, base64.b64encode(shot).decode())


def keep(name: str, shot: bytes) -> None:
    if PICTURES:
        (Path(PICTURES) / f"own-map-{name}.png").write_bytes(shot)


def of_a_file(content: bytes, told: dict[str, Any], at_once: list[int]) -> Any:
    """Answers in the place of the server, from other bytes, and counts how many are asked for at once."""
    asking = 0

    async def answer(route: Route) -> None:
        if route.request.url.endswith("/api/own-map"):
            await route.fulfill(json=told)
            return
        first, last = (await route.request.all_headers())["range"].removeprefix("bytes=").split("-")
        part = content[int(first) : int(last) + 1]
        nonlocal asking
        asking += 1
        at_once.append(asking)
        await route.fulfill(status=206, body=part, content_type="application/octet-stream")
        asking -= 1

    return answer


def test_the_own_map_is_off_says_whose_it_is_and_has_no_boundary_or_name(tmp_path: Path) -> None:
    file = tmp_path / "site.pmtiles"
    file.write_bytes(vector_map(leaf_of=40))

    async def work() -> None:
        async with (
            pair(tmp_path, own_maps=(file, None)) as both,
            page_of(both.site, tmp_path / "north") as page,
        ):
            asked: list[tuple[str, int]] = []
            page.on("response", lambda found: asked.append((found.url, found.status)))
            plain = await settled(page, [])
            assert [url for url, _ in asked if "own-map/tiles" in url] == []
            await switch(page)
            own = await settled(page, [plain])
            parts = [status for url, status in asked if "own-map/tiles" in url]
            assert len(parts) > 2
            assert {*parts} == {206}
            origin = both.site.console.settings.origin
            assert [url for url, _ in asked if not url.startswith((origin, "blob:"))] == []
            said = page.locator("[data-map] .own")
            await expect(said).to_contain_text("not agreed with the other side")
            await expect(said).to_contain_text("boundaries and names are left out")
            assert await objections(page) == []
            await nothing_more_than(page, both, own)
            await switch(page)
            assert await settled(page, [own]) == plain
            await switch(page)
            for width, height in ((1366, 768), (1920, 1080)):
                await page.set_viewport_size({"width": width, "height": height})
                assert await page.evaluate(OVERFLOW) == []
                await settled(page, [own])
                keep(f"{width}", await page.screenshot())

    played(work)


async def nothing_more_than(page: Page, both: Pair, own: bytes) -> None:
    """The same picture from a file that has no boundary and no place in it."""
    content = vector_map(NEUTRAL)
    file = both.folder / "neutral.pmtiles"
    file.write_bytes(content)
    found = OwnMap.open(file)
    told = {"map": found.told(), "fault": None}
    found.close()
    other = await page.context.new_page()
    at_once: list[int] = []
    for address in ("**/api/own-map", "**/api/own-map/tiles"):
        await other.route(address, of_a_file(content, told, at_once))
    await other.goto(both.site.console.settings.origin + "/")
    await other.locator("[data-panel=map]").click()
    await drawn(other)
    plain = await settled(other, [])
    await switch(other)
    assert await settled(other, [plain]) == own
    for _ in range(3):
        await other.get_by_role("button", name="Nearer").click()
    await settled(other, [own])
    assert len(at_once) > 4
    assert max(at_once) <= 2  # a browser makes six connections; the others are for what is urgent
    await other.close()


def test_a_bright_picture_is_dim_at_night_red_in_red_and_says_that_its_borders_stay(tmp_path: Path) -> None:
    file, wrong = tmp_path / "site.pmtiles", tmp_path / "wrong.pmtiles"
    file.write_bytes(raster_map())
    wrong.write_bytes(raster_map()[:-1])

    async def work() -> None:
        async with pair(tmp_path, consoles=2, own_maps=(file, wrong)) as both:
            async with page_of(both.site, tmp_path / "north") as page:
                plain = await settled(page, [])
                await switch(page)
                light: dict[str, list[float]] = {}
                seen = [plain]
                for palette in ("day", "dusk", "night", "red"):
                    await page.locator("header.bar select").nth(-2).select_option(palette)
                    seen.append(await settled(page, seen))
                    light[palette] = await brightness(page, seen[-1])
                    keep(palette, await page.screenshot())
                await expect(page.locator("[data-map] .own")).to_contain_text("those of whoever made it")
                assert sum(light["day"]) > 500
                assert sum(light["dusk"]) < 0.6 * sum(light["day"])
                assert sum(light["night"]) < 0.4 * sum(light["day"])
                red, green, blue = light["red"]
                assert green + blue < 0.35 * red
                await page.reload()
                await page.locator("[data-panel=map]").click()
                button = page.get_by_role("button", name="Own map (ours, not agreed)")
                await expect(button).to_have_attribute("aria-pressed", "false")
            assert both.other is not None
            async with page_of(both.other, tmp_path / "south") as page:
                await expect(page.locator("[data-map]")).to_contain_text("Own map: not readable (FB682)")
                await expect(page.get_by_role("button", name="Own map (ours, not agreed)")).to_have_count(0)
            await nobody_gets_it(both.site)

    played(work)


async def nobody_gets_it(site: Site) -> None:
    async with site.browser() as nobody:
        found: httpx.Response = await nobody.get("/api/own-map/tiles", headers={"range": "bytes=0-6"})
        assert (found.status_code, found.json()["code"]) == (401, "FB501")
