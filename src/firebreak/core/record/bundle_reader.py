"""Reading a bundle piece by piece. A file cut off, damaged or foreign raises LocalError with its offset.

Nothing is verified here but the form. A hash at the end covers the whole file, so whoever acts upon a piece
before the end was reached has to wait with the verdict until it is.
"""

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, NoReturn, Protocol, TypeAlias

from firebreak.core.base.cbor import Value, decode
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.shape import BODY_BYTES_MAX
from firebreak.core.envelope.cose import SIGNATURE_BYTES
from firebreak.core.envelope.entry import SALT_BYTES
from firebreak.core.envelope.header import HEADER_BYTES_MAX
from firebreak.core.envelope.verifying import MLDSA65_SIGNATURE_BYTES
from firebreak.core.record.bundle import (
    CARDS_MAX,
    ENTRIES_MAX,
    LENGTH_BYTES,
    MAGIC,
    OPTIONAL,
    PIECE_BYTES_MAX,
    End,
    Hash,
    Head,
    Sort,
)

_MAGIC_OF_ANY_VERSION: Final = re.compile(rb"FIREBREAK BUNDLE [0-9]{1,3}\n?")


class Readable(Protocol):
    """A binary stream to read from."""

    def read(self, size: int, /) -> bytes: ...


class RawCard(NamedTuple):
    """A card piece, unverified and unread."""

    payload: bytes
    ed25519: bytes
    mldsa65: bytes


class RawEntry(NamedTuple):
    """An entry piece, unverified and unread."""

    payload: bytes
    signature: bytes
    salt: bytes | None
    body: bytes | None


class RawStamp(NamedTuple):
    """A checkpoint with the lines of witnesses, unverified and unread."""

    note: bytes


class Optional(NamedTuple):
    """A piece of a sort that this version does not know and may leave aside."""

    sort: int


Piece: TypeAlias = "Head | RawCard | RawEntry | RawStamp | Optional | End"


COUNTED: Final = (RawCard, RawEntry, RawStamp, Optional)


class Unreadable(LocalError):
    """The file is not an undamaged bundle of a version that we can read."""


@dataclass(slots=True)
class BundleReader:
    """Reads pieces in order; `offset` is where the next one begins."""

    stream: Readable
    offset: int = 0
    counts: dict[type, int] = field(
        default_factory=lambda: dict.fromkeys((RawCard, RawEntry, RawStamp, Optional), 0)
    )
    _hash: Hash = field(default_factory=hashlib.sha256)

    def pieces(self) -> Iterator[Piece]:
        """Every piece, the end last. Raises Unreadable."""
        self._magic()
        piece = self._piece(first=True)
        yield piece
        while not isinstance(piece, End):
            piece = self._piece(first=False)
            yield piece

    def _magic(self) -> None:
        begin = self._exactly(len(MAGIC), cut_off_is_foreign=True)
        if begin != MAGIC:
            if _MAGIC_OF_ANY_VERSION.fullmatch(begin):
                raise _newer("the file names a later version in its first line")
            raise _foreign()
        self._take(begin)

    def _piece(self, *, first: bool) -> Piece:
        length = self._exactly(LENGTH_BYTES)
        size = int.from_bytes(length, "big")
        if not 0 < size <= PIECE_BYTES_MAX:
            self._damaged(f"a piece of {size} bytes, allowed are 1 to {PIECE_BYTES_MAX}")
        data = self._exactly(size, skipped=LENGTH_BYTES)
        piece = self._read(data)
        if first is not isinstance(piece, Head):
            self._damaged("the first piece is no head" if first else "a second head")
        if isinstance(piece, End):
            self._check_end(piece)
        elif not isinstance(piece, Head):
            self._count(piece)
        self._take(length + data)
        if isinstance(piece, End) and self.stream.read(1):
            self._damaged("something follows after the end")
        return piece

    def _read(self, data: bytes) -> Piece:
        try:
            value = decode(data, size_max=PIECE_BYTES_MAX)
            return _from_value(value)
        except LocalError as error:
            raise type(error)(
                f"{error.text}, at byte {self.offset}", code=error.code, hint=error.hint
            ) from error
        except (CounterpartError, ValueError) as error:
            self._damaged(error.text if isinstance(error, CounterpartError) else str(error))

    def _count(self, piece: Piece) -> None:
        if isinstance(piece, RawCard) and self.counts[RawEntry]:
            self._damaged("a card after the first entry")
        self.counts[type(piece)] += 1
        if self.counts[RawCard] > CARDS_MAX or self.counts[RawEntry] > ENTRIES_MAX:
            self._damaged(f"more than {CARDS_MAX} cards or {ENTRIES_MAX} entries")

    def _check_end(self, end: End) -> None:
        optional = self.counts[Optional] + self.counts[RawStamp]
        counted = (self.counts[RawCard], self.counts[RawEntry], optional)
        if counted != (end.cards, end.entries, end.optional):
            self._damaged("the end counts other pieces than the file holds")
        if not hmac.compare_digest(self._hash.digest(), end.sha256):
            self._damaged("the hash at the end is not that of the file")

    def _exactly(self, size: int, *, skipped: int = 0, cut_off_is_foreign: bool = False) -> bytes:
        """So many bytes, although a stream may give them in several parts."""
        parts: list[bytes] = []
        wanted = size
        while wanted and (part := self.stream.read(wanted)):
            parts.append(part)
            wanted -= len(part)
        data = b"".join(parts)
        if not wanted:
            return data
        if cut_off_is_foreign and not MAGIC.startswith(data):
            raise _foreign()
        raise Unreadable(
            f"the bundle ends too early, at byte {self.offset + skipped + len(data)}",
            code="FB342",
            hint="copy the whole file again, or export it again",
        )

    def _take(self, data: bytes) -> None:
        self._hash.update(data)
        self.offset += len(data)

    def _damaged(self, why: str) -> NoReturn:
        raise Unreadable(
            f"the bundle is damaged at byte {self.offset}: {why}",
            code="FB343",
            hint="copy the file again and compare its SHA-256 with the exporter's",
        )


