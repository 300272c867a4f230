"""Sentences about attempts that stand in the signed record: each says what its evidence class shows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firebreak.core.ledger.facts import ContactFact, Evidence, Kind, Outcome
from firebreak.core.ledger.lines import LedgerLine
from firebreak.core.readout.limits import signed_key
from firebreak.core.readout.material import Facts
from firebreak.core.readout.reported import is_one, span, tried, weakest_of
from firebreak.core.readout.sentences import Parameter, Party, Sentence, When, Words


class _Group(NamedTuple):
    """Facts of which the same can be said."""

    key: str
    evidence: Evidence
    desk: str
    officer: str
    reason: str


def signed(line: LedgerLine, facts: Sequence[ContactFact], known: Facts) -> Iterator[Sentence]:
    """`facts` are the counted ones of the line that rest on entries."""
    groups: defaultdict[_Group, list[ContactFact]] = defaultdict(list)
    for fact in facts:
        groups[_group(line.kind, fact, known)].append(fact)
    if len(facts) > 1:
        yield tried(line, facts)
    if len(facts) > 1 and line.kind is Kind.CALL and not any(_may_be_answer(fact) for fact in facts):
        refs = tuple(fact.ref for fact in facts)
        yield Sentence(key="none-answered-recorded", refs=refs, evidence=weakest_of(facts))
    for group, those in groups.items():
        yield _said(line, group, those)


def _group(kind: Kind, fact: ContactFact, known: Facts) -> _Group:
    detail = known.detail(fact.ref)
    key = signed_key(kind, fact.tally, fact.evidence)
    named = key in ("signed-answered", "signed-talked", "signed-declined", "signed-busy")
    return _Group(
        key=key,
        evidence=fact.evidence,
        desk=detail.to_desk or fact.channel,
        officer=detail.officer if named else "",
        reason=detail.reason if key == "signed-declined" else "",
    )


def _said(line: LedgerLine, group: _Group, facts: Sequence[ContactFact]) -> Sentence:
    count = sum(fact.attempts_min for fact in facts)
    single = facts[0] if len(facts) == 1 and is_one(facts[0]) else None
    when = When(span(facts), single.minute, single.zone) if single else When(span(facts))
    parameters: dict[str, Parameter] = {
        "when": when,
        "count": count,
        "kind": line.kind.value,
        "from": Party(line.from_party),
        "to": Party(line.to_party),
        "desk": group.desk,
        "officer": group.officer,
        "named": "yes" if group.officer else "no",
        "given": _given(group.reason),
        "reason": Words("decline", (group.reason or "none_given",)),
    }
    refs = tuple(fact.ref for fact in facts)
    return Sentence(key=group.key, parameters=parameters, refs=refs, evidence=group.evidence)


def _may_be_answer(fact: ContactFact) -> bool:
    return fact.outcome is Outcome.ANSWERED


def _given(reason: str) -> str:
    """Nothing known of a reason is not the same as no reason given."""
    return {"": "unknown", "none_given": "none"}.get(reason, "code")
