"""Entries that look right to a store, which verifies nothing: random hashes, no real signatures."""

from hashlib import sha256

from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import HASH, Environment
from firebreak.core.envelope.cose import hash_of
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import NOWHERE, Header, Span, commit
from firebreak.core.envelope.kinds import Kind
from firebreak.ports import Kept

LINE = sha256(b"line").digest()
OTHER_LINE = sha256(b"other line").digest()
SEGMENT = bytes(range(16))
NORTH = b"north".ljust(16, b"\0")
SOUTH = b"south".ljust(16, b"\0")
KEY_ID = bytes(8)


def made(
    seq: int,
    body: bytes | None = b"\xa1\x01\x63air",
    *,
    line: bytes = LINE,
    writer: bytes = NORTH,
    segment: bytes = SEGMENT,
    at: int = 1_648_044_000_000,
) -> Kept:
    """An entry as a line would store it. The same arguments give the same entry."""
    salt = sha256(b"salt" + seq.to_bytes(8) + (body or b"")).digest()
    header = Header(
        environment=Environment.EXERCISE,
        line=line,
        writer=writer,
        segment=segment,
        seq=seq,
        prev=NOWHERE,
        seen=None,
        kind=Kind.MESSAGE,
        time=Span(at, at),
        commitment=commit(Kind.MESSAGE, salt, body or b""),
        key_id=KEY_ID,
    )
    payload = header.to_bytes()
    hash = hash_of(HASH, payload)
    signature = sha256(hash).digest() * 2
    return Kept(
        Entry(header, payload, signature, None if body is None else salt, body, hash), Instant(at + seq)
    )


def run(first: int, last: int, *, line: bytes = LINE) -> list[Kept]:
    """Entries `first` to `last` of one segment."""
    return [made(seq, line=line) for seq in range(first, last + 1)]
