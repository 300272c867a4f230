"""Stamps: cosignatures of witnesses under checkpoints of a party, which a bundle carries as optional pieces.

A witness is known by a card: its name and its key, whose length tells the form of its cosignatures. A key
that a party of the line uses itself makes no witness. What unknown witnesses signed is left aside.
"""

from collections.abc import Iterator
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
from firebreak.core.record.subtree import find_mldsa44_cosignature, verify_mldsa44_cosignature
from firebreak.core.record.vkey import VerifierKey
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.faults import Fault, fault

FORMS: Final = {ED25519_KEY_BYTES: COSIGNATURE, MLDSA44_KEY_BYTES: MLDSA44_COSIGNATURE}


class Stamp(NamedTuple):
    """One witness's word: at this time it had seen this tree of one party's log."""

    side: int
    generation: int
    size: int
    root: bytes
    witness: str
    at: Instant
    form: str
    "`Ed25519` or `ML-DSA-44`."
    through: str = ""
    "The last entry that it covers, once that is found."

    def to_json(self, writer: str) -> dict[str, Any]:
        """For machines."""
        return {
            "writer": writer,
            "witness": self.witness,
            "at": iso(self.at),
            "entries": self.size,
            "generation": self.generation,
            "through": self.through,
            "form": self.form,
        }


@dataclass(slots=True)
class Stamps:
    """Reads stamps as they come; whether they fit the entries is known at the end."""

    cards: Cards
    held: list[Stamp] = field(default_factory=list[Stamp])
    faults: list[Fault] = field(default_factory=list[Fault])
    unknown: int = 0
    "Lines of witnesses whom no card names."
    _witnesses: list[VerifierKey] | None = None

    def take(self, raw: RawStamp) -> None:
        """Judge one piece."""
        try:
            signed = SignedCheckpoint.parse(raw.note)
            origin = _origin(signed.checkpoint)
        except CounterpartError as error:
            self.faults.append(fault("stamp-unreadable", reason=error.text))
            return
        head = self.cards.head
        if origin is None or origin.line != head.line or origin.party not in head.parties:
            self.faults.append(fault("stamp-origin"))
            return
        side = head.parties.index(origin.party)
        if not any(verify_ed25519_signature(signed, each.card.log_key) for each in self.cards.sides[side]):
            self.faults.append(fault("stamp-signature", writer=self.cards.name(side)))
            return
        self._lines(signed, side, origin.restarts)

    def _lines(self, signed: SignedCheckpoint, side: int, generation: int) -> None:
        checkpoint, known = signed.checkpoint, 0
        for witness in self.witnesses:
            raw = signed.signature_of(witness.name, witness.algorithm, witness.public)
            if raw is None:
                continue
            known += 1
            cosignature = cosigned_by(signed, witness)
            if cosignature is None:
                self.faults.append(fault("stamp-cosignature", witness=witness.name))
                continue
            form = "Ed25519" if witness.algorithm == COSIGNATURE else "ML-DSA-44"
            made = (checkpoint.size, checkpoint.root, witness.name, cosignature.at, form)
            self.held.append(Stamp(side, generation, *made))
        others = [each for each in signed.signatures if each.name != checkpoint.origin]
        self.unknown += len(others) - known

    @property
    def witnesses(self) -> list[VerifierKey]:
        """Every witness that a card in the file names."""
        if self._witnesses is None:
            cards = [each.card for side in SIDES for each in self.cards.sides[side]]
            self._witnesses = list(dict.fromkeys(witnesses_of(cards)))
        return self._witnesses


def witnesses_of(cards: list[Card]) -> Iterator[VerifierKey]:
    """The witnesses that cards name, as far as their keys can be used and belong to no party."""
    own = {key for card in cards for key in (card.root_ed25519, card.log_key)}
    own |= {officer.key for card in cards for officer in card.officers}
    for each in (witness for card in cards for witness in card.witnesses):
        form = FORMS.get(len(each.key))
        if form is not None and each.key not in own and (form != COSIGNATURE or _good(each.key)):
            yield VerifierKey(each.name, form, each.key)


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


def _good(key: bytes) -> bool:
    try:
        check_ed25519_point(key)
    except CounterpartError:
        return False
    return True
