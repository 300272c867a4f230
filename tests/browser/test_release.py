"""A flash message that two officers release, each on a page of their own, between two real nodes."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Locator, Page, expect

from firebreak.console.inside.waiting import Waiting
from tests.browser.page import OVERFLOW, SIZES, chosen, logged_in, needs_browser, profiles, take_watch
from tests.browser.test_looks import PAIRS, objections
from tests.console.agreeing import two_person_pair
from tests.console.serving import Pair, played, until

pytestmark = needs_browser
WORDS: Final = "Your boats are in our firing area. Turn south now."
PICTURES: Final = os.environ.get("FIREBREAK_PICTURES", "")


@dataclass
class Room:
    """Two pages of North: one writes, the other may release."""

    both: Pair
    writer: Page
    releaser: Page

    async def write(self, words: str = WORDS) -> None:
        """By the keyboard: the form, the text, the review, the signature."""
        page = self.writer
        await page.keyboard.press("F4")
        form = page.locator("dialog")
        await form.get_by_label("Precedence").select_option("flash")
        await expect(form).to_contain_text("Two officers release a flash message on this line.")
        await form.locator("textarea").fill(words)
        await page.keyboard.press("Control+Enter")
        await expect(page.locator("dialog[data-first]")).to_contain_text("It is sent only when a second")
        await page.keyboard.press("Control+Enter")
        await until(lambda: any(each.state == "waiting" for each in self.waiting()))

    def waiting(self) -> list[Waiting]:
        """What the console holds."""
        return list(self.both.site.app.state.house.releasing.drafts.held.values())

    async def opened(self) -> Locator:
        """The releaser's page asks; its dialog."""
        asked = self.releaser.locator(".asked li", has_text="Release, from north one")
        await asked.get_by_role("button").click()
        dialog = self.releaser.locator("dialog")
        await dialog.get_by_text("Written and signed by").wait_for()
        return dialog

    async def followed(self, words: str) -> Locator:
        """What became of it, on the writer's page."""
        await self.writer.locator(".asked li", has_text=words).get_by_role("button").click()
        return self.writer.locator("dialog")

    def entries(self) -> list[dict[str, Any]]:
        held = self.both.site.watching.views.board.picture.of("entry", "south").values()
        return [each for each in held if each["kind"] == "message"]


@asynccontextmanager
async def room(folder: Path) -> AsyncIterator[Room]:
    async with two_person_pair(folder) as both, profiles(2) as contexts:
        pages: list[Page] = []
        for context, name, number in zip(contexts, ("ann", "bob"), ("one", "two"), strict=True):
            await chosen(context, language="en")
            officer, home = f"north {number}", folder / "north"
            page = await logged_in(context, both.site, name, home, officer, "duty", "releaser")
            page.set_default_timeout(20_000)
            pages.append(page)
        await take_watch(pages[0], "north one")
        yield Room(both, *pages)
        for page in pages:
            assert await page.evaluate("window.broken") == []


async def looks_right(page: Page, picture: str = "") -> None:
    """Nothing is cut off, and axe has no objection."""
    found: list[str] = []
    for width, height in SIZES:
        await page.set_viewport_size({"width": width, "height": height})
        found += await page.evaluate(OVERFLOW)
    if PICTURES and picture:
        await page.screenshot(path=f"{PICTURES}/{picture}.png")
    assert [*found, *await objections(page)] == []


