"""Questions with a clock: what was asked, what was replied, what is overdue."""

from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.base.instants import DAY, HOUR, Instant
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.spoken import Said, said
from firebreak.core.notice.clocks import Clocks, Due
from firebreak.core.notice.events import (
    ExplanationAsked,
    ExplanationGiven,
    ExplanationOverdue,
    NoticeDoubted,
)
from firebreak.core.notice.inquiries import ExplanationAsk, ExplanationReply
from firebreak.core.notice.refusals import no_such

URGENT: Final = 48 * HOUR  # Vienna Document ch. III
USUAL: Final = 7 * DAY
REPLIES_MAX: Final = 64
WAITING_MAX: Final = 256


def usual_clock(precedence: Precedence) -> int:
    """Time for an explanation, unless another one is asked for."""
    return URGENT if precedence >= Precedence.IMMEDIATE else USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """A question and the replies that count, in the order of their author's log."""

    ask: Said[ExplanationAsk]
    replies: tuple[Said[ExplanationReply], ...] = ()

    def is_overdue(self, now: Instant) -> bool:
        """Whether the instant came and no reply."""
        return not self.replies and now >= self.ask.body.reply_by

    def is_late(self, reply: Said[ExplanationReply]) -> bool:
        """Whether a reply was written after the instant, by its writer's clock."""
        return reply.time.lo > self.ask.body.reply_by


@dataclass(slots=True)
class Explanations:
    """Every question, both ways."""

    inquiries: dict[bytes, Inquiry] = field(default_factory=dict[bytes, Inquiry])
    clocks: Clocks = field(default_factory=Clocks)
    _waiting: dict[bytes, list[Said[ExplanationReply]]] = field(
        default_factory=dict[bytes, "list[Said[ExplanationReply]]"]
    )

    def learn(self, item: Learnt) -> list[Event]:
        """Take in one entry of any kind."""
        if isinstance(item.body, ExplanationAsk):
            return self._asked(said(item, item.body), item.at)
        if isinstance(item.body, ExplanationReply):
            return self._replied(said(item, item.body), item.at)
        return []

    def find(self, name: bytes) -> Inquiry:
        """A question. Raises LocalError when there is none of that name."""
        found = self.inquiries.get(name)
        if found is None:
            raise no_such("request for an explanation", name)
        return found

    def tick(self, now: Instant) -> list[Event]:
        """What became overdue."""
        due = [self.inquiries[each.name] for each in self.clocks.take(now)]
        return [_overdue(each, now) for each in due if not each.replies]

    def _asked(self, ask: Said[ExplanationAsk], at: Instant) -> list[Event]:
        name = ask.ref.hash
        if name in self.inquiries:
            return []
        if not ask.officer:
            return [_doubt(ask, "explanation-unstated", "carries no officer's statement")]
        self.inquiries[name] = Inquiry(ask=ask)
        self.clocks.add(Instant(ask.body.reply_by), Due.EXPLAIN, name)
        events: list[Event] = [_told(ask)]
        for each in self._waiting.pop(name, []):
            events += self._replied(each, at)
        return events

    def _replied(self, reply: Said[ExplanationReply], at: Instant) -> list[Event]:
        before = self.inquiries.get(reply.body.ask)
        if before is None:
            self._wait(reply)
            return [_doubt(reply, "explanation-unknown", "replies to a question that is not here")]
        if reply in before.replies or len(before.replies) >= REPLIES_MAX:
            return []
        wrong = _why_not(before.ask, reply)
        if wrong:
            return [_doubt(reply, "explanation-other", wrong)]
        replies = tuple(sorted((*before.replies, reply), key=lambda each: each.order))
        self.inquiries[reply.body.ask] = after = Inquiry(ask=before.ask, replies=replies)
        return [_given(after, reply, at)]

    def _wait(self, reply: Said[ExplanationReply]) -> None:
        self._waiting.setdefault(reply.body.ask, []).append(reply)
        if len(self._waiting) > WAITING_MAX:
            self._waiting.pop(next(iter(self._waiting)))


def _why_not(ask: Said[ExplanationAsk], reply: Said[ExplanationReply]) -> str:
    if not reply.officer:
        return "carries no officer's statement and is nobody's word"
    if reply.ours is ask.ours:
        return "replies to a question of its own side"
    named = (reply.about, reply.shown) == (ask.ref.hash, ask.commitment)
    return "" if named else "carries an officer's statement about another entry"


def _told(ask: Said[ExplanationAsk]) -> ExplanationAsked:
    body = ask.body
    return ExplanationAsked(
        at=ask.at,
        ask=ask.ref.hash,
        ours=ask.ours,
        desk=body.desk,
        officer=ask.officer,
        question=body.question,
        reply_by=Instant(body.reply_by),
        follows=body.follows,
    )


def _given(inquiry: Inquiry, reply: Said[ExplanationReply], at: Instant) -> ExplanationGiven:
    return ExplanationGiven(
        at=at,
        ask=reply.body.ask,
        ours=inquiry.ask.ours,
        officer=reply.officer,
        text=reply.body.text,
        late=inquiry.is_late(reply),
    )


def _overdue(inquiry: Inquiry, now: Instant) -> ExplanationOverdue:
    ask = inquiry.ask
    return ExplanationOverdue(at=now, ask=ask.ref.hash, ours=ask.ours, due=Instant(ask.body.reply_by))


def _doubt(spoken: Said[Any], code: str, text: str) -> NoticeDoubted:
    finding = Finding(code=code, text=f"entry {spoken.ref} {text}", entry=str(spoken.ref))
    return NoticeDoubted(at=spoken.at, entry=spoken.ref.hash, finding=finding)
