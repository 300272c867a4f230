"""The contact ledger: facts are folded into one line per direction, channel and kind (decisions/0003).

Counts speak of the counted facts only, and every other fact is named with the reason why it is not
counted. The window limits what is counted; last contact and silences also look at what came before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from firebreak.core.ledger.days import Window
from firebreak.core.ledger.facts import ContactFact, Kind, LeftOut, Outcome, Reason, in_order, left_out
from firebreak.core.ledger.lines import Ledger, LedgerLine
from firebreak.core.ledger.overlap import choose
from firebreak.core.ledger.requests import requests_that_led_to_calls
from firebreak.core.ledger.silences import Contacts

EVERYTHING: Final = Window()

_Key: TypeAlias = tuple[str, str, str, int]
"From, to, channel, and the place of the kind in its list."
_Lines: TypeAlias = dict[_Key, LedgerLine]
_KIND_PLACES: Final = {kind: place for place, kind in enumerate(Kind)}


def fold(facts: Iterable[ContactFact], aside: Iterable[LeftOut] = (), window: Window = EVERYTHING) -> Ledger:
    """Fold facts in any order; `aside` are things already known to be no attempts.

    Every ref given appears exactly once in the result: in the rows of a line, or as left out.
    """
    known, apart = sorted(facts, key=in_order), list(aside)
    assert len({each.ref for each in (*known, *apart)}) == len(known) + len(apart), "a ref stands twice"
    out = [*apart, *requests_that_led_to_calls(known, window)]
    out += [_outside(fact, window) for fact in known if window.ends_before(fact.days.earliest)]
    gone = {each.ref for each in out}
    rest = [fact for fact in known if fact.ref not in gone]
    return _placed(_lines(rest, window), out, window)


def _lines(facts: Sequence[ContactFact], window: Window) -> _Lines:
    directions: defaultdict[_Key, list[ContactFact]] = defaultdict(list)
    both_ways: defaultdict[tuple[frozenset[str], str, Kind], list[ContactFact]] = defaultdict(list)
    for fact in facts:
        directions[_key(fact)].append(fact)
        both_ways[_between(fact)].append(fact)
    contacts = {key: Contacts.among(those, window) for key, those in both_ways.items()}
    return {
        key: _line(directions[key], contacts[_between(directions[key][0])], window)
        for key in sorted(directions)
    }


def _line(facts: Sequence[ContactFact], contacts: Contacts, window: Window) -> LedgerLine:
    """`facts` are those of one direction, `contacts` those of both."""
    first = facts[0]
    counted, instead = choose(fact for fact in facts if window.holds(fact.days))
    uncounted = [fact for fact in facts if not window.holds(fact.days)]
    beyond = [fact for fact in uncounted if window.touches(fact.days)]
    out = [_overlapping(fact, instead[fact.ref]) for fact in facts if fact.ref in instead]
    return LedgerLine(
        from_party=first.from_party,
        to_party=first.to_party,
        channel=first.channel,
        kind=first.kind,
        attempts_min=sum(fact.attempts_min for fact in counted),
        attempts_max=_most(counted, beyond),
        answered_min=sum(fact.attempts_min for fact in counted if fact.tally is Outcome.ANSWERED),
        answered_max=_most(
            *([each for each in those if _may_be_answered(each)] for those in (counted, beyond))
        ),
        outcomes=_outcomes(counted),
        last_contact=contacts.last(),
        unanswered_since=contacts.unanswered_since(first.from_party),
        longest_silence_days=contacts.longest(),
        longest_silence_days_max=contacts.longest_possible(),
        evidence=tuple(sorted({fact.evidence for fact in counted})),
        doubtful={fact.ref: fact.doubtful for fact in counted if fact.doubtful},
        rows=tuple(fact.ref for fact in counted),
        left_out=(*out, *(_outside(fact, window) for fact in uncounted)),
    )


def _most(counted: Sequence[ContactFact], beyond: Sequence[ContactFact]) -> int | None:
    """The greatest possible number; unknown as soon as one is, or as something may lie in the window."""
    if beyond or any(fact.attempts_max is None for fact in counted):
        return None
    return sum(fact.attempts_max or 0 for fact in counted)


def _may_be_answered(fact: ContactFact) -> bool:
    return fact.outcome is Outcome.ANSWERED


def _outcomes(counted: Sequence[ContactFact]) -> dict[Outcome, int]:
    sums = {
        outcome: sum(fact.attempts_min for fact in counted if fact.tally is outcome) for outcome in Outcome
    }
    return {outcome: count for outcome, count in sums.items() if count}


def _placed(lines: _Lines, out: Iterable[LeftOut], window: Window) -> Ledger:
    """Name what was left out at the line it is nearest to, or else beside all lines."""
    nearest: dict[tuple[str, str, str], _Key] = {}
    for key in lines:
        nearest.setdefault(key[:3], key)
    at_lines: defaultdict[_Key | None, list[LeftOut]] = defaultdict(list)
    for each in sorted(out, key=lambda one: one.ref):
        direction = (each.from_party, each.to_party, each.channel)
        exact = (*direction, _KIND_PLACES[each.kind]) if each.kind else None
        at_lines[exact if exact in lines else nearest.get(direction)].append(each)
    return Ledger(
        window=window,
        lines=tuple(_with(line, at_lines[key]) for key, line in lines.items()),
        left_out=tuple(at_lines[None]),
    )


def _with(line: LedgerLine, more: Iterable[LeftOut]) -> LedgerLine:
    return replace(line, left_out=tuple(sorted((*line.left_out, *more), key=lambda each: each.ref)))


def _key(fact: ContactFact) -> _Key:
    return fact.from_party, fact.to_party, fact.channel, _KIND_PLACES[fact.kind]


def _between(fact: ContactFact) -> tuple[frozenset[str], str, Kind]:
    return frozenset((fact.from_party, fact.to_party)), fact.channel, fact.kind


def _outside(fact: ContactFact, window: Window) -> LeftOut:
    if window.touches(fact.days):
        return left_out(fact, Reason.BEYOND, f"date range {fact.days} reaches beyond the window")
    return left_out(fact, Reason.OUTSIDE, f"{fact.days} lies outside the window")


def _overlapping(fact: ContactFact, stays: ContactFact) -> LeftOut:
    text = f"{fact.days} overlaps {stays.ref} ({stays.days}), which stays; both may tell of the same attempts"
    return left_out(fact, Reason.OVERLAPS, text)