def test_one_writes_another_releases_and_the_record_names_both(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            await r.write()
            told = r.writer.locator("aside.told")
            await expect(told).to_contain_text("Signed, not sent.")
            await expect(told).to_contain_text("1 colleague who may release it has a page open.")
            assert r.entries() == []
            await r.releaser.reload()
            dialog = await r.opened()
            for words in (WORDS, "north one", "Waits until", "not known: nobody is on watch there"):
                await expect(dialog).to_contain_text(words)
            await looks_right(r.releaser, "release-second")
            await dialog.get_by_role("button", name="Release: sign and send").click()
            await expect(r.releaser.locator("aside.told")).to_contain_text("sent with both signatures")
            await until(lambda: len(r.entries()) == 1)
            (message,) = (await r.both.south.ask("inbox"))["messages"]
            assert (message["text"], message["precedence"]) == (WORDS, "flash")
            entry = await r.both.south.ask("entry", position=r.entries()[0]["position"])
            assert [each["officer"] for each in entry["officers"]] == ["north one", "north two"]
            mine = await r.followed("Released and sent")
            await expect(mine).to_contain_text("Released by north two and sent")
            await looks_right(r.writer, "release-first")
            await mine.get_by_role("button", name="Put away").click()
            await expect(r.writer.locator(".asked")).not_to_contain_text("Released and sent")

    played(work)


def test_it_is_given_back_changed_and_released_then(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            await r.write("Turn south.")
            dialog = await r.opened()
            back = dialog.get_by_role("button", name="Give back")
            await expect(back).to_be_disabled()
            await dialog.get_by_label("Reason").fill("Name the area.")
            await back.click()
            await r.writer.reload()
            mine = await r.followed("Given back, not sent")
            await expect(mine).to_contain_text("Not sent. north two gave it back")
            await expect(mine).to_contain_text("Name the area.")
            await mine.get_by_role("button", name="Change and sign anew").click()
            await expect(r.writer.locator("dialog textarea")).to_have_value("Turn south.")
            await r.writer.keyboard.press("Escape")
            await r.write("Turn south of area 12.")
            dialog = await r.opened()
            await dialog.get_by_text("Turn south of area 12.").wait_for()
            await r.releaser.keyboard.press("Control+Enter")
            await until(lambda: len(r.entries()) == 1)

    played(work)


def test_what_was_changed_or_taken_back_is_refused_and_said(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            await r.write()
            (held,) = r.waiting()
            true_body = held.body
            held.body = true_body.replace(b"south", b"north")
            await r.releaser.locator(".asked li", has_text="Release").get_by_role("button").click()
            told = r.releaser.locator("aside.told")
            await expect(told).to_contain_text("These are not the words that the first officer signed.")
            held.body = true_body
            dialog = await r.opened()
            held.message["text"] = "All quiet."
            await dialog.get_by_role("button", name="Release: sign and send").click()
            await expect(told).to_contain_text("FB528")
            assert r.entries() == []
            dialog = await r.opened()
            mine = await r.followed("Waits for a second officer")
            await mine.get_by_role("button", name="Take back").click()
            await dialog.get_by_role("button", name="Release: sign and send").click()
            await expect(told).to_contain_text("FB527")
            assert r.entries() == []

    played(work)


def test_an_account_that_only_releases_makes_its_key_on_the_page(tmp_path: Path) -> None:
    async def work() -> None:
        async with two_person_pair(tmp_path) as both, profiles(1) as (context,):
            await chosen(context, language="en")
            settings = both.site.console.settings
            token = both.site.token("bob", "releaser", officer="north two")
            await context.add_cookies([{"name": settings.cookie, "value": token, "url": settings.origin}])
            page = await context.new_page()
            await page.goto(settings.origin + "/")
            await page.locator(".asked").get_by_role("button", name="Make a key here").click()
            keys = both.site.console.officer_keys
            await until(lambda: bool((keys.state("north two") or {}).get("waiting")))
            assert await page.evaluate("window.broken") == []

    played(work)


def test_nothing_is_cut_off_in_any_language_and_palette(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            await r.write()
            await r.writer.locator("aside.told").wait_for()
            for palette, language in PAIRS:
                for page, name in ((r.releaser, "second"), (r.writer, "first")):
                    await chosen(page.context, palette=palette, language=language)
                    await page.reload()
                    await page.locator(".asked li button").first.wait_for()
                    await page.locator(".asked", has_not_text="release.look").wait_for()
                    await looks_right(page, f"release-asked-{name}-{language}")
                    await page.locator(".asked li button").first.click()
                    await page.locator("dialog .words").first.wait_for()
                    await looks_right(page, f"release-{name}-{language}")

    played(work)


def test_a_flash_notice_goes_out_when_a_second_officer_has_released_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with room(tmp_path) as r:
            page = r.writer
            await page.get_by_role("button", name="Notices", exact=True).click()
            await page.get_by_role("button", name="New notice").click()
            editor = page.locator("dialog")
            await editor.locator("[data-code]").select_option("DF0")
            await editor.locator("[data-kind]").select_option("point")
            await editor.locator("[data-positions]").fill("54-45N 019-10E")
            await editor.locator("[data-read]").click()
            await expect(editor.locator("tbody tr")).to_have_count(1)
            await editor.get_by_role("textbox", name="Activity").fill("Test launch")
            await editor.get_by_label("Precedence").select_option("flash")
            await expect(editor).to_contain_text("Two officers release a flash notice on this line.")
            await editor.get_by_role("button", name="Check now").click()
            await expect(editor.locator("[data-checked]")).to_contain_text("If it were issued now")
            await editor.get_by_role("button", name="Review and sign").click()
            first = page.locator("dialog[data-first]")
            await expect(first).to_contain_text("It is sent only when a second")
            await first.get_by_role("button", name="Sign first").click()
            await expect(page.locator("aside.told")).to_contain_text("Signed, not sent.")
            await until(lambda: any(each.state == "waiting" for each in r.waiting()))
            assert (await r.both.south.ask("notices"))["notices"] == []

            asked = r.releaser.locator(".asked li", has_text="Release, from north one")
            await asked.get_by_role("button").click()
            dialog = r.releaser.locator("dialog")
            for words in ("Test launch", "54°45.0000′ N", "Written and signed by", "FLASH"):
                await expect(dialog).to_contain_text(words, ignore_case=True)
            await looks_right(r.releaser, "release-notice")
            await dialog.get_by_role("button", name="Release: sign and send").click()
            await expect(r.releaser.locator("aside.told")).to_contain_text("sent with both signatures")
            async with asyncio.timeout(20):
                while not (held := (await r.both.south.ask("notices"))["notices"]):
                    pass
            assert (held[0]["activity"], held[0]["precedence"]) == ("Test launch", "flash")
            (ended,) = r.waiting()
            assert (ended.state, ended.officer, ended.by) == ("sent", "north one", "north two")

    played(work)
