"""Colleagues in a call: what one page may ask another, and what stays between the two."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.console.access import code
from tests.console.officers import stated
from tests.console.serving import Pair, events, pair, played, until

HASH = "ab" * 32
END: dict[str, Any] = {"leg": 16, "sdp": "offer", "fingerprint": HASH, "description": "v=0"}


@dataclass
class Room:
    """A call that is spoken, and people of North around it."""

    both: Pair
    call: str
    ann: httpx.AsyncClient
    bob: httpx.AsyncClient
    lin: httpx.AsyncClient

    @property
    def place(self) -> str:
        return f"/api/lines/south/calls/{self.call}"

    async def ask(self, who: str, want: str = "interpret") -> str:
        """Ann asks a colleague."""
        people = (await self.ann.get(f"{self.place}/inside/people")).json()["people"]
        to = next(each["id"] for each in people if each["name"] == who)
        answer = await self.ann.post(f"{self.place}/inside/asks", json={"to": to, "want": want})
        assert answer.status_code == 200, answer.text
        return answer.json()["ask"]

    async def say(self, who: httpx.AsyncClient, path: str, /, **body: Any) -> httpx.Response:
        return await who.post(f"{self.place}/{path}", json=body)

    async def seen(self, who: httpx.AsyncClient) -> dict[str, Any]:
        return (await who.get(f"{self.place}/sound")).json()


@asynccontextmanager
async def spoken(folder: Path) -> AsyncIterator[Room]:
    """Ann answers a call of South's; Bob and Lin have pages open too."""
    async with pair(folder) as both, AsyncExitStack() as stack:
        people = [
            ("ann", "north one", "duty"),
            ("bob", "north two", "duty"),
            ("lin", "lin", "linguist"),
        ]
        browsers = [
            await stack.enter_async_context(both.site.browser(name, role, officer=officer))
            for name, officer, role in people
        ]
        for each in browsers:
            await stack.enter_async_context(events(each))
        ann, bob, lin = browsers
        await stated(ann, folder / "north", "north one", what="watch.take", desk="duty")
        call = (await both.south.ask("call.place"))["call"]
        held = both.site.watching.views.board.picture
        await until(lambda: (held.held("call", "south", call) or {}).get("outcome") == "ringing")
        await stated(ann, folder / "north", "north one", what="answer", call=call)
        await until(lambda: (held.held("call", "south", call) or {}).get("state") == "in call")
        yield Room(both, call, ann, bob, lin)


def test_a_colleague_is_asked_comes_and_both_have_a_path_that_no_other_page_sees(tmp_path: Path) -> None:
    async def work() -> None:
        async with spoken(tmp_path) as room:
            before = len((await room.ann.get("/api/lines/south/entries")).json()["entries"])
            ask = await room.ask("lin")
            assert code(await room.say(room.lin, "inside/media", **END)) == (409, "FB549")
            (shown,) = (await room.seen(room.lin))["inside"]["asks"]
            assert (shown["want"], shown["name"], shown["state"], shown["ours"]) == (
                *("interpret", "ann", "asked"),
                False,
            )
            assert (await room.say(room.lin, f"inside/asks/{ask}/accept")).status_code == 200
            assert (await room.say(room.lin, "inside/media", **END)).status_code == 200
            assert code(await room.say(room.lin, "inside/media", **END)) == (409, "FB549")
            answer = END | {"sdp": "answer"}
            assert code(await room.say(room.bob, "inside/media", **answer)) == (409, "FB549")
            assert (await room.say(room.ann, "inside/media", **answer)).status_code == 200
            named = {"leg": 16, "candidates": ["candidate:1"] * 8}
            for _ in range(5):
                await room.say(room.lin, "inside/candidates", **named, last=True)
            for who in (room.ann, room.lin):
                offer, answered = (await room.seen(who))["ends"]
                assert (offer["sdp"], offer["by"], offer["signed"], offer["last"]) == (
                    *("offer", "callee"),
                    True,
                    True,
                )
                assert len(offer["candidates"]) == 32
                assert answered["candidates"] == []
            other = await room.seen(room.bob)
            assert (other["ends"], other["inside"]) == ([], {"asks": [], "legs": [16]})
            after = len((await room.ann.get("/api/lines/south/entries")).json()["entries"])
            assert before == after

    played(work)


