"""A mended database takes the place of a damaged one, and a power cut between two steps loses nothing.

Database and write-ahead log are two names, and only one can be changed at a time. The step that counts is the
renaming of the new database. Before it the damaged file has two names: that is how a start tells an exchange
that was cut short, and takes it back.
"""

from pathlib import Path
from typing import Final

from firebreak.store import faults
from firebreak.store.opening import sync_folder

LOG: Final = "-wal"


def exchange(database: Path, fresh: Path, aside: Path) -> None:
    """Put `fresh` in the place of `database`, which is kept as `aside`. Raises LocalError, OSError."""
    if aside.exists():
        raise faults.in_the_way(aside)
    aside.hardlink_to(database)
    sync_folder(database.parent)  # before the log moves, so that its new name is never found without this one
    if _log(database).exists():  # it belongs to the damaged file; beside the new one it would spoil it
        _log(database).rename(_log(aside))
    sync_folder(database.parent)
    fresh.rename(database)
    sync_folder(database.parent)


def take_back(database: Path) -> None:
    """Undo an exchange that was cut short, before anybody opens the database. Raises LocalError."""
    try:
        for aside in sorted(database.parent.glob(f"{database.name}.damaged-*")):
            if not aside.name.endswith(LOG) and database.exists() and aside.samefile(database):
                _take_back(database, aside)
    except OSError as error:
        raise faults.unopenable(database, error.strerror) from error


def _take_back(database: Path, aside: Path) -> None:
    if _log(aside).exists():
        if _log(database).exists():
            raise faults.in_the_way(_log(aside))
        _log(aside).rename(_log(database))
        sync_folder(database.parent)
    aside.unlink()
    sync_folder(database.parent)


def _log(database: Path) -> Path:
    return database.with_name(database.name + LOG)
