"""How much a sentence may claim, given what it rests on (`spec/readout.md`, I10).

Every sentence of a readout is a message key, and every key needs one claim. A claim is a word of
`call.evidence`, or one of two that stand beside them: what is merely *listed*, and what published sources
*report*. `Sentence` checks the key against the evidence when it is made, so that wording beyond the class
cannot exist. Keys that are not here cannot be said at all.
"""

from enum import StrEnum
from typing import Final, TypeAlias

from firebreak.core.call.evidence import Evidence as CallEvidence
from firebreak.core.call.evidence import Word, may_say
from firebreak.core.ledger.facts import Evidence, Kind, Outcome


class Basis(StrEnum):
    """What may be claimed without any word of the counterpart."""

    LISTED = "listed"
    "That something stands in the timeline or the record, how often, and on which days."
    REPORTED = "reported"
    "What published sources say of it."


Claim: TypeAlias = Basis | Word

NEEDS: Final[dict[str, Claim]] = {
    "attempts": Basis.LISTED,
    "attempts-unpublished": Basis.REPORTED,
    "attempts-unknown": Basis.LISTED,
    "single-answered": Basis.REPORTED,
    "single-delivered": Basis.REPORTED,
    "all-answered": Basis.REPORTED,
    "all-delivered": Basis.REPORTED,
    "none-answered": Basis.REPORTED,
    "none-answered-recorded": Basis.LISTED,
    "not-known-which": Basis.REPORTED,
    "some-not-known-which": Basis.REPORTED,
    "some-answered": Basis.REPORTED,
    "some-declined": Basis.REPORTED,
    "some-no-answer": Basis.REPORTED,
    "some-busy": Basis.REPORTED,
    "some-unattended": Basis.REPORTED,
    "some-withdrawn": Basis.REPORTED,
    "some-unreachable": Basis.REPORTED,
    "some-delivered": Basis.REPORTED,
    "some-doubtful": Basis.REPORTED,
    "some-other": Basis.REPORTED,
    "uncertain": Basis.REPORTED,
    "reaching-answered": Basis.REPORTED,
    "last-contact": Basis.REPORTED,
    "last-contact-disputed": Basis.REPORTED,
    "last-contact-signed": Word.ANSWERED,  # the class from which a person is known to have reacted
    "last-sign-signed": Word.REACHED_NODE,
    "no-contact": Basis.LISTED,
    "no-contact-before": Basis.LISTED,
    "unanswered-since": Basis.LISTED,
    "longest-silence": Basis.LISTED,
    "line-established": Basis.REPORTED,
    "line-cut": Basis.REPORTED,
    "line-suspended": Basis.REPORTED,
    "line-not-used": Basis.REPORTED,
    "incident": Basis.REPORTED,
    "incident-distance": Basis.REPORTED,
    "incident-limit": Basis.REPORTED,
    "signed-attempted": Word.ATTEMPTED,
    "signed-withdrawn": Word.ATTEMPTED,
    "signed-unreachable": Word.ATTEMPTED,
    "signed-existed": Word.EXISTED_BY,
    "signed-not-collected": Word.NOT_COLLECTED,
    "signed-reached": Word.REACHED_NODE,
    "signed-delivered": Word.REACHED_NODE,
    "signed-check-answered": Word.REACHED_NODE,
    "signed-unattended": Word.UNATTENDED,
    "signed-rang": Word.RANG,
    "signed-rang-out": Word.RANG_OUT,
    "signed-declined": Word.DECLINED,
    "signed-busy": Word.BUSY,
    "signed-answered": Word.ANSWERED,
    "signed-talked": Word.TALKED,
    "left-outside": Basis.LISTED,
    "left-beyond": Basis.LISTED,
    "left-overlaps": Basis.LISTED,
    "left-led-to-call": Basis.LISTED,
    "left-statement": Basis.LISTED,
    "left-cancellation": Basis.LISTED,
    "left-line-event": Basis.LISTED,
    "left-incident": Basis.LISTED,
    "left-exchange": Basis.LISTED,
    "left-no-attempt": Basis.LISTED,
}
"What each sentence claims. A test holds this list and the language files together."

STRONGEST: Final[dict[Outcome, tuple[str, ...]]] = {
    Outcome.ANSWERED: ("signed-talked", "signed-answered"),
    Outcome.DECLINED: ("signed-declined",),
    Outcome.BUSY: ("signed-busy",),
    Outcome.NO_ANSWER: ("signed-rang-out",),
    Outcome.UNATTENDED: ("signed-unattended",),
    Outcome.DELIVERED: ("signed-delivered",),
    Outcome.WITHDRAWN: ("signed-withdrawn",),
}
"What an outcome would let one say, best first."

FALL_BACK: Final[dict[Evidence, tuple[str, ...]]] = {
    Evidence.E1: ("signed-existed",),
    Evidence.E2: ("signed-not-collected",),
    Evidence.E4: ("signed-rang", "signed-reached"),
}
"What a class by itself shows, where the outcome says nothing or more than is held. From E3: it reached them."


def allowed(held: Evidence | None) -> frozenset[Claim]:
    """Every claim that `held` supports; None is a sentence about the readout itself."""
    if held is None:
        return frozenset({Basis.LISTED})
    if held is Evidence.SOURCE:
        return frozenset(Basis)
    return may_say(CallEvidence[held.name]) | {Basis.LISTED}


def may_use(key: str, held: Evidence | None) -> bool:
    """Whether a sentence of that key may rest on that evidence."""
    return key in NEEDS and NEEDS[key] in allowed(held)


def signed_key(kind: Kind, outcome: Outcome, held: Evidence) -> str:
    """The most that may be said of one signed attempt: never beyond its outcome, never beyond its class."""
    assert held is not Evidence.SOURCE, outcome
    return next(key for key in _candidates(kind, outcome, held) if may_use(key, held))


def weakest(those: frozenset[Evidence]) -> Evidence:
    """What a sentence about several facts rests on; reports are weaker than any signature."""
    return min(those, key=list(Evidence).index)


def _candidates(kind: Kind, outcome: Outcome, held: Evidence) -> tuple[str, ...]:
    if kind is Kind.CHECK and outcome is Outcome.ANSWERED:
        return "signed-check-answered", "signed-attempted"
    own = "signed-unreachable" if outcome is Outcome.UNREACHABLE else "signed-attempted"
    by_class = FALL_BACK.get(held, ("signed-reached",))
    return *STRONGEST.get(outcome, ()), *by_class, own
