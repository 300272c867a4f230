"""From `send` at a desk to the counterpart's receipt there, one message at a time."""

from time import perf_counter
from typing import Final

from bench.desk import TEXT, desk_of
from bench.figures import Figure, Goal, percentile
from bench.scale import Scale
from bench.world import World
from firebreak.core.base.cbor import encode
from firebreak.store.sqlite import SqliteStore

P50: Final = Goal(must=4, moonshot=1.5)


async def figures(scale: Scale) -> list[Figure]:
    """Three commits one after another are in each: here, there, and the receipt here."""
    p50: list[float] = []
    p99: list[float] = []
    for _ in scale.each_run("latency"):
        async with World(scale.folder).found().running() as (north, _), desk_of(north) as desk:
            for _ in range(scale.warm):
                await desk.receipt(text=TEXT)
            times = [1_000 * await desk.receipt(text=TEXT) for _ in range(scale.alone)]
        p50.append(percentile(times, 50))
        p99.append(percentile(times, 99))
    sync = [_commit_milliseconds(scale) for _ in scale.each_run("one commit")]
    return [
        Figure(name="one commit on this disk", values=tuple(sync), unit="ms", note="three are in a receipt"),
        Figure(name="receipt, one at a time, p50", values=tuple(p50), unit="ms", goal=P50),
        Figure(name="receipt, one at a time, p99", values=tuple(p99), unit="ms", note="moonshot 5"),
    ]


def _commit_milliseconds(scale: Scale) -> float:
    """The median of small synced transactions in the store itself."""
    path = scale.folder / "commits.db"
    store = SqliteStore.open(path, bytes(32))
    times: list[float] = []
    for number in range(scale.commits):
        begun = perf_counter()
        store.keep(f"{number % 8}", encode(number) * 200)
        times.append(1_000 * (perf_counter() - begun))
    store.close()
    path.unlink()
    return percentile(times, 50)
