"""Silence warnings of a line: each overdue fact is told once, when it becomes one.

A warning states that something agreed has not come and since when. It never says why, and nothing but our
own record and our own line time goes into it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from firebreak.core.base.events import Event
from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.linecheck.checks import LineChecks
from firebreak.core.message.messages import Messages
from firebreak.core.silence.overdue import OverdueFact, OverdueKind, SilenceLimits, Views, overdue, text_of

OWN_CLOCKS: Final = frozenset({OverdueKind.RECEIPT})
"Kinds that the clocks of messages report themselves."


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOverdue(Event):
    """Something agreed has not come in time. It says nothing about why."""

    fact: OverdueFact
    text: str


class Seen(Protocol):
    """What a line knows of its own state."""

    messages: Messages
    checks: LineChecks
    heard_at: dict[bool, Instant]


@dataclass(slots=True)
class Silences:
    """Tells overdue facts, each once."""

    seen: Seen
    limits: SilenceLimits = field(default_factory=SilenceLimits)
    opened_at: Instant | None = None
    "When both logs held a `line.open`; before it nothing could come."
    _told: set[tuple[OverdueKind, Instant]] = field(default_factory=set[tuple[OverdueKind, Instant]])

    def facts(self, now: Instant) -> list[OverdueFact]:
        """All that is overdue now, the longest first."""
        if self.opened_at is None:
            return []
        views = replace(self._views(self.opened_at), clocks=self.seen.messages.clocks.overdue)
        return overdue(views, self.limits, now)

    def tick(self, now: Instant) -> list[Event]:
        """Tell what has become overdue."""
        fresh = [each for each in self.facts(now) if each.kind not in OWN_CLOCKS and self._is_new(each)]
        return [WentOverdue(at=now, fact=each, text=text_of(each, now)) for each in fresh]

    def _is_new(self, fact: OverdueFact) -> bool:
        """Whether it was not told yet; of all kinds but unanswered messages only the newest is remembered."""
        key = (fact.kind, fact.since)
        if key in self._told:
            return False
        if fact.kind is not OverdueKind.ANSWER:
            self._told = {each for each in self._told if each[0] is not fact.kind}
        self._told.add(key)
        return True

    @property
    def deadline(self) -> Instant | None:
        """When the next thing would become overdue."""
        return None if self.opened_at is None else min(self._limits(self.opened_at), default=None)

    def _limits(self, opened_at: Instant) -> Iterator[Instant]:
        views = self._views(opened_at)
        spans = (
            (OverdueKind.CONTACT, views.contact_at, self.limits.contact_seconds),
            (OverdueKind.CHECK, views.answered_at, self.limits.check_seconds),
            (OverdueKind.PERSON, views.person_at, self.limits.person_seconds),
        )
        for kind, last, seconds in spans:
            since = last or opened_at
            if seconds and (kind, since) not in self._told:
                yield Instant(since + seconds * SECOND)
        for trace in views.messages:
            if (OverdueKind.ANSWER, trace.at) not in self._told:
                yield Instant(trace.answer_by)

    def _views(self, opened_at: Instant) -> Views:
        messages, checks = self.seen.messages, self.seen.checks
        return Views(
            since=opened_at,
            contact_at=self.seen.heard_at.get(False),
            answered_at=checks.answers.answered_at,
            person_at=checks.person_at.get(False),
            messages=messages.asking,
        )
