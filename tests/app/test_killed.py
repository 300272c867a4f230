"""A node that is killed at any moment loses nothing that it had answered for."""

import asyncio
import os
import random
from pathlib import Path

import pytest

from firebreak.api.client import Client
from firebreak.core.base.errors import LocalError
from tests.api.running import both, played, running, until_open
from tests.covering import covers
from tests.power.processes import process
from tests.power.record import ceremony_of, storage_key, verified
from tests.power.talking import same
from tests.power.told import held, told_before

ROUNDS = 5
SEED = 0x5EA1
BOTH_ROUNDS = int(os.environ.get("FIREBREAK_POWER") or 9) // 3


async def _until_killed(client: Client, round_: int, answered: dict[str, str], begun: asyncio.Event) -> None:
    """Send as fast as the node answers; note what it has answered for."""
    for number in range(10_000):
        text = f"round {round_} message {number}"
        try:
            sent = await client.ask("send", text=text)
        except LocalError as error:
            assert error.code == "FB336", error  # noqa: PT017
            return
        answered[sent["hash"]] = text
        begun.set()


async def _held(client: Client, hashes: dict[str, str]) -> None:
    for each, text in hashes.items():
        assert (await client.ask("message", message=each))["text"] == text


async def _receipted(client: Client, wanted: set[str], receipted: set[str]) -> None:
    while not wanted <= receipted:
        event = await anext(client.events())
        if event["event"] == "MessagesStored" and event["ours"]:
            receipted.update(event["entries"])


@covers("I1", "I29")
def test_a_node_that_is_killed_again_and_again_loses_no_message_it_answered_for(tmp_path: Path) -> None:
    dice = random.Random(SEED)
    answered: dict[str, str] = {}

    async def work() -> None:
        async with both(tmp_path):
            pass
        async with running(tmp_path / "south") as (_, south):
            for round_ in range(ROUNDS):
                async with process(tmp_path / "north") as node, Client.connect(_socket(tmp_path)) as north:
                    await until_open(north)
                    await _held(north, answered)
                    begun = asyncio.Event()
                    sending = asyncio.create_task(_until_killed(north, round_, answered, begun))
                    await begun.wait()
                    await asyncio.wait({sending}, timeout=dice.uniform(0.0, 0.4))
                    node.kill()
                    await sending
            async with process(tmp_path / "north"), Client.connect(_socket(tmp_path)) as north:
                await until_open(north)
                await _held(north, answered)
                last = await north.ask("send", text="the last one")
                await _receipted(north, {last["hash"]}, set())
            await _held(south, answered)

    played(work)
    assert len(answered) >= ROUNDS, "the rounds were too short to say anything"


def _socket(folder: Path) -> Path:
    return folder / "north" / "node.sock"


def _both_kept(folder: Path, answered: dict[str, set[str]]) -> None:
    """Whatever one node had said or receipted, and the other holds, stands in its own record."""
    records = {each: held(folder / each, storage_key(folder / each)) for each in answered}
    for each, other in (("north", "south"), ("south", "north")):
        found = {kept.entry.hash for kept in records[each]}
        party = ceremony_of(folder / each).offer().party[:16]
        told = told_before(1 << 62, records[other], party)
        assert told.own <= found
        assert told.receipted <= found
        assert {bytes.fromhex(hash) for hash in answered[each]} <= found
    verified(folder / "north", folder / "south", but="gap")  # what is given back may come after what is new


async def _killed_in_turn(folder: Path, dice: random.Random, answered: dict[str, set[str]]) -> None:
    """Both nodes talk; one of them or both are killed at any moment, also while they still greet."""
    async with (
        process(folder / "north") as first,
        process(folder / "south") as second,
        Client.connect(folder / "north" / "node.sock") as north,
        Client.connect(folder / "south" / "node.sock") as south,
    ):
        notes = {"north": dict[str, str](), "south": dict[str, str]()}
        talking = [
            asyncio.create_task(_until_killed(end, 0, said, asyncio.Event()))
            for end, said in ((north, notes["north"]), (south, notes["south"]))
        ]
        await asyncio.wait(talking, timeout=dice.uniform(0.0, 1.5))
        now = dice.choice([[first], [second], [first, second]])
        for each in now:
            each.kill()
        await asyncio.wait(talking, timeout=dice.uniform(0.0, 0.2))
        for each in (first, second):
            if each not in now:
                each.kill()
        await asyncio.gather(*talking)
        for name, said in notes.items():
            answered[name].update(said)


async def _met(folder: Path) -> None:
    """Both live until they hold the same."""
    async with running(folder / "north") as (_, north), running(folder / "south") as (_, south):
        await until_open(north)
        await until_open(south)
        await same(north, south)


@covers("I1", "I2", "I3", "I4", "I29")
@pytest.mark.timeout(3_600)
def test_two_nodes_that_are_killed_again_and_again_keep_what_each_was_told(tmp_path: Path) -> None:
    dice = random.Random(SEED + 1)
    answered: dict[str, set[str]] = {"north": set(), "south": set()}

    async def made() -> None:
        async with both(tmp_path):
            pass

    played(made)
    for _ in range(BOTH_ROUNDS):
        asyncio.run(_killed_in_turn(tmp_path, dice, answered))
        _both_kept(tmp_path, answered)
    played(lambda: _met(tmp_path))
    verified(tmp_path / "north", tmp_path / "south")
    print(f"{BOTH_ROUNDS} rounds, {sum(map(len, answered.values()))} messages answered for")
    assert sum(map(len, answered.values())) > BOTH_ROUNDS
