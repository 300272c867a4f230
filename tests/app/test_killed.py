"""A node that is killed at any moment loses nothing that it had answered for."""

import asyncio
import random
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from firebreak.api.client import Client
from firebreak.core.base.errors import LocalError
from tests.api.running import both, played, running, until_open
from tests.covering import covers
from tests.plays.paired import PASSPHRASE

ROUNDS = 5
SEED = 0x5EA1


@asynccontextmanager
async def process(folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """A node as a process of its own, killed at the end if it still runs."""
    (folder / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "firebreak",
        "node",
        "run",
        "--config",
        str(folder),
        "--passphrase-file",
        str(folder / "passphrase"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert started.stdout is not None
    try:
        printed = await started.stdout.readline()
        assert b"is ready" in printed, printed + await started.stdout.read()
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.stdout.read()
        await started.wait()


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
