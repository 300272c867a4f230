"""The process at work: feeds in, approaches out, the picture once a second to whoever asks on our machine."""

import asyncio
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, cast

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.proximity.zone import Zone
from firebreak.tracking.announced import Announced
from firebreak.tracking.feeds.report import Report
from firebreak.tracking.nearness import Nearness
from firebreak.tracking.ours import Sites
from firebreak.tracking.picture import Held, picture
from firebreak.tracking.receiving import Feed
from firebreak.tracking.settings import TrackingSettings
from firebreak.tracking.table import Track, Tracks

TICK_SECONDS: Final = 1.0
LINE_BYTES_MAX: Final = 16 * 1_024 * 1_024  # of what a program of ours says: all announced areas
BACKLOG_BYTES_MAX: Final = 8 * 1_024 * 1_024  # beyond it a reader does not read

OUT_OF_TIME: Final = frozenset({"future", "stale"})

Clock = Callable[[], Instant]


@dataclass(slots=True)
class Watch:
    """Everything the process holds. It keeps nothing on disk."""

    settings: TrackingSettings
    clock: Clock
    tracks: Tracks = field(default_factory=Tracks)
    sites: Sites = field(init=False)
    nearness: Nearness = field(init=False)
    feeds: list[Feed] = field(init=False)
    announced: Announced = field(default_factory=Announced)
    _heard: dict[int, Track] = field(default_factory=dict[int, Track])
    _readers: set[asyncio.StreamWriter] = field(default_factory=set[asyncio.StreamWriter])
    refused: dict[str, int] = field(default_factory=dict[str, int])

    def __post_init__(self) -> None:
        self.sites = Sites(self.settings.sites)
        self.sites.refresh()
        self.nearness = Nearness(self.sites.zones)
        self.feeds = [Feed(each, self.clock, self.take) for each in self.settings.feeds]

    def take(self, feed: str, reports: list[Report]) -> int:
        """Reports of a feed; how many say where something is now."""
        now, of_now = self.clock(), 0
        for report in reports:
            why = self.tracks.take(feed, report, now)
            of_now += why not in OUT_OF_TIME
            if why:
                self.refused[why] = self.refused.get(why, 0) + 1
            else:
                track = self.tracks.by_key[feed, report.id]
                self._heard[track.number] = track
        return of_now

    def tick(self) -> dict[str, Any]:
        """Hold what was heard against the sites; the picture after it."""
        now = self._hold()
        held = Held(self.sites, self.tracks, self.nearness, self.announced, self.feeds, self.refused)
        return picture(held, now)

    def _hold(self) -> Instant:
        now = self.clock()
        if self.sites.refresh():
            self.nearness = _anew(self.nearness, self.sites.zones)
            self.announced.against(self.sites.zones)
            self._heard = {each.number: each for each in self.tracks.by_key.values()}
        heard, self._heard = list(self._heard.values()), {}
        self.nearness.take(heard, now)
        self.nearness.forget(self.tracks.forget(now))
        return now

    async def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Until it is cancelled. Calls `ready` when the socket is open. Raises LocalError."""
        server = await self._open()
        ready()
        running = [asyncio.create_task(each.run()) for each in self.feeds]
        try:
            while True:
                if self._readers:
                    self._tell(self.tick())
                else:
                    self._hold()
                await asyncio.sleep(TICK_SECONDS)
        finally:
            for task in running:
                task.cancel()
            server.close()
            for each in self._readers:
                each.close()
            with suppress(OSError):  # confined, it may not; the next start replaces it
                self.settings.socket.unlink(missing_ok=True)

    async def _open(self) -> asyncio.Server:
        path = self.settings.socket
        try:
            path.unlink(missing_ok=True)
            server = await asyncio.start_unix_server(self._serve, str(path), limit=LINE_BYTES_MAX)
            path.chmod(0o600)
        except OSError as error:
            text = f"the socket {path} cannot be opened: {error.strerror or error}"
            raise LocalError(
                text, code="FB662", hint="move the party to a folder with a shorter name"
            ) from error
        return server

    def _tell(self, value: dict[str, Any]) -> None:
        line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        for each in self._readers:
            if each.transport.get_write_buffer_size() > BACKLOG_BYTES_MAX:
                each.transport.abort()
            elif not each.is_closing():
                each.write(line)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._readers.add(writer)
        try:
            while line := await reader.readline():
                self._asked(line)
        except (ConnectionError, ValueError):
            pass
        finally:
            self._readers.discard(writer)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    def _asked(self, line: bytes) -> None:
        """`{"acknowledge": "TRACK-SITE"}` or `{"areas": […]}`; anything else is nothing."""
        with suppress(ValueError, RecursionError):
            value = json.loads(line)
            said = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
            name, areas = said.get("acknowledge"), said.get("areas")
            if isinstance(name, str):
                track, _, site = name.partition("-")
                self.nearness.acknowledge(int(track), int(site))
            if isinstance(areas, list):
                self.announced.take(cast("list[Any]", areas))
                self.announced.against(self.sites.zones)


def _anew(before: Nearness, sites: Sequence[Zone]) -> Nearness:
    """With other sites; what nobody has acknowledged at one that still has its name is kept."""
    made = Nearness(sites)
    numbers = {each.name: number for number, each in enumerate(sites)}
    for track, held in before.approaches.items():
        for approach in held.values():
            site = numbers.get(before.sites[approach.site].name)
            if site is not None:
                approach.site = site
                made.approaches.setdefault(track, {})[site] = approach
    return made
