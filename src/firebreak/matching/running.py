"""One run from our side: what to say next, given what the record holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.matching.bodies import ITEMS_MAX, cut
from firebreak.core.matching.commitment import SALT_BYTES
from firebreak.core.proximity.zone import Zone
from firebreak.matching.extra import grid
from firebreak.matching.opening import Opening
from firebreak.matching.sets import Draw, cell_of, own_cells, padded, spoken
from firebreak.matching.shapes import points, unusable
from firebreak.matching.stepping import answer, compare, offer

GRID: Final = "h3"
RESOLUTION_MAX: Final = 15  # of H3


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was agreed, as far as it is computed with."""

    matching: bytes
    proposer: bool
    grid: str
    resolution: int
    reach_m: int
    we_expand: bool
    items_max: int

    def check(self) -> None:
        """Refuse what this side cannot compute. Raises LocalError."""
        if self.grid != GRID or not 0 <= self.resolution <= RESOLUTION_MAX:
            text = f"proposed are cells of {self.grid[:16]!r} {self.resolution}"
            hint = f"this side computes {GRID} from 0 to {RESOLUTION_MAX}; decline it, or propose another"
            raise LocalError(text, code="FB697", hint=hint)
        if not 1 <= self.items_max <= ITEMS_MAX:
            raise LocalError(
                f"{self.items_max} items", code="FB697", hint=f"at most {ITEMS_MAX:,} are matched"
            )


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a message as the desk socket takes it."""

    role: str
    number: int
    of: int
    whole_sha256: str
    data: str


def prepare(terms: Terms, zones: Sequence[Zone], draw: Draw) -> Opening:
    """Our set, filled up, and fresh keys. Nothing has been said when this returns. Raises LocalError."""
    terms.check()
    reach = terms.reach_m if terms.we_expand else 0
    cells = own_cells(zones, reach, terms.resolution, terms.items_max).names
    items = padded(list(cells), terms.items_max, draw)
    keys = offer(spoken(items, terms.matching)).keys
    return Opening(
        matching=terms.matching, proposer=terms.proposer, salt=draw(SALT_BYTES), keys=keys, items=items,
        names=cells,
    )  # fmt: skip


def first_messages(opening: Opening) -> dict[str, bytes]:
    """Our request and setup; the same whenever they are asked for."""
    made = offer(spoken(opening.items, opening.matching), opening.keys)
    return {"request": made.request, "setup": made.setup}


def our_answer(opening: Opening, request: bytes, own: Mapping[str, bytes]) -> bytes:
    """Our response to their request. Raises CounterpartError."""
    _not_ours("request", request, own, len(opening.items))
    return answer(opening.keys, request, len(opening.items))


def in_common(opening: Opening, setup: bytes, response: bytes, own: Mapping[str, bytes]) -> tuple[int, ...]:
    """The cells that both sides named. Raises CounterpartError.

    A random item of ours that they seem to have as well is a lie: they exchanged points in their response, so
    that a hit would be read off the wrong cell.
    """
    _not_ours("setup", setup, own, len(opening.items))
    found = compare(opening.keys, setup, response, len(opening.items))
    cells = [cell_of(opening.items[at]) for at in found]
    if None in cells:
        raise CounterpartError(
            "their response claims a random item of ours, which nobody else can have: it was not computed "
            "as agreed",
            code="FB698",
            hint="do not trust any result of this run; the record holds what they sent",
        )
    return tuple(sorted(cell for cell in cells if cell is not None))


def _not_ours(role: str, data: bytes, own: Mapping[str, bytes], size: int) -> None:
    """Refuse what was only thrown back: under keys of their own no point of theirs is one of ours."""
    if set(points(role, data, size)) & set(points(role, own[role], size)):
        raise unusable(role, "it holds points of our own")


def parts_of(role: str, data: bytes) -> list[Part]:
    """A message in the pieces in which it travels."""
    whole = sha256(data).hexdigest()
    pieces = cut(data)
    return [Part(role, at, len(pieces), whole, each.hex()) for at, each in enumerate(pieces, 1)]


def terms_of(facts: Mapping[str, Any]) -> Terms:
    """From what the node shows of a matching."""
    return Terms(
        matching=bytes.fromhex(facts["matching"]),
        proposer=facts["ours"],
        grid=facts["grid"],
        resolution=facts["resolution"],
        reach_m=facts["reach_m"],
        we_expand=facts["we_expand"],
        items_max=facts["items_max"],
    )


def cells_of(opening: Opening) -> list[int]:
    """The cells of a set, without its fillers."""
    return sorted(cell for each in opening.items if (cell := cell_of(each)) is not None)


def cell_facts(cell: int) -> dict[str, Any]:
    """A cell for people: its name in the grid, and its middle."""
    h3 = grid()
    north, east = h3.cell_to_latlng(cell) if h3.is_valid_cell(cell) else (None, None)
    return {"cell": f"{cell:x}", "lat": north, "lon": east}


def found_facts(opening: Opening) -> dict[str, Any]:
    """What our side knows of the result, with its own names."""
    common = opening.common
    return {
        "matching": opening.matching.hex(),
        "own_cells": len(cells_of(opening)),
        "common": None
        if common is None
        else [{**cell_facts(each), "names": list(opening.names.get(each, ()))} for each in common],
        "waiting_for": "",
    }
