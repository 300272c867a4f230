"""Legs: described, warmed up, signed, checked, secured; or contradicted."""

from dataclasses import replace
from typing import Any

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.call.bodies import Part
from firebreak.core.call.events import CallDoubted
from firebreak.core.call.evidence import Evidence
from firebreak.core.call.facts import CallKey
from firebreak.core.call.sound.bodies import CallCandidate, CallMedia, CallSecured, Check, Sdp
from firebreak.core.call.sound.events import (
    CandidatesCame,
    MediaContradicted,
    MediaDescribed,
    MediaSecured,
    MediaSigned,
)
from firebreak.core.call.sound.legs import TRANSITIONS, LegState, diagram
from firebreak.core.call.sound.said import CANDIDATES_KEPT_MAX
from firebreak.core.call.sound.views import EndText, end_texts
from firebreak.core.envelope.kinds import Kind
from tests.core.call.sound.speech import (
    CALLEE_KEY,
    CALLER_KEY,
    CANDIDATE,
    MIDDLE,
    answered,
    forged,
    offered,
    sdp,
    secure,
    speak,
    spoken,
    talking,
    warm,
)
from tests.core.call.wire import Pair, Side, call_id, events_of, signed
from tests.covering import covers


def state(pair: Pair, leg: int = 0) -> LegState:
    """What both sides say of a leg."""
    views = (pair.north.view(1, ours=True), pair.south.view(1, ours=False))
    north, south = ([each.state for each in view.sound.legs if each.leg == leg] for view in views)
    assert north == south
    return north[0]


def texts(side: Side, *, ours: bool) -> tuple[EndText, ...]:
    return end_texts(side.calls.book.sounds.standing(CallKey(ours, call_id(1))))


@covers("SOUND-001", "SOUND-005", "SOUND-006", "SOUND-010")
def test_a_leg_is_warm_before_the_answer_and_secured_after_both_consoles_have_looked(pair: Pair) -> None:
    offered(pair)
    assert state(pair) is LegState.DESCRIBED
    warm(pair, pair.south, Sdp.ANSWER)
    pair.settle()
    assert state(pair) is LegState.WARM
    assert not events_of(pair.north, MediaSigned)
    pair.say(pair.south, signed(pair.south.calls.prepare_answer(call_id(1), media_key=CALLEE_KEY)))
    pair.settle()
    assert state(pair) is LegState.SIGNED
    secure(pair, pair.north)
    pair.settle()
    assert state(pair) is LegState.CHECKED
    secure(pair, pair.south)
    pair.settle()
    assert state(pair) is LegState.SECURED
    for side in pair.sides:
        assert len(events_of(side, MediaSigned)) == 1
        assert [each.both for each in events_of(side, MediaSecured)] == [False, True]
        assert [(each.officer, each.by_us) for each in events_of(side, MediaDescribed)] == [
            ("Duty Officer 4", side is pair.north),
            ("", side is pair.south),
        ]
        assert not events_of(side, CallDoubted)
        assert not events_of(side, MediaContradicted)


@covers("SOUND-006")
def test_an_answer_that_names_another_key_leaves_the_leg_warm_and_a_new_leg_carries_the_sound(
    pair: Pair,
) -> None:
    other = bytes(31) + b"\x01"
    answered(pair, key=other)
    assert state(pair) is LegState.WARM
    speak(pair, pair.south, Sdp.OFFER, other, leg=1)
    pair.settle()
    speak(pair, pair.north, Sdp.ANSWER, leg=1)
    pair.settle()
    assert state(pair, 1) is LegState.SIGNED
    secure(pair, pair.north, leg=1, theirs=other)
    secure(pair, pair.south, leg=1, ours=other)
    pair.settle()
    assert state(pair, 1) is LegState.SECURED


