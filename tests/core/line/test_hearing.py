"""From frames to stored, receipted and shown entries."""

from dataclasses import replace

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.events import FrameRefused
from firebreak.core.linecheck.status import Colour
from firebreak.core.message.events import MessageArrived, MessagesStored
from tests.core.line.making import message, same, say, written
from tests.covering import covers
from tests.fuzz.hostile import Hostile
from tests.pair import Pair


@covers("RECORD-006")
def test_a_message_arrives_is_receipted_in_one_entry_and_both_hold_the_same() -> None:
    pair = Pair()
    ref = say(pair.north)
    pair.settle()
    assert [each.ref for each in pair.south.events(MessageArrived)] == [ref]
    assert len(written(pair.south, Kind.RECEIPT_NODE)) == 1
    assert ref.hash in pair.north.events(MessagesStored)[-1].entries
    assert same(pair.north, pair.south)


def test_a_batch_of_messages_gets_one_receipt() -> None:
    pair = Pair()
    for number in range(20):
        say(pair.north, f"number {number}")
    pair.settle()
    assert len(pair.south.events(MessageArrived)) == 20
    assert len(written(pair.south, Kind.RECEIPT_NODE)) == 1


@covers("I6")
def test_what_arrives_again_is_neither_stored_nor_shown_nor_receipted_again() -> None:
    pair = Pair()
    say(pair.north)
    frames = list(pair.north.sent)
    pair.settle()
    stored = len(pair.south.stored)
    for _ in range(3):
        pair.south.hear(frames)
    assert len(pair.south.stored) == stored
    assert len(pair.south.events(MessageArrived)) == 1


@covers("RECORD-005", "I8")
def test_a_flash_that_overtakes_is_shown_at_once_and_receipted_by_name() -> None:
    pair = Pair()
    for text in ("first", "second"):
        say(pair.north, text)
    late, pair.north.sent = pair.north.sent, []
    pair.north.last = None
    flash = say(pair.north, "flash", Precedence.FLASH)
    pair.settle()
    assert [each.ref for each in pair.south.events(MessageArrived)] == [flash]
    receipt = pair.south.stored[-1].entry
    assert receipt.header.kind == Kind.RECEIPT_NODE
    assert receipt.header.precedence is Precedence.FLASH
    assert receipt.header.seen is not None
    assert receipt.header.seen.seq == flash.seq - 3
    assert flash.hash in pair.north.events(MessagesStored)[-1].entries
    pair.south.hear(late)
    pair.settle()
    assert pair.south.stored[-1].entry.header.seen == flash
    assert same(pair.north, pair.south)


@covers("ENTRY-009")
def test_a_compact_frame_after_a_lost_one_is_refused_and_the_rest_is_asked_for_while_the_link_is_up() -> None:
    pair = Pair()
    for text in ("one", "two", "three"):
        say(pair.north, text)
    del pair.north.sent[0]
    pair.settle()
    assert pair.south.events(FrameRefused)
    assert not pair.south.events(MessageArrived)
    pair.later(2_000)
    assert len(pair.south.events(MessageArrived)) == 3
    assert same(pair.north, pair.south)


def test_what_cannot_be_signed_leaves_nothing_behind() -> None:
    pair = Pair()
    draft = message(pair.north)
    north = pair.north.line
    before = (
        north.writer.seq,
        north.writer.prev,
        north.logs.ours.count,
        len(north.memory.checkpointing.tree),
    )
    refs = tuple(pair.north.stored[0].entry.ref for _ in range(20))
    with pytest.raises(LocalError, match="20 references"):
        pair.north.say(replace(draft, refs=refs))
    assert before == (
        north.writer.seq,
        north.writer.prev,
        north.logs.ours.count,
        len(north.memory.checkpointing.tree),
    )
    say(pair.north)
    pair.settle()
    assert same(pair.north, pair.south)


def test_a_contradiction_turns_the_line_red() -> None:
    hostile = Hostile()
    first = hostile.say(Kind.MESSAGE, message(hostile.north).body)
    twin = hostile.entry(
        hostile.header(first.header.segment, Kind.STATUS, b"\xa0", seq=1, prev=first.header.prev), b"\xa0"
    )
    hostile.send(first, twin)
    north = hostile.north
    assert north.line.machines.checks.status(north.line.time.at(north.world.moment())).colour is Colour.RED
    north.start()
    assert north.line.machines.checks.status(north.line.time.at(north.world.moment())).colour is Colour.RED
