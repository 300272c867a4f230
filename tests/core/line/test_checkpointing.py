"""Checkpoints of our own log, held against the verifier that knows no node."""

import io
from dataclasses import dataclass, field

import pytest

from firebreak.core.base.dice import Dice
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import HOUR, MINUTE
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.signer import RefusedToSign, Signer
from firebreak.core.line.checkpointing import AFTER_CHECK, EVERY
from firebreak.core.line.events import OwnEntryFailed
from firebreak.core.line.identity import Identity, Side
from firebreak.core.line.line import Line
from firebreak.core.line.machines import Machines
from firebreak.core.line.opening import Opening
from firebreak.core.line.writer import Writer
from firebreak.core.record.bodies import CheckpointBody
from firebreak.core.record.bundle import write_bundle
from firebreak.core.record.checkpoint import (
    SignedCheckpoint,
    verify_ed25519_signature,
    verify_mldsa65_signature,
)
from firebreak.keyring.keys import SignerKeys
from firebreak.keyring.signer import InProcessSigner
from firebreak.verify import verify_bundle
from tests.core.line.making import restored, same, say, written
from tests.covering import covers
from tests.pair import End, Pair
from tests.parties import NORTH, SOUTH, Party, seed
from tests.records import Record
from tests.signing import TestSigner

PARTIES = {"North": NORTH, "South": SOUTH}


@dataclass
class SignedEnd(End):
    """An end with the keys of a card and the signer of a real node."""

    segments: int = field(default=0)

    def start(self, *, listen: int = 0) -> None:
        ours, theirs = PARTIES[self.name], PARTIES[self.other]
        head = Record().head
        identity = Identity(head.line, ours.environment, card_side(ours), card_side(theirs))
        self.segments += 1
        dice = Dice(seed(self.name, f"dice {self.segments}"))
        signer = real_signer(ours, self.segments)
        self.signer = signer  # type: ignore[assignment]
        machines = Machines(dice, ours.card().party < theirs.card().party)
        self.line = Line(identity, Writer(identity, signer, dice), machines, Opening(listen))
        self.line.replay(self.stored)
        self.last = None
        self.do(self.line.start(self.world.moment()))
        self.do(self.line.settle(self.world.moment()))


def card_side(party: Party) -> Side:
    card = party.card()
    return Side(
        card.party,
        card.name,
        (card.log_key,),
        card.checkpoint_key,
        {each.name: each.key for each in card.officers},
    )


def real_signer(party: Party, start: int) -> Signer:
    log, checkpoint = (seed(party._keys, role) for role in ("log", "checkpoint"))
    drawn = iter(range(100))
    return InProcessSigner(
        SignerKeys(log=log, checkpoint=checkpoint, party=party.card().party),
        party.environment,
        lambda size: seed(party.name, f"segment {start} {next(drawn)}", size),
    )


def signed_pair() -> Pair:
    pair = Pair()
    for name, other in (("North", "South"), ("South", "North")):
        setattr(pair, name.lower(), SignedEnd(name, other, pair.world, TestSigner(name)))
    pair.greet()
    return pair


def checkpoints(end: End) -> list[SignedCheckpoint]:
    refs = set(written(end, Kind.CHECKPOINT))
    bodies = [each.entry.body or b"" for each in end.stored if each.entry.ref in refs]
    return [SignedCheckpoint.parse(CheckpointBody.from_bytes(each).note) for each in bodies]


def faults(end: End) -> list[str]:
    """What the verifier finds, beside that this line was opened without a ceremony."""
    stream = io.BytesIO()
    record = Record()
    write_bundle(stream, record.head, record.cards, [each.entry for each in end.stored])
    findings = verify_bundle(io.BytesIO(stream.getvalue())).findings
    return [each.code for each in findings if each.code.startswith(("checkpoint", "chain", "seen"))]


@covers("RECORD-015")
def test_a_checkpoint_carries_both_signatures_over_the_log_before_it() -> None:
    pair = signed_pair()
    for number in range(9):
        say(pair.north, f"number {number}")
    pair.settle()
    pair.north.do(pair.north.line.close(pair.world.moment()))
    (signed,) = checkpoints(pair.north)
    card = NORTH.card()
    assert verify_ed25519_signature(signed, card.log_key)
    assert verify_mldsa65_signature(signed, card.checkpoint_key, NORTH.environment)
    assert signed.checkpoint.size == written(pair.north, Kind.CHECKPOINT)[0].seq - 1
    assert faults(pair.north) == []


@covers("RECORD-015")
def test_the_verifier_agrees_through_restarts_and_restores() -> None:
    pair = signed_pair()
    for round_ in range(4):
        for end in pair.ends():
            say(end, f"round {round_}")
            pair.settle()
        pair.later(HOUR)
        pair.north.do(pair.north.line.close(pair.world.moment()))
        pair.settle()
        if round_ == 2:
            restored(pair.north, len(pair.north.stored) - 9)
        else:
            pair.north.start()
        pair.greet()
    pair.north.do(pair.north.line.close(pair.world.moment()))
    pair.settle()
    assert same(pair.north, pair.south)
    origins = [each.checkpoint.origin[-1] for each in checkpoints(pair.north)]
    assert origins[-1] == "1"
    assert "0" in origins
    for end in pair.ends():
        assert faults(end) == []


