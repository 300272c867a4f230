"""The file itself: opened once, read only, and looked at again before each part is given out."""

import asyncio
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from firebreak.console.own_map.header import (
    HEADER_BYTES,
    ROOT_END_MAX,
    Header,
    Section,
    check_directory,
    read_header,
    unpacked,
)
from firebreak.console.own_map.layers import drawn_and_not
from firebreak.console.own_map.refusals import changed, damaged, unreadable

METADATA_BYTES_MAX: Final = 1_024 * 1_024
RANGE_BYTES_MAX: Final = 2 * 1_024 * 1_024  # a tile has some 100 kB, a directory less
READERS: Final = 2  # a slow disk holds up the own map, and nothing else of the console


@dataclass(slots=True)
class OwnMap:
    """A PMTiles file that was found to be in order."""

    file: int
    "Its descriptor."
    header: Header
    layers: list[tuple[str, str]]
    "Layers of vector tiles that are drawn, with what they are drawn as; none for pictures."
    left_out: list[str]
    _state: tuple[int, int]
    "Size and time of change when it was opened."
    _readers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(READERS, "own-map"))

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open and check it. Raises LocalError."""
        file = _opened(path)
        try:
            return cls._checked(file)
        except OSError as error:
            os.close(file)
            raise unreadable(error.strerror or "it cannot be read") from error
        except BaseException:
            os.close(file)
            raise

    @classmethod
    def _checked(cls, file: int) -> Self:
        state = _state(file)
        head = os.pread(file, ROOT_END_MAX, 0)
        header = read_header(head[:HEADER_BYTES], state[0])
        root = head[header.root.offset : header.root.end]
        check_directory(unpacked(root, packed=header.packed), header)
        layers, left_out = drawn_and_not(_metadata(file, header)) if header.form == "mvt" else ([], [])
        return cls(file, header, layers, left_out, state)

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self._state[0]

    def told(self) -> dict[str, Any]:
        """What the page has to know to draw it."""
        header = self.header
        sections = {"root": header.root, "leaves": header.leaves, "tiles": header.tiles}
        return {
            "form": header.form,
            "zooms": list(header.zooms),
            "bounds": list(header.bounds),
            "packed": header.packed,
            "tiles_packed": header.tiles_packed,
            "layers": [{"name": name, "role": role} for name, role in self.layers],
            **{name: [each.offset, each.length] for name, each in sections.items()},
        }

    async def read(self, part: Section) -> bytes:
        """A part of it. Raises Refused when the file is not the one any more that was checked."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, part)

    def _read(self, part: Section) -> bytes:
        try:
            if _state(self.file) == self._state:
                found = os.pread(self.file, part.length, part.offset)
                if len(found) == part.length:
                    return found
        except OSError as error:
            raise changed() from error
        raise changed()

    def close(self) -> None:
        """Nothing is read after it."""
        self._readers.shutdown(cancel_futures=True)
        os.close(self.file)


def _opened(path: Path) -> int:
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)  # a pipe is not waited for
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no such name"
        raise unreadable(f"{path}: {why}") from error
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise unreadable(f"{path} is not a file")
    return file


def _state(file: int) -> tuple[int, int]:
    found = os.fstat(file)
    return found.st_size, found.st_mtime_ns


def _metadata(file: int, header: Header) -> bytes:
    part = header.metadata
    if not 0 < part.length <= METADATA_BYTES_MAX:
        raise damaged(f"its description has {part.length} bytes")
    return unpacked(os.pread(file, part.length, part.offset), packed=header.packed)
