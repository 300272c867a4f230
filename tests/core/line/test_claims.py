"""What the counterpart says it holds counts as far as it is true."""

import pytest

from firebreak.core.base.instants import MINUTE
from firebreak.core.call.bodies import CallCancel, CallOffer, CallUnattended
from firebreak.core.call.events import Outcome, OutcomeCorrected
from firebreak.core.call.evidence import Evidence
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.claims import NAMING_MAX
from firebreak.core.linecheck.bodies import CheckPing
from firebreak.core.message.bodies import Message
from firebreak.core.message.levels import Level
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.record.bodies import Run
from firebreak.core.record.frames import EntryFrame
from tests.core.line.making import say
from tests.covering import covers
from tests.pair import End, Pair

MESSAGE = Draft(kind=Kind.MESSAGE, body=Message(to=("duty",), from_desk="duty", text="hello", language="en"))
NORTH = Pair().north.line.identity.ours.writer
OFFER = Draft(kind=Kind.CALL_OFFER, body=CallOffer(call=b"c" * 16, desk="duty", from_desk="duty"))


def lies(end: End, other: End, seen: Ref, draft: Draft) -> None:
    """A node signs that it holds `seen`."""
    entry = end.line.writer.write(draft, end.line.time.span(end.world.moment()), seen)
    end.last = None
    other.hear(end.values(EntryFrame(entry)))


def by_seen(claimed: Ref, _honest: Ref) -> tuple[Ref, Draft]:
    return claimed, Draft(kind=Kind.CHECK_PING, body=CheckPing(nonce=b"n" * 16, number=1))


def by_run(claimed: Ref, honest: Ref) -> tuple[Ref, Draft]:
    run = Run(segment=claimed.segment, first=1, last=claimed.seq, last_hash=claimed.hash)
    return honest, Draft(kind=Kind.RECEIPT_NODE, body=ReceiptNode(runs=(run,)))


@covers("RECORD-014", "I2", "I10")
@pytest.mark.parametrize("how", [by_seen, by_run])
def test_what_was_not_written_yet_cannot_be_receipted(how) -> None:  # type: ignore[no-untyped-def]
    pair = Pair()
    tip = pair.north.line.logs.ours.tip
    assert tip is not None
    lies(pair.south, pair.north, *how(tip._replace(seq=tip.seq + 50, hash=b"\x09" * 32), tip))
    pair.cut()
    sent = pair.north.say(MESSAGE)
    pair.north.say(OFFER)
    assert pair.north.line.machines.messages.trace(sent.hash).level is Level.SENT
    (call,) = pair.north.line.machines.calls.all()
    assert call.evidence is Evidence.E0


@covers("RECORD-014")
def test_receipts_for_entries_lost_in_a_restore_count_when_these_come_back() -> None:
    pair = Pair()
    kept = len(pair.north.stored)
    sent = pair.north.say(MESSAGE)
    pair.north.say(OFFER)
    pair.settle()
    lost = [each for each in pair.north.stored[kept:] if each.entry.header.writer == NORTH]
    for each in lost:
        pair.north.stored.remove(each)
    pair.north.start(listen=60_000)
    assert not pair.north.line.machines.calls.all()
    for each in lost:
        pair.south.last = None
        pair.north.hear(pair.south.values(EntryFrame(each.entry)))
    assert pair.north.line.machines.messages.trace(sent.hash).level is Level.STORED
    (call,) = pair.north.line.machines.calls.all()
    assert call.evidence >= Evidence.E3


@covers("RECORD-014", "I18")
def test_a_receipt_by_name_for_an_entry_lost_in_a_restore_counts_when_it_comes_back() -> None:
    """A node that had lost a message and not its receipt raised the alarm that there was none."""
    pair = Pair()
    pair.cut()
    pair.north.say(MESSAGE)
    sent = pair.north.say(MESSAGE)
    (lost,) = (each for each in pair.north.stored if each.entry.ref == sent)
    pair.south.connected = True
    pair.south.hear(pair.north.values(EntryFrame(lost.entry)))
    pair.north.hear(pair.south.sent[:])
    assert pair.north.line.machines.messages.trace(sent.hash).level is Level.STORED
    pair.north.stored.remove(lost)
    pair.north.start(listen=60_000)
    pair.south.last = None
    pair.north.hear(pair.south.values(EntryFrame(lost.entry)))
    assert pair.north.line.machines.messages.trace(sent.hash).level is Level.STORED


@covers("RECORD-019", "I11")
def test_both_sides_count_a_receipt_alike_when_both_have_lost_the_entry_that_it_names() -> None:
    pair = Pair()
    first, last = say(pair.south), say(pair.south)
    pair.settle()
    (lost,) = (each for each in pair.south.stored if each.entry.ref == last)
    for end in pair.ends():
        end.stored = [each for each in end.stored if each.entry.ref != last]
        end.start(listen=MINUTE)

    def levels() -> list[Level]:
        return [end.line.machines.messages.trace(first.hash).level for end in pair.ends()]

    assert levels() == [Level.SENT, Level.SENT]
    for end in pair.ends():
        end.last = None
        end.hear(end.values(EntryFrame(lost.entry)))
    assert levels() == [Level.STORED, Level.STORED]


@covers("CALL-005", "CALL-009", "I11")
def test_a_word_in_the_knowledge_of_the_farewell_never_counts_in_whatever_order_they_come_back() -> None:
    pair = Pair()
    pair.cut()
    pair.north.say(OFFER)
    farewell = pair.north.say(Draft(kind=Kind.CALL_CANCEL, body=CallCancel(call=b"c" * 16)))
    word = Draft(kind=Kind.CALL_UNATTENDED, body=CallUnattended(call=b"c" * 16, desk="duty"))
    lies(pair.south, pair.north, farewell, word)
    for number in range(1, 2 * NAMING_MAX):  # that say no more than the word itself, and must not push it out
        ping = Draft(kind=Kind.CHECK_PING, body=CheckPing(nonce=b"n" * 16, number=number))
        lies(pair.south, pair.north, farewell, ping)

    def outcome() -> Outcome:
        (call,) = pair.north.line.machines.calls.all()
        return call.outcome

    assert outcome() is Outcome.WITHDRAWN
    (lost,) = (each for each in pair.north.stored if each.entry.ref == farewell)
    pair.north.stored.remove(lost)
    pair.north.start(listen=MINUTE)
    assert outcome() is Outcome.UNATTENDED
    pair.south.last = None
    pair.north.hear(pair.south.values(EntryFrame(lost.entry)))
    assert outcome() is Outcome.WITHDRAWN
    assert pair.north.events(OutcomeCorrected)[-1].outcome is Outcome.WITHDRAWN
    pair.north.start(listen=MINUTE)
    assert outcome() is Outcome.WITHDRAWN
