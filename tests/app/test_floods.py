"""A counterpart with the right keys that means harm: what it costs a real node, over real TLS."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from firebreak.api.client import Client
from firebreak.core.base.cbor import Value
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.linecheck.bodies import CheckPing
from firebreak.core.record.bodies import SegmentOpen
from firebreak.core.record.frames import HaveFrame, have_value
from firebreak.ports import LinkDown
from tests.api.running import played
from tests.app.flooding import Cost, Flooder
from tests.app.test_killed import process
from tests.covering import covers
from tests.plays.paired import copy_paired

MEBIBYTE = 1 << 20
TIGHT = "entries_per_minute = 600\nentries_at_once = 200\n"


@dataclass
class Scene:
    """North's node, what its desk is told, and South, who means harm."""

    folder: Path
    process: int
    desk: Client
    south: Flooder
    told: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def cost(self) -> Cost:
        """What North's node has used."""
        return Cost.of(self.process, self.folder / "north")

    async def listen(self) -> None:
        """Keep what the desk is told."""
        async for event in self.desk.events():
            self.told.append(event)
            self.changed.set()

    async def until(self, seen: Callable[[dict[str, Any]], bool]) -> None:
        """Wait until the desk was told something."""
        async with asyncio.timeout(30):
            while not any(seen(each) for each in self.told):
                self.changed.clear()
                await self.changed.wait()

    def flood_told(self, limit: str) -> int:
        return sum(each["event"] == "CounterpartFloods" and each["limit"] == limit for each in self.told)


@asynccontextmanager
async def scene(folder: Path, settings: str = TIGHT) -> AsyncIterator[Scene]:
    copy_paired(folder)
    file = folder / "north" / "firebreak.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("checks_every_seconds = 0\n", f"checks_every_seconds = 0\n{settings}"), encoding="utf-8"
    )
    async with process(folder / "north") as node, Client.connect(folder / "north" / "node.sock") as desk:
        await desk.subscribe()
        made = Scene(folder, node.pid, desk, Flooder.at(folder / "south"))
        listening = asyncio.create_task(made.listen())
        try:
            yield made
        finally:
            listening.cancel()


async def flood(scene: Scene, seconds: float, packet: Callable[[], list[Value]]) -> float:
    """Send as fast as the link takes; the seconds until a flash behind all that was on the desk."""
    south = scene.south
    async with south.link() as (link, sealer):
        hearing = asyncio.create_task(_hear(link))
        opening = south.entry(Kind.SEGMENT_OPEN, SegmentOpen(software="hostile"))
        listed = have_value(HaveFrame((), (), False, south.writer.segment))
        await south.send(link, sealer, [listed, opening])
        begun = monotonic()
        while monotonic() - begun < seconds:
            await south.send(link, sealer, packet())
        flashed = monotonic()
        await south.send(link, sealer, [south.words("FIRE", Precedence.FLASH)])
        await scene.until(
            lambda each: each["event"] == "MessageArrived" and each["message"]["text"] == "FIRE"
        )
        hearing.cancel()
    return monotonic() - flashed


async def _hear(link: Any) -> None:
    while True:
        await link.receive()


@covers("I22", "LIMITS-001", "LIMITS-003", "LIMITS-006")
def test_a_flood_of_messages_costs_bounded_memory_time_and_disk_and_a_flash_gets_through(
    tmp_path: Path,
) -> None:
    async def work() -> None:
        async with scene(tmp_path) as made:
            before, begun = made.cost(), monotonic()
            took = await flood(made, 2.0, lambda: [made.south.words("x" * 400) for _ in range(30)])
            seconds, after = monotonic() - begun, made.cost()
            sent = made.south.sent_bytes
            assert took < 10, "the clock of a flash for a node's receipt"
            assert after.memory - before.memory < 64 * sent + 16 * MEBIBYTE
            entries = 200 + 10 * seconds + 6
            assert after.disk - before.disk < 2_000 * entries + 4 * MEBIBYTE
            assert after.cpu_seconds - before.cpu_seconds < 0.5 * sent / MEBIBYTE + 0.3 * seconds
            status = await made.desk.ask("status")
            held = status["lines"]["south"]["entries"]["South"]
            assert held <= entries + 30 < len(made.south.sent)
            assert made.flood_told("entries") == 1

    played(work)


@covers("I22", "LIMITS-005")
def test_questions_and_lists_without_end_are_answered_at_a_pace(tmp_path: Path) -> None:
    async def work() -> None:
        async with scene(tmp_path) as made:
            south, count = made.south, iter(range(1, 1 << 30))
            listed = have_value(HaveFrame((), (), False, south.writer.segment))

            def packet() -> list[Value]:
                pings = [CheckPing(nonce=next(count).to_bytes(16, "big"), number=1) for _ in range(20)]
                return [*(south.entry(Kind.CHECK_PING, each) for each in pings), *[listed] * 20]

            before, begun = made.cost(), monotonic()
            await flood(made, 1.5, packet)
            seconds, after = monotonic() - begun, made.cost()
            ours = (await made.desk.ask("status"))["lines"]["south"]["entries"]["North"]
            budget = 200 + 10 * seconds + 60
            assert ours < budget + 40, "as many answers as the budget has, and a few words of our own"
            assert after.memory - before.memory < 64 * south.sent_bytes + 16 * MEBIBYTE
            assert made.flood_told("checks") == 1
            assert made.flood_told("lists") == 1

    played(work)


@covers("I22", "LIMITS-011")
def test_sessions_without_end_are_begun_at_a_pace(tmp_path: Path) -> None:
    async def work() -> None:
        settings = "sessions_per_minute = 3\n"
        async with scene(tmp_path, settings) as made:
            begun = 0
            for _ in range(12):
                try:
                    async with made.south.link():
                        begun += 1
                except LinkDown:
                    pass
            assert begun == 6
            await made.until(
                lambda each: each["event"] == "CounterpartFloods" and each["limit"] == "sessions"
            )

    played(work)


@covers("I22", "LIMITS-012")
def test_connections_without_end_are_closed_before_anything_is_computed(tmp_path: Path) -> None:
    async def work() -> None:
        async with scene(tmp_path) as made:
            host, _, port = made.south.address.rpartition(":")
            before = made.cost()
            for _ in range(600):
                _, writer = await asyncio.open_connection(host, int(port))
                writer.write(b"junk" * 100)
                writer.close()
            after = made.cost()
            assert after.cpu_seconds - before.cpu_seconds < 3
            assert after.memory - before.memory < 24 * MEBIBYTE

    played(work)
