"""Requests for calls: who asked whom, what was replied, and the clocks of the replies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import Instant
from firebreak.core.base.text import check_outgoing
from firebreak.core.call.answering import Prepared
from firebreak.core.call.asking import Answer, CallReply, CallRequest, Window
from firebreak.core.call.bodies import Reason
from firebreak.core.call.dialogue import REPLIES, Dialogue, Spoken, Standing, dialogue, read_spoken
from firebreak.core.call.refusals import check_statement, id_taken, no_such_request, no_window
from firebreak.core.call.request_events import RequestEvent
from firebreak.core.call.request_telling import Alarm, alarm, answered, doubt, made, requests_among, rung
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.officer import NO_ENTRY

SPOKEN_MAX: Final = 64  # entries of one side under one request; a dialogue that agrees on a time has five


@dataclass(slots=True)
class Requests:
    """Every request of a line, in both directions."""

    _spoken: dict[bytes, dict[bytes, Spoken]] = field(default_factory=dict[bytes, dict[bytes, Spoken]])
    "By request id: everything said under it, by entry hash."
    _dialogues: dict[bytes, Dialogue] = field(default_factory=dict[bytes, Dialogue])
    "By hash of the request."
    _live: dict[bytes, Dialogue] = field(default_factory=dict[bytes, Dialogue])
    "Requests with a clock: a reply is awaited, or an agreed time is to come."
    _told: set[bytes] = field(default_factory=set[bytes])
    "Clocks that this process has let run out."

    def learn(self, item: Learnt) -> list[RequestEvent]:
        """Take in one entry of any kind."""
        spoken = read_spoken(item)
        if spoken is None:
            return []
        name = spoken.body.request
        under = self._spoken.setdefault(name, {})
        if spoken.ref.hash in under or _full(under.values(), spoken):
            return []
        under[spoken.ref.hash] = spoken
        requests = requests_among(under.values())
        events = [event for request in requests for event in self._follow(request, item.at)]
        return events or doubt(spoken, under.values())

    def tick(self, now: Instant) -> list[RequestEvent]:
        """Clocks that ran out."""
        due = [each for each in self._alarms() if each.at <= now]
        for each in due:
            self._told.add(each.about)
            if each.found.standing is Standing.AGREED:
                self._live.pop(each.found.request.ref.hash, None)
        events = [rung(each, now) for each in due]
        return [each for each in events if each is not None]

    @property
    def deadline(self) -> Instant | None:
        """When the next clock runs out."""
        return min((each.at for each in self._alarms()), default=None)

    def all(self) -> list[Dialogue]:
        """Every request with the replies that count, in the order in which this node learnt of them."""
        return list(self._dialogues.values())

    def prepare_request(self, body: CallRequest) -> Prepared[CallRequest]:
        """Ask for a call. Raises LocalError."""
        check_outgoing(body.text)
        if body.request in self._spoken:
            raise id_taken("request", body.request)
        body.to_bytes()
        return Prepared(body, NO_ENTRY, NO_ENTRY)

    def request(self, body: CallRequest, precedence: Precedence = Precedence.ROUTINE) -> Draft:
        """Ask, with the officer's statement in the body. Raises LocalError."""
        self.prepare_request(body)
        check_statement(body, NO_ENTRY, NO_ENTRY)
        return Draft(kind=Kind.CALL_REQUEST, body=body, precedence=precedence)

    def prepare_reply(
        self,
        request: bytes,
        answer: Answer,
        *,
        window: Window | None = None,
        reason: Reason = Reason.NONE_GIVEN,
        text: str = "",
    ) -> Prepared[CallReply]:
        """Reply to a request, or to a proposed time. Raises LocalError."""
        last = self._turn(request, answer).last
        check_outgoing(text)
        if answer is Answer.PROPOSE and window is None:
            raise no_window("another time is proposed, and none is given")
        body = CallReply(request=request, answer=answer, window=window, reason=reason, text=text)
        body.to_bytes()
        return Prepared(body, last.ref.hash, last.commitment)

    def reply(self, body: CallReply) -> Draft:
        """Reply, with the officer's statement in the body. Raises LocalError."""
        found = self._turn(body.request, body.answer)
        check_statement(body, found.last.ref.hash, found.last.commitment)
        precedence = found.request.precedence
        return Draft(kind=Kind.CALL_REPLY, body=body, precedence=precedence, refs=(found.last.ref,))

    def _turn(self, request: bytes, answer: Answer) -> Dialogue:
        """The dialogue under that id in which it is our turn."""
        found = [
            self._dialogues[each.ref.hash] for each in requests_among(self._spoken.get(request, {}).values())
        ]
        if not found:
            raise no_such_request(request, "stands nowhere in the record")
        ours = next((each for each in found if each.our_turn), None)
        if ours is None:
            raise no_such_request(request, f"does not wait for us: {found[0].standing.value}")
        if (ours.standing, answer) not in REPLIES:
            raise no_such_request(request, f"cannot be replied to with {answer.name.lower()} now")
        return ours

    def _follow(self, request: Spoken, at: Instant) -> Iterator[RequestEvent]:
        """Tell what is new in one dialogue."""
        before = self._dialogues.get(request.ref.hash)
        after = dialogue(request, self._spoken[request.body.request].values())
        self._dialogues[request.ref.hash] = after
        if alarm(after) is None:
            self._live.pop(request.ref.hash, None)
        else:
            self._live[request.ref.hash] = after
        if before is None:
            yield made(request)
        told = () if before is None else before.replies
        for reply in after.replies:
            if reply not in told:
                yield answered(after, reply, at)

    def _alarms(self) -> Iterator[Alarm]:
        for each in self._live.values():
            clock = alarm(each)
            if clock is not None and clock.about not in self._told:
                yield clock


def _full(under: Iterable[Spoken], spoken: Spoken) -> bool:
    """Whether one side has said so much under one request that more stays in the record only."""
    return sum(each.ours is spoken.ours for each in under) >= SPOKEN_MAX
