"""The contact strip: the facts of a readout as marks on lanes, one lane for each channel."""

from collections.abc import Iterable
from typing import Final

from firebreak.core.ledger.facts import ContactFact, Evidence, Outcome
from firebreak.core.readout.limits import signed_key
from firebreak.core.readout.sentences import Channel, Lane, Mark, Sign

BY_OUTCOME: Final = {
    Outcome.ANSWERED: Sign.ANSWERED,
    Outcome.DELIVERED: Sign.DELIVERED,
    Outcome.DECLINED: Sign.DECLINED,
    Outcome.BUSY: Sign.DECLINED,
    Outcome.NO_ANSWER: Sign.NO_ANSWER,
    Outcome.UNATTENDED: Sign.NO_ANSWER,
    Outcome.UNREACHABLE: Sign.NO_ANSWER,
}
BY_KEY: Final = {
    "signed-talked": Sign.ANSWERED,
    "signed-answered": Sign.ANSWERED,
    "signed-check-answered": Sign.ANSWERED,
    "signed-delivered": Sign.DELIVERED,
    "signed-declined": Sign.DECLINED,
    "signed-busy": Sign.DECLINED,
    "signed-rang-out": Sign.NO_ANSWER,
    "signed-unattended": Sign.NO_ANSWER,
    "signed-unreachable": Sign.NO_ANSWER,
}
"What is drawn of a signed fact follows from what may be said of it."


def lane(channel: Channel, counted: Iterable[ContactFact], beyond: Iterable[ContactFact]) -> Lane:
    """Marks in order of time; `beyond` are told and not counted."""
    marks = [Mark(fact.days, _sign(fact), fact.ref) for fact in counted]
    marks += [Mark(fact.days, _sign(fact), fact.ref, beyond=True) for fact in beyond]
    return Lane(channel, tuple(sorted(marks, key=lambda mark: (mark.days, mark.ref))))


def _sign(fact: ContactFact) -> Sign:
    if fact.evidence is Evidence.SOURCE:
        return BY_OUTCOME.get(fact.tally, Sign.NOT_KNOWN)
    return BY_KEY.get(signed_key(fact.kind, fact.tally, fact.evidence), Sign.NOT_KNOWN)
