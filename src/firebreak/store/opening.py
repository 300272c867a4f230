"""Opening a SQLite database so that what it says is durable, or saying exactly why not."""

import os
from pathlib import Path
from typing import Final, cast

from sqlcipher3 import dbapi2

from firebreak.core.base.errors import LocalError
from firebreak.store import faults
from firebreak.store.schema import APPLICATION_ID, CREATE, CREATE_PLACES, SCHEMA_VERSION

SQLITE_MIN: Final = (
    3,
    51,
    3,
)  # from 3.7.0 to 3.51.2 a WAL could be reset under a reader and corrupt the database
KEY_BYTES: Final = 32
PLAIN: Final = b"SQLite format 3\0"

PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",  # NORMAL lost acknowledged commits in power cuts
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cell_size_check = ON",
    "trusted_schema = OFF",
    "foreign_keys = ON",
)


def check_sqlite(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Refuse an SQLite with the WAL-reset fault."""
    if version < SQLITE_MIN:
        text = f"SQLite {'.'.join(map(str, version))} can corrupt a database, 3.51.3 or newer is needed"
        raise LocalError(text, code="FB300", hint="install the sqlcipher3 of the lock file")


def connect(path: Path, key: bytes | None, factory: type[dbapi2.Connection]) -> dbapi2.Connection:
    """A connection to our database, created if it is missing. Raises LocalError."""
    check_sqlite()
    _prepare_file(path, encrypted=key is not None)
    try:
        connection = dbapi2.connect(
            path,
            timeout=0,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=64,
            factory=factory,
        )
    except dbapi2.Error as error:
        raise faults.unopenable(path, error) from error
    try:
        _set_up(connection, path, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare_file(path: Path, *, encrypted: bool) -> None:
    """Create the file for its owner alone; refuse one that is evidently something else."""
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            start = os.read(file, len(PLAIN))
        finally:
            os.close(file)
        if not start:
            sync_folder(path.parent)
    except OSError as error:
        raise faults.unopenable(path, error.strerror) from error
    if encrypted and start == PLAIN:
        raise faults.foreign(path, "is a database without encryption, not one of Firebreak's")


def sync_folder(path: Path) -> None:
    """Make a new name in a folder durable."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def open_file(path: Path, key: bytes | None) -> dbapi2.Connection:
    """A bare connection to a file under a key, for whoever copies a database. Raises dbapi2.Error."""
    connection = dbapi2.connect(path, isolation_level=None, check_same_thread=False)
    _give_key(connection, key)
    return connection


def _give_key(connection: dbapi2.Connection, key: bytes | None) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to stderr otherwise
    if key is not None:
        assert len(key) == KEY_BYTES
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def _set_up(connection: dbapi2.Connection, path: Path, key: bytes | None) -> None:
    _give_key(connection, key)
    try:
        # Before anything is read: then there is no shared memory file, and no other connection can come in.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        tables = _number(connection, "SELECT count(*) FROM sqlite_schema")
        if tables:
            _check_schema(connection, path)  # first, so that a file that is not ours stays as it is
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        assert _number(connection, "PRAGMA synchronous") == 2  # noqa: PLR2004 - 2 is FULL
        if not tables:
            _create(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # finishes a destruction cut short
        connection.execute(CREATE_PLACES)
    except dbapi2.OperationalError as error:
        busy = "locked" in str(error)
        raise (faults.in_use(path, "unknown") if busy else faults.unopenable(path, error)) from error
    except dbapi2.DatabaseError as error:
        raise faults.wrong_key(path) from error


def _create(connection: dbapi2.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in CREATE:
        connection.execute(statement)
    connection.execute("COMMIT")


def _check_schema(connection: dbapi2.Connection, path: Path) -> None:
    if _number(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise faults.foreign(path, "is a database of another program")
    version = _number(connection, "PRAGMA user_version")
    if version > SCHEMA_VERSION:
        raise faults.newer(path, version, SCHEMA_VERSION)
    assert version == SCHEMA_VERSION, "no older schema was ever released"


def _number(connection: dbapi2.Connection, query: str) -> int:
    return cast("int", connection.execute(query).fetchone()[0])
