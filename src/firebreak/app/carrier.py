"""A session: one link on which both ends have proved who they are, carrying sealed packets.

What arrives is opened and handed to the pump; what the outbox holds is sealed and sent. Both run until the
link is down. A link is read no faster than the pump and the budgets of the counterpart allow. A packet that
does not open is counted and dropped: each side asks for what it lacks.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import CounterpartError
from firebreak.core.line.events import FrameRefused
from firebreak.core.line.line import Line
from firebreak.core.record.frames import pack, unpack
from firebreak.ports import Clock, Link, LinkDown
from firebreak.runtime.outbox import Outbox
from firebreak.runtime.pump import Pump
from firebreak.transport.hello import Session
from firebreak.transport.sealing import Opener, Sealer

REFUSED_MAX: Final = 100  # packets of one session that may fail to open before the link is dropped


@dataclass(slots=True)
class Carrier:
    """Carries one session of one line."""

    name: str
    "Of the line, as this node calls it."
    line: Line
    link: Link
    session: Session
    sealer: Sealer
    opener: Opener
    outbox: Outbox
    pump: Pump
    clock: Clock
    refused: int = 0
    _tasks: "list[asyncio.Task[None]]" = field(default_factory=list)

    async def run(self) -> None:
        """Until the link is down. Raises LinkDown or CounterpartError with the reason."""
        self.pump.link_up(self.name, self.outbox)
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._speak())]
        try:
            done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()
        finally:
            self.pump.link_down(self.name, self.outbox)
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _listen(self) -> None:
        while True:
            await self.pump.may_read(self.name)
            packet = await self.link.receive()
            try:
                frames = self.opener.open(packet)
                if frames:
                    self.pump.arrived(self.name, unpack(frames), len(frames))
            except CounterpartError as error:
                self._refuse(error)

    def _refuse(self, error: CounterpartError) -> None:
        self.refused += 1
        at = self.line.time.at(self.clock.read())
        self.pump.show(self.name, FrameRefused(at=at, code=error.code, text=error.text))
        if self.refused >= REFUSED_MAX:
            raise LinkDown(f"{self.refused} packets could not be opened")

    async def _speak(self) -> None:
        while True:
            values = await self.outbox.take()
            for packet in self._sealed(pack(values)):
                await self.link.send(packet)

    def _sealed(self, frames: bytes) -> list[bytes]:
        return self.sealer.seal(frames, self.line.time.at(self.clock.read()))
