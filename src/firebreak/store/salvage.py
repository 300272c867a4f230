"""Reading what can be read of a damaged database, from a copy; the file itself is never written.

In the copy an empty page stands for each damaged one, so that a search goes past it. Every row that is read
must still give its own hash. Pages that lead to others may take many entries with them; the counterpart has
those too.
"""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.entry import Entry, read_entry
from firebreak.ports import Kept
from firebreak.store import faults
from firebreak.store.opening import open_file
from firebreak.store.pages import BLANK, PAGE_BYTES, SALT_BYTES, Pages, sealed

PIECE: Final = 256  # pages looked at in one go
PLACES: Final = "SELECT place FROM entries NOT INDEXED"
ROW: Final = """SELECT at, hash, payload, signature, entries.body, kept, salt, bodies.body
    FROM entries LEFT JOIN bodies ON bodies.number = entries.body WHERE place = ?"""


@dataclass(frozen=True, slots=True)
class Saved:
    """An entry that could be read."""

    kept: Kept
    body_lost: bool
    "Whether it had a body that could not be read."


@dataclass(slots=True)
class Salvage:
    """A copy of a damaged database, made readable."""

    path: Path
    key: bytes
    pages: tuple[int, ...]
    "Numbers of the damaged pages."
    unreadable: int = 0
    "Entries that were found and could not be read; there may be more."

    @classmethod
    def of(cls, database: Path, key: bytes, folder: Path) -> "Salvage":
        """Copy a database that nobody uses into a folder. Raises StorageError when nothing can be read."""
        copy = folder / database.name
        for suffix in ("", "-wal"):
            source = database.with_name(database.name + suffix)
            if source.exists():
                _copy(source, copy.with_name(copy.name + suffix))
        try:
            with closing(open_file(copy, key)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        except dbapi2.Error as error:
            raise faults.hopeless(database) from error
        pages = damaged_pages(copy, key)
        _blank(copy, key, pages)
        return cls(copy, key, pages)

    def entries(self) -> Iterator[Saved]:
        """All entries that can be read, in the order in which they were stored. Raises StorageError."""
        with closing(open_file(self.path, self.key)) as connection:
            try:
                places = [place for (place,) in connection.execute(PLACES)]
            except dbapi2.Error as error:
                raise faults.hopeless(self.path) from error
            for place in sorted(each for each in places if each):
                saved = _saved(connection, place)
                if saved is None:
                    self.unreadable += 1
                else:
                    yield saved

    def kept(self) -> list[tuple[str, bytes]]:
        """Named values, if all of them can be read."""
        with closing(open_file(self.path, self.key)) as connection:
            try:
                return connection.execute("SELECT name, value FROM kept").fetchall()
            except dbapi2.Error:
                return []


def damaged_pages(path: Path, key: bytes) -> tuple[int, ...]:
    """Numbers of all damaged pages of a file that nobody uses. Raises OSError."""
    pages = Pages(path, key)
    try:
        firsts = range(1, pages.count + 1, PIECE)
        return tuple(number for first in firsts for number in pages.damaged(first, PIECE))
    finally:
        pages.close()


def _copy(source: Path, target: Path) -> None:
    """Copy a file, with zeros in the place of what the disk does not read. Raises OSError."""
    with target.open("xb") as writing:
        file = os.open(source, os.O_RDONLY)
        try:
            for at in range(0, os.fstat(file).st_size, PAGE_BYTES):
                writing.write(_read(file, at))
        finally:
            os.close(file)


def _read(file: int, at: int) -> bytes:
    try:
        return os.pread(file, PAGE_BYTES, at)
    except OSError:
        return bytes(PAGE_BYTES)


def _blank(path: Path, key: bytes, pages: tuple[int, ...]) -> None:
    with path.open("r+b") as file:
        salt = file.read(SALT_BYTES)
        for number in pages:
            file.seek((number - 1) * PAGE_BYTES)
            file.write(sealed(BLANK, number, key, salt))


def _saved(connection: dbapi2.Connection, place: int) -> Saved | None:
    try:
        row: tuple[Any, ...] = connection.execute(ROW, (place,)).fetchone()
        at, hash, payload, signature, number, whole, salt, body = row
        entry: Entry = read_entry(payload, signature, salt if whole else None, body if whole else None)
    except (dbapi2.Error, CounterpartError, TypeError):
        return None
    if entry.hash != hash:
        return None
    return Saved(Kept(entry, Instant(at)), body_lost=number is not None and whole is None)
