"""The board: the picture, its changes numbered in a bounded ring, and a bell for whoever waits for more.

An epoch begins with each picture that was asked from the node anew, and at each loss of the node. Within it
changes have the numbers 1, 2, 3 …; `EPOCH-N` names the picture after the N-th.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from firebreak.console.views.changes import WHOLE, Change, Value, encoded
from firebreak.console.views.picture import Picture

RING: Final = 4_096  # changes; a page that is further behind takes a snapshot, which is no larger
PASSED_BY: Final = frozenset({"media", "clock"})
"Types that are told and leave nothing in the picture."


class Reset(Exception):
    """The cursor is of another epoch, or too old: only a snapshot helps."""


@dataclass(slots=True)
class Board:
    """What all pages of this process look at."""

    picture: Picture = field(default_factory=Picture)
    epoch: str = field(default_factory=lambda: secrets.token_hex(4))
    number: int = 0
    ready: bool = False
    "Whether the picture is that of a node that is there."
    _ring: deque[bytes] = field(default_factory=lambda: deque[bytes](maxlen=RING))
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _now: tuple[int, float] = (0, 0.0)
    "The node's clock, and our steady one when it was read."
    _kept: tuple[str, bytes] = ("", b"")
    "The snapshot of a cursor, encoded."

    @property
    def cursor(self) -> str:
        """Names the picture as it is."""
        return f"{self.epoch}-{self.number}"

    def publish(self, changes: Iterable[Change]) -> int:
        """Fold changes in and tell them; those that change nothing are not told. How many were told."""
        told = [each for each in changes if each.sort in PASSED_BY or self.picture.apply(each)]
        self._ring.extend(each.to_bytes() for each in told)
        self.number += len(told)
        if told:
            self._ring_bell()
        return len(told)

    def begin(self, picture: Picture, *, ready: bool = True) -> None:
        """Another picture, in an epoch of its own. What is not the node's stays."""
        for each in WHOLE:
            picture.whole[each] = self.picture.whole[each]
        self.picture, self.ready = picture, ready
        self.epoch, self.number = secrets.token_hex(4), 0
        self._ring.clear()
        self._ring_bell()

    def lose(self) -> None:
        """The node is gone: nobody may go on looking at what it said."""
        was = self.picture
        self.begin(Picture(party=was.party, environment=was.environment), ready=False)

    def snapshot(self) -> bytes:
        """The picture with its cursor, without what is told to one session only.

        While the node is away it has no line, and the alerts that say so.
        """
        if self._kept[0] != self.cursor:
            value = {"cursor": self.cursor, "away": not self.ready, **self.picture.value()}
            self._kept = (self.cursor, encoded(value)[:-1])
        return self._kept[1] + b',"now":%d}' % self.now

    def after(self, cursor: str) -> list[tuple[str, bytes]]:
        """Changes that follow a cursor, with theirs. Raises Reset."""
        count = self.number - self._number_of(cursor)
        first = self.number - count + 1
        changes = islice(self._ring, len(self._ring) - count, None)
        return [(f"{self.epoch}-{number}", each) for number, each in enumerate(changes, first)]

    async def more(self, cursor: str) -> None:
        """Wait until something follows a cursor, or it no longer holds."""
        while cursor == self.cursor:
            await self._bell.wait()

    @property
    def now(self) -> int:
        """The node's clock, milliseconds UTC; 0 until it was read for the first time."""
        wall, steady = self._now
        if not wall:
            return 0
        return wall + int((asyncio.get_running_loop().time() - steady) * 1_000)

    def clock_is(self, wall: int) -> int:
        """The node's clock was read; by how many milliseconds it is ahead of where we thought it was."""
        ahead = wall - self.now
        self._now = wall, asyncio.get_running_loop().time()
        return ahead

    def _number_of(self, cursor: str) -> int:
        epoch, _, number = cursor.partition("-")
        if epoch != self.epoch or not (number.isascii() and number.isdigit() and len(number) <= DIGITS_MAX):
            raise Reset
        if not self.number - len(self._ring) <= int(number) <= self.number:
            raise Reset
        return int(number)

    def _ring_bell(self) -> None:
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()


DIGITS_MAX: Final = 15  # of a number in a cursor


def clock_change(now: Value) -> Change:
    """The node's clock jumped, as that of an exercise does."""
    return Change("clock", None, "clock", now)
