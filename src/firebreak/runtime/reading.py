"""How fast links are read: no faster than the pump looks at what they bring, and slowly from one that floods.

A link that is not read holds its sender back; the system's own buffers are kept small for that. A line whose
waiting room is full is still read, so many bytes a second, because a flash may come behind the flood.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

COMING_BYTES_MAX: Final = 1 << 18  # of a line, read and not yet looked at; four of the largest packets
FULL_BYTES_PER_SECOND: Final = 1 << 17  # of a line that is slowed down: a flash passes in a few seconds
PAUSE_SECONDS_MIN: Final = 0.01  # after a packet however small


@dataclass(slots=True)
class Reading:
    """What was read for each line and not yet looked at."""

    _coming: dict[str, int] = field(default_factory=dict[str, int])
    _last: dict[str, int] = field(default_factory=dict[str, int])
    "Bytes of the last packet of each line."
    _went_on: asyncio.Event = field(default_factory=asyncio.Event)
    _turns: dict[str, asyncio.Lock] = field(default_factory=dict[str, asyncio.Lock])
    "One packet at a time while a line is slowed down, whatever number of links brings it."

    def came(self, line: str, size: int) -> None:
        """So many bytes were read."""
        self._coming[line], self._last[line] = self._coming.get(line, 0) + size, size

    def looked_at(self, line: str, size: int) -> None:
        """So many bytes of them are done with."""
        self._coming[line] -= size
        self._went_on.set()

    async def turn(self, line: str, waiting: Callable[[], int], has_room: Callable[[], bool]) -> None:
        """Return when the next packet of a line may be read, on which so many bytes wait to be taken in."""
        while 0 < self._coming.get(line, 0) > COMING_BYTES_MAX - waiting():
            self._went_on.clear()
            await self._went_on.wait()
        if not has_room():
            async with self._turns.setdefault(line, asyncio.Lock()):
                pause = self._last.get(line, 0) / FULL_BYTES_PER_SECOND
                await asyncio.sleep(max(PAUSE_SECONDS_MIN, pause))
