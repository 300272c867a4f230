"""How the console looks: nothing cut off, too small or unreadable, in every palette and language.

FIREBREAK_LOOKS=full looks at every screen in four palettes and languages and at the board in all sixteen
combinations; without it at every screen once and at the board four times. FIREBREAK_PICTURES names a folder
that is filled with a picture of all that is looked at; `make pictures` takes those of the guides from there.
"""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.async_api import BrowserContext, Page, expect

from tests.browser.page import KEEP_KEY, OVERFLOW, PKCS8, SIZES, SMALL, chosen, chromium, needs_browser
from tests.browser.recording_notices import WARNING
from tests.browser.serving import Fixture, shown
from tests.console.serving import played
from tests.tidy.house import hold

pytestmark = needs_browser
AXE: Final = Path(__file__).parents[2] / "console/node_modules/axe-core/axe.min.js"
RULES: Final = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice"
LANGUAGES: Final = ("de", "en", "ru", "uk")
PALETTES: Final = ("day", "dusk", "night", "red")
PICTURES: Final = os.environ.get("FIREBREAK_PICTURES", "")
FULL: Final = os.environ.get("FIREBREAK_LOOKS") == "full"
PAIRS: Final = [*zip(PALETTES, LANGUAGES, strict=True)]
ALL: Final = [(palette, language) for language in LANGUAGES for palette in PALETTES]

Open = Callable[[Page], Awaitable[None]]


def tab(number: int) -> Open:
    """A screen by its place in the bar."""

    async def opened(page: Page) -> None:
        await page.locator("nav button").nth(number).click()
        await page.locator("main h1:visible").first.wait_for(state="attached")

    return opened


async def composing(page: Page) -> None:
    await page.keyboard.press("F4")
    await page.locator("dialog option[value=keep-clear-of]").wait_for(state="attached")
    await page.locator("dialog select").nth(3).select_option("keep-clear-of")
    await page.locator("dialog textarea").fill("Räumung läuft, bitte Abstand halten.")


async def reading(page: Page) -> None:
    await page.locator(".message").last.click()
    await page.locator("dialog ol").wait_for()


async def looking_at_an_entry(page: Page) -> None:
    await page.locator("td button").nth(2).click()
    await page.locator("dialog dl dd").nth(6).wait_for()


async def helping(page: Page) -> None:
    await page.keyboard.press("Control+/")
    await page.locator("dialog table").wait_for()


async def declining(page: Page) -> None:
    await page.keyboard.down("Shift")
    await page.keyboard.down("F8")
    await page.locator("dialog form").wait_for()
    await page.keyboard.up("F8")
    await page.keyboard.up("Shift")


async def at_the_map(page: Page) -> None:
    await page.locator("[data-panel=map]").click()
    await page.locator("[data-map] .here").wait_for()
    await page.locator("[data-map] [aria-busy]").wait_for(state="detached")
    await page.locator("[data-map] td", has_text="PS-07").first.wait_for()


async def at_notices(page: Page) -> None:
    await tab(1)(page)
    await page.locator("button.notice", has_text="gunnery").click()
    await page.locator("[data-notice] pre").wait_for()


async def reading_back(page: Page) -> None:
    await page.locator("[data-notice] [role=group] button").first.click()
    await page.locator("[data-read-back] input").first.fill("54-45N 019-10E")


async def at_the_register(page: Page) -> None:
    await page.locator("main header [role=group] button").nth(1).click()
    await page.locator("[data-register] [data-due=overdue]").wait_for()
    await page.locator("[data-register] button:not(.plain)").first.click()
    await page.locator("[data-register] form").wait_for()


async def at_questions(page: Page) -> None:
    await page.locator("main header [role=group] button").nth(2).click()
    await page.locator("main li .big").first.wait_for()
    await page.locator("[data-area] summary").first.click()
    await page.locator("[data-area] tbody tr").first.wait_for()


async def asking(page: Page) -> None:
    await page.locator("main .act").first.click()
    await _area_typed(page)


async def at_incidents(page: Page) -> None:
    await page.locator("main header [role=group] button").nth(3).click()
    await page.locator("main .both").first.wait_for()


async def reporting(page: Page) -> None:
    await page.locator("main .act").first.click()
    await _area_typed(page)


async def _area_typed(page: Page) -> None:
    await page.locator("[data-kind]").select_option("polygon")
    await page.locator("[data-positions]").fill("54-45N 019-10E")
    await page.locator("[data-read]").click()
    await page.locator("form tbody tr").first.wait_for()


async def announcing(page: Page) -> None:
    await page.locator("main header [role=group] button").nth(0).click()
    await page.locator("main header button.act").click()
    await page.locator("[data-paste]").fill(WARNING.format(from_="240600", until="241500"))
    await page.locator(".paste button").click()
    await page.locator("[data-source]").wait_for()
    await page.locator("dialog tbody tr").first.wait_for()


