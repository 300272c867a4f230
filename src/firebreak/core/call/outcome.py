"""What became of a call: a pure function of what both logs say about it (`spec/call.md`, I11).

It takes the union of both sides' facts and gives the same for every order of arrival, at both nodes.
Each side ends a call at most once: the callee by a *word* (answered, declined, busy, no answer, unattended),
the caller by a *farewell* (withdrawn, unreachable, glare). The word weighs more, because only the callee
knows what happened there, unless it was written after the callee knew of the farewell. Clocks are never
asked. Of two entries of one log segment the earlier counts; between segments (a node that was restored) the
order is not provable from the call alone, so that an officer's word goes before a node's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.call.events import Outcome
from firebreak.core.call.facts import (
    CALLEES,
    CALLERS,
    FAREWELLS,
    OFFICERS,
    WORDS,
    Fact,
    in_order,
    knew_of,
    written,
)
from firebreak.core.call.table import OPEN, State, follows
from firebreak.core.envelope.kinds import Kind

OUTCOME_OF: Final = {
    Kind.CALL_ANSWER: Outcome.ANSWERED,
    Kind.CALL_DECLINE: Outcome.DECLINED,
    Kind.CALL_BUSY: Outcome.BUSY,
    Kind.CALL_NO_ANSWER: Outcome.NO_ANSWER,
    Kind.CALL_UNATTENDED: Outcome.UNATTENDED,
    Kind.CALL_CANCEL: Outcome.WITHDRAWN,
    Kind.CALL_GLARE: Outcome.GLARE,
    Kind.CALL_UNREACHABLE: Outcome.UNREACHABLE,
}
WEIGHT: Final = {kind: weight for weight, kind in enumerate(OUTCOME_OF)}
"Which entry goes first among segments of one log: the lower, persons before nodes."
REPEATABLE: Final = frozenset({Kind.CALL_RINGING, Kind.RECEIPT_NODE, Kind.RECEIPT_DESK})
"What may be said again without meaning anything new."


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that the facts of one call add up to."""

    outcome: Outcome
    state: State
    crossed: bool = False
    "Answered as the caller hung up: both should call back."
    offer: Fact | None = None
    word: Fact | None = None
    "How the callee ended the waiting."
    counted: tuple[Fact, ...] = ()
    "The facts that moved the table, in the order in which they did."
    findings: tuple[Finding, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody may still take the call."""
        return self.state in OPEN


def outcome(facts: Iterable[Fact]) -> Outcome:
    """What became of the call."""
    return account(facts).outcome


def account(facts: Iterable[Fact]) -> Account:
    """Add up the facts of one call, in whatever order they come."""
    ordered = sorted(facts, key=in_order)
    offers = [each for each in ordered if each.kind is Kind.CALL_OFFER and each.by_caller]
    if not offers:
        findings = (_finding(each, "call-without-offer") for each in ordered)
        return Account(outcome=Outcome.UNOFFERED, state=State.IDLE, findings=tuple(findings))
    offer = min(offers, key=lambda each: each.ref.hash)
    word, farewell = _last_words(ordered, offers)
    right = [offer, *_rang(ordered), *_present(word, farewell), *_closings(ordered, word)]
    state, counted = _walk(right)
    crossed = word is not None and word.kind is Kind.CALL_ANSWER and farewell in counted
    return Account(
        outcome=_named(word, farewell, rang=bool(_rang(ordered))),
        state=state,
        crossed=crossed,
        offer=offer,
        word=word,
        counted=counted,
        findings=tuple(_doubts(ordered, offers, right)),
    )


def stated(fact: Fact, offers: Iterable[Fact]) -> bool:
    """Whether an officer stated it about this very offer, as it was shown to them."""
    return bool(fact.officer) and any(
        fact.about == each.ref.hash and fact.shown == each.commitment for each in offers
    )


def _last_words(ordered: list[Fact], offers: list[Fact]) -> tuple[Fact | None, Fact | None]:
    """The word and the farewell that count; one written in the knowledge of the other does not."""
    farewell = _weightiest(_firsts(written(ordered, FAREWELLS, by_caller=True)))
    words = [
        each
        for each in written(ordered, WORDS, by_caller=False)
        if each.kind not in OFFICERS or stated(each, offers)
    ]
    word = _weightiest(
        each for each in _firsts(words) if farewell is None or not knew_of(each, farewell)
    )  # who knew of it once knows of it for the rest of the segment
    if word is not None and farewell is not None and knew_of(farewell, word):
        return word, None
    return word, farewell


def _firsts(facts: Iterable[Fact]) -> Iterable[Fact]:
    """The first of each segment: no other one counts."""
    firsts: dict[bytes, Fact] = {}
    for each in sorted(facts, key=in_order):
        firsts.setdefault(each.ref.segment, each)
    return firsts.values()


def _weightiest(facts: Iterable[Fact]) -> Fact | None:
    return min(facts, key=lambda each: (WEIGHT[each.kind], each.ref.hash), default=None)


def _rang(ordered: list[Fact]) -> list[Fact]:
    return written(ordered, frozenset({Kind.CALL_RINGING}), by_caller=False)[:1]


def _closings(ordered: list[Fact], word: Fact | None) -> list[Fact]:
    """The first account of each side, of a call that was answered."""
    if word is None or word.kind is not Kind.CALL_ANSWER:
        return []
    ends = frozenset({Kind.CALL_END})
    return [each for side in (True, False) for each in written(ordered, ends, by_caller=side)[:1]]


def _present(*facts: Fact | None) -> list[Fact]:
    return [each for each in facts if each is not None]


def _walk(steps: list[Fact]) -> tuple[State, tuple[Fact, ...]]:
    """Run the table; a step it refuses changes nothing."""
    state, counted = State.IDLE, list[Fact]()
    for each in steps:
        after = follows(state, each.kind)
        if after is not None:
            state = after
            counted.append(each)
    return state, tuple(counted)


def _named(word: Fact | None, farewell: Fact | None, *, rang: bool) -> Outcome:
    last = word or farewell
    if last is not None and last.kind is Kind.CALL_UNREACHABLE and rang:
        return Outcome.WITHDRAWN  # their node shows that it was reached, in time or not
    if last is not None:
        return OUTCOME_OF[last.kind]
    return Outcome.RINGING if rang else Outcome.PLACED


def _doubts(ordered: list[Fact], offers: list[Fact], right: list[Fact]) -> Iterable[Finding]:
    """Why each fact that says something and does not count does not."""
    answered = any(each.kind is Kind.CALL_ANSWER for each in right)
    for each in ordered:
        if each.kind not in (CALLERS if each.by_caller else CALLEES):
            yield _finding(each, "call-wrong-side")
        elif each in right or each.kind in REPEATABLE:
            continue
        elif each.kind in OFFICERS and not stated(each, offers):
            yield _finding(each, "call-unstated")
        elif each.kind is Kind.CALL_OFFER:
            yield _finding(each, "call-id-used-twice")
        elif each.kind is Kind.CALL_END and not answered:
            yield _finding(each, "call-end-without-call")
        else:
            yield _finding(each, "call-ended-twice")


TEXTS: Final = {
    "call-without-offer": "speaks of a call that the other side did not offer",
    "call-wrong-side": "says what only the other side of this call could say",
    "call-unstated": "carries no officer's statement about this offer and is nobody's word",
    "call-id-used-twice": "offers a second call under an id that its caller had used before",
    "call-end-without-call": "ends a call that was not under way",
    "call-ended-twice": "ends a call for the second time, or after its end was known",
}


def _finding(fact: Fact, code: str) -> Finding:
    return Finding(code=code, text=f"entry {fact.ref} {TEXTS[code]}", entry=str(fact.ref))
