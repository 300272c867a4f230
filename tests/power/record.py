"""What a party's folder holds, read while no node runs there."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from firebreak.app.ceremony import Ceremony
from firebreak.app.exporting import write_line_bundle
from firebreak.app.house import House
from firebreak.core.envelope.entry import Entry
from firebreak.core.record.choice import Choice
from firebreak.keyring.keys import NodeKeys
from firebreak.store.sqlite import SqliteStore
from firebreak.verify import compare, verify_bundle
from firebreak.verify.faults import Fault
from firebreak.verify.report import Report
from tests.plays.paired import PARTIES, PASSPHRASE


def storage_key(folder: Path) -> bytes:
    """The key of a party's database."""
    house = House.at(folder)
    return NodeKeys.load(house.node_keys, PASSPHRASE, environment=house.config.environment).storage


@contextmanager
def opened(folder: Path, key: bytes | None = None) -> Generator[SqliteStore]:
    """The database of a party, with a side file of its own, so that nothing of the node's is changed."""
    side = folder / "another-side"
    store = SqliteStore.open(folder / "node.db", key or storage_key(folder), side=side)
    try:
        yield store
    finally:
        store.close()
        side.unlink()


def ceremony_of(folder: Path) -> Ceremony:
    """Of the only line."""
    return Ceremony(House.at(folder), PARTIES[folder.name])


def entries_of(folder: Path) -> dict[bytes, Entry]:
    """By hash, in the order in which they were stored."""
    with opened(folder) as store:
        return {kept.entry.hash: kept.entry for kept in _kept(store, folder)}


def _kept(store: SqliteStore, folder: Path) -> Iterator:
    return (kept for _, kept in store.entries(ceremony_of(folder).line_id))


def judged(folder: Path) -> Report:
    """The verifier's word on the whole record of a party."""
    bundle = folder.parent / f"{folder.name}.fbundle"
    with opened(folder) as store:
        assert store.check() == []
        ceremony = ceremony_of(folder)
        write_line_bundle(ceremony, store, bundle, choice=Choice(), made_at=ceremony.house.now())
    with bundle.open("rb") as stream:
        return verify_bundle(stream)


def _code(fault: Fault) -> str:
    """What is wrong; of a kind of which there are too many to list, that kind."""
    return str(dict(fault.values)["code"]) if fault.code == "more" else fault.code


def verified(*folders: Path, but: str = "") -> None:
    """Each record verifies, but for one kind of finding, and two do not contradict each other: no fork."""
    reports = [judged(each) for each in folders]
    for each in reports:
        assert {_code(fault) for fault in each.findings} <= {but}, [str(fault) for fault in each.findings]
    if len(reports) == 2:
        comparison = compare(*reports)
        assert comparison.ok, comparison