@covers("SOUND-003")
@pytest.mark.parametrize(
    "description",
    [
        sdp(MIDDLE),
        sdp(CALLER_KEY, MIDDLE),
        sdp(),
        sdp(CALLER_KEY, lines=(f"a=fingerprint:sha-512 {MIDDLE.hex(':')}",)),
        sdp(CALLER_KEY, lines=(f"a=FINGERPRINT:sha-256 {MIDDLE.hex(':')}",)),
        sdp(CALLER_KEY, lines=(f"a=fingerprint :sha-256 {MIDDLE.hex(':')}",)),
    ],
)
def test_a_description_with_a_foreign_fingerprint_is_never_acted_upon_and_raises_an_alarm(
    pair: Pair, description: str
) -> None:
    pair.place(pair.north, media_key=CALLER_KEY)
    with pytest.raises(LocalError, match="FB541"):
        spoken(pair.north, Sdp.OFFER, description=description)
    body = replace(spoken(pair.north, Sdp.OFFER), description=description)
    body = body.stated(replace(body.statement, detail=body.detail()))  # type: ignore[type-var]
    pair.north.write(forged(pair.north, Kind.CALL_MEDIA, body), pair.now)
    pair.settle()
    assert state(pair) is LegState.CONTRADICTED
    for side in pair.sides:
        assert not events_of(side, MediaDescribed)
        (alarm,) = events_of(side, MediaContradicted)
        assert alarm.finding.code == "media-foreign-fingerprint"
    assert not texts(pair.south, ours=False)


@covers("SOUND-002")
@pytest.mark.parametrize(
    ("description", "code"),
    [
        (sdp(CALLER_KEY).replace("\r\n", "\n"), "media-unreadable"),
        (sdp(CALLER_KEY).replace("s=-", f"s=-\ra=fingerprint:sha-256 {MIDDLE.hex(':')}"), "media-unreadable"),
        (" " + sdp(CALLER_KEY), "media-unreadable"),
        (sdp(CALLER_KEY)[:-2], "media-unreadable"),
        (sdp(CALLER_KEY, lines=("a=title:Straße",)), "media-unreadable"),
        (sdp(CALLER_KEY, lines=("A=fingerprint:sha-256 00",)), "media-unreadable"),
        (sdp(CALLER_KEY, lines=(f"a={CANDIDATE}",)), "media-with-candidates"),
    ],
)
def test_a_description_that_two_programs_could_read_apart_does_not_count(
    pair: Pair, description: str, code: str
) -> None:
    pair.place(pair.north, media_key=CALLER_KEY)
    body = replace(spoken(pair.north, Sdp.OFFER), description=description)
    body = body.stated(replace(body.statement, detail=body.detail()))  # type: ignore[type-var]
    pair.north.write(forged(pair.north, Kind.CALL_MEDIA, body), pair.now)
    pair.settle()
    for side in pair.sides:
        assert not events_of(side, MediaDescribed)
        assert [each.finding.code for each in events_of(side, CallDoubted)] == [code]


@covers("SOUND-004")
def test_the_first_leg_is_described_by_the_key_that_the_offer_names(pair: Pair) -> None:
    pair.place(pair.north, media_key=MIDDLE)
    with pytest.raises(LocalError, match="FB541"):
        speak(pair, pair.north, Sdp.OFFER)
    body = CallMedia(
        call=call_id(1),
        by=Part.CALLER,
        sdp=Sdp.OFFER,
        fingerprint=CALLER_KEY,
        description=sdp(CALLER_KEY),
        desk="north desk",
    )
    pair.north.write(forged(pair.north, Kind.CALL_MEDIA, body), pair.now)
    pair.settle()
    assert [each.finding.code for each in events_of(pair.south, CallDoubted)] == ["media-not-as-offered"]
    assert not events_of(pair.south, MediaDescribed)


@covers("SOUND-001")
def test_a_second_description_of_an_end_does_not_count_after_the_first(pair: Pair) -> None:
    answered(pair)
    with pytest.raises(LocalError, match="FB542"):
        warm(pair, pair.south, Sdp.ANSWER, MIDDLE)
    body = CallMedia(
        call=call_id(1),
        by=Part.CALLEE,
        sdp=Sdp.ANSWER,
        fingerprint=MIDDLE,
        description=sdp(MIDDLE),
        desk="south desk",
    )
    pair.south.write(forged(pair.south, Kind.CALL_MEDIA, body), pair.now)
    pair.settle()
    assert state(pair) is LegState.SIGNED
    assert [each.finding.code for each in events_of(pair.north, CallDoubted)] == ["media-described-twice"]


@covers("SOUND-006")
def test_a_statement_about_another_offer_is_nobodys_word(pair: Pair) -> None:
    offered(pair)
    body = spoken(pair.south, Sdp.ANSWER)
    statement = body.statement
    assert statement is not None
    wrong = body.stated(replace(statement, entry=MIDDLE))
    pair.south.write(forged(pair.south, Kind.CALL_MEDIA, wrong), pair.now)
    pair.settle()
    assert state(pair) is LegState.DESCRIBED
    assert [each.finding.code for each in events_of(pair.north, CallDoubted)] == ["media-unstated"]


