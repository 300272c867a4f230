"""The server of a console as a process of its own, started by a node."""

import asyncio
import signal
import sys

from firebreak.console.server import serve
from firebreak.console.settings import Settings
from firebreak.core.base.errors import FirebreakError
from firebreak.keyring.confinement import keep_private


def main() -> int:
    """Until standard input ends. What it has to say goes to standard output, a line at a time."""
    keep_private()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl-C is for the node, which ends us
    settings = Settings.from_line(sys.stdin.buffer.readline())
    try:
        asyncio.run(_serve(settings))
    except FirebreakError as error:
        _say(f"{error} ({error.hint})" if error.hint else str(error))
        return 1
    return 0


async def _serve(settings: Settings) -> None:
    await serve(settings, _say, until=_node_gone())


async def _node_gone() -> None:
    """Until the pipe from the node ends."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()


def _say(text: str) -> None:
    sys.stdout.write(text.replace("\n", " ") + "\n")
    sys.stdout.flush()
