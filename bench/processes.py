"""A node in a process of its own, as a user starts it, and what the system says of that process."""

import asyncio
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from firebreak.app.house import House

COMMAND = ("-m", "firebreak", "node", "run", "--config")
COUNTED = ("-m", "bench.counted")
START_SECONDS = 30.0
STOP_SECONDS = 15.0
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class NodeProcess:
    """One node."""

    house: House
    command: tuple[str, ...] = COMMAND
    child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; what it prints goes into a file beside its database."""
        with (self.house.root / "node.out").open("ab") as out:
            command = [sys.executable, *self.command, str(self.house.root)]
            self.child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out)

    async def answers(self, seconds: float = START_SECONDS) -> None:
        """Wait until its desk socket is there."""
        async with asyncio.timeout(seconds):
            while not self.house.socket.exists():
                if self._running.poll() is not None:
                    raise RuntimeError((self.house.root / "node.out").read_text())
                await asyncio.sleep(0.005)

    async def stop(self) -> None:
        """End it as a service manager would."""
        if self.child is None:
            return
        self.child.send_signal(signal.SIGTERM)
        try:
            await asyncio.to_thread(self.child.wait, STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()

    @property
    def cpu_seconds(self) -> float:
        """Processor time so far, user and system, of all its threads and of the processes it started."""
        stats = (_stat(each) for each in _family(self._running.pid))
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / _TICK

    @property
    def megabytes(self) -> float:
        """Memory in use by it and by the processes it started; pages that they share count once."""
        parts = [memory_of(each) for each in _family(self._running.pid)]
        return sum(private for private, _ in parts) + max(shared for _, shared in parts)

    @property
    def _running(self) -> subprocess.Popen[bytes]:
        assert self.child is not None
        return self.child


def _family(pid: int) -> list[int]:
    """A process and those it started."""
    parents = {int(each.name): _parent(int(each.name)) for each in Path("/proc").glob("[0-9]*")}
    family = [pid]
    for each in family:
        family += [child for child, parent in parents.items() if parent == each]
    return family


def memory_of(pid: int) -> tuple[float, float]:
    """Megabytes of a process that are its own, and that it shares with any other."""
    sizes = {"Private": 0, "Shared": 0}
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        name = line.partition("_")[0]
        if name in sizes and line.split()[0] != "Private_Hugetlb:":
            sizes[name] += int(line.split()[1])
    return sizes["Private"] * 1_024 / 1e6, sizes["Shared"] * 1_024 / 1e6


def _parent(pid: int) -> int:
    try:
        return int(_stat(pid)[1])
    except OSError:
        return 0  # it has ended meanwhile


def _stat(pid: int) -> list[str]:
    """The fields after the name: state, parent and so on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
