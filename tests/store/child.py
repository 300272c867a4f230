"""Starting and ending the writer."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def writer(
    database: Path, first: int, batch: int, file_bytes_max: int = 0
) -> Iterator[subprocess.Popen[str]]:
    """The writer as a process of its own, killed at the end whatever it is doing."""
    arguments = [str(database), str(first), str(batch), str(file_bytes_max)]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def line_of(process: subprocess.Popen[str]) -> str:
    """The next thing it says."""
    assert process.stdout is not None
    return process.stdout.readline().strip()
