"""The server of a console as a process of its own, started by a node."""

import asyncio
import signal
import sys

from firebreak.console.server import serve
from firebreak.console.settings import Settings
from firebreak.core.base.errors import FirebreakError
from firebreak.keyring.confinement import keep_private
from firebreak.runtime.beside import node_gone, say


def main() -> int:
    """Until standard input ends. What it has to say goes to standard output, a line at a time."""
    keep_private()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl-C is for the node, which ends us
    settings = Settings.from_line(sys.stdin.buffer.readline())
    try:
        asyncio.run(_serve(settings))
    except FirebreakError as error:
        say(f"{error} ({error.hint})" if error.hint else str(error))
        return 1
    return 0


async def _serve(settings: Settings) -> None:
    await serve(settings, say, until=node_gone())
