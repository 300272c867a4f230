"""What one entry says about the sound or the course of a call, and how many such are kept.

What is beyond the bounds stays in the record and changes nothing here, so that no counterpart can make one
call grow. Each side has its own bounds, and so has what an officer stated: nobody can use up another's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body
from firebreak.core.call.bodies import Part
from firebreak.core.call.facts import CallKey
from firebreak.core.call.sound.bodies import CallCandidate, CallMedia, CallSecured
from firebreak.core.call.sound.course_bodies import CallMinutes, CallPart, CallRecord, CallRecorded
from firebreak.core.call.sound.description import candidate_fault, fault_of
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, known
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.officer import StatedBody, Statement

SoundBody: TypeAlias = (
    CallMedia | CallCandidate | CallSecured | CallPart | CallRecord | CallRecorded | CallMinutes
)

BODIES: Final[dict[Kind, type[Body]]] = {
    Kind.CALL_MEDIA: CallMedia,
    Kind.CALL_CANDIDATE: CallCandidate,
    Kind.CALL_SECURED: CallSecured,
    Kind.CALL_PART: CallPart,
    Kind.CALL_RECORD: CallRecord,
    Kind.CALL_RECORDED: CallRecorded,
    Kind.CALL_MINUTES: CallMinutes,
}
"The body of each kind of entry about sound and course."

DESCRIPTIONS_MAX: Final = 2  # of one end of a leg: the first, and one that shows the repetition
CANDIDATES_KEPT_MAX: Final = 32  # of one end of a leg; a console with many addresses gathers some ten
FINDINGS_MAX: Final = 4  # what one end of a leg can have found: good, and bad in three ways
CHANGES_MAX: Final = 64  # of one side in one call
MINUTES_MAX: Final = 8  # proposals, or agreements, of one side


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one entry contributes. Two of one entry are equal at both nodes but for `at`."""

    kind: Kind
    by_caller: bool
    ref: Ref
    commitment: bytes
    body: SoundBody
    "Without its statements."
    officer: str = ""
    "Who stated it; empty where no officer did."
    relief: str = ""
    "Who stated that they take the call over."
    about: bytes = b""
    "Hash of the entry that the statements name."
    shown: bytes = b""
    "Commitment of the body that the officers had before them."
    fault: str = ""
    "What is wrong with a description or a candidate."
    at: Instant
    "Line time at this node when it was stored."


def read_said(item: Learnt) -> tuple[CallKey, Said] | None:
    """What a learnt entry says, and of which call; None when it is about no sound."""
    body, kind = item.body, known(item.header.kind)
    if kind is None or not isinstance(body, SoundBody) or type(body) is not BODIES.get(kind):
        return None
    by_caller = body.by is Part.CALLER
    first, second = _statement(body), _relief(body)
    one = second is None or first is None or _named(first) == _named(second)
    held = first if one else None
    said = Said(
        kind=kind,
        by_caller=by_caller,
        ref=item.ref,
        commitment=item.header.commitment,
        body=_bare(body),
        officer=held.officer if held else "",
        relief=second.officer if held and second else "",
        about=held.entry if held else b"",
        shown=held.commitment if held else b"",
        fault=_fault(body),
        at=item.at,
    )
    return CallKey(item.ours is by_caller, body.call), said


def unwritten(kind: Kind, body: SoundBody, ref: Ref) -> Said:
    """What an entry would say that is not written yet, under the name of another."""
    officer = "-" if _statement(body) else ""
    return Said(
        kind=kind,
        by_caller=body.by is Part.CALLER,
        ref=ref,
        commitment=b"",
        body=_bare(body),
        officer=officer,
        at=Instant(0),
    )


def in_order(said: Said) -> tuple[bytes, int, bytes]:
    """An order that is the same at both nodes; inside a segment it is the order of writing."""
    return said.ref.segment, said.ref.seq, said.ref.hash


Sort: TypeAlias = tuple[Kind, bool, bool, int]
"What shares a bound: kind, side, whether an officer stated it, and leg."


def with_room(alike: tuple[Said, ...], said: Said) -> tuple[Said, ...]:
    """What is kept of one sort with one more; the same as before where there is no room for it."""
    if any(each.ref == said.ref for each in alike):
        return alike
    if isinstance(said.body, CallRecorded):
        return (max([*alike, said], key=_recorded),)
    return (*alike, said) if has_room(alike, said) else alike


def has_room(alike: tuple[Said, ...], said: Said) -> bool:
    """Whether one more of its sort would be kept."""
    if isinstance(said.body, CallCandidate):
        return len(alike) < CANDIDATES_KEPT_MAX and _count([*alike, said]) <= CANDIDATES_KEPT_MAX
    if isinstance(said.body, CallSecured) and any(each.body == said.body for each in alike):
        return False
    return isinstance(said.body, CallRecorded) or len(alike) < MOST[said.kind]


def _recorded(said: Said) -> tuple[int, bool, bytes]:
    """Of what a side says about its recording the most counts."""
    assert isinstance(said.body, CallRecorded)
    return said.body.chunks, said.body.ended, said.ref.hash


MOST: Final = {
    Kind.CALL_MEDIA: DESCRIPTIONS_MAX,
    Kind.CALL_SECURED: FINDINGS_MAX,
    Kind.CALL_PART: CHANGES_MAX,
    Kind.CALL_RECORD: CHANGES_MAX,
    Kind.CALL_MINUTES: MINUTES_MAX,
}


def bared(said: Said) -> Said:
    """The same without the text of a description, once nobody can act upon it any more."""
    return (
        replace(said, body=replace(said.body, description="-")) if isinstance(said.body, CallMedia) else said
    )


def sort_of(said: Said) -> Sort:
    """What shares a bound."""
    body = said.body
    if isinstance(body, CallMinutes):
        return said.kind, said.by_caller, bool(said.officer), int(body.agrees is None)
    leg = body.leg if isinstance(body, CallMedia | CallCandidate | CallSecured) else 0
    return said.kind, said.by_caller, bool(said.officer), leg


def _fault(body: SoundBody) -> str:
    if isinstance(body, CallMedia):
        return fault_of(body.description, body.fingerprint)
    return candidate_fault(body.candidates) if isinstance(body, CallCandidate) else ""


def _count(said: Iterable[Said]) -> int:
    return sum(len(each.body.candidates) for each in said if isinstance(each.body, CallCandidate))


def _statement(body: SoundBody) -> Statement | None:
    """The statement, if it states this action over these words. Its signature was verified before."""
    statement = body.statement if isinstance(body, StatedBody) else None
    if statement is None or not isinstance(body, StatedBody):
        return None
    return statement if (statement.action, statement.detail) == (body.ACTION, body.detail()) else None


def _relief(body: SoundBody) -> Statement | None:
    if not isinstance(body, CallPart) or body.relief is None:
        return None
    held = (body.relief.action, body.relief.detail) == (body.RELIEF_ACTION, body.detail())
    return body.relief if held else None


def _named(statement: Statement) -> tuple[bytes, bytes]:
    return statement.entry, statement.commitment


def _bare(body: SoundBody) -> SoundBody:
    if isinstance(body, CallPart):
        return replace(body, statement=None, relief=None)
    return replace(body, statement=None) if isinstance(body, StatedBody) else body
