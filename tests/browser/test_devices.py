"""Devices that come and go in a call: a fake microphone is pulled out, and outputs that a test names."""

from pathlib import Path
from typing import Final

from playwright.async_api import expect

from tests.browser.page import needs_browser
from tests.browser.test_voice import call_of, ringing, speaking, until_heard, until_silent
from tests.console.serving import pair, played
from tests.sound.desks import HZ

pytestmark = needs_browser

OUTLETS: Final = """
// What is plugged in is what a test says; what goes where is written down.
globalThis.plugged = ["one", "two"];
globalThis.streams = [];
globalThis.sinks = [];
const devices = navigator.mediaDevices;
const ask = devices.getUserMedia.bind(devices);
devices.getUserMedia = async (wanted) => {
  const stream = await ask({ audio: true });
  streams.push([stream, wanted.audio.deviceId?.exact ?? ""]);
  return stream;
};
devices.enumerateDevices = async () => [
  { kind: "audioinput", deviceId: "table", label: "Table microphone" },
  ...plugged.map((each) => ({ kind: "audiooutput", deviceId: each, label: each })),
];
AudioContext.prototype.setSinkId = async function (id) {
  if (id !== "" && !plugged.includes(id)) throw new DOMException("", "NotFoundError");
  sinks.push([voices.has(this) ? "ear" : "ringer", id]);
};
globalThis.pull = () => streams.at(-1)[0].getTracks().forEach((each) => {
  each.stop();
  each.dispatchEvent(new Event("ended"));
});
globalThis.unplug = (...left) => {
  plugged = left;
  devices.dispatchEvent(new Event("devicechange"));
};
"""


def test_a_microphone_that_is_pulled_out_is_said_and_the_call_goes_on(tmp_path: Path) -> None:
    async def work() -> None:
        async with (
            pair(tmp_path, consoles=2) as both,
            speaking(tmp_path, script=OUTLETS) as contexts,
        ):
            north, south = await ringing(both, contexts)
            await south.keyboard.press("F8")
            await until_heard(south, HZ["a"])
            await until_heard(north, HZ["b"])
            await north.evaluate("pull()")
            caution = north.locator("aside.called", has_text="The microphone was unplugged")
            await expect(caution).to_contain_text("Caution")
            await until_silent(south)
            await until_heard(north, HZ["b"])
            await north.get_by_role("button", name="Record", exact=True).click()
            await expect(caution).to_be_visible()
            assert call_of(both, 0).state.name == call_of(both, 1).state.name == "IN_CALL"
            assert len(await north.evaluate("streams.map(([, id]) => id)")) == 1
            await caution.get_by_role("button", name="Take a microphone").click()
            await until_heard(south, HZ["a"])
            await expect(caution).to_have_count(0)

    played(work)


def test_an_output_that_is_gone_gives_way_to_the_systems_own_and_comes_back(tmp_path: Path) -> None:
    async def work() -> None:
        async with (
            pair(tmp_path, consoles=2) as both,
            speaking(tmp_path, script=OUTLETS) as contexts,
        ):
            north, south = await ringing(both, contexts)
            await south.keyboard.press("F8")
            await until_heard(north, HZ["b"])
            panel = north.locator("[data-panel=call]")
            await panel.get_by_role("button", name="Devices…").click()
            dialog = north.locator("dialog")
            await dialog.get_by_label("Microphone").select_option("table")
            await dialog.get_by_label("Headset").select_option("one")
            await dialog.get_by_label("Ringing and alarms").select_option("two")
            await north.keyboard.press("Escape")
            assert await north.evaluate("streams.at(-1)[1]") == "table"
            assert await north.evaluate("sinks") == [["ear", "one"], ["ringer", "two"]]
            await north.evaluate("unplug('two')")
            gone = north.locator("aside.called", has_text="The headset is gone")
            await expect(gone).to_be_visible()
            assert await north.evaluate("sinks.at(-1)") == ["ear", ""]
            await until_heard(north, HZ["b"])
            await north.evaluate("unplug('two', 'one')")
            await expect(gone).to_have_count(0)
            assert await north.evaluate("sinks.at(-1)") == ["ear", "one"]
            kept = "JSON.parse(localStorage.getItem('firebreak-preferences')).devices"
            assert await north.evaluate(kept) == {"microphone": "table", "ear": "one", "ringer": "two"}

    played(work)
