"""Looking through the record of a node that does not run, and making a sound database from a damaged one.

All that can be read and verified goes into a new database; the damaged one is put aside, never deleted. What
is missing then is what a restored node misses: the next start listens before it signs, the counterpart gives
back what it holds, and our node stands by it (`spec/restore.md`).
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from firebreak.app.ceremony import Ceremony
from firebreak.app.exporting import cards_of
from firebreak.app.house import House
from firebreak.app.soundness import KeyOf, Soundness
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.envelope.header import key_id
from firebreak.keyring.keys import NodeKeys
from firebreak.ports import Kept
from firebreak.store.exchange import exchange, take_back
from firebreak.store.lock import Lock
from firebreak.store.salvage import Salvage, Saved
from firebreak.store.sqlite import SqliteStore

BATCH: Final = 256
FRESH: Final = "fresh.db"


@dataclass(slots=True)
class Found:
    """What is wrong with a record, and what is left of it."""

    entries: int = 0
    "That can be read and verified."
    pages: tuple[int, ...] = ()
    "Damaged pages of the file."
    unreadable: int = 0
    "Entries of which the row could not be read; there may be more that cannot even be counted."
    bodies: int = 0
    "Entries whose body could not be read."
    wrong: list[str] = field(default_factory=list[str])
    "Entries that can be read and are not what was signed."
    behind: bool = False
    "Whether our side file knows of entries that are missing."

    @property
    def sound(self) -> bool:
        """Whether nothing has to be mended."""
        return not (self.pages or self.unreadable or self.bodies or self.wrong)

    def facts(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "sound": self.sound,
            "entries": self.entries,
            "pages": list(self.pages),
            "unreadable": self.unreadable,
            "bodies": self.bodies,
            "wrong": self.wrong,
            "behind": self.behind,
        }


def look_through(house: House, passphrase: str) -> dict[str, Any]:
    """Look at every page and every entry, and change none. Raises LocalError, StorageError."""
    key = _key(house, passphrase)
    with _alone(house), _room(house) as folder:
        return _made_anew(house, key, folder).facts()


def repair(house: House, passphrase: str, now: Instant, *, from_nothing: bool) -> dict[str, Any]:
    """Put a sound database in the place of a damaged one. Raises LocalError, StorageError."""
    key = _key(house, passphrase)
    with _alone(house), _room(house) as folder:
        found = Found() if from_nothing else _made_anew(house, key, folder)
        if found.sound and not from_nothing:
            return {**found.facts(), "aside": None}
        if from_nothing:
            _new(folder, key).close()
        aside = _exchange(house.database, folder / FRESH, now)
    return {**found.facts(), "aside": str(aside)}


def _key(house: House, passphrase: str) -> bytes:
    if not house.database.exists():
        hint = "start the node: it makes one, and the counterpart gives back what it holds"
        raise LocalError(f"there is no database {house.database}", code="FB350", hint=hint)
    return NodeKeys.load(house.node_keys, passphrase, environment=house.config.environment).storage


@contextmanager
def _alone(house: House) -> Generator[None]:
    lock = Lock.take(house.database)
    try:
        take_back(house.database)
        yield
    finally:
        lock.release()


@contextmanager
def _room(house: House) -> Generator[Path]:
    """A folder beside the database, for a copy and a new database, which is renamed in the end."""
    try:
        with TemporaryDirectory(prefix=".repair-", dir=house.root) as folder:
            yield Path(folder)
    except OSError as error:
        hint = "make room for twice the database, or copy the folder to another disk; nothing was changed"
        text = f"the database could not be looked through: {error.strerror or error}"
        raise LocalError(text, code="FB441", hint=hint) from error


def _made_anew(house: House, key: bytes, folder: Path) -> Found:
    """Write what is sound into a new database, twice if the first shows entries that are not."""
    salvage = Salvage.of(house.database, key, folder)
    ours = house.card().card.party
    choosing = _Choosing(ours[:16])
    for each in salvage.entries():
        choosing.note(each)
    wrong: dict[bytes, str] = {}
    while True:
        store = _new(folder, key)
        try:
            found = _filled(store, salvage, choosing, wrong)
            more = {} if wrong else _wrong_in(house, store, choosing.writer)
            found.behind = store.is_behind(house.database.with_name(house.database.name + ".side"))
        finally:
            store.close()
        if not more:
            return found
        wrong = more


@dataclass(slots=True)
class _Choosing:
    """What becomes of entries without their bodies."""

    writer: bytes
    _seen: dict[tuple[bytes, bytes], int] = field(default_factory=dict[tuple[bytes, bytes], int])
    "Line and segment of ours -> the newest number that the counterpart has seen."

    def note(self, saved: Saved) -> None:
        header = saved.kept.entry.header
        if header.seen is not None and header.writer != self.writer:
            place = header.line, header.seen.segment
            self._seen[place] = max(header.seen.seq, self._seen.get(place, 0))

    def comes_back(self, kept: Kept) -> bool:
        """Whether the counterpart holds an entry: it wrote it, or has said that it has seen it."""
        header = kept.entry.header
        seen = self._seen.get((header.line, header.segment), 0)
        return header.writer != self.writer or header.seq <= seen


def _filled(store: SqliteStore, salvage: Salvage, choosing: _Choosing, wrong: dict[bytes, str]) -> Found:
    found = Found(pages=salvage.pages, wrong=list(wrong.values()))
    salvage.unreadable = 0
    batch: list[Kept] = []
    for each in salvage.entries():
        found.bodies += each.body_lost
        if each.kept.entry.hash in wrong or (each.body_lost and choosing.comes_back(each.kept)):
            continue
        batch.append(each.kept)
        if len(batch) == BATCH:
            store.append(batch)
            batch = []
    store.append(batch)
    for name, value in salvage.kept():
        store.keep(name, value)
    found.entries, found.unreadable = store.count(), salvage.unreadable
    return found


def _new(folder: Path, key: bytes) -> SqliteStore:
    for each in folder.glob(f"{FRESH}*"):
        each.unlink()
    return SqliteStore.open(folder / FRESH, key, side=folder / "side")


def _wrong_in(house: House, store: SqliteStore, writer: bytes) -> dict[bytes, str]:
    wrong: dict[bytes, str] = {}
    for name in house.lines():
        ceremony = Ceremony(house, name)
        if ceremony.opening() is not None:
            soundness = Soundness(writer, _keys_of(ceremony, store))
            for _, kept in store.entries(ceremony.line_id):
                soundness.look(kept.entry)
            wrong |= soundness.wrong
    return wrong


def _keys_of(ceremony: Ceremony, store: SqliteStore) -> KeyOf:
    keys = {key_id(each.card.log_key): each.card.log_key for each in cards_of(ceremony, store)}
    return lambda entry: keys.get(entry.header.key_id)


def _exchange(database: Path, fresh: Path, now: Instant) -> Path:
    """The new database takes the place of the old one, which keeps another name."""
    stamp = iso(now).replace(":", "").replace("-", "")
    aside = database.with_name(f"{database.name}.damaged-{stamp}")
    exchange(database, fresh, aside)
    return aside
