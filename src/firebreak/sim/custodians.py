"""The custodians of the root keys: new cards, officers who come and go, keys rotated, revoked, taken over.

They work away from the node. What they have signed lies at the node as files, and the node writes into its
record what that lacks, at every start and whenever it comes to rest (`app/running.py` does the same).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from firebreak.core.base.purposes import REVOKE
from firebreak.core.envelope.card import Power, SignedCard
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.notice.bodies import Notice
from firebreak.core.record.bodies import Named
from firebreak.core.record.rooted import CardEntry, ReleasedBody, Revocation, Revoke
from firebreak.sim.acts import Act
from firebreak.sim.crypto import OFFICERS
from firebreak.sim.node import Node
from firebreak.sim.papers import pass_cards
from firebreak.sim.parties import EXERCISE, Party
from firebreak.sim.world import LINE_ID, World

Verb = Callable[[World, Node, Act], None]
EXTRA: Final = "four"
"An officer who is on no first card."


def renew(world: World, node: Node, act: Act) -> None:
    """`renew key`: the next card: `plain`, `add` or `drop` an officer, a `key`, `over` to the next roots."""
    party, what = world.parties[node.name], act.word(0, "plain")
    officers = party.newest.card.officers
    if what == "add":
        officers = (*officers[: len(OFFICERS)], party.officer(EXTRA))
    elif what == "drop":
        officers = tuple(each for each in officers if not each.name.endswith(OFFICERS[1]))
    releasing = party.newest
    if what == "over":
        party.taking_over()
    elif what == "key":
        party.following(log_key=world.keys.public(party.log_holder(len(party.logs))))
    else:
        party.following(officers=officers)
    _publish(world, node, party, releasing)


def revoke(world: World, node: Node, act: Act) -> None:
    """`revoke 3`: the log key in use, but for the last three entries; and a card with a new one."""
    party, view = world.parties[node.name], world.oracles.watched[node].view
    own = [each for each in view.items.values() if each.ours and each.hash in view.rooted and not each.void]
    key = world.keys.public(node.holder)
    if party.newest.card.log_key != key:
        return
    good = own[-1 - act.number(0)].kept.entry.ref if len(own) > act.number(0) else None
    said = Revocation(
        environment=EXERCISE,
        line=LINE_ID,
        party=party.newest.card.party,
        key=key,
        last_good=None if good is None else Named(segment=good.segment, seq=good.seq, hash=good.hash),
        reason="the server was stolen",
        time=max(0, node.read().wall),
    )
    payload = said.to_bytes()
    party.revocations.add(payload)
    party.say(Revoke(revocation=party.rooted(REVOKE, payload)))
    renew(world, node, replace(act, words=("key",)))


def _publish(world: World, node: Node, party: Party, releasing: SignedCard) -> None:
    body = CardEntry(card=party.newest.to_bytes())
    party.say(released(node, body, releasing))
    pass_cards(node)


def released(node: Node, body: CardEntry, card: SignedCard) -> CardEntry:
    """With the word of every officer of a card who may release."""
    names = [each.name for each in card.card.officers if Power.RELEASE in each.powers]
    return replace(body, release=tuple(release(node, body, each) for each in names))


def release(
    node: Node, body: ReleasedBody | Notice, officer: str, action: Action = Action.RELEASE
) -> Statement:
    """The word of one officer that a body may go out."""
    said = Statement(officer=officer, action=action, detail=body.detail(), time=max(0, node.read().wall))
    message = said.signed_bytes(node.identity.environment, node.identity.line)
    return replace(said, signature=node.world.keys.sign(officer, message))


VERBS: Final[dict[str, Verb]] = {each.__name__: each for each in (renew, revoke)}
