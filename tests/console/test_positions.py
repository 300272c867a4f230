"""Positions: a page holds its desk while it says so, and no longer."""

from pathlib import Path
from typing import Any

import httpx

from tests.console.serving import Pair, events, pair, played, until

TAB = "tab-0001"


async def beaten(browser: httpx.AsyncClient, **fields: Any) -> httpx.Response:
    return await browser.post(
        "/api/position", json={"line": "south", "desk": "duty", "sound": True, "tab": TAB, **fields}
    )


def consoles(both: Pair, desk: str = "duty") -> int:
    return both.nodes[0].lanes["south"].line.machines.desks.showing[desk]


async def attended(both: Pair, count: int, desk: str = "duty") -> None:
    await until(lambda: consoles(both, desk) == count)


def test_a_page_counts_at_its_desk_and_others_see_whether_it_can_be_heard(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as browser, events(browser) as stream:
            held = (await beaten(browser)).json()
            assert held["ends_seconds"] == 15
            assert consoles(both) == 1
            told = (await stream.until(lambda each: each["type"] == "position"))[-1]
            assert (told["key"], told["value"]["sound"], told["value"]["account"]) == (
                held["position"], True, "ann"
            )  # fmt: skip
            await beaten(browser)
            await beaten(browser, sound=False)
            told = (await stream.until(lambda each: each["type"] == "position"))[-1]
            assert told["value"]["sound"] is False, "a beat that changes nothing is not told"
            assert consoles(both) == 1
            await beaten(browser, tab="tab-0002")
            assert consoles(both) == 2
            await beaten(browser, desk="minister")
            await attended(both, 1)
            assert consoles(both, "minister") == 1

    played(work)


def test_a_page_that_is_silent_leaves_its_desk(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as browser, events(browser) as stream:
            both.site.watching.positions.alive_seconds = 0.05
            await beaten(browser)
            gone = await stream.until(lambda each: each["type"] == "position" and each["value"] is None)
            assert gone[-1]["line"] is None
            await attended(both, 0)
            assert (await browser.get("/api/snapshot")).json()["positions"] == []

    played(work)


def test_logging_out_leaves_every_desk_of_the_session_and_of_no_other(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann, both.site.browser("ben") as ben:
            await beaten(ann)
            await beaten(ann, tab="tab-0002")
            await beaten(ben)
            assert consoles(both) == 3
            await ann.post("/api/logout", json={})
            await attended(both, 1)
            (left,) = (await ben.get("/api/snapshot")).json()["positions"]
            assert left["account"] == "ben"

    played(work)


def test_what_is_no_desk_or_one_too_many_is_refused(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            answer = await beaten(ann, desk="nobody's")
            assert (answer.status_code, answer.json()["code"]) == (422, "FB338")
            assert (await beaten(ann, line="east")).status_code == 404
            both.site.watching.positions.of_session_max = 2
            for number in range(2):
                assert (await beaten(ann, tab=f"tab-100{number}")).status_code == 200
            answer = await beaten(ann, tab="tab-2000")
            assert (answer.status_code, answer.json()["code"]) == (429, "FB522")
            async with both.site.browser("lin", "linguist") as other:
                assert (await beaten(other)).status_code == 403

    played(work)


def test_messages_count_as_shown_on_a_page_that_holds_the_desk(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            sent = await both.south.ask("send", text="to be seen")
            shown = {"desk": "duty", "messages": [sent["hash"]]}
            answer = await ann.post("/api/lines/south/shown", json=shown)
            assert (answer.status_code, answer.json()["code"]) == (409, "FB525")
            await beaten(ann)
            answer = await ann.post("/api/lines/south/shown", json=shown)
            assert answer.json() == {"entries": []}, "nobody is on watch"

    played(work)
