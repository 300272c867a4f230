"""The watch over tracks as a process of its own."""

import asyncio
import signal
import sys
from collections.abc import Callable

from firebreak.core.base.errors import FirebreakError
from firebreak.keyring.confinement import keep_private
from firebreak.keyring.landlock import settle_down
from firebreak.runtime.beside import node_gone, say
from firebreak.runtime.clocks import SystemClock
from firebreak.tracking.settings import TrackingSettings
from firebreak.tracking.watch import Watch


def main() -> int:
    """Until standard input ends. What it has to say goes to standard output, a line at a time."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl-C is for the node, which ends us
    settings = TrackingSettings.from_line(sys.stdin.buffer.readline())
    try:
        asyncio.run(_watch(settings))
    except FirebreakError as error:
        say(f"{error} ({error.hint})" if error.hint else str(error))
        return 1
    return 0


async def watch(settings: TrackingSettings, ready: Callable[[], None]) -> None:
    """Until it is cancelled. Raises LocalError."""
    clock = SystemClock(0)
    await Watch(settings, lambda: clock.read().wall).run(ready)


def _confined() -> None:
    """What it reads comes from the air and may be made to break it: it may write no file from here on."""
    say(f"{settle_down([])}; memory: {keep_private()}")


async def _watch(settings: TrackingSettings) -> None:
    running = asyncio.create_task(watch(settings, _confined))
    gone = asyncio.create_task(node_gone())
    await asyncio.wait({running, gone}, return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        running.result()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
