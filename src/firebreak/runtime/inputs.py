"""A queue with one reader, who takes all that has come, or nothing after a while."""

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Inputs(Generic[T]):
    """Items in the order in which they came."""

    _items: deque[T] = field(default_factory=deque[T])
    _waiting: "asyncio.Future[None] | None" = None

    def put(self, item: T) -> None:
        """Add one and wake the reader."""
        self._items.append(item)
        self._wake()

    async def take(self, most: int, seconds: float) -> list[T]:
        """At most so many items, as soon as there is one; none when there is none for so long."""
        if not self._items and seconds > 0:
            loop = asyncio.get_running_loop()
            self._waiting = loop.create_future()
            timer = loop.call_later(seconds, self._wake)
            try:
                await self._waiting
            finally:
                timer.cancel()
                self._waiting = None
        return [self._items.popleft() for _ in range(min(most, len(self._items)))]

    def _wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)
