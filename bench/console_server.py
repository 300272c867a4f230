"""The server of the console: its start, its memory, a request and a login, without a node behind it."""

import asyncio
import contextlib
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Final

import httpx

from bench.figures import Figure, percentile
from bench.processes import memory_of
from bench.scale import Scale
from firebreak.console import start
from firebreak.console.context import Console
from firebreak.console.settings import Settings

PASSWORD: Final = "quince saddle orbit fennel"


async def figures(scale: Scale) -> list[Figure]:
    """Each run has a process of its own, as a node starts it."""
    found: dict[str, list[float]] = {each: [] for each in NAMES}
    for _ in scale.each_run("console's server"):
        with tempfile.TemporaryDirectory(dir=scale.folder.parent) as folder:
            for name, value in (await _run(Path(folder), scale)).items():
                found[name].append(value)
    return [Figure(name=NAMES[each], values=tuple(found[each]), unit=UNITS[each]) for each in NAMES]


NAMES: Final = {
    "start": "console's server, start to its first answer",
    "idle": "memory of the console's server, idle",
    "used": "the same after requests and a login",
    "request": "a request with a session, p50",
    "login": "a login by password, Argon2id with 64 MiB",
}
UNITS: Final = {"start": "ms", "idle": "MB", "used": "MB", "request": "ms", "login": "ms"}


async def _run(folder: Path, scale: Scale) -> dict[str, float]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = Settings(
        party="North", environment="exercise", folder=folder, key=bytes(32), listen=f"127.0.0.1:{port}"
    ).at(port)
    token = _link(settings)
    begun = perf_counter()
    process = _started()
    assert process.stdin is not None
    process.stdin.write(settings.to_line())
    process.stdin.flush()
    headers = {"host": settings.host, "origin": settings.origin}
    address = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient(base_url=address, headers=headers, verify=False, timeout=30) as browser:
            await _answers(browser)
            took = {"start": 1_000 * (perf_counter() - begun)}
            await asyncio.sleep(scale.rest_seconds)
            took["idle"] = sum(memory_of(process.pid))
            body = {"token": token, "password": PASSWORD}
            (await browser.post("/api/enrolment/finish", json=body)).raise_for_status()
            took["login"] = await _timed(browser, "/api/login/password", {"name": "x", "password": PASSWORD})
            times = [await _timed(browser, "/api/session") for _ in range(min(scale.alone, 250))]
            took["request"] = percentile(times, 50)
            took["used"] = sum(memory_of(process.pid))
    finally:
        process.stdin.close()
        process.wait()
    return took


def _started() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-I", str(start.__file__)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)


def _link(settings: Settings) -> str:
    console = Console.open(settings)
    link = console.enrolment.link(console.accounts.make("x", ["duty"]))
    console.close()
    return link.rpartition("=")[2]


async def _answers(browser: httpx.AsyncClient) -> None:
    async with asyncio.timeout(30):
        while True:
            with contextlib.suppress(httpx.TransportError):
                await browser.get("/api/session")
                return
            await asyncio.sleep(0.005)


async def _timed(browser: httpx.AsyncClient, path: str, body: dict[str, str] | None = None) -> float:
    begun = perf_counter()
    answer = await (browser.get(path) if body is None else browser.post(path, json=body))
    answer.raise_for_status()
    return 1_000 * (perf_counter() - begun)
