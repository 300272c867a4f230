"""The pages of an encrypted database file, looked at without the database library.

Each page of 4,096 bytes carries an HMAC-SHA512 over its ciphertext and its number (SQLCipher, version 4). One
page that fails it makes the library refuse everything until the file is opened anew. So the search for
damaged pages reads the file by itself, piece by piece; the pages in the write-ahead log are looked at too.
"""

import os
import secrets
from hashlib import pbkdf2_hmac
from hmac import compare_digest, digest
from pathlib import Path
from struct import Struct
from typing import Final, Self

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE_BYTES: Final = 4_096
SALT_BYTES: Final = 16  # in place of the first bytes of page 1
MAC_BYTES: Final = 64
IV_BYTES: Final = 16
USABLE_BYTES: Final = PAGE_BYTES - IV_BYTES - MAC_BYTES
MAC_SALT: Final = 0x3A  # each byte of the salt is mixed with it for the key of the HMAC
MAC_ROUNDS: Final = 2
WAL_HEAD: Final = Struct(">6I2I")  # magic, format, page size, sequence, two salts, checksum
FRAME_HEAD: Final = Struct(">4I2I")  # page, size after commit, two salts, checksum
NUMBER: Final = Struct("<I")
BLANK_ROW: Final = b"\x01\x00\x01\x00"  # one byte of record, row 0, a record without columns, filler
BLANK: Final = (
    b"\x0d\0\0\0\x01"
    + (USABLE_BYTES - len(BLANK_ROW)).to_bytes(2, "big")
    + b"\0"
    + (USABLE_BYTES - len(BLANK_ROW)).to_bytes(2, "big")
    + bytes(USABLE_BYTES - len(BLANK_ROW) - 10)
    + BLANK_ROW
)
"A table page with one row that says nothing: in a copy it stands for a damaged page, and others can be read."


def mac_key(key: bytes, salt: bytes) -> bytes:
    """The key of the HMAC of every page."""
    return pbkdf2_hmac("sha512", key, bytes(each ^ MAC_SALT for each in salt), MAC_ROUNDS, len(key))


def is_sound(page: bytes, number: int, key: bytes) -> bool:
    """Whether a page is what was written."""
    if len(page) != PAGE_BYTES:
        return False
    start = SALT_BYTES if number == 1 else 0
    found = digest(key, page[start:-MAC_BYTES] + NUMBER.pack(number), "sha512")
    return compare_digest(found, page[-MAC_BYTES:])


def sealed(plain: bytes, number: int, key: bytes, salt: bytes) -> bytes:
    """A page other than the first, as the library would write it."""
    assert number > 1 and len(plain) == USABLE_BYTES
    start = secrets.token_bytes(IV_BYTES)
    encryptor = Cipher(AES(key), CBC(start)).encryptor()
    data = encryptor.update(plain) + encryptor.finalize() + start
    return data + digest(mac_key(key, salt), data + NUMBER.pack(number), "sha512")


class Pages:
    """The file of a database that may be in use. Nobody may write it during a call.

    Its file must not be closed before the database is: to close any file is to give up all locks that this
    process has on it.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._file = os.open(path, os.O_RDONLY)
        self._log = path.with_name(path.name + "-wal")
        self._key = mac_key(key, os.pread(self._file, SALT_BYTES, 0))

    @classmethod
    def of(cls, path: Path, key: bytes | None) -> Self | None:
        """None where pages are in the clear and carry nothing to check."""
        return None if key is None else cls(path, key)

    @property
    def count(self) -> int:
        """How many pages the file has now; a piece of a page counts."""
        return -(-os.fstat(self._file).st_size // PAGE_BYTES)

    def damaged(self, first: int, count: int) -> list[int]:
        """Numbers of damaged pages among `count` from `first` on; also those that the disk does not read."""
        last = min(first + count - 1, self.count)
        return [number for number in range(first, last + 1) if not self._is_sound(number)]

    def _is_sound(self, number: int) -> bool:
        try:
            page = os.pread(self._file, PAGE_BYTES, (number - 1) * PAGE_BYTES)
        except OSError:
            return False
        return is_sound(page, number, self._key)

    def damaged_in_log(self) -> list[int]:
        """Numbers of pages that are damaged in the write-ahead log. Raises OSError."""
        try:
            with self._log.open("rb") as log:
                data = log.read()
        except FileNotFoundError:
            return []
        return _damaged_frames(data, self._key)

    def close(self) -> None:
        """After the database was closed."""
        os.close(self._file)


def _damaged_frames(data: bytes, key: bytes) -> list[int]:
    """Frames of the present round only: those behind them are left from an earlier one."""
    if len(data) < WAL_HEAD.size:
        return []
    salts, found = WAL_HEAD.unpack_from(data)[4:6], list[int]()
    size = FRAME_HEAD.size + PAGE_BYTES
    for at in range(WAL_HEAD.size, len(data) - size + 1, size):
        number, _, *rest = FRAME_HEAD.unpack_from(data, at)
        if tuple(rest[:2]) != salts:
            break
        if not is_sound(data[at + FRAME_HEAD.size : at + size], number, key):
            found.append(number)
    return found
