"""What a newcomer does with the two addresses of a demo: both in one browser, a call to oneself."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final

from playwright.async_api import Page, expect

from firebreak.app.cells import make_cells
from firebreak.app.demo_consoles import DemoConsole, consoles
from firebreak.core.base.instants import from_iso
from tests.browser.page import chosen, needs_browser, profiles
from tests.sound.desks import FLAGS

pytestmark = needs_browser
START: Final = from_iso("2022-02-18T00:00:00Z")
PASSWORD: Final = "quince saddle orbit fennel"
MINUTE: Final = 60.0


async def seated(page: Page, console: DemoConsole) -> None:
    """The first two of the lines that the demo prints."""
    await page.goto(console.link)
    for label in ("Password", "Password again"):
        await page.get_by_label(label, exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Set password").click()
    await page.get_by_role("button", name="Take watch").first.click()
    await page.locator("dialog[data-first]").get_by_role("button", name="Sign").click()
    await expect(page.locator("header.bar")).to_contain_text(f"On watch: {console.officer}")


async def called(caller: Page, callee: Page) -> None:
    """The other two: a call, words, a message, and what both records say of it."""
    await caller.get_by_role("button", name="Call", exact=True).click()
    await caller.keyboard.press("Enter")
    await callee.locator("[data-panel=call]").get_by_role("button", name="Answer").click()
    for page in (caller, callee):
        await expect(page.locator("[data-panel=call]")).to_contain_text("Both checks passed")
    await callee.get_by_label("Text", exact=True).fill("All quiet here.")
    await callee.keyboard.press("Control+Enter")
    await callee.locator("dialog[data-first]").get_by_role("button", name="Send").click()
    await caller.locator(".message", has_text="All quiet here.").wait_for()
    await caller.keyboard.press("Shift+F9")
    for page in (caller, callee):
        await expect(page.locator("[data-panel=call]")).to_contain_text("Call ended")
        for each in ("Call answered", "Message"):
            await expect(page.locator("[data-panel=record]")).to_contain_text(each)


def test_in_one_browser_somebody_calls_themselves_within_a_minute(tmp_path: Path) -> None:
    async def work(folder: Path) -> None:
        cells = make_cells(folder, ("US", "RU"), ("duty",), START)
        try:
            await asyncio.gather(*(each.start() for each in cells))
            seats = await asyncio.gather(*(each.seat() for each in cells))
            async with consoles(cells, seats) as opened, profiles(1, *FLAGS) as (context,):
                await context.grant_permissions(["microphone"])
                await chosen(context, language="en")
                pages = [await context.new_page() for _ in opened]
                began = monotonic()
                for page, console in zip(pages, opened, strict=True):
                    page.set_default_timeout(20_000)
                    await seated(page, console)
                await called(*pages)
                assert monotonic() - began < MINUTE
                for page in pages:
                    assert await page.evaluate("window.broken") == []
            for seat in seats:
                seat.close()
                await seat.client.__aexit__(None, None, None)
        finally:
            await asyncio.gather(*(each.stop() for each in cells))

    with TemporaryDirectory(prefix="demo-") as name:
        asyncio.run(work(Path(name)))
