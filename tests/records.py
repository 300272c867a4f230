"""Small records with real keys: two logs, cards and statements, to be bundled, bent and verified.

record = Record().opened()
record.say(NORTH, Kind.STATUS, b"\xa0")
data = record.bundle()
"""

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from firebreak.core.base.cbor import encode
from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.base.purposes import ENTRY, HASH
from firebreak.core.base.shape import Body
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.cose import hash_of, signed_bytes
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import KEY_ID_BYTES, NOWHERE, WRITER_BYTES, Header, Ref, Span, commit
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import NO_ENTRY, Action, StatedBody, Statement
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.message.receipts import ReceiptAcknowledge, ReceiptDesk, ReceiptNode, ReceiptRead
from firebreak.core.record.bodies import Adopt, CheckpointBody, Named, Run, SegmentOpen
from firebreak.core.record.bundle import Head, write_bundle
from firebreak.core.record.checkpoint import (
    Checkpoint,
    Origin,
    SignedCheckpoint,
    ed25519_signature,
    mldsa65_context,
    mldsa65_signature,
)
from firebreak.core.record.merkle import Tree
from tests.parties import NORTH, NOW, SOUTH, Party, mldsa65, public, seed

S = TypeVar("S", bound=StatedBody)


@dataclass
class Pen:
    """Where one party's log stands."""

    party: Party
    segment: bytes = b""
    seq: int = 0
    prev: bytes = NOWHERE
    starts: int = 0
    adoptions: int = 0
    role: str = "log"
    written: list[Entry] = field(default_factory=list[Entry])
    leaves: list[bytes] = field(default_factory=list[bytes])
    "All along `prev`."

    @property
    def last(self) -> Ref | None:
        return self.written[-1].ref if self.written else None


