"""Snapshot and events: whoever holds a snapshot and every change after it holds what a fresh page shows."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from firebreak.app.renewing import Changes
from firebreak.console.alerts.kinds import KINDS
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.officer_file import OfficerFile
from tests.api.running import running
from tests.console.cards import renewed
from tests.console.folding import fold, in_order, page
from tests.console.fresh import quiet, taken
from tests.console.serving import events, pair, played


def test_a_page_that_follows_shows_what_a_fresh_page_shows(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as browser:
            first = await taken(browser)
            assert set(first) == {
                "cursor", "away", "party", "environment", "now", "session", "lines", "calls", "messages",
                "requests", "notices", "entries", "alerts", "positions", "releases",
            }  # fmt: skip
            async with events(browser, first["cursor"]) as stream:
                await both.north.ask("send", text="one")
                await both.south.ask("send", text="two")
                await both.north.ask("call.place", subject="three")
                ended = lambda each: each["type"] == "call" and each["value"]["outcome"] == "unattended"  # noqa: E731
                held = page(first)
                for each in await stream.until(ended):
                    fold(held, each)
                fresh = await quiet(both, browser)
                while stream.last != fresh["cursor"]:
                    fold(held, await stream.next())
            assert in_order(held) == in_order(page(fresh))

    played(work)


def test_a_stream_resumes_at_the_last_event_that_was_read(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as browser:
            first = await taken(browser)
            held = page(first)
            async with events(browser, first["cursor"]) as stream:
                await both.north.ask("send", text="one")
                fold(held, await stream.next())
                last = stream.last
            await both.north.ask("send", text="two")
            fresh = await quiet(both, browser)
            async with events(browser, "ignored-0", **{"last-event-id": last}) as stream:
                while stream.last != fresh["cursor"]:
                    fold(held, await stream.next())
            assert in_order(held) == in_order(page(fresh))

    played(work)


def test_a_cursor_that_is_too_old_or_of_another_epoch_gets_a_reset_and_the_end(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as browser:
            now = (await taken(browser))["cursor"]
            epoch, _, number = now.partition("-")
            for cursor in (
                "00000000-1",
                "x",
                "-",
                "x\n\ndata: {}",
                f"{epoch}-{int(number) + 1}",
                f"{epoch}--1",
                f"{epoch}-\u0663",
            ):
                async with events(browser, cursor) as stream:
                    assert (await stream.next())["type"] == "reset"
                    assert [line async for line in stream.lines if line] == []

    played(work)


def test_a_node_that_is_away_is_said_to_be_and_begins_another_epoch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(KINDS, "node_away", replace(KINDS["node_away"], hold_seconds=0))

    async def work() -> None:
        from tests.console.serving import served
        from tests.plays.paired import copy_paired

        copy_paired(tmp_path)
        async with served(tmp_path / "north") as site, site.browser("ann") as browser:
            away = await taken(browser)
            assert away["away"] and not away["lines"]
            assert (await browser.post("/api/lines/south/checks", json={})).status_code == 503
            async with running(tmp_path / "north"):
                await site.settled()
                first = await taken(browser)
                stopped = events(browser, first["cursor"])
                stream = await stopped.__aenter__()
            assert (await stream.until(lambda each: each["type"] == "reset"))[-1]["value"] is None
            lost = await taken(browser)
            assert lost["away"] and not lost["lines"] and lost["party"] == "North"
            async with events(browser, lost["cursor"]) as following:
                raised = (await following.until(lambda each: each["type"] == "alert"))[-1]
                assert raised["value"]["kind"] == "node_away"
            await stopped.__aexit__(None, None, None)
            async with running(tmp_path / "north"):
                await site.settled()
                second = await taken(browser)
                assert second["cursor"].partition("-")[0] != first["cursor"].partition("-")[0]
                held = {each["hash"] for each in second["entries"]["south"]}
                assert {each["hash"] for each in first["entries"]["south"]} <= held

    played(work)


def test_a_page_is_told_when_its_officers_key_comes_onto_the_card_and_when_the_officer_leaves_it(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer="north two") as browser:
            made = OfficerKey.generate("north two").public
            await browser.post("/api/officer-key", json={"key": made.hex()})
            async with events(browser) as stream:
                first = await stream.any()
                assert (first["type"], first["value"]["officer"]["key"]) == ("session", "waiting")
                changes = Changes(officer_keys=(OfficerFile("north two", made),))
                await renewed(both.folder / "north", both.north, changes)
                while (found := await stream.any())["type"] != "session":
                    pass
                assert found["value"]["officer"]["listed"] == made.hex()
            async with events(browser) as stream:
                await renewed(both.folder / "north", both.north, Changes(officers_removed=("north two",)))
                over = await stream.until(lambda each: each["type"] == "session")
                assert over[-1]["value"] is None

    played(work)


def test_a_thousand_events_at_once_cost_a_few_questions(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as browser:
            first = await taken(browser)
            asked = 0
            client = both.site.watching.views._client
            assert client is not None
            send = client._writer.write  # type: ignore[union-attr]

            def counted(data: bytes) -> None:
                nonlocal asked
                asked += 1
                send(data)

            client._writer.write = counted  # type: ignore[union-attr, method-assign]
            await asyncio.gather(*(both.north.ask("send", text=f"number {each}") for each in range(1_000)))
            fresh = await quiet(both, browser)
            assert len(fresh["messages"]["south"]) == 200
            assert len(fresh["entries"]["south"]) == 500
            assert asked < 1_500, "less than two questions for what makes four events"
            async with events(browser, first["cursor"]) as stream:
                held = page(first)
                change = await stream.next()
                if change["type"] == "reset":  # more than the ring holds: a fresh page it is
                    return
                fold(held, change)
                while stream.last != fresh["cursor"]:
                    fold(held, await stream.next())
            assert in_order(held) == in_order(page(fresh))

    played(work)
