"""The card of a party: who it is, which keys it uses, which desks and officers it has (`spec/card.md`).

A card travels as CBOR `[card bytes, Ed25519 signature, ML-DSA-65 signature]`. Both root keys sign the same
bytes, and both signatures must hold: a card is as strong as the stronger of the two. Whether a card may be
taken in at all is decided in `card_import`.
"""

import hashlib
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Self

from firebreak.core.base.cbor import decode, encode
from firebreak.core.base.errors import CounterpartError, FirebreakError, LocalError
from firebreak.core.base.purposes import CARD, VERSION, Environment, context, digest
from firebreak.core.base.shape import Body, Choice, Inside, Number, Octets, Several, Text, item
from firebreak.core.envelope.cose import SIGNATURE_BYTES, signed_bytes
from firebreak.core.envelope.kem import KEM_KEY_BYTES
from firebreak.core.envelope.officer import Action
from firebreak.core.envelope.verifying import (
    ED25519_KEY_BYTES,
    MLDSA65_KEY_BYTES,
    MLDSA65_SIGNATURE_BYTES,
    verify_ed25519,
    verify_mldsa65,
)

CARD_BYTES_MAX: Final = 60 * 1_024  # 6 KiB of keys, the rest is roster and desks; mostly 9 KiB in all
CARD_FILE_BYTES_MAX: Final = 64 * 1_024  # with both signatures
CERTIFICATE_BYTES_MAX: Final = 2_048  # a self-signed Ed25519 certificate has some 300
DESKS_MAX: Final = 64
OFFICERS_MAX: Final = 256
WITNESSES_MAX: Final = 16
PATHS_MAX: Final = 16
NAME_MAX: Final = 64
HASH_BYTES: Final = 32
YEAR_9999: Final = 253_402_300_799_000  # the last instant that can be written as a date
NO_CARD: Final = bytes(HASH_BYTES)
"`previous` of a party's first card."


