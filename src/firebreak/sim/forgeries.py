"""What a hostile holder of a party's keys tries with cards, revocations, releases, stamps and witnesses."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import Action
from firebreak.core.message.bodies import Message
from firebreak.core.notice.bodies import Notice
from firebreak.core.record.adding import AddCheckpoint
from firebreak.core.record.bodies import Named, StampBody
from firebreak.core.record.checkpoint import (
    Checkpoint,
    Origin,
    SignedCheckpoint,
    ed25519_signature,
    parse_text,
)
from firebreak.core.record.merkle import Tree
from firebreak.core.record.note import COSIGNATURE, NoteSignature, key_hash
from firebreak.core.record.rooted import (
    CardEntry,
    CardTaken,
    Revocation,
    Revoke,
    RevokeTaken,
    Rooted,
)
from firebreak.sim.custodians import release
from firebreak.sim.forger import Forger
from firebreak.sim.witness import NAMES, Witness


def stale_card(forger: Forger) -> None:
    """The party's first card once more, one that its root keys did not sign, and one of nobody."""
    party = forger.world.parties[forger.node.name]
    newest = party.newest
    forger.write(Kind.CARD, CardEntry(card=party.cards[0].to_bytes()))
    for signed in (
        replace(newest, signature_ed25519=bytes(64)),
        replace(newest, signature_mldsa65=bytes(3_309)),
        party.sign(replace(newest.card, serial=newest.card.serial + 7, previous=bytes(32))),
    ):
        forger.write(Kind.CARD, CardEntry(card=signed.to_bytes()))


def false_taken(forger: Forger) -> None:
    """It says that it has taken in a card of the other side, which that side's root keys did not sign."""
    newest = forger.world.parties[forger.node.other].newest
    card = replace(newest.card, serial=newest.card.serial + 1, previous=newest.hash, officers=())
    payload = card.to_bytes()
    forger.write(Kind.CARD_TAKEN, CardTaken(card=replace(newest, card=card, payload=payload).to_bytes()))


def false_revocation(forger: Forger) -> None:
    """A revocation under the log key alone, and the taking in of one that the other side never signed."""
    own, party = forger.node.identity, forger.world.parties[forger.node.name]
    for side, kind in ((party, Kind.REVOKE), (forger.world.parties[forger.node.other], Kind.REVOKE_TAKEN)):
        card = side.newest.card
        said = Revocation(
            environment=own.environment, line=own.line, party=card.party, key=card.log_key, time=1
        ).to_bytes()
        rooted = Rooted(payload=said, ed25519=forger.world.keys.sign(side.name, said), mldsa65=bytes(3_309))
        if kind is Kind.REVOKE:
            forger.write(kind, Revoke(revocation=rooted))
        else:
            forger.write(kind, RevokeTaken(revocation=rooted))


def thief(forger: Forger) -> None:
    """Whoever once stole the first log key of the party says something now, and as a flash."""
    forger.holder = forger.node.name
    body = Message(to=("duty",), from_desk="duty", text="from the thief")
    forger.write(Kind.MESSAGE, body, precedence=Precedence.FLASH)
    forger.write(Kind.MESSAGE, body)


def unreleased(forger: Forger) -> None:
    """A flash that no officer released, one that one did, and one that one released twice."""
    body = Message(to=("duty",), from_desk="duty", text="nobody let this out")
    one = release(forger.node, body, f"{forger.node.name} one")
    three = release(forger.node, body, f"{forger.node.name} three")
    for said in ((), (one,), (one, one), (one, three)):
        forger.write(
            Kind.MESSAGE, replace(body, release=said), precedence=Precedence.FLASH, seen=_seen(forger)
        )
    _unreleased_notices(forger)


def _unreleased_notices(forger: Forger) -> None:
    """Those that their issuer alone let out, or released a second time, or somebody without the power did."""
    body, name = Notice(from_desk="duty", to=("duty",), code="DF0", activity="alone"), forger.node.name
    issued = body.stated(release(forger.node, body, f"{name} one", Action.ISSUE))
    for officers in ((), ("one",), ("three",)):
        said = tuple(release(forger.node, body, f"{name} {each}") for each in officers)
        forger.write(
            Kind.NOTICE, replace(issued, release=said), precedence=Precedence.FLASH, seen=_seen(forger)
        )


def false_stamp(forger: Forger) -> None:
    """Stamps of witnesses who never gave them, and of one that is none."""
    for item in list(forger.victim.of_kind(Kind.CHECKPOINT))[-2:]:
        ref = item.kept.entry.ref
        named = Named(segment=ref.segment, seq=ref.seq, hash=ref.hash)
        for name in (*NAMES, "Nowhere"):
            key = forger.world.keys.public(name)
            line = NoteSignature(name, key_hash(name, COSIGNATURE, key), (1).to_bytes(8) + bytes(64)).line
            forger.write(Kind.WITNESS_STAMP, StampBody(checkpoint=named, lines=line.encode()))


def two_faces(forger: Forger) -> None:
    """Every witness is shown other trees of the party's log than the one it has seen: as long, and longer."""
    world, stamps = forger.world, forger.world.oracles.stamps
    for origin, trees in list(stamps.own.items()):
        if Origin.parse(origin).party == forger.node.identity.ours.party:
            for more in (1, 2, 3):
                leaves = (*trees[-1][:-1], *(world.chance.randbytes(32) for _ in range(more)))
                stamps.trees[origin, len(leaves), Tree(leaves).root()] = leaves
                for witness in world.witnesses:
                    witness.ask(_other_story(forger, witness, origin, leaves), _ignore)


def _other_story(forger: Forger, witness: Witness, origin: str, leaves: tuple[bytes, ...]) -> bytes:
    tree, keys = Tree(leaves), forger.world.keys
    checkpoint = Checkpoint(origin, len(leaves), tree.root())
    held = witness.stored.get(origin)
    old = min(parse_text(held[0]).size if held else 0, len(leaves))
    key = keys.public(forger.holder)
    line = ed25519_signature(checkpoint, key, keys.sign(forger.holder, checkpoint.text))
    proof = tree.consistency_proof(old) if 0 < old < len(leaves) else ()
    return AddCheckpoint(old, proof, SignedCheckpoint(checkpoint, (line,))).render()


def _ignore(status: int, body: bytes) -> None:
    """Nobody waits for the answer."""


def _seen(forger: Forger) -> Ref | None:
    """The newest entry of the other side."""
    theirs = [each for each in forger.victim.items.values() if each.ours]
    return theirs[-1].kept.entry.ref if theirs else None


FORGERIES: Final[dict[str, Callable[[Forger], None]]] = {
    each.__name__: each
    for each in (stale_card, false_taken, false_revocation, thief, unreleased, false_stamp, two_faces)
}
