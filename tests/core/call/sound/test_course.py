"""The course of a call: holds, third persons, hand-overs, recordings, minutes."""

from dataclasses import replace

import pytest

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.purposes import digest
from firebreak.core.call.bodies import Part
from firebreak.core.call.events import CallDoubted, Outcome
from firebreak.core.call.sound.course_bodies import (
    CallMinutes,
    CallPart,
    CallRecorded,
    Change,
    Consent,
    chain_start,
    chained,
)
from firebreak.core.call.sound.events import (
    HandedOver,
    Held,
    Joined,
    Left,
    MinutesAgreed,
    MinutesProposed,
    Recorded,
    RecordingAgreed,
    RecordingAsked,
    RecordingEnded,
    Resumed,
)
from firebreak.core.call.sound.said import CHANGES_MAX
from firebreak.core.call.sound.views import SoundView
from firebreak.core.envelope.kinds import Kind
from tests.core.call.sound.speech import MIDDLE, change, consent, forged, handed, offered, talking
from tests.core.call.wire import Pair, Prepared, call_id, events_of, signed
from tests.covering import covers


def sound(pair: Pair) -> SoundView:
    """What both sides say."""
    north, south = (pair.north.view(1, ours=True).sound, pair.south.view(1, ours=False).sound)
    assert north == south
    return north


def doubts(pair: Pair) -> list[str]:
    return [each.finding.code for each in events_of(pair.south, CallDoubted)]


@covers("SOUND-020", "SOUND-021")
def test_each_side_holds_and_resumes_by_itself(pair: Pair) -> None:
    talking(pair)
    change(pair, pair.north, Change.HOLD)
    change(pair, pair.south, Change.HOLD)
    pair.settle()
    assert sound(pair).held_by == (Part.CALLER, Part.CALLEE)
    change(pair, pair.north, Change.RESUME)
    pair.settle()
    assert sound(pair).held_by == (Part.CALLEE,)
    assert [each.by for each in events_of(pair.north, Held)] == [Part.CALLER, Part.CALLEE]
    assert [each.by_us for each in events_of(pair.south, Resumed)] == [False]
    for side, what in ((pair.north, Change.RESUME), (pair.south, Change.HOLD)):
        with pytest.raises(LocalError, match="FB544"):
            change(pair, side, what)


@covers("SOUND-021")
def test_the_newest_change_of_a_side_counts_after_a_restart_and_in_every_order(pair: Pair) -> None:
    talking(pair)
    for what in (Change.HOLD, Change.RESUME, Change.HOLD):
        change(pair, pair.north, what)
        pair.north.start()
    assert pair.north.view(1, ours=True).sound.held_by == (Part.CALLER,)
    pair.north.outgoing.reverse()
    pair.settle()
    assert sound(pair).held_by == (Part.CALLER,)


@covers("SOUND-022")
def test_a_third_person_joins_by_a_leg_and_leaves(pair: Pair) -> None:
    talking(pair)
    change(pair, pair.south, Change.JOIN, leg=1, who="Olena K., interpreter uk-en")
    pair.settle()
    (guest,) = sound(pair).guests
    assert (guest.by, guest.leg) == (Part.CALLEE, 1)
    for wrong in ({"leg": 1, "who": "Olena K., interpreter uk-en"}, {"leg": 1, "who": ""}):
        with pytest.raises(LocalError, match="FB544"):
            change(pair, pair.south, Change.JOIN, **wrong)
    with pytest.raises(LocalError, match="FB544"):
        change(pair, pair.north, Change.LEAVE, leg=1, who="Olena K., interpreter uk-en")
    change(pair, pair.south, Change.LEAVE, leg=1, who="Olena K., interpreter uk-en")
    nobody = CallPart(call=call_id(1), by=Part.CALLEE, number=9, change=Change.JOIN)
    pair.south.write(forged(pair.south, Kind.CALL_PART, nobody), pair.now)
    pair.settle()
    assert sound(pair).guests == ()
    assert len(events_of(pair.north, Joined)) == len(events_of(pair.north, Left)) == 1


