"""Taking away from a process what it does not need: network, files, debuggers, swap (Linux).

Each measure says in a few words what it achieved; one that the machine does not allow says so and harms
nothing. The last one, no further file descriptor, needs nobody's leave: whatever else failed, a process that
can open no descriptor can open no connection.
"""

import ctypes
import resource
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

PR_GET_DUMPABLE: Final = 3
PR_SET_DUMPABLE: Final = 4
PR_SET_NO_NEW_PRIVS: Final = 38
CLONE_NEWUSER: Final = 0x1000_0000
CLONE_NEWNET: Final = 0x4000_0000
CAP_IPC_LOCK: Final = 14
LOCK_AS_TOUCHED: Final = 1 | 2 | 4  # MCL_CURRENT, MCL_FUTURE, MCL_ONFAULT


def confine() -> tuple[str, ...]:
    """First thing in the life of the process, while it has one thread. What was achieved, for people."""
    measures: tuple[Callable[[], str], ...] = (_no_privileges, _no_interfaces, _no_swap)
    told = tuple(measure() for measure in measures)
    return (_no_dumps(), *told)  # last, since a new user namespace may set it again


def keep_private() -> str:
    """For every process that holds a passphrase or words: no core file, no debugger of the same user."""
    return _no_dumps()


def close_the_door() -> str:
    """Last: no descriptor beyond those open now, so neither file nor connection."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    return "no new files or connections"


def _no_dumps() -> str:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _prctl(PR_SET_DUMPABLE, 0)
    return "memory dumps NOT prevented" if _libc().prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) else "no memory dumps"


def _no_privileges() -> str:
    return "no new privileges" if _prctl(PR_SET_NO_NEW_PRIVS, 1) else "new privileges NOT prevented"


def _no_interfaces() -> str:
    """A network namespace of its own: not even the loopback is up in it. Without root it takes a user's."""
    for flags in (CLONE_NEWNET, CLONE_NEWUSER | CLONE_NEWNET):
        if _libc().unshare(flags) == 0:
            return "no network"
    return "network closed only by the last measure"


def _no_swap() -> str:
    """Keep keys out of swap, where no limit would make a later allocation fail."""
    unbounded = _may_lock() or resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] == resource.RLIM_INFINITY
    locked = unbounded and _libc().mlockall(LOCK_AS_TOUCHED) == 0
    return "memory locked" if locked else "memory NOT locked, it may be swapped"


def _may_lock() -> bool:
    """Whether this process is free of the limit: not by a privilege inside a user namespace of its own."""
    process = Path("/proc/self")
    status = (process / "status").read_text("ascii").splitlines()
    mask = next((line.split()[1] for line in status if line.startswith("CapEff:")), "0")
    return bool(int(mask, 16) >> CAP_IPC_LOCK & 1) and (process / "uid_map").read_text("ascii") != ""


def _prctl(option: int, value: int) -> bool:
    return _libc().prctl(option, value, 0, 0, 0) == 0


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
