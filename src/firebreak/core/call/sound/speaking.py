"""What our side says about the sound of a call: its legs. Checked, and given back as drafts.

What an officer states comes in two steps, as with an answer (`answering.py`). What a node says alone, because
a console tells it, comes in one. All raise LocalError and change nothing.
"""

from dataclasses import dataclass

from firebreak.core.call.answering import Prepared
from firebreak.core.call.bodies import Part
from firebreak.core.call.book import Book, Call
from firebreak.core.call.duties import draft_of
from firebreak.core.call.refusals import check_statement, no_such_call
from firebreak.core.call.sound import refusals
from firebreak.core.call.sound.bodies import CallCandidate, CallMedia, CallSecured, Sdp
from firebreak.core.call.sound.description import candidate_fault, fault_of
from firebreak.core.call.sound.legs import End
from firebreak.core.call.sound.said import SoundBody, has_room, unwritten
from firebreak.core.call.sound.standing import Standing
from firebreak.core.call.table import OPEN, State
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft


@dataclass(frozen=True, slots=True)
class Place:
    """A call as our side stands in it."""

    call: Call
    standing: Standing

    @property
    def by(self) -> Part:
        """Our part in it."""
        return Part.CALLER if self.call.key.ours else Part.CALLEE

    @property
    def name(self) -> bytes:
        """Its id."""
        return self.call.key.call

    def end(self, leg: int, *, ours: bool) -> End | None:
        """One end of a leg, if it is described."""
        ends = (end for each in self.standing.legs if each.number == leg for end in each.ends)
        return next((each for each in ends if (each.by_caller is self.call.key.ours) is ours), None)


@dataclass(slots=True)
class Speaking:
    """Says what consoles and officers of our side say about legs."""

    book: Book

    def place(self, call: bytes, verb: str, *, waits: bool = True, over: bool = False) -> Place:
        """The call of that id that somebody may speak in; with `over`, one that was answered will do."""
        found = list(self.book.find(call))
        if not found:
            raise no_such_call(call, ours=True)
        fitting = (each for each in found if _speakable(each, waits=waits, over=over))
        best = next(fitting, None)
        if best is None:
            raise refusals.not_to_speak_in(call, found[0].account.state.value, verb)
        return Place(best, self.book.sounds.standing(best.key))

    def prepare_speak(
        self,
        call: bytes,
        *,
        sdp: Sdp,
        fingerprint: bytes,
        description: str,
        leg: int = 0,
        desk: str = "",
    ) -> Prepared[CallMedia]:
        """One end of a leg: for an officer to sign, or to be described without one."""
        found = self.place(call, "speak")
        body = _media(found, leg, sdp, fingerprint, description, desk)
        self._check_media(found, body)
        return Prepared(body, found.call.offered.ref.hash, found.call.offered.commitment)

    def speak(self, body: CallMedia) -> Draft:
        """Describe one end, with the officer's statement in the body."""
        found = self.place(body.call, "speak")
        check_statement(body, found.call.offered.ref.hash, found.call.offered.commitment)
        self._check_media(found, body)
        return self.draft(found, Kind.CALL_MEDIA, body)

    def warm(self, prepared: Prepared[CallMedia]) -> Draft:
        """Describe one end without an officer, so that the path is there when one answers."""
        return self.draft(self.place(prepared.body.call, "speak"), Kind.CALL_MEDIA, prepared.body)

    def candidates(
        self, call: bytes, *, leg: int = 0, candidates: tuple[str, ...] = (), last: bool = False
    ) -> Draft:
        """Addresses at which our end of a leg may be reached."""
        found = self.place(call, "name candidates")
        if self.is_missing(found, leg):
            raise refusals.no_such_leg(leg, "is not described by us")
        body = CallCandidate(call=call, by=found.by, leg=leg, candidates=candidates, last=last)
        if fault := candidate_fault(candidates):
            raise refusals.bad_description(fault)
        return self.draft(found, Kind.CALL_CANDIDATE, body)

    def secured(self, call: bytes, *, ours: bytes, theirs: bytes, checks: int, leg: int = 0) -> Draft:
        """What our console found on the live connection, good or bad."""
        found = self.place(call, "check the sound")
        if self.is_missing(found, leg) or found.end(leg, ours=False) is None:
            raise refusals.no_such_leg(leg, "is not described at both ends")
        body = CallSecured(call=call, by=found.by, leg=leg, ours=ours, theirs=theirs, checks=checks)
        return self.draft(found, Kind.CALL_SECURED, body)

    def draft(self, found: Place, kind: Kind, body: SoundBody) -> Draft:
        """The entry to be signed, if there is room for it in the memory of the call."""
        body.to_bytes()
        sound = self.book.sounds.calls.get(found.call.key)
        one = unwritten(kind, body, found.call.offered.ref)
        if sound is not None and not has_room(sound.alike(one), one):
            raise refusals.enough_said(type(body).__name__)
        return draft_of(found.call, kind, body)

    def is_missing(self, found: Place, leg: int) -> bool:
        """Whether our end of a leg is not described."""
        return found.end(leg, ours=True) is None

    def _check_media(self, found: Place, body: CallMedia) -> None:
        if fault := fault_of(body.description, body.fingerprint):
            raise refusals.bad_description(fault)
        first = body.leg == 0
        if first and found.call.key.ours and body.fingerprint != found.call.offer.media_key:
            raise refusals.bad_description("media-not-as-offered")
        ours, theirs = (found.end(body.leg, ours=side) for side in (True, False))
        if ours is not None and (ours.said.officer or ours.media.fingerprint != body.fingerprint):
            raise refusals.no_such_leg(body.leg, "is described by us already")
        if body.sdp is Sdp.ANSWER and (theirs is None or theirs.media.sdp is not Sdp.OFFER):
            raise refusals.no_such_leg(body.leg, "has no offer of theirs to answer")
        if body.sdp is Sdp.OFFER and (theirs is not None or (first and not found.call.key.ours)):
            raise refusals.no_such_leg(body.leg, "is not ours to offer")


def _speakable(call: Call, *, waits: bool, over: bool) -> bool:
    account = call.account
    if account.crossed:
        return False
    answered = account.state is State.IN_CALL or (over and account.state in (State.HUNG_UP, State.ENDED))
    if over and answered:
        return account.word is not None and account.word.kind is Kind.CALL_ANSWER
    return answered or (waits and account.state in OPEN)


def _media(found: Place, leg: int, sdp: Sdp, fingerprint: bytes, description: str, desk: str) -> CallMedia:
    offer = found.call.offer
    body = CallMedia(
        call=found.name,
        by=found.by,
        leg=leg,
        sdp=sdp,
        fingerprint=fingerprint,
        description=description,
        desk=desk or (offer.from_desk if found.call.key.ours else offer.desk),
    )
    body.to_bytes()
    return body
