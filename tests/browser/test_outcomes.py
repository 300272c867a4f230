"""How a call can end without being spoken: what both pages say of it, and both records."""

from pathlib import Path

from playwright.async_api import expect

from tests.browser.page import needs_browser
from tests.browser.two import Two, two_desks
from tests.console.serving import played, until

pytestmark = needs_browser


async def agreed(two: Two, outcome: str, entry: str) -> None:
    """Both nodes have the same outcome, and both pages list the entry that settled it."""
    await until(lambda: two.outcomes(0)[-1] == two.outcomes(1)[-1] == outcome)
    for page in two.pages:
        await two.lists(page, entry)


async def ringing(two: Two) -> None:
    await two.call(two.north)
    await two.says(two.north, "Rings there")
    await two.says(two.south, "Incoming call")


def test_busy_withdrawn_unattended_and_no_answer_are_four_different_things_on_both_sides(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with two_desks(tmp_path) as two:
            await ringing(two)
            await two.south.get_by_role("button", name="Busy").click()
            for page in two.pages:
                await two.says(page, "Call ended", "busy", "A person at the desk", "Signed by south one")
            await agreed(two, "busy", "Busy")

            await ringing(two)
            await two.south.keyboard.press("Escape")
            await two.north.get_by_role("button", name="Withdraw call").click()
            for page in two.pages:
                await two.says(page, "Call ended", "withdrawn", "gave up before there was an answer")
            await agreed(two, "withdrawn", "Call withdrawn")

            await two.call_desk(two.north, "minister")
            await two.says(two.north, "Call ended", "unattended", "nobody was on watch")
            await agreed(two, "unattended", "Unattended")

            await two.north.get_by_role("button", name="Put away").click()
            await two.both.north.ask("call.place", desk="duty", ring_seconds=5)
            await two.says(two.south, "Incoming call")
            for page in two.pages:
                await two.says(page, "Call ended", "no answer", "nobody answered")
            await agreed(two, "no_answer", "No answer")

    played(work)


def test_of_two_calls_that_cross_one_rings_and_the_other_counts_as_none(tmp_path: Path) -> None:
    async def work() -> None:
        async with two_desks(tmp_path) as two:
            two.gate.close()
            for page in two.pages:
                await two.call(page)
                await two.says(page, "Reaching")
            two.gate.open()
            await until(lambda: all("glare" in two.outcomes(side) for side in (0, 1)))
            (gave,) = [each for each in two.calls(0) if each.outcome.value == "glare"]
            (kept,) = [each for each in two.calls(0) if each.outcome.value != "glare"]
            caller, callee = two.pages if kept.ours else reversed(two.pages)
            assert gave.call != kept.call
            await two.says(caller, "Rings there")
            await two.says(callee, "Incoming call")
            await callee.keyboard.press("F8")
            for page in two.pages:
                await two.says(page, "In call")
                await two.lists(page, "Both called")
            for _ in range(3):
                await callee.keyboard.press("Escape")
            await two.says(callee, "In call")
            await caller.keyboard.press("Shift+F9")
            for side, page in enumerate(two.pages):
                await two.says(page, "Call ended", "answered")
                assert sorted(two.outcomes(side)) == ["answered", "glare"]
            counted = caller.locator("[data-panel=lines]")
            await expect(counted).to_contain_text("1 call by us, 1 answered")

    played(work)
