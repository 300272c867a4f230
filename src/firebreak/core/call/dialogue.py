"""A request for a call is a dialogue by turns, and a table.

The asked side accepts, declines, takes a message, or proposes another time; a proposal gives the turn to the
asking side, which may accept, decline or propose in its turn. Each reply names, in its officer's statement,
the entry it replies to: the dialogue is that chain, and whatever does not hang on it does not count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from firebreak.core.base.instants import Instant
from firebreak.core.call.asking import Answer, CallReply, CallRequest, Window
from firebreak.core.envelope.header import Ref, Span
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.officer import NO_ENTRY


class Standing(Enum):
    """Where a request stands."""

    WAITING = "waiting"
    "The asked side has the turn."
    PROPOSED = "proposed"
    "The asking side has the turn."
    AGREED = "agreed"
    DECLINED = "declined"
    MESSAGE_TAKEN = "message taken"


WAITING, PROPOSED = Standing.WAITING, Standing.PROPOSED

REPLIES: Final[dict[tuple[Standing, Answer], Standing]] = {
    (WAITING, Answer.ACCEPT): Standing.AGREED,
    (WAITING, Answer.PROPOSE): PROPOSED,
    (WAITING, Answer.DECLINE): Standing.DECLINED,
    (WAITING, Answer.MESSAGE): Standing.MESSAGE_TAKEN,
    (PROPOSED, Answer.ACCEPT): Standing.AGREED,
    (PROPOSED, Answer.PROPOSE): WAITING,
    (PROPOSED, Answer.DECLINE): Standing.DECLINED,
}
OPEN: Final = frozenset({WAITING, PROPOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One entry of a dialogue."""

    ref: Ref
    commitment: bytes
    ours: bool
    at: Instant
    time: Span
    precedence: Precedence
    officer: str
    "Empty when no officer stated it: it does not count."
    about: bytes
    shown: bytes
    body: CallRequest | CallReply


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """A request and the replies that count."""

    request: Spoken
    replies: tuple[Spoken, ...]
    standing: Standing
    window: Window | None
    "The time that stands proposed or agreed."

    @property
    def last(self) -> Spoken:
        """What the next reply has to name."""
        return self.replies[-1] if self.replies else self.request

    @property
    def our_turn(self) -> bool:
        """Whether a reply is ours to give."""
        return self.standing in OPEN and not self.last.ours


def read_spoken(item: Learnt) -> Spoken | None:
    """The contribution of a learnt entry; None when it is neither a request nor a reply."""
    body = item.body
    if not isinstance(body, CallRequest | CallReply):
        return None
    statement = body.statement
    return Spoken(
        ref=item.ref,
        commitment=item.header.commitment,
        ours=item.ours,
        at=item.at,
        time=item.header.time,
        precedence=item.header.precedence,
        officer=statement.officer if statement is not None and body.holds else "",
        about=statement.entry if statement is not None else NO_ENTRY,
        shown=statement.commitment if statement is not None else NO_ENTRY,
        body=body,
    )


def dialogue(request: Spoken, spoken: Iterable[Spoken]) -> Dialogue:
    """Follow the chain of replies from a request. Does not depend on the order in which they came."""
    known = sorted((each for each in spoken if isinstance(each.body, CallReply) and each.officer), key=_place)
    standing, replies, window = WAITING, list[Spoken](), _first_window(request)
    while standing in OPEN:
        last = replies[-1] if replies else request
        reply = next((each for each in known if _answers(each, last, standing)), None)
        if reply is None:
            break
        replies.append(reply)
        assert isinstance(reply.body, CallReply)
        standing = REPLIES[standing, reply.body.answer]
        window = reply.body.window or window
    return Dialogue(request=request, replies=tuple(replies), standing=standing, window=window)


def _answers(reply: Spoken, last: Spoken, standing: Standing) -> bool:
    assert isinstance(reply.body, CallReply)
    fits = (standing, reply.body.answer) in REPLIES and reply.ours is not last.ours
    return fits and (reply.about, reply.shown) == (last.ref.hash, last.commitment)


def _first_window(request: Spoken) -> Window | None:
    assert isinstance(request.body, CallRequest)
    return next(iter(request.body.windows), None)


def _place(spoken: Spoken) -> tuple[bytes, int, bytes]:
    return spoken.ref.segment, spoken.ref.seq, spoken.ref.hash
