"""Taking a call or not: only an officer can, with a key that the node does not hold.

Two steps. `prepare_…` gives the body and what the statement has to name; the officer's device signs it;
the finished body becomes a draft. In between nothing is remembered, and both steps ask the table.
"""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from firebreak.core.base.text import check_outgoing
from firebreak.core.call.bodies import CallAnswer, CallBusy, CallDecline, Reason
from firebreak.core.call.book import Book, Call
from firebreak.core.call.duties import draft_of
from firebreak.core.call.facts import CallKey, Stated
from firebreak.core.call.refusals import check_statement, no_such_call, no_window, not_now
from firebreak.core.call.table import follows
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import StatedBody

B = TypeVar("B", bound=StatedBody)


@dataclass(frozen=True, slots=True)
class Prepared(Generic[B]):
    """What an officer is asked to sign."""

    body: B
    "Everything that will be said, without the statement; `body.detail()` goes into it."
    entry: bytes
    "Hash of the entry that the statement is about."
    commitment: bytes
    "Commitment of that entry's body, which the officer has on the screen."


@dataclass(slots=True, kw_only=True)
class Answering:
    """What officers of our side say to calls of the counterpart. All methods raise LocalError."""

    book: Book = field(default_factory=Book)

    def prepare_answer(
        self, call: bytes, *, desk: str = "", media_key: bytes | None = None
    ) -> Prepared[CallAnswer]:
        """To take a call, at the desk that is called unless another one is named."""
        found = self._open(call, Kind.CALL_ANSWER, "answer")
        return _prepared(found, CallAnswer(call=call, desk=desk or found.offer.desk, media_key=media_key))

    def prepare_decline(
        self,
        call: bytes,
        *,
        reason: Reason = Reason.NONE_GIVEN,
        desk: str = "",
        call_back_at: int | None = None,
        message: str = "",
    ) -> Prepared[CallDecline]:
        """Not to take a call, and to say so."""
        found = self._open(call, Kind.CALL_DECLINE, "decline")
        check_outgoing(message)
        if reason is Reason.NOT_NOW and call_back_at is None:
            raise no_window("a call is declined as not now, and no time is given")
        body = CallDecline(
            call=call,
            desk=desk or found.offer.desk,
            reason=reason,
            call_back_at=call_back_at,
            message=message,
        )
        return _prepared(found, body)

    def prepare_busy(
        self, call: bytes, *, desk: str = "", call_back_at: int | None = None
    ) -> Prepared[CallBusy]:
        """To say that one is in another call."""
        found = self._open(call, Kind.CALL_BUSY, "be busy for")
        return _prepared(found, CallBusy(call=call, desk=desk or found.offer.desk, call_back_at=call_back_at))

    def answer(self, body: CallAnswer) -> Draft:
        """Take the call, with the officer's statement in the body."""
        return self._said(body, Kind.CALL_ANSWER, "answer")

    def decline(self, body: CallDecline) -> Draft:
        """Decline it, with the officer's statement in the body."""
        return self._said(body, Kind.CALL_DECLINE, "decline")

    def busy(self, body: CallBusy) -> Draft:
        """Be busy, with the officer's statement in the body."""
        return self._said(body, Kind.CALL_BUSY, "be busy for")

    def _said(self, body: Stated, kind: Kind, verb: str) -> Draft:
        found = self._open(body.call, kind, verb)
        check_statement(body, found.offered.ref.hash, found.offered.commitment)
        return draft_of(found, kind, body)

    def _open(self, call: bytes, kind: Kind, verb: str) -> Call:
        found = self.book.calls.get(CallKey(ours=False, call=call))
        if found is None or found.account.offer is None:
            raise no_such_call(call, ours=False)
        if follows(found.account.state, kind) is None:
            raise not_now(found, verb)
        return found


def _prepared(call: Call, body: B) -> Prepared[B]:
    body.to_bytes()
    return Prepared(body, call.offered.ref.hash, call.offered.commitment)
