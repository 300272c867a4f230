"""The sound of a call as others read it: its standing, and what a console needs to take part."""

from dataclasses import dataclass
from typing import Final

from firebreak.core.call.bodies import Part
from firebreak.core.call.sound.bodies import CallCandidate, Sdp
from firebreak.core.call.sound.course import Course, consent_of
from firebreak.core.call.sound.course_bodies import CallMinutes, CallPart, CallRecorded, Consent
from firebreak.core.call.sound.legs import End, Leg, LegState
from firebreak.core.call.sound.said import Said
from firebreak.core.call.sound.standing import SILENCE, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class EndView:
    """One end of a leg."""

    by: Part
    sdp: Sdp
    fingerprint: bytes
    desk: str
    officer: str
    "Who stated it; empty where only a node did."
    signed: bool
    "Whether an officer stands behind the fingerprint, by a statement or by the answer."


@dataclass(frozen=True, slots=True, kw_only=True)
class LegView:
    """One leg."""

    leg: int
    state: LegState
    ends: tuple[EndView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A third person in the call."""

    by: Part
    leg: int
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who goes on with the call for one side, after a hand-over."""

    by: Part
    desk: str
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentView:
    """How one side stands to a recording."""

    by: Part
    consent: Consent
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedView:
    """How much one side says it has recorded."""

    by: Part
    chunks: int
    size_bytes: int
    last: bytes
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesView:
    """Minutes that one side proposed."""

    by: Part
    hash: bytes
    "Of the entry; name it to agree."
    officer: str
    text: str
    agreed_by: str
    "The officer of the other side who agreed; empty where none did."


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundView:
    """Where the sound of one call stands."""

    legs: tuple[LegView, ...] = ()
    held_by: tuple[Part, ...] = ()
    guests: tuple[Guest, ...] = ()
    holders: tuple[Holder, ...] = ()
    consents: tuple[ConsentView, ...] = ()
    recording: bool = False
    "Whether both sides consent now, in a call that goes on."
    recorded: tuple[RecordedView, ...] = ()
    minutes: tuple[MinutesView, ...] = ()
    secured_by: tuple[Part, ...] = ()
    "Whose consoles found a leg as officers signed it; they may claim sound."


@dataclass(frozen=True, slots=True, kw_only=True)
class EndText:
    """What a console needs of one end to connect; gone when the call is over."""

    leg: int
    by: Part
    sdp: Sdp
    fingerprint: bytes
    description: str
    desk: str
    officer: str
    signed: bool
    candidates: tuple[str, ...]
    last: bool


NO_SOUND: Final = SoundView()


def part_of(by_caller: bool) -> Part:
    """The part of a side."""
    return Part.CALLER if by_caller else Part.CALLEE


def sound_view(standing: Standing) -> SoundView:
    """What may be said of the sound of a call."""
    if standing is SILENCE:
        return NO_SOUND
    course = standing.course
    return SoundView(
        legs=tuple(_leg(each) for each in standing.legs),
        held_by=_parts(course.held),
        guests=tuple(_guest(each) for each in course.guests),
        holders=_holders(course),
        consents=tuple(
            ConsentView(by=part_of(each.by_caller), consent=consent_of(each), officer=each.officer)
            for each in course.consents
        ),
        recording=course.agreed,
        recorded=tuple(_recorded(each) for each in course.recorded),
        minutes=_minutes(course),
        secured_by=_parts(standing.checked),
    )


def end_texts(standing: Standing) -> tuple[EndText, ...]:
    """The described ends with the candidates that came for them, while somebody may still connect."""
    legs = standing.legs if standing.ground.may_warm else ()
    return tuple(_text(leg, end, standing) for leg in legs for end in leg.ends)


def _parts(sides: frozenset[bool]) -> tuple[Part, ...]:
    return tuple(sorted(part_of(each) for each in sides))


def _leg(leg: Leg) -> LegView:
    return LegView(leg=leg.number, state=leg.state, ends=tuple(_end(each) for each in leg.ends))


def _end(end: End) -> EndView:
    return EndView(
        by=part_of(end.by_caller),
        sdp=end.media.sdp,
        fingerprint=end.media.fingerprint,
        desk=end.media.desk,
        officer=end.said.officer,
        signed=end.signed,
    )


def _text(leg: Leg, end: End, standing: Standing) -> EndText:
    mine = [
        each.body
        for each in standing.candidates
        if isinstance(each.body, CallCandidate)
        and (each.by_caller, each.body.leg) == (end.by_caller, leg.number)
    ]
    return EndText(
        leg=leg.number,
        by=part_of(end.by_caller),
        sdp=end.media.sdp,
        fingerprint=end.media.fingerprint,
        description=end.media.description,
        desk=end.media.desk,
        officer=end.said.officer,
        signed=end.signed,
        candidates=tuple(each for body in mine for each in body.candidates),
        last=any(each.last for each in mine),
    )


def _guest(said: Said) -> Guest:
    assert isinstance(said.body, CallPart)
    return Guest(by=part_of(said.by_caller), leg=said.body.leg, who=said.body.who)


def _holders(course: Course) -> tuple[Holder, ...]:
    """The last hand-over of each side."""
    last = {each.by_caller: each for each in course.hands}
    return tuple(
        Holder(by=part_of(side), desk=each.body.desk, officer=each.relief)
        for side, each in sorted(last.items(), reverse=True)
        if isinstance(each.body, CallPart)
    )


def _recorded(said: Said) -> RecordedView:
    assert isinstance(said.body, CallRecorded)
    body = said.body
    return RecordedView(
        by=part_of(said.by_caller),
        chunks=body.chunks,
        size_bytes=body.size_bytes,
        last=body.last,
        ended=body.ended,
    )


def _minutes(course: Course) -> tuple[MinutesView, ...]:
    agreed = {proposal.ref: said.officer for said, proposal in course.agreements}
    return tuple(
        MinutesView(
            by=part_of(each.by_caller),
            hash=each.ref.hash,
            officer=each.officer,
            text=each.body.text,
            agreed_by=agreed.get(each.ref, ""),
        )
        for each in course.proposals
        if isinstance(each.body, CallMinutes)
    )
