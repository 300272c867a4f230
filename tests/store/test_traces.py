"""What is left of a body after it was destroyed. The pages are in the clear here, so that one can look."""

import random
import shutil
from pathlib import Path

import pytest

from firebreak.core.base.errors import StorageError
from firebreak.ports import Kept
from firebreak.store.sqlite import SqliteStore
from tests.conformance.store.making import LINE, OTHER_LINE, made
from tests.covering import covers
from tests.store.failing import failing_at

LENGTHS = [1, 40, 200, 900, 1500, 4000, 16_000]


def bodied(seq: int, chance: random.Random) -> Kept:
    return made(seq, chance.randbytes(chance.choice(LENGTHS)), line=chance.choice([LINE, OTHER_LINE]))


def traces(folder: Path, entries: list[Kept]) -> list[int]:
    """Entries of which a salt, or a piece of a body that no chance repeats, stands in any file."""
    files = b"\n".join(path.read_bytes() for path in sorted(folder.iterdir()))
    return [kept.entry.header.seq for kept in entries if any(piece in files for piece in pieces(kept))]


def pieces(kept: Kept) -> list[bytes]:
    salt, body = kept.entry.salt, kept.entry.body
    assert salt is not None
    assert body is not None
    parts = [body[start : start + 12] for start in range(0, len(body) - 11, 400)]
    return [salt, salt[:12], *parts]


@covers("STORE-021", "I25")
@pytest.mark.parametrize("seed", range(4))
def test_no_file_keeps_anything_of_a_destroyed_body(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    store = SqliteStore.open(tmp_path / "record.db", None)
    kept: list[Kept] = []
    for seq in range(1, 90, 3):
        batch = [bodied(seq + step, chance) for step in range(3)]
        store.append(batch)
        kept += batch
    assert len(traces(tmp_path, kept)) == len(kept), "the scan sees what is there"
    chance.shuffle(kept)
    for number in range(40):
        store.shred(kept[number].entry.header.line, kept[number].entry.hash)
        assert traces(tmp_path, [kept[number]]) == []
        store.append([bodied(1000 + number, chance)])
    assert traces(tmp_path, kept[:40]) == []
    assert len(traces(tmp_path, kept[40:])) == len(kept) - 40, "and the others are still there"
    store.close()
    assert traces(tmp_path, kept[:40]) == []


@covers("STORE-021", "I25")
@pytest.mark.parametrize("statement", range(1, 6))
def test_a_destruction_cut_short_is_finished_at_the_next_start(tmp_path: Path, statement: int) -> None:
    factory, faults = failing_at()
    store = SqliteStore.open(tmp_path / "record.db", None, factory=factory)
    entry = made(1, b"we leave the village at dawn")
    store.append([entry, made(2)])
    faults.arm(statement, took=False)
    try:
        store.shred(LINE, entry.entry.hash)
    except StorageError:
        assert statement <= 4
    killed = tmp_path / "killed"  # what the disk holds at this moment, without an orderly end
    shutil.copytree(tmp_path, killed)
    store.close()
    store = SqliteStore.open(killed / "record.db", None)
    found = store.find(LINE, entry.entry.hash)
    assert found is not None
    assert (found.entry.body is None) == (traces(killed, [entry]) == [])
    store.close()