@covers("SOUND-007")
@pytest.mark.parametrize(
    ("found", "code"),
    [
        ({"theirs": MIDDLE}, "sound-contradicted"),
        ({"ours": MIDDLE}, "sound-contradicted"),
        ({"checks": int(Check.DESCRIPTION)}, "sound-check-failed"),
        ({"checks": int(Check.CERTIFICATE)}, "sound-check-failed"),
        ({"checks": 0}, "sound-check-failed"),
    ],
)
def test_another_key_on_the_connection_contradicts_the_leg_for_good(
    pair: Pair, found: dict[str, Any], code: str
) -> None:
    answered(pair)
    secure(pair, pair.south, **found)
    pair.settle()
    assert state(pair) is LegState.CONTRADICTED
    for side in pair.sides:
        (alarm,) = events_of(side, MediaContradicted)
        assert (alarm.finding.code, alarm.by) == (code, Part.CALLEE)
    for side in pair.sides:
        secure(pair, side)
    pair.settle()
    assert state(pair) is LegState.CONTRADICTED


@covers("SOUND-008", "SOUND-009")
def test_sound_is_claimed_only_by_a_side_whose_console_found_it_secured(pair: Pair) -> None:
    answered(pair)
    secure(pair, pair.north)
    pair.settle()
    with pytest.raises(LocalError, match="FB546"):
        pair.south.calls.hang_up(call_id(1), pair.now, media_up=True)
    pair.north.write(pair.north.calls.hang_up(call_id(1), pair.now, media_up=True), pair.now)
    pair.settle()
    ends = pair.south.calls.hang_up(call_id(1), pair.now)
    pair.south.write(replace(ends, body=replace(ends.body, media_up=True)), pair.now)  # type: ignore[call-arg]
    pair.settle()
    for view in (pair.north.view(1, ours=True), pair.south.view(1, ours=False)):
        assert view.evidence is Evidence.E5
        assert [each.code for each in view.findings] == ["sound-claimed"]


@covers("SOUND-009", "CALL-022")
def test_that_anybody_talked_takes_what_both_consoles_found(pair: Pair) -> None:
    talking(pair)
    for side in pair.sides:
        pair.other(side).seen = None
        side.write(side.calls.hang_up(call_id(1), pair.now, media_up=True), pair.now)
    pair.settle()
    for view in (pair.north.view(1, ours=True), pair.south.view(1, ours=False)):
        assert view.evidence is Evidence.E6
        assert view.findings == ()
        assert view.sound.secured_by == (Part.CALLER, Part.CALLEE)
    assert not texts(pair.north, ours=True)


@covers("SOUND-009")
@pytest.mark.parametrize("keys", ["unsigned", "foreign"])
def test_what_consoles_found_counts_only_for_keys_that_officers_signed(pair: Pair, keys: str) -> None:
    if keys == "unsigned":
        answered(pair, key=MIDDLE)
        for side in pair.sides:
            secure(pair, side)
    else:
        answered(pair)
        for side in pair.sides:
            secure(pair, side, ours=MIDDLE, theirs=MIDDLE)
    pair.settle()
    for side in pair.sides:
        ends = side.calls.hang_up(call_id(1), pair.now)
        claimed = replace(ends.body, media_up=True)  # type: ignore[call-arg]
        side.write(replace(ends, body=claimed), pair.now)
    pair.settle()
    for view in (pair.north.view(1, ours=True), pair.south.view(1, ours=False)):
        assert view.evidence is Evidence.E5
        assert view.sound.secured_by == ()


@covers("SOUND-011")
def test_candidates_are_passed_on_and_bounded(pair: Pair) -> None:
    offered(pair)
    speaking = pair.north.calls.steering.speaking
    pair.north.write(speaking.candidates(call_id(1), candidates=(CANDIDATE,), last=True), pair.now)
    pair.settle()
    (came,) = events_of(pair.south, CandidatesCame)
    assert (came.candidates, came.last, came.by_us) == ((CANDIDATE,), True, False)
    assert texts(pair.south, ours=False)[0].candidates == (CANDIDATE,)
    with pytest.raises(LocalError, match="FB541"):
        speaking.candidates(call_id(1), candidates=("candidate:1 \u202e",))
    with pytest.raises(LocalError, match="FB542"):
        pair.south.calls.steering.speaking.candidates(call_id(1), candidates=(CANDIDATE,))
    for _ in range(CANDIDATES_KEPT_MAX - 1):
        pair.north.write(speaking.candidates(call_id(1), candidates=(CANDIDATE,)), pair.now)
    with pytest.raises(LocalError, match="FB543"):
        speaking.candidates(call_id(1), candidates=(CANDIDATE,))