async def announcing_a_convoy(page: Page) -> None:
    await page.locator("main header button.act").click()
    await page.locator("[data-code]").select_option("MF2")
    await page.locator("[data-particular=vehicles]").fill("6")
    await page.locator("[data-particulars]").scroll_into_view_if_needed()


SCREENS: Final[dict[str, Open]] = {
    "watch": tab(0),
    "notices": at_notices,
    "read_back": reading_back,
    "register": at_the_register,
    "questions": at_questions,
    "asking": asking,
    "incidents": at_incidents,
    "reporting": reporting,
    "editor": announcing,
    "convoy": announcing_a_convoy,
    "record": tab(2),
    "ledger": tab(3),
    "handover": tab(4),
    "checks": tab(5),
    "accounts": tab(6),
    "compose": composing,
    "message": reading,
    "entry": looking_at_an_entry,
    "help": helping,
    "decline": declining,
    "map": at_the_map,
}
OF_NOTICES: Final = tuple(SCREENS)[1:10]
OTHERS: Final = tuple(each for each in SCREENS if each not in OF_NOTICES)
DIALOGS: Final = ("editor", "convoy", "compose", "message", "entry", "help", "decline")


async def opened(context: BrowserContext, url: str, fixture: Fixture, **preferences: str) -> Page:
    """The board of an officer whose key is here, at the hour of the recording."""
    seed, public = bytes(32), "3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29"
    officer = fixture.snapshot["session"]["officer"]
    officer |= {"key": "listed", "listed": public}
    ahead = f"{fixture.snapshot['now'] + 9_000} - Date.now()"
    await context.add_init_script(f"{{ const was = Date.now, by = {ahead}; Date.now = () => was() + by; }}")
    await chosen(context, **preferences)
    page = await context.new_page()
    await page.goto(url + "/icon.svg")
    await page.evaluate(KEEP_KEY, ["North/brandt", "north one", (PKCS8 + seed).hex(), public])
    await page.goto(url)
    await page.locator(".message").first.wait_for()
    return page


async def looked_at(page: Page, name: str) -> list[str]:
    """What is wrong with what is shown now."""
    found: list[str] = []
    for width, height in SIZES:
        await page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: cut off: {each}" for each in await page.evaluate(OVERFLOW)]
        found += [f"{width}: too small: {each}" for each in await page.evaluate(SMALL)]
        if PICTURES:
            await page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png")
    return [f"{name}: {each}" for each in [*found, *await objections(page)]]


async def objections(page: Page) -> list[str]:
    """What axe says."""
    tags = RULES.split()
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    asked = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    result: dict[str, Any] = await page.evaluate("(options) => axe.run(document, options)", asked)
    return [
        f"axe: {each['id']}: {node['target']} {node['failureSummary'][:200]}"
        for each in result["violations"]
        for node in each["nodes"][:3]
    ]


@pytest.mark.parametrize("names", [OTHERS, OF_NOTICES], ids=["others", "notices"])
@pytest.mark.parametrize(("palette", "language"), PAIRS if FULL else PAIRS[1:2])
def test_every_screen_fits_and_can_be_read(palette: str, language: str, names: tuple[str, ...]) -> None:
    async def work() -> None:
        with shown() as (url, fixture):
            async with chromium() as context:
                page = await opened(context, url, fixture, palette=palette, language=language)
                found: list[str] = []
                for name in names:
                    if name in (*DIALOGS, "map") and name not in OF_NOTICES:
                        await SCREENS["watch"](page)
                    await SCREENS[name](page)
                    found += await looked_at(page, f"{name}-{palette}-{language}")
                    if name in DIALOGS:
                        await page.keyboard.press("Escape")
                        await page.locator("dialog").wait_for(state="detached")
                hold(found)
                assert await page.evaluate("window.broken") == []

    played(work)


HOSTILE: Final = "<img src=x onerror=alert(1)>" + "Щ" * 90 + " אבגדה " + "ﷺ" * 9 + "W" * 40


def _hostile(value: Any, inside: str = "") -> Any:
    """The same with words that somebody chose to break a page."""
    if isinstance(value, dict):
        facts: dict[str, Any] = value
        return {name: _hostile(each, name if name != "forms" else "") for name, each in facts.items()}
    if isinstance(value, list):
        return [_hostile(each, inside) for each in value]
    words = ("activity", "authority", "contact", "schedule", "name", "text", "question", "basis", "objects")
    more = ("damage", "to", "marking", "vehicles", "officer", "meeting", "en", "uk", "confirmed_by")
    return HOSTILE if isinstance(value, str) and inside in (*words, *more) else value


