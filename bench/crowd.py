"""A counterpart that floods with notices: what it costs a FLASH message, and what a desk is told of it."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Final

from bench.desk import TEXT, Desk, desk_of
from bench.figures import Figure, percentile
from bench.scale import Scale
from bench.world import PASSPHRASE, World, officers
from firebreak.core.base.instants import DAY, HOUR, Instant
from firebreak.core.envelope.kinds import Kind
from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.place import Place
from firebreak.core.notice.bodies import Notice, Window
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.officer import state
from firebreak.runtime.clocks import SystemClock

PAUSE_SECONDS: Final = 0.1
CORNERS: Final = tuple(
    Place(latitude, longitude)
    for latitude, longitude in (
        (549_000_000, 195_000_000),
        (549_000_000, 205_000_000),
        (554_000_000, 205_000_000),
    )
)
TOLD: Final = ("NoticeIssued", "NoticesCrowd", "EntryNoted", "CounterpartFloods")


@dataclass(frozen=True, slots=True)
class Took:
    """One flood: milliseconds of each FLASH from its own side and from ours, seconds in all, lines told."""

    theirs: list[float]
    ours: list[float]
    seconds: float
    lines: int


async def figures(scale: Scale) -> list[Figure]:
    """The same number of routine messages beside it, in the same run."""
    count, found = 2 * scale.flood, list[Figure]()
    runs: dict[str, list[Took]] = {"notices": [], "messages": []}
    for _ in scale.each_run("crowd"):
        for what, taken in runs.items():
            taken.append(await _run(scale, count, what))
    for what, taken in runs.items():
        note = f"{count} {what} that waited come at once"
        for name, take in (("p50", _p50), ("worst", max)):
            values = tuple(take([*each.theirs, *each.ours]) for each in taken)
            found.append(
                Figure(name=f"FLASH in a flood of {what}, {name}", values=values, unit="ms", note=note)
            )
        seconds = tuple(each.seconds for each in taken)
        found.append(Figure(name=f"until all {what} are stored and receipted", values=seconds, unit="s"))
    lines = tuple(float(each.lines) for each in runs["notices"])
    return [*found, Figure(name="lines a desk is told of the notices", values=lines, unit="")]


async def _run(scale: Scale, count: int, what: str) -> Took:
    """South signs them while North is away; when it is back they come as fast as the link carries them."""
    world, done, told = World(scale.folder).found(), asyncio.Event(), Counter[str]()
    async with world.running() as (north, south), desk_of(south) as theirs:
        await theirs.receipt(text=TEXT)
        await north.stop()
        await _flood(theirs, _asked(world, count, what), scale.in_flight)
        north.start()
        await north.answers()
        async with desk_of(north) as ours, desk_of(north) as watching:
            counting = asyncio.create_task(_count(watching, told))
            await _until(theirs, lambda line: line["links"])
            begun = perf_counter()
            both = [asyncio.create_task(_flash(each, done)) for each in (theirs, ours)]
            async with desk_of(south) as asking:
                await _until(asking, lambda line: not line["unreceipted"]["count"])
            seconds = perf_counter() - begun
            done.set()
            one, other = [await each for each in both]
            counting.cancel()
            return Took(one, other, seconds, told.total())


async def _until(desk: Desk, holds: Callable[[dict[str, Any]], bool]) -> None:
    """Until something holds of South's line."""
    while not holds((await desk.client.ask("status"))["lines"]["north"]):  # noqa: ASYNC110
        await asyncio.sleep(PAUSE_SECONDS)


def _asked(world: World, count: int, what: str) -> list[dict[str, Any]]:
    """What South's desk asks its node for."""
    if what == "messages":
        return [{"do": "send", "text": TEXT}] * count
    return [{"do": "state", "kind": int(Kind.NOTICE), "body": each} for each in _signed(world, count)]


def _signed(world: World, count: int) -> list[str]:
    """So many notices of South, each under an officer's statement."""
    house, now = world.houses["south"], SystemClock().read().wall
    key = OfficerKey.load(house.officer_key(officers("south")[0]), PASSPHRASE, environment=world.environment)
    area, opens = Area.of(AreaKind.POLYGON, *CORNERS), now + 4 * DAY
    plain = Notice(
        from_desk="duty",
        to=("duty",),
        code="DF2",
        area=area,
        windows=(Window(opens_at=opens, closes_at=opens + HOUR),),
    )
    line = world.ceremony("south").line_id
    return [
        state(key, plain, time=Instant(now + each), environment=world.environment, line=line).to_bytes().hex()
        for each in range(count)
    ]


async def _flood(desk: Desk, asked: list[dict[str, Any]], in_flight: int) -> None:
    free = asyncio.Semaphore(in_flight)

    async def one(fields: dict[str, Any]) -> None:
        async with free:
            await desk.client.ask(**fields)

    await asyncio.gather(*map(one, asked))


async def _flash(desk: Desk, done: asyncio.Event) -> list[float]:
    times: list[float] = []
    while not done.is_set():
        times.append(1_000 * await desk.receipt(text=TEXT, precedence="flash"))
        await asyncio.sleep(PAUSE_SECONDS)
    return times


async def _count(desk: Desk, told: Counter[str]) -> None:
    async for event in desk.client.events():
        if event["event"] in TOLD:
            told[event["event"]] += 1


def _p50(values: list[float]) -> float:
    return percentile(values, 50)
