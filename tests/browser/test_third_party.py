"""A colleague in a call between two real nodes: as interpreter, and as the one who takes it over."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Locator, Page, expect

from tests.browser.page import OVERFLOW, SIZES, chosen, logged_in, needs_browser
from tests.browser.test_looks import objections
from tests.browser.test_voice import call_of, kinds, ringing, speaking, until_heard, until_silent
from tests.console.serving import Pair, pair, played, until
from tests.sound.desks import HZ, PATIENCE

pytestmark = needs_browser

LEVELS: Final = """
globalThis.levelOf = (hertz) => Math.max(-200, ...ears.map((analyser) => {
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  const at = Math.round((hertz * analyser.fftSize) / analyser.context.sampleRate);
  return Math.max(...levels.slice(at - 2, at + 3));
}));
"""
HEARD: Final = -60.0


@dataclass
class Three:
    """North and South talk; a colleague of South's has a page open too."""

    both: Pair
    north: Page
    south: Page
    colleague: Page

    @property
    def pages(self) -> dict[str, Page]:
        return {"a": self.north, "b": self.south, "c": self.colleague}

    def panel(self, page: Page) -> Locator:
        return page.locator("[data-panel=call]")

    async def until_each_hears_the_two_others(self) -> None:
        for side, page in self.pages.items():
            for other in "abc":
                wanted = "<" if other == side else ">"
                await page.wait_for_function(f"() => levelOf({HZ[other]}) {wanted} {HEARD}")

    async def ask(self, key: str) -> None:
        """South's officer asks the colleague."""
        await self.panel(self.south).get_by_role("button", name=key).click()
        person = self.south.locator("dialog li", has_text="south two")
        await person.get_by_role("button", name="Ask").click()

    async def called(self) -> Locator:
        """What the colleague's page shows of it."""
        strip = self.colleague.locator("aside.called")
        await strip.wait_for()
        return strip

    def entries(self, side: int) -> list[Any]:
        """Changes of the call in a record, as its console shows them."""
        site = (self.both.site, self.both.other)[side]
        assert site is not None
        held = site.watching.views.board.picture.of("entry", ("south", "north")[side])
        return [each for each in held.values() if each["kind"] == "call_part"]


@asynccontextmanager
async def three(folder: Path) -> AsyncIterator[Three]:
    async with pair(folder, consoles=2) as both, speaking(folder, script=LEVELS, sides="abc") as contexts:
        north, south = await ringing(both, contexts)
        await chosen(contexts["c"], language="en", desk="minister")
        assert both.other is not None
        home = both.folder / "south"
        colleague = await logged_in(contexts["c"], both.other, "cyn", home, "south two", "duty")
        colleague.set_default_timeout(PATIENCE)
        await south.keyboard.press("F8")
        await until_heard(north, HZ["b"])
        await until_heard(south, HZ["a"])
        yield Three(both, north, south, colleague)


async def looks_right(page: Page) -> None:
    """Nothing is cut off, and axe has no objection."""
    found: list[str] = []
    for width, height in SIZES:
        await page.set_viewport_size({"width": width, "height": height})
        found += await page.evaluate(OVERFLOW)
    assert [*found, *await objections(page)] == []
    assert await page.evaluate("window.broken") == []


def test_an_interpreter_is_asked_in_heard_by_both_seen_by_both_and_let_go(tmp_path: Path) -> None:
    async def work() -> None:
        async with three(tmp_path) as room:
            await room.ask("Interpreter…")
            strip = await room.called()
            await expect(strip).to_contain_text("south one asks you to interpret in the call with North.")
            await strip.get_by_role("button", name="Interpret").click()
            await room.until_each_hears_the_two_others()
            for page in room.pages.values():
                await expect(room.panel(page)).to_contain_text("south two, interpreter")
                await looks_right(page)
            await until(lambda: all(len(room.entries(side)) == 1 for side in (0, 1)))
            await expect(room.panel(room.colleague)).not_to_contain_text("End call")
            for page, original in ((room.north, "b"), (room.south, "a")):
                before = [await page.evaluate(f"levelOf({HZ[side]})") for side in (original, "c")]
                await room.panel(page).get_by_label("Original 12 dB softer").check()
                softer = f"() => Math.abs(levelOf({HZ[original]}) - {before[0]} + 12) < 1"
                await page.wait_for_function(softer)
                assert abs(await page.evaluate(f"levelOf({HZ['c']})") - before[1]) < 1
                await room.panel(page).get_by_label("Original 12 dB softer").uncheck()
            await room.panel(room.south).get_by_role("button", name="Let go").click()
            await until_silent(room.colleague)
            for page in (room.north, room.south):
                await page.wait_for_function(f"() => levelOf({HZ['c']}) < {HEARD}")
                await expect(room.panel(page)).not_to_contain_text("south two, interpreter")
            await until_heard(room.north, HZ["b"])
            await until(lambda: all(len(room.entries(side)) == 2 for side in (0, 1)))
            await room.south.keyboard.press("Shift+F9")
            await until(lambda: all(call_of(room.both, side).evidence.name == "E6" for side in (0, 1)))
            for page in room.pages.values():
                assert await page.evaluate("window.broken") == []

    played(work)


