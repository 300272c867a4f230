"""The console's server beside a node: it comes with the node, goes with it, and can hold nothing up."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from firebreak.api.client import Client
from firebreak.app.console_process import console_of
from firebreak.app.house import House
from firebreak.app.running import Node, build
from firebreak.console.context import Console
from firebreak.console.settings import Settings
from firebreak.keyring.keys import OfficerKey
from tests.api.running import played
from tests.plays.paired import PASSPHRASE, copy_paired, free_port

SECONDS = 50.0  # a start takes one on a machine that does nothing else
PASSWORD = "quince saddle orbit fennel"


def with_console(folder: Path) -> tuple[Path, int]:
    """North, with a console on a port that was free a moment ago."""
    copy_paired(folder)
    port = free_port()
    settings = folder / "north" / "firebreak.toml"
    settings.write_text(f'{settings.read_text()}\n[console]\nlisten = "127.0.0.1:{port}"\n')
    return folder / "north", port


@asynccontextmanager
async def running(folder: Path, said: list[str]) -> AsyncIterator[Node]:
    node = build(House.at(folder), PASSPHRASE, lambda _line, text: said.append(text))
    assert node.console is not None
    node.console.pause_first = 0.05
    ready = asyncio.Event()
    task = asyncio.create_task(node.run(ready.set))
    await ready.wait()
    try:
        yield node
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def answers(port: int) -> int:
    """The status with which it answers, as soon as it does."""
    await until(lambda: listens(port))
    async with httpx.AsyncClient(verify=False, timeout=SECONDS) as browser:
        address = f"http://127.0.0.1:{port}/api/session"
        return (await browser.get(address, headers={"host": f"localhost:{port}"})).status_code


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


async def until(wanted: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS):
        while True:
            if wanted():
                return
            await asyncio.sleep(0.05)


def gone(process: int) -> bool:
    """Whether no such process is left, or only its remains."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


async def reads_the_record(node: Node) -> None:
    """What needs files works in the confined process too: a card, a bundle, a waiting key."""
    assert node.console is not None
    told = Settings.from_line(node.console.told)
    settings = told.at(told.address[1])
    console = Console.open(settings)
    account = console.accounts.make("Ana", ["duty", "supervisor"], "north one")
    token = console.enrolment.link(account).rpartition("=")[2]
    console.close()
    headers = {"host": settings.host, "origin": settings.origin}
    address = f"http://127.0.0.1:{settings.address[1]}"
    async with httpx.AsyncClient(base_url=address, headers=headers, verify=False, timeout=SECONDS) as browser:
        entered = await browser.post("/api/enrolment/finish", json={"token": token, "password": PASSWORD})
        assert "duty" in entered.json()["officer"]["powers"]
        key = {"key": OfficerKey.generate("north one").public.hex()}
        assert (await browser.post("/api/officer-key", json=key)).status_code == 200
        checked = await browser.post("/api/lines/south/verify", json={"language": "en"})
        assert checked.status_code == 200, checked.text
        assert (await browser.post("/api/lines/south/export", json={})).status_code == 200
    await until(lambda: not [*(settings.files / "passing").iterdir()])


def process_of(node: Node) -> int:
    assert node.console is not None and node.console.process is not None
    return node.console.process.pid


def test_it_starts_with_the_node_again_after_a_death_and_ends_with_the_node(tmp_path: Path) -> None:
    north, port = with_console(tmp_path)
    said: list[str] = []

    async def work() -> None:
        async with running(north, said) as node:
            assert await answers(port) == 401
            first = process_of(node)
            os.kill(first, signal.SIGKILL)
            await until(lambda: gone(first))
            assert await answers(port) == 401
            second = process_of(node)
            assert second != first
            await reads_the_record(node)
            async with Client.connect(node.house.socket) as desk:
                assert (await desk.ask("status"))["party"] == "North"
        await until(lambda: gone(second))

    played(work)
    assert "console: its process has ended with code -9; it is started again in 0 s, the node goes on" in said
    assert f"console: console of North: http://localhost:{port}/" in said
    assert [each for each in said if each.startswith(("console: writes in its own", "console: NOT confined"))]
    assert not [each for each in said if "enrol=" in each]  # nobody looks on, so no link lies about in a log


def test_a_console_that_cannot_start_leaves_the_node_alone(tmp_path: Path) -> None:
    north, port = with_console(tmp_path)
    said: list[str] = []

    async def work() -> None:
        with socket.create_server(("127.0.0.1", port)):
            async with running(north, said) as node:
                await until(lambda: any("FB517" in each for each in said))
                async with Client.connect(node.house.socket) as desk:
                    assert (await desk.ask("status"))["party"] == "North"

    played(work)


def test_a_node_without_the_table_starts_none(tmp_path: Path) -> None:
    copy_paired(tmp_path)
    house = House.at(tmp_path / "north")
    assert console_of(house, bytes(32), lambda _line, _text: None) is None


def test_it_ends_when_the_node_is_killed(tmp_path: Path) -> None:
    north, port = with_console(tmp_path)
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE)
    command = [*(sys.executable, "-m", "firebreak", "node", "run"), "--config", str(north)]
    command += ["--passphrase-file", str(secret)]

    node = subprocess.Popen(command, stdout=subprocess.DEVNULL)

    async def work() -> None:
        assert await answers(port) == 401
        (console,) = consoles_of(node.pid)
        node.kill()
        await until(lambda: gone(console))

    try:
        played(work)
    finally:
        node.kill()
        node.wait()


def consoles_of(node: int) -> list[int]:
    children = Path(f"/proc/{node}/task/{node}/children").read_text().split()
    return [
        int(each) for each in children if b"console/start.py" in Path(f"/proc/{each}/cmdline").read_bytes()
    ]
