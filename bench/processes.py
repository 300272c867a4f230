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
    def rss_megabytes(self) -> float:
        """Memory in use, shared pages counted in full (the stricter of the two figures)."""
        return self._rollup("Rss:")

    @property
    def pss_megabytes(self) -> float:
        """Memory in use, shared pages divided among those who share them."""
        return self._rollup("Pss:")

    @property
    def _running(self) -> subprocess.Popen[bytes]:
        assert self.child is not None
        return self.child

    def _rollup(self, name: str) -> float:
        kibibytes = 0
        for pid in _family(self._running.pid):
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            kibibytes += next(int(line.split()[1]) for line in lines if line.startswith(name))
        return kibibytes * 1_024 / 1e6


def _family(pid: int) -> list[int]:
    """A process and those it started."""
    parents = {int(each.name): _parent(int(each.name)) for each in Path("/proc").glob("[0-9]*")}
    family = [pid]
    for each in family:
        family += [child for child, parent in parents.items() if parent == each]
    return family


def _parent(pid: int) -> int:
    try:
        return int(_stat(pid)[1])
    except OSError:
        return 0  # it has ended meanwhile


def _stat(pid: int) -> list[str]:
    """The fields after the name: state, parent and so on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
