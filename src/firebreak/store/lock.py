"""One process per database: a lock held for as long as the store is open.

The kernel gives it back when the process ends, however it ends, so a lock file left behind means nothing.
"""

import fcntl
import os
from pathlib import Path
from typing import Final, Self

from firebreak.store import faults

PROCESS_BYTES_MAX: Final = 20  # a process number with its newline


class Lock:
    """An exclusive lock beside the database, naming its holder."""

    def __init__(self, file: int) -> None:
        self._file = file

    @classmethod
    def take(cls, database: Path) -> Self:
        """Take the lock or raise the error that names who has it."""
        path = database.with_name(database.name + ".lock")
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise faults.unopenable(path, error.strerror) from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(file, PROCESS_BYTES_MAX).decode("ascii", "replace").strip()
            os.close(file)
            raise faults.in_use(database, holder or "unknown") from error
        os.ftruncate(file, 0)
        os.pwrite(file, f"{os.getpid()}\n".encode(), 0)
        return cls(file)

    def release(self) -> None:
        """Give the lock back; the file stays, so that nobody locks a file that is about to vanish."""
        os.close(self._file)
