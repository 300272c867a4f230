"""Private matchings over two nodes: what a program of an officer asks for, and what the nodes refuse."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from firebreak.api.client import Client
from firebreak.app.running import Node
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import HOUR
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.matching.bodies import MatchingPart, Role, cut, whole_of
from tests.api.running import played, running, until_open
from tests.api.test_notices import event, signer, stated
from tests.covering import covers
from tests.plays.paired import PARTIES, copy_paired

SALTED = {"ours": "11" * 32, "theirs": "22" * 32}
SETTINGS = "\n[private_matching]\nenabled = true\n"


@asynccontextmanager
async def willing(folder: Path, *on: str) -> AsyncIterator[tuple[tuple[Node, Client], tuple[Node, Client]]]:
    """Two nodes; private matching is switched on at both, or at those named."""
    copy_paired(folder)
    async with AsyncExitStack() as stack:
        found: list[tuple[Node, Client]] = []
        for name in ("north", "south"):
            file = folder / name / "firebreak.toml"
            if name in (on or PARTIES):
                file.write_text(file.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
            found.append(await stack.enter_async_context(running(folder / name)))
        for _, client in found:
            await until_open(client)
        yield found[0], found[1]


async def proposed(folder: Path, north: Client, **more: Any) -> str:
    now = (await north.ask("matchings"))["now"]
    form: dict[str, Any] = {"from_at": now, "until_at": now + HOUR, "resolution": 6, "reach_m": 24_000}
    form |= {"expander": "ours", "items_max": 1_000, **more}
    who = (await north.ask("status"))["party"].lower()
    line = {"north": "south", "south": "north"}[who]
    return (await stated(north, signer(folder, who), line, "matching.propose", **form))["hash"]


async def until(client: Client, name: str, state: str) -> dict[str, Any]:
    """Wait until a matching is in this state."""
    while (found := await client.ask("matching", matching=name))["state"] != state:
        await anext(client.events())
    return found


async def accepted(folder: Path, north: Client, south: Client) -> str:
    name = await proposed(folder, north)
    assert (await event(south, "MatchingProposed"))["matching"] == name
    await stated(south, signer(folder, "south"), "north", "matching.answer", matching=name[:9], word="accept")
    await until(north, name, "accepted")
    return name


async def committed(folder: Path, north: Client, south: Client) -> str:
    name = await accepted(folder, north, south)
    await north.ask("matching.commit", matching=name, commitment=SALTED["ours"])
    await south.ask("matching.commit", matching=name, commitment=SALTED["theirs"])
    for each in (north, south):
        await until(each, name, "committed")
    return name


def parts(name: str, role: str, data: bytes) -> list[dict[str, Any]]:
    pieces, whole = cut(data), whole_of(data).hex()
    about = {"matching": name, "role": role, "of": len(pieces), "whole_sha256": whole}
    return [{**about, "number": number, "data": each.hex()} for number, each in enumerate(pieces, start=1)]


@covers("MATCHING-015", "MATCHING-019")
def test_a_run_goes_from_the_proposal_to_an_officers_word_on_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with willing(tmp_path) as ((_, north), (_, south)):
            name = await committed(tmp_path, north, south)
            sent: dict[tuple[str, str], bytes] = {}
            for client, who in ((north, "north"), (south, "south")):
                for role in ("request", "setup", "response"):
                    sent[who, role] = f"{who} {role} ".encode() * 1_800
                    for each in parts(name, role, sent[who, role]):
                        told = await client.ask("matching.part", **each)
                        assert await client.ask("matching.part", **each) == told
            for client in (north, south):
                await until(client, name, "complete")
            given = await south.ask("matching.message", matching=name, role="setup")
            assert bytes.fromhex(given["data"]) == sent["north", "setup"]
            own = await south.ask("matching.message", matching=name, role="request", ours=True)
            assert bytes.fromhex(own["data"]) == sent["south", "request"]
            who = signer(tmp_path, "south")
            await stated(south, who, "north", "matching.done", matching=name, result="hits", hits=2)
            found = await until(north, name, "done")
            assert found["done"] == {
                "ours": None,
                "theirs": {"result": "hits", "hits": 2, "officer": "south one", "text": ""},
            }
            assert (found["we_expand"], (await south.ask("matching", matching=name))["we_expand"]) == (
                True,
                False,
            )
            assert not found["findings"]
            entries = (await north.ask("entries", last=500))["entries"]
            urgent = [each for each in entries if each["kind"].startswith("matching")]
            assert {each["precedence"] for each in urgent} == {"routine"}

    played(work)


@covers("MATCHING-012")
def test_nothing_of_a_run_is_said_before_both_sides_are_bound(tmp_path: Path) -> None:
    async def work() -> None:
        async with willing(tmp_path) as ((_, north), (_, south)):
            name = await accepted(tmp_path, north, south)
            (part,) = parts(name, "request", b"blinded")
            with pytest.raises(LocalError, match="our side has not"):
                await north.ask("matching.part", **part)
            said = await north.ask("matching.commit", matching=name, commitment=SALTED["ours"])
            assert await north.ask("matching.commit", matching=name, commitment=SALTED["ours"]) == said
            with pytest.raises(LocalError, match="committed itself to a set already"):
                await north.ask("matching.commit", matching=name, commitment="33" * 32)
            with pytest.raises(LocalError, match="the other side has not committed"):
                await north.ask("matching.part", **part)

    played(work)


@covers("MATCHING-012")
def test_a_part_that_a_node_says_too_early_counts_for_nothing(tmp_path: Path) -> None:
    async def work() -> None:
        async with willing(tmp_path) as ((node, north), (_, south)):
            name = await committed(tmp_path, north, south)
            body = MatchingPart(
                matching=bytes.fromhex(name),
                role=Role.REQUEST,
                number=1,
                of=1,
                whole=whole_of(b"x"),
                data=b"x",
            )
            await node.pump.ask("south", lambda _line, _now: Draft(kind=Kind.MATCHING_PART, body=body))
            doubted = await event(south, "MatchingDoubted")
            assert doubted["finding"]["code"] == "matching-part-early"
            found = await south.ask("matching", matching=name)
            assert (found["state"], found["messages"]["theirs"]) == ("committed", {})
            with pytest.raises(LocalError, match="not complete yet"):
                await south.ask("matching.message", matching=name, role="request")

    played(work)


@covers("MATCHING-015")
def test_a_message_that_is_not_what_its_parts_say_is_not_given_out(tmp_path: Path) -> None:
    async def work() -> None:
        async with willing(tmp_path) as ((_, north), (_, south)):
            name = await committed(tmp_path, north, south)
            (part,) = parts(name, "request", b"blinded")
            await north.ask("matching.part", **{**part, "whole_sha256": "00" * 32})
            await event(south, "MatchingMessageWhole")
            with pytest.raises(LocalError, match="not the one that its parts name"):
                await south.ask("matching.message", matching=name, role="request")

    played(work)


@covers("MATCHING-004", "MATCHING-005")
def test_a_node_on_which_it_is_switched_off_says_so_and_takes_no_part(tmp_path: Path) -> None:
    async def work() -> None:
        async with willing(tmp_path, "north") as ((_, north), (_, south)):
            assert (await south.ask("matchings"))["enabled"] is False
            with pytest.raises(LocalError, match="switched off"):
                await proposed(tmp_path, south)
            name = await proposed(tmp_path, north)
            found = await until(north, name, "declined")
            assert (found["answer"]["word"], found["answer"]["officer"]) == ("off", "")

    played(work)
