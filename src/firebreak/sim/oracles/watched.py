"""What the oracles remember of one process."""

from dataclasses import dataclass, field

from firebreak.core.call.evidence import Evidence
from firebreak.sim.oracles.colour import Freshness
from firebreak.sim.oracles.deadlines import Deadlines
from firebreak.sim.oracles.heard import Heard
from firebreak.sim.oracles.said import Said
from firebreak.sim.oracles.shown import Shown
from firebreak.sim.oracles.view import View


@dataclass(slots=True)
class Watched:
    """What is remembered of one node while its process lives."""

    view: View
    said: Said
    shown: Shown
    heard: Heard
    deadlines: Deadlines
    freshness: Freshness
    base: tuple[int, int]
    "Line time and steady time of its first look at the clock."
    judge_from: int = 0
    "Before that, time alone has broken nothing that the last look did not see."
    best: dict[bytes, Evidence] = field(default_factory=dict[bytes, Evidence])
    "What could be shown of each call."
    known: int = 0
    "How many entries were held when that was looked at."
