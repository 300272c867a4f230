"""A machine's disk that can lose its power: ext4 in a file, and copies of that file at any moment.

The file lies on an XFS of its own, where a copy shares all blocks and is made in one step while nobody can
write: it shows exactly what had reached the disk at that instant. What still waited in memory is not in it.
"""

import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

NEEDED = ("mkfs.xfs", "mkfs.ext4", "mount", "umount")
XFS_BYTES = 1 << 30  # sparse
DISK_BYTES = 64 << 20


def needed() -> None:
    """Skip where no disk of our own can be made."""
    missing = [each for each in NEEDED if shutil.which(each) is None]
    if missing:
        pytest.skip(f"no {', '.join(missing)} here (Debian: xfsprogs, e2fsprogs)")
    if os.geteuid() != 0:
        pytest.skip("only root may mount a file system")


@contextmanager
def mounted(image: Path, place: Path) -> Generator[Path]:
    """A file system in a file."""
    place.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-o", "loop", image, place], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"a file system cannot be mounted here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        if subprocess.run(["umount", place], capture_output=True, check=False).returncode:
            subprocess.run(["umount", "--lazy", place], check=True)


@dataclass
class Disk:
    """The disk of one machine, in use."""

    image: Path
    place: Path
    "Where its files are."
    count: int = 0

    def settle(self) -> None:
        """Write down all that lies there: the folder was put there by hand."""
        subprocess.run(["sync", "--file-system", self.place], check=True)

    def cut(self) -> Path:
        """What would be on the disk if the power went now."""
        self.count += 1
        copy = self.image.with_name(f"cut-{self.count}")
        subprocess.run(["cp", "--reflink=always", self.image, copy], check=True)
        return copy


@contextmanager
def disk() -> Generator[Disk]:
    """A new disk under a short path: the desk socket of a node has to fit into 107 bytes."""
    needed()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="power-", ignore_cleanup_errors=True)))
        below, image = folder / "xfs", folder / "shared"
        _made(below, XFS_BYTES, "mkfs.xfs", "-m", "reflink=1")
        stack.enter_context(mounted(below, image))
        _made(image / "disk", DISK_BYTES, "mkfs.ext4")
        place = stack.enter_context(mounted(image / "disk", folder / "m"))
        yield Disk(image / "disk", place)


def _made(file: Path, size: int, *command: str) -> None:
    with file.open("wb") as stream:
        stream.truncate(size)
    subprocess.run([*command, "-q", file], check=True, capture_output=True)
