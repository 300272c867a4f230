"""Deposits at a witness: what is asked, what it signs, what stands in its own log (`spec/witness.md`).

    deposit   "keep this sealed packet for the owner of this mailbox"   signed by the writer's log key
    fetch     "give me what came after number n; I hold all up to n"    signed by the reader's log key
    attest    "say what happened to this mailbox between two instants"  signed by either log key

A mailbox is one direction of one line, named by eight bytes that only those can work out who know the line.
The witness writes deposits, fetches and its own starts into a log of its own (an RFC 6962 tree, as of any
other log) and answers from nothing else. A fetch carries the reader's signature, so a witness can hide one
and cannot invent one; whoever reads an attestation has to trust it for the first and not for the second.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, TypeVar

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import CounterpartError, FirebreakError
from firebreak.core.base.instants import MINUTE
from firebreak.core.base.purposes import Environment, digest
from firebreak.core.base.shape import Body, Choice, Inside, Number, Octets, Several, item
from firebreak.core.envelope.card import YEAR_9999
from firebreak.core.envelope.cose import SIGNATURE_BYTES, signed_bytes
from firebreak.core.envelope.header import HASH_BYTES
from firebreak.core.envelope.verifying import verify_ed25519

ATTEST: Final = b"attest"
STAMP: Final = b"witness deposit"
FETCHED: Final = b"witness fetch"
ATTESTED: Final = b"witness attest"
MAILBOX: Final = b"mailbox"
WITNESS: Final = b"witness"
RECORD: Final = b"witness log"
PACKET: Final = b"packet"

MAILBOX_BYTES: Final = 8
WITNESS_ID_BYTES: Final = 8
NONCE_BYTES: Final = 16
PACKET_BYTES_MAX: Final = 68 << 10  # a packet of the largest class, with its sealed seed before it
ENTRIES_MAX: Final = 16  # entries one packet may be said to carry
RECORDS_MAX: Final = 256  # in one answer; a longer time is asked for in parts
SIGNED_BYTES_MAX: Final = 262_144  # the largest answer: 256 fetches with their requests

CLOCKS_APART: Final = 2 * MINUTE  # between asker and witness; an older request could be shown again

_INSTANT: Final = Number(most=YEAR_9999)
_HASH: Final = Octets(exactly=HASH_BYTES)
_MAILBOX: Final = Octets(exactly=MAILBOX_BYTES)
_SIGNATURE: Final = Octets(exactly=SIGNATURE_BYTES)


def mailbox(line: bytes, reader: bytes) -> bytes:
    """The mailbox of a line from which this party reads."""
    return digest(MAILBOX, line, reader)[:MAILBOX_BYTES]


def witness_id(name: str, statements_key: bytes) -> bytes:
    """By which a request says to which witness it goes, so that none can be shown at another."""
    return digest(WITNESS, name.encode(), statements_key)[:WITNESS_ID_BYTES]


def packet_hash(packet: bytes) -> bytes:
    """How a sealed packet is named."""
    return digest(PACKET, packet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Body):
    """What every request says."""

    witness: bytes = item(1, Octets(exactly=WITNESS_ID_BYTES))
    mailbox: bytes = item(2, _MAILBOX)
    at: int = item(3, _INSTANT)
    "By the asker's clock; far from the witness's it is refused, so that no old request can be shown again."
    nonce: bytes = item(4, Octets(exactly=NONCE_BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositRequest(Asked):
    """Keep a packet."""

    packet: bytes = item(5, _HASH)
    "`packet_hash`. The packet itself may come along; without it only the stamp is wanted."
    entries: tuple[bytes, ...] = item(6, Several(_HASH, most=ENTRIES_MAX), default=())
    "Hashes of the entries which the writer says the packet carries."


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRequest(Asked):
    """Give me what came after `held`."""

    held: int = item(5, Number(), default=0)
    "Number of the newest deposit that the reader holds durably, with all before it: a receipt."


@dataclass(frozen=True, slots=True, kw_only=True)
class AttestRequest(Asked):
    """Say what happened between two instants."""

    first: int = item(5, _INSTANT)
    last: int = item(6, _INSTANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Body):
    """A payload with the signature of whoever said it."""

    payload: bytes = item(1, Octets(most=SIGNED_BYTES_MAX))
    signature: bytes = item(2, _SIGNATURE)

    def encoded(self) -> bytes:
        """As it travels."""
        return encode(self.to_map())

    @classmethod
    def read(cls, data: bytes) -> "Signed":
        """Read what travels. Raises CounterpartError."""
        return cls.from_map(decode(data, size_max=SIGNED_BYTES_MAX + 256))

    def holds(self, key: bytes, purpose: bytes, environment: Environment) -> bool:
        """Whether the holder of the key said it for this purpose."""
        return verify_ed25519(key, self.signature, signed_bytes(purpose, environment, self.payload))


class RecordKind(IntEnum):
    """What stands in the log of a witness."""

    STARTED = 1
    DEPOSITED = 2
    FETCHED = 3
    GAP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Body):
    """One item of the witness's own log, by its clock."""

    kind: RecordKind = item(1, Choice(RecordKind))
    number: int = item(2, Number())
    "Its place in the log, from 0."
    at: int = item(3, _INSTANT)
    mailbox: bytes | None = item(4, _MAILBOX, default=None)
    request: Signed | None = item(5, Inside(Signed), default=None)
    "What was asked, with the asker's signature."
    upto: int = item(6, Number(), default=0)
    "Of a fetch: number of the newest deposit handed out."
    since: int = item(7, _INSTANT, default=0)
    "Of a start or gap: from when on it had not answered; 0 at the very first start."

    @property
    def hash(self) -> bytes:
        """What stands for it in the tree."""
        return digest(RECORD, encode(self.to_map()))


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositStamp(Body):
    """The witness's receipt for a deposit."""

    witness: bytes = item(1, Octets(exactly=WITNESS_ID_BYTES))
    record: Record = item(2, Inside(Record))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposited(Body):
    """A deposit as it is handed out."""

    number: int = item(1, Number())
    packet: bytes | None = item(2, Octets(most=PACKET_BYTES_MAX), default=None)
    "None: only its hash was left here."
    hash: bytes = item(3, _HASH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation(Body):
    """What a witness says happened to a mailbox between two instants, all of it from its log."""

    witness: bytes = item(1, Octets(exactly=WITNESS_ID_BYTES))
    mailbox: bytes = item(2, _MAILBOX)
    first: int = item(3, _INSTANT)
    last: int = item(4, _INSTANT)
    records: tuple[Record, ...] = item(5, Several(Inside(Record), most=RECORDS_MAX), default=())
    "Deposits and fetches of the mailbox, starts and gaps, in the order of the log."
    up_since: int = item(6, _INSTANT)
    "Since when it has answered without a gap, at `last`."
    size: int = item(7, Number())
    "How long its log was."
    root: bytes = item(8, _HASH)
    "The tree over it, so that two attestations of one witness can be held against each other."


B = TypeVar("B", bound=Body)


def read_request(kind: type[B], signed: Signed) -> B:
    """What a request says; its signature is checked by whoever knows the key. Raises CounterpartError."""
    try:
        return kind.from_map(decode(signed.payload, size_max=SIGNED_BYTES_MAX))
    except FirebreakError as error:
        raise CounterpartError(
            f"not a request to a witness: {error.text}", code="FB401", hint="the sender must correct it"
        ) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched(Body):
    """The answer to a fetch."""

    record: Record = item(1, Inside(Record))
    "As it stands in the witness's log, with the request."
    handed: tuple[Deposited, ...] = item(2, Several(Inside(Deposited), most=RECORDS_MAX))


def fetch_value(handed: Iterable[Deposited]) -> Value:
    """The answer to a fetch: a list of deposits."""
    return [each.to_map() for each in handed]
