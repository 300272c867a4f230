"""Sentences about attempts that published sources report, counted as the ledger counts them."""

from collections.abc import Iterator, Sequence
from typing import Final

from firebreak.core.ledger.days import Days
from firebreak.core.ledger.facts import REACHED, ContactFact, Evidence, Kind, Outcome
from firebreak.core.ledger.lines import LedgerLine
from firebreak.core.readout.sentences import Amount, Dates, Fragment, Parameter, Party, Sentence, When, Words

OUTCOME_KEYS: Final = {
    Outcome.ANSWERED: "some-answered",
    Outcome.DELIVERED: "some-delivered",
    Outcome.DECLINED: "some-declined",
    Outcome.BUSY: "some-busy",
    Outcome.NO_ANSWER: "some-no-answer",
    Outcome.NOT_KNOWN_WHICH: "some-not-known-which",
    Outcome.UNATTENDED: "some-unattended",
    Outcome.UNREACHABLE: "some-unreachable",
    Outcome.WITHDRAWN: "some-withdrawn",
    Outcome.DOUBTFUL: "some-doubtful",
    Outcome.OTHER: "some-other",
}
DOUBTS: Final = {
    "date_start": "dates",
    "date_end": "dates",
    "attempts_min": "number",
    "attempts_max": "number",
    "outcome": "outcome",
    "from_party": "direction",
    "to_party": "direction",
    "to_desk": "direction",
    "initiator": "initiator",
}
"What a doubtful column means to a reader; the others are not told here."


def reported(line: LedgerLine, facts: Sequence[ContactFact]) -> Iterator[Sentence]:
    """`facts` are the counted ones of the line that rest on sources."""
    tallies = {fact.tally for fact in facts}
    if len(facts) == 1 and is_one(facts[0]) and tallies <= REACHED:
        key = "single-answered" if Outcome.ANSWERED in tallies else "single-delivered"
        when = When(facts[0].days, facts[0].minute, facts[0].zone, one_of=True)
        yield _of(key, facts, when=when, kind=line.kind.value, **_parties(line))
    else:
        yield tried(line, facts)
        yield from _outcomes(line, facts)
    yield from _doubts(facts)


def tried(line: LedgerLine, facts: Sequence[ContactFact]) -> Sentence:
    """How often one side tried, in which stretch of days."""
    amount = _sum(facts)
    if line.attempts_max is None:
        amount = Amount(amount.least, None)
    unpublished = any(fact.attempts_max is None and fact.evidence is Evidence.SOURCE for fact in facts)
    key = "attempts" if amount.most is not None else "attempts-unknown"
    if unpublished and all(fact.evidence is Evidence.SOURCE for fact in facts):
        key = "attempts-unpublished"
    when = When(span(facts), one_of=amount.is_exact and amount.least == 1)
    return _of(key, facts, when=when, tries=_tries(line, amount), amount=amount)


def span(facts: Sequence[ContactFact]) -> Days:
    """From the first possible day to the last."""
    return Days(min(fact.days.earliest for fact in facts), max(fact.days.latest for fact in facts))


def is_one(fact: ContactFact) -> bool:
    """Whether the fact is certainly a single attempt."""
    return fact.attempts_min == fact.attempts_max == 1


def weakest_of(facts: Sequence[ContactFact]) -> Evidence:
    """What a sentence about all of them rests on."""
    return min((fact.evidence for fact in facts), key=list(Evidence).index)


def _outcomes(line: LedgerLine, facts: Sequence[ContactFact]) -> Iterator[Sentence]:
    tallies = {fact.tally for fact in facts}
    if tallies in ({Outcome.ANSWERED}, {Outcome.DELIVERED}):
        key = "all-answered" if Outcome.ANSWERED in tallies else "all-delivered"
        yield _of(key, facts, kind=line.kind.value)
        return
    silent = not any(fact.outcome in REACHED for fact in facts)
    if silent:
        yield _of("none-answered", facts, kind=line.kind.value, count=_exact(facts))
    if tallies == {Outcome.NOT_KNOWN_WHICH}:
        yield _of("not-known-which", facts, count=_exact(facts))
    elif tallies != {Outcome.NO_ANSWER}:
        yield from _each_outcome(line.kind, facts)


def _each_outcome(kind: Kind, facts: Sequence[ContactFact]) -> Iterator[Sentence]:
    single = "yes" if len(facts) == 1 and is_one(facts[0]) else "no"
    for outcome, key in OUTCOME_KEYS.items():
        those = [fact for fact in facts if fact.tally is outcome]
        if those:
            dates = Dates(tuple(fact.days for fact in those))
            yield _of(key, those, amount=_sum(those), dates=dates, kind=kind.value, single=single)


def _doubts(facts: Sequence[ContactFact]) -> Iterator[Sentence]:
    doubtful = [fact for fact in facts if any(name in DOUBTS for name in fact.doubtful)]
    names = {DOUBTS[name] for fact in doubtful for name in fact.doubtful if name in DOUBTS}
    if names:
        listed = tuple(each for each in dict.fromkeys(DOUBTS.values()) if each in names)
        yield _of("uncertain", doubtful, what=Words("doubt", listed))


def _tries(line: LedgerLine, amount: Amount) -> Fragment:
    parameters: dict[str, Parameter] = {
        "amount": amount,
        **_parties(line),
    }
    return Fragment(f"tries-{line.kind.value}", parameters)


def _sum(facts: Sequence[ContactFact]) -> Amount:
    known = [fact.attempts_max for fact in facts if fact.attempts_max is not None]
    return Amount(sum(fact.attempts_min for fact in facts), sum(known) if len(known) == len(facts) else None)


def _exact(facts: Sequence[ContactFact]) -> int:
    """1 where there was certainly only one attempt, 2 otherwise: it chooses between *it* and *they*."""
    return 1 if len(facts) == 1 and is_one(facts[0]) else 2


def _parties(line: LedgerLine) -> dict[str, Parameter]:
    return {"from": Party(line.from_party), "to": Party(line.to_party)}


def _of(key: str, facts: Sequence[ContactFact], **parameters: Parameter) -> Sentence:
    refs = tuple(fact.ref for fact in facts)
    return Sentence(key=key, parameters=parameters, refs=refs, evidence=weakest_of(facts))


def answers_reaching_beyond(kind: Kind, fact: ContactFact) -> Sentence:
    """A fact that certainly begins inside the period, ends after it and was answered throughout."""
    first = Days(fact.days.earliest, fact.days.earliest)
    return _of("reaching-answered", [fact], kind=kind.value, first=first)
