"""Every start of a node begins a tree of its own: what a witness makes of many, and of restored nodes."""

from pathlib import Path

import pytest

from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.pairing import Offer
from firebreak.core.record.adding import AddCheckpoint
from firebreak.core.record.checkpoint import SignedCheckpoint
from firebreak.core.record.merkle import Tree
from firebreak.witness import cosigner
from firebreak.witness.settings import read_settings
from tests.core.line.making import restored, say
from tests.core.line.test_checkpointing import EVERY, MINUTE, checkpoints, signed_pair
from tests.covering import covers
from tests.pair import End
from tests.parties import NORTH, SOUTH
from tests.records import Record
from tests.witness.foreign import ForeignClient
from tests.witness.house import running, settle


def ask(client: ForeignClient, end: End, signed: SignedCheckpoint, old: int = 0) -> int:
    """The status of a request with the newest checkpoint of a node that still runs."""
    tree, size = end.line.memory.checkpointing.tree, signed.checkpoint.size
    request = AddCheckpoint(old, Tree.consistency_proof(tree, old, size), signed)
    return client.post(request.render())[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A witness that knows the line of `Record`."""
    record = Record()
    assert record.north.environment is Environment.EXERCISE
    settle(tmp_path / "w")
    lines = tmp_path / "w" / "lines"
    for party in (NORTH, SOUTH):
        name = f"{record.head.line.hex()[:16]}.{party.card().party.hex()[:16]}.fboffer"
        lines.mkdir(exist_ok=True)
        (lines / name).write_bytes(Offer(party.signed(), record.nonce(party)).to_bytes())
    return tmp_path / "w"


@covers("WITNESS-016")
def test_a_witness_that_saw_the_newer_tree_stamps_the_one_of_a_restored_node_too(folder: Path) -> None:
    pair = signed_pair()
    say(pair.north, "kept")
    pair.settle()
    backup = len(pair.north.stored)
    say(pair.north, "lost")
    pair.settle()
    pair.later(2 * EVERY)
    pair.cut()
    with running(read_settings(folder)) as witness:
        client = ForeignClient(witness.address)
        newer = checkpoints(pair.north)[-1]
        assert ask(client, pair.north, newer) == 200
        restored(pair.north, backup, listen=MINUTE)
        pair.later(MINUTE)
        say(pair.north, "alone")
        pair.north.do(pair.north.line.close(pair.world.moment()))
        older = checkpoints(pair.north)[-1]
        assert older.checkpoint.size < newer.checkpoint.size
        assert ask(client, pair.north, older) == 200
        pair.greet()
        pair.later(2 * EVERY)
        assert ask(client, pair.north, checkpoints(pair.north)[-1], older.checkpoint.size) == 200


@covers("WITNESS-016")
def test_a_log_begins_no_more_trees_than_a_witness_can_keep(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cosigner, "TREES_MAX", 2)
    pair = signed_pair()
    with running(read_settings(folder)) as witness:
        client = ForeignClient(witness.address)
        statuses = list[int]()
        for end in (pair.north, pair.north, pair.north, pair.south):
            end.start()
            pair.greet()
            say(end)
            end.do(end.line.close(pair.world.moment()))
            pair.settle()
            statuses.append(ask(client, end, checkpoints(end)[-1]))
        assert statuses == [200, 200, 429, 200]
