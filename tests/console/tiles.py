"""Writes small PMTiles files: the tests' own, so that nothing that reads them has written them.

The formats: PMTiles 3 and Mapbox Vector Tile 2.1, both public. Every tile shows the same simple shapes.
"""

import gzip
import json
import struct
import zlib
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

EXTENT: Final = 4_096
POINT, LINE, FACE = 1, 2, 3
NUMBERS: Final = struct.Struct("<7sB11Q6B4iB2i")
BALTIC: Final = (17.0, 53.0, 23.0, 57.0)

Place = tuple[int, int]
Shape = tuple[int, Sequence[Place]]
Tile = tuple[int, int, int]

LAND: Final[Shape] = (FACE, [(0, 0), (EXTENT, 0), (EXTENT, EXTENT), (0, EXTENT)])
LAKE: Final[Shape] = (FACE, [(500, 500), (1_800, 700), (1_500, 1_900), (600, 1_600)])
ROAD: Final[Shape] = (LINE, [(0, 2_048), (2_048, 2_400), (EXTENT, 2_048)])
HOUSE: Final[Shape] = (FACE, [(2_900, 2_900), (3_300, 2_900), (3_300, 3_300), (2_900, 3_300)])
BORDER: Final[Shape] = (LINE, [(0, 3_700), (EXTENT, 3_500)])
PLACE: Final[Shape] = (POINT, [(3_000, 1_000)])

NEUTRAL: Final = {"earth": [LAND], "water": [LAKE], "roads": [ROAD], "buildings": [HOUSE]}
DISPUTED: Final = {**NEUTRAL, "boundaries": [BORDER], "places": [PLACE]}


def varint(value: int) -> bytes:
    """A number as protocol buffers write it."""
    parts = bytearray()
    while value >= 0x80:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*parts, value])


def _field(number: int, content: bytes) -> bytes:
    return varint(number << 3 | 2) + varint(len(content)) + content


def _geometry(kind: int, places: Sequence[Place]) -> bytes:
    steps: list[int] = []
    at = (0, 0)
    for number, place in enumerate(places):
        if number < 2:
            steps.append((1 if number == 0 else 2) | ((1 if number == 0 else len(places) - 1) << 3))
        steps += [(step << 1) ^ (step >> 31) for step in (place[0] - at[0], place[1] - at[1])]
        at = place
    if kind == FACE:
        steps.append(7 | 1 << 3)
    return b"".join(map(varint, steps))


def vector_tile(layers: dict[str, list[Shape]]) -> bytes:
    """A tile with these layers."""
    tile = b""
    for name, shapes in layers.items():
        layer = _field(1, name.encode())
        for kind, places in shapes:
            layer += _field(2, varint(3 << 3) + varint(kind) + _field(4, _geometry(kind, places)))
        tile += _field(3, layer + varint(5 << 3) + varint(EXTENT) + varint(15 << 3) + varint(2))
    return tile


def png(colour: Callable[[int, int], tuple[int, int, int]], pixels: int = 256) -> bytes:
    """A picture, with the colour of each place in it."""
    rows = b"".join(b"\0" + b"".join(bytes(colour(x, y)) for x in range(pixels)) for y in range(pixels))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">2I5B", pixels, pixels, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def tile_id(tile: Tile) -> int:
    """Its place along the curve of Hilbert, after all tiles of smaller zooms."""
    zoom, x, y = tile
    number = (4**zoom - 1) // 3
    side = 1 << zoom >> 1
    while side:
        right, below = int(x & side > 0), int(y & side > 0)
        number += side * side * (3 * right ^ below)
        if not below:
            if right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
        x, y = x & side - 1, y & side - 1
        side >>= 1
    return number


Entry = tuple[int, int, int, int]
"Number of the first tile, how many in a row (0: a directory), length, offset."


def directory(entries: Sequence[Entry]) -> bytes:
    """Entries in the form of the file, not packed."""
    firsts = [each[0] for each in entries]
    numbers = [len(entries), *(one - before for before, one in pairwise([0, *firsts]))]
    numbers += [each[1] for each in entries] + [each[2] for each in entries]
    numbers += [each[3] + 1 for each in entries]
    return b"".join(map(varint, numbers))


def pmtiles(
    tiles: dict[Tile, bytes],
    kind: int = 1,
    *,
    layers: Sequence[str] = (),
    bounds: tuple[float, float, float, float] = BALTIC,
    packed: bool = True,
    leaf_of: int = 0,
) -> bytes:
    """A whole file. With `leaf_of` so many entries go into each directory below the first one."""
    pack = gzip.compress if packed else bytes
    zipped = pack if kind == 1 else bytes
    content, entries = b"", list[Entry]()
    for tile in sorted(tiles, key=tile_id):
        each = zipped(tiles[tile])
        entries.append((tile_id(tile), 1, len(each), len(content)))
        content += each
    below, first = b"", entries
    if leaf_of:
        first = []
        for at in range(0, len(entries), leaf_of):
            leaf = pack(directory(entries[at : at + leaf_of]))
            first.append((entries[at][0], 0, len(leaf), len(below)))
            below += leaf
    root = pack(directory(first))
    told = pack(json.dumps({"vector_layers": [{"id": each, "fields": {}} for each in layers]}).encode())
    lengths = [len(each) for each in (root, told, below, content)]
    places = [sum(lengths[:at]) + NUMBERS.size for at in range(4)]
    zooms = [each[0] for each in tiles]
    corners = [round(each * 10_000_000) for each in bounds]
    head = NUMBERS.pack(
        *(b"PMTiles", 3),
        *(number for pair in zip(places, lengths, strict=True) for number in pair),
        *(
            len(tiles),
            len(entries),
            len(entries),
            1,
            2 if packed else 1,
            2 if packed and kind == 1 else 1,
            kind,
        ),
        *(min(zooms), max(zooms), *corners, min(zooms), *corners[:2]),
    )
    return head + root + told + below + content


def around(zooms: range = range(7)) -> list[Tile]:
    """Every tile that touches the Baltic sea's south, generously."""
    found: list[Tile] = []
    for zoom in zooms:
        side = 1 << zoom
        x, y = int(side * (20 + 180) / 360), int(side * 0.318)
        found += [
            (zoom, x + right, y + below)
            for right in range(-3, 4)
            for below in range(-3, 4)
            if 0 <= x + right < side and 0 <= y + below < side
        ]
    return found


def vector_map(layers: dict[str, list[Shape]] = DISPUTED, **how: int) -> bytes:
    """A file with the same vector tile everywhere."""
    tile = vector_tile(layers)
    return pmtiles(dict.fromkeys(around(), tile), layers=[*layers], **how)  # type: ignore[arg-type]


def raster_map() -> bytes:
    """A file with a bright picture everywhere."""
    picture = png(lambda x, y: (250, 250, 210) if (x // 32 + y // 32) % 2 else (120, 200, 255))
    return pmtiles(dict.fromkeys(around(), picture), 2, packed=False)
