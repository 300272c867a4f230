"""A counterpart that holds the right keys and means harm: whatever it signs verifies."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from firebreak.core.base.cbor import Value
from firebreak.core.base.instants import MINUTE
from firebreak.core.base.purposes import ENTRY, HASH, Environment
from firebreak.core.envelope.cose import hash_of, signed_bytes
from firebreak.core.envelope.entry import Entry, read_entry
from firebreak.core.envelope.header import NOWHERE, Header, Span, commit
from firebreak.core.envelope.kinds import RECEIPTS, Kind
from firebreak.core.line.effects import Stored
from firebreak.core.line.events import FrameRefused
from firebreak.core.line.hearing import HOUSEKEEPING
from firebreak.core.line.line import Line
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame, pack, unpack
from tests.pair import LINE, START, End, World
from tests.signing import TestSigner

PARTY = hashlib.sha256(b"South").digest()


@dataclass
class Hostile:
    """South, when it lies. North is an ordinary node."""

    world: World = field(default_factory=World)
    signer: TestSigner = field(default_factory=lambda: TestSigner("South"))
    north: End = field(init=False)
    tips: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)
    "Newest number and hash per segment, as it tells them."
    last: bytes = NOWHERE

    def __post_init__(self) -> None:
        self.north = End("North", "South", self.world, TestSigner("North"))

    def header(self, segment: bytes, kind: int, body: bytes, **changes: Any) -> Header:
        """A header that fits, except where `changes` says otherwise."""
        seq, prev = self.tips.get(segment, (0, self.last))
        fields: dict[str, Any] = {
            "environment": Environment.EXERCISE,
            "line": LINE,
            "writer": PARTY[:16],
            "segment": segment,
            "seq": seq + 1,
            "prev": prev,
            "seen": None,
            "kind": kind,
            "time": Span(START, START),
            "commitment": commit(kind, bytes(32), body),
            "key_id": self.signer.key_id,
        }
        return Header(**{**fields, **changes})

    def entry(self, header: Header, body: bytes, key: TestSigner | None = None) -> Entry:
        """Signed, whatever it says."""
        payload = header.to_bytes()
        key = key or self.signer
        signature = key.key.sign(signed_bytes(ENTRY, header.environment, payload)).signature
        made = Entry(header, payload, signature, bytes(32), body, hash_of(HASH, payload))
        if header.seq == self.tips.get(header.segment, (0, b""))[0] + 1:
            self.tips[header.segment], self.last = (header.seq, made.hash), made.hash
        return made

    def say(self, kind: int, body: Any, segment: bytes = b"s" * 16, **changes: Any) -> Entry:
        """One more entry."""
        data = body if isinstance(body, bytes) else body.to_bytes()
        return self.entry(self.header(segment, kind, data, **changes), data)

    def send(self, *entries: Entry, compact: bool = False) -> list[Any]:
        """North receives entries; the events that it shows."""
        return self.give(
            [full(each) if not compact else squeezed(each, self.signer.key_id) for each in entries]
        )

    def give(self, frames: list[list[Value]]) -> list[Any]:
        """North receives frames, as they come out of a packet."""
        before = len(self.north.shown)
        self.north.hear(unpack(pack(list(frames))))
        return self.north.shown[before:]

    def later(self, milliseconds: int) -> None:
        """Time passes at North."""
        self.world.now += milliseconds
        self.north.do(self.north.line.tick(self.world.moment()))


def full(entry: Entry) -> list[Value]:
    """The full frame of an entry."""
    return entry_value(EntryFrame(entry, full=True), b"")  # type: ignore[return-value]


def squeezed(entry: Entry, key_id: bytes) -> list[Value]:
    """The compact frame, if there may be one."""
    return entry_value(EntryFrame(entry), key_id)  # type: ignore[return-value]


def check_kept(hostile: Hostile, entry: Entry, shown: list[Any]) -> None:
    """I9: a verified entry is stored, receipted (or called bad) and visible; none vanishes."""
    north = hostile.north
    places = [each for each in north.stored if each.entry.hash == entry.hash]
    assert len(places) == 1, (len(places), shown)
    kind = entry.header.kind
    if kind not in RECEIPTS | HOUSEKEEPING:
        assert shown, kind
    if kind not in RECEIPTS:
        hostile.later(6 * MINUTE)
        assert entry.hash in receipted(north), kind


def check_refused(hostile: Hostile, entry_hash: bytes, shown: list[Any]) -> None:
    """Nothing was stored, and it was said so."""
    assert all(each.entry.hash != entry_hash for each in hostile.north.stored)
    assert any(isinstance(each, FrameRefused) for each in shown)


def receipted(north: End) -> set[bytes]:
    """The hashes of the counterpart's entries that North's log says it holds."""
    ours = hashlib.sha256(b"North").digest()[:16]
    theirs = {
        (each.entry.header.segment, each.entry.header.seq): each.entry.hash
        for each in reversed(north.stored)
        if each.entry.header.writer != ours
    }
    found: set[bytes] = set()
    for each in north.stored:
        header = each.entry.header
        if header.writer != ours:
            continue
        spans = [(header.seen.segment, 1, header.seen.seq)] if header.seen else []
        if header.kind == Kind.RECEIPT_NODE and each.entry.body is not None:
            body = ReceiptNode.from_bytes(each.entry.body)
            spans += [(run.segment, run.first, run.last) for run in body.runs]
            found |= {named.hash for named in body.ahead}
        for segment, first, last in spans:
            found |= {theirs[segment, seq] for seq in range(first, last + 1) if (segment, seq) in theirs}
        found |= {ref.hash for ref in header.refs if header.kind == Kind.RECEIPT_BAD}
    return found


def check_starts_again(hostile: Hostile) -> Line:
    """What is stored can be read back from a disk and replayed, and gives the same logs."""
    north, read = hostile.north, list[Stored]()
    for each in north.stored:
        entry = each.entry
        read.append(Stored(read_entry(entry.payload, entry.signature, entry.salt, entry.body), each.at))
    again = End("North", "South", hostile.world, TestSigner("North", starts=1_000)).line
    again.replay(read)
    assert again.logs.theirs == north.line.logs.theirs
    assert again.machines.messages.traces.keys() == north.line.machines.messages.traces.keys()
    assert again.machines.calls.all() == north.line.machines.calls.all()
    return again
