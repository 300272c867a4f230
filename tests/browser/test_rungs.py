"""How much sound a line carries is known before the call, and a call that runs goes on with less of it."""

from pathlib import Path

from playwright.async_api import BrowserContext, Page, expect

from firebreak.transport.measuring import Carried
from tests.browser.page import needs_browser
from tests.browser.test_course import looked_at
from tests.browser.test_voice import call_of, on_watch, speaking, until_heard, until_silent
from tests.console.serving import Pair, pair, played, until
from tests.sound.desks import HZ

pytestmark = needs_browser

LOSING = """
// What a browser would report on a line that loses every third packet.
const { getStats } = RTCPeerConnection.prototype;
let asked = 0;
RTCPeerConnection.prototype.getStats = async function (...rest) {
  if (!globalThis.losing) return getStats.apply(this, rest);
  asked += 1;
  return new Map([["in", { type: "inbound-rtp", packetsReceived: 100 * asked, packetsLost: 50 * asked }]]);
};
"""


async def descriptions(both: Pair) -> dict[int, list[str]]:
    """What each end of each leg asks for, by the record."""
    ends = (await both.north.ask("call.sound", call=call_of(both, 0).call.hex()))["ends"]
    return {leg: [each["description"] for each in ends if each["leg"] == leg] for leg in range(3)}


async def opened(both: Pair, contexts: dict[str, BrowserContext]) -> tuple[Page, Page]:
    """Both on watch, and North about to call."""
    assert both.other is not None
    north = await on_watch(contexts["a"], both.site, both.folder / "north", "ann")
    south = await on_watch(contexts["b"], both.other, both.folder / "south", "bea")
    await north.get_by_role("button", name="Call", exact=False).first.click()
    return north, south


def is_measured(both: Pair, kilobits: int, loss: float | None = None) -> None:
    for node in both.nodes:
        (lane,) = node.lanes.values()
        lane.carried["a test"] = Carried(round_trip_ms=620, kilobits=kilobits, loss=loss)
        for each in set(lane.carried) - {"a test"}:
            del lane.carried[each]


def test_a_call_begins_with_the_sound_that_the_line_carries(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path) as contexts:
            await until(lambda: all(lane.carried for node in both.nodes for lane in node.lanes.values()))
            is_measured(both, 16, 0.02)
            north, south = await opened(both, contexts)
            lines = north.locator("[data-panel=lines]")
            await expect(lines).to_contain_text("carries 16 kbit/s each way, round trip 620 ms, 2 % lost")
            choice = lines.get_by_label("Sound")
            await expect(choice).to_have_value("low")
            await looked_at(north)
            await choice.select_option("note")
            await expect(lines.get_by_role("button", name="Call duty")).to_be_disabled()
            await choice.select_option("half")
            await north.get_by_role("button", name="Call duty").click()
            await expect(south.locator("[data-panel=call]")).to_contain_text("Incoming call")
            await south.keyboard.press("F8")
            for page in (north, south):
                await expect(page.locator("[data-panel=call]")).to_contain_text("One speaks at a time")
                await until_silent(page)
            await north.keyboard.down("F9")
            await until_heard(south, HZ["a"])
            await north.keyboard.up("F9")
            await until_silent(south)
            await south.keyboard.down("F9")
            await until_heard(north, HZ["b"])
            await looked_at(north)

    played(work)


def test_a_call_that_gets_worse_goes_on_by_another_leg_with_less_sound(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path, script=LOSING) as contexts:
            north, south = await opened(both, contexts)
            await expect(north.get_by_label("Sound")).to_have_value("wide")
            await north.evaluate("globalThis.losing = true")
            await north.get_by_role("button", name="Call duty").click()
            await expect(south.locator("[data-panel=call]")).to_contain_text("Incoming call")
            await south.keyboard.press("F8")
            await until_heard(south, HZ["a"])
            assert all("ptime:20" in each for each in (await descriptions(both))[0])
            panel = north.locator("[data-panel=call]")
            await expect(panel.get_by_role("alert")).to_contain_text(
                "33 % of what they say is lost", timeout=30_000
            )
            await looked_at(north)
            await panel.get_by_role("button", name="voice, 6 kbit/s").click()
            await expect(panel).to_contain_text("weak link")
            await until(lambda: len(call_of(both, 1).sound.legs) >= 2)
            await until_heard(south, HZ["a"])
            await until_heard(north, HZ["b"])
            assert ["ptime:60" in each for each in (await descriptions(both))[2]] == [True, True]
            assert call_of(both, 0).state.name == "IN_CALL"

    played(work)
