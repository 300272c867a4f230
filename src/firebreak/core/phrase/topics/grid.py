"""Power, plants, pipes and cables."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import AFFECTED, CABLE, CARRIED, FACILITY
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import (
    DOSE_USVH,
    FLOW_M3S,
    HOURS,
    INSTANT,
    MILLIHERTZ,
    PLACE,
    POWER_MW,
    VOLTAGE_KV,
)

_phrase: Final = partial(define, Topic.GRID)

GRID: Final = (
    _phrase(
        "plant-tripped",
        Reaction.CHECK,
        Practice.GRID,
        facility=FACILITY,
        power_mw=POWER_MW,
        place=PLACE,
        at=INSTANT,
    ),
    _phrase("grid-frequency", Reaction.ANSWER, Practice.GRID, millihertz=MILLIHERTZ, at=INSTANT),
    _phrase("reduce-exchange", Reaction.ACT, Practice.GRID, power_mw=POWER_MW, at=INSTANT, until=INSTANT),
    _phrase(
        "line-switched-off",
        Reaction.INFORM,
        Practice.GRID,
        voltage_kv=VOLTAGE_KV,
        start=PLACE,
        goal=PLACE,
        at=INSTANT,
    ),
    _phrase(
        "ready-to-reconnect", Reaction.ANSWER, Practice.GRID, voltage_kv=VOLTAGE_KV, place=PLACE, at=INSTANT
    ),
    _phrase("nuclear-plant-on-diesel", Reaction.ASSIST, Practice.IAEA, place=PLACE, at=INSTANT, hours=HOURS),
    _phrase("nuclear-plant-safe", Reaction.NOTE, Practice.IAEA, place=PLACE, at=INSTANT),
    _phrase(
        "radiation-measured", Reaction.INFORM, Practice.IAEA, dose_usvh=DOSE_USVH, place=PLACE, at=INSTANT
    ),
    _phrase(
        "dam-release", Reaction.WARN, Practice.OWN, flow_m3s=FLOW_M3S, place=PLACE, at=INSTANT, until=INSTANT
    ),
    _phrase("pipeline-damaged", Reaction.INFORM, Practice.OWN, carried=CARRIED, place=PLACE, at=INSTANT),
    _phrase("cable-damaged", Reaction.INFORM, Practice.OWN, cable=CABLE, place=PLACE, at=INSTANT),
    _phrase("computer-fault", Reaction.INFORM, Practice.OWN, affected=AFFECTED, at=INSTANT),
)
