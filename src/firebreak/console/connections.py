"""One connection of a browser, with the patience that uvicorn lacks.

A connection that sends no whole request is closed after a while, and one address has so many at most, so that
somebody who only opens connections does not keep the desks out.
"""

import asyncio
from collections import Counter
from typing import Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from firebreak.console.rates import place_of

PATIENCE_SECONDS: Final = 10.0  # for the head of a request; twice as long at most
PLACE_MAX: Final = 96  # a desk with several pages and streams has a dozen; several desks may share an address


OPEN: Final[Counter[str]] = Counter()
"How many each address has open, over all servers of this process."


class Connection(H11Protocol):
    """See the top of this file."""

    _place = ""
    _looked_at: object = None
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Count it; one too many is closed at once."""
        super().connection_made(transport)
        self._place = place_of(self.client[0] if self.client else None)
        OPEN[self._place] += 1
        if OPEN[self._place] > PLACE_MAX:
            transport.abort()
            return
        self._look_again()

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it out."""
        if self._timer is not None:
            self._timer.cancel()
        OPEN[self._place] -= 1
        if OPEN[self._place] <= 0:
            del OPEN[self._place]
        super().connection_lost(exc)

    def _look_again(self) -> None:
        self._looked_at = self.cycle
        self._timer = self.loop.call_later(PATIENCE_SECONDS, self._look)

    def _look(self) -> None:
        """Close it if it still waits for the head of the same request."""
        waits = self.conn.their_state is h11.IDLE and self.cycle is self._looked_at
        if waits:
            self.transport.abort()
            return
        self._look_again()
