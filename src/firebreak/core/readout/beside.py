"""Sentences about what is no attempt: events of a line, incidents told for context, what was left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from firebreak.core.ledger.days import Window
from firebreak.core.ledger.facts import Evidence, LeftOut, Reason
from firebreak.core.ledger.lines import Ledger
from firebreak.core.readout.material import LINE_EVENTS, Beside, Context
from firebreak.core.readout.sentences import Amount, Parameter, Party, Sentence, When

LEFT_BY_REASON: Final = {
    Reason.OUTSIDE: "left-outside",
    Reason.BEYOND: "left-beyond",
    Reason.OVERLAPS: "left-overlaps",
    Reason.LED_TO_CALL: "left-led-to-call",
    Reason.NO_ATTEMPT: "left-no-attempt",
}
LEFT_BY_KIND: Final = {
    Beside.INCIDENT: "left-incident",
    Beside.STATEMENT: "left-statement",
    Beside.CANCELLATION: "left-cancellation",
    Beside.EXCHANGE: "left-exchange",
    Beside.OTHER: "left-no-attempt",
    **dict.fromkeys(LINE_EVENTS, "left-line-event"),
}
ORDER: Final = tuple(dict.fromkeys((*LEFT_BY_REASON.values(), *LEFT_BY_KIND.values())))


def line_event(context: Context) -> Sentence:
    """A line was set up, cut, suspended or not used."""
    parameters: dict[str, Parameter] = {
        "when": When(context.days, one_of=True),
        "from": Party(context.from_party),
        "to": Party(context.to_party),
    }
    return _told(context.what.value, context, parameters)


def incident(context: Context, limit_km: int | None = None, *, announced: bool = False) -> Iterator[Sentence]:
    """An incident in the timeline's own words, and its distances as the sources give them.

    With a limit also whether a site from which those distances count would have had an alarm: a distance that
    may lie within counts as within.
    """
    when = When(context.days, one_of=True)
    yield _told("incident", context, {"when": when, "words": context.words})
    if context.distance_km:
        distance = Amount(*context.distance_km)
        differ = "no" if distance.is_exact else "yes"
        yield _told("incident-distance", context, {"distance": distance, "differ": differ})
        if limit_km is not None:
            least, most = context.distance_km
            verdict = "within" if most <= limit_km else "perhaps" if least <= limit_km else "beyond"
            notice = "yes" if announced else "no"
            yield _told(
                "incident-limit", context, {"limit": limit_km, "verdict": verdict, "announced": notice}
            )


def left_out(ledger: Ledger, context: Iterable[Context], period: Window) -> Iterator[Sentence]:
    """Everything known that is not counted, grouped by the reason."""
    told = {each.ref: each for each in context}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for each in _all_left_out(ledger):
        groups[_left_key(each, told.get(each.ref), period)].append(each.ref)
    for key in sorted(groups, key=ORDER.index):
        refs = tuple(sorted(groups[key]))
        yield Sentence(key=key, parameters={"count": len(refs)}, refs=refs, evidence=None)


def _all_left_out(ledger: Ledger) -> Iterator[LeftOut]:
    for line in ledger.lines:
        yield from line.left_out
    yield from ledger.left_out


def _left_key(each: LeftOut, context: Context | None, period: Window) -> str:
    if context is None:
        return LEFT_BY_REASON[each.reason]
    return LEFT_BY_KIND[context.what] if period.touches(context.days) else "left-outside"


def _told(key: str, context: Context, parameters: dict[str, Parameter]) -> Sentence:
    return Sentence(key=key, parameters=parameters, refs=(context.ref,), evidence=Evidence.SOURCE)
