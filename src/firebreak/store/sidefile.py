"""The side file: how far each line had come, kept outside every backup (`spec/store.md`).

One slot of 64 bytes per line, rewritten after each commit with the position and hash of the newest entry.
A database that is behind its side file, or holds another entry at that place, or has no side file although
it has entries, came from a backup. This is an early warning and not what makes a restart safe, so it is
not synced: it costs one small write into memory of the system.
"""

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from struct import Struct
from typing import Final, Self

from firebreak.store import faults

SLOT: Final = Struct(">QQ32s")  # line number, position, hash
SLOT_BYTES: Final = 64
CHECK_BYTES: Final = SLOT_BYTES - SLOT.size
LINES_MAX: Final = 4_096  # slots beyond it are not kept; no node has so many lines

HashAt = Callable[[int, int], bytes | None]
"Line number and position -> hash of the entry stored there."


class SideFile:
    """Slots in one file, one per line."""

    def __init__(self, file: int) -> None:
        self._file = file

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open or create it. Raises LocalError."""
        try:
            return cls(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise faults.unopenable(path, error.strerror) from error

    def note(self, line: int, position: int, hash: bytes) -> None:
        """Remember the newest entry of a line. Raises OSError."""
        if line < LINES_MAX:
            packed = SLOT.pack(line, position, hash)
            os.pwrite(self._file, packed + sha256(packed).digest()[:CHECK_BYTES], line * SLOT_BYTES)

    def contradicts(self, newest: Iterable[tuple[int, int]], hash_at: HashAt) -> bool:
        """Whether this file has seen more than the database, given (line, position) of its newest entries."""
        held = dict(newest)
        noted = self._read()
        behind = any(hash_at(line, position) != hash for line, (position, hash) in noted.items())
        return behind or any(
            line not in noted for line, position in held.items() if position and line < LINES_MAX
        )

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)

    def _read(self) -> dict[int, tuple[int, bytes]]:
        """The slots that are whole; a torn one says nothing."""
        data = os.pread(self._file, LINES_MAX * SLOT_BYTES, 0)
        found: dict[int, tuple[int, bytes]] = {}
        for start in range(0, len(data) - SLOT_BYTES + 1, SLOT_BYTES):
            packed, check = data[start : start + SLOT.size], data[start + SLOT.size : start + SLOT_BYTES]
            line, position, hash = SLOT.unpack(packed)
            if line * SLOT_BYTES == start and position and sha256(packed).digest()[:CHECK_BYTES] == check:
                found[line] = (position, hash)
        return found
