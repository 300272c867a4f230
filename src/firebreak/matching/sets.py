"""The set of a run: own cells, filled up to the agreed number with random items, in an order drawn by lot.

The number of items tells nothing then, nor does the order: what the other side gets are as many encrypted
items as were agreed, each as good as any other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.zone import Zone
from firebreak.matching.cells import reached

CELL_BYTES: Final = 8
FILLER_BYTES: Final = 32
ENOUGH: Final = 10  # times the agreed number, and the rest of the positions is not looked at
ITEM: Final = b"FB1 matching item"
Draw = Callable[[int], bytes]
"So many random bytes."


@dataclass(frozen=True, slots=True)
class OwnCells:
    """Cells, and which of our sites and tracks put each of them there."""

    names: dict[int, tuple[str, ...]]


def own_cells(zones: Sequence[Zone], reach_m: float, resolution: int, most: int) -> OwnCells:
    """The cells of all positions. Raises LocalError where they are none, or more than were agreed."""
    found: dict[int, list[str]] = {}
    for zone in zones:
        for cell in reached(zone, reach_m, resolution, most):
            names = found.setdefault(cell, [])
            if zone.name not in names:
                names.append(zone.name)
        if len(found) > ENOUGH * most:
            break  # whatever is still to come, it does not fit
    if not found:
        raise LocalError(
            "none of our sites and tracks is in the bucket", code="FB697", hint="there is nothing to match"
        )
    if len(found) > most:
        raise LocalError(
            f"our positions take {len(found):,} cells or more, {most:,} items were agreed",
            code="FB697",
            hint="leave some out, or propose coarser cells, a shorter reach or more items",
        )
    return OwnCells({cell: tuple(names) for cell, names in found.items()})


def padded(cells: Sequence[int], size: int, draw: Draw) -> list[bytes]:
    """As many items as agreed: the cells and random fillers, in a random order."""
    assert len(set(cells)) == len(cells) <= size
    fillers = [draw(FILLER_BYTES) for _ in range(size - len(cells))]
    items = [cell.to_bytes(CELL_BYTES, "big") for cell in cells] + fillers
    return [item for _, item in sorted((draw(FILLER_BYTES), item) for item in items)]


def cell_of(item: bytes) -> int | None:
    """The cell that an item names; None for a filler."""
    return int.from_bytes(item, "big") if len(item) == CELL_BYTES else None


def spoken(items: Sequence[bytes], matching: bytes) -> list[str]:
    """The items as they are encrypted: those of one run have nothing in common with those of another."""
    return [sha256(b"\0".join((ITEM, matching, item))).hexdigest() for item in items]
