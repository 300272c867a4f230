"""Bodies of calls: one encoding each, bounds that hold, statements over the right words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.shape import Body
from firebreak.core.call.asking import Answer, CallReply, CallRequest, Interpreter, SubjectClass, Window
from firebreak.core.call.bodies import (
    RING_SECONDS_MAX,
    RING_SECONDS_MIN,
    CallAnswer,
    CallBusy,
    CallCancel,
    CallDecline,
    CallEnd,
    CallGlare,
    CallNoAnswer,
    CallOffer,
    CallRinging,
    CallUnattended,
    CallUnreachable,
    Part,
    Reason,
)
from firebreak.core.call.facts import BODIES
from firebreak.core.call.sound.bodies import CallCandidate, CallMedia, CallSecured, Sdp
from firebreak.core.call.sound.course_bodies import (
    CallMinutes,
    CallPart,
    CallRecord,
    CallRecorded,
    Change,
    Consent,
)
from firebreak.core.call.sound.said import BODIES as SOUND
from tests.covering import covers

ID = bytes(range(16))
EVERY: list[Body] = [
    CallOffer(
        call=ID, desk="Lagezentrum", from_desk="Дежурный", ring_seconds=45, media_key=bytes(32), subject="x"
    ),
    CallOffer(call=ID, desk="a", from_desk="b"),
    CallRinging(call=ID, consoles=3),
    CallAnswer(call=ID, desk="a"),
    CallDecline(call=ID, desk="a", reason=Reason.NOT_NOW, call_back_at=1, message="später"),
    CallBusy(call=ID, desk="a", call_back_at=7),
    CallNoAnswer(call=ID, rang_seconds=60, late=True),
    CallUnattended(call=ID, desk="a"),
    CallCancel(call=ID, by_timer=True),
    CallUnreachable(call=ID, tried_seconds=90),
    CallEnd(call=ID, by=Part.CALLEE, seconds=12, media_up=True),
    CallGlare(call=ID, kept=bytes(16)),
    CallRequest(
        request=ID,
        level="minister",
        desk="a",
        from_desk="b",
        subject=SubjectClass.INCIDENT,
        windows=(Window(opens_at=1, closes_at=2), Window(opens_at=3, closes_at=4)),
        language="uk",
        interpreter=Interpreter.BOTH,
        text="Yavoriv",
    ),
    CallReply(request=ID, answer=Answer.PROPOSE, window=Window(opens_at=5, closes_at=6)),
    CallMedia(
        call=ID,
        by=Part.CALLEE,
        leg=3,
        sdp=Sdp.ANSWER,
        fingerprint=bytes(32),
        description="v=0\r\n",
        desk="a",
    ),
    CallCandidate(call=ID, by=Part.CALLER, candidates=("candidate:1", "candidate:2"), last=True),
    CallSecured(call=ID, by=Part.CALLER, leg=15, ours=bytes(32), theirs=bytes(32), checks=1),
    CallPart(call=ID, by=Part.CALLER, number=1, change=Change.JOIN, leg=2, who="Олена", desk=""),
    CallRecord(call=ID, by=Part.CALLEE, number=7, consent=Consent.WITHDRAWN),
    CallRecorded(call=ID, by=Part.CALLER, chunks=60, size_bytes=216_000, last=bytes(32), ended=True),
    CallMinutes(call=ID, by=Part.CALLER, text="Beide Seiten bleiben auf der Straße."),
    CallMinutes(call=ID, by=Part.CALLEE, agrees=bytes(32)),
]


@pytest.mark.parametrize("body", EVERY, ids=lambda body: type(body).__name__)
def test_a_body_reads_back_as_it_was_written(body: Body) -> None:
    assert type(body).from_bytes(body.to_bytes()) == body


def test_every_kind_about_a_call_has_its_example_here() -> None:
    assert {*BODIES.values(), *SOUND.values()} <= {type(body) for body in EVERY}


@covers("CALL-003")
@given(st.integers(min_value=-1, max_value=400))
def test_a_ring_has_bounds(seconds: int) -> None:
    offer = CallOffer(call=ID, desk="a", from_desk="b", ring_seconds=seconds)
    if RING_SECONDS_MIN <= seconds <= RING_SECONDS_MAX:
        assert CallOffer.from_bytes(offer.to_bytes()).ring_seconds == seconds
    else:
        with pytest.raises(LocalError, match="ring_seconds"):
            offer.to_bytes()


@covers("CALL-001")
@pytest.mark.parametrize("size", [0, 15, 17])
def test_a_call_id_has_sixteen_bytes(size: int) -> None:
    with pytest.raises(LocalError, match="call has"):
        CallRinging(call=bytes(size), consoles=1).to_bytes()


def test_a_window_that_closes_before_it_opens_is_ours_to_correct_and_theirs_to_be_refused() -> None:
    with pytest.raises(LocalError, match="closes before"):
        Window(opens_at=2, closes_at=2)
    with pytest.raises(CounterpartError, match="closes before"):
        Window.from_map({1: 2, 2: 1})


def test_the_statement_covers_every_word_of_a_decline() -> None:
    first = CallDecline(call=ID, desk="a", reason=Reason.BUSY)
    others = [
        CallDecline(call=ID, desk="a", reason=Reason.REFUSED),
        CallDecline(call=ID, desk="b", reason=Reason.BUSY),
        CallDecline(call=ID, desk="a", reason=Reason.BUSY, message="x"),
        CallDecline(call=bytes(16), desk="a", reason=Reason.BUSY),
    ]
    assert first.detail() not in {each.detail() for each in others}
