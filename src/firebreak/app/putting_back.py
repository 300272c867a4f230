"""Putting a backup back: a new folder from the file and from the keys, which were kept elsewhere.

The folder appears whole or not at all, and never over another. It has no side file, so the next start says
that the database was restored and listens before it signs.
"""

import secrets
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from firebreak.app.backing_up import DATABASE, FOLDERS, READ_BYTES, Manifest, in_the_way
from firebreak.app.house import CARD, House
from firebreak.config import FILE
from firebreak.core.base.cbor import Value, decode
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.keyring import faults
from firebreak.keyring.frames import LENGTH
from firebreak.keyring.keys import NodeKeys
from firebreak.keyring.sealed_file import SealedReader, read_head
from firebreak.store.opening import sync_folder
from firebreak.store.sqlite import SqliteStore

FRAME_BYTES_MAX: Final = 4_096  # names of files and the manifest
NEEDED: Final = ("node.key", "signer.key")
OFFICERS: Final = "officers"


def put_back(file: Path, folder: Path, keys: Path, passphrase: str) -> dict[str, Any]:
    """Make the folder of a party anew. Raises LocalError, and then there is no folder."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise in_the_way(folder)
    missing = [name for name in NEEDED if not (keys / name).is_file()]
    if missing:
        raise LocalError(
            f"{keys} has no {' and no '.join(missing)}",
            code="FB427",
            hint="a backup holds no keys: name the folder where copies of the key files are kept",
        )
    try:
        with file.open("rb") as stream, _staged(folder) as staging:
            manifest, storage = _unpack(stream, staging, keys, passphrase)
            _take_keys(keys, staging / "keys")
            entries = _look(staging, manifest, storage)
    except OSError as error:
        text = f"cannot restore {file} into {folder}: {error.strerror}"
        raise LocalError(text, code="FB354", hint="check the paths and the disk") from error
    return {
        "directory": str(folder),
        "party": manifest.name,
        "made_at": manifest.made_at,
        "entries": entries,
    }


@contextmanager
def _staged(folder: Path) -> Generator[Path]:
    """A folder beside the one wanted, which takes its place in the end or is gone."""
    staging = folder.with_name(f".{folder.name}.{secrets.token_hex(8)}.new")
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging.mkdir(mode=0o700)
    try:
        yield staging
        staging.rename(folder)  # over an empty folder at most
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _unpack(stream: IO[bytes], staging: Path, keys: Path, passphrase: str) -> tuple[Manifest, bytes]:
    head, environment = read_head(stream)
    storage = NodeKeys.load(keys / "node.key", passphrase, environment=environment).storage
    sealed = SealedReader(stream, head, storage)
    manifest = _manifest(_frame(sealed))
    while (frame := _frame(sealed)) is not None:
        match frame:
            case [str(name), int(size)] if size >= 0 and _is_ours(name):
                _save(sealed, staging / name, size)
            case _:
                raise faults.no_backup("it names a file that no backup holds")
    sealed.end()
    return manifest, storage


def _manifest(value: Value) -> Manifest:
    try:
        return Manifest.from_map(value)
    except CounterpartError as error:
        raise faults.no_backup(error.text) from error


def _is_ours(name: str) -> bool:
    path = PurePosixPath(name)
    plain = str(path) == name and not path.is_absolute() and ".." not in path.parts and "\0" not in name
    return plain and (name in (FILE, CARD, DATABASE) or (len(path.parts) > 1 and path.parts[0] in FOLDERS))


def _save(sealed: SealedReader, path: Path, size: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        path.chmod(0o600)
        while size:
            data = sealed.read(min(size, READ_BYTES))
            stream.write(data)
            size -= len(data)


def _frame(sealed: SealedReader) -> Value:
    (length,) = LENGTH.unpack(sealed.read(LENGTH.size))
    if length > FRAME_BYTES_MAX:
        raise faults.no_backup("a frame too long")
    try:
        return decode(sealed.read(length))
    except CounterpartError as error:
        raise faults.no_backup(error.text) from error


def _take_keys(source: Path, target: Path) -> None:
    """The keys a node and its officers need; root keys stay where they are."""
    officers = source / OFFICERS
    (target / OFFICERS).mkdir(parents=True)
    found = [source / name for name in NEEDED]
    found += sorted(officers.glob("*.key")) if officers.is_dir() else []
    for each in found:
        copy = target / each.relative_to(source)
        shutil.copyfile(each, copy)
        copy.chmod(0o600)


def _look(staging: Path, manifest: Manifest, storage: bytes) -> int:
    """Read what came back, as the node will; how many entries there are."""
    house = House.at(staging)
    if house.card().card.party != manifest.party:
        raise faults.no_backup("its card is of another party")
    side = staging / "side"
    store = SqliteStore.open(house.database, storage, side=side)
    try:
        problems = store.check()
        if problems:
            raise faults.no_backup(f"its database is damaged: {problems[0]}")
        return store.count()
    finally:
        store.close()
        for each in (side, house.database.with_name(house.database.name + ".lock")):
            each.unlink(missing_ok=True)
