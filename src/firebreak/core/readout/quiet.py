"""Sentences about the last contact and the time since: both directions of one channel and kind together."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from firebreak.core.ledger.days import Days, Window
from firebreak.core.ledger.facts import ContactFact, Evidence, Kind
from firebreak.core.ledger.lines import LedgerLine
from firebreak.core.readout.limits import may_use
from firebreak.core.readout.material import Facts
from firebreak.core.readout.reported import weakest_of
from firebreak.core.readout.sentences import Amount, Parameter, Party, Sentence, When

WITH_SILENCES: Final = frozenset({Kind.CALL, Kind.CHECK})  # a week without a notice is no silence


def quiet(lines: Sequence[LedgerLine], facts: Facts, period: Window) -> Iterator[Sentence]:
    """`lines` are the one or two directions of one channel and kind."""
    counted = [fact for fact in facts.contacts if any(fact.ref in line.rows for line in lines)]
    if not counted or lines[0].kind not in WITH_SILENCES or _tells_itself(counted):
        return
    last, until = lines[0].last_contact, period.until
    assert until is not None
    if last is None:
        yield _of("no-contact-before", counted)
        return
    contacts = [fact for fact in facts.contacts if _is_last(fact, lines[0], last)]
    for line in lines:
        yield from _unanswered(line, last, period, counted)
    yield from _last_contact(contacts, lines[0].kind, last, facts)
    yield from _since(contacts, counted, lines[0], last, until)


def _tells_itself(counted: Sequence[ContactFact]) -> bool:
    """One contact and nothing else: its own sentence says when."""
    return len(counted) == 1 and counted[0].is_contact


def _is_last(fact: ContactFact, line: LedgerLine, last: Days) -> bool:
    same = (fact.channel, fact.kind) == (line.channel, line.kind)
    pair = {fact.from_party, fact.to_party} == {line.from_party, line.to_party}
    return same and pair and fact.may_be_contact and fact.days.overlaps(last)


def _last_contact(
    contacts: Sequence[ContactFact], kind: Kind, last: Days, facts: Facts
) -> Iterator[Sentence]:
    key = _last_key(contacts, kind, facts)
    if contacts and may_use(key, weakest_of(contacts)):
        parameters = {"when": When(last, one_of=True)}
        refs = tuple(fact.ref for fact in contacts)
        yield Sentence(key=key, parameters=parameters, refs=refs, evidence=weakest_of(contacts))


def _last_key(contacts: Sequence[ContactFact], kind: Kind, facts: Facts) -> str:
    if any(fact.evidence is Evidence.SOURCE for fact in contacts):
        disputed = any(facts.detail(fact.ref).disputed for fact in contacts)
        return "last-contact-disputed" if disputed else "last-contact"
    return "last-sign-signed" if kind is Kind.CHECK else "last-contact-signed"


def _since(
    contacts: Sequence[ContactFact],
    counted: Sequence[ContactFact],
    line: LedgerLine,
    last: Days,
    until: date,
) -> Iterator[Sentence]:
    silence = Amount((until - last.latest).days, (until - last.earliest).days)
    if silence.least:
        yield _of("no-contact", contacts or counted, until=Days(until, until), days=silence)
    longest, most = line.longest_silence_days, line.longest_silence_days_max
    if longest is not None and most is not None and longest > silence.least:
        yield _of("longest-silence", counted, days=Amount(longest, most))


def _unanswered(
    line: LedgerLine, last: Days, period: Window, counted: Sequence[ContactFact]
) -> Iterator[Sentence]:
    """Said only where contacts of the period went before; otherwise the attempts speak for themselves."""
    since = line.unanswered_since
    if since is None or period.starts_after(last.latest):
        return
    those = [
        fact
        for fact in counted
        if fact.from_party == line.from_party and fact.days.earliest >= last.latest and not fact.is_contact
    ]
    if those:
        who: dict[str, Parameter] = {"from": Party(line.from_party)}
        yield _of("unanswered-since", those, when=When(since, one_of=True), **who)


def _of(key: str, facts: Sequence[ContactFact], **parameters: Parameter) -> Sentence:
    refs = tuple(fact.ref for fact in facts)
    return Sentence(key=key, parameters=parameters, refs=refs, evidence=weakest_of(facts))
