"""A notice from a pasted warning to its end, between two consoles on two nodes."""

from pathlib import Path
from typing import Final

from playwright.async_api import Locator, Page, expect

from firebreak.core.notice.case import Case
from tests.browser.page import OVERFLOW, needs_browser
from tests.browser.test_looks import objections
from tests.browser.two import Two, two_desks
from tests.console.serving import played
from tests.tidy.house import hold

pytestmark = needs_browser

WARNING: Final = """ZCZC FA72
KALININGRAD NAV WARN 072/22
GUNNERY 23 MAR 0600 TO 1500 UTC IN AREA BOUNDED BY
54-45.0N 019-10.0E
55-00.0N 019-10.0E
55-00.0N 019-40.0E
54-45.0N 019-40.0E
NNNN"""


def cases(two: Two, side: int) -> list[Case]:
    """The notices of a node, the newest last."""
    (lane,) = two.both.nodes[side].lanes.values()
    return list(lane.line.machines.notices.cases.cases.values())


async def at_notices(*pages: Page) -> None:
    for page in pages:
        await page.get_by_role("button", name="Notices", exact=True).click()
        await expect(page.get_by_role("heading", name="Notices")).to_be_visible()


async def signed(page: Page) -> None:
    """What is on the screen is signed after a look."""
    await page.locator("dialog[data-first]").get_by_role("button", name="Sign").click()
    await expect(page.locator("dialog[data-first]")).to_have_count(0)


async def hours(page: Page, opens: str, closes: str) -> None:
    await page.locator("[data-from='0']").fill(opens)
    await page.locator("[data-until='0']").fill(closes)


async def pasted(page: Page) -> None:
    """A warning as it was received, its hours moved to come, compared and checked."""
    await page.get_by_role("button", name="New notice").click()
    await page.locator("[data-paste]").fill(WARNING)
    await page.get_by_role("button", name="Read the text").click()
    await expect(page.locator("[data-source] pre")).to_have_text(WARNING)
    await expect(page.locator("[data-kind]")).to_have_value("polygon")
    await page.locator("[data-code]").select_option("DF2")
    await hours(page, "2098-03-23 06:00", "2098-03-23 15:00")
    await page.get_by_label("I have compared").check()
    await page.get_by_role("button", name="Check now").click()
    await expect(page.locator("[data-checked]")).to_contain_text("Nothing found")


def detail(page: Page) -> Locator:
    return page.locator("[data-notice]")


def test_a_pasted_warning_is_issued_read_back_replaced_and_cancelled(tmp_path: Path) -> None:
    async def work() -> None:
        async with two_desks(tmp_path) as two:
            north, south = two.pages
            await at_notices(north, south)
            await pasted(north)
            hold(await north.evaluate(OVERFLOW))
            hold(await objections(north))
            await north.get_by_role("button", name="Review and sign").click()
            review = north.locator("dialog[data-first]")
            for shown in ("KALININGRAD NAV WARN", "54°45.0000′ N", "north one", "DF2"):
                await expect(review).to_contain_text(shown)
            await signed(north)

            await south.locator("button.notice").click()
            await expect(detail(south)).to_contain_text("KALININGRAD NAV WARN")
            await expect(detail(south)).to_contain_text("Compared by north one")
            await expect(detail(south)).to_contain_text("34U DF 14711")
            (case,) = cases(two, 1)
            right = [each.check_digits() for each in case.body.area.places]
            wrong = f"{(int(right[1]) + 1) % 90:02d}"
            await south.get_by_role("button", name="Read back…").click()
            await south.get_by_label("Place 1", exact=True).fill(right[0])
            await south.get_by_label("Place 2", exact=True).fill(wrong)
            await south.get_by_role("button", name="Review and sign").click()
            await signed(south)
            await north.locator("button.notice").click()
            for page in two.pages:
                await expect(detail(page)).to_contain_text("READ BACK WRONGLY, place 2")
                await expect(detail(page).locator("tr").nth(2)).to_contain_text("WRONG")
                await expect(detail(page).locator("tr").nth(1)).to_contain_text("right")
            await south.get_by_role("button", name="Read back…").click()
            await south.get_by_role("button", name="All, as our node").click()
            await signed(south)
            for page in two.pages:
                await expect(detail(page)).to_contain_text("4 of 4 places read back")
            await south.get_by_role("button", name="Acknowledge", exact=True).click()
            await signed(south)
            await expect(detail(north)).to_contain_text("acknowledged by a person")
            for page in two.pages:
                hold(await page.evaluate(OVERFLOW))
                hold(await objections(page))

            await north.get_by_role("button", name="Replace").click()
            await expect(north.locator("[data-from='0']")).to_have_value("2098-03-23 06:00")
            await hours(north, "2098-03-24 06:00", "2098-03-24 15:00")
            await north.get_by_label("I have compared").check()
            await north.get_by_role("button", name="Check now").click()
            await north.get_by_role("button", name="Review and sign").click()
            await signed(north)
            await expect(south.locator("button.notice")).to_have_count(2)
            await expect(detail(south)).to_contain_text("Ended by north one")
            newest = cases(two, 0)[-1].name.hex()
            await expect(north.locator("button.notice").first).to_contain_text("2098-03-24")
            await north.locator("button.notice").first.click()
            await expect(north.locator(f"[data-notice='{newest}']")).to_be_visible()
            await north.get_by_role("button", name="Cancel it").click()
            await north.get_by_label("Words for them").fill("Over for today.")
            await north.get_by_role("button", name="Review and sign").click()
            await signed(north)
            await south.locator("button.notice").first.click()
            await expect(detail(south)).to_contain_text("Over for today.")
            states = [each["state"] for each in (await two.both.south.ask("notices", all=True))["notices"]]
            assert states == ["replaced", "cancelled"]

    played(work)


def test_a_question_is_asked_and_answered_and_both_versions_of_an_incident_stand_together(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with two_desks(tmp_path) as two:
            north, south = two.pages
            await at_notices(north, south)
            for page in two.pages:
                await page.get_by_role("button", name="Questions").click()
            await north.get_by_role("button", name="Ask for an explanation…").click()
            await north.get_by_role("textbox", name="Question").fill("What fell at 04:10Z?")
            await north.get_by_role("button", name="Review and sign").click()
            await signed(north)
            await expect(north.locator("main li")).to_contain_text("reply due")
            await expect(south.locator("main li")).to_contain_text("What fell at 04:10Z?")
            await south.get_by_role("button", name="Reply…").click()
            await south.get_by_role("textbox", name="Text").fill("A target drone, off its course.")
            await south.get_by_role("button", name="Review and sign").click()
            await signed(south)
            await expect(north.locator("main li")).to_contain_text("A target drone, off its course.")

            for page in two.pages:
                await page.get_by_role("button", name="Incidents").click()
            await south.get_by_role("button", name="Report an incident…").click()
            await south.get_by_role("textbox", name="What happened").fill("A drone was lost.")
            await south.get_by_role("button", name="Review and sign").click()
            await signed(south)
            await expect(north.locator("main li")).to_contain_text("THEIR VERSION STANDS ALONE")
            await north.get_by_role("button", name="Our version…").click()
            await north.get_by_role("textbox", name="What happened").fill("It fell 3 km inland.")
            await north.get_by_role("button", name="Review and sign").click()
            await signed(north)
            for page in two.pages:
                for each in ("A drone was lost.", "It fell 3 km inland."):
                    await expect(page.locator("main li .both")).to_contain_text(each)
                hold(await page.evaluate(OVERFLOW))
                hold(await objections(page))

    played(work)