def test_an_interpreter_may_decline_and_may_leave(tmp_path: Path) -> None:
    async def work() -> None:
        async with three(tmp_path) as room:
            await room.ask("Interpreter…")
            await (await room.called()).get_by_role("button", name="Not now").click()
            panel = room.panel(room.south)
            await expect(panel).to_contain_text("south two does not come now.")
            await panel.get_by_role("button", name="Put away").click()
            await room.ask("Interpreter…")
            await (await room.called()).get_by_role("button", name="Interpret").click()
            await room.until_each_hears_the_two_others()
            await room.panel(room.colleague).get_by_role("button", name="Leave the call").click()
            await until_silent(room.colleague)
            await room.north.wait_for_function(f"() => levelOf({HZ['c']}) < {HEARD}")
            await until(lambda: all(len(room.entries(side)) == 2 for side in (0, 1)))
            await until_heard(room.south, HZ["a"])

    played(work)


def test_a_call_is_handed_over_after_a_consultation_and_goes_on_with_the_taker(tmp_path: Path) -> None:
    async def work() -> None:
        async with three(tmp_path) as room:
            await room.ask("Hand over…")
            strip = await room.called()
            await expect(strip).to_contain_text("south one asks you to take over the call with North.")
            await strip.get_by_role("button", name="Speak with them").click()
            await until_heard(room.colleague, HZ["b"])
            await until_heard(room.south, HZ["c"])
            await until_silent(room.north)
            await expect(room.panel(room.north)).to_contain_text("The other side has put the call on hold.")
            await expect(room.panel(room.south)).to_contain_text("Consulting")
            for page in room.pages.values():
                await looks_right(page)
            await room.panel(room.south).get_by_role("button", name="Hand over: I sign first").click()
            await room.south.locator("dialog").get_by_role("button", name="Sign").click()
            await room.panel(room.colleague).get_by_role("button", name="Take the call: sign").click()
            review = room.colleague.locator("dialog")
            await expect(review).to_contain_text("✓ south one")
            await review.get_by_role("button", name="Sign").click()
            await until_heard(room.north, HZ["c"])
            await until_heard(room.colleague, HZ["a"])
            await until_silent(room.south)
            await expect(room.panel(room.north)).to_contain_text("Goes on there with south two, minister.")
            await expect(room.south.locator("aside.told")).to_contain_text("The call is handed over.")
            await until(lambda: all(len(room.entries(side)) == 3 for side in (0, 1)))
            for side in (0, 1):
                (holder,) = call_of(room.both, side).sound.holders
                assert (holder.officer, holder.desk, holder.by.name) == ("south two", "minister", "CALLEE")
            await room.colleague.keyboard.press("Shift+F9")
            await until(lambda: all(call_of(room.both, side).evidence.name == "E6" for side in (0, 1)))
            assert all("call_secured" in kinds(room.both, side) for side in (0, 1))

    played(work)


def test_a_consultation_that_ends_without_a_hand_over_leads_back_to_the_other_side(tmp_path: Path) -> None:
    async def work() -> None:
        async with three(tmp_path) as room:
            await room.ask("Hand over…")
            await (await room.called()).get_by_role("button", name="Speak with them").click()
            await until_heard(room.south, HZ["c"])
            await until_silent(room.north)
            await room.panel(room.south).get_by_role("button", name="Back to the call").click()
            await until_heard(room.north, HZ["b"])
            await until_heard(room.south, HZ["a"])
            await until_silent(room.colleague)
            assert not call_of(room.both, 0).sound.holders

    played(work)
