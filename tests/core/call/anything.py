"""Any facts about one call that two writers could sign, honest or not, for property tests."""

from collections.abc import Sequence

from hypothesis import strategies as st

from firebreak.core.base.instants import Instant
from firebreak.core.call.bodies import (
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
from firebreak.core.call.facts import BODIES, OFFICERS, CallBody, Fact, Position
from firebreak.core.envelope.header import Ref, Span
from firebreak.core.envelope.kinds import Kind, Precedence
from tests.core.call.wire import call_id

SEGMENTS = {
    True: (b"caller segment A", b"caller segment B"),
    False: (b"callee segment A", b"callee segment B"),
}
HASHES = {True: b"caller", False: b"callee"}
COMMITMENT = bytes(32)
KINDS = [*BODIES, Kind.RECEIPT_NODE, Kind.RECEIPT_DESK]


def body_of(kind: Kind, *, by_caller: bool, sound: bool = False) -> CallBody | None:
    """A plain body of that kind."""
    name = call_id(1)
    part = Part.CALLER if by_caller else Part.CALLEE
    return {
        Kind.CALL_OFFER: CallOffer(call=name, desk="a", from_desk="b"),
        Kind.CALL_RINGING: CallRinging(call=name, consoles=1),
        Kind.CALL_ANSWER: CallAnswer(call=name, desk="a"),
        Kind.CALL_DECLINE: CallDecline(call=name, desk="a", reason=Reason.REFUSED),
        Kind.CALL_BUSY: CallBusy(call=name, desk="a"),
        Kind.CALL_NO_ANSWER: CallNoAnswer(call=name, rang_seconds=60),
        Kind.CALL_UNATTENDED: CallUnattended(call=name, desk="a"),
        Kind.CALL_CANCEL: CallCancel(call=name),
        Kind.CALL_UNREACHABLE: CallUnreachable(call=name, tried_seconds=90),
        Kind.CALL_END: CallEnd(call=name, by=part, seconds=1, media_up=sound),
        Kind.CALL_GLARE: CallGlare(call=name, kept=call_id(2)),
    }.get(kind)


def ref_of(*, by_caller: bool, segment: int, seq: int, version: int = 0) -> Ref:
    place = SEGMENTS[by_caller][segment]
    return Ref(place, seq, HASHES[by_caller] + bytes([segment, seq, version]) + bytes(23))


@st.composite
def facts(draw: st.DrawFn, kinds: Sequence[Kind] = KINDS) -> Fact:
    """One entry: any kind from any side, repeated, equivocated, restored, knowing anything."""
    by_caller = draw(st.booleans())
    kind = draw(st.sampled_from(kinds))
    segment, seq = draw(st.integers(0, 1)), draw(st.integers(1, 5))
    seen = draw(st.none() | st.tuples(st.sampled_from(SEGMENTS[not by_caller]), st.integers(1, 5)))
    offer = draw(
        st.builds(ref_of, by_caller=st.just(value=True), segment=st.integers(0, 1), seq=st.integers(1, 2))
    )
    stated = kind in OFFICERS and draw(st.booleans())
    return Fact(
        kind=kind,
        by_caller=by_caller,
        ref=ref_of(by_caller=by_caller, segment=segment, seq=seq, version=draw(st.integers(0, 1))),
        seen=None if seen is None else Position(*seen),
        time=Span(0, 0),
        precedence=Precedence.ROUTINE,
        commitment=COMMITMENT,
        body=body_of(kind, by_caller=by_caller, sound=draw(st.booleans())),
        officer="O" if stated else "",
        about=offer.hash if stated else b"",
        shown=COMMITMENT if stated else b"",
        at=Instant(draw(st.integers(0, 9))),
    )


def calls(kinds: Sequence[Kind] = KINDS) -> st.SearchStrategy[list[Fact]]:
    """The facts of one call, each entry once, mostly with an offer."""
    offer = Fact(
        kind=Kind.CALL_OFFER,
        by_caller=True,
        ref=ref_of(by_caller=True, segment=0, seq=1),
        seen=None,
        time=Span(0, 0),
        precedence=Precedence.ROUTINE,
        commitment=COMMITMENT,
        body=body_of(Kind.CALL_OFFER, by_caller=True),
        at=Instant(0),
    )
    some = st.lists(facts(kinds), max_size=14, unique_by=lambda fact: fact.ref)
    return st.one_of(some, some.map(lambda rest: [offer, *(each for each in rest if each.ref != offer.ref)]))
