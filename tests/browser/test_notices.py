"""A notice from a pasted warning to its end, between two consoles on two nodes."""

from pathlib import Path
from typing import Any, Final

from playwright.async_api import Locator, Page, expect

from firebreak.core.notice.case import Case
from tests.browser.page import OVERFLOW, needs_browser
from tests.browser.test_looks import objections
from tests.browser.two import Two, two_desks
from tests.console.officers import signed as stated
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


async def of_north(two: Two, **act: Any) -> None:
    """An act of North's officer, at the desk socket."""
    node, folder = two.both.north, two.both.folder / "north"
    prepared = await node.ask("prepare", **act)
    prepared |= {"now": (await node.ask("status"))["now"]}
    await node.ask("state", kind=prepared["kind"], body=stated(folder, "north one", prepared))


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
            await expect(detail(south).locator(".digits", has_text=right[0])).to_have_count(0)
            await expect(detail(south).locator("[data-hides]")).to_contain_text("your own chart")
            await south.get_by_role("button", name="Read back…").click()
            await south.get_by_label("Place 1", exact=True).fill("54-45 019-10")
            await south.get_by_label("Place 2", exact=True).fill(wrong)
            await south.get_by_role("button", name="Review and sign").click()
            await expect(south.locator("main, body").first).to_contain_text(
                "Not clear, or no position: place 1"
            )
            await south.get_by_label("Place 1", exact=True).fill("54°45' N 19°10' E")
            await south.get_by_role("button", name="Review and sign").click()
            await signed(south)
            await north.locator("button.notice").click()
            for page in two.pages:
                await expect(detail(page)).to_contain_text("READ BACK WRONGLY, place 2")
                await expect(detail(page).locator("tr").nth(2)).to_contain_text("WRONG")
                await expect(detail(page).locator("tr").nth(2)).to_contain_text(wrong)
                await expect(detail(page).locator("tr").nth(1)).to_contain_text("right")
            await expect(detail(south).locator("tr").nth(2)).to_contain_text(right[1])
            await expect(detail(south).locator("tr").nth(3)).not_to_contain_text(right[2])
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


async def placed(page: Page, position: str) -> None:
    """An area of a question or an incident: one place, in any form."""
    await page.locator("[data-kind]").select_option("point")
    await page.locator("[data-positions]").fill(position)
    await page.locator("[data-read]").click()
    await expect(page.locator("form tbody tr")).to_have_count(1)


def test_a_site_is_confirmed_again_from_the_register_and_the_map_shows_questions_and_incidents(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with two_desks(tmp_path) as two:
            north, south = two.pages
            now = (await two.both.north.ask("status"))["now"]
            spot = {"kind": "point", "positions": [[54.7104, 20.4522]]}
            site = {"code": "I51", "area": spot, "activity": "St. Mary's", "confirm_by": now - 1_000}
            await of_north(two, what="notice.issue", form=site)
            await of_north(two, what="explanation.ask", question="What fell there?", area=spot)
            text = {"en": "A mast fell."}
            await of_north(two, what="incident.report", from_at=now - 5_000, texts=text, area=spot)
            await at_notices(north, south)
            for page in two.pages:
                await page.get_by_role("button", name="Protected sites").click()
                row = page.locator("[data-register] tr[data-due=overdue]")
                await expect(row).to_contain_text("St. Mary's")
                await expect(row).to_contain_text("OVERDUE SINCE", ignore_case=True)
                await expect(page.locator("main")).to_contain_text("A register is no guarantee")
            await expect(south.get_by_role("button", name="Confirm again…")).to_have_count(0)
            await north.get_by_role("button", name="Confirm again…").press("Enter")
            await north.get_by_role("button", name="Review and sign").press("Enter")
            await signed(north)
            for page in two.pages:
                await expect(page.locator("[data-register] tr[data-due=good]")).to_contain_text("St. Mary's")
                await page.locator("nav button").first.click()
                await page.locator("[data-panel=map]").click()
                for text in ("Question: What fell there?", "Incident: A mast fell."):
                    await expect(page.locator("[data-map] td", has_text=text)).to_have_count(1)

    played(work)


def test_what_is_found_is_told_in_the_language_of_the_page(tmp_path: Path) -> None:
    async def work() -> None:
        async with two_desks(tmp_path) as two:
            north, _ = two.pages
            await at_notices(north)
            await north.get_by_role("button", name="New notice").click()
            await north.locator("[data-paste]").fill("FIRING 120600 TO 121800 MAR IN 54-10N 019-00E, 54-20N")
            await north.get_by_role("button", name="Read the text").click()
            half = north.locator("[data-finding=lone-coordinate]")
            await expect(half).to_contain_text("54-20N is half a position")
            await north.keyboard.press("Escape")
            await north.locator("header.bar select").last.select_option("de")
            await north.get_by_role("button", name="Neue Mitteilung").click()
            await north.locator("[data-paste]").fill("FIRING 120600 TO 121800 MAR IN 54-10N 019-00E, 54-20N")
            await north.get_by_role("button", name="Text lesen").click()
            await expect(half).to_contain_text("54-20N ist eine halbe Position")
            await expect(half.locator("[lang=en]")).to_have_count(0)

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
            await placed(north, "54.9N 20.3E")
            await north.get_by_role("button", name="Review and sign").click()
            await signed(north)
            await expect(north.locator("main li")).to_contain_text("reply due")
            await expect(south.locator("main li")).to_contain_text("What fell at 04:10Z?")
            await south.locator("[data-area] summary").click()
            await expect(south.locator("[data-area]")).to_contain_text("34U DF")
            await south.get_by_role("button", name="Reply…").click()
            await south.get_by_role("textbox", name="Text").fill("A target drone, off its course.")
            await south.get_by_role("button", name="Review and sign").click()
            await signed(south)
            await expect(north.locator("main li")).to_contain_text("A target drone, off its course.")

            for page in two.pages:
                await page.get_by_role("button", name="Incidents").click()
            await south.get_by_role("button", name="Report an incident…").click()
            await south.get_by_role("textbox", name="What happened").fill("A drone was lost.")
            await placed(south, "54°50,5′ с.ш. 20°10,5′ в.д.")
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
