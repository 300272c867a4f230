"""I14, I16 and I24: who released what, which keys still count, and that no card goes back."""

from typing import TYPE_CHECKING

from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.bodies import Adopt
from firebreak.core.record.rooted import CardTaken, RevokeTaken
from firebreak.sim.oracles.standing import Standing
from firebreak.sim.oracles.view import Item, View
from firebreak.sim.violation import hold

if TYPE_CHECKING:
    from firebreak.sim.node import Node


def check_cards(node: "Node", view: View) -> None:
    """I24: the newest cards are those that the record says, and never older than before."""
    assert node.line is not None
    for ours in (True, False):
        card = node.line.memory.cards.newest(ours=ours).card
        assert card is not None
        serial, wanted = card.card.serial, view.standing.newest(ours=ours)
        whose = "its own" if ours else "the counterpart's"
        hold("I24", serial == wanted, f"{node.label} goes by {whose} card {serial}, the record by {wanted}")


def check_key(node: "Node", view: View, entry: Entry) -> None:
    """I16: nothing new of the counterpart under a key older than one that it has begun to use (KEYS-008)."""
    header = entry.header
    if header.writer == node.identity.ours.writer:
        return
    standing = view.standing
    hold("I16", header.key_id in standing.log_keys(ours=False), "an entry under a key of no card is stored")
    newer = _newer(standing, header.key_id)
    used = any(
        each.header.key_id in newer and each.hash in view.rooted
        for each in view.items.values()
        if newer and not each.ours
    )
    named = used and any(
        (each.segment, each.last, each.last_hash) == entry.ref
        for item in view.of_kind(Kind.LOG_ADOPT)
        if isinstance(item.body, Adopt) and not item.ours and item.header.key_id in newer
        for each in item.body.runs
    )
    hold("I16", named or not used, f"{node.label} stores a new entry under an old key")


def check_taken(node: "Node", view: View, item: Item) -> None:
    """I16 and I24: a node takes in nothing but what the other side's root keys have signed."""
    party, body = node.world.parties[node.other], item.body
    if isinstance(body, RevokeTaken):
        good = body.revocation.payload in party.revocations
        hold("I16", good, f"{node.label} acknowledges a revocation that nobody signed")
    if isinstance(body, CardTaken):
        good = any(each.to_bytes() == body.card for each in party.cards)
        hold("I24", good, f"{node.label} takes in a card that nobody signed")


def unreleased(view: View, entry: Entry) -> bool:
    """I14: whether too few officers released what they agreed to release together."""
    return view.standing.unreleased(entry.header, view.read(entry))


def _newer(standing: Standing, key: bytes) -> set[bytes]:
    order = [key_id(each.side.log_keys[-1]) for each in standing.chains[False]]
    if key not in order:
        return set()
    return set(order[len(order) - order[::-1].index(key) :])
