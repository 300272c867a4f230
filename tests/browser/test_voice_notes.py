"""A voice note goes from one page to another: the tone that was spoken is the one that is played."""

from pathlib import Path
from typing import Any

from playwright.async_api import Page, expect

from tests.api.test_sound import Console
from tests.api.test_voice_notes import forged
from tests.browser.page import needs_browser
from tests.browser.test_course import looked_at, sign
from tests.browser.test_rungs import is_measured, opened
from tests.browser.test_voice import speaking
from tests.console.serving import Pair, pair, played, until
from tests.sound.desks import HZ

pytestmark = needs_browser

TOP = """async (audio) => {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
  context.createMediaElementSource(audio).connect(analyser).connect(context.destination);
  await context.resume();
  audio.currentTime = 0;
  const ripe = new Promise((done) => {
    audio.addEventListener("timeupdate", () => audio.currentTime > 1 && done());
  });
  await audio.play();
  await ripe;
  const levels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(levels);
  return (levels.indexOf(Math.max(...levels)) * context.sampleRate) / analyser.fftSize;
}"""
"The strongest tone of what a page plays, a second after its beginning."
NOTES = "[data-panel=voice-notes]"


def notes(both: Pair, side: int) -> list[Any]:
    (lane,) = both.nodes[side].lanes.values()
    return list(lane.line.machines.voice_notes.notes.values())


async def taken(page: Page) -> None:
    """Record for two seconds, and listen to all of it."""
    taker = page.locator("[data-note-taker]")
    await taker.get_by_role("button", name="Record").click()
    await expect(taker.locator("progress")).to_have_js_property("max", 30)
    for what, least in (("meter", 0.02), ("progress", 2)):
        reached = "([what, least]) => document.querySelector(`[data-note-taker] ${what}`)?.value > least"
        await page.wait_for_function(reached, arg=[what, least])
    await taker.get_by_role("button", name="Stop").click()
    await expect(taker.get_by_role("button", name="Review and sign")).to_be_disabled()
    await looked_at(page)
    await taker.locator("audio").evaluate("each => each.play()")
    await expect(taker.get_by_role("button", name="Review and sign")).to_be_enabled()


def test_a_note_that_is_left_on_a_thin_line_is_heard_on_the_other_side(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path) as contexts:
            await until(lambda: all(lane.carried for node in both.nodes for lane in node.lanes.values()))
            is_measured(both, 5)
            north, south = await opened(both, contexts)
            await north.get_by_role("button", name="Voice note…").click()
            await taken(north)
            hashed = await north.locator("[data-note-taker] .mono").inner_text()
            await north.get_by_label("in writing").fill("Boat adrift.")
            await north.get_by_role("button", name="Review and sign").click()
            review = north.locator("dialog[data-first]")
            await expect(review).to_contain_text(hashed.removeprefix("SHA-256 "))
            await sign(north)
            await until(lambda: [each.complete for each in notes(both, 1)] == [True])
            heard = south.locator(NOTES)
            await expect(heard).to_contain_text("north one")
            await expect(heard).to_contain_text("Boat adrift.")
            await expect(south.locator("audio")).to_have_count(0)
            await looked_at(south)
            await heard.get_by_role("button", name="Play").click()
            assert abs(await heard.locator("audio").evaluate(TOP) - HZ["a"]) < 10
            await expect(north.locator(NOTES)).to_contain_text("stored by their node")
            assert await north.evaluate("window.broken") == await south.evaluate("window.broken") == []

    played(work)


def test_a_note_that_is_none_hurts_nobody(tmp_path: Path) -> None:
    """What is no sound is said to be none; what lacks a part cannot be asked for."""

    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path) as contexts:
            _, south = await opened(both, contexts)
            hostile = b"<html><script>alert(1)</script>" * 700
            signer = Console(tmp_path, "north", "south", both.north).signer
            await forged(both.nodes[0], signer, hostile, 2)
            await forged(both.nodes[0], signer, hostile, 1, duration_ms=1_000)
            await until(lambda: [each.complete for each in notes(both, 1)] == [True, False])
            heard = south.locator(NOTES)
            await expect(heard).to_contain_text("incomplete: 1 of 2 parts are here")
            await expect(heard.get_by_role("button", name="Play")).to_have_count(1)
            await heard.get_by_role("button", name="Play").click()
            await expect(heard.get_by_role("alert")).to_contain_text("cannot play it")
            await looked_at(south)
            assert await south.evaluate("window.broken") == []

    played(work)
