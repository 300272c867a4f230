"""Which layers of vector tiles are drawn, and as what.

Boundaries, names and places are drawn by no rule: a layer that does not stand here is left out, whatever it
is called. The names are those of three schemas that are in use: OpenMapTiles, Protomaps, Shortbread.
"""

import json
from collections.abc import Mapping
from typing import Any, Final, cast

from firebreak.console.own_map.refusals import damaged, not_drawn

ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "land": ("earth", "land"),
    "green": ("landcover", "landuse", "natural"),
    "water": (
        *("water", "waterway", "ocean", "water_polygons", "water_lines", "physical_line"),
        *("lakes", "rivers"),
    ),
    "road": (
        *("transportation", "roads", "streets", "street_polygons", "streets_polygons", "bridges"),
        *("aeroway", "railways", "pier_lines", "pier_polygons"),
    ),
    "building": ("building", "buildings"),
}
"In the order in which they are drawn."
LAYERS_MAX: Final = 256
NAME_MAX: Final = 100


def drawn_and_not(metadata: bytes) -> tuple[list[tuple[str, str]], list[str]]:
    """Name and role of each layer that is drawn, and the names of those that are not. Raises LocalError."""
    there = _named(metadata)
    drawn = [(name, role) for role, names in ROLES.items() for name in names if name in there]
    if not drawn:
        raise not_drawn(f"its layers are {', '.join(there[:8])}")
    taken = {name for name, _ in drawn}
    return drawn, [each for each in there if each not in taken]


def _named(metadata: bytes) -> list[str]:
    try:
        layers = json.loads(metadata)["vector_layers"]
        names = [each["id"] for each in cast("list[dict[str, Any]]", layers)]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise damaged("its description does not name its layers") from error
    if not 0 < len(names) <= LAYERS_MAX or not all(isinstance(each, str) for each in names):
        raise damaged("its description does not name its layers")
    return [each[:NAME_MAX] for each in names]
