"""A long file under a key: sealed piece by piece, so that none can be changed, moved, left out or cut off.

In the clear stands only what is needed to open it. The key of each file follows from the storage key and a
salt drawn for that file; the nonce of a piece is its number and whether it is the last (I28).
"""

import os
from collections.abc import Iterator
from typing import IO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from firebreak.core.base.purposes import Environment, context
from firebreak.keyring import faults

BACKUP: Final = b"backup"
"Purpose string of backups."

MAGIC: Final = b"firebreak backup 1\n"
SALT_BYTES: Final = 32
HEAD_BYTES: Final = len(MAGIC) + 1 + SALT_BYTES
PIECE_BYTES: Final = 1 << 16
TAG_BYTES: Final = 16
COUNTER_BYTES: Final = 11


class SealedWriter:
    """Takes bytes and writes sealed pieces. Nothing reads as complete before `end`."""

    def __init__(self, stream: IO[bytes], key: bytes, environment: Environment) -> None:
        salt = os.urandom(SALT_BYTES)
        self._stream = stream
        self._head = MAGIC + bytes([environment]) + salt
        self._cipher = _cipher(key, self._head)
        self._held = bytearray()
        self._count = 0
        stream.write(self._head)

    def write(self, data: bytes) -> None:
        """Add bytes. Raises OSError."""
        self._held += data
        while len(self._held) > PIECE_BYTES:
            self._seal(bytes(self._held[:PIECE_BYTES]), last=False)
            del self._held[:PIECE_BYTES]

    def end(self) -> None:
        """Write the last piece. Raises OSError."""
        self._seal(bytes(self._held), last=True)

    def _seal(self, piece: bytes, *, last: bool) -> None:
        self._stream.write(self._cipher.encrypt(_nonce(self._count, last=last), piece, self._head))
        self._count += 1


def read_head(stream: IO[bytes]) -> tuple[bytes, Environment]:
    """What stands in the clear. Raises LocalError for what does not begin like a backup."""
    head = stream.read(HEAD_BYTES)
    if len(head) != HEAD_BYTES or not head.startswith(MAGIC) or head[len(MAGIC)] > max(Environment):
        raise faults.no_backup("it does not begin like one")
    return head, Environment(head[len(MAGIC)])


class SealedReader:
    """Gives back the bytes of a sealed file. What `read` has given is authentic; whole only after `end`."""

    def __init__(self, stream: IO[bytes], head: bytes, key: bytes) -> None:
        self._pieces = _pieces(stream, head, _cipher(key, head))
        self._held = bytearray()

    def read(self, size: int) -> bytes:
        """Exactly so many bytes. Raises LocalError."""
        while len(self._held) < size:
            piece = next(self._pieces, None)
            if piece is None:
                raise faults.no_backup("it ends too early")
            self._held += piece
        data = bytes(self._held[:size])
        del self._held[:size]
        return data

    def end(self) -> None:
        """Nothing may follow. Raises LocalError."""
        if self._held or any(self._pieces):
            raise faults.no_backup("something follows its end")


def _pieces(stream: IO[bytes], head: bytes, cipher: AESGCM) -> Iterator[bytes]:
    count, size = 0, PIECE_BYTES + TAG_BYTES
    piece, following = stream.read(size), stream.read(size)
    while True:
        try:
            yield cipher.decrypt(_nonce(count, last=not following), piece, head)
        except InvalidTag as error:
            reason = "its key is another, or it was changed" if count == 0 else "it was changed or cut off"
            raise faults.no_backup(reason) from error
        if not following:
            return
        piece, following, count = following, stream.read(size), count + 1


def _cipher(key: bytes, head: bytes) -> AESGCM:
    environment, salt = Environment(head[len(MAGIC)]), head[-SALT_BYTES:]
    return AESGCM(HKDF(SHA256(), 32, salt, context(BACKUP, environment)).derive(key))


def _nonce(count: int, *, last: bool) -> bytes:
    return count.to_bytes(COUNTER_BYTES, "big") + bytes([last])
