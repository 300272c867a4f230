"""A request that led to a call is not a second attempt: the call has a row of its own."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from firebreak.core.ledger.days import Window
from firebreak.core.ledger.facts import ContactFact, Kind, LeftOut, Outcome, Reason, in_order, left_out

REQUEST_DAYS_MAX: Final = timedelta(days=14)  # a call later than two weeks needs a request of its own


def requests_that_led_to_calls(facts: Iterable[ContactFact], window: Window) -> list[LeftOut]:
    """The accepted requests that were followed by an answered call of the same parties on the channel."""
    calls: defaultdict[tuple[str, frozenset[str]], list[ContactFact]] = defaultdict(list)
    requests: list[ContactFact] = []
    for fact in sorted(facts, key=in_order):
        if fact.tally is Outcome.ANSWERED and fact.kind is Kind.CALL and window.holds(fact.days):
            calls[_between(fact)].append(fact)
        if fact.tally is Outcome.ANSWERED and fact.kind is Kind.REQUEST:
            requests.append(fact)
    pairs = ((request, _call_after(request, calls[_between(request)])) for request in requests)
    return [_led_to(request, call) for request, call in pairs if call]


def _between(fact: ContactFact) -> tuple[str, frozenset[str]]:
    return fact.channel, frozenset((fact.from_party, fact.to_party))


def _call_after(request: ContactFact, calls: Sequence[ContactFact]) -> ContactFact | None:
    """The first of `calls`, which are in order of time, that can have come of the request."""
    first = bisect_left(calls, request.days.earliest, key=lambda call: call.days.earliest)
    last_day = request.days.latest + REQUEST_DAYS_MAX
    return next((call for call in calls[first : first + 1] if call.days.earliest <= last_day), None)


def _led_to(request: ContactFact, call: ContactFact) -> LeftOut:
    text = f"this request led to {call.ref} ({call.days}), which stands for both"
    return left_out(request, Reason.LED_TO_CALL, text, kind=Kind.CALL)
