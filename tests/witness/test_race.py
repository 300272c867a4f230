"""I27 under load and under the knife: two trees of one log, many askers, kill −9."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from copy import deepcopy
from pathlib import Path

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.record.adding import Refused
from firebreak.witness.running import build
from tests.covering import covers
from tests.witness.foreign import ForeignClient, ForeignLog, check_cosignatures, mth
from tests.witness.house import PASSPHRASE, HandClock, running, settle

SHARED = 3
GROWN = 24


def two_trees() -> tuple[ForeignLog, ForeignLog]:
    """One log that tells two stories from its fourth leaf on."""
    one = ForeignLog("log.example/two-faced")
    one.grow(SHARED)
    other = deepcopy_log(one)
    one.grow(GROWN, "one")
    other.grow(GROWN, "other")
    return one, other


def deepcopy_log(log: ForeignLog) -> ForeignLog:
    return ForeignLog(log.origin, log.key, deepcopy(log.leaves))


class Told:
    """What a witness has cosigned, as its askers saw it: size -> roots."""

    def __init__(self) -> None:
        self.roots: dict[int, set[bytes]] = {}
        self.lines: dict[int, set[bytes]] = {}

    def heard(self, log: ForeignLog, size: int, lines: bytes) -> None:
        self.roots.setdefault(size, set()).add(mth(log.leaves[:size]))
        self.lines.setdefault(size, set()).add(lines)

    def is_one_story(self, *logs: ForeignLog) -> bool:
        of_one = [
            all(roots == {mth(log.leaves[:size])} for size, roots in self.roots.items()) for log in logs
        ]
        return any(of_one)


def press(client: ForeignClient, log: ForeignLog, told: Told, chance: random.Random, rounds: int) -> None:
    """Ask for whatever size the witness says it holds, as fast as it answers."""
    old = 0
    for _ in range(rounds):
        size = chance.randint(max(old, 1), min(old + 3, len(log.leaves)))
        status, _, answer = client.post(log.request(old, size))
        if status == 200:
            told.heard(log, size, answer)
            old = size
        elif status == 409:
            old = int(answer)
        if old >= len(log.leaves):
            return


@covers("I27", "WITNESS-012")
def test_many_askers_at_once_never_get_two_stories(tmp_path: Path) -> None:
    one, other = two_trees()
    told = Told()
    with running(settle(tmp_path, one.vkey)) as witness:
        client = ForeignClient(witness.address)
        threads = [
            threading.Thread(target=press, args=(client, log, told, random.Random(seed), 40))
            for seed, log in enumerate([one, other] * 3)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert max(told.roots) > SHARED
    assert told.is_one_story(one, other)
    assert all(len(lines) == 1 for lines in told.lines.values()), "one cosignature per size"


@covers("I27")
def test_threads_that_share_the_database_never_get_two_stories(tmp_path: Path) -> None:
    one, other = two_trees()
    settings = settle(tmp_path, one.vkey)
    witness = build(settings, PASSPHRASE, HandClock(), print)
    cosigner, told = witness.service.cosigner, Told()

    def ask(log: ForeignLog) -> None:
        for size in range(1, SHARED + GROWN):
            for old in (size - 1, size):
                with suppress(Refused):
                    told.heard(log, size, cosigner.add(log.request(old, size)))

    threads = [threading.Thread(target=ask, args=(log,)) for log in [one, other] * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    witness.service.close()
    cosigner.database.close()
    assert told.is_one_story(one, other)
    assert all(len(lines) == 1 for lines in told.lines.values())


def test_a_second_process_does_not_get_the_database(tmp_path: Path) -> None:
    with running(settings := settle(tmp_path)), pytest.raises(LocalError, match="in use") as caught:
        build(settings, PASSPHRASE, HandClock(), print)
    assert caught.value.code == "FB301"


@contextmanager
def child(folder: Path, stores: int = 0) -> Generator[tuple[ForeignClient, "subprocess.Popen[str]"]]:
    """The witness as a process; killed at the end whatever happened."""
    command = [sys.executable, "-m", "tests.witness.child", str(folder), *([str(stores)] if stores else [])]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as process:
        assert process.stdout is not None
        try:
            yield ForeignClient(process.stdout.readline().strip()), process
        finally:
            with suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
            process.wait()


@covers("I27", "WITNESS-012")
def test_killed_between_storing_and_answering_it_keeps_to_what_it_stored(tmp_path: Path) -> None:
    one, other = two_trees()
    settle(tmp_path, one.vkey)
    with child(tmp_path, stores=2) as (client, process):
        keys = client.keys()
        assert client.post(one.request(0, SHARED))[0] == 200
        with pytest.raises(ConnectionError):
            client.post(one.request(SHARED, SHARED + 4))
        assert process.wait(10) == -signal.SIGKILL
    with child(tmp_path) as (client, _):
        assert client.post(other.request(SHARED, SHARED + 4)) == (409, "text/x.tlog.size", b"7\n")
        assert client.post(other.request(SHARED + 4))[0] == 422
        status, _, lines = client.post(one.request(SHARED + 4, SHARED + 4))
        assert status == 200
        assert set(check_cosignatures(one.text(SHARED + 4), lines, keys)) == {4, 6}


@covers("I27")
def test_killed_at_any_moment_it_never_tells_two_stories(tmp_path: Path) -> None:
    one, other = two_trees()
    settle(tmp_path, one.vkey)
    told, chance = Told(), random.Random(27)
    for kill in range(4):
        with child(tmp_path) as (client, process):
            threads = [
                threading.Thread(target=_until_gone, args=(client, log, told, random.Random(kill)))
                for log in (one, other)
            ]
            for thread in threads:
                thread.start()
            threads[0].join(chance.uniform(0.01, 0.15))
            os.kill(process.pid, signal.SIGKILL)
            for thread in threads:
                thread.join()
    with child(tmp_path) as (client, _):
        for log in (one, other):
            press(client, log, told, random.Random(1), 60)
    assert max(told.roots) > SHARED
    assert told.is_one_story(one, other)
    assert all(len(lines) == 1 for lines in told.lines.values())


def _until_gone(client: ForeignClient, log: ForeignLog, told: Told, chance: random.Random) -> None:
    with suppress(OSError):
        press(client, log, told, chance, 1_000)


@covers("WITNESS-014")
def test_an_older_copy_of_the_database_does_not_start(tmp_path: Path) -> None:
    log = ForeignLog("log.example/a")
    log.grow(4)
    settings = settle(tmp_path, log.vkey)
    with running(settings) as witness:
        ForeignClient(witness.address).post(log.request(0, 2))
    copy = settings.database.read_bytes()
    with running(settings) as witness:
        ForeignClient(witness.address).post(log.request(2, 4))
    settings.database.write_bytes(copy)
    with pytest.raises(LocalError, match="older copy") as caught:
        build(settings, PASSPHRASE, HandClock(), print)
    assert caught.value.code == "FB406"
