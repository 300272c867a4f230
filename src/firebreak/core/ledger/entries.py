"""From the signed entries of both logs to contact facts.

A pure fold: whoever holds the two logs gets the same facts, whichever side it is. A fact goes no further
than its evidence class; a withheld body leaves its entry out of the facts, not out of the record.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from firebreak.core.base.instants import FIRST, LAST, MINUTE, SECOND
from firebreak.core.call import views as call_views
from firebreak.core.call.book import UNWITNESSED, Witnessed
from firebreak.core.call.events import Outcome as CallOutcome
from firebreak.core.call.evidence import Evidence as CallEvidence
from firebreak.core.call.evidence import Word
from firebreak.core.call.views import CallView
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.ledger.days import Days
from firebreak.core.ledger.facts import ContactFact, Evidence, Kind, LeftOut, Outcome, Reason
from firebreak.core.ledger.noticed import Noticed
from firebreak.core.linecheck.bodies import CheckMissed, CheckPing, CheckPong, CheckRefuse
from firebreak.core.message.levels import Level, Trace
from firebreak.core.message.messages import Messages
from firebreak.core.notice.case import Case

LINE: Final = "line"
"Channel of checks and messages that name no other."

OUTCOMES: Final = {
    CallOutcome.ANSWERED: Outcome.ANSWERED,
    CallOutcome.DECLINED: Outcome.DECLINED,
    CallOutcome.BUSY: Outcome.BUSY,
    CallOutcome.NO_ANSWER: Outcome.NO_ANSWER,
    CallOutcome.UNATTENDED: Outcome.UNATTENDED,
    CallOutcome.WITHDRAWN: Outcome.WITHDRAWN,
    CallOutcome.UNREACHABLE: Outcome.UNREACHABLE,
}


@dataclass(frozen=True, slots=True)
class Names:
    """What the two parties are called in the ledger."""

    ours: str
    theirs: str

    def way(self, *, ours: bool) -> tuple[str, str]:
        """(from, to) of something that our side, or theirs, began."""
        return (self.ours, self.theirs) if ours else (self.theirs, self.ours)


def facts_of_entries(
    items: Iterable[Learnt], names: Names, witnessed: Witnessed = UNWITNESSED
) -> tuple[tuple[ContactFact, ...], tuple[LeftOut, ...]]:
    """The facts of a record, and the attempts in it that are not finished."""
    book, messages, checks, noticed = witnessed.book(), Messages(), _Checks(), Noticed()
    for item in items:
        for each in (book, messages, checks, noticed):
            each.learn(item)
    calls = list(call_views.views(book))
    done = [each for each in calls if each.outcome in OUTCOMES]
    facts = [
        *(_call(each, names) for each in done),
        *(_message(each, names) for each in messages.traces.values() if each.readable),
        *(_notice(case, evidence, names) for case, evidence in noticed.all()),
        *checks.facts(names),
    ]
    return tuple(facts), tuple(_unfinished(each, names) for each in calls if each.outcome not in OUTCOMES)


def _call(call: CallView, names: Names) -> ContactFact:
    sender, receiver = names.way(ours=call.ours)
    return ContactFact(
        ref=str(call.refs[0]),
        from_party=sender,
        to_party=receiver,
        channel=call.desk,
        kind=Kind.CALL,
        days=days_of(call.placed.lo),
        minute=_minute(call.placed.lo),
        zone="UTC",
        outcome=OUTCOMES[call.outcome],
        evidence=_class(call),
        sources=tuple(str(each) for each in call.refs),
    )


def _class(call: CallView) -> Evidence:
    """Its class. One that only says that a packet was collected shows here that the call existed by then."""
    only_collected = call.evidence is CallEvidence.E2 and Word.NOT_COLLECTED not in call.words
    return Evidence.E1 if only_collected else Evidence(f"E{max(0, call.evidence)}")


def _unfinished(call: CallView, names: Names) -> LeftOut:
    sender, receiver = names.way(ours=call.ours)
    glare = call.outcome is CallOutcome.GLARE
    text = "given up for the call of the other side" if glare else "the call is not over"
    return LeftOut(
        ref=str(call.refs[0]),
        reason=Reason.OVERLAPS if glare else Reason.NO_ATTEMPT,
        text=text,
        from_party=sender,
        to_party=receiver,
        channel=call.desk,
    )


def _message(trace: Trace, names: Names) -> ContactFact:
    sender, receiver = names.way(ours=trace.ours)
    stored = trace.level >= Level.STORED
    return ContactFact(
        ref=str(trace.ref),
        from_party=sender,
        to_party=receiver,
        channel=trace.to[0] if trace.to else LINE,
        kind=Kind.MESSAGE,
        days=days_of(trace.at),
        minute=_minute(trace.at),
        zone="UTC",
        outcome=Outcome.DELIVERED if stored else Outcome.OTHER,
        evidence=_evidence(trace.level),
        sources=(str(trace.ref), *(str(each.by) for each in trace.proofs)),
    )


def _notice(case: Case, evidence: Evidence, names: Names) -> ContactFact:
    sender, receiver = names.way(ours=case.notice.ours)
    refs = [case.notice.ref, *(each.ref for each in case.answers)]
    return ContactFact(
        ref=str(case.notice.ref),
        from_party=sender,
        to_party=receiver,
        channel=case.body.to[0],
        kind=Kind.NOTICE,
        days=days_of(case.notice.time.lo),
        minute=_minute(case.notice.time.lo),
        zone="UTC",
        outcome=Outcome.OTHER if evidence is Evidence.E0 else Outcome.DELIVERED,
        evidence=evidence,
        sources=tuple(str(each) for each in refs),
    )


def _evidence(level: Level) -> Evidence:
    """How far a message got, in the classes of calls: their node, their console, a person."""
    if level >= Level.READ:
        return Evidence.E5
    return {Level.STORED: Evidence.E3, Level.SHOWN: Evidence.E4}.get(level, Evidence.E0)


@dataclass(slots=True)
class _Checks:
    """Each question with what became of it."""

    asked: dict[bytes, tuple[Learnt, CheckPing]]
    ended: dict[bytes, tuple[Learnt, Outcome, Evidence]]

    def __init__(self) -> None:
        self.asked, self.ended = {}, {}

    def learn(self, item: Learnt) -> None:
        """Take in one entry of any kind; only the other side can answer a question."""
        match item.body:
            case CheckPing(nonce=nonce) as ping:
                self.asked.setdefault(nonce, (item, ping))
            case CheckPong(nonce=nonce) if self._by_other(nonce, item):
                self.ended[nonce] = (item, Outcome.ANSWERED, Evidence.E3)
            case CheckRefuse(nonce=nonce) if self._by_other(nonce, item):
                self.ended[nonce] = (item, Outcome.DECLINED, Evidence.E5)
            case CheckMissed(nonce=nonce):
                self.ended.setdefault(nonce, (item, Outcome.NO_ANSWER, Evidence.E0))
            case _:
                pass

    def _by_other(self, nonce: bytes, item: Learnt) -> bool:
        asked = self.asked.get(nonce)
        return asked is not None and asked[0].ours is not item.ours

    def facts(self, names: Names) -> Iterator[ContactFact]:
        """One fact for each question that has ended."""
        for nonce, (end, outcome, evidence) in self.ended.items():
            if nonce in self.asked:
                yield _check(*self.asked[nonce], end, outcome, evidence, names)


def _check(
    item: Learnt, ping: CheckPing, end: Learnt, outcome: Outcome, evidence: Evidence, names: Names
) -> ContactFact:
    sender, receiver = names.way(ours=item.ours)
    return ContactFact(
        ref=str(item.ref),
        from_party=sender,
        to_party=receiver,
        channel=ping.path or LINE,
        kind=Kind.CHECK,
        days=days_of(item.header.time.lo),
        minute=_minute(item.header.time.lo),
        zone="UTC",
        outcome=outcome,
        evidence=evidence,
        sources=(str(item.ref), str(end.ref)),
    )


def days_of(instant: int) -> Days:
    """The day of an instant, in UTC; of one that no calendar reaches the last there is."""
    day = datetime.fromtimestamp(max(FIRST, min(instant, LAST)) / SECOND, UTC).date()
    return Days(day, day)


def _minute(instant: int) -> int:
    return instant // MINUTE % (24 * 60)
