"""I10: what may be said of a call follows from the set of its entries; more of them never say less."""

from collections.abc import Iterable
from random import Random
from typing import TYPE_CHECKING, Final

from firebreak.core.call.book import Call
from firebreak.core.call.evidence import Beside, Evidence, evidence, may_say, words
from firebreak.core.call.facts import Fact
from firebreak.core.envelope.kinds import Kind
from firebreak.sim.oracles.outcomes import on_offer
from firebreak.sim.oracles.view import Item, View, call_of
from firebreak.sim.violation import hold

if TYPE_CHECKING:
    from firebreak.sim.node import Node

SUBSETS: Final = 4
STAMPED: Final = Beside(stamped=True)
CLASSES: Final = {
    Kind.CALL_RINGING: Evidence.E4,
    Kind.CALL_NO_ANSWER: Evidence.E4,
    Kind.CALL_UNATTENDED: Evidence.E3,
    Kind.CALL_ANSWER: Evidence.E5,
    Kind.CALL_DECLINE: Evidence.E5,
    Kind.CALL_BUSY: Evidence.E5,
}
"The least class that a sound entry of the callee gives."
PERSONAL: Final = frozenset({Kind.CALL_ANSWER, Kind.CALL_DECLINE, Kind.CALL_BUSY})


def check_never_less(node: "Node", best: dict[bytes, Evidence]) -> None:
    """After a process has done something: no call is shown by less than before."""
    assert node.line is not None
    book = node.line.machines.calls.book
    for key, call in book.calls.items():
        name = bytes([key.ours]) + key.call
        held = evidence(call.facts, book.beside(call))
        hold(
            "I10", held >= best.get(name, Evidence.NONE), f"{node.label} can show less of a call than before"
        )
        best[name] = held


def check_evidence(node: "Node", view: View, chance: Random) -> None:
    """At the end: any order gives the same class, a part no higher one, and none is less than is due."""
    assert node.line is not None
    book = node.line.machines.calls.book
    for key, call in book.calls.items():
        beside = book.beside(call)
        _check_parts(call, beside, chance)
        least = _least(view, key.call, ours=key.ours)
        held = evidence(call.facts, beside)
        hold("I10", held >= least, f"{node.label} shows a call as {held.name} that is {least.name}")


def _check_parts(call: Call, beside: Beside, chance: Random) -> None:
    whole, said = evidence(call.facts, beside), words(call.facts, beside)
    hold("I10", said <= may_say(whole), "words beyond the class of a call")
    for _ in range(SUBSETS):
        facts = list(call.facts)
        chance.shuffle(facts)
        hold("I10", evidence(facts, beside) is whole, "the class of a call depends on the order of arrival")
        part = facts[: chance.randint(0, len(facts))]
        hold(
            "I10",
            evidence(part) <= whole and words(part) <= said,
            "a part of a call shows more than the whole",
        )
    hold("I10", _stamped(call.facts) >= evidence(call.facts), "a stamp makes a call worth less")


def _stamped(facts: Iterable[Fact]) -> Evidence:
    return evidence(facts, STAMPED)


def _least(view: View, call: bytes, *, ours: bool) -> Evidence:
    """The class once more, from the entries of the store: what the callee's sound entries give at least."""
    offers = [each for each in view.of_kind(Kind.CALL_OFFER) if _of(each, call, ours=ours)]
    if len(offers) != 1:
        return Evidence.NONE
    found = [Evidence.E0]
    for kind, worth in CLASSES.items():
        for each in view.of_kind(kind):
            good = _of(each, call, ours=not ours) and each.counts
            if good and (kind not in PERSONAL or on_offer(each, offers[0])):
                found.append(worth)
    return max(found)


def _of(item: Item, call: bytes, *, ours: bool) -> bool:
    return item.ours is ours and item.body is not None and call_of(item) == call
