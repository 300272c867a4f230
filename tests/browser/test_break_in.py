"""A more urgent call breaks in: a tone, then the lower call is held, and a person answers."""

from pathlib import Path

from playwright.async_api import expect

from tests.browser.page import needs_browser
from tests.browser.test_course import looked_at, talking
from tests.browser.test_voice import speaking, until_heard, until_silent
from tests.console.serving import Pair, pair, played, until
from tests.sound.desks import HZ

pytestmark = needs_browser

TONES = """
globalThis.tones = [];
const { start } = OscillatorNode.prototype;
OscillatorNode.prototype.start = function (...rest) {
  globalThis.tones.push(this.frequency.value);
  return start.apply(this, rest);
};
"""


def calls(both: Pair, side: int) -> dict[str, tuple[str, list[str]]]:
    """State and holds of each call, by its precedence, as a node has them."""
    (lane,) = both.nodes[side].lanes.values()
    return {
        each.precedence.name.lower(): (each.state.name, [part.name for part in each.sound.held_by])
        for each in lane.line.machines.calls.all()
    }


def test_a_flash_call_breaks_in_holds_the_lower_one_and_waits_for_a_person(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path, script=TONES) as contexts:
            north, south = await talking(both, contexts)
            panel = south.locator("[data-panel=call]")
            await both.north.ask("call.place", desk="duty", from_desk="minister", precedence="routine")
            await expect(panel.locator("[data-waits=waits]")).to_contain_text("Another call waits")
            await both.north.ask("call.place", desk="duty", precedence="flash", subject="HA-114")
            breaking = panel.locator("[data-waits=breaks-in]")
            await expect(breaking).to_contain_text("A more urgent call breaks in")
            assert calls(both, 1)["priority"] == ("IN_CALL", [])
            await until_silent(north)
            await until(
                lambda: all(calls(both, side)["priority"] == ("IN_CALL", ["CALLEE"]) for side in (0, 1))
            )
            assert {1_700, 2_300} <= set(await south.evaluate("tones"))
            assert calls(both, 1)["flash"][0] != "IN_CALL"
            await looked_at(south)
            await south.keyboard.press("F8")
            await until(lambda: calls(both, 0)["flash"][0] == "IN_CALL")
            await until(lambda: calls(both, 0)["priority"][0] == "IN_CALL")
            await expect(breaking).to_have_count(0)
            await expect(panel).to_contain_text("HA-114")
            await south.keyboard.press("Shift+F9")
            await until(lambda: calls(both, 0)["flash"][0] != "IN_CALL")
            await expect(panel).to_contain_text("On hold")
            await panel.get_by_role("button", name="Hold").click()
            await until_heard(north, HZ["b"])
            await until_heard(south, HZ["a"])

    played(work)