def test_hostile_words_stay_where_they_are_put() -> None:
    async def work() -> None:
        with shown() as (url, fixture):
            fixture.told = {
                name: _hostile(each) for name, each in fixture.told.items() if name != "positions"
            }
            fixture.told["positions"] = Fixture().told["positions"]
            fixture.snapshot["notices"] = {"south": fixture.told["notices"]}
            async with chromium() as context:
                page = await opened(context, url, fixture, palette="dusk", language="uk")
                found: list[str] = []
                for name in OF_NOTICES:
                    await (SCREENS[name] if name != "notices" else at_a_hostile_notice)(page)
                    found += await looked_at(page, f"hostile-{name}")
                    if name in DIALOGS:
                        await page.keyboard.press("Escape")
                hold(found)
                assert await page.evaluate("window.broken") == []

    played(work)


def test_on_paper_stands_the_register_alone_in_black_on_white() -> None:
    async def work() -> None:
        with shown() as (url, fixture):
            async with chromium() as context:
                page = await opened(context, url, fixture, palette="red", language="en")
                await tab(1)(page)
                await at_the_register(page)
                await page.emulate_media(media="print")
                seen = await page.evaluate(
                    """() => [...document.querySelectorAll("body *")]
                      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
                      .filter((each) => !each.closest(".register")).length"""
                )
                paper = page.locator("[data-register] p").first
                assert seen == 0
                assert "EXERCISE" in (await paper.inner_text()).upper()
                assert "no guarantee" in await paper.inner_text()
                assert await paper.evaluate("(each) => getComputedStyle(each).color") == "rgb(0, 0, 0)"

    played(work)


async def at_a_hostile_notice(page: Page) -> None:
    await tab(1)(page)
    await page.locator("button.notice", has_text="DF2").or_(page.locator("button.notice")).last.click()
    await page.locator("[data-notice] pre").wait_for()


def test_the_board_holds_in_every_palette_and_language_and_with_longer_words() -> None:
    async def work() -> None:
        with shown() as (url, fixture):
            async with chromium() as context:
                page = await opened(context, url, fixture, palette="day", language="de")
                found: list[str] = []
                for palette, language in ALL if FULL else PAIRS:
                    await page.locator("header.bar select").last.select_option(language)
                    await page.locator("header.bar select").nth(-2).select_option(palette)
                    found += await looked_at(page, f"board-{palette}-{language}")
                await page.goto(f"{url}/?stretched")
                await page.locator(".message").first.wait_for()
                found += [f"two fifths longer: cut off: {each}" for each in await page.evaluate(OVERFLOW)]
                hold(found)

    played(work)


ALARM: Final = {"site": "PS-07", "label": "THY9BP", "metres": 21_164, "limit": 24_000, "count": 1}
TWICE: Final = ((683, 384), (960, 540))
"Half of the two common sizes: what is left of them for somebody who enlarges the page to 200 %."


@pytest.mark.parametrize(("palette", "language"), PAIRS if FULL else PAIRS[:1])
def test_enlarged_to_twice_its_size_the_page_is_scrolled_and_an_alarm_brings_the_map(
    palette: str, language: str
) -> None:
    async def work() -> None:
        with shown() as (url, fixture):
            raised = {"id": "9", "rank": "alarm", "kind": "close_approach", "line": None, "parameters": ALARM}
            fixture.snapshot["alerts"] = [raised | {"raised_at": fixture.snapshot["now"] - 4_000}]
            async with chromium() as context:
                page = await opened(context, url, fixture, palette=palette, language=language)
                for width, height in TWICE:
                    await page.set_viewport_size({"width": width, "height": height})
                    await page.reload()
                    await page.locator(".message").first.wait_for()
                    assert await page.evaluate("document.documentElement.scrollWidth") <= width
                    for each in await page.locator("main header button, [data-panel=call] button").all():
                        await each.click(trial=True)
                    await page.keyboard.press("F2")
                    here = page.locator("[data-map] .here")
                    await expect(here).to_contain_text("54°44.70")
                    map_box = await page.locator("[data-map] .sheet").bounding_box()
                    alert_box = await page.locator("[data-panel=alerts]").bounding_box()
                    assert map_box
                    assert alert_box
                    assert alert_box["y"] == 0
                    assert alert_box["height"] - 1 <= map_box["y"] < height / 2
                    assert await page.evaluate("document.documentElement.scrollWidth") <= width
                assert await objections(page) == []

    played(work)


@pytest.mark.parametrize(("palette", "language"), PAIRS if FULL else PAIRS[3:])
def test_the_ways_in_can_be_read_and_nothing_goes_elsewhere(palette: str, language: str) -> None:
    async def work() -> None:
        with shown() as (url, fixture):
            fixture.logged_in = False
            async with chromium() as context:
                await chosen(context, palette=palette, language=language)
                page = await context.new_page()
                asked: list[str] = []
                page.on("request", lambda request: asked.append(request.url))
                for name, address in (("login", "/"), ("enrolment", "/#enrol=token")):
                    await page.goto("about:blank")
                    await page.goto(url + address)
                    await page.locator("input[type=password]").first.wait_for()
                    hold(await looked_at(page, f"{name}-{palette}-{language}"))
                assert [each for each in asked if not each.startswith((url, "about:"))] == []
                assert await page.evaluate("window.broken") == []

    played(work)
