"""What can go wrong with a store, each with its code and the next step."""

from pathlib import Path

from sqlcipher3 import dbapi2

from firebreak.core.base.errors import LocalError, StorageError


def in_use(path: Path, process: str) -> LocalError:
    """Another process holds the database."""
    hint = "stop that node first; two nodes on one database would contradict each other"
    return LocalError(f"database {path} is in use by process {process}", code="FB301", hint=hint)


def foreign(path: Path, what: str) -> LocalError:
    """The file is readable and is not ours."""
    return LocalError(f"{path} {what}", code="FB302", hint="name the database that `firebreak init` made")


def wrong_key(path: Path) -> LocalError:
    """Encrypted pages cannot tell a wrong key from a broken first page."""
    hint = (
        "use the key file made with this database; if it is the right one, `firebreak restore` a backup or,"
        " without one, `firebreak repair --from-nothing`"
    )
    return LocalError(f"{path} does not open with this storage key, or is damaged", code="FB303", hint=hint)


def newer(path: Path, theirs: int, ours: int) -> LocalError:
    """The database was written by a later Firebreak."""
    text = f"{path} has schema {theirs}, this Firebreak knows {ours}"
    return LocalError(
        text, code="FB304", hint="install the newer Firebreak again; an older one must not write here"
    )


def unopenable(path: Path, reason: object) -> LocalError:
    """The operating system said no."""
    hint = "check the path, its owner and its permissions"
    return LocalError(f"database {path} cannot be opened: {reason}", code="FB305", hint=hint)


def not_written(reason: object) -> StorageError:
    """A write, commit or sync failed; whether it took is unknown."""
    hint = "free space or replace the disk, then start the node again: it re-reads what is there"
    return StorageError(f"the store could not write: {reason}", code="FB306", hint=hint)


def refuses() -> StorageError:
    """Every write after one that failed (I29)."""
    text = "the store takes nothing more after a write that failed"
    return StorageError(text, code="FB307", hint="start the node again")


def damaged(what: str, reason: object) -> StorageError:
    """What was stored does not come back as it was."""
    hint = "stop the node, then `firebreak repair`: the counterpart gives back what cannot be read"
    return StorageError(f"{what} cannot be read back: {reason}", code="FB308", hint=hint)


def unknown_entry(hash: bytes) -> LocalError:
    """Asked to destroy the body of an entry that is not held."""
    hint = "take the hash from an export or from the inbox"
    return LocalError(f"no entry {hash.hex()[:16]}… on this line", code="FB309", hint=hint)


def not_copied(reason: object) -> LocalError:
    """A copy of the database was not finished; the database itself is as it was."""
    hint = "free space where the backup goes, or wait until the node runs, and try again"
    return LocalError(f"the database could not be copied: {reason}", code="FB425", hint=hint)


def hopeless(path: Path) -> StorageError:
    """Nothing of a database can be read, so nothing can be taken over into a new one."""
    hint = (
        "`firebreak restore` the newest backup into a new folder; without one `firebreak repair"
        " --from-nothing`: the counterpart gives back both logs"
    )
    return StorageError(f"nothing of {path} can be read with this key", code="FB440", hint=hint)


def in_the_way(path: Path) -> LocalError:
    """Something has the name already that a damaged database was to get."""
    return LocalError(f"there is a {path} already", code="FB426", hint="move it away, or wait for a second")


def from_library(error: BaseException) -> StorageError:
    """A full disk and a damaged page ask for different things of the administrator."""
    damaged_file = type(error) is dbapi2.DatabaseError  # malformed; a full or broken disk has its own class
    return damaged("the database", error) if damaged_file else not_written(error)
