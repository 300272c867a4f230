"""The outcome of a call, once more and as plainly as possible, for calls of which little was said.

Where one side has spoken twice, because it was restored or runs twice, the rule of `core/call/outcome.py` is
richer than this, and nothing is expected here.
"""

from typing import Final

from firebreak.core.call.bodies import CallOffer
from firebreak.core.call.events import Outcome
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import StatedBody
from firebreak.sim.oracles.spec import FAREWELLS, OFFICERS, WORDS
from firebreak.sim.oracles.view import Item, View, call_of

MEANS: Final = {
    Kind.CALL_ANSWER: Outcome.ANSWERED,
    Kind.CALL_DECLINE: Outcome.DECLINED,
    Kind.CALL_BUSY: Outcome.BUSY,
    Kind.CALL_NO_ANSWER: Outcome.NO_ANSWER,
    Kind.CALL_UNATTENDED: Outcome.UNATTENDED,
    Kind.CALL_CANCEL: Outcome.WITHDRAWN,
    Kind.CALL_GLARE: Outcome.GLARE,
}


def expected_outcomes(view: View) -> dict[tuple[bool, bytes], Outcome]:
    """By side of the caller and call: what became of it."""
    found: dict[tuple[bool, bytes], Outcome] = {}
    for offer in view.of_kind(Kind.CALL_OFFER):
        if isinstance(offer.body, CallOffer):
            key = (offer.ours, offer.body.call)
            outcome = _outcome(view, offer, offer.body.call)
            if key in found or outcome is None:
                found.pop(key, None)
            else:
                found[key] = outcome
    return found


def _outcome(view: View, offer: Item, call: bytes) -> Outcome | None:
    about = [each for each in view.of_kind(*WORDS, *FAREWELLS) if each.counts and call_of(each) == call]
    words = [each for each in about if each.ours is not offer.ours and each.header.kind in WORDS]
    byes = [each for each in about if each.ours is offer.ours and each.header.kind in FAREWELLS]
    words = [each for each in words if each.header.kind not in OFFICERS or on_offer(each, offer)]
    if len(words) > 1 or len(byes) > 1 or any(each.header.kind == Kind.CALL_UNREACHABLE for each in byes):
        return None
    if words and not (byes and knew(words[0], byes[0])):
        return MEANS[Kind(words[0].header.kind)]
    if byes:
        return MEANS[Kind(byes[0].header.kind)]
    return None


def knew(item: Item, other: Item) -> bool:
    """Whether the writer of an entry held the other side's entry when it wrote."""
    seen, ref = item.header.seen, other.kept.entry.ref
    return seen is not None and seen.segment == ref.segment and seen.seq >= ref.seq


def on_offer(item: Item, offer: Item) -> bool:
    """Whether the officer stated it about this offer, as it stood on the screen."""
    statement = item.body.statement if isinstance(item.body, StatedBody) else None
    about = (offer.hash, offer.header.commitment)
    return statement is not None and (statement.entry, statement.commitment) == about