class BadCard(CounterpartError):
    """Bytes that are not a card."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"not a card: {reason}", code="FB125", hint="ask them for the file again")


class Power(IntEnum):
    """What an officer may do."""

    DUTY = 1
    "Take and hand over the watch, read, acknowledge, answer, decline."
    PAIR = 2
    "Compare the digits and open, agree or close a line."
    SUSPEND = 3
    "Suspend and restore a line."
    RELEASE = 4
    "Release what needs two persons."


POWERS: Final[dict[Action, Power]] = {
    Action.COMPARE: Power.PAIR,
    Action.CLOSE: Power.PAIR,
    Action.SUSPEND: Power.SUSPEND,
    Action.RESTORE: Power.SUSPEND,
    Action.RELEASE: Power.RELEASE,
}
"What an officer needs for an action; DUTY for all others."


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Body):
    """A named post where calls and messages arrive."""

    name: str = item(1, Text(most=NAME_MAX, least=1))
    level: str = item(2, Text(most=32), default="")
    "Rung of the ladder, for example `chief_of_staff`; the line agreement orders the rungs."
    languages: tuple[str, ...] = item(3, Several(Text(most=8, least=2), most=16), default=())
    "What the desk reads and speaks, the best first."


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer(Body):
    """One person of the roster, by name or by number."""

    name: str = item(1, Text(most=NAME_MAX, least=1))
    role: str = item(2, Text(most=NAME_MAX), default="")
    key: bytes = item(3, Octets(exactly=ED25519_KEY_BYTES))
    powers: tuple[Power, ...] = item(4, Several(Choice(Power), most=16), default=(Power.DUTY,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness(Body):
    """A witness whose cosignatures this party accepts."""

    name: str = item(1, Text(most=NAME_MAX, least=1))
    key: bytes = item(2, Octets(most=4_096))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits(Body):
    """What this party's node takes in from one line."""

    messages_a_minute: int = item(1, Number(1, 100_000), default=30)
    calls_a_minute: int = item(2, Number(1, 1_000), default=6)
    flash_alarms: int = item(3, Number(1, 1_000), default=6)
    "Flash messages in ten minutes that alarm one by one; further ones share an alarm."


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Body):
    """What the two root keys sign."""

    version: int = item(0, Number(VERSION, VERSION))
    environment: Environment = item(1, Choice(Environment))
    party: bytes = item(2, Octets(exactly=HASH_BYTES))
    "SHA-256 of both root public keys."
    name: str = item(3, Text(most=NAME_MAX, least=1))
    serial: int = item(4, Number(1, (1 << 31) - 1))
    "Higher with every card of the party."
    previous: bytes = item(5, Octets(exactly=HASH_BYTES), default=NO_CARD)
    "`card_hash` of the card before this one."
    valid_from: int = item(6, Number(most=YEAR_9999))
    valid_until: int = item(7, Number(most=YEAR_9999))
    root_ed25519: bytes = item(8, Octets(exactly=ED25519_KEY_BYTES))
    root_mldsa65: bytes = item(9, Octets(exactly=MLDSA65_KEY_BYTES))
    next_root: bytes = item(10, Octets(exactly=HASH_BYTES))
    "`party_id` of the root keys that would follow; they lie elsewhere until then."
    log_key: bytes = item(11, Octets(exactly=ED25519_KEY_BYTES))
    checkpoint_key: bytes = item(12, Octets(exactly=MLDSA65_KEY_BYTES))
    certificate_hash: bytes = item(13, Octets(exactly=HASH_BYTES))
    "SHA-256 of `certificate`: the pin of the TLS link."
    certificate: bytes = item(14, Octets(most=CERTIFICATE_BYTES_MAX))
    "DER, self-signed, Ed25519."
    kem_key: bytes = item(15, Octets(exactly=KEM_KEY_BYTES))
    desks: tuple[Desk, ...] = item(16, Several(Inside(Desk), most=DESKS_MAX))
    officers: tuple[Officer, ...] = item(17, Several(Inside(Officer), most=OFFICERS_MAX), default=())
    witnesses: tuple[Witness, ...] = item(18, Several(Inside(Witness), most=WITNESSES_MAX), default=())
    paths: tuple[str, ...] = item(19, Several(Text(most=255, least=3), most=PATHS_MAX), default=())
    "Where the node listens, as `host:port`, the best first."
    version_min: int = item(20, Number(1, 255), default=VERSION)
    version_max: int = item(21, Number(1, 255), default=VERSION)
    limits: Limits = item(22, Inside(Limits), default=Limits())

    def to_bytes(self) -> bytes:
        """The deterministic encoding that both root keys sign."""
        data = encode(self.to_map())
        if len(data) > CARD_BYTES_MAX:
            text = f"the card has {len(data)} bytes, at most {CARD_BYTES_MAX}"
            raise LocalError(text, code="FB125", hint="shorten the roster")
        return data

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read the signed bytes. Raises BadCard; says nothing of signatures or keys."""
        try:
            return cls.from_map(decode(data, size_max=CARD_BYTES_MAX))
        except FirebreakError as error:
            raise BadCard(error.text) from error


def party_id(root_ed25519: bytes, root_mldsa65: bytes) -> bytes:
    """The id of a party: SHA-256 of both root public keys, 32 bytes."""
    return hashlib.sha256(root_ed25519 + root_mldsa65).digest()


def card_hash(card: bytes) -> bytes:
    """How a card is named by the next one, by `line.open` and by the digits; never over signatures."""
    return digest(CARD, card)


def card_bytes_to_sign(card: bytes, environment: Environment) -> bytes:
    """What both root keys sign; ML-DSA-65 under `card_context` besides."""
    return signed_bytes(CARD, environment, card)


def card_context(environment: Environment) -> bytes:
    """The FIPS 204 context string of a card's ML-DSA-65 signature."""
    return context(CARD, environment)


@dataclass(frozen=True, slots=True)
class SignedCard:
    """A card with the exact bytes that were signed and both signatures."""

    card: Card
    payload: bytes
    signature_ed25519: bytes
    signature_mldsa65: bytes

    @property
    def hash(self) -> bytes:
        """`card_hash` of these bytes."""
        return card_hash(self.payload)

    def to_bytes(self) -> bytes:
        """The file."""
        return encode([self.payload, self.signature_ed25519, self.signature_mldsa65])


def read_signed_card(data: bytes) -> SignedCard:
    """Read a card file; nothing is verified yet. Raises BadCard."""
    try:
        value = decode(data, size_max=CARD_FILE_BYTES_MAX)
    except FirebreakError as error:
        raise BadCard(error.text) from error
    match value:
        case [bytes(payload), bytes(ed25519), bytes(mldsa65)]:
            if len(ed25519) != SIGNATURE_BYTES or len(mldsa65) != MLDSA65_SIGNATURE_BYTES:
                raise BadCard("a signature of the wrong length")
            return SignedCard(Card.from_bytes(payload), payload, ed25519, mldsa65)
        case _:
            raise BadCard("not [card, signature, signature]")


def root_signatures_hold(signed: SignedCard) -> bool:
    """Whether both root keys named in the card signed exactly these bytes for its environment."""
    card = signed.card
    message = card_bytes_to_sign(signed.payload, card.environment)
    return verify_ed25519(card.root_ed25519, signed.signature_ed25519, message) and verify_mldsa65(
        card.root_mldsa65, signed.signature_mldsa65, message, card_context(card.environment)
    )
