"""What a process that a node started does for its parent: it speaks in lines, and ends when the node does."""

import asyncio
import sys


def say(text: str) -> None:
    """One line on standard output, which the node reports."""
    sys.stdout.write(text.replace("\n", " ") + "\n")
    sys.stdout.flush()


async def node_gone() -> None:
    """Until the pipe from the node ends."""
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()
