"""A server in a thread of its own, for tests whose tools do not await."""

import asyncio
import threading
from collections.abc import Generator
from contextlib import AbstractAsyncContextManager, contextmanager

from tests.console.access import Door

SECONDS = 30.0


@contextmanager
def in_a_thread(door: AbstractAsyncContextManager[Door]) -> Generator[Door]:
    """Open it in a loop of its own, until the test leaves."""
    opened: list[Door] = []
    ready, over = threading.Event(), threading.Event()

    async def work() -> None:
        try:
            async with door as at:
                opened.append(at)
                ready.set()
                await asyncio.to_thread(over.wait)
        finally:
            ready.set()

    thread = threading.Thread(target=lambda: asyncio.run(work()))
    thread.start()
    try:
        assert ready.wait(SECONDS)
        assert opened, "the server did not start"
        yield opened[0]
    finally:
        over.set()
        thread.join()