def test_a_linguist_speaks_only_in_a_call_into_which_an_officer_asked_them(tmp_path: Path) -> None:
    async def work() -> None:
        async with spoken(tmp_path) as room:
            joined = {"leg": 1, "who": "Lin K., interpreter"}
            asked = {"what": "call.speak", "call": room.call, "leg": 1, "sdp": "offer", "fingerprint": HASH}
            speak = asked | {"description": f"v=0\r\na=fingerprint:sha-256 {':'.join(['AB'] * 32)}\r\n"}
            assert code(await room.say(room.lin, "join", **joined)) == (403, "FB502")
            prepare = "/api/lines/south/prepare"
            assert code(await room.lin.post(prepare, json=speak)) == (403, "FB502")
            await room.say(room.lin, f"inside/asks/{await room.ask('lin')}/accept")
            assert (await room.say(room.lin, "join", **joined)).status_code == 200
            assert (await room.lin.post(prepare, json=speak)).status_code == 200
            answer = {"what": "call.hand-over", "call": room.call}
            assert code(await room.lin.post(prepare, json=answer)) == (403, "FB502")
            assert code(await room.say(room.lin, "hold")) == (403, "FB502")
            assert (await room.say(room.lin, "leave", **joined)).status_code == 200

    played(work)


def test_a_hand_over_goes_to_another_officer_who_has_come(tmp_path: Path) -> None:
    async def work() -> None:
        async with spoken(tmp_path) as room:
            people = (await room.ann.get(f"{room.place}/inside/people")).json()["people"]
            assert [each["name"] for each in people] == ["bob", "lin"]
            to = {each["name"]: each["id"] for each in people}
            wrong = await room.say(room.ann, "inside/asks", to=to["lin"], want="take")
            assert code(wrong) == (404, "FB549")
            ask = await room.ask("bob", "take")
            again = await room.say(room.ann, "inside/asks", to=to["bob"], want="take")
            assert code(again) == (409, "FB549")
            assert code(await room.say(room.ann, f"inside/asks/{ask}/signed", body="a0")) == (409, "FB549")
            assert code(await room.say(room.ann, f"inside/asks/{ask}/accept")) == (409, "FB549")
            assert code(await room.say(room.lin, f"inside/asks/{ask}/accept")) == (404, "FB549")
            await room.say(room.bob, f"inside/asks/{ask}/accept")
            assert (await room.say(room.ann, f"inside/asks/{ask}/signed", body="a0")).status_code == 200
            assert (await room.seen(room.bob))["inside"]["asks"][0]["body"] == "a0"
            await room.say(room.bob, f"inside/asks/{ask}/end")
            assert (await room.seen(room.ann))["inside"]["asks"] == []

    played(work)


def test_what_stood_in_a_call_is_gone_with_it_and_with_the_session(tmp_path: Path) -> None:
    async def work() -> None:
        async with spoken(tmp_path) as room:
            house = room.both.site.app.state.house
            await room.say(room.lin, f"inside/asks/{await room.ask('lin')}/accept")
            await room.say(room.lin, "inside/media", **END)
            await room.ask("bob")
            await room.bob.post("/api/logout", json={})
            assert [each.to.account for each in house.asks.held.values()] == ["lin"]
            await room.say(room.ann, "hangup")
            held = room.both.site.watching.views.board.picture
            await until(lambda: (held.held("call", "south", room.call) or {}).get("state") != "in call")
            people = (await room.ann.get(f"{room.place}/inside/people")).json()["people"]
            late = await room.say(room.ann, "inside/asks", to=people[0]["id"], want="interpret")
            assert code(late) == (409, "FB549")
            assert (house.asks.held, house.legs.held) == ({}, {})

    played(work)
