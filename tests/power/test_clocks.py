"""Real nodes whose clock is wrong, jumps, or runs ten times too fast (libfaketime)."""

import asyncio
import os
import shutil
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from firebreak.api.client import Client
from firebreak.core.base.instants import DAY, from_iso
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line.registry import BODIES
from firebreak.core.record.bodies import ClockStep
from firebreak.ports import Kept
from tests.api.running import both, until_open
from tests.covering import covers
from tests.plays.paired import PARTIES
from tests.power.processes import client, process
from tests.power.record import ceremony_of, storage_key, verified
from tests.power.talking import SECONDS, same, talk
from tests.power.told import held

JUMP = 400 * DAY
BUSY_SECONDS = (
    0.4  # of processor time in a quiet second: many times what a node takes, a fraction of a loop's
)
INSTANTS = {
    "the end of 31 bits": ("UTC", "2038-01-19 03:14:04", "2038-01-19T03:14:08Z"),
    "a leap day": ("UTC", "2028-02-28 23:59:56", "2028-02-29T00:00:00Z"),
    "the end of the hour that comes twice": ("Europe/Berlin", "2027-10-31 02:59:56", "2027-10-31T02:00:00Z"),
    "the hour that is left out": ("Europe/Berlin", "2027-03-28 01:59:56", "2027-03-28T01:00:00Z"),
}
"Zone, where its clock begins, and the instant that is crossed."
LONG_RUN = bool(os.environ.get("FIREBREAK_POWER"))


@pytest.fixture(scope="module")
def library() -> Path:
    found = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
    if found is None:
        pytest.skip("no libfaketime here (Debian: faketime)")
    return found


@pytest.fixture(scope="module")
def paired(library: Path) -> Iterator[Path]:
    """Two parties whose line is open, under a short path."""
    with TemporaryDirectory(prefix="clocks-") as name:

        async def work() -> None:
            async with both(Path(name)):
                pass

        asyncio.run(work())
        yield Path(name)


@pytest.fixture
def folder(paired: Path) -> Iterator[Path]:
    """The same two parties for each test."""
    with TemporaryDirectory(prefix="clock-") as name:
        for each in PARTIES:
            shutil.copytree(paired / each, Path(name) / each)
        yield Path(name)


class Shifted:
    """What a process is to believe of the time; may be changed while it runs."""

    def __init__(
        self, library: Path, folder: Path, said: str, *, zone: str = "UTC", steady: bool = True
    ) -> None:
        self.file = folder / "shift"
        self.say(said)
        self.environment = {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1" if steady else "0",
            # Its mend of waits by the steady clock ends them at once when two threads want the interpreter.
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",
            "TZ": zone,
        }

    def say(self, said: str) -> None:
        """`+400d`, `-400d`, `@2038-01-19 03:14:02`, `+0 x10`."""
        self.file.write_text(said, encoding="utf-8")


@asynccontextmanager
async def met(
    folder: Path, shifted: Shifted, *, south: Shifted | None = None
) -> AsyncGenerator[tuple[Client, Client]]:
    """Both nodes, north under its clock, with their line open."""
    other = None if south is None else south.environment
    async with (
        client(folder / "north", shifted.environment) as north,
        client(folder / "south", other) as at_south,
    ):
        await until_open(north)
        await until_open(at_south)
        yield north, at_south


async def stepped(end: Client) -> int:
    """By how much a node says that its clock has jumped."""
    async with asyncio.timeout(SECONDS):
        async for event in end.events():
            if event["event"] == "ClockStepped":
                return event["found"] - event["expected"]
    raise AssertionError


def record(folder: Path) -> list[Kept]:
    return held(folder, storage_key(folder))


def runs_forward(kept: list[Kept]) -> bool:
    """Whether line time never went back, over all processes of the node."""
    return all(one.at <= other.at for one, other in pairwise(kept))


def in_order(folder: Path) -> None:
    """What a bad clock must leave as it is."""
    for each in PARTIES:
        assert runs_forward(record(folder / each))
    verified(
        folder / "north", folder / "south", but="card-validity"
    )  # by the writer's clock, which was wrong


