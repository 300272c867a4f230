"""When something that goes straight on will first be within a site's limit.

Looked at in steps of the look-ahead; then the step in which it enters is halved until the instant is known to
a tenth of a second, by the same distances as everything else. What crosses a narrow site between two steps is
not foreseen.
"""

from typing import Final

import numpy as np

from firebreak.core.proximity.earth import Bools, Floats, Ints, surface
from firebreak.core.proximity.engine import Engine

STEPS: Final = 12  # every ten seconds in the air
FINE_S: Final = 0.1

Entries = tuple[Ints, Ints, Floats]
"Rows, zones and seconds."


def entries(engine: Engine, place: Floats, velocity: Floats, spans: Floats, limit: Floats) -> Entries:
    """The first entries of geocentric places within their spans of seconds; limits are those of the zones."""
    count = len(engine.zones)
    keys: list[Ints] = []
    steps: list[Floats] = []
    for step in range(1, STEPS + 1):
        hits = engine.hits(*surface(place + velocity * (spans * step / STEPS)[:, np.newaxis]))
        inside = hits.distance_m <= limit[hits.zone]
        keys.append(hits.row[inside] * count + hits.zone[inside])
        steps.append(np.full(int(inside.sum()), float(step)))
    key, first = np.unique(np.concatenate(keys), return_index=True)
    row, zone = np.divmod(key, max(count, 1))
    high = spans[row] * np.concatenate(steps)[first] / STEPS
    low = high - spans[row] / STEPS
    while high.size and (high - low).max() > FINE_S:
        middle = (low + high) / 2
        there = surface(place[row] + velocity[row] * middle[:, np.newaxis])
        inside = _inside(engine, there, zone, limit)
        low, high = np.where(inside, low, middle), np.where(inside, middle, high)
    return row, zone, high


def _inside(engine: Engine, there: tuple[Floats, Floats], zone: Ints, limit: Floats) -> Bools:
    """Whether each place is within the limit of its own zone."""
    hits = engine.hits(*there)
    good = (hits.zone == zone[hits.row]) & (hits.distance_m <= limit[hits.zone])
    inside = np.zeros(zone.size, dtype=bool)
    inside[hits.row[good]] = True
    return inside
