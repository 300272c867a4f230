"""A call is recorded when both sides agree, and both sign what was said: two pages on two real nodes."""

import asyncio
import subprocess
import sys
from pathlib import Path

from playwright.async_api import BrowserContext, Page, expect

from tests.browser.page import OVERFLOW, needs_browser
from tests.browser.test_looks import objections
from tests.browser.test_voice import call_of, ringing, speaking, until_heard
from tests.console.serving import Pair, pair, played, until
from tests.sound.desks import HZ
from tests.tidy.house import hold

pytestmark = needs_browser

CHANNELS = """async (bytes) => {
  const context = new OfflineAudioContext(2, 48000, 48000);
  const sound = await context.decodeAudioData(Uint8Array.from(bytes).buffer);
  return [0, 1].map((channel) => {
    const data = sound.getChannelData(channel).subarray(48000, 4 * 48000);
    return [600, 1000, 1400].map((hertz) => {
      let [re, im] = [0, 0];
      data.forEach((each, at) => {
        re += each * Math.cos((2 * Math.PI * hertz * at) / 48000);
        im += each * Math.sin((2 * Math.PI * hertz * at) / 48000);
      });
      return Math.hypot(re, im);
    });
  });
}"""
"How loud each tone is in each channel of a file."


async def sign(page: Page) -> None:
    await page.locator("dialog[data-first]").get_by_role("button", name="Sign").click()


async def talking(both: Pair, contexts: dict[str, BrowserContext]) -> tuple[Page, Page]:
    north, south = await ringing(both, contexts)
    await south.keyboard.press("F8")
    await until_heard(north, HZ["b"])
    await until_heard(south, HZ["a"])
    return north, south


async def looked_at(*pages: Page) -> None:
    """Nothing is cut off or unreadable on the smallest screen."""
    for page in pages:
        await page.set_viewport_size({"width": 1366, "height": 768})
        hold([*await page.evaluate(OVERFLOW), *await objections(page)])


async def check(folder: Path, file: Path) -> "subprocess.CompletedProcess[str]":
    command = [
        sys.executable,
        "-m",
        "firebreak",
        "call",
        "check-recording",
        str(file),
        "--config",
        str(folder),
    ]
    return await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)


async def saved(page: Page, file: Path) -> Path:
    async with page.expect_download() as coming:
        await page.get_by_role("button", name="Save file").click()
    await (await coming.value).save_as(file)
    return file


def test_a_call_is_recorded_while_both_agree_and_the_file_is_the_one_in_the_record(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path) as contexts:
            north, south = await talking(both, contexts)
            await north.get_by_role("button", name="Record the call").click()
            await sign(north)
            await expect(north.locator("[data-recording=asked]")).to_be_visible()
            await expect(south.locator("[data-recording=asks]")).to_be_visible()
            await looked_at(south)
            await north.get_by_role("button", name="Mute").click()
            await south.get_by_role("button", name="Agree", exact=True).click()
            await sign(south)
            await until_heard(south, 1_400)
            await north.get_by_role("button", name="Unmute").click()
            for page in (north, south):
                await expect(page.locator("[data-recording=runs]")).to_contain_text("both sides agreed")
                await expect(page.locator("[data-recording=runs] .mono")).to_contain_text("5")
            await looked_at(north)
            await south.get_by_role("button", name="Stop recording").click()
            await until(lambda: all(len(call_of(both, side).sound.recorded) == 2 for side in (0, 1)))
            await expect(north.locator("[data-recording=refused]")).to_be_visible()
            await north.keyboard.press("Shift+F9")
            file = await saved(north, tmp_path / "north.webm")
            (sent, heard) = await north.evaluate(CHANNELS, list(file.read_bytes()))
            assert sent[0] > 20 * sent[1]
            assert heard[1] > 20 * heard[0]
            for side in ("north", "south"):
                told = await check(both.folder / side, file)
                assert (told.returncode, told.stderr) == (0, "")
                assert "recorded by the caller's side.\nEvery second of it is what" in told.stdout
            bent = tmp_path / "bent.webm"
            data = bytearray(file.read_bytes())
            data[9_000] ^= 1
            bent.write_bytes(data)
            told = await check(both.folder / "north", bent)
            assert (told.returncode, "NOT what was recorded" in told.stdout) == (1, True)
            await expect(north.get_by_text("not saved yet")).to_have_count(0)
            assert await north.evaluate("window.broken") == []

    played(work)


def test_minutes_are_proposed_changed_and_signed_by_both(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, speaking(tmp_path) as contexts:
            north, south = await talking(both, contexts)
            await north.keyboard.press("Shift+F9")
            await north.get_by_role("button", name="Minutes").click()
            await north.get_by_label("What was said").fill("Convoy passes at 14:00Z.")
            await north.get_by_role("button", name="Review and sign").click()
            await sign(north)
            asked = south.get_by_label("Asked of you")
            await asked.locator("li", has_text="Minutes to agree on").get_by_role("button").click()
            await south.get_by_role("button", name="Propose a change").click()
            await south.get_by_label("What was said").fill("Convoy passes at 14:30Z.")
            await south.get_by_role("button", name="Review and sign").click()
            await sign(south)
            dialog = north.locator("dialog")
            await expect(dialog.get_by_text("Waits for you")).to_be_visible()
            await looked_at(north)
            await dialog.get_by_role("button", name="Agree", exact=False).click()
            await sign(north)
            for page in (north, south):
                agreed = page.locator("dialog li", has_text="Agreed by both sides")
                await expect(agreed).to_contain_text("Convoy passes at 14:30Z.")
                await expect(agreed).to_contain_text("Proposed by south one")
                await expect(agreed).to_contain_text("Agreed by north one")
            await looked_at(south)
            await expect(south.get_by_label("Asked of you")).not_to_contain_text("Minutes")
            for side in (0, 1):
                first, second = call_of(both, side).sound.minutes
                assert {first.agreed_by, second.agreed_by} == {"", "north one"}

    played(work)
