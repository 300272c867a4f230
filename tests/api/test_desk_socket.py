"""Whatever is written to the desk socket gets an answer that says what is wrong; nothing stops the node."""

import asyncio
import json
import random
from pathlib import Path
from typing import Any

import pytest

from firebreak.api.client import Client
from firebreak.api.desk_socket import LINE_BYTES_MAX
from firebreak.api.verbs import VERBS
from firebreak.api.verbs.preparing import PREPARE
from firebreak.core.base.errors import LocalError
from tests.api.running import both, played, running, until_open
from tests.plays.paired import copy_paired

STRANGE: list[Any] = [
    None, 0, -1, 1 << 70, 1.5, True, "", "x", "x" * 40_000, "\x1b[2J", "\u202e", "ff" * 32, [], ["a", 1],
    ["x"] * 3_000, {}, {"at": "never"},
]  # fmt: skip
NAMES = (
    "line", "desk", "from_desk", "to", "text", "message", "about", "relation", "precedence", "last", "call",
    "ring_seconds", "subject", "what", "kind", "body", "reason", "messages", "phrase", "values", "until",
    "scope", "expires_at", "answer_by", "request", "answer", "opens_at", "closes_at", "since", "languages",
    "role", "claim", "sources", "row", "path", "show_in", "asked", "language",
)  # fmt: skip


async def _raw(path: Path, data: bytes) -> dict[str, Any]:
    reader, writer = await asyncio.open_unix_connection(str(path), limit=4 * LINE_BYTES_MAX)
    try:
        writer.write(data)
        await writer.drain()
        return json.loads(await reader.readline())
    finally:
        writer.close()
        await writer.wait_closed()


@pytest.mark.parametrize("data", [b"\n", b"nonsense\n", b"[1]\n", b'{"id": 1}\n', b'{"do": 5}\n', b"\xff\n"])
def test_what_is_no_request_is_answered_and_nothing_else_happens(tmp_path: Path, data: bytes) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (node, client):
            answer = await _raw(node.house.socket, data)
            assert not answer["ok"]
            assert answer["error"]["code"] == "FB334"
            assert (await client.ask("status"))["party"] == "North"

    played(work)


def test_a_request_that_is_too_large_is_refused(tmp_path: Path) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (node, client):
            answer = await _raw(node.house.socket, b'{"do": "' + b"x" * LINE_BYTES_MAX + b'"}\n')
            assert answer["error"]["code"] == "FB334"
            assert (await client.ask("status"))["party"] == "North"

    played(work)


def test_an_answer_that_is_too_large_is_an_error_and_not_a_broken_connection(tmp_path: Path) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (node, client):

            async def much(*_: Any) -> dict[str, Any]:
                return {"much": "x" * LINE_BYTES_MAX}

            node.socket.handle = much
            with pytest.raises(LocalError) as caught:
                await client.ask("status")
            assert caught.value.code == "FB334"

    played(work)


def test_an_unknown_request_names_those_there_are(tmp_path: Path) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (_, client):
            with pytest.raises(LocalError) as caught:
                await client.ask("sned")
            assert caught.value.code == "FB337"
            assert "send" in caught.value.hint

    played(work)


def test_strange_arguments_never_stop_the_node_or_leave_anybody_waiting(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path) as (north, south):
            asked = [(verb, {}) for verb in sorted(VERBS.keys() - {"export", "clock.jump"})]
            asked += [("prepare", {"what": what}) for what in sorted(PREPARE)]
            for verb, fixed in asked:
                await _ask_strangely(north, verb, fixed)
            sent = await north.ask("send", text="still here")
            async for event in north.events():
                if event["event"] == "MessagesStored" and sent["hash"] in event["entries"]:
                    break
            assert (await south.ask("inbox", last=1))["messages"][0]["text"] == "still here"

    played(work)


async def _ask_strangely(client: Client, verb: str, fixed: dict[str, Any]) -> None:
    """Strange values in the place of all arguments at once, and some alone beside good ones."""
    good: dict[str, Any] = {"text": "good", "desk": "duty"}
    alone = [{**good, name: value} for name in NAMES for value in STRANGE]
    chosen = random.Random(verb).sample(alone, 40)  # all of them once took half a minute and found no more
    for each in [*(dict.fromkeys(NAMES, value) for value in STRANGE), *chosen]:
        if len(json.dumps(each)) > LINE_BYTES_MAX - 1_000:
            continue
        try:
            await client.ask(verb, **{**each, **fixed})
        except LocalError as error:
            assert error.code != "FB399", f"{verb} {each}: {error.text}"  # noqa: PT017


def test_a_client_is_told_when_the_node_ends(tmp_path: Path) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (node, _):
            late = await Client.connect(node.house.socket).__aenter__()
        async for _ in late.events():
            raise AssertionError("nothing was subscribed")
        with pytest.raises(LocalError) as caught:
            await late.ask("status")
        assert caught.value.code == "FB336"
        await late.__aexit__(None, None, None)

    played(work)


def test_whoever_waits_for_a_line_that_is_not_open_yet_is_told_that_the_node_stops(tmp_path: Path) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (_, client):
            sending = asyncio.create_task(client.ask("send", text="early"))
            await client.ask("status")
            assert not sending.done()
        with pytest.raises(LocalError) as caught:
            await sending
        assert caught.value.code == "FB336"

    played(work)


def test_a_command_before_the_segment_is_open_waits_and_is_then_signed(tmp_path: Path) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (_, north):
            early = asyncio.create_task(north.ask("send", text="early"))
            status = await north.ask("status")
            assert not status["lines"]["south"]["signing"]
            async with running(tmp_path / "south") as (_, south):
                assert (await early)["hash"]
                await until_open(south)

    played(work)


def test_a_desk_is_attended_on_as_many_consoles_as_are_connected(tmp_path: Path) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (node, client):
            desks = node.lanes["south"].line.machines.desks
            await client.ask("attend", desk="duty")
            async with Client.connect(node.house.socket) as second:
                await second.ask("attend", desk="duty")
                await second.ask("attend", desk="duty")
                assert desks.consoles("duty") == 2
            while len(node.socket.connections) > 1:
                await client.ask("status")
            assert desks.consoles("duty") == 1

    played(work)


def test_two_nodes_on_one_database_are_one_too_many(tmp_path: Path) -> None:
    async def work() -> None:
        copy_paired(tmp_path)
        async with running(tmp_path / "north") as (_, client):
            with pytest.raises(LocalError) as caught:
                async with running(tmp_path / "north"):
                    pass
            assert caught.value.code == "FB301"
            assert (await client.ask("status"))["party"] == "North"

    played(work)


def test_a_socket_whose_path_is_too_long_is_an_error_that_says_so(tmp_path: Path) -> None:
    async def work() -> None:
        deep = tmp_path / ("x" * 120)
        deep.mkdir()
        copy_paired(deep)
        with pytest.raises(LocalError) as caught:
            async with running(deep / "north"):
                pass
        assert caught.value.code == "FB330"

    played(work)
