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


def written_in(end: End, kind: Kind) -> list[bytes]:
    """The segments of such entries."""
    return [each.segment for each in written(end, kind)]


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
    origins = [each.checkpoint.origin for each in checkpoints(pair.north)]
    assert len(set(origins)) == len(set(written_in(pair.north, Kind.CHECKPOINT))) == 5
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


def with_lost_sums() -> tuple[Pair, int]:
    """North signed checkpoints that its backup, of so many entries, does not hold; the link is cut."""
    pair = signed_pair()
    say(pair.north, "before the backup")
    pair.settle()
    backup = len(pair.north.stored)
    for number in range(4):
        say(pair.north, f"lost {number}")
    pair.settle()
    pair.later(2 * EVERY)
    assert checkpoints(pair.north)
    pair.cut()
    return pair, backup


def heal(pair: Pair) -> None:
    """The link is good again and everything settles; nobody is accused, and both hold the same."""
    pair.greet()
    pair.later(2 * EVERY)
    assert same(pair.north, pair.south)
    for end in pair.ends():
        assert faults(end) == []


@covers("RECORD-015", "BUNDLE-039")
def test_a_restored_node_that_opened_unheard_contradicts_no_checkpoint_that_it_lost() -> None:
    pair, backup = with_lost_sums()
    lost = len(checkpoints(pair.north))
    restored(pair.north, backup, listen=MINUTE)
    pair.later(MINUTE)
    assert pair.north.line.opened
    say(pair.north, "from the restored node, unheard")
    pair.later(3 * EVERY)
    assert checkpoints(pair.north), "what nobody hears can be proved all the same"
    pair.north.do(pair.north.line.close(pair.world.moment()))
    heal(pair)
    assert len({each.checkpoint.origin for each in checkpoints(pair.north)}) == 2
    assert len(checkpoints(pair.north)) > lost


@covers("RECORD-015", "RECORD-016")
def test_a_link_that_is_cut_before_the_give_back_brings_no_contradiction() -> None:
    pair, backup = with_lost_sums()
    restored(pair.north, backup, listen=MINUTE)
    for end in pair.ends():
        end.connected, end.last = True, None
        end.do(end.line.greet(pair.world.moment()))
    pair.north.hear(pair.south.sent[:1])  # what South holds, and nothing of it
    assert pair.north.line.memory.restoring.expected
    pair.cut()
    pair.later(2 * MINUTE)
    say(pair.north, "alone")
    pair.later(3 * EVERY)
    heal(pair)


@covers("RECORD-015")
def test_a_counterpart_that_was_restored_too_or_lies_brings_no_contradiction() -> None:
    pair, backup = with_lost_sums()
    whole, at = pair.south.stored, len(pair.south.stored) // 2
    restored(pair.south, at)
    restored(pair.north, backup, listen=MINUTE)
    pair.greet()
    assert pair.north.line.opened
    say(pair.north, "after an answer from an older copy")
    pair.later(3 * EVERY)
    held = {each.entry.hash for each in pair.south.stored}
    pair.south.stored += [each for each in whole if each.entry.hash not in held]
    pair.south.start()
    heal(pair)
    assert len(checkpoints(pair.north)) > 4


@covers("RECORD-016")
def test_a_counterpart_that_announces_what_it_never_gives_delays_no_sum_for_long() -> None:
    pair, backup = with_lost_sums()
    restored(pair.north, backup, listen=MINUTE)
    north, south = pair.north, pair.south
    for _ in range(5):
        south.sent.clear()
        south.connected = True
        south.do(south.line.greet(pair.world.moment()))
        north.hear(south.sent[:1])
        pair.cut()
        pair.later(EVERY // 2)
        say(north, "and nothing came back")
    assert len(checkpoints(north)) >= 2


@covers("RECORD-016")
def test_while_entries_are_given_back_nothing_is_summed_up_not_even_on_the_way_out() -> None:
    pair, backup = with_lost_sums()
    restored(pair.north, backup)
    for end in pair.ends():
        end.connected, end.last = True, None
        end.do(end.line.greet(pair.world.moment()))
    pair.north.hear(pair.south.sent[:1])
    before = len(checkpoints(pair.north))
    pair.north.do(pair.north.line.close(pair.world.moment()))
    assert len(checkpoints(pair.north)) == before


@covers("RECORD-015")
def test_a_tree_begins_with_the_log_through_two_restores_and_an_ordinary_start() -> None:
    pair = signed_pair()
    for _ in range(2):
        say(pair.north, "kept")
        pair.settle()
        backup = len(pair.north.stored)
        say(pair.north, "lost")
        pair.settle()
        restored(pair.north, backup)
        pair.greet()
    assert len(written(pair.north, Kind.LOG_ADOPT)) == 2
    pair.north.start()
    pair.greet()
    pair.later(2 * EVERY)
    tree = pair.north.line.memory.checkpointing.tree
    assert len(tree) == sum(upto for _, upto in pair.north.line.logs.ours.path())
    heal(pair)


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
    assert faults(pair.south) == []


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
