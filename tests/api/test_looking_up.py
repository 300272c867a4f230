"""What a console asks for piece by piece: one call, one request, entries at a place, one entry."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from firebreak.api.client import Client
from firebreak.app.house import House
from firebreak.cli.signing import Signer, prepare, sign
from firebreak.core.base.errors import LocalError
from firebreak.core.phrase.wording import LANGUAGES
from tests.api.running import both, played
from tests.plays.paired import PASSPHRASE


async def grown(client: Client, line: str) -> int:
    """The total of the next word that a record grew."""
    async for event in client.events():
        if event["event"] == "RecordGrew" and event["line"] == line:
            return event["total"]
    raise AssertionError("the node ended")


async def requested(client: Client, folder: Path, **fields: Any) -> str:
    """Ask for a call in the name of North's first officer; the id of the request."""
    file = folder / "passphrase"
    file.write_text(PASSPHRASE, encoding="utf-8")
    officer = Signer.of(House.at(folder / "north"), "north one", file)
    prepared = await prepare(client, officer.house, "south", "request", **fields)
    await sign(client, "south", officer, prepared)
    return prepared.body.request.hex()  # type: ignore[attr-defined]


def test_one_call_is_found_by_its_whole_id_on_both_sides(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, south):
            await south.ask("subscribe", record=True)
            placed = await north.ask("call.place", subject="the first")
            await north.ask("call.withdraw", call=placed["call"])
            await north.ask("call.place", subject="the second")
            found = await north.ask("call", call=placed["call"])
            assert [each["subject"] for each in found["calls"]] == ["the first"]
            while not (theirs := (await south.ask("call", call=placed["call"]))["calls"]):
                await grown(south, "north")
            assert [each["ours"] for each in theirs] == [False]
            assert (await north.ask("call", call="00" * 16))["calls"] == []

    played(work)


def test_one_request_is_found_by_its_id(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, _):
            first = await requested(north, tmp_path, text="one")
            await requested(north, tmp_path, text="two")
            assert len((await north.ask("requests"))["requests"]) == 2
            found = (await north.ask("requests", request=first))["requests"]
            assert [each["text"] for each in found] == ["one"]
            assert (await north.ask("requests", last=1))["requests"][0]["text"] == "two"

    played(work)


def test_entries_are_read_forwards_and_backwards_from_any_place(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, _):
            for number in range(4):
                await north.ask("send", text=f"message {number}")
            every = await north.ask("entries", last=500)
            places = [each["position"] for each in every["entries"]]
            assert places[:12] == list(range(1, 13))
            cases: list[tuple[dict[str, int], list[int]]] = [
                ({"after": 2, "last": 3}, [3, 4, 5]),
                ({"before": 6, "last": 3}, [3, 4, 5]),
                ({"before": 3}, [1, 2]),
                ({"before": 1}, []),
                ({"after": 2, "before": 5}, [3, 4]),
                ({"after": 4, "before": 3}, []),
                ({"after": 1 << 40}, []),
                ({"before": -5}, []),
                ({"after": -5, "last": 2}, [1, 2]),
            ]
            for asked, wanted in cases:
                answer = await north.ask("entries", **asked)
                assert [each["position"] for each in answer["entries"]] == wanted, asked

    played(work)


def test_messages_are_read_backwards_from_any_of_them(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, _):
            for number in range(5):
                await north.ask("send", text=f"message {number}")
            newest = (await north.ask("inbox", last=2))["messages"]
            older = (await north.ask("inbox", last=2, before=newest[0]["hash"]))["messages"]
            assert [each["text"] for each in older] == ["message 1", "message 2"]

    played(work)


def test_an_agreed_phrase_is_given_in_every_language_at_once(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, _):
            sent = await north.ask("send", phrase="please-wait", values={"minutes": 5})
            message = await north.ask("message", message=sent["hash"], show_in="all")
            assert set(message["phrase"]["texts"]) == set(LANGUAGES)
            assert message["phrase"]["text"] == message["phrase"]["texts"]["en"]

    played(work)


def test_one_entry_tells_who_signed_it_and_who_holds_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, south):
            await north.ask("subscribe", record=True)
            sent = await north.ask("send", text="hold the line")
            request = await requested(north, tmp_path, text="a word")
            listed = (await north.ask("entries", last=500))["entries"]
            at = {each["hash"]: each["position"] for each in listed}
            while not (told := await north.ask("entry", position=at[sent["hash"]]))["copies"]["theirs"]:
                await grown(north, "south")
            assert told["body"]["text"] == "hold the line"
            assert (told["party"], told["officers"], told["mark"]) == ("North", [], "good")
            assert told["about"] == {"messages": [sent["hash"]]}
            assert bytes.fromhex(told["signed"]["body"])
            asked = next(each for each in listed if each["about"].get("request") == request)
            told = await north.ask("entry", position=asked["position"])
            assert [each["officer"] for each in told["officers"]] == ["north one"]
            with pytest.raises(LocalError) as caught:
                await south.ask("entry", position=10_000)
            assert caught.value.code == "FB347"

    played(work)


def test_whoever_follows_the_record_hears_of_every_batch_and_others_do_not(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, south):
            await south.ask("subscribe", record=True)
            sent, found = await north.ask("send", text="to be counted"), False
            async with asyncio.timeout(20):
                while not found:
                    total = await grown(south, "north")
                    listed = (await south.ask("entries", last=20))["entries"]
                    assert listed[-1]["position"] >= total
                    found = sent["hash"] in {each["hash"] for each in listed}
            await north.ask("send", text="another")
            async for event in north.events():
                assert event["event"] != "RecordGrew", "north did not ask for it"
                if event["event"] == "MessagesStored":
                    break

    played(work)