@covers("SOUND-023")
def test_a_call_is_passed_on_by_two_officers(pair: Pair) -> None:
    talking(pair)
    for wrong in (handed(pair.north, taker="Duty Officer 4"), replace(handed(pair.north), relief=None)):
        with pytest.raises(LocalError, match="FB544"):
            pair.north.calls.steering.hand_over(wrong)
    pair.north.write(pair.north.calls.steering.hand_over(handed(pair.north)), pair.now)
    pair.settle()
    (told,) = events_of(pair.south, HandedOver)
    assert (told.giver, told.taker, told.desk) == ("Duty Officer 4", "Duty Officer 5", "second desk")
    (holder,) = sound(pair).holders
    assert (holder.by, holder.desk, holder.officer) == (Part.CALLER, "second desk", "Duty Officer 5")
    alone = replace(handed(pair.south), relief=None)
    pair.south.write(forged(pair.south, Kind.CALL_PART, alone), pair.now)
    pair.settle()
    assert len(sound(pair).holders) == 1
    assert doubts(pair) == ["part-unstated"]


@covers("SOUND-024")
def test_a_recording_stands_only_while_both_consent(pair: Pair) -> None:
    talking(pair)
    with pytest.raises(LocalError, match="FB544"):
        consent(pair, pair.south, Consent.GIVEN)
    consent(pair, pair.north, Consent.ASKED)
    pair.settle()
    assert not sound(pair).recording
    assert [each.officer for each in events_of(pair.south, RecordingAsked)] == ["Duty Officer 4"]
    consent(pair, pair.south, Consent.GIVEN)
    pair.settle()
    assert sound(pair).recording
    consent(pair, pair.north, Consent.WITHDRAWN)
    pair.settle()
    assert not sound(pair).recording
    consent(pair, pair.north, Consent.ASKED)
    pair.settle()
    assert sound(pair).recording
    pair.south.write(pair.south.calls.hang_up(call_id(1), pair.now), pair.now)
    pair.settle()
    assert not sound(pair).recording
    for side in pair.sides:
        assert [each.by for each in events_of(side, RecordingAgreed)] == [Part.CALLEE, Part.CALLER]
        ended = [(each.by, each.officer) for each in events_of(side, RecordingEnded)]
        assert ended == [(Part.CALLER, "Duty Officer 4"), (Part.CALLEE, "")]
        assert not events_of(side, CallDoubted)


@covers("SOUND-025")
def test_what_was_recorded_is_a_chain_and_needs_the_consent_of_both(pair: Pair) -> None:
    talking(pair)
    steering = pair.north.calls.steering
    chain = chained(chained(chain_start(call_id(1), Part.CALLER), b"first"), b"second")
    assert chain == digest(
        b"recording", digest(b"recording", digest(b"recording", call_id(1), b"\x01"), b"first"), b"second"
    )
    with pytest.raises(LocalError, match="FB544"):
        steering.recorded(call_id(1), chunks=2, size_bytes=11, last=chain)
    body = CallRecorded(call=call_id(1), by=Part.CALLER, chunks=9, size_bytes=11, last=chain)
    pair.north.write(forged(pair.north, Kind.CALL_RECORDED, body), pair.now)
    pair.settle()
    assert doubts(pair) == ["recorded-without-consent"]
    consent(pair, pair.north, Consent.ASKED)
    pair.settle()
    consent(pair, pair.south, Consent.GIVEN)
    pair.settle()
    for chunks in range(10, 200):
        pair.north.write(steering.recorded(call_id(1), chunks=chunks, size_bytes=11, last=chain), pair.now)
    pair.north.write(pair.north.calls.hang_up(call_id(1), pair.now), pair.now)
    last = steering.recorded(call_id(1), chunks=200, size_bytes=12, last=chain, ended=True)
    pair.north.write(last, pair.now)
    pair.settle()
    (recorded,) = sound(pair).recorded
    assert (recorded.by, recorded.chunks, recorded.ended, recorded.last) == (Part.CALLER, 200, True, chain)
    assert events_of(pair.south, Recorded)[-1].ended


