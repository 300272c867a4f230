"""Stamps: cosignatures of witnesses under checkpoints of a party, which a bundle carries as optional pieces.

A witness counts if both parties name it, each on a card or in a line agreement that its officers signed. A
key that a party uses itself and an operator with the name of a party make no witness. Lines of others are
left aside.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.envelope.card import Card
from firebreak.core.envelope.points import check_ed25519_point
from firebreak.core.envelope.verifying import ED25519_KEY_BYTES, MLDSA44_KEY_BYTES
from firebreak.core.record.bundle_reader import RawStamp
from firebreak.core.record.checkpoint import Checkpoint, Origin, SignedCheckpoint, verify_ed25519_signature
from firebreak.core.record.cosignature import Cosignature, find_cosignature, verify_cosignature
from firebreak.core.record.note import COSIGNATURE, MLDSA44_COSIGNATURE
from firebreak.core.record.quorum import AgreedWitness, plain
from firebreak.core.record.subtree import find_mldsa44_cosignature, verify_mldsa44_cosignature
from firebreak.core.record.vkey import VerifierKey
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.faults import Fault, fault

FORMS: Final = {ED25519_KEY_BYTES: COSIGNATURE, MLDSA44_KEY_BYTES: MLDSA44_COSIGNATURE}


class Stamp(NamedTuple):
    """One witness's word: at this time it had seen this tree of one party's log."""

    side: int
    segment: bytes
    "That the origin names."
    size: int
    root: bytes
    witness: str
    at: Instant
    form: str
    "`Ed25519` or `ML-DSA-44`."
    key: bytes
    through: str = ""
    "The last entry that it covers, once that is found."

    def to_json(self, writer: str) -> dict[str, Any]:
        """For machines."""
        return {
            "writer": writer,
            "witness": self.witness,
            "at": iso(self.at),
            "entries": self.size,
            "segment": self.segment.hex(),
            "through": self.through,
            "form": self.form,
        }


@dataclass(slots=True)
class Stamps:
    """Takes stamps as they come; who counts as a witness is known once all entries are read."""

    cards: Cards
    faults: list[Fault] = field(default_factory=list[Fault])
    agreed: tuple[set[AgreedWitness], set[AgreedWitness]] = field(default_factory=lambda: (set(), set()))
    "Who stands in the line agreements of each side."
    unknown: int = 0
    "Lines of witnesses whom not both sides name."
    _waiting: list[tuple[int, bytes, SignedCheckpoint]] = field(
        default_factory=list[tuple[int, bytes, SignedCheckpoint]]
    )

    def take(self, raw: RawStamp) -> None:
        """Check the form and the log's own signature of one piece, and keep the other lines."""
        try:
            signed = SignedCheckpoint.parse(raw.note)
        except CounterpartError as error:
            self.faults.append(fault("stamp-unreadable", detail=error.text))
            return
        origin, head = _origin(signed.checkpoint), self.cards.head
        if origin is None or origin.line != head.line or origin.party not in head.parties:
            self.faults.append(fault("stamp-origin"))
            return
        side = head.parties.index(origin.party)
        if not any(verify_ed25519_signature(signed, each.card.log_key) for each in self.cards.sides[side]):
            self.faults.append(fault("stamp-signature", writer=self.cards.name(side)))
            return
        others = tuple(each for each in signed.signatures if each.name != signed.checkpoint.origin)
        self._waiting.append((side, origin.segment, SignedCheckpoint(signed.checkpoint, others)))

    def held(self) -> list[Stamp]:
        """Every line of a witness that counts, if it holds."""
        witnesses = self._witnesses() if self._waiting else []
        return [each for waiting in self._waiting for each in self._lines(*waiting, witnesses)]

    def _lines(
        self, side: int, segment: bytes, signed: SignedCheckpoint, witnesses: list[VerifierKey]
    ) -> Iterator[Stamp]:
        checkpoint, known = signed.checkpoint, 0
        for witness in witnesses:
            if signed.signature_of(witness.name, witness.algorithm, witness.public) is None:
                continue
            known += 1
            cosignature = cosigned_by(signed, witness)
            if cosignature is None:
                self.faults.append(fault("stamp-cosignature", witness=witness.name))
                continue
            form = "Ed25519" if witness.algorithm == COSIGNATURE else "ML-DSA-44"
            made = (checkpoint.size, checkpoint.root, witness.name, cosignature.at, form, witness.public)
            yield Stamp(side, segment, *made)
        self.unknown += len(signed.signatures) - known

    def _witnesses(self) -> list[VerifierKey]:
        """Whom both sides name, in the order of their names."""
        cards = [[each.card for each in self.cards.sides[side]] for side in SIDES]
        one, other = (set(_named(cards[side], self.agreed[side])) for side in SIDES)
        own = {key for of in cards for card in of for key in keys_of(card)}
        names = {plain(self.cards.name(side)) for side in SIDES}
        for each in (each for side in SIDES for each in self.agreed[side]):
            if plain(each.operator) in names:
                own |= {each.ed25519, each.mldsa44}
        both = sorted(one & other, key=lambda each: (each.name, each.algorithm, each.public))
        return [each for each in both if each.public not in own]


def _named(cards: Iterable[Card], agreed: Iterable[AgreedWitness]) -> Iterator[VerifierKey]:
    """The witnesses that one side names, as far as their keys can be used."""
    for each in (witness for card in cards for witness in card.witnesses):
        form = FORMS.get(len(each.key))
        if form is not None and _usable(VerifierKey(each.name, form, each.key)):
            yield VerifierKey(each.name, form, each.key)
    for each in (key for witness in agreed for key in witness.verifier_keys):
        if len(each.public) in FORMS and _usable(each):
            yield each


def on_both_cards(cards: Cards, name: str, key: bytes) -> bool:
    """Whether cards of both sides name a witness."""
    named = ({(one.name, one.key) for each in of for one in each.card.witnesses} for of in cards.sides)
    return all((name, key) in each for each in named)


def witnesses_named(cards: Iterable[Card]) -> Iterator[VerifierKey]:
    """The witnesses that these cards name, without those who are a party on one of them."""
    held = list(cards)
    own = {key for card in held for key in keys_of(card)}
    return (each for each in _named(held, ()) if each.public not in own)


def keys_of(card: Card) -> Iterator[bytes]:
    """Keys that a party uses itself."""
    yield from (card.root_ed25519, card.log_key, *(each.key for each in card.officers))


def cosigned_by(signed: SignedCheckpoint, witness: VerifierKey) -> Cosignature | None:
    """What the line of a witness says, if it is there and holds."""
    checkpoint, public = signed.checkpoint, witness.public
    try:
        if witness.algorithm == COSIGNATURE:
            found = find_cosignature(signed, witness.name, public)
            return found if found and verify_cosignature(checkpoint, found, public) else None
        found = find_mldsa44_cosignature(signed, witness.name, public)
    except CounterpartError:
        return None
    holds = found is not None and verify_mldsa44_cosignature(checkpoint, found, witness.name, public)
    return found if holds else None


def _origin(checkpoint: Checkpoint) -> Origin | None:
    try:
        return Origin.parse(checkpoint.origin)
    except CounterpartError:
        return None


def _usable(key: VerifierKey) -> bool:
    if key.algorithm != COSIGNATURE:
        return True
    try:
        check_ed25519_point(key.public)
    except CounterpartError:
        return False
    return True
