"""Putting a backup back: a new folder from the file and from the keys, which were kept elsewhere.

The folder appears whole or not at all, and never over another: only when its signer has opened its key and
believed our card, so that keys and cards of different days are noticed here and not at the next start. It has
no side file, so that start says that the database was restored and listens before it signs.
"""

import secrets
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from firebreak.app.backing_up import DATABASE, FOLDERS, READ_BYTES, Manifest, in_the_way
from firebreak.app.durable import rename, sync_tree
from firebreak.app.house import CARD, House
from firebreak.app.key_copies import IN_USE, not_of_these_keys, take_cards, take_keys
from firebreak.app.signing import begin, own_cards
from firebreak.config import FILE
from firebreak.core.base.cbor import Value, decode
from firebreak.core.base.errors import CounterpartError, LocalError, StorageError
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.keyring import faults
from firebreak.keyring.frames import LENGTH
from firebreak.keyring.keys import NodeKeys
from firebreak.keyring.sealed_file import SealedReader, read_head
from firebreak.keyring.signer_client import SignerClient
from firebreak.store.sqlite import SqliteStore

NODE_KEYS: Final = "node.key"
FRAME_BYTES_MAX: Final = 4_096  # names of files and the manifest


def put_back(file: Path, folder: Path, keys: Path, passphrase: str) -> dict[str, Any]:
    """Make the folder of a party anew. Raises LocalError, and then there is no folder."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise in_the_way(folder)
    missing = [name for name in IN_USE if not (keys / name).is_file()]
    if NODE_KEYS in missing:
        raise _missing(keys, missing)
    try:
        with file.open("rb") as stream, _staged(folder) as staging:
            opened = take_keys(keys, staging / "keys")
            manifest, node = _unpack(stream, staging, passphrase)
            entries = _look(staging, manifest, node.storage)
            take_cards(keys, staging, manifest.party)
            _try(House.at(staging), keys, node, passphrase)
    except OSError as error:
        text = f"cannot restore {file} into {folder}: {error.strerror}"
        raise LocalError(text, code="FB354", hint="check the paths and the disk") from error
    return {
        "directory": str(folder),
        "party": manifest.name,
        "made_at": manifest.made_at,
        "entries": entries,
        "open_keys": [str(each) for each in opened],
    }


def _missing(keys: Path, names: list[str]) -> LocalError:
    return LocalError(
        f"{keys} has no {' and no '.join(names)}",
        code="FB427",
        hint="a backup holds no keys: name the folder that `firebreak keys copy` has filled",
    )


@contextmanager
def _staged(folder: Path) -> Generator[Path]:
    """A folder beside the one wanted, which takes its place in the end or is gone."""
    staging = folder.with_name(f".{folder.name}.{secrets.token_hex(8)}.new")
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging.mkdir(mode=0o700)
    try:
        yield staging
        sync_tree(staging)
        rename(staging, folder)  # over an empty folder at most
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _unpack(stream: IO[bytes], staging: Path, passphrase: str) -> tuple[Manifest, NodeKeys]:
    head, environment = read_head(stream)
    node = NodeKeys.load(staging / "keys" / NODE_KEYS, passphrase, environment=environment)
    sealed = SealedReader(stream, head, node.storage)
    manifest = _manifest(_frame(sealed))
    while (frame := _frame(sealed)) is not None:
        match frame:
            case [str(name), int(size)] if size >= 0 and _is_ours(name):
                _save(sealed, staging / name, size)
            case _:
                raise faults.no_backup("it names a file that no backup holds")
    sealed.end()
    return manifest, node


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


def _look(staging: Path, manifest: Manifest, storage: bytes) -> int:
    """Read what came back, as the node will; how many entries there are."""
    house = House.at(staging)
    if house.card().card.party != manifest.party:
        raise faults.no_backup("its card is of another party")
    side = staging / "side"
    store = SqliteStore.open(house.database, storage, side=side)
    try:
        if problems := store.check():
            raise faults.no_backup(f"its database is damaged: {problems[0]}")
        return store.count()
    except StorageError as error:
        raise faults.no_backup(f"its database is damaged: {error.text}") from error
    finally:
        store.close()
        for each in (side, house.database.with_name(house.database.name + ".lock")):
            each.unlink(missing_ok=True)


def _try(house: House, keys: Path, node: NodeKeys, passphrase: str) -> None:
    """Have a signer open its keys and believe our cards, as the next start will. Raises LocalError."""
    if node.certificate != own_cards(house)[-1].card.certificate:
        raise not_of_these_keys(keys, "it names another certificate than node.key has")
    if house.config.signer is not None:
        return  # its own user keeps that key and tries it when the node starts
    if not house.signer_keys.exists():
        raise _missing(keys, [house.signer_keys.name])
    signer = SignerClient.spawn()
    try:
        begin(signer, house, passphrase)
    except RefusedToSign as error:
        raise not_of_these_keys(keys, error.reason) from error
    finally:
        signer.close()
