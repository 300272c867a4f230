"""What a timeline becomes when it is replayed: steps in order of time, and what is left out and why.

A replay is an exercise. It shows how a line would have recorded such contacts; it does not claim that
anybody signed them then. Every row is also written down as a statement with its sources. Where a source
gives a range of attempts, the least number is replayed, spread evenly over its days; where it leaves open
whether a call was declined or not answered, the replay takes the word of the row and the statement keeps
the doubt.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from firebreak.core.base.instants import DAY, MINUTE, SECOND, Instant
from firebreak.core.ledger.facts import ContactFact, Kind, Outcome
from firebreak.core.ledger.imported import facts_of
from firebreak.core.ledger.timeline import TimelineRow

NOON: Final = 12 * 60 * MINUTE  # of a day whose time no source gives
IN_PERSON: Final = "in person"
REPLAYED_MAX: Final = 1_000  # attempts of one row; a larger number is a slip of the pen


class Act(StrEnum):
    """What is done at a step."""

    STATE = "state"
    "Write a row down as a statement with its sources."
    CALL = "call"
    CHECK = "check"
    SEND = "send"
    REQUEST = "request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that one party does, and how it ends."""

    at: Instant
    row: TimelineRow
    act: Act
    party: str
    "Who does it, as the timeline names it."
    outcome: str = ""
    "How the other side reacts to a call: answered, declined, no_answer."


@dataclass(frozen=True, slots=True)
class Plan:
    """A timeline as steps."""

    parties: tuple[str, str]
    "The two parties, the one that imports the timeline first."
    desks: tuple[str, ...]
    steps: tuple[Step, ...]
    left_out: dict[str, str]
    "Row id to the reason why nothing but a statement is made of it."

    @property
    def begins_at(self) -> Instant:
        """A day before the first step, at midnight UTC."""
        return Instant((self.steps[0].at // DAY - 1) * DAY)


def plan(rows: Iterable[TimelineRow]) -> Plan:
    """Plan the replay of a timeline between its two most frequent parties."""
    listed = sorted(rows, key=lambda row: (row.date_start, row.date_end, row.id))
    facts, aside = facts_of(listed)
    parties = _parties(facts)
    left_out = {each.ref: each.text for each in aside}
    by_id = {row.id: row for row in listed}
    steps = [_stated(row, parties[0]) for row in listed]
    for fact in facts:
        reason = _not_replayed(fact, by_id[fact.ref], parties)
        if reason:
            left_out[fact.ref] = reason
        else:
            steps += _steps(fact, by_id[fact.ref])
    desks = sorted({by_id[each.ref].channel for each in facts if each.ref not in left_out})
    return Plan(parties, tuple(desks), tuple(sorted(steps, key=_when)), dict(sorted(left_out.items())))


def _when(step: Step) -> tuple[Instant, str, str]:
    return step.at, step.row.id, step.act


def _parties(facts: Iterable[ContactFact]) -> tuple[str, str]:
    """The two parties between whom most attempts were made, the most frequent caller first."""
    counts: dict[str, int] = {}
    for fact in facts:
        counts[fact.from_party] = counts.get(fact.from_party, 0) + 2
        counts[fact.to_party] = counts.get(fact.to_party, 0) + 1
    first, second = sorted(counts, key=lambda party: (-counts[party], party))[:2]
    return first, second


def _not_replayed(fact: ContactFact, row: TimelineRow, parties: tuple[str, str]) -> str:
    if {fact.from_party, fact.to_party} != set(parties):
        return "between other parties than those of the line"
    if row.medium.startswith(IN_PERSON):
        return "held in person, not on a line"
    if fact.kind is Kind.MEETING:
        return "a meeting, not a contact over a line"
    if fact.attempts_min > REPLAYED_MAX:
        return f"{fact.attempts_min} attempts are too many to replay"
    return ""


def _stated(row: TimelineRow, party: str) -> Step:
    return Step(at=_instant(row, 0, 1), row=row, act=Act.STATE, party=party)


def _steps(fact: ContactFact, row: TimelineRow) -> list[Step]:
    acts = {Kind.CALL: Act.CALL, Kind.CHECK: Act.CHECK, Kind.REQUEST: Act.REQUEST}
    act = acts.get(fact.kind, Act.SEND)
    count = fact.attempts_min
    return [
        Step(
            at=Instant(_instant(row, number, count) + MINUTE),
            row=row,
            act=act,
            party=fact.from_party,
            outcome=_reaction(fact.outcome, row.outcome),
        )
        for number in range(count)
    ]


def _reaction(outcome: Outcome, word: str) -> str:
    """The row's own word where the outcome is doubtful; the statement keeps the doubt."""
    return word if outcome is Outcome.NOT_KNOWN_WHICH else outcome.value


def _instant(row: TimelineRow, number: int, count: int) -> Instant:
    """When the `number`-th of `count` attempts is replayed: evenly over the days of the row."""
    days = (row.date_end - row.date_start).days + 1
    start = datetime(row.date_start.year, row.date_start.month, row.date_start.day, tzinfo=UTC)
    day = start + timedelta(days=number * days // count)
    within = NOON if row.minute is None else row.minute * MINUTE
    spread = number * SECOND if count > days else 0
    return Instant(round(day.timestamp()) * SECOND + within + spread)
