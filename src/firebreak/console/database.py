"""`console.db`: accounts, ways in, sessions, links, alerts. Never the record, never a key of an officer.

One file under a key of its own. `firebreak console link` may write to it while the server runs, so each
change is one transaction of SQLite and nothing is remembered between two questions. A file that came from a
backup brings back sessions and links that ended since: after a restore delete it and make new links.
"""

import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Self

from sqlcipher3 import dbapi2

from firebreak.core.base.errors import StorageError
from firebreak.store import faults
from firebreak.store.opening import PRAGMAS, check_sqlite, sync_folder

APPLICATION_ID: Final = 0x46_42_43_4F  # "FBCO"
SCHEMA_VERSION: Final = 1
BUSY_SECONDS: Final = 5.0  # for the other process's transaction

TABLES: Final = (
    """CREATE TABLE IF NOT EXISTS accounts (
        name TEXT PRIMARY KEY, folded TEXT NOT NULL UNIQUE, handle BLOB NOT NULL UNIQUE, roles TEXT NOT NULL,
        officer TEXT, listed INTEGER NOT NULL DEFAULT 0, made_at INTEGER NOT NULL, closed_at INTEGER)
        STRICT""",
    """CREATE TABLE IF NOT EXISTS passkeys (
        id BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, public BLOB NOT NULL,
        count INTEGER NOT NULL, made_at INTEGER NOT NULL, used_at INTEGER) STRICT""",
    """CREATE TABLE IF NOT EXISTS passwords (
        account TEXT PRIMARY KEY REFERENCES accounts, hash TEXT NOT NULL, made_at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE IF NOT EXISTS sessions (
        hash BLOB PRIMARY KEY, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES accounts,
        how TEXT NOT NULL, made_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, ends_at INTEGER NOT NULL)
        STRICT""",
    """CREATE TABLE IF NOT EXISTS links (
        hash BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, forget INTEGER NOT NULL,
        made_at INTEGER NOT NULL, ends_at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE IF NOT EXISTS guesses (
        account TEXT NOT NULL, address TEXT NOT NULL, wrong INTEGER NOT NULL, last_at INTEGER NOT NULL,
        PRIMARY KEY (account, address)) STRICT""",
    """CREATE TABLE IF NOT EXISTS officer_keys (
        officer TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, key BLOB NOT NULL,
        posted_at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE IF NOT EXISTS alerts (
        id TEXT PRIMARY KEY, situation TEXT NOT NULL, value TEXT NOT NULL, closed_at INTEGER) STRICT""",
    """CREATE TABLE IF NOT EXISTS alert_history (
        number INTEGER PRIMARY KEY AUTOINCREMENT, alert TEXT NOT NULL, at INTEGER NOT NULL,
        what TEXT NOT NULL, who TEXT NOT NULL, detail TEXT NOT NULL) STRICT""",
    "CREATE INDEX IF NOT EXISTS alert_history_of ON alert_history (alert)",
)
"Made at every opening, so that a part that comes later only adds its table here."

Row = tuple[Any, ...]


class Database:
    """See the top of this file. Used from one thread."""

    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path, key: bytes) -> Self:
        """Open or create it. Raises LocalError."""
        check_sqlite()
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            sync_folder(path.parent)
            connection = dbapi2.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        except (OSError, dbapi2.Error) as error:
            raise faults.unopenable(path, error) from error
        try:
            _set_up(connection, path, key)
        except dbapi2.OperationalError as error:
            connection.close()
            raise faults.unopenable(path, error) from error
        except dbapi2.DatabaseError as error:
            connection.close()
            raise faults.wrong_key(path) from error
        except BaseException:
            connection.close()
            raise
        return cls(connection)

    @contextmanager
    def change(self) -> Generator[Self]:
        """One transaction, synced when it ends well; what is raised within undoes it. Raises StorageError."""
        self.write("BEGIN IMMEDIATE")
        try:
            yield self
        except BaseException:
            self.write("ROLLBACK")
            raise
        self.write("COMMIT")

    def write(self, query: str, *values: object) -> int:
        """One statement; how many rows it changed. Raises StorageError."""
        try:
            return self._connection.execute(query, values).rowcount
        except dbapi2.Error as error:
            raise _unwritten(error) from error

    def rows(self, query: str, *values: object) -> Sequence[Row]:
        """What a query finds. Raises StorageError."""
        try:
            return self._connection.execute(query, values).fetchall()
        except dbapi2.Error as error:
            raise faults.damaged("console.db", type(error).__name__) from error

    def row(self, query: str, *values: object) -> Row | None:
        """The first that a query finds."""
        found = self.rows(query, *values)
        return found[0] if found else None

    def close(self) -> None:
        """Close it."""
        self._connection.close()


def _unwritten(error: dbapi2.Error) -> StorageError:
    """The kind of the error alone: its text may repeat what was to be written."""
    return faults.not_written(type(error).__name__)


def _set_up(connection: dbapi2.Connection, path: Path, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        found = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if found != APPLICATION_ID:
            raise faults.foreign(path, "is not the database of a console")
        if version != SCHEMA_VERSION:
            raise faults.newer(path, version, SCHEMA_VERSION)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    for statement in TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")
