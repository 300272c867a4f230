"""Measures every link of a line while it is up, so that a rung can be chosen before anybody calls."""

import asyncio
from typing import TYPE_CHECKING, Final

from firebreak.ports import LinkDown
from firebreak.transport.websocket import WebSocketLink

if TYPE_CHECKING:
    from firebreak.app.links import Lane

SETTLE_SECONDS: Final = 1.0  # what waited for the link goes first
EVERY_SECONDS: Final = 900.0


async def keep_measured(lane: "Lane", link: WebSocketLink) -> None:
    """Measure until cancelled. A link that cannot be measured now keeps what was found last."""
    pause = SETTLE_SECONDS
    while True:
        await asyncio.sleep(pause)
        pause = EVERY_SECONDS
        try:
            lane.carried[link.name] = await link.measure()
        except LinkDown:
            return
        except TimeoutError:
            lane.carried.pop(link.name, None)
