"""Real processes that are killed, or run out of disk, while they append."""

import random
from pathlib import Path

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.entry import keeps_its_commitment
from firebreak.store.sqlite import SqliteStore
from tests.conformance.store.making import LINE, made
from tests.covering import covers
from tests.store.child import line_of, writer
from tests.store.writer import KEY

ROUNDS = 8


def sound_up_to(path: Path) -> int:
    """How many entries there are, after checking each of them and every page."""
    store = SqliteStore.open(path, KEY)
    assert store.check() == []
    assert not store.restored
    count = 0
    for position, kept in store.entries(LINE):
        count += 1
        assert position == kept.entry.header.seq == count
        assert kept == made(count)
        assert keeps_its_commitment(kept.entry)
    store.close()
    return count


@covers("STORE-001", "STORE-002", "STORE-042", "I4")
@pytest.mark.parametrize("batch", [1, 7])
def test_every_acknowledged_append_survives_a_kill(tmp_path: Path, batch: int) -> None:
    path = tmp_path / "record.db"
    chance = random.Random(0x5EA1 + batch)
    held = 0
    for _ in range(ROUNDS):
        with writer(path, held + 1, batch) as process:
            assert line_of(process) == "open"
            acknowledged = [int(line_of(process)) for _ in range(chance.randint(1, 30))][-1]
        found = sound_up_to(path)
        assert found >= acknowledged
        assert found % batch == 0
        held = found


@covers("STORE-040", "STORE-042", "I29")
@pytest.mark.parametrize("pages", [40, 60, 75])
def test_a_file_that_may_not_grow_stops_the_writer_and_loses_nothing(tmp_path: Path, pages: int) -> None:
    path = tmp_path / "record.db"
    with writer(path, 1, 3, pages * 4096) as process:
        said = [line_of(process)]
        while said[-1] != "FB306":
            said.append(line_of(process))
        acknowledged = int(said[-2])
    found = sound_up_to(path)
    assert acknowledged <= found <= acknowledged + 3
    assert found % 3 == 0


@covers("STORE-050")
def test_a_second_process_is_refused_with_the_number_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with writer(path, 1, 1) as process:
        assert line_of(process) == "open"
        with pytest.raises(LocalError, match=f"FB301: .* process {process.pid}$"):
            SqliteStore.open(path, KEY)
        assert line_of(process) == "1"
    SqliteStore.open(path, KEY).close()
