"""Notices on the console: issued there, seen there when they come, gone when they are cancelled."""

import asyncio
from pathlib import Path
from typing import Any, Final

import httpx

from tests.console.fresh import quiet, taken
from tests.console.officers import signed, stated
from tests.console.serving import Pair, pair, played

AREA: Final = {"kind": "circle", "positions": [[54.9, 20.3]], "radius_m": 18_520}
FORM: Final = {"code": "DF2", "area": AREA, "texts": {"en": "Firing practice."}, "activity": "firing"}


async def newest(both: Pair) -> set[str]:
    """Hashes of the newest entries that North holds."""
    return {each["hash"] for each in (await both.north.ask("entries", last=50))["entries"]}


async def of_south(both: Pair, **act: Any) -> None:
    """An act of South's officer, at the desk socket, once it has come to North."""
    prepared = await both.south.ask("prepare", **act)
    prepared |= {"now": (await both.south.ask("status"))["now"]}
    body = signed(both.folder / "south", "south one", prepared)
    made = (await both.south.ask("state", kind=prepared["kind"], body=body))["hash"]
    async with asyncio.timeout(30):
        while made not in await newest(both):
            pass


async def notices(both: Pair, browser: httpx.AsyncClient) -> list[dict[str, Any]]:
    await quiet(both, browser)
    return (await taken(browser))["notices"]["south"]


def test_theirs_comes_to_the_page_and_goes_when_they_cancel_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer="north one") as browser:
            await of_south(both, what="notice.issue", form=FORM)
            (notice,) = await notices(both, browser)
            assert (notice["ours"], notice["state"], notice["sort"]) == (False, "issued", "firing")
            assert notice["area"]["radius_m"] == 18_520
            assert notice["lead"]["short"]
            await of_south(both, what="notice.cancel", notice=notice["notice"], text="Over.")
            (notice,) = await notices(both, browser)
            assert notice["state"] == "cancelled"

    played(work)


def test_an_officer_issues_answers_and_replaces_from_the_page(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer="north one") as browser:
            north = both.folder / "north"
            await of_south(both, what="notice.issue", form=FORM)
            (theirs,) = await notices(both, browser)
            await stated(
                browser,
                north,
                "north one",
                what="notice.answer",
                notice=theirs["notice"],
                word="confirm",
                all=True,
            )
            await stated(browser, north, "north one", what="notice.issue", form=FORM)
            held = await notices(both, browser)
            assert held[0]["read_back"]["confirmed"] == [1]
            ours = next(each for each in held if each["ours"])
            answer = await stated(
                browser, north, "north one", what="notice.issue", form=FORM, replaces=ours["notice"]
            )
            assert answer.status_code == 200
            states = [each["state"] for each in await notices(both, browser) if each["ours"]]
            assert states == ["replaced", "issued"]

    played(work)


def test_a_form_that_makes_no_notice_is_refused_with_the_field(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer="north one") as browser:
            wrong = FORM | {"area": AREA | {"radius_m": 10**9}}
            answer = await stated(
                browser, both.folder / "north", "north one", what="notice.issue", form=wrong
            )
            assert (answer.status_code, answer.json()["code"]) == (422, "FB103")
            assert "radius_m is 1000000000" in answer.json()["text"]

    played(work)
