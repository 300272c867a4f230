"""When a node writes a receipt of its own."""

import pytest

from firebreak.core.base.instants import MINUTE, SECOND
from firebreak.core.envelope.kinds import RECEIPTS, Kind
from firebreak.core.line.receipting import LAZY, QUIET
from firebreak.core.linecheck.bodies import CheckPing
from firebreak.core.message.receipts import ReceiptNode
from tests.core.line.making import message, say, written
from tests.covering import covers
from tests.fuzz.hostile import Hostile, receipted
from tests.pair import Pair

SEGMENTS = [b"s" * 16, b"t" * 16, b"u" * 16]


def receipts(hostile: Hostile) -> int:
    return len(written(hostile.north, Kind.RECEIPT_NODE))


@pytest.mark.parametrize("kind", sorted(RECEIPTS))
def test_a_receipt_gets_no_receipt_wherever_it_stands(kind: Kind) -> None:
    """Else two nodes with a gap each would answer one another for ever."""
    hostile = Hostile()
    body = b"\xa0" if kind == Kind.RECEIPT_NODE else b"\xa1\x01\x01"
    entry = hostile.say(kind, body, seq=9, prev=bytes(32))
    hostile.send(entry)
    hostile.later(2 * LAZY)
    assert receipts(hostile) == 0


@pytest.mark.parametrize("kind", sorted(QUIET - RECEIPTS))
def test_housekeeping_is_receipted_within_some_minutes(kind: Kind) -> None:
    hostile = Hostile()
    entry = hostile.say(kind, b"\xa1\x01\x60" if kind == Kind.SEGMENT_OPEN else b"\xa0")
    hostile.send(entry)
    quiet = hash_of_last(hostile) not in receipted(hostile.north)
    hostile.later(LAZY)
    assert entry.hash in receipted(hostile.north)
    assert quiet or written(hostile.north, Kind.RECEIPT_BAD)


def hash_of_last(hostile: Hostile) -> bytes:
    return hostile.last


@covers("RECORD-005", "I9")
def test_entries_of_older_segments_are_receipted_too() -> None:
    hostile = Hostile()
    body = message(hostile.north).body
    first = hostile.say(Kind.MESSAGE, body, SEGMENTS[0])
    second = hostile.say(Kind.MESSAGE, body, SEGMENTS[1])
    hostile.send(first, second)
    late = hostile.say(Kind.MESSAGE, body, SEGMENTS[0])
    newer = hostile.say(Kind.MESSAGE, body, SEGMENTS[1])
    hostile.send(late, newer)
    assert {first.hash, second.hash, late.hash, newer.hash} <= receipted(hostile.north)


def test_more_single_entries_than_one_receipt_names_are_all_named_in_one_step() -> None:
    hostile = Hostile()
    body = message(hostile.north).body
    hostile.say(Kind.MESSAGE, body)
    entries = [hostile.say(Kind.MESSAGE, body) for _ in range(150)]
    hostile.send(*entries)
    assert {each.hash for each in entries} <= receipted(hostile.north)
    assert receipts(hostile) == 3


@covers("I6")
def test_nothing_is_receipted_again_after_a_restart() -> None:
    hostile = Hostile()
    body = message(hostile.north).body
    first, ahead = hostile.say(Kind.MESSAGE, body), hostile.say(Kind.MESSAGE, body, seq=5)
    hostile.send(first, ahead)
    before = receipts(hostile)
    for _ in range(2):
        hostile.north.start()
        hostile.later(LAZY)
    assert receipts(hostile) == before


def test_an_answer_in_the_same_step_is_receipt_enough() -> None:
    hostile = Hostile()
    ping = hostile.say(Kind.CHECK_PING, CheckPing(nonce=bytes(16), number=1))
    hostile.send(ping)
    assert ping.hash in receipted(hostile.north)
    assert receipts(hostile) == 0


def test_a_receipt_that_is_lost_is_not_written_again() -> None:
    pair = Pair()
    say(pair.north)
    pair.settle(pick=lambda frames: frames)
    before = len(pair.south.stored)
    pair.cut()
    pair.greet()
    pair.greet()
    assert len(pair.south.stored) == before


def test_two_quiet_nodes_with_a_gap_each_stop_talking() -> None:
    pair = Pair()
    for end in pair.ends():
        say(end)
        end.sent.clear()
    for end in pair.ends():
        end.last = None
        say(end)
    pair.settle()
    pair.later(30 * SECOND)
    assert pair.settle() == 0


@covers("I18")
def test_a_node_that_waits_for_its_opening_does_not_spin_over_a_receipt_long_due() -> None:
    pair = Pair()
    pair.south.line.close(pair.world.moment())
    for end in pair.ends():
        end.stored = end.stored[:2]
    pair.cut()
    pair.world.now += 60 * MINUTE
    pair.north.start(listen=MINUTE)
    north = pair.north.line
    north.tick(pair.world.moment())
    assert not north.opened
    assert north.deadline is not None
    assert north.deadline > north.time.at(pair.world.moment())


def test_a_receipt_of_the_largest_size_fits_into_one_entry() -> None:
    from firebreak.core.message.receipts import AHEAD_MAX
    from firebreak.core.record.bodies import RUNS_SAID_MAX, Named, Run

    largest = (1 << 53) - 1
    run = Run(segment=bytes(16), first=largest, last=largest, last_hash=bytes(32))
    named = Named(segment=bytes(16), seq=largest, hash=bytes(32))
    body = ReceiptNode(runs=(run,) * RUNS_SAID_MAX, ahead=(named,) * AHEAD_MAX)
    assert len(body.to_bytes()) < 16_384