def read_bundle(stream: Readable) -> Iterator[Piece]:
    """Every piece of a bundle, the end last. Raises Unreadable, at the latest when the end is reached."""
    return BundleReader(stream).pieces()


def _from_value(value: Value) -> Piece:
    if not isinstance(value, list) or not value or type(value[0]) is not int:
        raise ValueError("a piece that does not begin with its sort")
    sort = value[0]
    if sort >= OPTIONAL:
        return _optional(sort, value)
    if sort > Sort.END:
        raise _newer(f"a piece of sort {sort}")
    return _known(value)


def _known(value: list[Value]) -> Piece:
    match value:
        case [Sort.ENTRY, bytes(payload), bytes(signature), salt, body]:
            return _entry(payload, signature, salt, body)
        case [Sort.HEAD, dict(fields)]:
            return Head.from_map(fields)
        case [Sort.CARD, bytes(payload), bytes(ed25519), bytes(mldsa65)]:
            if len(ed25519) != SIGNATURE_BYTES or len(mldsa65) != MLDSA65_SIGNATURE_BYTES:
                raise ValueError("a card's signature of the wrong length")
            return RawCard(payload, ed25519, mldsa65)
        case [Sort.END, dict(fields)]:
            return End.from_map(fields)
        case _:
            raise ValueError("a piece that is neither head, card, entry nor end")


def _optional(sort: int, value: list[Value]) -> Piece:
    match value:
        case [Sort.STAMP, bytes(note)]:
            return RawStamp(note)
        case _:
            return Optional(sort)


def _entry(payload: bytes, signature: bytes, salt: Value, body: Value) -> RawEntry:
    if len(payload) > HEADER_BYTES_MAX or len(signature) != SIGNATURE_BYTES:
        raise ValueError("an entry whose header is too large or whose signature has the wrong length")
    if salt is None and body is None:
        return RawEntry(payload, signature, None, None)
    if not isinstance(salt, bytes) or not isinstance(body, bytes):
        raise ValueError("an entry with only one of salt and body")
    if len(salt) != SALT_BYTES or len(body) > BODY_BYTES_MAX:
        raise ValueError("a salt of the wrong length or a body that is too large")
    return RawEntry(payload, signature, salt, body)


def _foreign() -> Unreadable:
    return Unreadable(
        "this is not a Firebreak bundle", code="FB340", hint="a bundle is made by `firebreak export`"
    )


def _newer(what: str) -> Unreadable:
    return Unreadable(
        f"this bundle was made by a later version: {what}",
        code="FB341",
        hint="verify it with a newer Firebreak",
    )
