"""Landlock (Linux): what a process and its later threads may never do again, whatever code runs in them.

The kernel's own header is the source of the numbers: `include/uapi/linux/landlock.h`, version 6 of the
interface (Linux 6.12). Older kernels offer less; what was achieved is told, and nothing fails.
"""

import ctypes
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

CREATE_RULESET: Final = 444
ADD_RULE: Final = 445
RESTRICT_SELF: Final = 446
VERSION: Final = 1  # flag of CREATE_RULESET: say which version of the interface there is
PATH_BENEATH: Final = 1
PR_SET_NO_NEW_PRIVS: Final = 38

EXECUTE: Final = 1 << 0
WRITE_FILE: Final = 1 << 1
CHANGE: Final = sum(1 << bit for bit in range(4, 13))  # remove and make whatever has a name
TRUNCATE: Final = 1 << 14
SCOPE_SIGNAL: Final = 1 << 1
TRUNCATE_SINCE: Final = 3
SCOPE_SINCE: Final = 6


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def settle_down(folders: Sequence[Path]) -> str:
    """From now on: write in these folders only, start no program, send no signal outside. What was achieved.

    It holds for the thread that calls and for those it starts later: call it while there is one. Files that
    are open stay as they are.
    """
    version = _call(CREATE_RULESET, None, 0, VERSION)
    if version < 1:
        return "NOT confined: this kernel has no Landlock"
    writing = WRITE_FILE | CHANGE | (TRUNCATE if version >= TRUNCATE_SINCE else 0)
    scoped = SCOPE_SIGNAL if version >= SCOPE_SINCE else 0
    wanted = _Ruleset(EXECUTE | writing, 0, scoped)
    rules = _call(CREATE_RULESET, ctypes.byref(wanted), ctypes.sizeof(wanted), 0)
    if rules < 0:
        return "NOT confined: the kernel refused the rules"
    try:
        held = all(_allow(rules, each, writing) for each in folders)
        ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        if not held or _call(RESTRICT_SELF, rules, 0) != 0:
            return "NOT confined: the kernel refused the rules"
    finally:
        os.close(rules)
    return "writes in its own folder only, starts no program" + (", ends no other process" if scoped else "")


def _allow(rules: int, folder: Path, what: int) -> bool:
    place = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        rule = _Beneath(what, place)
        return _call(ADD_RULE, rules, PATH_BENEATH, ctypes.byref(rule), 0) == 0
    finally:
        os.close(place)


def _call(number: int, *arguments: object) -> int:
    call = ctypes.CDLL(None, use_errno=True).syscall
    call.restype = ctypes.c_long
    given = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    return int(call(ctypes.c_long(number), *given))
