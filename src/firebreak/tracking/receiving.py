"""Feeds as they come in: each is read on its own, and none that stalls, lies or floods holds up another.

A feed that breaks is tried again, with pauses that grow. What comes faster than it is read is dropped at the
socket or counted here; nothing is kept that nobody could work off.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from firebreak.core.base.instants import SECOND, Instant
from firebreak.tracking.feeds.adsb import AdsbReader
from firebreak.tracking.feeds.ais import AisReader
from firebreak.tracking.feeds.cot import CotReader
from firebreak.tracking.feeds.report import Faults, Report
from firebreak.tracking.settings import FeedKind, FeedSettings, host_and_port

STALLED_SECONDS: Final = 60
PAUSE_FIRST, PAUSE_MAX = 1.0, 60.0
POLL_SECONDS: Final = 1.0
CONNECT_SECONDS: Final = 10.0
LINE_BYTES_MAX: Final = 64 * 1_024
PER_SECOND_MAX: Final = 5_000  # lines of one feed; a busy station hears some 2,000

Reader = AisReader | AdsbReader | CotReader
SILENCE_SECONDS: Final = 300.0  # of a connection: then it is made anew, since a dead one looks the same
EVENT_END: Final = b"</event>"

Taken = Callable[[str, list[Report]], int]
"What becomes of the reports of a feed: how many of them were believed to be of now."
Clock = Callable[[], Instant]


class FeedState(StrEnum):
    """How a feed does."""

    WAITING = "waiting"
    "Nothing has come yet."
    LIVE = "live"
    STALLED = "stalled"
    "Nothing has come for a minute: what is shown of it is old."
    BROKEN = "broken"
    "It cannot be reached or read; it is tried again."


@dataclass(slots=True)
class Feed:
    """One of them, while the process runs."""

    settings: FeedSettings
    clock: Clock
    taken: Taken
    heard_at: Instant | None = None
    broken: str = ""
    dropped: int = 0
    _reader: Reader = field(init=False)
    _began_at: Instant = field(init=False)
    _second: int = 0
    _in_second: int = 0

    def __post_init__(self) -> None:
        readers: dict[str, type[Reader]] = {"ais": AisReader, "adsb": AdsbReader, "cot": CotReader}
        self._reader = readers[self.settings.kind.partition("-")[0]]()
        self._began_at = self.clock()

    @property
    def faults(self) -> Faults:
        """What it sent that is no report."""
        return self._reader.faults

    def state(self, now: Instant) -> FeedState:
        """How it does at an instant."""
        if self.broken:
            return FeedState.BROKEN
        if now - (self.heard_at or self._began_at) > STALLED_SECONDS * SECOND:
            return FeedState.STALLED
        return FeedState.WAITING if self.heard_at is None else FeedState.LIVE

    def hear(self, data: bytes) -> None:
        """One line, datagram or file; over the rate it is dropped and counted."""
        now = self.clock()
        if now // SECOND != self._second:
            self._second, self._in_second = now // SECOND, 0
        self._in_second += 1
        if self._in_second > PER_SECOND_MAX:
            self.dropped += 1
            return
        reports = self._read(data, now)
        if reports and self.taken(self.settings.name, reports):
            self.heard_at = now

    async def run(self) -> None:
        """Until it is cancelled."""
        pause = PAUSE_FIRST
        while True:
            try:
                await self._source()
                self.broken = "it ended the connection"
            except (OSError, ValueError, TimeoutError) as error:
                self.broken = (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:200]
            pause = PAUSE_FIRST if self._heard_lately() else min(2 * pause, PAUSE_MAX)
            await asyncio.sleep(pause)

    def _heard_lately(self) -> bool:
        return self.heard_at is not None and self.clock() - self.heard_at < STALLED_SECONDS * SECOND

    def _read(self, data: bytes, now: Instant) -> list[Report]:
        reader = self._reader
        if isinstance(reader, AdsbReader):
            return (
                reader.read_file(data, now)
                if self.settings.kind is FeedKind.ADSB_FILE
                else reader.read_line(data, now)
            )
        return reader.read(data, now)

    async def _source(self) -> None:
        if self.settings.kind is FeedKind.ADSB_FILE:
            await self._poll(Path(self.settings.source))
        elif self.settings.kind.endswith("udp"):
            await self._listen(*host_and_port(self.settings.source))
        else:
            await self._ask(*host_and_port(self.settings.source))

    async def _poll(self, path: Path) -> None:
        """Read the file whenever it was written anew."""
        last: tuple[int, int] | None = None
        while True:
            status = await asyncio.to_thread(path.stat)
            if (status.st_mtime_ns, status.st_ino) != last:
                last = status.st_mtime_ns, status.st_ino
                self.hear(await asyncio.to_thread(path.read_bytes))
            self.broken = ""
            await asyncio.sleep(POLL_SECONDS)

    async def _listen(self, host: str, port: int) -> None:
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(self), local_addr=(host, port))
        try:
            self.broken = ""
            await asyncio.Event().wait()
        finally:
            transport.close()

    async def _ask(self, host: str, port: int) -> None:
        async with asyncio.timeout(CONNECT_SECONDS):
            reader, writer = await asyncio.open_connection(host, port, limit=LINE_BYTES_MAX)
        try:
            self.broken = ""
            while heard := await self._next(reader):
                self.hear(heard)
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _next(self, reader: asyncio.StreamReader) -> bytes:
        """A line, or an event up to its end, wherever lines end in it; empty at the end."""
        async with asyncio.timeout(SILENCE_SECONDS):
            if self.settings.kind is not FeedKind.COT_TCP:
                return await reader.readline()
            try:
                return (await reader.readuntil(EVENT_END)).strip()
            except asyncio.IncompleteReadError:
                return b""
            except asyncio.LimitOverrunError as error:
                raise ValueError("an event that does not end") from error


@dataclass(slots=True)
class _Datagrams(asyncio.DatagramProtocol):
    """Whatever is sent to our address; several sentences may lie in one datagram."""

    feed: Feed

    def datagram_received(self, data: bytes, addr: Any) -> None:
        for each in data.splitlines() if self.feed.settings.kind is FeedKind.AIS_UDP else (data,):
            self.feed.hear(each)
