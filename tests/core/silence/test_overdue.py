"""Overdue facts: that something has not come, never why."""

import re
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import DAY, HOUR, MINUTE, SECOND, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.message.bodies import Relation
from firebreak.core.message.clocks import Clock
from firebreak.core.message.levels import Level
from firebreak.core.message.messages import Messages
from firebreak.core.silence.overdue import (
    ENTRIES_MAX,
    OverdueFact,
    OverdueKind,
    SilenceLimits,
    Views,
    overdue,
    text_of,
)
from tests.core.message.letters import Post
from tests.covering import covers

T = Instant(1_650_000_000_000)
LIMITS = SilenceLimits(contact_seconds=3_600, check_seconds=900, person_seconds=8 * 3_600)

CAUSES: Final = re.compile(
    r"\b(because|due to|caus\w*|reason\w*|refus\w*|ignor\w*|declin\w*|unwilling|silent|fail\w*|"
    r"fault\w*|broken|technical|jamm\w*|attack\w*|offline|down|unreachable|deliberate\w*|lost|nobody|crash\w*|outage\w*)\b",
    re.IGNORECASE,
)


def clock(entry: bytes = b"a" * 32, level: Level = Level.STORED, started: int = 0) -> Clock:
    return Clock(entry, level, Precedence.FLASH, Instant(T + started), Instant(T + started + 10 * SECOND))


def kinds(views: Views, now: int, limits: SilenceLimits = LIMITS) -> list[str]:
    return [fact.kind.value for fact in overdue(views, limits, Instant(now))]


@covers("SILENCE-001")
def test_each_limit_counts_from_the_last_of_its_kind_and_from_the_opening_before() -> None:
    assert kinds(Views(since=T), T + 899 * SECOND) == []
    assert kinds(Views(since=T), T + 900 * SECOND) == ["check"]
    assert kinds(Views(since=T), T + 8 * HOUR) == ["check", "contact", "person"]
    views = Views(
        since=T,
        contact_at=Instant(T + 7 * HOUR),
        contact=Ref(bytes(16), 5, b"c" * 32),
        answered_at=Instant(T + 8 * HOUR - MINUTE),
        person_at=Instant(T + HOUR),
    )
    assert [
        (fact.kind.value, fact.since, fact.limit, fact.entries)
        for fact in overdue(views, LIMITS, Instant(T + 8 * HOUR))
    ] == [("contact", T + 7 * HOUR, T + 8 * HOUR, (b"c" * 32,))]


@covers("SILENCE-001")
def test_a_limit_of_zero_is_never_overdue() -> None:
    none = SilenceLimits(contact_seconds=0, check_seconds=0, person_seconds=0)
    assert kinds(Views(since=T), T + 400 * DAY, none) == []
    assert SilenceLimits.from_bytes(none.to_bytes()) == none


@covers("SILENCE-002")
def test_missing_receipts_are_one_fact_for_each_step() -> None:
    clocks = (clock(b"a" * 32), clock(b"b" * 32, started=-5_000), clock(b"a" * 32, Level.SHOWN))
    facts = overdue(Views(since=T, clocks=clocks), SilenceLimits(), T)
    assert [(fact.level, fact.since, fact.entries) for fact in facts] == [
        (Level.STORED, T - 5_000, (b"b" * 32, b"a" * 32)),
        (Level.SHOWN, T, (b"a" * 32,)),
    ]


@covers("SILENCE-002")
def test_a_flood_of_missing_receipts_names_a_bounded_number_of_entries() -> None:
    clocks = tuple(clock(number.to_bytes(32, "big")) for number in range(ENTRIES_MAX + 10))
    [fact] = overdue(Views(since=T, clocks=clocks), SilenceLimits(), T)
    assert len(fact.entries) == ENTRIES_MAX
    assert "64 or more messages" in text_of(fact, T)


@covers("SILENCE-003")
def test_an_answer_that_was_asked_for_is_overdue_until_it_comes_or_the_question_is_recalled() -> None:
    post, messages = Post(), Messages()
    asked, recalled, answered = (post.message(answer_by=T + HOUR) for _ in range(3))
    for item in (
        asked,
        recalled,
        answered,
        post.message(relation=Relation.RECALL, about=recalled.ref),
        post.message(ours=False, relation=Relation.ANSWER, about=answered.ref),
        post.message(ours=False, answer_by=T + HOUR),  # what they wait for is not ours to count
    ):
        messages.learn(item)
    quiet = SilenceLimits(contact_seconds=0, check_seconds=0)
    views = Views(since=T, messages=tuple(messages.traces.values()))
    assert overdue(views, quiet, Instant(T + HOUR - 1)) == []
    assert [fact.entries for fact in overdue(views, quiet, Instant(T + HOUR))] == [(asked.ref.hash,)]


FACTS = [
    OverdueFact(
        kind=kind,
        since=T,
        limit=T,
        entries=(b"a",),
        level=Level.SHOWN if kind is OverdueKind.RECEIPT else None,
    )
    for kind in OverdueKind
] + [
    OverdueFact(kind=OverdueKind.RECEIPT, since=T, limit=T, entries=(b"a", b"b"), level=level)
    for level in (Level.STORED, Level.SHOWN, Level.ACKNOWLEDGED)
]


@covers("SILENCE-004")
@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact.kind}-{fact.level}")
@pytest.mark.parametrize("after", [0, 59 * SECOND, 5 * MINUTE, 3 * HOUR, 84 * DAY])
def test_no_text_names_a_cause(fact: OverdueFact, after: int) -> None:
    text = text_of(fact, Instant(T + after))
    assert not CAUSES.search(text), text
    assert text.startswith("Since 2022-04-15T05:20:00Z (")


@covers("SILENCE-004")
def test_a_fact_has_no_place_for_a_cause() -> None:
    assert list(OverdueFact.__dataclass_fields__) == ["kind", "since", "limit", "entries", "level"]
    assert CAUSES.search("they refused") and CAUSES.search("a technical fault")


@covers("SILENCE-005")
@given(
    st.integers(0, 400 * DAY),
    st.integers(0, 400 * DAY),
    st.permutations([clock(bytes([each]) * 32) for each in range(5)]),
)
def test_facts_depend_on_our_own_time_alone_and_come_longest_first(
    now: int, contact: int, clocks: list[Clock]
) -> None:
    views = Views(since=T, contact_at=Instant(T + contact), clocks=tuple(clocks))
    at = Instant(T + now)
    facts = overdue(views, LIMITS, at)
    assert [fact.limit for fact in facts] == sorted(fact.limit for fact in facts)
    assert all(fact.limit <= at for fact in facts if fact.kind is not OverdueKind.RECEIPT)
    later = overdue(views, LIMITS, Instant(at + DAY))
    assert {(fact.kind, fact.since) for fact in facts} <= {(fact.kind, fact.since) for fact in later}
    assert facts == overdue(
        replace(views, clocks=tuple(sorted(clocks, key=lambda each: each.entry))), LIMITS, at
    )
