"""From one account of a call to the next: which events to show. Each counted entry is told once.

A party that runs twice, or was restored, may say a thing twice: that is told once, too (CALL-031).
"""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from firebreak.core.base.instants import Instant
from firebreak.core.call.bodies import CallBusy, CallDecline
from firebreak.core.call.events import CallBackAsked, CallDoubted, CallEvent, Outcome, Why
from firebreak.core.call.facts import CallKey, Fact
from firebreak.core.call.outcome import Account
from firebreak.core.call.table import EVENT_OF
from firebreak.core.envelope.kinds import Kind

COMMON: Final = frozenset(each.name for each in fields(CallEvent))
GIVEN_UP: Final = frozenset({Outcome.WITHDRAWN, Outcome.UNREACHABLE})


def told(key: CallKey, before: Account, after: Account, at: Instant) -> list[CallEvent]:
    """An event for each entry that counts now and did not before, unless it says the same as one that did."""
    known = {each.ref for each in before.counted}
    fresh = [each for each in after.counted if each.ref not in known]
    said = [_saying(each) for each in before.counted] if fresh else []
    return [_event(key, after, each, at) for each in fresh if _saying(each) not in said]


def call_backs(
    key: CallKey, before: Account, after: Account, *, mutual: bool, at: Instant
) -> Iterator[CallEvent]:
    """Who should call back, told once."""
    common = _common(key, after, at)
    if after.crossed and not before.crossed:
        yield CallBackAsked(**common, why=Why.CROSSED)
    if mutual and before.outcome not in GIVEN_UP:
        yield from glare_call_back(key, after, at)
    instant = _proposed(after)
    if instant is not None and instant != _proposed(before):
        yield CallBackAsked(**common, why=Why.PROPOSED, call_back_at=instant)


def glare_call_back(key: CallKey, kept: Account, at: Instant) -> Iterator[CallEvent]:
    """The call that was to stand for both attempts came to nothing."""
    if kept.outcome in GIVEN_UP:
        yield CallBackAsked(**_common(key, kept, at), why=Why.GLARE)


def doubted(key: CallKey, before: Account, after: Account, fact: Fact) -> Iterator[CallEvent]:
    """Findings that came with the newest entry; a missing offer may only be late and is not told."""
    if after.outcome is Outcome.UNOFFERED:
        return
    known = before.findings if before.outcome is not Outcome.UNOFFERED else ()
    for finding in after.findings:
        if finding not in known:
            yield CallDoubted(**_common(key, after, fact.at), finding=finding)


def _common(key: CallKey, after: Account, at: Instant) -> dict[str, Any]:
    return {"at": at, "call": key.call, "ours": key.ours, "outcome": after.outcome}


def _proposed(account: Account) -> int | None:
    body = None if account.word is None else account.word.body
    return body.call_back_at if isinstance(body, CallDecline | CallBusy) else None


def _saying(fact: Fact) -> tuple[object, ...]:
    """What a desk would read in the event of an entry. That a call rings, it reads once."""
    particulars = {} if fact.kind is Kind.CALL_RINGING else _particulars(fact)
    return fact.kind, fact.by_caller, particulars


def _particulars(fact: Fact) -> dict[str, object]:
    """The fields of its event that are not common to all; they bear the names of the entry's own."""
    own = [each.name for each in fields(EVENT_OF[fact.kind]) if each.name not in COMMON]
    return {name: getattr(fact.body if hasattr(fact.body, name) else fact, name) for name in own}


def _event(key: CallKey, after: Account, fact: Fact, at: Instant) -> CallEvent:
    particulars: dict[str, Any] = _particulars(fact)
    return EVENT_OF[fact.kind](**_common(key, after, at), **particulars)
