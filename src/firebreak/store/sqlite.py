"""The SQLite store: one file, encrypted at rest, one connection that writes and checkpoints.

`append` is one transaction, synced by the WAL under synchronous=FULL before it returns: the caller's batch is
the group commit. After any write, commit or sync that failed, nothing more is written until a new start.

What destroying a body means here (I25): its salt and bytes are overwritten with zeros where they lie, the WAL
is copied into the database and cut to length 0, and the tests then find no byte of either in any file of a
store that keeps its pages in the clear. Not proven, and not in the power of a program: that the disk or the
file system keeps no older copy of a block. Such a copy is ciphertext under the storage key, which opens the
whole database and is not destroyed. Backups keep what they hold until they are deleted.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, RLock
from typing import Final, Self, cast

from sqlcipher3 import dbapi2

from firebreak.core.base.errors import CounterpartError, StorageError
from firebreak.core.envelope.entry import read_entry
from firebreak.ports import Kept
from firebreak.store import exchange, faults, schema
from firebreak.store.copying import copy_database
from firebreak.store.lock import Lock
from firebreak.store.numbering import Line, Numbering, Row
from firebreak.store.opening import connect
from firebreak.store.pages import Pages
from firebreak.store.sidefile import SideFile

PAUSE_SECONDS: Final = 0.002  # between two pieces of a copy
CHUNK: Final = 256  # rows read at once; with the largest bodies 4 MiB


class SqliteStore:
    """A `ports.Store` in one encrypted file. Threads may take turns; each call holds the store for itself."""

    def __init__(
        self, connection: dbapi2.Connection, lock: Lock, side: SideFile, pages: Pages | None
    ) -> None:
        self._connection = connection
        self._lock = lock
        self._side = side
        self._pages = pages
        self._turn = RLock()
        self._pause = Event()
        "Set at the end, so that nobody goes on copying."
        self.fault: StorageError | None = None
        "What went wrong first; every later write is then refused."
        self.on_fault: Callable[[], None] = lambda: None
        "Called once, in whichever thread found it."
        self._numbering = Numbering(connection)
        self.restored = side.contradicts(self._newest(), self._hash_at)
        "Whether the side file knows of more than this database holds: a warning."
        self._noting = False
        if not self.restored:
            self.goes_on()

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes | None,
        *,
        side: Path | None = None,
        factory: type[dbapi2.Connection] = dbapi2.Connection,
    ) -> Self:
        """Open or create a database. Raises LocalError (FB301 names the process that has it) or StorageError.

        `key` is the 32-byte storage key; None keeps pages in the clear, for tests that scan files.
        `side` should lie outside every backup set; without it the side file stands beside the database.
        """
        path = path.resolve()
        with ExitStack() as undo:
            lock = Lock.take(path)
            undo.callback(lock.release)
            exchange.take_back(path)
            side_file = SideFile.open(side or path.with_name(path.name + ".side"))
            undo.callback(side_file.close)
            connection = connect(path, key, factory)
            undo.callback(connection.close)
            pages = Pages.of(path, key)
            if pages is not None:
                undo.callback(pages.close)
            try:
                store = cls(connection, lock, side_file, pages)
            except dbapi2.Error as error:
                raise faults.damaged("the database", error) from error
            undo.pop_all()
            return store

    def goes_on(self) -> None:
        """The node has heard what it lost, or waited in vain: the side file follows the database again."""
        with self._turn:
            self._noting = True
            self._note(self._numbering.lines.values())

    @property
    def failed(self) -> bool:
        """Whether nothing is written any more."""
        return self.fault is not None

    def append(self, entries: Sequence[Kept]) -> None:
        """Make entries durable in one transaction; those already held are ignored. Raises StorageError."""
        with self._writing():
            batch = self._numbering.batch(entries)
            self._connection.executemany(schema.ADD_BODY, batch.bodies)
            self._connection.executemany(schema.ADD_ENTRY, batch.entries)
            self._connection.execute("COMMIT")
            self._note(batch.lines.values())

    def entries(self, line: bytes, *, after: int = 0) -> Iterator[tuple[int, Kept]]:
        """All entries of a line with their position, read in chunks; those appended meanwhile come too."""
        found = self._numbering.lines.get(line)
        if found is None:
            return
        place, last = schema.first_place(found.number) + after, schema.last_place(found.number)
        while rows := self._all(schema.READ, place, last, CHUNK):
            for row in rows:
                yield schema.position(row[0]), _kept(row)
            place = rows[-1][0]

    def find(self, line: bytes, hash: bytes) -> Kept | None:
        """One entry by its hash. The first call reads the hashes of the whole line."""
        place = self._place(line, hash)
        return None if place is None else _kept(self._all(schema.READ_ONE, place)[0])

    def span(self, line: bytes, writer: bytes, segment: bytes, first: int, last: int) -> Iterator[Kept]:
        """Entries first..last of one segment, read in chunks; versions of one number by their hash."""
        found = self._numbering.lines.get(line)
        numbers = self._all(schema.SEGMENT, found.number, writer, segment) if found else []
        if not numbers:
            return
        seq, hash = first, b""
        while rows := self._all(schema.SPAN, numbers[0][0], seq, hash, last, CHUNK):
            for row in rows:
                yield _kept(row)
            _, seq, _, hash, *_ = rows[-1]

    def shred(self, line: bytes, hash: bytes) -> None:
        """Destroy salt and body of an entry; see the top of this file. Raises LocalError, StorageError."""
        place = self._place(line, hash)
        if place is None:
            raise faults.unknown_entry(hash)
        with self._writing():
            self._connection.execute(schema.DESTROY_BODY, (place,))
            self._connection.execute("COMMIT")
            busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if busy:
                raise dbapi2.OperationalError("the write-ahead log could not be emptied")

    def keep(self, name: str, value: bytes) -> None:
        """Keep a small named value durably."""
        with self._writing():
            self._connection.execute(schema.KEEP, (name, value))
            self._connection.execute("COMMIT")

    def kept(self, name: str) -> bytes | None:
        """Read a named value."""
        rows = self._all(schema.KEPT, name)
        return cast("bytes", rows[0][0]) if rows else None

    def names(self, prefix: str) -> list[str]:
        """Names of kept values that begin so, sorted."""
        return [name for (name,) in self._all(schema.NAMES, prefix)]

    def check(self) -> list[str]:
        """What SQLite finds wrong in the file, page by page; empty when sound. Reads everything."""
        problems = [row[0] for row in self._all("PRAGMA cipher_integrity_check")]
        return problems + [row[0] for row in self._all("PRAGMA quick_check") if row[0] != "ok"]

    def page_count(self) -> int:
        """How many pages there are to look at."""
        return 0 if self._pages is None else self._pages.count

    def damaged_pages(self, first: int, count: int) -> list[int]:
        """Which of some pages are not as they were written; the log of writes is looked at with the first."""
        if self._pages is None:
            return []
        with self._turn:
            found = self._pages.damaged_in_log() if first == 1 else []
            return sorted({*found, *self._pages.damaged(first, count)})

    def is_behind(self, side: Path) -> bool:
        """Whether a side file, of another database it may be, knows of more than this one holds."""
        if not side.exists():
            return False
        other = SideFile.open(side)
        try:
            return other.contradicts(self._newest(), self._hash_at)
        finally:
            other.close()

    def count(self) -> int:
        """How many entries there are, of all lines."""
        return sum(schema.position(each.newest) for each in self._numbering.lines.values())

    def copy(self, path: Path, key: bytes | None) -> None:
        """Copy all that is committed into a new database under the same key. Raises LocalError, OSError.

        It goes piece by piece, and between two of them others have their turn; what they write comes along.
        """
        with self._turn:
            copy_database(self._connection, path, key, self._let_others)

    def _let_others(self) -> None:
        self._turn.release()
        try:
            self._pause.wait(PAUSE_SECONDS)
        finally:
            self._turn.acquire()
        if self._pause.is_set():
            raise faults.not_copied("the node is stopping")

    def close(self) -> None:
        """Close the database and let another process have it."""
        self._pause.set()
        with self._turn:
            self._connection.close()
            if self._pages is not None:
                self._pages.close()
            self._side.close()
            self._lock.release()

    @contextmanager
    def _writing(self) -> Generator[None]:
        """One transaction, committed inside. Whatever is raised within, nothing is written ever after."""
        with self._turn:
            if self.failed:
                raise faults.refuses()
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield
            except BaseException as error:
                fault = self._stop(faults.from_library(error))
                if isinstance(error, dbapi2.Error | OSError):
                    raise fault from error
                raise

    def _stop(self, fault: StorageError) -> StorageError:
        """Refuse writes from now on; readers shall see only what was committed."""
        self._fail(fault)
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except dbapi2.Error:
            self._connection.close()
        return fault

    def _fail(self, fault: StorageError) -> None:
        if self.fault is None:
            self.fault = fault
            self.on_fault()

    def _note(self, lines: Iterable[Line]) -> None:
        for line in lines:
            if line.hash and self._noting:
                self._side.note(line.number, schema.position(line.newest), line.hash)

    def _hash_at(self, line: int, position: int) -> bytes | None:
        rows = self._all(schema.HASH_AT, schema.first_place(line) + position)
        return cast("bytes", rows[0][0]) if rows else None

    def _place(self, line: bytes, hash: bytes) -> int | None:
        found = self._numbering.lines.get(line)
        if found is None:
            return None
        first, last = schema.first_place(found.number), schema.last_place(found.number)
        with self._turn:
            self._all(schema.CATCH_UP, max(found.looked_up, first), found.newest)
            found.looked_up = found.newest
        rows = self._all(schema.PLACE, hash, first, last)
        return cast("int", rows[0][0]) if rows else None

    def _all(self, query: str, *values: object) -> list[Row]:
        with self._turn:
            try:
                return self._connection.execute(query, values).fetchall()
            except dbapi2.Error as error:
                # After one bad page the library gives nothing out and takes nothing in.
                fault = faults.damaged("the database", error)
                self._fail(fault)
                raise fault from error

    def _newest(self) -> list[tuple[int, int]]:
        """Number and position of the newest entry of each line."""
        return [(line.number, schema.position(line.newest)) for line in self._numbering.lines.values()]


def _kept(row: Row) -> Kept:
    """An entry as it was stored; anything else is damage."""
    place, _, at, hash, payload, signature, whole, salt, body = row
    try:
        entry = read_entry(payload, signature, salt if whole else None, body if whole else None)
    except CounterpartError as error:
        raise faults.damaged(f"entry {schema.position(place)}", error) from error
    if entry.hash != hash:
        raise faults.damaged(f"entry {schema.position(place)}", "its hash is another")
    return Kept(entry, at)
