"""Voice notes over two nodes: left, carried in parts, and given out only whole."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from firebreak.api.client import Client
from firebreak.app.ceremony import Ceremony
from firebreak.app.running import Node
from firebreak.cli.signing import Prepared, Signer, prepare
from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import NO_ENTRY
from firebreak.core.message.voice.bodies import VoiceNote, cut
from firebreak.core.message.voice.speaking import part_drafts
from tests.api.running import both, played, running, until_open
from tests.api.test_sound import Console
from tests.covering import covers
from tests.plays.paired import copy_paired

SPEECH = bytes(each * 7 % 256 for each in range(25_000))


def facts(data: bytes, **more: Any) -> dict[str, Any]:
    parts = [hashlib.sha256(each).hexdigest() for each in cut(data)]
    whole = hashlib.sha256(data).hexdigest()
    return {"duration_ms": 29_900, "size_bytes": len(data), "sha256": whole, "parts": parts, **more}


async def leave(console: Console, data: bytes, sent: bytes | None = None, **more: Any) -> dict[str, Any]:
    """Prepare, sign, and bring these bytes or others."""
    signer = console.signer
    prepared = await prepare(console.client, signer.house, console.line, "voice.note", **facts(data, **more))
    body = prepared.signed_by(signer.key(), signer.house.config.environment).to_bytes().hex()
    pieces = [each.hex() for each in cut(data if sent is None else sent)]
    return await console.ask("voice.send", body=body, data=pieces, precedence=prepared.precedence)


async def listed(console: Console) -> list[dict[str, Any]]:
    return (await console.ask("voice.notes"))["notes"]


def consoles(folder: Path, north: Client, south: Client) -> tuple[Console, Console]:
    return Console(folder, "north", "south", north), Console(folder, "south", "north", south)


@covers("SOUND-030", "SOUND-032")
def test_a_note_comes_whole_to_the_other_side(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as clients:
            north, south = consoles(tmp_path, *clients)
            told = await leave(north, SPEECH, gist="Boat adrift.", precedence="flash")
            announced = await south.told("VoiceNoteAnnounced")
            assert (announced["officer"], announced["precedence"]) == ("north one", "flash")
            assert (await south.told("VoiceNoteCompleted"))["note"] == told["hash"]
            (note,) = await listed(south)
            assert (note["note"], note["here"], note["parts"], note["complete"]) == (told["hash"], 3, 3, True)
            assert (note["gist"], note["ours"], note["mark"]) == ("Boat adrift.", False, "good")
            given = await south.ask("voice.note", note=told["hash"])
            assert given["type"] == "audio/webm;codecs=opus"
            assert bytes.fromhex(given["data"]) == SPEECH
            entries = (await south.ask("entries", last=200))["entries"]
            sent = [
                (each["kind"], each["precedence"]) for each in entries if each["kind"].startswith("voice")
            ]
            assert sent == [("voice_note", "flash"), *[("voice_part", "immediate")] * 3]
            second = await leave(south, b"short")
            await north.told("VoiceNoteCompleted", suits=lambda each: not each["ours"])
            assert [each["note"] for each in await listed(north)] == [told["hash"], second["hash"]]
            older = await north.ask("voice.notes", before=second["hash"])
            assert [each["note"] for each in older["notes"]] == [told["hash"]]
            while not all(each["stored"] for each in await listed(north) if each["ours"]):
                await anext(north.client.events())

    played(work)


@covers("SOUND-034")
def test_a_note_that_is_not_as_it_was_signed_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as clients:
            north, south = consoles(tmp_path, *clients)
            for sent in (SPEECH[:-1], SPEECH + b"x", bytes(48_001)):
                with pytest.raises(LocalError) as refused:
                    await leave(north, SPEECH, sent)
                assert refused.value.code == "FB551"
            bad: tuple[dict[str, Any], ...] = (
                {"duration_ms": 31_001},
                {"size_bytes": 1},
                {"parts": []},
                {"desk": "nowhere"},
                {"gist": "\u202e"},
            )
            for wrong in bad:
                with pytest.raises(LocalError):
                    await leave(north, SPEECH, **wrong)
            with pytest.raises(LocalError) as unknown:
                await north.ask("voice.note", note="ab" * 32)
            assert unknown.value.code == "FB550"
            assert await listed(north) == []
            await south.state("suspend", scope="voice")
            await north.told("LineSuspended")
            with pytest.raises(LocalError) as suspended:
                await leave(north, SPEECH)
            assert suspended.value.code == "FB173"

    played(work)


async def forged(node: Node, signer: Signer, data: bytes, sent: int, **fields: Any) -> str:
    """What no honest node writes: a note under another hash, or with too few parts."""
    body = replace(VoiceNote.of(data, desk="duty", from_desk="duty", duration_ms=29_000), **fields)
    prepared = Prepared(74, body, NO_ENTRY, NO_ENTRY, Ceremony(signer.house, "south").line_id, 1)
    stated = prepared.signed_by(signer.key(), signer.house.config.environment)
    head = await node.pump.ask("south", lambda _line, _now: Draft(kind=Kind.VOICE_NOTE, body=stated))
    assert head is not None
    for draft in part_drafts(head, data, Precedence.ROUTINE)[:sent]:
        await node.pump.ask("south", lambda _line, _now, draft=draft: draft)
    return head.hash.hex()


@covers("SOUND-032")
def test_what_is_not_whole_is_given_to_nobody(tmp_path: Path) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (node, north), running(tmp_path / "south") as (_, south):
            await until_open(north)
            await until_open(south)
            ours, theirs = consoles(tmp_path, north, south)
            other = await forged(node, ours.signer, SPEECH, 3, sha256=bytes(32))
            short = await forged(node, ours.signer, SPEECH, 2)
            await theirs.told("VoiceNoteAnnounced", suits=lambda each: each["note"] == short)
            while sum(each["here"] for each in await listed(theirs)) < 5:
                await anext(south.events())
            for note, words in ((other, "not what its officer signed"), (short, "2 of 3 parts")):
                with pytest.raises(LocalError, match=words) as refused:
                    await theirs.ask("voice.note", note=note)
                assert refused.value.code == "FB552"

    played(work)
