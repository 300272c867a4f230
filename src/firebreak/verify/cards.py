"""The cards of a bundle: who may sign what, checked by the rules under which a node takes a card in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Card, Officer, SignedCard
from firebreak.core.envelope.card_chain import judged
from firebreak.core.envelope.card_import import KeyUse
from firebreak.core.envelope.header import WRITER_BYTES, Span, key_id
from firebreak.core.record.bundle import Head, line_id_of
from firebreak.core.record.bundle_reader import RawCard
from firebreak.verify.card_rules import refused
from firebreak.verify.faults import Fault, fault

SIDES: Final = (0, 1)
"The two parties, the lower party id first, as in the head."


class LogKey(NamedTuple):
    """A log key of one side and the cards that name it, oldest first."""

    public: bytes
    cards: tuple[SignedCard, ...]

    @property
    def serial(self) -> int:
        """The serial of the newest of these cards: keys come into use in this order."""
        return self.cards[-1].card.serial

    def valid(self, time: Span) -> list[Card]:
        """The cards that may have been in force at some moment of this time."""
        return [
            each.card
            for each in self.cards
            if each.card.valid_from <= time.hi and time.lo <= each.card.valid_until
        ]


@dataclass(slots=True)
class Cards:
    """Every card of both sides that keeps the rules."""

    head: Head
    sides: tuple[list[SignedCard], list[SignedCard]] = field(default_factory=lambda: ([], []))
    faults: list[Fault] = field(default_factory=list[Fault])
    writers: dict[bytes, int] = field(init=False)
    keys: dict[tuple[int, bytes], LogKey] = field(init=False)

    def __post_init__(self) -> None:
        self.writers = {party[:WRITER_BYTES]: side for side, party in enumerate(self.head.parties)}
        self.keys = {}

    def name(self, side: int) -> str:
        """What people call a side: the name on its newest card that passed."""
        cards = self.sides[side]
        return cards[-1].card.name if cards else self.head.parties[side].hex()[:16]

    def names(self, side: int) -> dict[str, str]:
        """Values for the sentence of a finding about one side."""
        return {"writer": self.name(side), "other": self.name(1 - side)}


def read_cards(head: Head, raws: Iterable[RawCard]) -> Cards:
    """Read and check all cards. What is wrong with them stands in `faults`."""
    cards = Cards(head)
    if line_id_of(head.environment, head.parties, head.nonces) != head.line:
        cards.faults.append(fault("line-id"))
    for raw in raws:
        _take(raw, cards)
    _check(cards)
    for side in SIDES:
        _index(side, cards)
    return cards


def _take(raw: RawCard, cards: Cards) -> None:
    try:
        signed = SignedCard(Card.from_bytes(raw.payload), raw.payload, raw.ed25519, raw.mldsa65)
    except FirebreakError as error:
        cards.faults.append(fault("card-unreadable", detail=error.text))
        return
    if signed.card.party not in cards.head.parties:
        cards.faults.append(fault("card-foreign", party=signed.card.party.hex()[:16]))
        return
    cards.sides[cards.head.parties.index(signed.card.party)].append(signed)


def _check(cards: Cards) -> None:
    """Keep the cards that pass: a name or a key on any other one is nobody's."""
    known: dict[bytes, KeyUse] = {}
    for side in SIDES:
        held = cards.sides[side][:]
        if not held:
            cards.faults.append(fault("no-card", party=cards.head.parties[side].hex()[:16]))
        found = list(judged(held, Environment(cards.head.environment), known))
        cards.sides[side][:] = [each for each, error in found if error is None]
        name = cards.name(side)
        cards.faults += [refused(each, name, error) for each, error in found if error is not None]


def _index(side: int, cards: Cards) -> None:
    for each in cards.sides[side]:
        key = each.card.log_key
        at = (side, key_id(key))
        held = cards.keys.get(at, LogKey(key, ()))
        cards.keys[at] = LogKey(key, (*held.cards, each))


def officers(cards: Iterable[Card], name: str) -> list[Officer]:
    """All that these cards say about an officer of a name."""
    return [officer for card in cards for officer in card.officers if officer.name == name]
