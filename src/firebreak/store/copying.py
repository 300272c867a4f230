"""Copying a database while it is in use: page by page, under the same key, a few hundred pages at a time."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from firebreak.core.base.errors import LocalError
from firebreak.store import faults
from firebreak.store.opening import open_file

PAGES: Final = 256  # of 4 KiB: some milliseconds, during which the node answers nobody


def copy_database(
    source: dbapi2.Connection, path: Path, key: bytes | None, between: Callable[[], None]
) -> None:
    """Write a new database file; `between` is called after each piece. Raises LocalError, OSError."""
    path.touch(mode=0o600, exist_ok=False)

    def told(_status: int, _remaining: int, _total: int) -> None:
        between()

    try:
        with closing(open_file(path, key)) as target:
            source.backup(target, pages=PAGES, progress=told)
            if target.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise faults.not_copied("the copy is not sound")
    except LocalError:
        raise
    except dbapi2.Error as error:
        raise faults.not_copied(error) from error
