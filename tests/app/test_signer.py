"""A node and its signer: the node never holds the key, and does not outlive the one that does."""

import os
import resource
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from firebreak.api.client import Client
from firebreak.app.ceremony import Ceremony
from firebreak.app.house import House
from firebreak.app.signing import shared_user
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.keyring.keys import NodeKeys, OfficerKey, SignerKeys
from tests.api.running import both, played, running, until_open
from tests.app.test_killed import process
from tests.covering import covers
from tests.plays.paired import PASSPHRASE, copy_paired

CHUNK = 1 << 20
REACH = 64  # a secret that lies across two chunks is found all the same


def holds(pid: int, wanted: dict[str, bytes]) -> set[str]:
    """Which of the secrets lie anywhere in a process's memory, as bytes or in hexadecimal."""
    needles = {
        name: (each, each.hex().encode(), each.hex().upper().encode()) for name, each in wanted.items()
    }
    found: set[str] = set()
    for data in memory(pid):
        found |= {name for name, forms in needles.items() if any(form in data for form in forms)}
    return found


def memory(pid: int) -> Iterator[bytes]:
    maps = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as stream:
        for line in maps:
            place, rights, *_ = line.split()
            if "r" not in rights or line.endswith(("[vvar]", "[vsyscall]")):
                continue
            begin, end = (int(each, 16) for each in place.split("-"))
            for start in range(begin, end, CHUNK):
                try:
                    stream.seek(start)
                    yield stream.read(min(CHUNK + REACH, end - start))
                except (OSError, OverflowError):
                    break


def told(pid: int, wanted: dict[str, bytes]) -> set[str]:
    """Which of the secrets stand where every user of the machine may read them."""
    said = b"".join(Path(f"/proc/{pid}/{name}").read_bytes() for name in ("cmdline", "environ"))
    return {name for name, each in wanted.items() if each in said or each.hex().encode() in said}


def signers_of(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@covers("SIGNER-046")
def test_the_nodes_process_leaves_no_core_and_lets_nobody_look(tmp_path: Path) -> None:
    """What a core file or a debugger of the same user would show: passphrase, storage key, words."""

    async def work() -> None:
        async with both(tmp_path):
            pass
        async with process(tmp_path / "north") as started:
            assert resource.prlimit(started.pid, resource.RLIMIT_CORE) == (0, 0)
            started.terminate()
            assert started.stdout is not None
            assert b": no memory dumps" in await started.stdout.read()

    played(work)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can look into the node's memory")
@covers("SIGNER-044")
def test_the_log_key_is_nowhere_in_the_nodes_process(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path):
            pass
        house = House.at(tmp_path / "north")
        signer = SignerKeys.load(house.signer_keys, PASSPHRASE, environment=Environment.EXERCISE)
        node = NodeKeys.load(house.node_keys, PASSPHRASE, environment=Environment.EXERCISE)
        async with (
            running(tmp_path / "south"),
            process(tmp_path / "north") as started,
            Client.connect(house.socket) as north,
        ):
            await until_open(north)
            await north.ask("send", text="signed by somebody")
            secrets = {"log": signer.log, "checkpoint": signer.checkpoint, "storage": node.storage}
            assert holds(started.pid, secrets) == {"storage"}, "the storage key shows that the search works"
            for pid in (started.pid, *signers_of(started.pid)):
                assert not told(pid, {**secrets, "passphrase": PASSPHRASE.encode()})

    played(work)


@covers("SIGNER-042", "I29")
def test_a_node_whose_signer_is_killed_stops_and_says_why(tmp_path: Path) -> None:
    async def work() -> None:
        async with both(tmp_path):
            pass
        async with process(tmp_path / "north") as started:
            (child,) = signers_of(started.pid)
            os.kill(child, 9)
            assert started.stdout is not None
            printed = await started.stdout.read()
            assert await started.wait() == 1
            assert b"error FB421" in printed
        async with process(tmp_path / "north"), Client.connect(tmp_path / "north" / "node.sock") as north:
            assert (await north.ask("status"))["party"] == "North"

    played(work)


def test_a_real_line_is_told_when_its_signer_is_the_nodes_user(tmp_path: Path) -> None:
    copy_paired(tmp_path)
    house = House.at(tmp_path / "north")
    real = House(replace(house.config, environment=Environment.REAL))
    assert "the node's user" in shared_user(real, os.geteuid())
    assert [shared_user(house, os.geteuid()), shared_user(real, os.geteuid() + 1)] == ["", ""]


@covers("SIGNER-051")
def test_each_agreement_is_signed_later_than_the_one_before_whatever_the_clock_says(tmp_path: Path) -> None:
    copy_paired(tmp_path)
    house = House.at(tmp_path / "north")
    ceremony = Ceremony(house, "south")
    key = OfficerKey.load(house.officer_key("north one"), PASSPHRASE, environment=Environment.EXERCISE)
    times = [
        ceremony.agree(ceremony.wanted, [key], Instant(now)).statements[0].time
        for now in (9 << 40, 9 << 40, 5)
    ]
    assert times == [9 << 40, (9 << 40) + 1, (9 << 40) + 2]
