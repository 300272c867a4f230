"""A backup holds the record and no key, opens with the storage key alone, comes back whole or not at all."""

import io
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from firebreak.app import backing_up
from firebreak.app.backing_up import back_up_idle
from firebreak.app.house import House
from firebreak.app.putting_back import put_back
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.keyring import sealed_file
from firebreak.keyring.keys import NodeKeys, OfficerKey, RootKeys, SignerKeys
from firebreak.keyring.sealed_file import PIECE_BYTES, SealedReader, SealedWriter, read_head
from firebreak.store.opening import open_file
from firebreak.store.sqlite import SqliteStore
from firebreak.transport import sealing
from firebreak.transport.kem import KemKey
from tests.api.running import both, played, running, until_open
from tests.covering import covers
from tests.plays.paired import PASSPHRASE, copy_paired

EXERCISE = Environment.EXERCISE
NOW = Instant(1_648_044_000_000)


def seeds(house: House) -> dict[str, bytes]:
    """Every secret in the key files of a party."""
    keys = house.root / "keys"
    root = RootKeys.load(keys / "root.key", PASSPHRASE, environment=EXERCISE)
    following = RootKeys.load(keys / "next-root.key", PASSPHRASE, environment=EXERCISE)
    signer = SignerKeys.load(house.signer_keys, PASSPHRASE, environment=EXERCISE)
    node = NodeKeys.load(house.node_keys, PASSPHRASE, environment=EXERCISE)
    found = {
        "root": root.ed25519,
        "root of ML-DSA": root.mldsa65,
        "next root": following.ed25519,
        "next root of ML-DSA": following.mldsa65,
        "log": signer.log,
        "checkpoint": signer.checkpoint,
        "tls": node.tls,
        "kem": node.kem,
        "storage": node.storage,
        "passphrase": PASSPHRASE.encode(),
    }
    for path in (keys / "officers").iterdir():
        found[path.stem] = OfficerKey.load(path, PASSPHRASE, environment=EXERCISE).seed
    return found


def told(data: bytes, secrets: dict[str, bytes]) -> set[str]:
    return {name for name, each in secrets.items() if each in data or each.hex().encode() in data.lower()}


def everything_in(file: Path, storage: bytes, folder: Path) -> Iterator[tuple[str, bytes]]:
    """All that a thief who has the storage key could read: the file, what it unpacks to, each value."""
    yield "the file", file.read_bytes()
    with file.open("rb") as stream:
        head, _ = read_head(stream)
        sealed = SealedReader(stream, head, storage)
        inside = bytearray()
        while True:
            try:
                inside += sealed.read(1)
            except LocalError:
                break
    yield "inside", bytes(inside)
    assert b"node.db" in inside
    for path in folder.rglob("*"):
        if path.is_file() and "keys" not in path.relative_to(folder).parts:
            yield str(path), path.read_bytes()
    yield "the database", b"\n".join(values_of(folder / "node.db", storage))


def values_of(database: Path, storage: bytes) -> Iterator[bytes]:
    connection = open_file(database, storage)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert "entries" in tables
    for table in tables:
        for row in connection.execute(f"SELECT * FROM {table}"):
            yield from (each if isinstance(each, bytes) else str(each).encode() for each in row)
    connection.close()


