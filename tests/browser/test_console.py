"""The console in a browser, on real nodes: an officer takes the watch, reads, answers and declines."""

from pathlib import Path
from typing import Any

from playwright.async_api import Page, expect

from firebreak.core.call.events import Outcome
from firebreak.keyring.officer_file import OfficerFile
from tests.browser.page import chosen, chromium, logged_in, needs_browser
from tests.console.serving import Pair, pair, played, until

pytestmark = needs_browser
LINE = "south"


async def at_the_desk(context: Any, both: Pair) -> Page:
    """North's officer on watch at a page, South's by program."""
    page = await logged_in(
        context, both.site, "ann", both.folder / "north", "north one", "duty", "supervisor"
    )
    await page.get_by_role("button", name="Take watch").click()
    await page.get_by_role("button", name="Sign").click()
    await expect(page.locator("header.bar")).to_contain_text("On watch: north one")
    return page


def outcome(both: Pair, call: str) -> Outcome | None:
    line = both.nodes[0].lanes[LINE].line
    views = [each for each in line.machines.calls.all() if each.call.hex() == call]
    return views[0].outcome if views else None


async def called(both: Pair, **fields: Any) -> str:
    """South calls; rings at North."""
    call = (await both.south.ask("call.place", desk="duty", **fields))["call"]
    await until(lambda: outcome(both, call) is Outcome.RINGING)
    return call


def test_keyboard_alone_takes_a_flash_call_from_ring_to_record_with_a_reload_between(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, chromium() as context:
            await chosen(context, language="en")
            page = await at_the_desk(context, both)
            call = await called(both, precedence="flash", subject="HA-114")
            panel = page.locator("[data-panel=call]")
            await expect(panel).to_contain_text("Incoming call")
            await page.keyboard.press("Escape")
            await page.keyboard.press("F8")
            await until(lambda: outcome(both, call) is Outcome.ANSWERED)
            await expect(panel).to_contain_text("In call")
            for _ in range(3):
                await page.keyboard.press("Escape")
            await expect(panel).to_contain_text("In call")
            await page.reload()
            await expect(panel).to_contain_text("In call")
            assert outcome(both, call) is Outcome.ANSWERED
            await page.keyboard.press("Shift+F9")
            await expect(panel).to_contain_text("Call ended")
            await expect(page.locator("[data-panel=record]")).to_contain_text("Call answered")
            assert await page.evaluate("window.broken") == []

    played(work)


def test_a_decline_takes_a_second_a_reason_and_a_signature(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, chromium() as context:
            await chosen(context, language="en")
            page = await at_the_desk(context, both)
            call = await called(both, precedence="priority")
            await expect(page.locator("[data-panel=call]")).to_contain_text("Incoming call")
            await page.keyboard.press("Shift+F8")
            assert await page.locator("dialog").count() == 0
            await page.keyboard.down("Shift")
            await page.keyboard.down("F8")
            await page.locator("dialog").wait_for()
            await page.keyboard.up("F8")
            await page.keyboard.up("Shift")
            await page.get_by_label("an agenda is needed first").check()
            await page.get_by_role("button", name="Review and sign").click()
            review = page.locator("dialog[data-first]")
            await expect(review).to_contain_text("an agenda is needed first")
            await page.keyboard.press("Escape")
            assert outcome(both, call) is Outcome.RINGING
            await page.get_by_role("button", name="Review and sign").click()
            await review.wait_for()
            await page.keyboard.press("Control+Enter")
            await until(lambda: outcome(both, call) is Outcome.DECLINED)
            await expect(page.locator("[data-panel=call]")).to_contain_text("declined")

    played(work)


def test_a_message_is_read_and_answered_and_nothing_is_signed_for_another_line(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path, consoles=2) as both, chromium() as context:
            assert both.other is not None
            await chosen(context, language="en")
            page = await at_the_desk(context, both)
            hostile = "Негайно: <b>вогонь</b> <img src=x onerror=alert(1)>"
            sent = await both.south.ask("send", text=hostile, language="uk", precedence="flash")
            await page.locator(".message", has_text="Негайно").click()
            dialog = page.locator("dialog")
            await expect(dialog.locator(".big")).to_have_text(hostile)
            await page.get_by_role("button", name="I have read it").click()
            theirs = both.other.watching.views.board.picture

            def level() -> str:
                held = theirs.held("message", "north", sent["hash"])
                return "" if held is None else held["level"]

            await until(lambda: level() == "read")
            await page.get_by_role("button", name="Answer", exact=True).last.click()
            await page.locator("dialog textarea").fill("Verstanden.")
            await page.keyboard.press("Control+Enter")
            review = page.locator("dialog[data-first]")
            await expect(review).to_contain_text("Verstanden.")
            await page.keyboard.press("Control+Enter")
            await expect(page.locator(".message", has_text="Verstanden.")).to_be_visible()
            picture = both.other.watching.views.board.picture
            await until(
                lambda: any(each["text"] == "Verstanden." for each in picture.of("message", "north").values())
            )
            await page.evaluate(OTHER_LINE)
            await page.get_by_role("button", name="Checks").click()
            await page.get_by_role("button", name="Sign a check by person").click()
            await expect(page.get_by_role("alert")).to_contain_text("not the line that this browser knows")
            assert await page.locator("dialog").count() == 0
            assert not [
                each for each in theirs.of("entry", "north").values() if each["kind"] == "check_person"
            ]
            assert await page.evaluate("window.broken") == []

    played(work)


def test_a_key_of_the_browser_cannot_be_taken_out_and_waits_for_the_card(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, chromium() as context:
            await chosen(context, language="en")
            account = both.site.console.accounts.make("eve", ["duty"], "north two")
            link = both.site.console.enrolment.link(account, forget=False)
            page = await context.new_page()
            await page.goto(link)
            assert "enrol" not in page.url
            for label in ("Password", "Password again"):
                await page.get_by_label(label, exact=True).fill("quince saddle orbit fennel")
            await page.get_by_role("button", name="Set password").click()
            await page.locator("header.bar").wait_for()
            kept = await page.evaluate(KEPT)
            assert kept == {"officer": "north two", "extractable": False}
            shown = page.locator("[data-part=fingerprint]")
            state = both.site.console.officer_keys.state("north two")
            assert state is not None and state["key"] == "waiting"
            made = OfficerFile("north two", bytes.fromhex(str(state["waiting"])))
            await expect(shown).to_have_text(made.fingerprint)

    played(work)


OTHER_LINE = """() => new Promise((done) => {
  const request = indexedDB.open("firebreak", 1);
  request.onsuccess = () => {
    const work = request.result.transaction("lines", "readwrite");
    work.objectStore("lines").put({ id: "North/south", line: "ab".repeat(32), environment: 1 });
    work.oncomplete = () => { request.result.close(); done(); };
  };
})"""

KEPT = """() => new Promise((done) => {
  const request = indexedDB.open("firebreak", 1);
  request.onsuccess = () => {
    const all = request.result.transaction("keys").objectStore("keys").getAll();
    all.onsuccess = () => done({
      officer: all.result[0].officer, extractable: all.result[0].pair.privateKey.extractable,
    });
  };
})"""
