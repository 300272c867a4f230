"""The events that a new entry stands for: what counts now and did not count before."""

from collections.abc import Iterator
from typing import Any

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.matching.bodies import Role
from firebreak.core.matching.case import Case, finding
from firebreak.core.matching.events import (
    MatchingAnswered,
    MatchingCommitted,
    MatchingCompleted,
    MatchingConcluded,
    MatchingDoubted,
    MatchingLapsed,
    MatchingMessageWhole,
    MatchingProposed,
)

SIDES = (True, False)


def proposed(case: Case) -> MatchingProposed:
    """A matching is new."""
    body = case.body
    return MatchingProposed(
        **_about(case, case.proposal.at),
        officer=case.proposal.officer,
        desk=body.desk,
        from_at=Instant(body.from_at),
        until_at=Instant(body.until_at),
        items_max=body.items_max,
    )


def told(before: Case, after: Case, at: Instant) -> Iterator[Event]:
    """What changed between two moments."""
    about = _about(after, at)
    answer = after.answer
    if answer is not None and answer is not before.answer:
        body = answer.body
        yield MatchingAnswered(**about, word=body.word, officer=answer.officer, text=body.text)
    yield from _run(before, after, about)
    yield from _concluded(before, after, about)
    known = set(before.faults())
    for code, ref in after.faults():
        if (code, ref) not in known:
            yield MatchingDoubted(at=at, entry=ref.hash, finding=finding(code, ref))


def _run(before: Case, after: Case, about: dict[str, Any]) -> Iterator[Event]:
    for ours in SIDES:
        if after.commitment(ours=ours) and not before.commitment(ours=ours):
            yield MatchingCommitted(**about, by_us=ours)
    for ours, role in ((ours, role) for role in Role for ours in SIDES):
        if after.whole(role, ours=ours) and not before.whole(role, ours=ours):
            yield MatchingMessageWhole(**about, by_us=ours, role=role)
    if after.complete and not before.complete:
        yield MatchingCompleted(**about)


def _concluded(before: Case, after: Case, about: dict[str, Any]) -> Iterator[Event]:
    for ours, said in after.done.items():
        if before.done.get(ours) is not said:
            result, hits = said.body.result, said.body.hits
            yield MatchingConcluded(**about, by_us=ours, officer=said.officer, result=result, hits=hits)


def lapsed(case: Case, now: Instant) -> MatchingLapsed:
    """Its day is over."""
    return MatchingLapsed(**_about(case, now))


def _about(case: Case, at: Instant) -> dict[str, Any]:
    return {"at": at, "matching": case.name, "ours": case.proposal.ours}
