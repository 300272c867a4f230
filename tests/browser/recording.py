"""Plays a busy hour on two real nodes and writes what the console would see as `console/recorded.json`.

    .venv/bin/python -m tests.browser.recording

The unit tests of the console and its pictures are made from that file, so that they show what nodes say and
not what somebody believes. Alerts, positions and the session are the console's own; tests add them.
"""

import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from firebreak.api.client import Client
from firebreak.app.house import House
from firebreak.cli.signing import Signer, prepare, sign
from tests.api.running import both
from tests.plays.paired import PASSPHRASE

FILE: Final = Path(__file__).parents[2] / "console" / "recorded.json"
LINE: Final = "south"


class Play:
    """Both sides, and an officer of each."""

    def __init__(self, folder: Path, north: Client, south: Client) -> None:
        self.north, self.south = north, south
        file = folder / "passphrase"
        file.write_text(PASSPHRASE, encoding="utf-8")
        self.ours = Signer.of(House.at(folder / "north"), "north one", file)
        self.theirs = Signer.of(House.at(folder / "south"), "south one", file)

    async def we(self, what: str, **fields: object) -> None:
        prepared = await prepare(self.north, self.ours.house, "south", what, **fields)
        await sign(self.north, "south", self.ours, prepared)

    async def they(self, what: str, **fields: object) -> None:
        prepared = await prepare(self.south, self.theirs.house, "north", what, **fields)
        await sign(self.south, "north", self.theirs, prepared)

    async def until(self, client: Client, done: Any) -> None:
        """Wait until what a node answers is so."""
        async with asyncio.timeout(10):
            events = client.events()
            while not await done():
                await anext(events)

    async def call(self, ours: bool, **fields: object) -> str:
        """Place a call and wait until it sounds on the other side, or is known not to."""
        caller, callee = (self.north, self.south) if ours else (self.south, self.north)
        call = (await caller.ask("call.place", **fields))["call"]

        async def known() -> bool:
            calls = (await callee.ask("calls"))["calls"]
            return any(each["call"] == call and each["state"] != "placed" for each in calls)

        await self.until(callee, known)
        return call

    async def call_outcome(self, client: Client, call: str, *outcomes: str) -> None:
        async def known() -> bool:
            calls = (await client.ask("calls"))["calls"]
            return any(each["call"] == call and each["outcome"] in outcomes for each in calls)

        await self.until(client, known)


async def _watches(play: Play) -> None:
    await play.we("watch.take", desk="duty", role="Major", languages=["en", "de"])
    await play.they("watch.take", desk="duty", role="Colonel", languages=["uk", "en"])
    await play.north.ask("attend", desk="duty")
    await play.south.ask("attend", desk="duty")


async def _calls(play: Play) -> None:
    call = await play.call(ours=False, desk="duty", precedence="priority", subject="night flights")
    await play.we("answer", call=call, desk="duty")
    await play.call_outcome(play.south, call, "answered")
    await play.north.ask("call.hangup", call=call)
    call = await play.call(ours=True, desk="duty", precedence="routine", subject="weather at sea")
    await play.they("decline", call=call, desk="duty", reason="needs-agenda", text="Send the agenda first.")
    await play.call_outcome(play.north, call, "declined")
    call = await play.call(ours=True, desk="duty", precedence="immediate")
    await play.they("busy", call=call)
    await play.call_outcome(play.north, call, "busy")
    call = await play.call(ours=True, desk="minister", precedence="flash", subject="airspace")
    await play.call_outcome(play.north, call, "unattended")
    call = await play.call(ours=True, desk="duty", precedence="priority")
    await play.north.ask("call.withdraw", call=call)
    await play.call_outcome(play.south, call, "withdrawn")


async def _messages(play: Play) -> None:
    first = await play.north.ask("send", text="Rescue helicopter crosses the bay at 14:00Z.", language="en")
    await arrived(play, play.south, first["hash"])
    await play.south.ask("shown", desk="duty", messages=[first["hash"]])
    await play.they("read", message=first["hash"], desk="duty")
    paraphrase = "Вертоліт о 14:00Z, ми не стріляємо."
    await play.they("acknowledge", message=first["hash"], desk="duty", paraphrase=paraphrase)
    await play.north.ask("send", phrase="please-say-again", precedence="priority")
    for text, language, precedence in (
        ("Доброї ночі. Зв'язок чути добре.", "uk", "routine"),
        ("Наш буксир не має ходу, 46.30 N 31.75 E. Прохання не наближатися.", "uk", "priority"),
        ("Негайно припиніть вогонь по району НА-114: там цивільні.", "uk", "flash"),
    ):
        sent = await play.south.ask("send", text=text, language=language, precedence=precedence)
        await arrived(play, play.north, sent["hash"])
    place = {"place": "46.30, 31.75", "struck": "civilians"}
    sent = await play.south.ask("send", phrase="stop-firing-at", values=place, precedence="immediate")
    await arrived(play, play.north, sent["hash"])


async def arrived(play: Play, client: Client, hash: str) -> None:
    """Wait until a node lists a message."""

    async def listed() -> bool:
        return any(each["hash"] == hash for each in (await client.ask("inbox"))["messages"])

    await play.until(client, listed)


async def played(folder: Path) -> dict[str, Any]:
    """The whole play, and what North's console sees at its end: a flash call rings."""
    async with both(folder) as (north, south):
        await north.subscribe()
        await south.subscribe()
        play = Play(folder, north, south)
        await _watches(play)
        await _calls(play)
        await _messages(play)
        await play.they(
            "request", precedence="immediate", level="minister", text="On the incident of tonight."
        )
        await north.ask("check")
        await play.they("check", desk="duty")
        ringing = await play.call(
            ours=False, desk="duty", precedence="flash", subject="HA-114", ring_seconds=180
        )
        await play.call_outcome(north, ringing, "ringing")
        return await seen(north, ringing)


async def seen(north: Client, ringing: str) -> dict[str, Any]:
    """A snapshot in the shapes of the desk socket, and answers to a few questions."""
    status = await north.ask("status")
    asked = {each: await north.ask(each, last=200) for each in ("calls", "entries", "requests")}
    inbox = await north.ask("inbox", last=200, show_in="all")
    flash = next(each for each in inbox["messages"] if each["precedence"] == "flash")
    decline = {"what": "decline", "call": ringing, "desk": "duty", "reason": "needs-agenda"}
    answers = {
        "answer": await north.ask("prepare", what="answer", call=ringing, desk="duty"),
        "decline": await north.ask("prepare", **decline),
        "read": await north.ask("prepare", what="read", message=flash["hash"], desk="duty"),
        "watch.hand-over": await north.ask("prepare", what="watch.hand-over", desk="duty"),
        "check": await north.ask("prepare", what="check", desk="duty"),
        "send": await north.ask("send", text="Verstanden.", language="de", prepare=True),
    }
    line = status["lines"][LINE]
    return {
        "snapshot": {
            "cursor": "1-1",
            "party": status["party"],
            "environment": line["environment"],
            "now": status["now"],
            "lines": {LINE: {**line, "name": LINE}},
            "calls": {LINE: asked["calls"]["calls"]},
            "messages": {LINE: inbox["messages"]},
            "requests": {LINE: asked["requests"]["requests"]},
            "entries": {LINE: asked["entries"]["entries"]},
        },
        "ledger": await north.ask("ledger"),
        "prepared": answers,
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        value = asyncio.run(played(Path(folder)))
    FILE.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"written: {FILE.name}, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    sys.exit(main())
