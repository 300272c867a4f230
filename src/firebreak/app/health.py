"""The node's own health: the space of its disk, its clock, its links, its witnesses (I30).

Looked at every second. What is found colours the line on our desk, and travels with every answer to a line
check to the counterpart's. It is never more than the fact: nobody here knows why a link is down.
"""

import asyncio
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from firebreak.app.links import Lane
from firebreak.core.base.errors import StorageError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import SECOND, Instant, Moment
from firebreak.core.linecheck.bodies import Trouble
from firebreak.core.linecheck.events import CheckAnswered, ClocksApart, SpaceLow, StoreFailed
from firebreak.runtime.clocks import SystemClock
from firebreak.runtime.pump import Pump
from firebreak.runtime.time_source import SHOWN, Growth, follows_source

LOOK_SECONDS: Final = 1.0  # a fact is on the desk within five
GRACE_MS: Final = 3 * SECOND  # a link that comes back at once is no trouble
RESERVE_SHARE: Final = 10  # a tenth of the disk
RESERVE_BYTES_MAX: Final = 1 << 30  # on a large disk a tenth would be wasted
WARN: Final = 2  # times the reserve: then the desk is warned
APART_MS: Final = 5 * SECOND  # clocks of two honest nodes are closer


@dataclass(frozen=True, slots=True)
class Space:
    """What is free on the disk of the record."""

    free: int
    reserve: int

    @classmethod
    def of(cls, folder: Path, reserve: int | None) -> "Space":
        """Of the disk on which a folder lies; the reserve in bytes, None for the usual one."""
        found = os.statvfs(folder)
        total = found.f_blocks * found.f_frsize
        usual = min(total // RESERVE_SHARE, RESERVE_BYTES_MAX)
        return cls(found.f_bavail * found.f_frsize, usual if reserve is None else reserve)

    @property
    def spent(self) -> bool:
        """Whether no more than the reserve is left."""
        return self.free < self.reserve

    @property
    def low(self) -> bool:
        """Whether that is near."""
        return self.free < WARN * self.reserve


@dataclass(slots=True)
class Health:
    """Looks again and again."""

    folder: Path
    lanes: Mapping[str, Lane]
    pump: Pump
    witnesses: Callable[[str], list[dict[str, Any]]]
    reserve: int | None = None
    "Bytes; None for the usual reserve."
    space: Space | None = None
    grown: int = 0
    "Milliseconds by which the clock has become more uncertain than it was said to be."
    follows: bool | None = None
    apart: dict[str, int] = field(default_factory=dict[str, int])
    "By how much the clocks of each line differ at least, as the newest answer to a line check shows."
    _felt: dict[str, Trouble] = field(default_factory=dict[str, Trouble])
    _warned: bool = False
    _growth: Growth | None = None
    _uncertainty: int | None = None

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self.look()
            await asyncio.sleep(LOOK_SECONDS)

    def look(self) -> None:
        """Once: tell each line what has changed."""
        now = self.pump.clock.read()
        self.space = Space.of(self.folder, self.reserve)
        self._look_at_clock(now)
        for name, lane in self.lanes.items():
            felt = self._of_line(name, lane, now)
            if felt != self._felt.get(name, Trouble.NONE):
                self._felt[name] = felt
                self.pump.feel(name, felt)
        self._warn(now)

    def value(self) -> dict[str, Any]:
        """For people and programs."""
        space = self.space or Space.of(self.folder, self.reserve)
        return {
            "space": {"free": space.free, "reserve": space.reserve, "low": space.low, "spent": space.spent},
            "clock": {"follows_source": self.follows, "grown_ms": self.grown},
        }

    def heard(self, name: str, event: Event) -> None:
        """Follow what an answer to a line check shows of the two clocks."""
        if not isinstance(event, CheckAnswered):
            return
        before, self.apart[name] = self.apart.get(name, 0), event.apart_ms
        if event.apart_ms > APART_MS >= before:
            self.pump.show(name, ClocksApart(at=event.at, apart_ms=event.apart_ms))

    def failed(self, error: StorageError) -> None:
        """The store has failed: the last thing the desks are told."""
        for name, lane in self.lanes.items():
            self.pump.show(name, StoreFailed(at=self._now(lane), code=error.code, text=error.text))

    def _of_line(self, name: str, lane: Lane, now: Moment) -> Trouble:
        assert self.space is not None
        machine = isinstance(self.pump.clock, SystemClock)
        found = {
            Trouble.SPACE: self.space.spent,
            Trouble.CLOCK: machine and (lane.line.time.is_off(now) or self.grown > SHOWN),
            Trouble.LINK: lane.lacks_link(now.steady, GRACE_MS),
            Trouble.WITNESS: any(each["silent_since"] is not None for each in self.witnesses(name)),
        }
        felt = Trouble.NONE
        for bit, holds in found.items():
            felt |= bit if holds else Trouble.NONE
        return felt

    def _look_at_clock(self, now: Moment) -> None:
        """Without a source of time a clock is less certain every second; entries say so."""
        clock = self.pump.clock
        if isinstance(clock, SystemClock):
            self._growth = self._growth or Growth(now.steady)
            self._uncertainty = clock.uncertainty if self._uncertainty is None else self._uncertainty
            self.follows = follows_source()
            self.grown = self._growth.at(now.steady, follows=self.follows)
            clock.uncertainty = self._uncertainty + self.grown

    def _warn(self, now: Moment) -> None:
        assert self.space is not None
        if self.space.low and not self._warned:
            for name, lane in self.lanes.items():
                at = lane.line.time.at(now)
                self.pump.show(name, SpaceLow(at=at, free=self.space.free, reserve=self.space.reserve))
        self._warned = self.space.low

    def _now(self, lane: Lane) -> Instant:
        return lane.line.time.at(self.pump.clock.read())
