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
        """Processor time of all its threads so far, user and system."""
        fields = self._proc("stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

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
        lines = self._proc("smaps_rollup").read_text().splitlines()
        kibibytes = next(line.split()[1] for line in lines if line.startswith(name))
        return int(kibibytes) * 1_024 / 1e6

    def _proc(self, name: str) -> Path:
        return Path(f"/proc/{self._running.pid}/{name}")