def test_a_restart_after_losing_nothing_continues_the_tree() -> None:
    pair = signed_pair()
    say(pair.north)
    pair.settle()
    size = len(pair.north.line.memory.checkpointing.tree)
    root = pair.north.line.memory.checkpointing.tree.root()
    pair.north.start()
    tree = pair.north.line.memory.checkpointing.tree
    assert len(tree) > size
    assert tree.root(size) == root


def test_one_is_due_every_hour_while_there_is_something_new_and_none_when_there_is_not() -> None:
    pair = signed_pair()
    say(pair.north)
    pair.settle()
    assert checkpoints(pair.north) == []
    pair.cut()
    pair.later(EVERY + MINUTE)
    assert len(checkpoints(pair.north)) == 1
    due = pair.north.line.memory.checkpointing
    due._fresh = False
    assert due.deadline is None


def test_an_answered_check_brings_the_next_one_forward() -> None:
    pair = signed_pair()
    say(pair.north)
    pair.north.say(pair.north.line.machines.checks.check())
    pair.settle()
    pair.later(AFTER_CHECK - MINUTE)
    assert checkpoints(pair.north) == []
    pair.later(2 * MINUTE)
    assert len(checkpoints(pair.north)) == 1


def test_two_idle_nodes_do_not_sum_up_each_others_sums() -> None:
    pair = signed_pair()
    for end in pair.ends():
        checks = end.line.machines.checks
        checks.follow(type(checks.calendar)(every_seconds=0))
    say(pair.north)
    pair.settle()
    pair.later(3 * HOUR)
    count = len(pair.north.stored)
    pair.later(20 * HOUR)
    assert len(pair.north.stored) == count


@covers("RECORD-016")
def test_a_node_that_has_not_heard_what_it_may_have_lost_sums_up_nothing() -> None:
    pair = signed_pair()
    for number in range(4):
        say(pair.north, f"number {number}")
    pair.settle()
    pair.later(EVERY)
    held = len(checkpoints(pair.north))
    pair.cut()
    restored(pair.north, len(pair.north.stored) - 6)
    before = len(checkpoints(pair.north))
    pair.north.do(pair.north.line.close(pair.world.moment()))
    pair.later(24 * EVERY)
    assert len(checkpoints(pair.north)) == before
    pair.greet()
    pair.north.do(pair.north.line.close(pair.world.moment()))
    assert len(checkpoints(pair.north)) > held
    assert faults(pair.north) == []


@covers("RECORD-016", "BUNDLE-039")
def test_a_restored_node_that_opened_unheard_contradicts_no_checkpoint_that_it_lost() -> None:
    pair = signed_pair()
    say(pair.north, "before the backup")
    pair.settle()
    backup = len(pair.north.stored)
    for number in range(4):
        say(pair.north, f"lost {number}")
    pair.settle()
    pair.later(2 * EVERY)
    assert checkpoints(pair.north)[-1].checkpoint.origin.endswith("/0")
    pair.cut()
    restored(pair.north, backup, listen=MINUTE)
    pair.later(MINUTE)
    assert pair.north.line.opened
    say(pair.north, "from the restored node, unheard")
    pair.later(3 * EVERY)
    pair.north.do(pair.north.line.close(pair.world.moment()))
    pair.greet()
    pair.later(2 * EVERY)
    assert same(pair.north, pair.south)
    assert checkpoints(pair.north)[-1].checkpoint.origin.endswith("/1")
    for end in pair.ends():
        assert faults(end) == []


@covers("RECORD-016")
def test_nothing_is_summed_up_before_what_came_back_is_adopted() -> None:
    pair = signed_pair()
    for number in range(8):
        say(pair.north, f"number {number}")
    pair.settle()
    restored(pair.north, 3)
    pair.greet()
    pair.north.do(pair.north.line.close(pair.world.moment()))
    seqs = {kind: written(pair.north, kind)[-1].seq for kind in (Kind.LOG_ADOPT, Kind.CHECKPOINT)}
    assert seqs[Kind.CHECKPOINT] > seqs[Kind.LOG_ADOPT]
    assert checkpoints(pair.north)[-1].checkpoint.size == seqs[Kind.CHECKPOINT] - 1


def test_a_signer_that_refuses_is_told_of_and_not_asked_again_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pair = signed_pair()
    say(pair.north)
    pair.settle()

    def refuse(text: bytes) -> tuple[bytes, bytes]:
        raise RefusedToSign("locked")

    monkeypatch.setattr(pair.north.signer, "sign_checkpoint", refuse)
    with pytest.raises(LocalError):
        pair.north.signer.sign_checkpoint(b"")
    pair.cut()
    pair.later(EVERY + MINUTE)
    assert 1 <= len(pair.north.events(OwnEntryFailed)) <= 2
    assert pair.north.line.deadline is None or pair.north.line.deadline > pair.north.line.time.at(
        pair.world.moment()
    )
