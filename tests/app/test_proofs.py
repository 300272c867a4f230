"""The proof of one entry as a node writes it: the card of its writer lies beside it, and both verify."""

import asyncio
import json
from pathlib import Path

from typer.testing import CliRunner

from firebreak.api.client import Client
from firebreak.app.running import Node
from firebreak.cli.app import app
from firebreak.core.envelope.card import read_signed_card
from firebreak.core.envelope.header import Ref
from tests.api.running import played, running, until_open
from tests.plays.paired import copy_paired
from tests.witness.test_nodes import checkpoint, message

NAME = "one [1]"
"With signs that mean something in a pattern of file names."


async def command(*words: object) -> str:
    """What a command prints that ends well, while nodes run in this loop."""
    done = await asyncio.to_thread(CliRunner().invoke, app, [str(each) for each in words])
    assert done.exit_code == 0, done.output
    return done.stdout


async def said_and_summed_up(north: Node, client: Client) -> Ref:
    said = await message(client, north, "south", "all quiet")
    await checkpoint(north, "south")
    return said


def test_the_card_of_its_writer_lies_beside_a_proof_and_they_verify_together(tmp_path: Path) -> None:
    target = tmp_path / "out" / f"{NAME}.tlog-proof"
    card = target.with_name(f"{NAME}.card1.fbcard")

    async def work() -> None:
        async with running(tmp_path / "north") as (north, client), running(tmp_path / "south") as (_, other):
            await until_open(client)
            await until_open(other)
            said = await said_and_summed_up(north, client)
            printed = await command("export", "-c", tmp_path / "north", "--proof", said, "--out", target)
            assert f"--card {card}" in printed
            held = read_signed_card(card.read_bytes()).card
            assert held.party[:16] == north.lanes["south"].line.identity.ours.writer
            assert set(target.parent.iterdir()) == {target, card}
            told = json.loads(await command("verify", target, "--card", card, "--json"))
            assert (told["ok"], told["hash"], told["card"]["serial"]) == (True, said.hash.hex(), 1)
            assert len(told["proven"]) == 3

    copy_paired(tmp_path)
    played(work)
