"""A backup: the database, the configuration, our cards and the folders of the lines, sealed into one file.

It holds nothing that signs and nothing that opens what was sent: no key file, no side file, no session. It is
sealed under a key that follows from the storage key, so without `keys/node.key` it says nothing to anybody.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, Final

from firebreak import __version__
from firebreak.app.durable import rename, sync_file
from firebreak.app.house import CARD, House
from firebreak.config import FILE
from firebreak.core.base.cbor import Value, encode
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body, Number, Octets, Text, item
from firebreak.keyring.frames import LENGTH
from firebreak.keyring.keys import NodeKeys
from firebreak.keyring.sealed_file import SealedWriter
from firebreak.store.sqlite import SqliteStore

DATABASE: Final = "node.db"
CARDS: Final = "cards"
FOLDERS: Final = ("lines", CARDS)
"Folders that are taken whole. What is not named here stays out: it might be a secret."
FORMAT: Final = 1
READ_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest(Body):
    """What stands first in a backup."""

    version: int = item(1, Number(FORMAT, FORMAT))
    party: bytes = item(2, Octets(exactly=32))
    name: str = item(3, Text(most=64))
    made_at: int = item(4, Number())
    software: str = item(5, Text(most=64))


def back_up(house: House, store: SqliteStore, key: bytes, target: Path, made_at: Instant) -> dict[str, Any]:
    """Write a backup; `store` may be in use meanwhile. Gives what was written. Raises LocalError."""
    if target.exists():
        raise in_the_way(target)
    mark = secrets.token_hex(8)
    copy, draft = (target.with_name(f".{target.name}.{mark}.{each}") for each in ("db", "new"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        store.copy(copy, key)
        with draft.open("xb") as stream:
            draft.chmod(0o600)
            files = _write(stream, house, key, copy, made_at)
        sync_file(draft)
        rename(draft, target)
    except OSError as error:
        raise LocalError(
            f"cannot write {target}: {error.strerror}", code="FB354", hint="check the folder and the disk"
        ) from error
    finally:
        for each in (copy, draft):
            each.unlink(missing_ok=True)
    return {"backup": str(target), "files": files, "bytes": target.stat().st_size, "made_at": made_at}


def back_up_idle(house: House, passphrase: str, target: Path, made_at: Instant) -> dict[str, Any]:
    """Write a backup while no node runs. Raises LocalError, StorageError."""
    keys = NodeKeys.load(house.node_keys, passphrase, environment=house.config.environment)
    with TemporaryDirectory(prefix="firebreak-backup-") as folder:  # the real side file stays as it is
        store = SqliteStore.open(house.database, keys.storage, side=Path(folder) / "side")
        try:
            return back_up(house, store, keys.storage, target, made_at)
        finally:
            store.close()


def _write(stream: IO[bytes], house: House, key: bytes, copy: Path, made_at: Instant) -> int:
    sealed = SealedWriter(stream, key, house.config.environment)
    card = house.card().card
    manifest = Manifest(
        version=FORMAT, party=card.party, name=card.name, made_at=made_at, software=f"firebreak {__version__}"
    )
    _frame(sealed, manifest.to_map())
    files = [(DATABASE, copy), *((str(each.relative_to(house.root)), each) for each in _files(house.root))]
    for name, path in files:
        _add(sealed, name, path)
    _frame(sealed, None)
    sealed.end()
    return len(files)


def _files(root: Path) -> Iterator[Path]:
    """Configuration, cards, and every finished file of the lines."""
    yield from (root / FILE, root / CARD)
    for folder in FOLDERS:
        found = sorted((root / folder).rglob("*"))
        yield from (
            each for each in found if each.is_file() and not each.is_symlink() and each.suffix != ".new"
        )


def _add(sealed: SealedWriter, name: str, path: Path) -> None:
    with path.open("rb") as stream:
        size = path.stat().st_size
        _frame(sealed, [name, size])
        while size:
            data = stream.read(min(size, READ_BYTES))
            if not data:
                raise LocalError(f"{path} became shorter", code="FB425", hint="make the backup again")
            sealed.write(data)
            size -= len(data)


def _frame(sealed: SealedWriter, value: Value) -> None:
    data = encode(value)
    sealed.write(LENGTH.pack(len(data)) + data)


def in_the_way(path: Path) -> LocalError:
    """Something has the name already; nothing is overwritten here."""
    return LocalError(f"there is a {path} already", code="FB426", hint="choose another name, or move it away")