@covers("RESTORE-001", "RESTORE-002", "I28")
def test_no_key_and_no_state_of_a_session_is_in_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sessions: dict[str, bytes] = {}
    seal, make = sealing.seal_seed, KemKey.from_seeds.__func__

    def noted_seal(seed: bytes, public: bytes, info: bytes) -> bytes:
        sealed = seal(seed, public, info)
        sessions.update({f"epoch {len(sessions)}": seed, f"sealed epoch {len(sessions)}": sealed})
        return sealed

    def noted_make(kind: type[KemKey], mlkem: bytes, x25519: bytes) -> KemKey:
        sessions.update({f"kem {len(sessions)}": mlkem, f"x25519 {len(sessions)}": x25519})
        return make(kind, mlkem, x25519)

    monkeypatch.setattr(sealing, "seal_seed", noted_seal)
    monkeypatch.setattr(KemKey, "from_seeds", classmethod(noted_make))
    copy_paired(tmp_path)
    file = tmp_path / "north.fbbackup"

    async def work() -> None:
        async with running(tmp_path / "south"), running(tmp_path / "north") as (_, north):
            await until_open(north)
            await north.ask("send", text="the words of the backup")
            await north.ask("backup", to=str(file))

    played(work)
    house = House.at(tmp_path / "north")
    secrets = seeds(house)
    put_back(file, tmp_path / "again", house.root / "keys", PASSPHRASE)
    assert {"epoch", "kem"} <= {each.partition(" ")[0] for each in sessions}
    found = dict(everything_in(file, secrets["storage"], tmp_path / "again"))
    assert [place for place, data in found.items() if told(data, {**secrets, **sessions})] == []
    assert b"the words of the backup" in found["the database"], "the search finds what is there"
    names = {str(each.relative_to(tmp_path / "again")) for each in (tmp_path / "again").rglob("*")}
    assert not [
        each for each in names if "side" in each or "root" in each or each.endswith((".sock", ".lock"))
    ]


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two parties that have talked; their nodes are down."""
    folder = tmp_path_factory.mktemp("used")

    async def work() -> None:
        async with both(folder) as (north, _):
            for number in range(40):
                await north.ask("send", text=f"{number} " + "x" * 5_000)

    played(work)
    return folder


@pytest.fixture
def idle(used: Path, tmp_path: Path) -> House:
    """A party whose node is down."""
    shutil.copytree(used / "north", tmp_path / "north")
    return House.at(tmp_path / "north")


def made(house: House, name: str = "north.fbbackup") -> Path:
    file = house.root.parent / name
    back_up_idle(house, PASSPHRASE, file, NOW)
    return file


@covers("RESTORE-003")
def test_what_comes_back_is_what_was_there(idle: House, tmp_path: Path) -> None:
    facts = put_back(made(idle), tmp_path / "again", idle.root / "keys", PASSPHRASE)
    again = House.at(tmp_path / "again")
    assert (facts["party"], facts["made_at"]) == ("North", NOW)
    assert again.card() == idle.card()
    assert again.config.lines == idle.config.lines
    for path in (idle.root / "lines").rglob("*"):
        assert (
            not path.is_file() or (again.root / path.relative_to(idle.root)).read_bytes() == path.read_bytes()
        )
    storage = NodeKeys.load(again.node_keys, PASSPHRASE, environment=EXERCISE).storage
    assert list(values_of(again.database, storage)) == list(values_of(idle.database, storage))
    kept, back = (sorted((each / "keys" / "officers").iterdir()) for each in (idle.root, again.root))
    assert [(each.name, each.read_bytes()) for each in kept] == [
        (each.name, each.read_bytes()) for each in back
    ]
    assert len(back) == 2
    assert {each.stat().st_mode & 0o77 for each in again.root.rglob("*") if each.is_file()} == {0}


@covers("RESTORE-002")
def test_two_backups_of_one_state_share_no_key_and_nonce(idle: House) -> None:
    first, second = (made(idle, name).read_bytes() for name in ("one", "two"))
    head = sealed_file.HEAD_BYTES
    assert first[:head] != second[:head]
    assert first[head : head + 64] != second[head : head + 64]


@covers("RESTORE-004", "RESTORE-007")
def test_a_backup_made_while_no_node_runs_does_not_hide_a_restore(idle: House, tmp_path: Path) -> None:
    put_back(made(idle), tmp_path / "again", idle.root / "keys", PASSPHRASE)
    made(House.at(tmp_path / "again"), "another")

    async def work() -> None:
        async with running(tmp_path / "again") as (node, client):
            assert (await client.ask("status"))["restored"] is True
            assert next(iter(node.lanes.values())).line.opening.listen == 60_000

    played(work)


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _cut_at_a_piece(data: bytes) -> bytes:
    return data[: sealed_file.HEAD_BYTES + PIECE_BYTES + sealed_file.TAG_BYTES]


def _swapped(data: bytes) -> bytes:
    head, size = sealed_file.HEAD_BYTES, PIECE_BYTES + sealed_file.TAG_BYTES
    return (
        data[:head] + data[head + size : head + 2 * size] + data[head : head + size] + data[head + 2 * size :]
    )


BENT: list[Callable[[bytes], bytes]] = [
    lambda data: b"",
    lambda data: b"PK" + data[2:],
    lambda data: data[:30],
    lambda data: data[:-1],
    lambda data: data + b"\0",
    lambda data: data[:80] + bytes([data[80] ^ 1]) + data[81:],
    lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    lambda data: data[:25] + bytes([data[25] ^ 1]) + data[26:],
    _cut,
    _cut_at_a_piece,
    _swapped,
]


@covers("RESTORE-003", "RESTORE-005")
def test_a_changed_backup_leaves_nothing_behind(idle: House, tmp_path: Path) -> None:
    data, bent = made(idle).read_bytes(), tmp_path / "bent"
    assert len(data) > 3 * PIECE_BYTES
    for bend in BENT:
        bent.write_bytes(bend(data))
        with pytest.raises(LocalError, match="FB424"):
            put_back(bent, tmp_path / "again", idle.root / "keys", PASSPHRASE)
        assert not [each for each in tmp_path.iterdir() if "again" in each.name]


@pytest.mark.parametrize(
    "name", ["../out", "/tmp/out", "keys/node.key", "node.db.side", "lines/../keys/x", "lines"]
)
def test_a_backup_cannot_write_outside_its_place(
    idle: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    add = backing_up._add
    monkeypatch.setattr(backing_up, "_add", lambda sealed, _, path: add(sealed, name, path))
    with pytest.raises(LocalError, match="FB424"):
        put_back(made(idle), tmp_path / "again", idle.root / "keys", PASSPHRASE)
    assert not (tmp_path / "again").exists()


def smuggled(house: House, monkeypatch: pytest.MonkeyPatch, wanted: str, other: Path) -> Path:
    """A backup under the right key that holds another file in the place of one of ours."""
    add = backing_up._add
    monkeypatch.setattr(
        backing_up, "_add", lambda sealed, name, path: add(sealed, name, other if name == wanted else path)
    )
    return made(house)


@covers("RESTORE-009")
def test_a_backup_with_the_card_of_another_party_is_refused(
    idle: House, used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = smuggled(idle, monkeypatch, "card.fbcard", used / "south" / "card.fbcard")
    with pytest.raises(LocalError, match=r"FB424.*its card is of another party"):
        put_back(file, tmp_path / "again", idle.root / "keys", PASSPHRASE)
    assert not (tmp_path / "again").exists()


@covers("RESTORE-009")
def test_a_backup_with_a_damaged_database_is_refused(
    idle: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = NodeKeys.load(idle.node_keys, PASSPHRASE, environment=EXERCISE).storage
    copy = tmp_path / "copy.db"
    store = SqliteStore.open(idle.database, storage)
    store.copy(copy, storage)
    store.close()
    data = bytearray(copy.read_bytes())
    assert len(data) > 60 * 4096
    for place in range(20 * 4096, 60 * 4096, 4096):
        data[place + 100] ^= 1
    copy.write_bytes(data)
    file = smuggled(idle, monkeypatch, "node.db", copy)
    with pytest.raises(LocalError, match=r"FB424.*its database is damaged"):
        put_back(file, tmp_path / "again", idle.root / "keys", PASSPHRASE)
    assert not (tmp_path / "again").exists()


@covers("RESTORE-010")
def test_what_is_written_is_on_the_disk_before_it_has_its_name(
    idle: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file and folder of a restore, the file of a backup, and then the folder that holds the name."""
    synced: list[Path] = []
    sync, rename = os.fsync, Path.rename
    renamed: dict[Path, tuple[set[Path], int]] = {}

    def noted_sync(file: int) -> None:
        synced.append(Path(f"/proc/self/fd/{file}").readlink())
        sync(file)

    def noted_rename(self: Path, target: Path) -> Path:
        renamed[target] = ({self, *self.rglob("*")} - set(synced), len(synced))
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "rename", noted_rename)
    file = made(idle)
    put_back(file, tmp_path / "again", idle.root / "keys", PASSPHRASE)
    for place in (file, tmp_path / "again"):
        missing, count = renamed[place]
        assert missing == set()
        assert place.parent in synced[count:], "the name itself"
    assert len([each for each in synced if "again" in str(each)]) > 10


