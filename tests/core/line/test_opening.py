"""When a node that has started may sign."""

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import MINUTE, SECOND, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.core.line.events import OwnEntryFailed, SegmentOpened
from firebreak.core.line.opening import LISTEN, Opening
from firebreak.core.record.frames import Resend
from tests.core.line.making import message, restored, same, say, written
from tests.covering import covers
from tests.pair import End, Pair, World
from tests.signing import TestSigner


@covers("RECORD-003")
def test_nothing_is_signed_before_the_counterpart_was_heard_or_a_minute_passed() -> None:
    world = World()
    north = End("North", "South", world, TestSigner("North"))
    north.start(listen=LISTEN)
    own = len(written(north, Kind.SEGMENT_OPEN))
    assert north.line.say(message(north), world.moment()).entries == []
    world.now += LISTEN - 1
    north.do(north.line.tick(world.moment()))
    assert len(written(north, Kind.SEGMENT_OPEN)) == own
    world.now += 1
    north.do(north.line.tick(world.moment()))
    assert len(written(north, Kind.SEGMENT_OPEN)) == own + 1
    assert len(written(north, Kind.MESSAGE)) == 1


@covers("RECORD-003")
def test_a_node_that_hears_that_nothing_is_missing_opens_at_once() -> None:
    pair = Pair()
    pair.north.start(listen=LISTEN)
    assert not pair.north.line.opened
    pair.greet()
    assert pair.north.line.opened


@covers("RECORD-001", "RECORD-002")
def test_each_start_opens_a_segment_of_its_own_behind_the_newest_entry() -> None:
    pair = Pair()
    last = say(pair.north)
    pair.settle()
    segment = pair.north.line.writer.segment
    pair.north.start()
    opened = pair.north.stored[-1].entry.header
    assert (opened.kind, opened.seq, opened.prev) == (Kind.SEGMENT_OPEN, 1, last.hash)
    assert opened.segment != segment


@covers("RECORD-002")
def test_a_segment_never_continues_an_entry_beyond_a_gap() -> None:
    pair = Pair()
    for number in range(4):
        say(pair.north, f"number {number}")
    pair.settle()
    newest = written(pair.north, Kind.MESSAGE)
    pair.cut()
    restored(pair.north, [each.entry.ref for each in pair.north.stored].index(newest[0]) + 1, listen=LISTEN)
    gone = [each for each in pair.south.stored if each.entry.ref in (newest[1], newest[3])]
    resends = [pair.south.values(_resend(each.entry.header.writer, each.entry.ref)) for each in gone]
    for frames in resends:
        pair.north.hear(frames)
    pair.later(LISTEN)
    opened = next(
        each.entry.header
        for each in reversed(pair.north.stored)
        if each.entry.header.kind == Kind.SEGMENT_OPEN
    )
    assert opened.prev == newest[1].hash
    pair.greet()
    assert same(pair.north, pair.south)


def _resend(writer: bytes, ref: Ref) -> Resend:
    return Resend(writer, ref.segment, ref.seq, ref.seq)


def test_a_draft_that_cannot_be_an_entry_is_refused_before_the_segment_is_open() -> None:
    world = World()
    north = End("North", "South", world, TestSigner("North"))
    north.start(listen=LISTEN)
    draft = message(north)
    refs = tuple(north.stored[0].entry.ref for _ in range(30))
    with pytest.raises(LocalError, match="references"):
        north.line.say(type(draft)(kind=draft.kind, body=draft.body, refs=refs), world.moment())
    world.now += LISTEN
    north.do(north.line.tick(world.moment()))
    assert north.line.opened
    assert not written(north, Kind.MESSAGE)


def test_a_signer_that_refuses_keeps_nothing_from_being_stored() -> None:
    pair = Pair()
    signer = pair.north.signer

    class Refusing(TestSigner):
        def sign_entry(self, payload: bytes, salt: bytes = b"", body: bytes = b"") -> bytes:
            raise RefusedToSign("locked")

    pair.north.signer = Refusing("North", starts=signer.starts)
    pair.north.start()
    assert not pair.north.line.opened
    assert pair.north.events(OwnEntryFailed)
    say(pair.south)
    pair.greet()
    assert pair.north.line.logs.theirs.count == len(
        [e for e in pair.south.stored if e.entry.header.writer == pair.south.line.identity.ours.writer]
    )


def test_opening_is_one_rule() -> None:
    opening = Opening(listen=10 * SECOND)
    assert opening.deadline is None
    assert not opening.may_open(Instant(0), 0)
    opening.start(Instant(MINUTE))
    assert not opening.may_open(Instant(MINUTE), 0)
    assert opening.may_open(Instant(MINUTE + 10 * SECOND), 7)
    opening.heard = True
    assert opening.may_open(Instant(MINUTE), 0)
    assert not opening.may_open(Instant(MINUTE), 1)
    opening.postpone(Instant(2 * MINUTE))
    assert not opening.may_open(Instant(2 * MINUTE), 0)


def test_the_desk_is_told_when_the_node_may_sign() -> None:
    pair = Pair()
    assert [each.segment for each in pair.north.events(SegmentOpened)] == [pair.north.line.writer.segment]
