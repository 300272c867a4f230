"""Two consoles speak by way of two nodes: every verb and event that they need, over the desk socket."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from firebreak.api.client import Client
from firebreak.app.house import House
from firebreak.cli.signing import Signer, prepare, sign
from firebreak.core.base.errors import LocalError
from tests.api.running import both, played
from tests.core.call.sound.speech import CANDIDATE, sdp
from tests.covering import covers
from tests.plays.paired import PASSPHRASE

NORTH, SOUTH, MIDDLE = (hashlib.sha256(each).digest() for each in (b"north", b"south", b"the middle"))


class Console:
    """One side's page with its officer."""

    def __init__(self, folder: Path, name: str, other: str, client: Client) -> None:
        file = folder / f"passphrase of {name}"
        file.write_text(PASSPHRASE, encoding="utf-8")
        self.client, self.line = client, other
        self.signer = Signer.of(House.at(folder / name), f"{name} one", file)

    async def state(self, what: str, **fields: Any) -> None:
        prepared = await prepare(self.client, self.signer.house, self.line, what, **fields)
        await sign(self.client, self.line, self.signer, prepared)

    async def ask(self, verb: str, **fields: Any) -> dict[str, Any]:
        return await self.client.ask(verb, line=self.line, **fields)

    async def told(self, name: str, *, suits: Callable[[dict[str, Any]], bool] = bool) -> dict[str, Any]:
        """The next event of that name."""
        async for event in self.client.events():
            if event["event"] == name and suits(event):
                return event
        raise AssertionError(name)


async def connected(folder: Path, north: Client, south: Client) -> tuple[Console, Console, str]:
    """North calls with sound, South's console warms up and its officer answers."""
    ours, theirs = Console(folder, "north", "south", north), Console(folder, "south", "north", south)
    await theirs.state("watch.take")
    call = (await ours.ask("call.place", media_key=NORTH.hex()))["call"]
    await ours.state("call.speak", call=call, sdp="offer", fingerprint=NORTH.hex(), description=sdp(NORTH))
    described = await theirs.told("MediaDescribed")
    assert (described["sdp"], described["leg"], described["by_us"]) == ("offer", 0, False)
    assert (described["description"], described["officer"]) == (sdp(NORTH), "north one")
    await ours.ask("call.candidate", call=call, candidates=[CANDIDATE], last=True)
    assert (await theirs.told("CandidatesCame"))["candidates"] == [CANDIDATE]
    media = {"sdp": "answer", "fingerprint": SOUTH.hex(), "description": sdp(SOUTH)}
    await theirs.ask("call.media", call=call, **media)
    assert (await ours.told("MediaDescribed", suits=lambda each: not each["by_us"]))["officer"] == ""
    (end, other) = (await ours.ask("call.sound", call=call))["ends"]
    assert (end["by"], end["candidates"], end["last"], end["signed"]) == ("caller", [CANDIDATE], True, True)
    assert (other["by"], other["description"], other["signed"]) == ("callee", sdp(SOUTH), False)
    await theirs.state("answer", call=call, media_key=SOUTH.hex())
    await ours.told("MediaSigned")
    return ours, theirs, call


@covers("SOUND-005", "SOUND-008", "SOUND-009")
def test_two_consoles_connect_while_it_rings_and_the_record_says_that_they_talked(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, south):
            ours, theirs, call = await connected(tmp_path, north, south)
            good = {"description_matches": True, "certificate_matches": True}
            await ours.ask("call.secured", call=call, ours=NORTH.hex(), theirs=SOUTH.hex(), **good)
            with pytest.raises(LocalError, match="FB546"):
                await theirs.ask("call.hangup", call=call, media_up=True)
            await theirs.ask("call.secured", call=call, ours=SOUTH.hex(), theirs=NORTH.hex(), **good)
            await ours.told("MediaSecured", suits=lambda each: each["both"])
            for verb, event in (
                ("hold", "Held"),
                ("resume", "Resumed"),
                ("join", "Joined"),
                ("leave", "Left"),
            ):
                fields = {"who": "Olena K., interpreter", "leg": 1} if verb in ("join", "leave") else {}
                await theirs.ask(f"call.{verb}", call=call, **fields)
                assert (await ours.told(event))["by"] == "callee"
            await theirs.state("call.record", call=call, consent="asked")
            await ours.told("RecordingAsked")
            await ours.state("call.record", call=call, consent="given")
            await theirs.told("RecordingAgreed")
            await theirs.ask(
                "call.recorded", call=call, chunks=3, size_bytes=9, last=MIDDLE.hex(), ended=True
            )
            assert (await ours.told("Recorded"))["chunks"] == 3
            await ours.ask("call.hangup", call=call, media_up=True)
            await theirs.told("HungUp")
            await theirs.ask("call.hangup", call=call, media_up=True)
            await theirs.state("call.minutes", call=call, text="Both keep to the road.")
            proposed = await ours.told("MinutesProposed")
            await ours.state("call.minutes", call=call, agrees=proposed["ref"]["hash"])
            assert (await theirs.told("MinutesAgreed"))["officer"] == "north one"
            for side in (ours, theirs):
                (view,) = (await side.ask("calls"))["calls"]
                assert (view["evidence"], view["outcome"]) == ("e6", "answered")
                assert [each["state"] for each in view["sound"]["legs"]] == ["secured"]
                assert view["sound"]["secured_by"] == ["caller", "callee"]
                assert view["sound"]["minutes"][0]["agreed_by"] == "north one"
                assert view["findings"] == []
                assert (await side.ask("call.sound", call=call))["ends"] == []

    played(work)


@covers("SOUND-007")
def test_another_key_on_the_connection_is_an_alarm_on_both_sides(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, south):
            ours, theirs, call = await connected(tmp_path, north, south)
            await theirs.ask(
                "call.secured", call=call, ours=SOUTH.hex(), theirs=MIDDLE.hex(), description_matches=True
            )
            for side in (ours, theirs):
                alarm = await side.told("MediaContradicted")
                assert (alarm["leg"], alarm["by"]) == (0, "callee")
                assert alarm["finding"]["code"] == "sound-check-failed"
            with pytest.raises(LocalError, match="FB541"):
                await ours.ask(
                    "call.media",
                    call=call,
                    leg=1,
                    sdp="offer",
                    fingerprint=NORTH.hex(),
                    description=sdp(MIDDLE),
                )

    played(work)
