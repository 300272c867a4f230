"""From ledger facts to a readout: which sentences, in which order, resting on what.

Nothing here knows a language, and nothing here says why. The sections are the channels, the most senior
first, then the context, then everything that was left out.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.ledger.days import Window
from firebreak.core.ledger.facts import REACHED, ContactFact, Evidence, Kind, Reason
from firebreak.core.ledger.lines import Ledger, LedgerLine
from firebreak.core.readout.beside import incident, left_out, line_event
from firebreak.core.readout.material import LINE_EVENTS, Beside, Context, Facts
from firebreak.core.readout.quiet import quiet
from firebreak.core.readout.reported import answers_reaching_beyond, reported
from firebreak.core.readout.sentences import Channel, Lane, Part, Readout, Section, Sentence, Source
from firebreak.core.readout.signed import signed
from firebreak.core.readout.strip import lane

SENIOR_FIRST: Final = (
    "leaders_line",
    "minister",
    "chief_of_staff",
    "foreign_minister",
    "security_adviser",
    "intelligence",
    "diplomatic",
    "embassy",
    "attache",
)
"Other channels follow by name."


def build_readout(
    facts: Facts, ledger: Ledger, *, title: str, period: Window, as_of: date, exercise: bool
) -> Readout:
    """What may be said in public. `ledger` was folded from `facts` over `period`, else LocalError."""
    _check_times(period, as_of)
    by_ref = _check_refs(facts, ledger, period)
    channels = [Channel(name) for name in _channels(facts, ledger, period)]
    told = [_of_channel(each, facts, ledger, period) for each in channels]
    around = [sentence for each in _in_period(facts.context, period) for sentence in _around(each, facts)]
    sections = [
        *(section for section in told if section.sentences),
        Section(part=Part.CONTEXT, sentences=tuple(around)),
        Section(part=Part.LEFT_OUT, sentences=tuple(left_out(ledger, facts.context, period))),
    ]
    kept = tuple(section for section in sections if section.sentences)
    counted = [by_ref[ref] for line in ledger.lines for ref in line.rows]
    lanes = (_lane(each, counted, facts, ledger) for each in channels)
    return Readout(
        title=title,
        drawn_from=facts.name,
        exercise=exercise,
        period=period,
        as_of=as_of,
        counted=len(counted),
        known=len(facts.contacts) + len(facts.context),
        evidence=tuple(sorted({fact.evidence for fact in counted}, key=list(Evidence).index)),
        sections=kept,
        sources=tuple(_sources(kept, facts)),
        strip=tuple(each for each in lanes if each.marks),
        announced=tuple(each for each in facts.announced if period.touches(each.days)),
    )


def _check_times(period: Window, as_of: date) -> None:
    if period.until is None or as_of < period.until:
        raise LocalError(
            f"a readout as of {as_of} cannot cover the period {period}",
            code="FB211",
            hint="give the period a last day, no later than the day of the readout",
        )


def _check_refs(facts: Facts, ledger: Ledger, period: Window) -> dict[str, ContactFact]:
    by_ref = {fact.ref: fact for fact in facts.contacts}
    strange = [ref for line in ledger.lines for ref in line.rows if ref not in by_ref]
    if strange or ledger.window != period:
        wrong = f"it counts {strange[0]!r}" if strange else f"its window is {ledger.window}"
        raise LocalError(
            f"the ledger does not belong to these facts and the period {period}: {wrong}",
            code="FB212",
            hint="fold the ledger from the same facts over the same period",
        )
    return by_ref


def _channels(facts: Facts, ledger: Ledger, period: Window) -> list[str]:
    names = {line.channel for line in ledger.lines}
    names |= {each.channel for each in _in_period(facts.context, period) if each.what in LINE_EVENTS}
    places = {name: place for place, name in enumerate(SENIOR_FIRST)}
    return sorted(names, key=lambda name: (places.get(name, len(places)), name))


def _of_channel(channel: Channel, facts: Facts, ledger: Ledger, period: Window) -> Section:
    events = [
        line_event(each)
        for each in _in_period(facts.context, period)
        if each.what in LINE_EVENTS and each.channel == channel.name
    ]
    lines = [line for line in ledger.lines if line.channel == channel.name]
    blocks = _blocks(lines)
    told = [sentence for block in blocks for sentence in _block(block, facts, period)]
    return Section(part=Part.CONTACTS, channel=channel, sentences=(*events, *told))


def _blocks(lines: Sequence[LedgerLine]) -> list[list[LedgerLine]]:
    """The lines of one channel by kind and pair: both directions of a kind stand together."""
    blocks: dict[tuple[object, frozenset[str]], list[LedgerLine]] = {}
    for line in lines:
        blocks.setdefault((line.kind, frozenset((line.from_party, line.to_party))), []).append(line)
    return list(blocks.values())


def _block(lines: Sequence[LedgerLine], facts: Facts, period: Window) -> Iterator[Sentence]:
    by_ref = {fact.ref: fact for fact in facts.contacts}
    for line in lines:
        counted = [by_ref[ref] for ref in line.rows]
        from_sources = [fact for fact in counted if fact.evidence is Evidence.SOURCE]
        from_entries = [fact for fact in counted if fact.evidence is not Evidence.SOURCE]
        if from_sources:
            yield from reported(line, from_sources)
        if from_entries:
            yield from signed(line, from_entries, facts)
        for fact in _beyond(line, by_ref, period):
            yield answers_reaching_beyond(line.kind, fact)
    yield from quiet(lines, facts, period)


def _beyond(line: LedgerLine, by_ref: dict[str, ContactFact], period: Window) -> list[ContactFact]:
    """What begins on a known day of the period, was answered throughout, and ends after the period."""
    those = [
        by_ref[each.ref] for each in line.left_out if each.reason is Reason.BEYOND and each.ref in by_ref
    ]
    return [fact for fact in those if _is_sure(fact) and not period.starts_after(fact.days.earliest)]


def _is_sure(fact: ContactFact) -> bool:
    reached = fact.tally in REACHED and "date_start" not in fact.doubtful
    return reached and fact.evidence is Evidence.SOURCE


def _lane(channel: Channel, counted: Sequence[ContactFact], facts: Facts, ledger: Ledger) -> Lane:
    by_ref = {fact.ref: fact for fact in facts.contacts}
    lines = [line for line in ledger.lines if line.channel == channel.name]
    beyond = [fact for line in lines for fact in _beyond(line, by_ref, ledger.window)]
    return lane(channel, [fact for fact in counted if fact.channel == channel.name], beyond)


def _in_period(context: Sequence[Context], period: Window) -> list[Context]:
    those = [each for each in context if period.touches(each.days)]
    return sorted(those, key=lambda each: (each.days, each.ref))


def _around(context: Context, facts: Facts) -> Iterator[Sentence]:
    if context.what is Beside.INCIDENT:
        yield from incident(context, facts.limit_km, announced=_is_announced(context, facts))


def _sources(sections: Sequence[Section], facts: Facts) -> Iterator[Source]:
    """Where to look up each ref that the told sections name, in order of time."""
    told = {
        ref
        for section in sections
        if section.part is not Part.LEFT_OUT
        for sentence in section.sentences
        for ref in sentence.refs
    }
    those: list[ContactFact | Context] = [
        each for each in (*facts.contacts, *facts.context) if each.ref in told
    ]
    for each in sorted(those, key=lambda one: (one.days, one.ref)):
        detail = facts.detail(each.ref)
        yield Source(
            ref=each.ref,
            days=each.days,
            from_desk=detail.from_desk,
            to_desk=detail.to_desk,
            where=each.sources,
        )


def _is_announced(context: Context, facts: Facts) -> bool:
    """Whether whoever did it gave notice of anything on that day."""
    return any(
        fact.kind is Kind.NOTICE
        and fact.from_party == context.from_party
        and fact.days.overlaps(context.days)
        for fact in facts.contacts
    )
