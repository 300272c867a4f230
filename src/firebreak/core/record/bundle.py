"""Proof bundles: one file with both logs of a line and the cards that a stranger needs to check them.

A line of text that names the format, then *pieces*, each a length (4 bytes, big-endian) and one strict CBOR
array that begins with the number of its sort: one head, all cards, the entries, one end. The end counts
pieces and hashes every byte before it, so that damage is told from lies: a damaged file is an error of
whoever holds it, something wrong *in* an undamaged file is a finding about its writers. A piece never is
larger than a packet, so a bundle of any length is read in small steps.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, Protocol, Self

from firebreak.core.base.cbor import SIZE_MAX, Value, encode_sorted
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.base.shape import Body, Choice, Number, Octets, Several, item
from firebreak.core.envelope.card import HASH_BYTES, YEAR_9999, SignedCard
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import SEQ_MAX
from firebreak.core.envelope.kinds import Kind

MAGIC: Final = b"FIREBREAK BUNDLE 1\n"
LENGTH_BYTES: Final = 4
PIECE_BYTES_MAX: Final = SIZE_MAX  # a card is the largest; see CARD_BYTES_MAX
CARDS_MAX: Final = 256  # two parties, a new card every month for ten years
ENTRIES_MAX: Final = 4_000_000  # a reader holds some hundred bytes of each

_PAIR: Final = Several(Octets(exactly=HASH_BYTES), most=2)
_INSTANT: Final = Number(most=YEAR_9999)


class Sort(IntEnum):
    """What a piece is. A reader must know all sorts below `OPTIONAL` and may leave others aside."""

    HEAD = 0
    CARD = 1
    ENTRY = 2
    END = 3
    STAMP = 65
    "Optional: a checkpoint with the lines of witnesses."


OPTIONAL: Final = 64

RECORD_KINDS: Final = frozenset(
    {
        Kind.LINE_OPEN,
        Kind.LINE_AGREE,
        Kind.SEGMENT_OPEN,
        Kind.CARD,
        Kind.CARD_TAKEN,
        Kind.REVOKE,
        Kind.REVOKE_TAKEN,
        Kind.ROSTER,
        Kind.CHECKPOINT,
        Kind.WITNESS_STAMP,
        Kind.RECEIPT_NODE,
        Kind.RECEIPT_BAD,
        Kind.LOG_ORPHANS,
        Kind.LOG_ADOPT,
        Kind.PROOF_EQUIVOCATION,
        Kind.EXPLAIN,
        Kind.BODY_SHRED,
    }
)
"Kinds by which the record speaks about itself; what people said to each other is never among them."


KEEPING: Final = frozenset({Kind.LINE_AGREE, Kind.CARD_TAKEN, Kind.REVOKE_TAKEN})
"Kinds that say from where on agreements, cards and revocations hold: without them nobody can judge the rest."


class Hash(Protocol):
    """A hash that grows, as hashlib makes them."""

    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


class Writable(Protocol):
    """A binary stream to write to."""

    def write(self, data: bytes, /) -> object: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Body):
    """What the bundle is about, as its exporter says; a reader checks what can be checked."""

    environment: Environment = item(1, Choice(Environment))
    line: bytes = item(2, Octets(exactly=HASH_BYTES))
    parties: tuple[bytes, ...] = item(3, _PAIR)
    "Both party ids, the lower first."
    nonces: tuple[bytes, ...] = item(4, _PAIR)
    "The nonces of both offers, in the same order: line id and parties follow from one another."
    exporter: bytes = item(5, Octets(exactly=HASH_BYTES))
    "The party whose node wrote the bundle."
    made_at: int = item(6, _INSTANT)
    selection: tuple[int, ...] = item(7, Several(_INSTANT, most=2), default=())
    "First and last instant that the exporter chose; empty for the whole record as its node holds it."

    def __post_init__(self) -> None:
        if len(self.parties) != 2 or len(self.nonces) != 2 or self.parties[0] >= self.parties[1]:  # noqa: PLR2004
            raise ValueError("names not two parties and nonces, the lower party first")
        if self.exporter not in self.parties:
            raise ValueError("names an exporter that is not one of the parties")
        if len(self.selection) == 1 or list(self.selection) != sorted(self.selection):
            raise ValueError("names a range that is not a first and a last instant")

    def is_early(self, kind: int, until: int) -> bool:
        """Whether an entry that ends at that instant stands before the chosen range, for what it keeps."""
        return bool(self.selection) and kind in KEEPING and until < self.selection[0]

    @property
    def whole(self) -> bool:
        """Whether the exporter claims to have left nothing out."""
        return not self.selection

    @classmethod
    def of(
        cls,
        environment: Environment,
        ours: tuple[bytes, bytes],
        theirs: tuple[bytes, bytes],
        *,
        made_at: Instant,
        selection: tuple[int, ...] = (),
    ) -> Self:
        """The head for our own export, from (party id, nonce) of both sides."""
        (lower, lower_nonce), (higher, higher_nonce) = sorted((ours, theirs))
        parties, nonces = (lower, higher), (lower_nonce, higher_nonce)
        return cls(
            environment=environment,
            line=line_id_of(environment, parties, nonces),
            parties=parties,
            nonces=nonces,
            exporter=ours[0],
            made_at=made_at,
            selection=selection,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Body):
    """What the last piece says about all that came before it."""

    cards: int = item(1, Number(most=CARDS_MAX))
    entries: int = item(2, Number(most=ENTRIES_MAX))
    optional: int = item(3, Number(most=SEQ_MAX), default=0)
    "Pieces of sorts that a reader may leave aside."
    sha256: bytes = item(4, Octets(exactly=HASH_BYTES))
    "Of every byte from the first of the file to the last before this piece's length."


def line_id_of(environment: Environment, parties: Sequence[bytes], nonces: Sequence[bytes]) -> bytes:
    """The line id that follows from both parties and their nonces, the lower party first."""
    return hashlib.sha256(b"".join((b"FB1 line", bytes([environment]), *parties, *nonces))).digest()


def withhold(entries: Iterable[Entry], keep: frozenset[Kind] = RECORD_KINDS) -> Iterator[Entry]:
    """The same entries without bodies, except of the kinds to keep. Everything signed still verifies."""
    return (each if each.header.kind in keep else each.bare() for each in entries)


@dataclass(slots=True)
class BundleWriter:
    """Writes one bundle piece by piece: head and cards at once, then `entry`, then `finish`."""

    stream: Writable
    head: Head
    cards: Sequence[SignedCard]
    entries: int = 0
    stamps: int = 0
    _hash: Hash = field(default_factory=hashlib.sha256)

    def __post_init__(self) -> None:
        if len(self.cards) > CARDS_MAX:
            raise _too_large(f"{len(self.cards)} cards, at most {CARDS_MAX}")
        self._write(MAGIC)
        self._piece(Sort.HEAD, self.head.to_map())
        for each in self.cards:
            self._piece(Sort.CARD, each.payload, each.signature_ed25519, each.signature_mldsa65)

    def entry(self, entry: Entry) -> None:
        """Write one entry, in the order in which the node stored them. Raises LocalError."""
        if entry.header.line != self.head.line:
            raise LocalError(
                f"entry {entry.ref} belongs to another line",
                code="FB345",
                hint="report this: Firebreak mixed two lines",
            )
        if self.entries == ENTRIES_MAX:
            raise _too_large(f"more than {ENTRIES_MAX} entries")
        self._piece(Sort.ENTRY, entry.payload, entry.signature, entry.salt, entry.body)
        self.entries += 1

    def stamp(self, note: bytes) -> None:
        """Write a checkpoint that witnesses cosigned, as it travels (`SignedCheckpoint.render`)."""
        self._piece(Sort.STAMP, note)
        self.stamps += 1

    def finish(self) -> End:
        """Write the end. Without it the file is a truncated bundle."""
        end = End(
            cards=len(self.cards), entries=self.entries, optional=self.stamps, sha256=self._hash.digest()
        )
        self._piece(Sort.END, end.to_map())
        return end

    def _piece(self, sort: Sort, *parts: Value) -> None:
        data = encode_sorted([int(sort), *parts])
        assert len(data) <= PIECE_BYTES_MAX, len(data)
        self._write(len(data).to_bytes(LENGTH_BYTES, "big") + data)

    def _write(self, data: bytes) -> None:
        self._hash.update(data)
        self.stream.write(data)


def write_bundle(
    stream: Writable,
    head: Head,
    cards: Sequence[SignedCard],
    entries: Iterable[Entry],
    stamps: Iterable[bytes] = (),
) -> End:
    """Write a whole bundle. Raises LocalError."""
    writer = BundleWriter(stream, head, cards)
    for each in entries:
        writer.entry(each)
    for each in stamps:
        writer.stamp(each)
    return writer.finish()


def _too_large(what: str) -> LocalError:
    return LocalError(f"too much for one bundle: {what}", code="FB344", hint="export a shorter range")
