# pyright: reportIncompatibleVariableOverride=false
"""Two nodes on a wire of lists whose parties have real cards, so that these can follow one another.

pair = CardedPair()
pair.north.publish(pair.north.next_card(officers=()))
pair.settle()
"""

from dataclasses import dataclass, field, replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey
from nacl.signing import SigningKey

from firebreak.core.base.instants import DAY
from firebreak.core.base.purposes import REVOKE, Environment, context
from firebreak.core.envelope.card import (
    Card,
    Officer,
    Power,
    SignedCard,
    card_bytes_to_sign,
    card_context,
    party_id,
)
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import Action, Statement
from firebreak.core.line.identity import Side
from firebreak.core.record.bodies import Named
from firebreak.core.record.rooted import (
    EXPLAIN,
    CardEntry,
    Explain,
    Explanation,
    ReleasedBody,
    Revocation,
    Revoke,
    Rooted,
)
from tests.pair import LINE, START, End, Pair, officer_key
from tests.parties import Party, ed25519, mldsa65, public, seed
from tests.signing import TestSigner


def officer(name: str, *powers: Power) -> Officer:
    return Officer(name=name, key=bytes(officer_key(name).verify_key), powers=powers or tuple(Power))


def first_card(name: str, environment: Environment = Environment.EXERCISE) -> Card:
    card = Party(name, environment).card()
    officers = (officer(f"{name} one"), officer(f"{name} two"))
    return replace(card, officers=officers, valid_from=START - DAY, valid_until=START + 400 * DAY)


@dataclass
class Roots:
    """The root keys of a party, or those that would follow."""

    name: str
    role: str = "root"
    environment: Environment = Environment.EXERCISE

    @property
    def _keys(self) -> str:
        return f"{self.name} {self.environment.name} "

    @property
    def ed25519(self) -> bytes:
        return public(ed25519(self._keys, self.role))

    @property
    def mldsa65(self) -> bytes:
        return public(mldsa65(self._keys, self.role))

    @property
    def id(self) -> bytes:
        return party_id(self.ed25519, self.mldsa65)

    def card(self, card: Card) -> SignedCard:
        payload = card.to_bytes()
        message = card_bytes_to_sign(payload, card.environment)
        return SignedCard(card, payload, *self._sign(message, card_context(card.environment)))

    def rooted(self, purpose: bytes, payload: bytes) -> Rooted:
        message = signed_bytes(purpose, self.environment, payload)
        one, other = self._sign(message, context(purpose, self.environment))
        return Rooted(payload=payload, ed25519=one, mldsa65=other)

    def _sign(self, message: bytes, context: bytes) -> tuple[bytes, bytes]:
        second: MLDSA65PrivateKey = mldsa65(self._keys, self.role)
        return ed25519(self._keys, self.role).sign(message), second.sign(message, context)


@dataclass
class CardedEnd(End):
    """One node of a party with a card."""

    cards: dict[str, SignedCard] = field(default_factory=dict[str, SignedCard])
    newest: SignedCard = field(init=False)

    def __post_init__(self) -> None:
        self.newest = self.cards[self.name]
        self.use_key("log")
        super().__post_init__()

    def side(self, name: str) -> Side:
        return Side.of(self.cards[name])

    @property
    def roots(self) -> Roots:
        return Roots(self.name, environment=self.environment)

    def log(self, role: str) -> Any:
        return ed25519(f"{self.name} {self.environment.name} ", role)

    def use_key(self, role: str) -> None:
        """The next start signs with this log key."""
        self.signer.key = SigningKey(seed(f"{self.name} {self.environment.name} ", role))

    def next_card(
        self, roots: Roots | None = None, before: SignedCard | None = None, **changes: Any
    ) -> SignedCard:
        before = before or self.newest
        follows: dict[str, Any] = {"serial": self.newest.card.serial + 1, "previous": before.hash}
        return (roots or self.roots).card(replace(before.card, **follows | changes))

    def takeover(self, before: SignedCard | None = None, **changes: Any) -> SignedCard:
        """The next card, by the root keys that the last one announced."""
        roots = Roots(self.name, "next root", self.environment)
        fields = {"root_ed25519": roots.ed25519, "root_mldsa65": roots.mldsa65, "next_root": b"\x09" * 32}
        return self.next_card(roots, before, **fields | changes)

    def card_draft(self, signed: SignedCard, *officers: str) -> Draft:
        self.newest = signed
        return Draft(kind=Kind.CARD, body=self.released(CardEntry(card=signed.to_bytes()), *officers))

    def publish(self, signed: SignedCard, *officers: str) -> Ref:
        return self.say(self.card_draft(signed, *officers))

    def revocation(
        self, role: str, last_good: Ref | None, roots: Roots | None = None, **changes: Any
    ) -> Revoke:
        said = Revocation(
            environment=self.environment,
            line=LINE,
            party=self.cards[self.name].card.party,
            key=public(self.log(role)),
            last_good=None if last_good is None else named(last_good),
            reason="the server was stolen",
            time=self.world.moment().wall,
        )
        payload = replace(said, **changes).to_bytes()
        return Revoke(revocation=(roots or self.roots).rooted(REVOKE, payload))

    def explanation(self, first: Ref, second: Ref, roots: Roots | None = None) -> Explain:
        said = Explanation(
            environment=self.environment,
            line=LINE,
            party=self.cards[self.name].card.party,
            first=named(first),
            second=named(second),
            text="Two machines ran on one copy of the disk.",
            time=self.world.moment().wall,
        )
        return Explain(explanation=(roots or self.roots).rooted(EXPLAIN, said.to_bytes()))

    def released(self, body: Any, *officers: str) -> Any:
        """The body with the word of these officers that it may go out."""
        assert isinstance(body, ReleasedBody)
        return replace(body, release=tuple(self.release(body.detail(), each) for each in officers))

    def release(self, detail: bytes, officer: str) -> Statement:
        unsigned = Statement(
            officer=officer, action=Action.RELEASE, detail=detail, time=self.world.moment().wall
        )
        return replace(
            unsigned,
            signature=officer_key(officer).sign(unsigned.signed_bytes(self.environment, LINE)).signature,
        )


def named(ref: Ref) -> Named:
    return Named(segment=ref.segment, seq=ref.seq, hash=ref.hash)


@dataclass
class CardedPair(Pair):
    """North and South, each with a card that the other holds."""

    environment: Environment = Environment.EXERCISE
    north: CardedEnd = field(init=False)
    south: CardedEnd = field(init=False)

    def __post_init__(self) -> None:
        cards = {
            name: Roots(name, environment=self.environment).card(first_card(name, self.environment))
            for name in ("North", "South")
        }
        self.north = self._end("North", "South", cards)
        self.south = self._end("South", "North", cards)
        self.greet()

    def _end(self, name: str, other: str, cards: dict[str, SignedCard]) -> CardedEnd:
        return CardedEnd(name, other, self.world, TestSigner(name), self.environment, cards=cards)
