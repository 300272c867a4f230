"""Who holds the desk: the watch passed on, two pages on one desk, an officer who leaves the card."""

from pathlib import Path
from typing import Any, Final

from playwright.async_api import BrowserContext, Page, expect

from firebreak.app.renewing import Changes
from tests.browser.page import chosen, chromium, logged_in, needs_browser, profiles, take_watch
from tests.console.cards import renewed
from tests.console.serving import Pair, pair, played, until

pytestmark = needs_browser
LISTENING: Final = """
// Counts the tones, as whoever does the sound test hears them, and shortens the waiting for their end.
globalThis.played = 0;
globalThis.hurry = 1;
const wait = setTimeout;
globalThis.setTimeout = (work, milliseconds, ...rest) => wait(work, milliseconds / hurry, ...rest);
const { start } = OscillatorNode.prototype;
OscillatorNode.prototype.start = function (...rest) {
  played += 1;
  return start.apply(this, rest);
};
"""
TONES: Final = {"Ring": 6, "Alarm": 3, "Warning": 2, "Ringing there": 1}
"How many tones one play of each has."


async def sound_tested(page: Page) -> None:
    """Play each sound, count, and type the number."""
    for name, tones in TONES.items():
        row = page.locator("tr", has=page.get_by_role("cell", name=name, exact=True))
        await page.evaluate("[played, hurry] = [0, 8]")
        await row.get_by_role("button").click()
        heard = row.locator("input")
        await expect(heard).to_be_enabled()
        count = await page.evaluate("played")
        assert count % tones == 0
        await heard.fill(str(count // tones))
        await expect(row).to_contain_text("✓")
        await page.evaluate("hurry = 1")


async def read_and_signed(page: Page) -> None:
    """What is shown for signature is read and signed."""
    await page.locator("dialog[data-first]").wait_for()
    await page.keyboard.press("Control+Enter")
    await page.locator("dialog[data-first]").wait_for(state="detached")


def kinds(both: Pair, side: int) -> list[str]:
    site, line = ((both.site, "south"), (both.other, "north"))[side]
    assert site is not None
    return [each["kind"] for each in site.watching.views.board.picture.of("entry", line).values()]


async def page_of(context: BrowserContext, both: Pair, name: str, officer: str) -> Page:
    page = await logged_in(context, both.site, name, both.folder / "north", officer, "duty")
    page.set_default_timeout(20_000)
    return page


def test_two_officers_hand_over_the_watch_at_one_browser_after_sound_test_and_open_matters(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, chromium() as context:
            await chosen(context, language="en")
            await context.add_init_script(LISTENING)
            ann = await page_of(context, both, "ann", "north one")
            await take_watch(ann, "north one")
            await both.south.ask("send", text="Convoy at the bridge.", precedence="flash")
            await expect(ann.locator(".alerts")).to_contain_text("FLASH message")
            await ann.keyboard.press("F2")
            await ann.get_by_role("button", name="Handover").click()
            matters = ann.locator(".list")
            await expect(matters).to_contain_text("Message unread")
            await sound_tested(ann)
            await expect(ann.get_by_text("All four sounds")).to_be_visible()
            await ann.get_by_role("button", name="Hand over: I sign first").click()
            await read_and_signed(ann)
            await expect(ann.get_by_text("You have signed the handover")).to_be_visible()
            await expect(ann.locator("header.bar")).to_contain_text("On watch: north one")
            assert "watch_hand_over" not in kinds(both, 0)
            await ann.get_by_role("button", name="Log out").click()
            await ann.get_by_role("button", name="Log in", exact=True).wait_for()
            ben = await page_of(context, both, "ben", "north two")
            await ben.get_by_role("button", name="Handover").click()
            await expect(ben.locator(".sheet")).to_contain_text("north one has signed the handover")
            relieve = ben.get_by_role("button", name="I relieve: sign")
            await expect(relieve).to_be_disabled()
            await ben.get_by_label("I have read what is open").check()
            await relieve.click()
            await read_and_signed(ben)
            await expect(ben.locator("header.bar")).to_contain_text("On watch: north two")
            await until(lambda: all("watch_hand_over" in kinds(both, side) for side in (0, 1)))
            signed = await officers(both)
            assert signed == ["north one", "north two"]

    played(work)


async def officers(both: Pair) -> list[str]:
    """Who signed the handover, as South's console shows it."""
    assert both.other is not None
    held = both.other.watching.views.board.picture.of("entry", "north").values()
    position = next(each["position"] for each in held if each["kind"] == "watch_hand_over")
    async with both.other.browser("look", "supervisor") as browser:
        found: dict[str, Any] = (await browser.get(f"/api/lines/north/entries/{position}")).json()
    return [each["officer"] for each in found["officers"]]


def test_two_pages_of_one_desk_ring_alike_and_only_the_one_that_answers_has_the_sound(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, profiles(2) as contexts:
            pages: list[Page] = []
            for context, (name, officer) in zip(
                contexts, (("ann", "north one"), ("ben", "north two")), strict=True
            ):
                await chosen(context, language="en")
                pages.append(await page_of(context, both, name, officer))
            ann, ben = pages
            await take_watch(ann, "north one")
            await expect(ben.locator("header.bar")).to_contain_text("On watch: north one")
            await ben.get_by_role("button", name="Handover").click()
            for name in ("ann · duty", "ben · duty"):
                await expect(ben.locator(".list")).to_contain_text(name)
            await ben.get_by_role("button", name="Watch", exact=True).click()
            await both.south.ask("call.place", desk="duty", precedence="immediate")
            for page in pages:
                await expect(page.locator("[data-panel=call]")).to_contain_text("Incoming call")
            await ben.keyboard.press("F8")
            for page in pages:
                await expect(page.locator("[data-panel=call]")).to_contain_text("In call")
            (lane,) = both.nodes[0].lanes.values()
            await until(lambda: lane.line.machines.calls.all()[-1].officer == "north two")
            await ann.keyboard.press("F8")
            for _ in range(3):
                await ann.keyboard.press("Escape")
            await expect(ann.locator("[data-panel=call]")).to_contain_text("In call")
            await ann.keyboard.press("Shift+F9")
            for page in pages:
                await expect(page.locator("[data-panel=call]")).to_contain_text("Call ended")
                await expect(page.locator("[data-panel=call]")).to_contain_text("Signed by north two")
                assert await page.evaluate("window.broken") == []

    played(work)


def test_an_officer_who_is_taken_off_the_card_is_logged_out_and_signs_nothing_more(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, chromium() as context:
            await chosen(context, language="en")
            page = await page_of(context, both, "ben", "north two")
            await take_watch(page, "north two")
            await both.south.ask("call.place", desk="duty")
            await expect(page.locator("[data-panel=call]")).to_contain_text("Incoming call")
            await renewed(both.folder / "north", both.north, Changes(officers_removed=("north two",)))
            await page.get_by_role("button", name="Log in", exact=True).wait_for()
            await page.keyboard.press("F8")
            assert await page.locator("[data-panel=call]").count() == 0
            await page.reload()
            await page.get_by_role("button", name="Log in", exact=True).wait_for()
            (lane,) = both.nodes[0].lanes.values()
            assert lane.line.machines.calls.all()[-1].outcome.value == "ringing"
            assert await page.evaluate("window.broken") == []

    played(work)