@covers("SOUND-011", "SOUND-013")
def test_ten_thousand_candidates_are_in_the_record_and_not_in_the_memory(pair: Pair) -> None:
    offered(pair)
    held = list(pair.south.record)
    for number in range(10_000):
        leg = number % 16
        body = CallCandidate(call=call_id(1), by=Part.CALLER, leg=leg, candidates=(f"{CANDIDATE} {number}",))
        pair.north.write(forged(pair.north, Kind.CALL_CANDIDATE, body), pair.now)
    pair.carry(pair.north)
    assert len(pair.south.record) == len(held) + 10_000
    sound = pair.south.calls.book.sounds.calls[CallKey(ours=False, call=call_id(1))]
    assert len(sound.said) <= 16 * CANDIDATES_KEPT_MAX + 1
    assert len(events_of(pair.south, CandidatesCame)) == 16 * CANDIDATES_KEPT_MAX
    assert [each.finding.code for each in events_of(pair.south, CallDoubted)] == ["sound-too-much"]
    pair.settle()
    warm(pair, pair.south, Sdp.ANSWER)
    pair.settle()
    assert state(pair) is LegState.WARM


@covers("SOUND-012")
def test_nothing_is_connected_in_a_call_that_is_over(pair: Pair) -> None:
    talking(pair)
    speaking = pair.north.calls.steering.speaking
    pair.north.write(pair.north.calls.hang_up(call_id(1), pair.now), pair.now)
    pair.settle()
    for refused in (
        lambda: speaking.candidates(call_id(1), candidates=(CANDIDATE,)),
        lambda: warm(pair, pair.north, Sdp.OFFER, leg=1),
        lambda: secure(pair, pair.north),
    ):
        with pytest.raises(LocalError, match="FB540"):
            refused()
    shown = len(pair.south.shown)
    late = CallCandidate(call=call_id(1), by=Part.CALLER, candidates=(CANDIDATE,))
    media = CallMedia(
        call=call_id(1),
        by=Part.CALLER,
        leg=1,
        sdp=Sdp.OFFER,
        fingerprint=CALLER_KEY,
        description=sdp(CALLER_KEY),
        desk="north desk",
    )
    pair.north.write(forged(pair.north, Kind.CALL_CANDIDATE, late), pair.now)
    pair.north.write(forged(pair.north, Kind.CALL_MEDIA, media), pair.now)
    pair.settle()
    assert pair.south.shown[shown:] == []
    assert not texts(pair.south, ours=False)
    kept = pair.south.calls.book.sounds.calls[CallKey(ours=False, call=call_id(1))].said
    assert "a=fingerprint" not in str(kept)
    assert CANDIDATE not in str(kept)


@covers("SOUND-014", "CALL-002")
def test_a_side_that_speaks_for_the_other_touches_nothing(pair: Pair) -> None:
    answered(pair)
    before = pair.north.calls.all()
    bodies = [
        CallSecured(call=call_id(1), by=Part.CALLER, ours=MIDDLE, theirs=MIDDLE),
        CallMedia(
            call=call_id(1),
            by=Part.CALLER,
            sdp=Sdp.OFFER,
            fingerprint=MIDDLE,
            description=sdp(MIDDLE),
            desk="north desk",
        ),
    ]
    for body, kind in zip(bodies, (Kind.CALL_SECURED, Kind.CALL_MEDIA), strict=True):
        pair.south.write(forged(pair.south, kind, body), pair.now)
    pair.settle()
    assert pair.north.calls.all() == before
    assert not events_of(pair.north, MediaContradicted)


@covers("SOUND-013")
def test_sound_of_calls_that_were_never_offered_makes_nothing_grow(pair: Pair) -> None:
    for number in range(500):
        body = CallCandidate(call=call_id(number), by=Part.CALLER, candidates=(CANDIDATE,))
        pair.north.write(forged(pair.north, Kind.CALL_CANDIDATE, body), pair.now)
    pair.settle()
    sounds = pair.south.calls.book.sounds
    assert len(sounds.calls) == len(sounds.early) == 16
    assert pair.south.calls.all() == []


def test_the_table_ends_where_it_contradicts() -> None:
    assert not [state for state, _ in TRANSITIONS if state is LegState.CONTRADICTED]
    assert "SIGNED --> CHECKED: MediaSecured" in diagram()
