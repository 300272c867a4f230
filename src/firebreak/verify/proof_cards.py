"""The cards that somebody verifies a proof with: checked as those of a bundle are, and never taken on trust.

Whoever makes up a proof can make up a card, too. So the number of the card is told with the result: what is
proven is proven of the holder of that card, and whose card it is has to be known from elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.card_chain import judged
from firebreak.core.envelope.card_import import KeyUse
from firebreak.core.envelope.header import WRITER_BYTES, Header, key_id
from firebreak.core.record.vkey import VerifierKey
from firebreak.verify.card_rules import refused
from firebreak.verify.faults import Fault, fault
from firebreak.verify.stamps import witnesses_named


@dataclass(slots=True)
class ProofCards:
    """The cards at hand, and which of them speaks for an entry."""

    header: Header
    given: Sequence[SignedCard]
    passed: list[SignedCard] = field(default_factory=list[SignedCard])
    faults: list[Fault] = field(default_factory=list[Fault])

    def __post_init__(self) -> None:
        known: dict[bytes, KeyUse] = {}
        for party in sorted({each.card.party for each in self.given}):
            found = {each.hash: each for each in self.given if each.card.party == party}
            for each, error in judged(found.values(), self.header.environment, known):
                if error is None:
                    self.passed.append(each)
                else:
                    self.faults.append(refused(each, each.card.name, error))

    @property
    def own(self) -> list[SignedCard]:
        """Those of the writer, the oldest first."""
        return [each for each in self.passed if each.card.party[:WRITER_BYTES] == self.header.writer]

    @property
    def signing(self) -> list[SignedCard]:
        """Those of the writer with the key that the header names."""
        return [each for each in self.own if key_id(each.card.log_key) == self.header.key_id]

    @property
    def card(self) -> SignedCard | None:
        """The one that speaks for the entry: valid at its time if there is such a one, else the newest."""
        return next(reversed(self.valid or self.signing), None)

    @property
    def valid(self) -> list[SignedCard]:
        """Of those that name the key, the ones in force at some moment of the entry's time."""
        time = self.header.time
        return [
            each
            for each in self.signing
            if each.card.valid_from <= time.hi and time.lo <= each.card.valid_until
        ]

    def remarks(self, key: bytes) -> Iterator[Fault]:
        """What the result rests on."""
        card = self.card
        if card is not None:
            values = {"party": card.card.name, "serial": card.card.serial}
            yield fault("card-to-compare", hash=card.hash.hex(), **values)
            return
        for each in self.passed:
            code = "card-of-another-time" if each in self.own else "card-of-another-party"
            yield fault(code, party=each.card.name, serial=each.card.serial)
        yield fault("key-unconfirmed", key=key.hex()[:16])

    def witnesses(self) -> list[VerifierKey]:
        """Whom the cards of both parties name as a witness, once each."""
        named = [
            set(witnesses_named(each.card for each in self.passed if each.card.party == party))
            for party in {each.card.party for each in self.passed}
        ]
        own = set(witnesses_named(each.card for each in self.passed))
        both = set[VerifierKey].intersection(*named) & own if len(named) > 1 else set[VerifierKey]()
        return sorted(both, key=lambda each: (each.name, each.algorithm, each.public))
