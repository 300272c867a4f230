"""What a process really asks of the disk: its writes and syncs in order, as strace saw them.

From them every disk can be made that a power cut may leave: what was synced is there, of the rest any part,
in any order, and of a single write any of its sectors.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR_BYTES = 512
CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink")
COMMAND = ("strace", "-f", "-y", "-xx", "-s", "8388608", "-e", f"trace={','.join(CALLS)}", "-o")
CALL = re.compile(r'^\d+ +(\w+)\((?:(\d+)<([^>]*)>)?(?:, )?(?:"((?:\\x[0-9a-f]{2})*)")?(.*)\) = (-?\d+)')


@dataclass(frozen=True)
class Call:
    """One thing asked of the system, and done."""

    name: str
    path: str
    "Of the file; for `unlink` the file that goes."
    data: bytes = b""
    number: int = 0
    "Where it was written, or how long the file becomes."
    standard_output: bool = False


def read(trace: Path) -> Iterator[Call]:
    """All calls that did something, in order."""
    with trace.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            found = CALL.match(line)
            if found is None or int(found[6]) < 0:
                assert "unfinished" not in line, "the process has threads that write"
                continue
            name, file, path, text, rest, _ = found.groups()
            numbers = [int(each) for each in re.findall(r"\b\d+\b", rest)]
            data = bytes.fromhex((text or "").replace("\\x", ""))
            shown = bytes.fromhex((path or "").replace("\\x", "")).decode() if "\\x" in (path or "") else path
            yield Call(
                name,
                data.decode() if name == "unlink" else (shown or ""),
                data,
                numbers[-1] if numbers else 0,
                file == "1" and name == "write",
            )


@dataclass
class File:
    """A file on a disk that keeps only what was synced."""

    durable: bytearray = field(default_factory=bytearray)
    waiting: list[Call] = field(default_factory=list)
    named: bool = False
    "Whether its name in the folder was synced."


@dataclass
class Disk:
    """All files of a folder; `do` follows the process."""

    files: dict[str, File] = field(default_factory=dict)

    def do(self, call: Call) -> None:
        """One more call."""
        if call.name in {"fsync", "fdatasync"}:
            self._sync(call.path)
        elif call.name == "unlink":
            self.files.pop(call.path, None)
        elif not call.standard_output:
            self.files.setdefault(call.path, File()).waiting.append(call)

    def _sync(self, path: str) -> None:
        if path in self.files:
            file = self.files[path]
            for each in file.waiting:
                _apply(file.durable, each)
            file.waiting.clear()
        for name, file in self.files.items():
            file.named = file.named or str(Path(name).parent) == path

    def after_a_cut(self, share: float, chance: random.Random) -> dict[str, bytes]:
        """What may be found: of what was not synced each write with this probability, whole or in part."""
        found: dict[str, bytes] = {}
        for name, file in self.files.items():
            if not file.named and chance.random() >= share:
                continue
            data = bytearray(file.durable)
            for each in file.waiting:
                if chance.random() < share:
                    _apply(data, each, chance if share < 1 else None)
            found[name] = bytes(data)
        return found


def _apply(data: bytearray, call: Call, chance: random.Random | None = None) -> None:
    if call.name == "ftruncate":
        data[:] = data[: call.number].ljust(call.number, b"\0")
        return
    for at in range(0, len(call.data), SECTOR_BYTES):
        if chance is None or chance.random() < 0.7:
            piece = call.data[at : at + SECTOR_BYTES]
            start = call.number + at
            if len(data) < start:
                data.extend(bytes(start - len(data)))
            data[start : start + len(piece)] = piece
