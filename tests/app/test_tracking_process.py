"""What follows tracks, beside a node: a process of its own that comes and goes with it."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from firebreak.app.house import House
from firebreak.app.running import build
from firebreak.app.tracking_process import tracking_of
from firebreak.core.base.errors import LocalError
from tests.api.running import played
from tests.plays.paired import PASSPHRASE, copy_paired

SECONDS: Final = 50.0
SITES: Final = (
    '{"type":"Feature","properties":{"name":"PS-07","threshold_m":24000},'
    '"geometry":{"type":"Point","coordinates":[20,54]}}'
)
TABLE: Final = """
[proximity]
sites = "sites.geojson"

[[proximity.feeds]]
name = "air"
kind = "adsb-file"
file = "aircraft.json"
"""


def with_sites(folder: Path) -> Path:
    copy_paired(folder)
    north = folder / "north"
    settings = north / "firebreak.toml"
    settings.write_text(settings.read_text() + TABLE)
    (north / "sites.geojson").write_text(SITES)
    return north


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS):
        while not condition():  # noqa: ASYNC110 - what is waited for says nothing by itself
            await asyncio.sleep(0.05)


def starts(said: list[str]) -> int:
    return sum(each.startswith("tracks: ") and "; memory: " in each for each in said)


async def sites_at(path: Path) -> list[str]:
    reader, writer = await asyncio.open_unix_connection(str(path), limit=1 << 20)
    held = json.loads(await reader.readline())
    writer.close()
    return [each["name"] for each in held["sites"]]


def test_it_follows_tracks_dies_comes_back_and_goes_with_the_node(tmp_path: Path) -> None:
    async def work() -> None:
        north, said = with_sites(tmp_path), list[str]()
        node = build(House.at(north), PASSPHRASE, lambda _line, text: said.append(text))
        assert node.tracking is not None
        node.tracking.pause_first = 0.05
        ready = asyncio.Event()
        task = asyncio.create_task(node.run(ready.set))
        await ready.wait()
        path = north / "tracks.sock"
        try:
            await until(path.exists)
            await until(lambda: starts(said) == 1)
            assert await sites_at(path) == ["PS-07"]
            first = node.tracking.process
            assert first is not None
            os.kill(first.pid, signal.SIGKILL)
            await until(lambda: node.tracking is not None and node.tracking.process is not first)
            await until(lambda: starts(said) == 2)
            assert await sites_at(path) == ["PS-07"]
            second = node.tracking.process
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        assert second is not None
        await until(lambda: second.returncode is not None)

    played(work)


def test_a_wrong_table_keeps_the_node_from_starting_and_is_named(tmp_path: Path) -> None:
    north = with_sites(tmp_path)
    settings = north / "firebreak.toml"
    settings.write_text(settings.read_text().replace("adsb-file", "radar"))
    with pytest.raises(LocalError, match="kind is not one of"):
        tracking_of(House.at(north), lambda _line, _text: None)


def test_a_node_without_the_table_follows_nothing(tmp_path: Path) -> None:
    copy_paired(tmp_path)
    assert tracking_of(House.at(tmp_path / "north"), lambda _line, _text: None) is None


def test_the_command_line_shows_what_is_near(tmp_path: Path) -> None:
    async def work() -> None:
        north, said = with_sites(tmp_path), list[str]()
        process = tracking_of(House.at(north), lambda _line, text: said.append(text))
        assert process is not None
        running = asyncio.create_task(process.run())
        await until(lambda: starts(said) == 1)
        assert await asyncio.to_thread(firebreak, north) == (0, "nothing is near a site")
        plane = {"hex": "4bb1c5", "flight": "THY9BP", "lat": 54.1, "lon": 20.0}
        for number in range(2):
            aircraft = plane | {"lat": 54.1 + number / 1_000}
            (north / "aircraft.json").write_text(json.dumps({"aircraft": [aircraft]}))
            await asyncio.to_thread(seen, north, 54.1 + number / 1_000)
        code, told = await asyncio.to_thread(firebreak, north)
        assert (code, "warning" in told, "THY9BP" in told, "PS-07" in told) == (1, True, True, True)
        await process.close()
        await asyncio.gather(running, return_exceptions=True)
        assert await asyncio.to_thread(firebreak, north) == (1, "FB664")

    played(work)


def firebreak(folder: Path, *more: str) -> tuple[int, str]:
    """Exit code, and the lines between the first and those of the feeds."""
    command = [sys.executable, "-m", "firebreak", "proximity", "show", "--config", str(folder), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    lines = [each for each in done.stdout.splitlines()[1:] if not each.startswith("feed ")]
    refused = re.findall(r"FB\d{3}", done.stderr)
    return done.returncode, "\n".join(refused or lines)


def seen(folder: Path, latitude: float) -> None:
    """Until the process has read the file."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        command = [sys.executable, "-m", "firebreak", "proximity", "show", "--config", str(folder), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
        if any(
            each["latitude"] == latitude for each in json.loads(done.stdout or '{"tracks": []}')["tracks"]
        ):
            return
    raise TimeoutError