@covers("SOUND-026")
def test_minutes_are_proposed_by_one_side_and_agreed_to_by_the_other(pair: Pair) -> None:
    talking(pair)
    for side in pair.sides:
        side.write(side.calls.hang_up(call_id(1), pair.now), pair.now)
    steering = pair.north.calls.steering
    draft = steering.minutes(signed(steering.prepare_minutes(call_id(1), "Both sides keep to the road.")))
    proposal = pair.north.write(draft, pair.now)
    pair.settle()
    (told,) = events_of(pair.south, MinutesProposed)
    assert (told.text, told.ref) == ("Both sides keep to the road.", proposal.ref)
    with pytest.raises(LocalError, match="FB545"):
        steering.prepare_agreement(call_id(1), proposal.ref.hash)
    with pytest.raises(LocalError, match="FB545"):
        pair.south.calls.steering.prepare_agreement(call_id(1), MIDDLE)
    agreeing = pair.south.calls.steering
    prepared = agreeing.prepare_agreement(call_id(1), proposal.ref.hash)
    assert prepared.commitment == proposal.header.commitment
    pair.south.write(agreeing.minutes(signed(prepared, "Duty Officer 9")), pair.now)
    pair.settle()
    (minutes,) = sound(pair).minutes
    assert (minutes.officer, minutes.agreed_by) == ("Duty Officer 4", "Duty Officer 9")
    assert [each.agrees for each in events_of(pair.north, MinutesAgreed)] == [proposal.ref.hash]
    astray = CallMinutes(call=call_id(1), by=Part.CALLEE, agrees=MIDDLE)
    pair.south.write(forged(pair.south, Kind.CALL_MINUTES, astray), pair.now)
    pair.settle()
    assert [each.finding.code for each in events_of(pair.north, CallDoubted)] == ["minutes-of-nothing"]


def test_minutes_propose_or_agree() -> None:
    for fields in ({}, {4: "text", 5: MIDDLE}):
        with pytest.raises(CounterpartError):
            CallMinutes.from_map({2: call_id(1), 3: 1, **fields})


@covers("SOUND-020")
def test_a_call_that_nobody_answered_has_no_course(pair: Pair) -> None:
    offered(pair)
    steering = pair.north.calls.steering
    for refused in (
        lambda: change(pair, pair.north, Change.HOLD),
        lambda: steering.prepare_hand_over(call_id(1)),
        lambda: steering.prepare_record(call_id(1), Consent.ASKED),
        lambda: steering.prepare_minutes(call_id(1), "nothing"),
        lambda: steering.recorded(call_id(1), chunks=1, size_bytes=1, last=MIDDLE),
    ):
        with pytest.raises(LocalError, match="FB540"):
            refused()
    body = CallPart(call=call_id(1), by=Part.CALLER, number=1, change=Change.HOLD)
    pair.north.write(forged(pair.north, Kind.CALL_PART, body), pair.now)
    pair.settle()
    offer = pair.north.record[0]
    text = CallMinutes(call=call_id(1), by=Part.CALLER, text="They agreed to all of it.")
    word = signed(Prepared(text, offer.ref.hash, offer.header.commitment))
    pair.north.write(forged(pair.north, Kind.CALL_MINUTES, word), pair.now)
    pair.settle()
    assert sound(pair).held_by == ()
    assert sound(pair).minutes == ()
    assert not events_of(pair.south, Held)


@covers("SOUND-015")
def test_sound_pushes_out_no_word_and_changes_no_outcome(pair: Pair) -> None:
    talking(pair)
    before = pair.north.view(1, ours=True)
    for number in range(1, 300):
        body = CallPart(call=call_id(1), by=Part.CALLEE, number=number, change=Change(1 + number % 2))
        pair.south.write(forged(pair.south, Kind.CALL_PART, body), pair.now)
    pair.south.write(pair.south.calls.hang_up(call_id(1), pair.now, media_up=True), pair.now)
    pair.settle()
    after = pair.north.view(1, ours=True)
    assert (after.outcome, before.outcome) == (Outcome.ANSWERED, Outcome.ANSWERED)
    assert after.state.value == "hung up"
    (kept,) = pair.north.calls.book.sounds.calls.values()
    assert sum(each.kind is Kind.CALL_PART for each in kept.said) == CHANGES_MAX
    shown = len(pair.north.shown)
    late = CallPart(call=call_id(1), by=Part.CALLER, number=1, change=Change.HOLD)
    pair.north.write(forged(pair.north, Kind.CALL_PART, late), pair.now)
    assert pair.north.shown[shown:] == []