@covers("RESTORE-005")
def test_nothing_is_overwritten(idle: House, tmp_path: Path) -> None:
    file = made(idle)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    attempts: list[Callable[[], Any]] = [
        lambda: back_up_idle(idle, PASSPHRASE, file, NOW),
        lambda: put_back(file, idle.root, idle.root / "keys", PASSPHRASE),
        lambda: put_back(file, file, idle.root / "keys", PASSPHRASE),
    ]
    for attempt in attempts:
        with pytest.raises(LocalError, match="FB426"):
            attempt()
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_sealed_pieces_come_back_whatever_their_lengths() -> None:
    for size in (0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES):
        stream = io.BytesIO()
        writer = SealedWriter(stream, bytes(32), EXERCISE)
        data = bytes(index % 251 for index in range(size))
        for start in range(0, size, 10_007):
            writer.write(data[start : start + 10_007])
        writer.end()
        stream.seek(0)
        reader = SealedReader(stream, read_head(stream)[0], bytes(32))
        assert reader.read(size) == data
        reader.end()


def test_a_copy_that_cannot_be_made_leaves_no_file(idle: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise dbapi2.OperationalError("disk I/O error")

    monkeypatch.setattr("firebreak.store.copying.open_file", fail)
    with pytest.raises(LocalError, match="FB425"):
        made(idle)
    assert not [each for each in idle.root.parent.iterdir() if "backup" in each.name]
