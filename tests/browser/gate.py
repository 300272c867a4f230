"""The way between two nodes, which a test may close: what is sent meanwhile waits on it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from firebreak.app.house import House
from tests.plays.paired import free_port

CHUNK = 65_536


class Gate:
    """Open, or holding what comes from either side."""

    def __init__(self) -> None:
        self._open = asyncio.Event()
        self.open()

    def open(self) -> None:
        self._open.set()

    def close(self) -> None:
        self._open.clear()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One way of one connection."""
        with contextlib.suppress(OSError):
            while data := await reader.read(CHUNK):
                await self._open.wait()
                writer.write(data)
        writer.close()


@asynccontextmanager
async def gate(folder: Path) -> AsyncIterator[Gate]:
    """South dials North through it: to be called with the folders made and the nodes not running."""
    port, made = free_port(), Gate()
    target = House.at(folder / "south").config.lines[0].dial[0]
    file = folder / "south" / "firebreak.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(target, f"127.0.0.1:{port}"), encoding="utf-8")
    host, _, theirs = target.rpartition(":")

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(host, int(theirs))
        await asyncio.gather(made.carry(reader, far_writer), made.carry(far_reader, writer))

    server = await asyncio.start_server(meet, "127.0.0.1", port)
    try:
        yield made
    finally:
        server.close()