def steps(folder: Path) -> list[int]:
    """What a node has written of its own clock."""
    party = ceremony_of(folder).offer().party[:16]
    bodies = [
        BODIES[Kind.CLOCK_STEP].from_bytes(each.entry.body or b"")
        for each in record(folder)
        if each.entry.header.kind == Kind.CLOCK_STEP and each.entry.header.writer == party
    ]
    return [each.now - each.was for each in bodies if isinstance(each, ClockStep)]


def near(found: list[int], wanted: list[int]) -> bool:
    return len(found) == len(wanted) and all(abs(a - b) < 60_000 for a, b in zip(found, wanted, strict=True))


@covers("I20", "RECORD-017")
def test_a_clock_that_jumps_while_the_node_runs_is_written_down_and_changes_nothing_else(
    library: Path, folder: Path
) -> None:
    async def work() -> None:
        clock = Shifted(library, folder, "+0")
        async with (
            process(folder / "north", clock.environment) as node,
            Client.connect(folder / "north" / "node.sock") as north,
            client(folder / "south") as south,
        ):
            await until_open(north)
            await until_open(south)
            for said, jump in (("+400d", JUMP), ("-400d", -2 * JUMP), ("+0", JUMP)):
                clock.say(said)
                assert abs(await stepped(north) - jump) < 60_000
                assert await processor_seconds(node.pid) < BUSY_SECONDS
                await talk(north, south, 1)
            await same(north, south)

    asyncio.run(work())
    assert near(steps(folder / "north"), [JUMP, -2 * JUMP, JUMP])
    assert steps(folder / "south") == []
    in_order(folder)


@covers("I20")
def test_a_clock_that_jumps_while_the_node_is_down_never_takes_line_time_back(
    library: Path, folder: Path
) -> None:
    async def work() -> None:
        for said in ("+400d", "-400d") if LONG_RUN else ("+400d", "+0"):
            async with met(folder, Shifted(library, folder, said)) as (north, south):
                await talk(north, south, 1)
                await same(north, south)

    asyncio.run(work())
    assert near(steps(folder / "north"), [-2 * JUMP if LONG_RUN else -JUMP])
    assert steps(folder / "south") == []
    in_order(folder)


@pytest.mark.skipif(not LONG_RUN, reason="waits for seconds of the clock; in `make power`")
@pytest.mark.parametrize("instant", INSTANTS)
def test_two_nodes_talk_across(library: Path, folder: Path, instant: str) -> None:
    zone, begins, crossed = INSTANTS[instant]

    async def work() -> None:
        north, south = (Shifted(library, folder / each, f"@{begins}", zone=zone) for each in PARTIES)
        async with met(folder, north, south=south) as (at_north, at_south):
            await talk(at_north, at_south, 1)
            before = await time_of(at_north)
            assert abs(from_iso(crossed) - before) < 600_000
            async with asyncio.timeout(SECONDS):
                while await time_of(at_north) <= from_iso(crossed):
                    await at_south.ask("send", text="is it over?")
            await talk(at_north, at_south, 1)
            await same(at_north, at_south)

    asyncio.run(work())
    in_order(folder)
    assert steps(folder / "north") == []


async def time_of(end: Client) -> int:
    """What a node takes for the time."""
    return (await end.ask("status"))["now"]


async def processor_seconds(pid: int) -> float:
    """What a process takes in a second in which nobody asks it for anything."""

    def taken() -> float:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    before = taken()
    await asyncio.sleep(1.0)
    return taken() - before


@covers("I18")
def test_a_deadline_comes_by_a_clock_that_runs_ten_times_too_fast(library: Path, folder: Path) -> None:
    async def work() -> None:
        clock = Shifted(library, folder, "+0 x10", steady=False)
        async with client(folder / "north", clock.environment) as north:
            await north.subscribe()
            sent = await north.ask("send", text="is anybody there?", precedence="flash")
            async with asyncio.timeout(SECONDS):
                async for event in north.events():
                    if event["event"] == "Overdue" and event["entry"] == sent["hash"]:
                        break

    asyncio.run(work())
    in_order(folder)
