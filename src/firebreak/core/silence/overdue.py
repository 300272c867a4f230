"""Overdue facts: that something agreed has not come, since when, and which entries show it.

Nobody can know from a missing answer why it is missing. A fact therefore has no field for a cause, its text
names none, and which facts there are depends on our own record and our own clock alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firebreak.core.base.instants import DAY, HOUR, MINUTE, SECOND, Instant, iso
from firebreak.core.base.shape import Body, Number, item
from firebreak.core.envelope.header import Ref
from firebreak.core.message.clocks import Clock
from firebreak.core.message.levels import Level, Trace

SILENCE_SECONDS_MAX: Final = 366 * 86_400  # a year without contact is a fact without any limit
ENTRIES_MAX: Final = 64  # entries named with one fact; the record has them all

_SECONDS: Final = Number(most=SILENCE_SECONDS_MAX)


class OverdueKind(StrEnum):
    """What has not come."""

    CONTACT = "contact"
    "No entry of the counterpart at all."
    CHECK = "check"
    "No answer to a line check."
    PERSON = "person"
    "No check signed by a person of the counterpart."
    RECEIPT = "receipt"
    "No receipt for a message of ours at an agreed step."
    ANSWER = "answer"
    "No answer to a message of ours that asked for one by an instant."


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceLimits(Body):
    """After how many seconds each is overdue; 0 for never. The line agreement carries it."""

    contact_seconds: int = item(1, _SECONDS, default=3_600)
    check_seconds: int = item(2, _SECONDS, default=900)
    person_seconds: int = item(3, _SECONDS, default=0)


@dataclass(frozen=True, slots=True)
class Views:
    """What our own node knows, in our own line time."""

    since: Instant
    "When the line was opened: before it nothing could come."
    contact_at: Instant | None = None
    "When the newest entry of the counterpart came."
    contact: Ref | None = None
    answered_at: Instant | None = None
    "When a line check was last answered."
    person_at: Instant | None = None
    "When a person of the counterpart last signed a check."
    clocks: tuple[Clock, ...] = ()
    "Missed receipts that have not come since, as `Clocks.overdue` gives them."
    messages: tuple[Trace, ...] = ()
    "Messages of ours that asked for an answer."


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueFact:
    """One thing that has not come in time."""

    kind: OverdueKind
    since: Instant
    "From when on it has been missing."
    limit: Instant
    "When it became overdue."
    entries: tuple[bytes, ...] = ()
    "Hashes of the entries that show it."
    level: Level | None = None
    "For a receipt: the step that is missing."


def overdue(views: Views, limits: SilenceLimits, now: Instant) -> list[OverdueFact]:
    """All that is overdue now, the longest first."""
    shown_by = () if views.contact is None else (views.contact.hash,)
    found = [
        *_since(OverdueKind.CONTACT, views.contact_at or views.since, limits.contact_seconds, now, shown_by),
        *_since(OverdueKind.CHECK, views.answered_at or views.since, limits.check_seconds, now),
        *_since(OverdueKind.PERSON, views.person_at or views.since, limits.person_seconds, now),
        *_receipts(views.clocks),
        *_answers(views.messages, now),
    ]
    return sorted(found, key=lambda fact: (fact.limit, fact.kind, fact.level or 0))


def _since(
    kind: OverdueKind, since: Instant, seconds: int, now: Instant, entries: tuple[bytes, ...] = ()
) -> list[OverdueFact]:
    limit = Instant(since + seconds * SECOND)
    if not seconds or now < limit:
        return []
    return [OverdueFact(kind=kind, since=since, limit=limit, entries=entries)]


def _receipts(clocks: tuple[Clock, ...]) -> list[OverdueFact]:
    """One fact for each step, over all messages that lack it."""
    facts: list[OverdueFact] = []
    for level in sorted({clock.level for clock in clocks}):
        late = sorted(
            (clock for clock in clocks if clock.level is level), key=lambda clock: (clock.due, clock.entry)
        )
        entries = tuple(clock.entry for clock in late[:ENTRIES_MAX])
        since = min(clock.started for clock in late)
        fact = OverdueFact(
            kind=OverdueKind.RECEIPT, since=since, limit=late[0].due, entries=entries, level=level
        )
        facts.append(fact)
    return facts


def _answers(messages: tuple[Trace, ...], now: Instant) -> list[OverdueFact]:
    return [
        OverdueFact(
            kind=OverdueKind.ANSWER, since=each.at, limit=Instant(each.answer_by), entries=(each.hash,)
        )
        for each in messages
        if each.ours and 0 < each.answer_by <= now and not each.answered and not each.recalled
    ]


STEPS: Final = {
    Level.STORED: "stored by the counterpart's node",
    Level.SHOWN: "shown at a desk of the counterpart",
    Level.ACKNOWLEDGED: "acknowledged by an officer of the counterpart",
}

_TEXTS: Final[dict[OverdueKind, Callable[[OverdueFact], str]]] = {
    OverdueKind.CONTACT: lambda fact: "no entry of the counterpart has come",
    OverdueKind.CHECK: lambda fact: "no answer to a line check has come",
    OverdueKind.PERSON: lambda fact: "no check signed by a person of the counterpart has come",
    OverdueKind.RECEIPT: lambda fact: f"{_count(fact)} known to be {STEPS[fact.level or Level.STORED]}",
    OverdueKind.ANSWER: lambda fact: "a message that asked for an answer has none",
}


def text_of(fact: OverdueFact, now: Instant) -> str:
    """One English sentence for a list or a log; consoles and readouts word facts from their catalogue."""
    since = f"Since {iso(fact.since)} ({_length(now - fact.since)})"
    return f"{since} {_TEXTS[fact.kind](fact)}; limit {iso(fact.limit)}."


def _count(fact: OverdueFact) -> str:
    count = len(fact.entries)
    if count == 1:
        return "1 message is not"
    return f"{count}{' or more' if count == ENTRIES_MAX else ''} messages are not"


def _length(span: int) -> str:
    for unit, name in ((DAY, "d"), (HOUR, "h"), (MINUTE, "min")):
        if span >= unit:
            return f"{span // unit} {name}"
    return f"{max(0, span) // SECOND} s"
