"""The two parties of a world: their root keys, their cards one after the other, their witnesses.

What the custodians of the root keys have signed stands here in order. Whether a node makes of it what it
should is for the oracles to say.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from firebreak.core.base.purposes import VERSION, Environment, context
from firebreak.core.envelope.card import (
    YEAR_9999,
    Card,
    Desk,
    Officer,
    Power,
    SignedCard,
    card_bytes_to_sign,
    card_context,
    party_id,
)
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.line import Line
from firebreak.core.record.rooted import CardEntry, Revoke, Rooted
from firebreak.keyring.pairs import xwing_public
from firebreak.sim.crypto import OFFICERS, Keys, key_seed

EXERCISE: Final = Environment.EXERCISE
PARTIES: Final = ("North", "South")


@dataclass(slots=True)
class Party:
    """One organisation."""

    name: str
    keys: Keys
    cards: list[SignedCard] = field(default_factory=list[SignedCard])
    "All that its root keys have signed to hold, the newest last."
    logs: dict[bytes, str] = field(default_factory=dict[bytes, str])
    "Log key to the name of its holder."
    revocations: set[bytes] = field(default_factory=set[bytes])
    "What its root keys have revoked."
    said: dict[bytes, Draft] = field(default_factory=dict[bytes, Draft])
    "Cards and revocations as entries, by what a node remembers of those that its record holds."
    roots: int = 0
    "How often the next root keys have taken over."

    def __post_init__(self) -> None:
        self.cards.append(self.sign(self._first()))

    @property
    def newest(self) -> SignedCard:
        """The newest card."""
        return self.cards[-1]

    def owed(self, line: Line) -> Iterator[Draft]:
        """What a node's record lacks, revocations first."""
        published = line.memory.revocations.published | line.memory.cards.published
        return (each for name, each in self.said.items() if name not in published)

    def say(self, body: CardEntry | Revoke) -> None:
        """From now on the record is to say this, revocations before everything else."""
        if isinstance(body, Revoke):
            said = {body.revocation.payload: Draft(kind=Kind.REVOKE, body=body)}
            self.said = said | self.said
        else:
            self.said[body.read().hash] = Draft(kind=Kind.CARD, body=body)

    def holder_for(self, holder: str, taken: Iterable[bytes]) -> str:
        """Whose log key a node is to use that used this one, when its record holds these `card.taken`."""
        order = list(self.logs.values())
        newer = [each for each in self.cards if each.to_bytes() in taken]
        holders = [self.logs[each.card.log_key] for each in newer]
        return max([holder, *holders], key=order.index)

    def root(self, number: int) -> tuple[bytes, bytes]:
        """The n-th pair of root keys."""
        holder = self._root(number)
        return self.keys.public(holder), self.keys.lattice(holder)

    def log_holder(self, number: int) -> str:
        """Who holds the n-th log key."""
        holder = self.name if not number else f"{self.name} log {number}"
        self.logs[self.keys.public(holder)] = holder
        return holder

    def sign(self, card: Card) -> SignedCard:
        """A card with the signatures of the present root keys."""
        payload = card.to_bytes()
        message = card_bytes_to_sign(payload, EXERCISE)
        return SignedCard(card, payload, *self._sign(message, card_context(EXERCISE)))

    def rooted(self, purpose: bytes, payload: bytes) -> Rooted:
        """Something else with both signatures."""
        message = signed_bytes(purpose, EXERCISE, payload)
        one, other = self._sign(message, context(purpose, EXERCISE))
        return Rooted(payload=payload, ed25519=one, mldsa65=other)

    def following(self, **changes: object) -> SignedCard:
        """The next card; from now on it is the newest."""
        old = self.newest
        follows = {"serial": old.card.serial + 1, "previous": old.hash}
        self.cards.append(self.sign(replace(old.card, **follows | changes)))  # type: ignore[arg-type]
        return self.newest

    def taking_over(self) -> SignedCard:
        """The next card, by the next root keys."""
        self.roots += 1
        one, other = self.root(self.roots)
        return self.following(
            root_ed25519=one, root_mldsa65=other, next_root=party_id(*self.root(self.roots + 1))
        )

    def officer(self, name: str) -> Officer:
        """One of its people; the third may do little."""
        powers = (Power.DUTY,) if name == OFFICERS[-1] else tuple(Power)
        holder = f"{self.name} {name}"
        return Officer(name=holder, key=self.keys.public(holder), powers=powers)

    def _first(self) -> Card:
        log = self.keys.public(self.log_holder(0))
        certificate = _certificate(self.name)
        roots = self.root(0)
        return Card(
            version=VERSION,
            environment=EXERCISE,
            party=party_id(*roots),
            name=self.name,
            serial=1,
            valid_from=0,
            valid_until=YEAR_9999,
            root_ed25519=roots[0],
            root_mldsa65=roots[1],
            next_root=party_id(*self.root(1)),
            log_key=log,
            checkpoint_key=self.keys.lattice(f"{self.name} checkpoint"),
            certificate_hash=hashlib.sha256(certificate).digest(),
            certificate=certificate,
            kem_key=_kem(self.name),
            desks=(Desk(name="duty"),),
            officers=tuple(map(self.officer, OFFICERS)),
        )

    def _root(self, number: int) -> str:
        return f"{self.name} root {number}"

    def _sign(self, message: bytes, context: bytes) -> tuple[bytes, bytes]:
        holder = self._root(self.roots)
        return self.keys.sign(holder, message), self.keys.sign_lattice(holder, message, context)


@cache
def _kem(name: str) -> bytes:
    return xwing_public(key_seed(f"{name} kem"))


@cache
def _certificate(name: str) -> bytes:
    """The same in every world: with a fixed number and fixed dates."""
    key = Ed25519PrivateKey.from_private_bytes(key_seed(f"{name} tls"))
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begin, end = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
    certificate = x509.CertificateBuilder(subject, subject, key.public_key(), 1, begin, end).sign(key, None)
    return certificate.public_bytes(Encoding.DER)
