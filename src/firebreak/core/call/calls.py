"""The calls of one line: learns entries, takes commands, keeps the clocks of ringing.

`learn` is the only way in which state changes. Commands check against the table and give back a draft, or
what an officer has to sign first. Automatic entries come out of `tick` alone, never out of `learn`: an
offer that is learnt together with its withdrawal does not ring, and replaying a record asks for nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.events import Event
from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.base.text import check_outgoing
from firebreak.core.call.answering import Answering
from firebreak.core.call.bodies import RING_SECONDS, SPAN_SECONDS_MAX, CallCancel, CallEnd, CallOffer, Part
from firebreak.core.call.book import OFFERS_A_MINUTE_MAX, Call
from firebreak.core.call.duties import REST_SECONDS, Attendance, Duty, View, draft_of, duty
from firebreak.core.call.evidence import Evidence, evidence
from firebreak.core.call.facts import FAREWELLS, WORDS, CallKey
from firebreak.core.call.refusals import already_calling, id_taken, no_such_call, not_now, too_many_offers
from firebreak.core.call.requests import Requests
from firebreak.core.call.sound.refusals import sound_not_secured
from firebreak.core.call.sound.steering import Steering
from firebreak.core.call.table import follows
from firebreak.core.call.views import CallView, views
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt

LAST_WORDS: Final = WORDS | FAREWELLS


@dataclass(slots=True, kw_only=True)
class Calls(Answering):
    """Every call of a line, and every request for one."""

    attendance: Attendance
    requests: Requests = field(default_factory=Requests)
    listening: bool = False
    "The node may not sign yet: nothing is owed before it is known what it has said already."
    steering: Steering = field(init=False)
    "What our side says about sound and course of calls."
    _asked: set[tuple[CallKey, Kind]] = field(default_factory=set[tuple[CallKey, Kind]])
    "Automatic entries this process has asked for and not yet learnt: each is asked for once."

    def __post_init__(self) -> None:
        self.steering = Steering(self.book)

    def learn(self, item: Learnt) -> list[Draft | Event]:
        """Take in a stored entry of any kind. The drafts that follow from it come with the next tick."""
        return [*self.book.learn(item), *self.requests.learn(item)]

    def tick(self, now: Instant) -> list[Draft | Event]:
        """What has become due."""
        self.book.let_rest(Instant(now - REST_SECONDS * SECOND))
        self._asked = {each for each in self._asked if each[0] in self.book.waiting}
        return [*self._drafts(now), *self.requests.tick(now)]

    @property
    def deadline(self) -> Instant | None:
        """When the next tick is wanted; in the past when it is wanted at once."""
        waiting = () if self.listening else self.book.waiting.values()
        owed = (self._owed(call, Instant(0)) for call in waiting)
        instants = [each.at for each in owed if each is not None]
        asked = self.requests.deadline
        return min(instants if asked is None else [*instants, asked], default=None)

    def all(self) -> list[CallView]:
        """Every call, in the order in which this node learnt of them."""
        return list(views(self.book))

    def place(
        self,
        *,
        desk: str,
        from_desk: str,
        call_id: bytes,
        now: Instant,
        precedence: Precedence = Precedence.ROUTINE,
        ring_seconds: int = RING_SECONDS,
        subject: str = "",
        media_key: bytes | None = None,
    ) -> Draft:
        """Call a desk of the counterpart. Raises LocalError."""
        check_outgoing(subject)
        offer = CallOffer(
            call=call_id,
            desk=desk,
            from_desk=from_desk,
            ring_seconds=ring_seconds,
            media_key=media_key,
            subject=subject,
        )
        offer.to_bytes()
        self._check_free(offer, now)
        return Draft(kind=Kind.CALL_OFFER, body=offer, precedence=precedence)

    def cancel(self, call: bytes) -> Draft:
        """Withdraw a call of ours that nobody has taken. Raises LocalError."""
        found = self.book.calls.get(CallKey(ours=True, call=call))
        if found is None or found.account.offer is None:
            raise no_such_call(call, ours=True)
        if not found.account.is_open:
            raise not_now(found, "withdraw")
        return draft_of(found, Kind.CALL_CANCEL, CallCancel(call=call))

    def hang_up(self, call: bytes, now: Instant, *, media_up: bool = False) -> Draft:
        """End an answered call, or close our account of one that they ended. Raises LocalError."""
        found = list(self.book.find(call))
        ended = next((each for each in found if _may_hang_up(each)), None)
        if ended is None:
            raise not_now(found[0], "hang up") if found else no_such_call(call, ours=True)
        if media_up and not self.may_claim_sound(ended):
            raise sound_not_secured(call)
        body = CallEnd(call=call, by=_part(ended), seconds=_lasted(ended, now), media_up=media_up)
        return draft_of(ended, Kind.CALL_END, body)

    def may_claim_sound(self, call: Call) -> bool:
        """Whether a console of ours found the sound of a call as officers signed it."""
        return call.key.ours in self.book.sounds.standing(call.key).checked

    def _check_free(self, offer: CallOffer, now: Instant) -> None:
        if any(CallKey(ours, offer.call) in self.book.calls for ours in (True, False)):
            raise id_taken("call", offer.call)
        for call in self.book.waiting.values():
            if _same_desks(call, offer):
                raise already_calling(call)
        if self.book.recent(ours=True, now=now) >= OFFERS_A_MINUTE_MAX:
            raise too_many_offers(now)

    def _drafts(self, now: Instant) -> Iterable[Draft]:
        for call in () if self.listening else list(self.book.waiting.values()):
            owed = self._owed(call, now)
            if owed is not None and owed.at <= now:
                self._asked.add((call.key, owed.kind))
                yield draft_of(call, owed.kind, owed.body)

    def _owed(self, call: Call, now: Instant) -> Duty | None:
        if any((call.key, kind) in self._asked for kind in LAST_WORDS):
            return None
        reached = call.key.ours and evidence(call.facts, self.book.beside(call)) >= Evidence.E3
        waiting = self.book.waiting.values()
        owed = duty(call, View(now=now, attendance=self.attendance, reached=reached, waiting=waiting))
        return None if owed is None or (call.key, owed.kind) in self._asked else owed


def _may_hang_up(call: Call) -> bool:
    """Once for our side, in a call that was answered and did not cross."""
    by_us = any(
        each.kind is Kind.CALL_END and each.by_caller is call.key.ours for each in call.account.counted
    )
    return follows(call.account.state, Kind.CALL_END) is not None and not by_us


def _part(call: Call) -> Part:
    return Part.CALLER if call.key.ours else Part.CALLEE


def _lasted(call: Call, now: Instant) -> int:
    word = call.account.word
    assert word is not None
    return max(0, min((now - word.at) // SECOND, SPAN_SECONDS_MAX))


def _same_desks(call: Call, offer: CallOffer) -> bool:
    """Whether a waiting call is between the same two desks, in either direction."""
    if call.key.ours:
        return (call.offer.desk, call.offer.from_desk) == (offer.desk, offer.from_desk)
    return (call.offer.from_desk, call.offer.desk) == (offer.desk, offer.from_desk)
