"""The head of a PMTiles file, and its first directory, checked before anything is served of it.

The format: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md. All numbers are little-endian.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firebreak.console.own_map.refusals import damaged, not_drawn, other_format

MAGIC: Final = b"PMTiles"
VERSION: Final = 3
HEADER_BYTES: Final = 127
ROOT_END_MAX: Final = 16_384  # head and first directory fit into it, by the format
ENTRIES_MAX: Final = 100_000  # a first directory of 16 kB packed holds far fewer
PLAIN_BYTES_MAX: Final = 8 * 1_024 * 1_024  # of a directory or the description, unpacked
ZOOM_MAX: Final = 22  # finer than any map; page and file would count beyond exact numbers after 26
NONE: Final = 1
GZIP: Final = 2
UNKNOWN: Final = 0
VECTOR: Final = 1
PICTURES: Final = {2: "png", 3: "jpeg", 4: "webp", 5: "avif"}
DEGREE: Final = 10_000_000
WORLD: Final = (-180, -90, 180, 90)
VARINT_BYTES_MAX: Final = 10

_NUMBERS: Final = struct.Struct("<11Q6B4i")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the file."""

    offset: int
    length: int

    @property
    def end(self) -> int:
        """First byte after it."""
        return self.offset + self.length


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the head says, once it has been found to be true."""

    root: Section
    metadata: Section
    leaves: Section
    tiles: Section
    packed: bool
    "Whether directories and description are gzip."
    tiles_packed: bool
    kind: int
    zooms: tuple[int, int]
    bounds: tuple[float, float, float, float]
    "West, south, east, north in degrees."

    @property
    def form(self) -> str:
        """`mvt`, or the kind of picture."""
        return "mvt" if self.kind == VECTOR else PICTURES[self.kind]


def read_header(head: bytes, size: int) -> Header:
    """Of a file of that size. Raises LocalError."""
    if head[: len(MAGIC)] != MAGIC:
        raise other_format("it does not begin like one")
    if head[len(MAGIC) : len(MAGIC) + 1] != bytes([VERSION]):
        raise other_format(f"it is of version {head[len(MAGIC)] if len(head) > len(MAGIC) else 0}")
    if len(head) < HEADER_BYTES:
        raise damaged("it ends within its head")
    numbers = _NUMBERS.unpack_from(head, len(MAGIC) + 1)
    root, metadata, leaves, tiles = (Section(*numbers[at : at + 2]) for at in (0, 2, 4, 6))
    _, inner, outer, kind, lowest, highest = numbers[11:17]
    _check_sections(root, metadata, leaves, tiles, size)
    _check_kind(kind, inner, outer)
    if not lowest <= highest <= ZOOM_MAX:
        raise damaged(f"its zooms are {lowest} to {highest}")
    return Header(
        root=root,
        metadata=metadata,
        leaves=leaves,
        tiles=tiles,
        packed=inner == GZIP,
        tiles_packed=outer == GZIP,
        kind=kind,
        zooms=(lowest, highest),
        bounds=_bounds(numbers[17:]),
    )


def _check_sections(root: Section, metadata: Section, leaves: Section, tiles: Section, size: int) -> None:
    named = {"first directory": root, "description": metadata, "directories": leaves, "tiles": tiles}
    for name, each in named.items():
        if each.end > size:
            raise damaged(f"it has {size} bytes, and its {name} would end at {each.end}")
    if not root.length or root.offset < HEADER_BYTES or root.end > ROOT_END_MAX:
        raise damaged("its first directory is not at its beginning")
    if not tiles.length:
        raise damaged("it has no tiles")


def _check_kind(kind: int, inner: int, outer: int) -> None:
    if kind != VECTOR and kind not in PICTURES:
        raise not_drawn(f"its tiles are of kind {kind}, neither mvt nor png, jpeg, webp, avif")
    if inner not in (NONE, GZIP) or outer not in (UNKNOWN, NONE, GZIP):
        raise not_drawn("it is packed by something else than gzip")


def _bounds(corners: tuple[int, ...]) -> tuple[float, float, float, float]:
    west, south, east, north = (each / DEGREE for each in corners)
    least_west, least_south, most_east, most_north = WORLD
    if not (least_west <= west < east <= most_east and least_south <= south < north <= most_north):
        raise damaged(f"its bounds are {west}, {south}, {east}, {north}")
    return west, south, east, north


def unpacked(content: bytes, *, packed: bool) -> bytes:
    """A directory or the description. Raises LocalError."""
    if not packed:
        return content
    work = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    try:
        plain = work.decompress(content, PLAIN_BYTES_MAX)
    except zlib.error as error:
        raise damaged("a part of it cannot be unpacked") from error
    if not work.eof:
        raise damaged("a part of it is cut off, or larger than such a part can be")
    return plain


def check_directory(plain: bytes, header: Header) -> int:
    """How many entries it has. Raises LocalError for one that leads outside its section."""
    numbers = _varints(plain)
    count = next(numbers, 0)
    if not 0 < count <= min(ENTRIES_MAX, len(plain)):
        raise damaged(f"its first directory says {count} entries")
    columns = [[next(numbers, -1) for _ in range(count)] for _ in range(4)]
    if min(columns[3]) < 0 or next(numbers, None) is not None:
        raise damaged("its first directory does not end where it should")
    after = 0
    for run, length, told in zip(*columns[1:], strict=True):
        offset = told - 1 if told else after
        after = offset + length
        if not length or after > (header.tiles if run else header.leaves).length:
            raise damaged("its first directory leads outside")
    return count


def _varints(plain: bytes) -> Iterator[int]:
    """As in protocol buffers; one that is cut off or too long ends them."""
    value = shift = 0
    for each in plain:
        value |= (each & 0x7F) << shift
        shift += 7
        if each < 0x80:  # noqa: PLR2004 - the bit that says: another byte follows
            yield value
            value = shift = 0
        elif shift >= 7 * VARINT_BYTES_MAX:
            return
