"""How many notices of the other side a desk is told of one by one.

All that they sign is stored, counts and stands in the list. But whoever issues thousands would bury the one
that matters, so beyond a share a desk hears how many more there are, in one line, and no clock of these
speaks. It follows from the record and the instants at which it was stored: after a start the same ones are
quiet. What one of our officers answers or passes on is quiet no longer.
"""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.bucket import Bucket
from firebreak.core.base.events import Event
from firebreak.core.base.instants import HOUR, MINUTE, SECOND, Instant
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.notice.answers import NoticeAnswer, NoticeCancel, NoticePassed, NoticeRenewed
from firebreak.core.notice.bodies import Notice
from firebreak.core.notice.events import (
    ExplanationOverdue,
    NoticeCancelled,
    NoticeEvent,
    NoticeReplaced,
    NoticesCrowd,
)
from firebreak.core.notice.inquiries import ExplanationAsk, ExplanationReply, IncidentReport

TOLD_AT_ONCE: Final = 60  # a morning's warnings of a fleet, or what a cut link held back
TOLD_PER_MINUTE: Final = 12
URGENT_AT_ONCE: Final = 12
URGENT_PER_HOUR: Final = 36
FIRST: Final = 5 * SECOND  # after the first one that is not told: then there is a number to tell
AGAIN: Final = MINUTE
OVER: Final = HOUR  # without a quiet one: the crowd is over, and the next one counts anew

SPOKEN: Final = (Notice, NoticeCancel, NoticeAnswer, NoticePassed, NoticeRenewed, ExplanationAsk,
                 ExplanationReply, IncidentReport)  # fmt: skip


@dataclass(slots=True)
class Crowd:
    """See the top of this file."""

    quiet: set[bytes] = field(default_factory=set[bytes])
    "Notices and questions of theirs that the desk was not told of."
    count: int = 0
    "Entries of theirs that were not told, since `since`."
    since: Instant | None = None
    last: bytes = b""
    "The newest of them."
    _last_at: Instant = Instant(0)
    _told: int = 0
    _next_at: Instant | None = None
    _usual: Bucket = field(default_factory=lambda: Bucket(TOLD_PER_MINUTE, TOLD_AT_ONCE))
    _urgent: Bucket = field(default_factory=lambda: Bucket(URGENT_PER_HOUR, URGENT_AT_ONCE, HOUR))

    def learn(self, item: Learnt, events: list[Event]) -> list[Event]:
        """What of these events a desk is told by itself; an entry and what became of it."""
        if not isinstance(item.body, SPOKEN):
            return events
        if item.ours:
            self._heed(item)
            return events
        share = next((each for each in self._shares(item) if each.has(item.at)), None)
        if share is not None:
            share.take(1, item.at)
            return events
        self._hush(item)
        return [each for each in events if self._ends_a_told_one(each)]

    def _shares(self, item: Learnt) -> tuple[Bucket, ...]:
        """By which it may be told: what begins something and cannot wait has one to itself."""
        begins = isinstance(item.body, Notice | ExplanationAsk)
        urgent = begins and item.header.precedence >= Precedence.IMMEDIATE
        return (self._urgent, self._usual) if urgent else (self._usual,)

    def hushes(self, event: Event) -> bool:
        """Whether a clock speaks of something that is quiet."""
        if isinstance(event, NoticeEvent):
            return event.notice in self.quiet
        return isinstance(event, ExplanationOverdue) and event.ask in self.quiet

    def resume(self, now: Instant) -> None:
        """After a start: what was quiet before is seen in the list."""
        self._told, self._next_at = self.count, None
        self._forget(now)

    def tick(self, now: Instant) -> list[Event]:
        """How many more there are, from time to time."""
        self._forget(now)
        if self._next_at is None or now < self._next_at:
            return []
        more, self._told = self.count - self._told, self.count
        self._next_at = Instant(now + AGAIN) if more else None
        assert self.since is not None or not more
        return [NoticesCrowd(at=now, count=more, since=self.since or now)] if more else []

    @property
    def deadline(self) -> Instant | None:
        """When `tick` is wanted next."""
        return self._next_at

    def holds(self, now: Instant) -> bool:
        """Whether it goes on, or did within the last hour."""
        return self.since is not None and now - self._last_at < OVER

    def _hush(self, item: Learnt) -> None:
        self._forget(item.at)
        if isinstance(item.body, Notice | ExplanationAsk):
            self.quiet.add(item.ref.hash)
        self.since = item.at if self.since is None else self.since
        self.last, self._last_at = item.ref.hash, item.at
        self.count += 1
        if self._next_at is None:
            self._next_at = Instant(item.at + FIRST)

    def _heed(self, item: Learnt) -> None:
        body = item.body
        if isinstance(body, NoticeAnswer | NoticePassed):
            self.quiet.discard(body.notice)
        elif isinstance(body, ExplanationReply):
            self.quiet.discard(body.ask)

    def _forget(self, now: Instant) -> None:
        if self.since is not None and now - self._last_at >= OVER:
            self.since, self.count, self._told = None, 0, 0

    def _ends_a_told_one(self, event: Event) -> bool:
        return isinstance(event, NoticeReplaced | NoticeCancelled) and event.notice not in self.quiet