@dataclass
class Record:
    """Both logs of a line between two parties, in the order in which one node stored them."""

    north: Party = NORTH
    south: Party = SOUTH
    cards: list[SignedCard] = field(default_factory=list[SignedCard])
    entries: list[Entry] = field(default_factory=list[Entry])
    now: int = NOW
    changes: dict[str, Any] = field(default_factory=dict[str, Any])

    def __post_init__(self) -> None:
        self.cards = self.cards or [self.north.signed(), self.south.signed()]
        self.pens = {party.name: Pen(party) for party in (self.north, self.south)}

    @property
    def head(self) -> Head:
        ours, theirs = ((party.card().party, self.nonce(party)) for party in (self.north, self.south))
        head = Head.of(self.north.environment, ours, theirs, made_at=Instant(NOW + 3_600 * SECOND))
        return replace(head, **self.changes)

    def nonce(self, party: Party) -> bytes:
        return seed(party.name, "nonce of this line")

    def party_id(self, party: Party) -> bytes:
        return party.card().party

    def other(self, party: Party) -> Party:
        return self.south if party.name == self.north.name else self.north

    # -- writing ----------------------------------------------------------------------------------

    def opened(self) -> "Record":
        """Both sides have started and opened the line."""
        for party in (self.north, self.south):
            self.restart(party)
        for party in (self.north, self.south):
            self.say(party, Kind.LINE_OPEN, self.compared(party, self.line_open()))
        return self

    def restart(self, party: Party, *, behind: int = 0) -> Entry:
        """A fresh segment, after the newest entry or, restored, so many before it."""
        pen = self.pens[party.name]
        pen.starts += 1
        pen.segment = seed(party.name, f"segment {pen.starts}", 16)
        pen.prev = pen.written[-1 - behind].hash if pen.written else NOWHERE
        if behind:
            pen.leaves = pen.leaves[:-behind]
        pen.seq = 0
        return self.say(party, Kind.SEGMENT_OPEN, SegmentOpen(software="test", generation=pen.adoptions))

    def adopt(self, party: Party, lost: Iterable[Entry]) -> Entry:
        """Stand by entries of one segment that were lost."""
        refs = [each.ref for each in lost]
        first, last = refs[0], refs[-1]
        run = Run(segment=first.segment, first=first.seq, last=last.seq, last_hash=last.hash)
        self.pens[party.name].adoptions += 1
        return self.say(party, Kind.LOG_ADOPT, Adopt(runs=(run,)))

    def say(self, party: Party, kind: int, body: Body | bytes = b"\xa0", **changes: Any) -> Entry:
        """Sign an entry and put it at the end of the log and of the record."""
        entry = self.sign(party, kind, body, **changes)
        pen = self.pens[party.name]
        pen.seq, pen.prev = entry.header.seq, entry.hash
        pen.written.append(entry)
        pen.leaves.append(entry.hash)
        self.entries.append(entry)
        return entry

    def sign(self, party: Party, kind: int, body: Body | bytes = b"\xa0", **changes: Any) -> Entry:
        """Sign an entry, without adding it anywhere. `changes` are to its header."""
        self.now += SECOND
        pen = self.pens[party.name]
        data = body if isinstance(body, bytes) else body.to_bytes()
        salt = hashlib.sha256(f"salt {self.now}".encode()).digest()
        key = party.key(pen.role)
        header = Header(
            environment=party.environment,
            line=self.head.line,
            writer=self.party_id(party)[:WRITER_BYTES],
            segment=pen.segment,
            seq=pen.seq + 1,
            prev=pen.prev,
            seen=self.pens[self.other(party).name].last,
            kind=int(kind),
            time=Span(self.now, self.now + 10),
            commitment=commit(int(kind), salt, data),
            key_id=hashlib.sha256(public(key)).digest()[:KEY_ID_BYTES],
        )
        header = replace(header, **changes)
        payload = header.to_bytes()
        signature = key.sign(signed_bytes(ENTRY, header.environment, payload))
        return Entry(header, payload, signature, salt, data, hash_of(HASH, payload))

    # -- bodies -----------------------------------------------------------------------------------

    def line_open(self) -> LineOpen:
        lower, higher = sorted((self.north, self.south), key=self.party_id)
        hashes = {self.party_id(party): self._first_card(party).hash for party in (lower, higher)}
        return LineOpen(
            parties=(self.party_id(lower), self.party_id(higher)),
            cards=tuple(hashes.values()),
            nonces=(self.nonce(lower), self.nonce(higher)),
        )

    def _first_card(self, party: Party) -> SignedCard:
        return next(each for each in self.cards if each.card.party == self.party_id(party))

    def compared(self, party: Party, body: LineOpen) -> LineOpen:
        """With the word of both officers."""
        detail = body.detail()
        stated = (self.statement(party, Action.COMPARE, detail, officer=each) for each in ("Vogt", "Reis"))
        return replace(body, statements=tuple(stated))

    def stated(self, party: Party, body: S, about: Entry | None = None, **changes: Any) -> S:
        """The body with the word of an officer about an entry."""
        if about is not None:
            changes = {"entry": about.hash, "commitment": about.header.commitment} | changes
        return body.stated(self.statement(party, body.ACTION, body.detail(), **changes))

    def statement(
        self,
        party: Party,
        action: Action,
        detail: bytes,
        *,
        officer: str = "Vogt",
        key: str = "",
        **changes: Any,
    ) -> Statement:
        """What an officer signs; `key` signs in the place of the officer's own."""
        unsigned = Statement(
            officer=officer,
            action=action,
            entry=changes.get("entry", NO_ENTRY),
            commitment=changes.get("commitment", NO_ENTRY),
            detail=detail,
            time=self.now,
        )
        line = changes.get("line", self.head.line)
        signature = party.key(key or officer).sign(unsigned.signed_bytes(party.environment, line))
        return replace(unsigned, signature=signature)

    def checkpoint(self, party: Party, **changes: Any) -> Entry:
        """Sum up the log so far and write it down."""
        pen = self.pens[party.name]
        origin = Origin(self.head.line, self.party_id(party), pen.segment)
        root = Tree(pen.leaves).root()
        made = replace(Checkpoint(str(origin), len(pen.leaves), root), **changes)
        key, strong = party.key("log"), mldsa65(party._keys, "checkpoint")
        context = mldsa65_context(party.environment)
        lines = (
            ed25519_signature(made, public(key), key.sign(made.text)),
            mldsa65_signature(made, public(strong), strong.sign(made.text, context)),
        )
        note = SignedCheckpoint(made, lines).render()
        return self.say(party, Kind.CHECKPOINT, CheckpointBody(note=note))

    # -- bundling ---------------------------------------------------------------------------------

    def bundle(self, entries: Iterable[Entry] | None = None) -> bytes:
        stream = io.BytesIO()
        write_bundle(stream, self.head, self.cards, self.entries if entries is None else entries)
        return stream.getvalue()


def body_of(**fields: Any) -> bytes:
    """CBOR of `k1=..., k2=...`: a body by its keys."""
    return encode({int(name[1:]): value for name, value in fields.items()})


def named(entry: Entry) -> Named:
    """An entry as bodies name it."""
    return Named(segment=entry.ref.segment, seq=entry.ref.seq, hash=entry.ref.hash)


def a_lively_record() -> Record:
    """A record that shows every kind the verifier looks into, with nothing wrong in it."""
    record = Record().opened()
    message = record.say(NORTH, Kind.MESSAGE, body_of(k1="the road is open"))
    record.say(SOUTH, Kind.RECEIPT_NODE, ReceiptNode(ahead=(named(message),)))
    record.say(SOUTH, Kind.RECEIPT_DESK, ReceiptDesk(entries=(message.hash,), desk="duty"))
    read = ReceiptRead(entry=message.hash, desk="duty")
    record.say(SOUTH, Kind.RECEIPT_READ, record.stated(SOUTH, read, message))
    understood = ReceiptAcknowledge(entry=message.hash, desk="duty", paraphrase="open")
    record.say(SOUTH, Kind.RECEIPT_ACKNOWLEDGE, record.stated(SOUTH, understood, message))
    record.checkpoint(SOUTH)
    record.say(NORTH, Kind.STATUS, refs=(message.ref,))
    record.checkpoint(NORTH)
    record.restart(NORTH)
    record.checkpoint(NORTH)
    return record
