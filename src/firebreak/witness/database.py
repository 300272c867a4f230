"""The database of a witness: one file, one connection, one writer, synced before anything is answered.

    cosigned  the newest checkpoint of each origin, with the lines that were answered
    refused   signed requests that contradict what was cosigned: proof that a log misbehaves, the newest 1,000
    log       deposits, fetches, starts and gaps, in the order in which they happened
    packets   sealed packets until they are collected or too old

`change` is one transaction: what is read in it cannot change before it is committed, so that checking a size
and storing the next one are one step whoever else asks at the same moment (I27). After any write that failed
nothing more is written or answered.

A database that came from a backup would have the witness cosign anew what it cosigned already, perhaps
differently. The side file counts cosignatures outside of it; a witness whose database counts fewer does not
start.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, Final, Self

from sqlcipher3 import dbapi2

from firebreak.store import faults as store_faults
from firebreak.store.lock import Lock
from firebreak.store.opening import PRAGMAS, check_sqlite, sync_folder
from firebreak.witness import faults

APPLICATION_ID: Final = 0x46_42_57_54  # "FBWT"
SCHEMA_VERSION: Final = 1
REFUSED_MAX: Final = 1_000  # kept; the oldest go
SIDE_DIGITS: Final = 20

CREATE: Final = (
    """CREATE TABLE cosigned (
        origin TEXT PRIMARY KEY, text BLOB NOT NULL, lines BLOB NOT NULL,
        seconds INTEGER NOT NULL) STRICT""",
    """CREATE TABLE refused (
        number INTEGER PRIMARY KEY, origin TEXT NOT NULL, seconds INTEGER NOT NULL, why TEXT NOT NULL,
        request BLOB NOT NULL) STRICT""",
    """CREATE TABLE log (
        number INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind INTEGER NOT NULL, mailbox BLOB,
        nonce BLOB UNIQUE, record BLOB NOT NULL) STRICT""",
    """CREATE TABLE packets (
        number INTEGER PRIMARY KEY REFERENCES log, mailbox BLOB NOT NULL, hash BLOB NOT NULL,
        size INTEGER NOT NULL, packet BLOB) STRICT""",
    "CREATE INDEX packets_by_mailbox ON packets (mailbox, number)",
    "CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT",
    "INSERT INTO state VALUES ('cosignatures', 0), ('newest', 0), ('answered', 0)",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)

INDEXES: Final = (  # made at every opening, as older databases have others
    "DROP INDEX IF EXISTS log_by_mailbox",
    "CREATE INDEX IF NOT EXISTS log_by_mailbox_and_time ON log (mailbox, at)",
    "CREATE INDEX IF NOT EXISTS log_outages ON log (at) WHERE kind IN (1, 4)",
)

Row = tuple[Any, ...]


class Database:
    """See the top of this file. Threads take turns."""

    def __init__(self, connection: dbapi2.Connection, lock: Lock, side: int) -> None:
        self._connection = connection
        self._lock = lock
        self._side = side
        self._turn = RLock()
        self._open = True
        self.failed = False
        "Whether a write has failed."

    @classmethod
    def open(cls, path: Path, key: bytes | None) -> Self:
        """Open or create it. Raises LocalError (FB301: another process has it; FB406: an older copy)."""
        check_sqlite()
        path = path.resolve()
        lock = Lock.take(path)
        try:
            connection = _connect(path, key)
            side = os.open(path.with_name(path.name + ".side"), os.O_RDWR | os.O_CREAT, 0o600)
        except BaseException:
            lock.release()
            raise
        database = cls(connection, lock, side)
        try:
            database._compare(path)
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def change(self) -> Generator["Database"]:
        """One transaction, synced when it ends well. Raises StorageError; what is raised within undoes it."""
        with self._turn:
            if self.failed:
                raise store_faults.refuses()
            self._run("BEGIN IMMEDIATE")
            try:
                yield self
            except BaseException:
                self._run("ROLLBACK")
                raise
            self._run("COMMIT")

    def write(self, query: str, *values: object) -> None:
        """Inside `change`: one statement."""
        self._run(query, *values)

    def rows(self, query: str, *values: object) -> list[Row]:
        """What a query finds."""
        with self._turn:
            try:
                return self._connection.execute(query, values).fetchall()
            except dbapi2.Error as error:
                raise store_faults.damaged("the database of the witness", error) from error

    def each(self, query: str, *values: object) -> Generator[Row]:
        """What a query finds, one by one, however much it is; nobody else's turn comes before its end."""
        with self._turn:
            try:
                yield from self._connection.execute(query, values)
            except dbapi2.Error as error:
                raise store_faults.damaged("the database of the witness", error) from error

    def number(self, query: str, *values: object) -> int:
        """The one number a query finds."""
        return int(self.rows(query, *values)[0][0])

    @property
    def cosignatures(self) -> int:
        """How many were ever given."""
        return self.state("cosignatures")

    def state(self, name: str) -> int:
        """A number by its name: cosignatures given, time of the newest, when it last was known to answer."""
        return self.number("SELECT value FROM state WHERE name = ?", name)

    def set_state(self, name: str, value: int) -> None:
        """Inside `change`."""
        self._run("UPDATE state SET value = ? WHERE name = ?", value, name)

    def note(self) -> None:
        """After a cosignature was stored: count it outside."""
        os.pwrite(self._side, f"{self.cosignatures:0{SIDE_DIGITS}}".encode(), 0)

    def close(self) -> None:
        """Close it and let another process have it."""
        with self._turn:
            if self._open:
                self._open = False
                self._connection.close()
                os.close(self._side)
                self._lock.release()

    def _run(self, query: str, *values: object) -> None:
        try:
            self._connection.execute(query, values)
        except dbapi2.Error as error:
            self.failed = True
            raise store_faults.not_written(error) from error

    def _compare(self, path: Path) -> None:
        noted = os.pread(self._side, SIDE_DIGITS, 0)
        if noted.isdigit() and int(noted) > self.cosignatures:
            raise faults.older_database(path, self.cosignatures, int(noted))
        self.note()


def _connect(path: Path, key: bytes | None) -> dbapi2.Connection:
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        sync_folder(path.parent)
        connection = dbapi2.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    except (OSError, dbapi2.Error) as error:
        raise store_faults.unopenable(path, error) from error
    try:
        _set_up(connection, path, key)
    except dbapi2.DatabaseError as error:
        connection.close()
        raise store_faults.wrong_key(path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: dbapi2.Connection, path: Path, key: bytes | None) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        found = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if found != APPLICATION_ID:
            raise store_faults.foreign(path, "is not the database of a witness")
        if version != SCHEMA_VERSION:
            raise store_faults.newer(path, version, SCHEMA_VERSION)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    _create(connection)


def _create(connection: dbapi2.Connection) -> None:
    """Every table of a new database, and the indexes that this version goes by."""
    new = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    connection.execute("BEGIN IMMEDIATE")
    for statement in (*(CREATE if new else ()), *INDEXES):
        connection.execute(statement)
    connection.execute("COMMIT")
