"""How messages hang together. A later message never overwrites an earlier one; both are kept and shown.

A relation is counted only when its message is there, when the one who makes it may make it, and when it
leads back to no message that it came from. Anything else is a finding; the message itself stays valid.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import Instant
from firebreak.core.message.bodies import AUTHORS_ONLY, SUPERSEDING, Relation
from firebreak.core.message.events import MessageDoubted, MessageFollowed
from firebreak.core.message.levels import Trace

CHAIN_MAX: Final = 256  # corrections of corrections; a longer chain is a mistake or an attack
WAITING_MAX: Final = 1_024  # earlier messages named and not yet here


@dataclass(slots=True)
class Relations:
    """Links messages in whatever order they are learnt."""

    traces: dict[bytes, Trace]
    _waiting: dict[bytes, list[Trace]] = field(default_factory=dict[bytes, list[Trace]])

    def add(self, trace: Trace, at: Instant) -> list[MessageFollowed | MessageDoubted]:
        """A message is new: link it, and whatever waited for it."""
        return self._own(trace, at) + [
            event for each in self._waiting.pop(trace.hash, []) for event in self._link(each, trace, at)
        ]

    def foreign(self, entry: bytes, at: Instant) -> list[MessageDoubted]:
        """An entry that is no message is new: whoever takes it for an earlier message is mistaken."""
        waiting = self._waiting.pop(entry, None) if self._waiting else None
        return [
            _doubt(each, "relation-foreign", "names an entry that is no message", at)
            for each in waiting or []
        ]

    def _own(self, trace: Trace, at: Instant) -> list[MessageFollowed | MessageDoubted]:
        if trace.relation is Relation.ORIGINAL:
            return []
        if trace.target is None:
            return [_doubt(trace, "relation-nowhere", "does not say which earlier message it is about", at)]
        target = self.traces.get(trace.target)
        if target is not None:
            return self._link(trace, target, at)
        self._waiting.setdefault(trace.target, []).append(trace)
        if len(self._waiting) > WAITING_MAX:
            self._waiting.pop(next(iter(self._waiting)))
        return []

    def _link(self, trace: Trace, target: Trace, at: Instant) -> list[MessageFollowed | MessageDoubted]:
        wrong = self._wrong(trace, target)
        if wrong is not None:
            return [_doubt(trace, *wrong, at)]
        trace.linked = True
        target.followers += (trace,)
        return [MessageFollowed(at=at, entry=target.hash, follower=trace.hash, relation=trace.relation)]

    def _wrong(self, trace: Trace, target: Trace) -> tuple[str, str] | None:
        if trace.relation in AUTHORS_ONLY and trace.ours != target.ours:
            return (
                "relation-foreign",
                f"is meant to {trace.relation.name.lower()} a message of the other side",
            )
        for steps, each in enumerate(self._back(target)):
            if each is trace:
                return "relation-circular", "leads back to itself"
            if steps >= CHAIN_MAX:
                return "relation-long", f"stands at the end of more than {CHAIN_MAX} messages"
        return None

    def _back(self, trace: Trace) -> Iterator[Trace]:
        """The message and those it came from."""
        each: Trace | None = trace
        while each is not None:
            yield each
            each = self.traces.get(each.target) if each.linked and each.target is not None else None


def current(trace: Trace) -> tuple[Trace, ...]:
    """The messages to go by in place of this one: itself, or the ends of all that supersedes it."""
    ends: dict[bytes, Trace] = {}
    open_ends = [trace]
    while open_ends:
        each = open_ends.pop()
        later = [follower for follower in each.followers if follower.relation in SUPERSEDING]
        open_ends += later
        if not later:
            ends[each.hash] = each
    return tuple(sorted(ends.values(), key=lambda end: (end.at, end.hash)))


def superseded(trace: Trace) -> bool:
    """Whether a later message of the same author stands in its place."""
    return any(each.relation in SUPERSEDING for each in trace.followers)


def _doubt(trace: Trace, code: str, text: str, at: Instant) -> MessageDoubted:
    said = f"the message {trace.ref} {text}"
    return MessageDoubted(at=at, finding=Finding(code=code, text=said, entry=str(trace.ref)))
