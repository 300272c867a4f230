"""What is wrong around a real node is on its desk in five seconds, and on the other with the next check."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from firebreak.api.client import Client
from firebreak.app.running import Node
from firebreak.core.base.instants import MINUTE, Instant, Moment
from firebreak.runtime.clocks import SystemClock
from tests.api.running import played, running, until_open
from tests.covering import covers
from tests.plays.paired import copy_paired

ON_THE_DESK_SECONDS = 5.0


@dataclass
class Desk:
    """A node and what its desk is told."""

    node: Node
    client: Client
    told: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    async def next(self, event: str, **fields: Any) -> dict[str, Any]:
        """The next such event; it has to come in time."""
        async with asyncio.timeout(ON_THE_DESK_SECONDS):
            async for each in self.client.events():
                self.told.append(each)
                if each["event"] == event and all(each[name] == value for name, value in fields.items()):
                    return each
        raise AssertionError("the node ended")

    async def line(self) -> dict[str, Any]:
        return next(iter((await self.client.ask("status"))["lines"].values()))


@asynccontextmanager
async def desks(folder: Path, setting: str = "") -> AsyncIterator[tuple[Desk, Desk, AsyncExitStack]]:
    """North and South with an open line; South may end before."""
    copy_paired(folder)
    file = folder / "north" / "firebreak.toml"
    text = file.read_text(encoding="utf-8").replace("[node]\n", f"[node]\n{setting}")
    file.write_text(text, encoding="utf-8")
    async with AsyncExitStack() as stack, AsyncExitStack() as souths:
        north = Desk(*await stack.enter_async_context(running(folder / "north")))
        south = Desk(*await souths.enter_async_context(running(folder / "south")))
        await until_open(north.client)
        await until_open(south.client)
        yield north, south, souths


async def reported(south: Desk) -> list[str]:
    """South asks North for a sign of life; what North says is wrong with it, as South's desk shows it."""
    await south.client.ask("check")
    await south.next("CheckAnswered")
    line = await south.line()
    return [each for each in line["reasons"] if each.startswith("their")]


@covers("I30", "CHECK-023", "CHECK-024")
def test_a_disk_with_no_more_than_its_reserve_is_told_and_takes_flash_only(tmp_path: Path) -> None:
    async def work() -> None:
        async with desks(tmp_path, "reserve_megabytes = 1000000\n") as (north, south, _):
            line = await north.line()
            assert line["trouble"] == ["space"]
            assert "our_space" in line["reasons"]
            assert (await north.client.ask("status"))["health"]["space"]["spent"]
            assert await reported(south) == ["their_space"]
            routine = await south.client.ask("send", text="routine")
            flash = await south.client.ask("send", text="FIRE", precedence="flash")
            await north.next("MessageArrived", precedence="flash")
            held = {each["hash"] for each in (await north.client.ask("inbox"))["messages"]}
            assert flash["hash"] in held
            assert routine["hash"] not in held
            north.node.health.reserve = 0
            await north.next("TroubleChanged", ended=["space"])
            arrived = await north.next("MessageArrived")
            assert arrived["ref"]["hash"] == routine["hash"]
            assert await reported(south) == []

    played(work)


@covers("I30")
def test_a_link_that_is_lost_is_on_the_desk_in_time(tmp_path: Path) -> None:
    async def work() -> None:
        async with desks(tmp_path) as (north, _, souths):
            await souths.aclose()
            assert (await north.next("LinkLost"))["links"] == 0
            assert (await north.next("TroubleChanged"))["began"] == ["link"]
            assert "our_link" in (await north.line())["reasons"]

    played(work)


class Stepped(SystemClock):
    """The clock of a machine that somebody sets."""

    ahead = 0

    def read(self) -> Moment:
        now = super().read()
        return Moment(Instant(now.wall + self.ahead), now.steady, now.uncertainty)


@covers("I30", "CHECK-025")
def test_a_clock_that_is_set_wrong_is_told_on_both_desks(tmp_path: Path) -> None:
    async def work() -> None:
        async with desks(tmp_path) as (north, south, _):
            clock = Stepped()
            for each in (north.node.pump, north.node.links):
                each.clock = clock
            clock.ahead = 3 * MINUTE
            await north.next("ClockStepped")
            assert (await north.next("TroubleChanged"))["began"] == ["clock"]
            assert await reported(south) == ["their_clock"]
            apart = next(each for each in south.told if each["event"] == "CheckAnswered")["apart_ms"]
            assert 2 * MINUTE < apart <= 3 * MINUTE
            assert (await south.next("ClocksApart"))["apart_ms"] == apart
            clock.ahead = 0
            await north.next("TroubleChanged", ended=["clock"])

    played(work)
