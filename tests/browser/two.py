"""Two desks with a page each, on two real nodes: what tests of calls between them begin with."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Page, expect

from tests.browser.gate import Gate, gate
from tests.browser.page import chosen, logged_in, profiles, take_watch
from tests.console.serving import Pair, pair


@dataclass
class Two:
    """North's page and South's, each with an officer on watch."""

    both: Pair
    north: Page
    south: Page
    gate: Gate

    @property
    def pages(self) -> tuple[Page, Page]:
        return self.north, self.south

    async def call(self, page: Page) -> None:
        """Place a call by the keyboard: choose the line, open the form, place it."""
        await page.keyboard.press("Alt+1")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("button", name="Call duty")).to_be_focused()
        await page.keyboard.press("Enter")

    async def call_desk(self, page: Page, desk: str) -> None:
        """Place a call to another desk of theirs."""
        await page.get_by_role("button", name="Call", exact=True).click()
        await page.locator("form select").first.select_option(desk)
        await page.get_by_role("button", name=f"Call {desk}").click()

    async def says(self, page: Page, *words: str) -> None:
        """What the call panel shows."""
        for each in words:
            await expect(page.locator("[data-panel=call]")).to_contain_text(each, timeout=20_000)

    async def lists(self, page: Page, *words: str) -> None:
        """What the record on a page shows."""
        for each in words:
            await expect(page.locator("[data-panel=record]")).to_contain_text(each)

    def calls(self, side: int) -> list[Any]:
        """All calls as a node has them, the newest last."""
        (lane,) = self.both.nodes[side].lanes.values()
        return list(lane.line.machines.calls.all())

    def outcomes(self, side: int) -> list[str]:
        return [each.outcome.value for each in self.calls(side)]


@asynccontextmanager
async def two_desks(folder: Path) -> AsyncIterator[Two]:
    """Both on watch."""
    async with AsyncExitStack() as stack:
        held: list[Gate] = []

        @asynccontextmanager
        async def between() -> AsyncIterator[None]:
            async with gate(folder) as made:
                held.append(made)
                yield

        both = await stack.enter_async_context(pair(folder, consoles=2, between=between()))
        contexts = await stack.enter_async_context(profiles(2))
        pages: list[Page] = []
        for context, site, name in zip(contexts, (both.site, both.other), ("north", "south"), strict=True):
            assert site is not None
            await chosen(context, language="en")
            page = await logged_in(context, site, f"{name} account", folder / name, f"{name} one", "duty")
            page.set_default_timeout(20_000)
            await take_watch(page, f"{name} one")
            pages.append(page)
        north, south = pages
        yield Two(both, north, south, held[0])
        for page in pages:
            assert await page.evaluate("window.broken") == []
