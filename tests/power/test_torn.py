"""Every disk that a power cut may leave of a store that writes: nothing acknowledged is missing or torn."""

import itertools
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from firebreak.core.envelope.entry import keeps_its_commitment
from firebreak.store.sqlite import SqliteStore
from tests.conformance.store.making import LINE, made
from tests.covering import covers
from tests.power.recording import COMMAND, Call, Disk, read
from tests.store.child import ROOT
from tests.store.writer import KEY

LONG_RUN = bool(os.environ.get("FIREBREAK_POWER"))
BATCH = 3
COMMITS = 220  # the write-ahead log is copied into the database on the way
CUTS = 60
SHARES = (0.0, 0.5, 0.9, 1.0)
"Of the writes that were not synced, how many reached the disk."
SEED = 0x70A2


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    """The calls of a writer that appends until it is killed."""
    if shutil.which("strace") is None:
        pytest.skip("no strace here (Debian: strace)")
    folder = tmp_path_factory.mktemp("recorded")
    trace = folder / "trace"
    writer = [sys.executable, "-m", "tests.store.writer", str(folder / "record.db"), "1", str(BATCH)]
    with subprocess.Popen(
        [*COMMAND, str(trace), *writer],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = list(itertools.islice(process.stdout, COMMITS))
        process.terminate()
    if not said:
        pytest.skip("strace may not watch a process here")
    return [each for each in read(trace) if each.standard_output or str(folder) in each.path]


def sound(found: dict[str, bytes], folder: Path) -> int:
    """How many entries a disk holds, after looking at each of them and every page."""
    folder.mkdir()
    for name, data in found.items():
        (folder / Path(name).name).write_bytes(data)
    store = SqliteStore.open(folder / "record.db", KEY)
    try:
        assert store.check() == []
        assert store.damaged_pages(1, store.page_count()) == []
        kept = [each for _, each in store.entries(LINE)]
    finally:
        store.close()
    assert kept == [made(number) for number in range(1, len(kept) + 1)]
    assert all(keeps_its_commitment(each.entry) for each in kept)
    return len(kept)


@covers("STORE-001", "STORE-002", "STORE-042", "I4")
@pytest.mark.timeout(3_600)
def test_no_disk_that_a_power_cut_leaves_lacks_what_was_acknowledged(
    recorded: list[Call], tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    begun = next(place for place, each in enumerate(recorded) if each.data.startswith(b"open"))
    ends = range(begun, len(recorded) + 1, 3 if LONG_RUN else 1)
    chosen = set(ends if LONG_RUN else chance.sample(ends, CUTS))
    disk, acknowledged, judged = Disk(), 0, 0
    for place, each in enumerate([*recorded, Call("end", "")]):
        for share in (SHARES if LONG_RUN else chance.sample(SHARES, 1)) if place in chosen else ():
            folder = tmp_path / f"{place}-{share}"
            count = sound(disk.after_a_cut(share, chance), folder)
            assert acknowledged <= count <= acknowledged + BATCH, f"after call {place}, {share}"
            assert count % BATCH == 0
            shutil.rmtree(folder)
            judged += 1
        disk.do(each)
        if each.standard_output and each.data.strip().isdigit():
            acknowledged = int(each.data)
    print(f"{len(recorded)} calls recorded, {judged} disks judged, {acknowledged} entries")
    assert any(
        each.name in {"fsync", "fdatasync"} and each.path.endswith("record.db") for each in recorded[begun:]
    )
