"""What our side says about the course of a call: holds, third persons, hand-overs, recording, minutes."""

from dataclasses import dataclass, field
from typing import Final, TypeVar

from firebreak.core.base.text import check_outgoing
from firebreak.core.call.answering import Prepared
from firebreak.core.call.book import Book
from firebreak.core.call.refusals import check_statement
from firebreak.core.call.sound import refusals
from firebreak.core.call.sound.course import CONSENTING, consent_of
from firebreak.core.call.sound.course_bodies import (
    CallMinutes,
    CallPart,
    CallRecord,
    CallRecorded,
    Change,
    Consent,
)
from firebreak.core.call.sound.speaking import Place, Speaking
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import StatedBody

BOTH: Final = 2

B = TypeVar("B", bound=StatedBody)


@dataclass(slots=True)
class Steering:
    """Says what consoles and officers of our side say about the course of a call."""

    book: Book
    speaking: Speaking = field(init=False)

    def __post_init__(self) -> None:
        self.speaking = Speaking(self.book)

    # -- holds and third persons, by a node ---------------------------------------------------------

    def change(self, call: bytes, change: Change, *, leg: int = 0, who: str = "") -> Draft:
        """Hold, resume, take in a third person, or let one go."""
        found = self._talking(call, change.name.lower().replace("_", " "))
        check_outgoing(who)
        held = found.call.key.ours in found.standing.course.held
        if (change is Change.HOLD and held) or (change is Change.RESUME and not held):
            raise refusals.not_in_this_course(f"call {call.hex()} is {'held' if held else 'not held'} by us")
        if change in (Change.JOIN, Change.LEAVE):
            self._check_guest(found, change, leg, who)
        body = CallPart(
            call=call, by=found.by, number=self._next(found, CallPart), change=change, leg=leg, who=who
        )
        return self.speaking.draft(found, Kind.CALL_PART, body)

    def _check_guest(self, found: Place, change: Change, leg: int, who: str) -> None:
        guests = (
            (each.body.leg, each.body.who)
            for each in found.standing.course.guests
            if isinstance(each.body, CallPart) and each.by_caller is found.call.key.ours
        )
        here = (leg, who) in guests
        if not who or here is (change is Change.JOIN):
            what = "is in the call already" if here else "is not in the call"
            raise refusals.not_in_this_course(f"{who or 'nobody'!r} {what} by leg {leg}")

    # -- hand-over, by two officers -------------------------------------------------------------------

    def prepare_hand_over(self, call: bytes, *, desk: str = "") -> Prepared[CallPart]:
        """To pass the call on to another officer, who signs the same body as its relief."""
        found = self._talking(call, "pass on")
        body = CallPart(
            call=call,
            by=found.by,
            number=self._next(found, CallPart),
            change=Change.HAND_OVER,
            desk=desk or self._desk(found),
        )
        return self._prepared(found, body)

    def hand_over(self, body: CallPart) -> Draft:
        """Pass the call on, with both statements in the body."""
        found = self._talking(body.call, "pass on")
        self._check_stated(found, body)
        giver, taker = body.statement, body.relief
        same = giver is None or taker is None or giver.officer == taker.officer
        if body.change is not Change.HAND_OVER or same:
            raise refusals.not_in_this_course("a call is passed on by two officers, who both sign")
        assert giver is not None
        assert taker is not None
        if (taker.entry, taker.commitment, taker.detail) != (giver.entry, giver.commitment, giver.detail):
            raise refusals.not_in_this_course("both officers sign the same words about the same offer")
        return self.speaking.draft(found, Kind.CALL_PART, body)

    # -- recording ------------------------------------------------------------------------------------

    def prepare_record(self, call: bytes, consent: Consent) -> Prepared[CallRecord]:
        """To ask for a recording, consent to it, or withdraw."""
        found = self._talking(call, "record")
        others = (
            each for each in found.standing.course.consents if each.by_caller is not found.call.key.ours
        )
        asked = any(consent_of(each) in CONSENTING for each in others)
        if consent is Consent.GIVEN and not asked:
            raise refusals.not_in_this_course("the other side does not ask for a recording")
        body = CallRecord(call=call, by=found.by, number=self._next(found, CallRecord), consent=consent)
        return self._prepared(found, body)

    def record(self, body: CallRecord) -> Draft:
        """Say so, with the officer's statement in the body."""
        found = self._talking(body.call, "record")
        self._check_stated(found, body)
        return self.speaking.draft(found, Kind.CALL_RECORD, body)

    def recorded(
        self, call: bytes, *, chunks: int, size_bytes: int, last: bytes, ended: bool = False
    ) -> Draft:
        """How much our console has recorded, up to a while after the call ended."""
        found = self.speaking.place(call, "have recorded", waits=False, over=True)
        if len(found.standing.course.consents) < BOTH:
            raise refusals.not_in_this_course("both sides have not consented to a recording")
        body = CallRecorded(
            call=call, by=found.by, chunks=chunks, size_bytes=size_bytes, last=last, ended=ended
        )
        return self.speaking.draft(found, Kind.CALL_RECORDED, body)

    # -- minutes --------------------------------------------------------------------------------------

    def prepare_minutes(self, call: bytes, text: str) -> Prepared[CallMinutes]:
        """To propose what was said."""
        found = self.speaking.place(call, "propose minutes", waits=False, over=True)
        check_outgoing(text)
        return self._prepared(found, CallMinutes(call=call, by=found.by, text=text))

    def prepare_agreement(self, call: bytes, proposal: bytes) -> Prepared[CallMinutes]:
        """To agree to what the other side proposes."""
        found = self.speaking.place(call, "agree to minutes", waits=False, over=True)
        named = self._proposal(found, proposal)
        body = CallMinutes(call=call, by=found.by, agrees=proposal)
        body.to_bytes()
        return Prepared(body, proposal, named)

    def minutes(self, body: CallMinutes) -> Draft:
        """Propose or agree, with the officer's statement in the body."""
        found = self.speaking.place(body.call, "sign minutes", waits=False, over=True)
        if body.agrees is None:
            self._check_stated(found, body)
        else:
            check_statement(body, body.agrees, self._proposal(found, body.agrees))
        return self.speaking.draft(found, Kind.CALL_MINUTES, body)

    def _proposal(self, found: Place, hash: bytes) -> bytes:
        """The commitment of the other side's proposal."""
        ours = found.call.key.ours
        known = (each for each in found.standing.course.proposals if each.by_caller is not ours)
        proposal = next((each for each in known if each.ref.hash == hash), None)
        if proposal is None:
            raise refusals.no_such_minutes(f"the other side proposed no minutes in entry {hash.hex()}")
        return proposal.commitment

    # -- common ---------------------------------------------------------------------------------------

    def _talking(self, call: bytes, verb: str) -> Place:
        return self.speaking.place(call, verb, waits=False)

    def _prepared(self, found: Place, body: B) -> Prepared[B]:
        body.to_bytes()
        return Prepared(body, found.call.offered.ref.hash, found.call.offered.commitment)

    def _check_stated(self, found: Place, body: StatedBody) -> None:
        check_statement(body, found.call.offered.ref.hash, found.call.offered.commitment)

    def _desk(self, found: Place) -> str:
        return found.call.offer.from_desk if found.call.key.ours else found.call.offer.desk

    def _next(self, found: Place, sort: type[CallPart | CallRecord]) -> int:
        """The count of our next change of that sort."""
        sound = self.book.sounds.calls.get(found.call.key)
        numbers = [
            each.body.number
            for each in (sound.said if sound is not None else ())
            if isinstance(each.body, sort) and each.by_caller is found.call.key.ours
        ]
        return max(numbers, default=0) + 1
