"""Debian's coturn as the relay of a test."""

import contextlib
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from firebreak.console.turn import relay_pass
from firebreak.core.base.instants import SECOND, Instant
from firebreak.runtime.clocks import SystemClock

SECRET: Final = "what relay and console share"
HOST: Final = "127.0.0.1"


def port() -> int:
    """A free one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind((HOST, 0))
        return one.getsockname()[1]


@contextlib.contextmanager
def relay(folder: Path) -> Iterator[str]:
    """Run one; gives its address. Skips the test where there is none."""
    program = shutil.which("turnserver")
    if program is None:
        pytest.skip("needs a TURN relay (Debian: apt-get install coturn)")
    at = port()
    flags = ["-n", "--no-cli", "--no-tls", "--no-dtls", "--allow-loopback-peers", "--realm=firebreak"]
    own = [f"--listening-ip={HOST}", f"--relay-ip={HOST}", f"--listening-port={at}"]
    own += ["--use-auth-secret", f"--static-auth-secret={SECRET}", "--log-file=stdout", "--no-stdout-log"]
    own += [f"--pidfile={folder / 'pid'}", f"--userdb={folder / 'none'}"]
    with (folder / "relay.log").open("wb") as log:
        running = subprocess.Popen([program, *flags, *own], stdout=log, stderr=log, cwd=folder)
        try:
            yield f"turn:{HOST}:{at}?transport=udp"
        finally:
            running.terminate()
            running.wait(10)


def passed(address: str, *, ago: int = 0) -> list[dict[str, Any]]:
    """A pass made so many seconds ago, as a page is given it."""
    now = Instant(SystemClock().read().wall - ago * SECOND)
    return [relay_pass(SECRET.encode(), [address], "s1", now).server()]
