"""Two consoles on two real nodes speak: each has a tone for a voice, judged at the other by its spectrum."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, Final

from playwright.async_api import BrowserContext, Page, async_playwright, expect

from tests.browser.page import CHROMIUM, WATCH_POLICY, chosen, logged_in, needs_browser
from tests.console.serving import Pair, Site, pair, played, until
from tests.sound.desks import FLAGS, HZ, PATIENCE, tone
from tests.sound.test_calls import MIDDLE, REFUSING

pytestmark = needs_browser

HEARING: Final = """
// What the voice sends to the output of this page is looked at on its way; rings have another context.
const voices = (globalThis.voices = new WeakSet());
globalThis.MediaStreamAudioDestinationNode = new Proxy(MediaStreamAudioDestinationNode, {
  construct(made, [context, ...rest]) {
    voices.add(context);
    return Reflect.construct(made, [context, ...rest]);
  },
});
const ears = [];
const { connect } = AudioNode.prototype;
AudioNode.prototype.connect = function (target, ...rest) {
  if (target instanceof AudioDestinationNode && voices.has(this.context)) {
    ears.push(new AnalyserNode(this.context, { fftSize: 8192, smoothingTimeConstant: 0 }));
    connect.call(this, ears.at(-1));
  }
  return connect.call(this, target, ...rest);
};
globalThis.ears = ears;
globalThis.heard = () => ears.flatMap((analyser) => {
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  const top = levels.indexOf(Math.max(...levels));
  return levels[top] < -75 ? [] : [(top * analyser.context.sampleRate) / analyser.fftSize];
});
"""


@asynccontextmanager
async def speaking(
    folder: Path, *, script: str = "", sides: str = "ab"
) -> AsyncIterator[dict[str, BrowserContext]]:
    """Browsers, each with a tone for a microphone; with a script in every page."""
    async with async_playwright() as player, AsyncExitStack() as stack:
        contexts: dict[str, BrowserContext] = {}
        for side in sides:
            file = tone(folder / f"{side}.wav", HZ[side])
            flags = ["--no-sandbox", *FLAGS, f"--use-file-for-fake-audio-capture={file}"]
            browser = await player.chromium.launch(executable_path=CHROMIUM, args=flags)
            stack.push_async_callback(browser.close)
            contexts[side] = await browser.new_context(permissions=["microphone"])
            for each in (WATCH_POLICY, HEARING, script):
                await contexts[side].add_init_script(each)
            await chosen(contexts[side], language="en")
        yield contexts


async def on_watch(context: BrowserContext, site: Site, folder: Path, name: str) -> Page:
    """A page whose officer holds the desk."""
    page = await logged_in(context, site, name, folder, f"{folder.name} one", "duty")
    page.set_default_timeout(PATIENCE)
    await page.get_by_role("button", name="Take watch").click()
    await page.get_by_role("button", name="Sign").click()
    await expect(page.locator("header.bar")).to_contain_text(f"On watch: {folder.name} one")
    return page


def call_of(both: Pair, side: int) -> Any:
    """The newest call as a node has it."""
    (lane,) = both.nodes[side].lanes.values()
    return lane.line.machines.calls.all()[-1]


def kinds(both: Pair, side: int) -> list[str]:
    """Kinds of the entries in a record, as its console shows them."""
    site = (both.site, both.other)[side]
    assert site is not None
    held = site.watching.views.board.picture.of("entry", ("south", "north")[side])
    return [each["kind"] for each in held.values()]


def secured(both: Pair) -> bool:
    """Both records hold what the consoles of both sides found: who hangs up before has a call below E6."""
    return all(kinds(both, side).count("call_secured") == len(both.nodes) for side in (0, 1))


async def until_heard(page: Page, hertz: float) -> None:
    await page.wait_for_function("hertz => heard().some((each) => Math.abs(each - hertz) < 8)", arg=hertz)


async def until_silent(page: Page) -> None:
    await page.wait_for_function("() => heard().length === 0")


async def ringing(both: Pair, contexts: dict[str, BrowserContext]) -> tuple[Page, Page]:
    """North calls South by its page, and it rings on South's."""
    assert both.other is not None
    north = await on_watch(contexts["a"], both.site, both.folder / "north", "ann")
    south = await on_watch(contexts["b"], both.other, both.folder / "south", "bea")
    await north.get_by_role("button", name="Call", exact=False).first.click()
    await north.get_by_role("button", name="Call duty").click()
    await expect(south.locator("[data-panel=call]")).to_contain_text("Incoming call")
    return north, south


def test_two_consoles_speak_and_both_records_say_that_they_talked(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path) as contexts:
            north, south = await ringing(both, contexts)
            await until(lambda: all("call_media" in kinds(both, side) for side in (0, 1)))
            for page in (north, south):
                assert await page.evaluate("[ears.length, heard()]") == [1, []]
            await south.keyboard.press("F8")
            await until_heard(north, HZ["b"])
            await until_heard(south, HZ["a"])
            digits = north.locator(".digits")
            await expect(digits).to_have_text(await south.locator(".digits").inner_text())
            await until(lambda: secured(both))
            await north.get_by_role("button", name="Mute").click()
            await until_silent(south)
            await until_heard(north, HZ["b"])
            await north.get_by_role("button", name="Unmute").click()
            await until_heard(south, HZ["a"])
            await north.keyboard.press("Shift+F9")
            await until(lambda: all(call_of(both, side).evidence.name == "E6" for side in (0, 1)))
            for page, side in ((north, 0), (south, 1)):
                await expect(page.locator("[data-panel=call]")).to_contain_text("Call ended")
                await until_silent(page)
                assert "talked" in {each.value for each in call_of(both, side).words}
                assert await page.evaluate("window.broken") == []

    played(work)


def test_a_page_with_another_key_on_its_connection_says_so_and_stays_mute(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path, script=MIDDLE) as contexts:
            north, south = await ringing(both, contexts)
            await south.keyboard.press("F8")
            for page in (north, south):
                panel = page.locator("[data-panel=call]")
                await expect(panel.get_by_role("alert")).to_contain_text("Somebody stands between")
                await expect(panel).to_contain_text("NOT SECURE")
                assert await page.evaluate("heard()") == []
            await north.keyboard.press("Shift+F9")
            for page in (north, south):
                await expect(page.locator("[data-panel=call]")).to_contain_text("Call ended")
            assert "talked" not in {each.value for side in (0, 1) for each in call_of(both, side).words}

    played(work)


def test_a_refused_microphone_a_reload_and_push_to_talk(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path) as contexts:
            await contexts["b"].add_init_script(REFUSING)
            north, south = await ringing(both, contexts)
            await south.keyboard.press("F8")
            await until_heard(south, HZ["a"])
            panel = south.locator("[data-panel=call]")
            await expect(panel.get_by_role("alert")).to_contain_text("The microphone was refused")
            await until_silent(north)
            await south.reload()
            await expect(panel).to_contain_text("This page has no sound in the call")
            await panel.get_by_role("button", name="Begin sound again").click()
            await until_heard(south, HZ["a"])
            await north.get_by_label("Push to talk").check()
            await until_silent(south)
            await north.keyboard.down("F9")
            await until_heard(south, HZ["a"])
            await north.keyboard.up("F9")
            await until_silent(south)
            await north.get_by_label("Push to talk").uncheck()
            await until_heard(south, HZ["a"])
            await north.get_by_role("button", name="Hold").click()
            await until_silent(south)
            await north.get_by_role("button", name="Log out").click()
            await north.wait_for_function("() => heard().length === 0")

    played(work)
