"""Commands of other users of this machine, for tests of what one user's process can do to another's."""

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import pytest

NODE: Final = 64_001
SIGNER: Final = 64_002
ROOT: Final = Path(__file__).resolve().parents[1]

MAKE_WAY: Final = """
import os, subprocess, sys, tempfile
hidden, *kept = sys.argv[1].split(os.pathsep)
run = lambda *words: subprocess.run(words, check=True)
if hidden:
    held = {each: tempfile.mkdtemp() for each in kept}
    for each, place in held.items():
        run("mount", "--bind", each, place)
    run("mount", "-t", "tmpfs", "-o", "mode=755", "none", hidden)
    for each, place in held.items():
        os.makedirs(each)
        run("mount", "--bind", place, each)
        run("umount", "-l", place)
        os.rmdir(place)
user = sys.argv[2]
words = ["setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--inh-caps=-all", "--"]
os.execvp(words[0], [*words, *sys.argv[3:]])
"""
"In a view of the files of its own: our interpreter and this tree, also where they lie in a closed folder."


def as_user(user: int, command: Sequence[str | Path]) -> list[str]:
    """The command, to be run as that user. Skips the test where that cannot be done."""
    reason = _hindrance()
    if reason:
        pytest.skip(reason)
    return [*_prefix(user), *map(str, command)]


def _prefix(user: int) -> list[str]:
    needed = [Path(each).resolve() for each in (sys.base_prefix, sys.prefix, ROOT)]
    closed = {each: place for each in needed if (place := _closed(each)) is not None}
    places = sorted({str(each) for each in closed.values()}, key=len)[:1]
    way = os.pathsep.join([*places, *map(str, closed)])
    return ["unshare", "--mount", sys.executable, "-I", "-c", MAKE_WAY, way, str(user)]


def _closed(path: Path) -> Path | None:
    """The uppermost folder on the way to a path that other users may not pass."""
    folders = [each for each in reversed(path.parents) if not each.stat().st_mode & 0o001]
    return folders[0] if folders else None


@cache
def _hindrance() -> str:
    if os.geteuid() != 0:
        return "only root can run processes of two users"
    probe = [*_prefix(NODE), sys.executable, "-I", "-c", "import firebreak, nacl"]
    done = subprocess.run(probe, capture_output=True, text=True, timeout=60, check=False, cwd="/")
    return f"no process of another user here: {done.stderr[-200:]}" if done.returncode else ""
