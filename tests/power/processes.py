"""Nodes as processes of their own, which can be killed."""

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from firebreak.api.client import Client
from tests.plays.paired import PASSPHRASE


@asynccontextmanager
async def process(
    folder: Path, environment: Mapping[str, str] | None = None
) -> AsyncGenerator[asyncio.subprocess.Process]:
    """A node that is ready, killed at the end if it still runs."""
    (folder / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    words = ("node", "run", "--config", str(folder), "--passphrase-file", str(folder / "passphrase"))
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "firebreak",
        *words,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, **(environment or {})},
    )
    assert started.stdout is not None
    try:
        printed = await started.stdout.readline()
        assert b"is ready" in printed, printed + await started.stdout.read()
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.stdout.read()
        await started.wait()


@asynccontextmanager
async def client(folder: Path, environment: Mapping[str, str] | None = None) -> AsyncGenerator[Client]:
    """A node as a process, and a program at its desk socket."""
    async with process(folder, environment), Client.connect(folder / "node.sock") as found:
        yield found
