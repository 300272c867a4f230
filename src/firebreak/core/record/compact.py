"""The compact wire form of an entry: what travels leaves out all that the receiver can rebuild.

Signed is always the full header. Line, writer, environment and version are known to both; `prev` is the
hash of the number before, which the receiver has; the hash inside `seen` is one of the receiver's own
entries; the commitment follows from salt and body. The receiver rebuilds the exact bytes, then verifies;
a wrong guess fails the signature and the entry is asked for again in full.
"""

from typing import Final, Protocol, cast

from firebreak.core.base.cbor import Value
from firebreak.core.base.purposes import HASH, Environment
from firebreak.core.envelope.cose import hash_of
from firebreak.core.envelope.entry import SALT_BYTES, Entry, read_entry
from firebreak.core.envelope.header import Header, Ref, Span, commit, read_header, read_ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.record.frames import ENTRY_FRAME, BadFrame, EntryFrame

FULL: Final = 0
COMPACT: Final = 1
BODY_MAX: Final = 16_384

_SEGMENT, _SEQ, _SEEN, _KIND, _PRECEDENCE, _TIME, _REFS, _SIZE, _WITNESS, _CRITICAL = range(10)
_RARE: Final = (_REFS, _SIZE, _WITNESS, _CRITICAL)
PREFIX_BYTES: Final = 4  # of a segment id; a party has few segments, and a wrong guess is noticed


class Context(Protocol):
    """What the receiver of a compact frame knows."""

    @property
    def line(self) -> bytes: ...
    @property
    def environment(self) -> Environment: ...
    @property
    def writer(self) -> bytes:
        """The sender's party, 16 bytes."""
        ...

    def key_id(self, segment: bytes) -> bytes:
        """Of the key under which the newest entry held of the sender's segment was signed."""
        ...

    def own_ref(self, prefix: bytes, seq: int) -> Ref | None:
        """An entry of the receiver's own log, by the first bytes of its segment and its number."""
        ...

    def their_ref(self, prefix: bytes, seq: int) -> Ref | None:
        """The same for the sender's log, as the receiver holds it."""
        ...


def entry_value(frame: EntryFrame, key_id: bytes) -> Value:
    """The CBOR form of an entry frame; compact where that is safe."""
    entry = frame.entry
    if frame.full or not _compactable(entry, key_id):
        return [ENTRY_FRAME, FULL, entry.payload, entry.signature, entry.salt, entry.body]
    return [ENTRY_FRAME, COMPACT, _shrunk(entry.header), entry.signature, entry.salt, entry.body]


def _compactable(entry: Entry, key_id: bytes) -> bool:
    header = entry.header
    return entry.body is not None and header.seq > 1 and header.key_id == key_id and not header.extensions


def _shrunk(header: Header) -> Value:
    fields: dict[int, Value] = {_SEGMENT: header.segment[:PREFIX_BYTES], _SEQ: header.seq}
    if header.seen is not None:
        fields[_SEEN] = [header.seen.segment[:PREFIX_BYTES], header.seen.seq]
    fields[_KIND] = header.kind
    if header.precedence:
        fields[_PRECEDENCE] = int(header.precedence)
    fields[_TIME] = [header.time.lo, header.time.hi - header.time.lo]
    if header.refs:
        fields[_REFS] = [list(each) for each in header.refs]
    if header.size_class:
        fields[_SIZE] = header.size_class
    if header.witness:
        fields[_WITNESS] = header.witness
    if header.critical:
        fields[_CRITICAL] = list(header.critical)
    return fields


def read_entry_frame(value: list[Value], context: Context) -> Entry:
    """Put the entry of a frame together. Raises BadFrame, NotStrict or BadHeader; verifies nothing yet."""
    try:
        _, form, head, signature, salt, body = value
    except ValueError as error:
        raise BadFrame("an entry frame has not six parts") from error
    _check_parts(signature, salt, body)
    signature, salt, body = cast("tuple[bytes, bytes | None, bytes | None]", (signature, salt, body))
    if form == FULL and isinstance(head, bytes):
        return read_entry(head, signature, salt, body)
    if form != COMPACT or not isinstance(head, dict) or salt is None or body is None:
        raise BadFrame("an entry frame of an unknown form")
    return _grown(head, signature, salt, body, context)


def _check_parts(signature: Value, salt: Value, body: Value) -> None:
    if not isinstance(signature, bytes) or (salt is None) != (body is None):
        raise BadFrame("signature, salt or body is missing")
    if salt is not None and (not isinstance(salt, bytes) or len(salt) != SALT_BYTES):
        raise BadFrame("a salt is not 32 bytes")
    if body is not None and (not isinstance(body, bytes) or len(body) > BODY_MAX):
        raise BadFrame("a body is not bytes, or too large")


def _grown(head: dict[int, Value], signature: bytes, salt: bytes, body: bytes, context: Context) -> Entry:
    try:
        header = _header(head, salt, body, context)
    except (KeyError, TypeError, ValueError) as error:
        raise BadFrame(f"the compact header cannot be rebuilt: {error}") from error
    payload = header.to_bytes()
    if any(each in head for each in _RARE):
        header = read_header(payload)  # what is stored must be readable again; a plain header always is
    return Entry(header, payload, signature, salt, body, hash_of(HASH, payload))


def _header(head: dict[int, Value], salt: bytes, body: bytes, context: Context) -> Header:
    seq, kind = _whole(head[_SEQ]), _whole(head[_KIND])
    before = context.their_ref(cast("bytes", head[_SEGMENT]), seq - 1)
    if before is None:
        raise ValueError(f"number {seq - 1} is not here")
    lo, width = (_whole(each) for each in cast("list[Value]", head[_TIME]))
    refs = cast("list[Value]", head.get(_REFS, []))
    return Header(
        environment=context.environment,
        line=context.line,
        writer=context.writer,
        segment=before.segment,
        seq=seq,
        prev=before.hash,
        seen=_seen(head[_SEEN], context) if _SEEN in head else None,
        kind=kind,
        precedence=Precedence(_whole(head.get(_PRECEDENCE, 0))),
        time=Span(lo, _whole(lo + width)),
        refs=tuple(read_ref(each) for each in refs),
        commitment=commit(kind, salt, body),
        size_class=_whole(head.get(_SIZE, 0)),
        key_id=context.key_id(before.segment),
        witness=cast("bytes | None", head.get(_WITNESS)),
        critical=tuple(_whole(each) for each in cast("list[Value]", head.get(_CRITICAL, []))),
    )


def _seen(value: Value, context: Context) -> Ref:
    prefix, seq = cast("list[Value]", value)
    ref = context.own_ref(cast("bytes", prefix), _whole(seq))
    if ref is None:
        raise ValueError("it names an entry of ours that is not here")
    return ref


def _whole(value: Value) -> int:
    if type(value) is not int or not 0 <= value < WHOLE_MAX:
        raise ValueError("not a whole number")
    return value


WHOLE_MAX: Final = 1 << 53
