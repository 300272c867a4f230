"""Words that were written and not sent."""

from pathlib import Path

from playwright.async_api import expect

from tests.browser.page import chosen, chromium, logged_in, needs_browser
from tests.console.serving import pair, played

pytestmark = needs_browser
WORDS = "The tug has lost power at"


def test_an_unsent_message_outlives_a_reload_and_is_gone_with_the_person(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, chromium() as context:
            await chosen(context, language="en")
            folder = both.folder / "north"
            page = await logged_in(context, both.site, "ann", folder, "north one", "duty")
            draft = page.get_by_label("Text", exact=True)
            await draft.fill(WORDS)
            await page.get_by_label("Precedence").last.select_option("flash")
            await page.reload()
            await expect(draft).to_have_value(WORDS)
            await expect(page.get_by_label("Precedence").last).to_have_value("flash")
            await page.keyboard.press("F4")
            await expect(page.locator("dialog textarea")).to_be_focused()
            await page.keyboard.press("Escape")
            both.site.console.sessions.end_all("ann")
            await page.get_by_role("button", name="Log in", exact=True).wait_for()
            token = both.site.token("ben", "duty", officer="north two")
            settings = both.site.console.settings
            await context.add_cookies([{"name": settings.cookie, "value": token, "url": settings.origin}])
            await page.reload()
            await page.locator("header.bar").wait_for()
            await expect(draft).to_have_value("")
            assert await page.evaluate("sessionStorage.length") == 0
            await draft.fill(WORDS)
            await page.wait_for_function("() => sessionStorage.length === 1")
            await page.get_by_role("button", name="Log out").click()
            await page.get_by_role("button", name="Log in", exact=True).wait_for()
            assert await page.evaluate("sessionStorage.length") == 0

    played(work)
