"""The header of an entry: what is signed (`spec/entry.md`).

A header commits to its body by a salted hash and does not contain it, so that a body can be withheld or
destroyed while chain, receipts and proofs stay verifiable.
"""

import hashlib
from dataclasses import dataclass
from typing import Final, NamedTuple, cast

from firebreak.core.base.cbor import MAP_KEYS_MAX, Value, decode, encode_sorted
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import BODY, VERSION, Environment, digest
from firebreak.core.envelope.kinds import Precedence

HEADER_BYTES_MAX: Final = 1_024  # some 240 are typical; long lists of references belong into a body
REFERENCES_MAX: Final = 64
HASH_BYTES: Final = 32
SEGMENT_BYTES: Final = 16
WRITER_BYTES: Final = 16
KEY_ID_BYTES: Final = 8
SEQ_MAX: Final = (1 << 53) - 1  # every language can hold it
NOWHERE: Final = bytes(HASH_BYTES)
"`prev` of the very first entry of a log."


def key_id(public_key: bytes) -> bytes:
    """The short name of a log key in headers: first 8 bytes of its SHA-256."""
    return hashlib.sha256(public_key).digest()[:KEY_ID_BYTES]


class BadHeader(CounterpartError):
    """Bytes that are not a header of this version."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"not an entry header: {reason}", code="FB120", hint="the sender must correct it")


class Ref(NamedTuple):
    """Names one entry of one log for ever."""

    segment: bytes
    seq: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.segment.hex()[:8]}/{self.seq}"


class Span(NamedTuple):
    """When something was, by the writer's clock with its own uncertainty: milliseconds UTC."""

    lo: int
    hi: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """All that the writer signs for one entry."""

    environment: Environment
    line: bytes
    "Line id, 32 bytes."
    writer: bytes
    "The first 16 bytes of the writer's party id."
    segment: bytes
    "Random 16 bytes, fresh at every start of the writer's process."
    seq: int
    "From 1, without gaps inside a segment."
    prev: bytes
    "Hash of the writer's previous entry, across segments; zeros for the first."
    seen: Ref | None
    "The newest entry of the counterpart that is contiguous, verified and synced here."
    kind: int
    precedence: Precedence = Precedence.ROUTINE
    time: Span
    refs: tuple[Ref, ...] = ()
    commitment: bytes
    size_class: int = 0
    key_id: bytes
    witness: bytes | None = None
    critical: tuple[int, ...] = ()
    extensions: tuple[tuple[int, Value], ...] = ()

    def to_bytes(self) -> bytes:
        """The deterministic encoding that is signed."""
        fields: dict[int, Value] = {
            0: VERSION,
            1: int(self.environment),
            2: self.line,
            3: self.writer,
            4: self.segment,
            5: self.seq,
            6: self.prev,
        }
        if self.seen is not None:
            fields[7] = list(self.seen)
        fields[8] = self.kind
        if self.precedence:
            fields[9] = int(self.precedence)
        fields[10] = list(self.time)
        if self.refs:
            fields[11] = [list(each) for each in self.refs]
        fields[12] = self.commitment
        if self.size_class:
            fields[13] = self.size_class
        fields[14] = self.key_id
        if self.witness is not None:
            fields[15] = self.witness
        if self.critical:
            fields[16] = list(self.critical)
        fields.update(self.extensions)
        return encode_sorted(fields)


def read_header(payload: bytes) -> Header:
    """Read the signed bytes of an entry. Raises NotStrict or BadHeader; says nothing of the signature."""
    value = decode(payload, size_max=HEADER_BYTES_MAX)
    if not isinstance(value, dict) or type(value.get(0)) is not int or value[0] != VERSION:
        raise BadHeader("not a map of version 1")
    fields = dict(value)
    try:
        header = _from_fields(fields)
    except (KeyError, TypeError, ValueError) as error:
        raise BadHeader(str(error)) from error
    return header


def _from_fields(fields: dict[int, Value]) -> Header:
    time = _numbers(fields[10], 2)
    refs = fields.get(11, [])
    critical = tuple(_numbers(fields.get(16, []), None))
    if not isinstance(refs, list) or len(refs) > REFERENCES_MAX:
        raise ValueError("references are not a list of at most 64")
    if time[0] > time[1]:
        raise ValueError("the time ends before it begins")
    _refuse_defaults(fields)
    beyond = [key for key in fields if not 0 <= key <= LAST_FIELD]
    if beyond and min(beyond) < FIRST_EXTENSION:
        raise ValueError("an unknown field below 32")
    return Header(
        environment=Environment(_number(fields[1])),
        line=_octets(fields[2], HASH_BYTES),
        writer=_octets(fields[3], WRITER_BYTES),
        segment=_octets(fields[4], SEGMENT_BYTES),
        seq=_number(fields[5], 1),
        prev=_octets(fields[6], HASH_BYTES),
        seen=read_ref(fields[SEEN]) if SEEN in fields else None,
        kind=_number(fields[8]),
        precedence=Precedence(_number(fields.get(9, 0))),
        time=Span(*time),
        refs=tuple(map(read_ref, refs)),
        commitment=_octets(fields[12], HASH_BYTES),
        size_class=_number(fields.get(13, 0)),
        key_id=_octets(fields[14], KEY_ID_BYTES),
        witness=_octets(fields[WITNESS], HASH_BYTES) if WITNESS in fields else None,
        critical=critical,
        extensions=tuple((key, fields[key]) for key in beyond),
    )


SEEN: Final = 7
WITNESS: Final = 15
FIRST_EXTENSION: Final = 32
LAST_FIELD: Final = 16


def _refuse_defaults(fields: dict[int, Value]) -> None:
    """One value, one encoding: what equals its default is not written."""
    for key in (9, 11, 13, 16):
        if key in fields and not fields[key]:
            raise ValueError(f"field {key} is written although it is the default")
    assert len(fields) <= MAP_KEYS_MAX


def read_ref(value: Value) -> Ref:
    """A reference from its CBOR form. Raises ValueError or TypeError."""
    if not isinstance(value, list) or len(value) != 3:  # noqa: PLR2004
        raise ValueError("a reference is not [segment, seq, hash]")
    return Ref(_octets(value[0], SEGMENT_BYTES), _number(value[1], 1), _octets(value[2], HASH_BYTES))


def _octets(value: Value, size: int) -> bytes:
    if not isinstance(value, bytes) or len(value) != size:
        raise ValueError(f"expected {size} bytes")
    return value


def _number(value: Value, least: int = 0) -> int:
    if type(value) is not int or not least <= value <= SEQ_MAX:
        raise ValueError(f"expected a whole number from {least}")
    return value


def _numbers(value: Value, count: int | None) -> list[int]:
    if (
        not isinstance(value, list)
        or (count is not None and len(value) != count)
        or len(value) > MAP_KEYS_MAX
    ):
        raise ValueError("expected a list of whole numbers")
    return [_number(cast("Value", each)) for each in value]


def commit(kind: int, salt: bytes, body: bytes) -> bytes:
    """The commitment to a body: salted, so that a withheld short body cannot be guessed; 32 bytes."""
    return digest(BODY, salt, kind.to_bytes(8, "big"), body)
