"""The alarm of one track at one site.

A condition and what a person knows of it are two things: a warning stays until somebody has acknowledged it,
even when the track has long left. An episode begins with a warning and ends when the track was farther than
the exit distance for the dwell; until then nothing alarms again, however it circles.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from firebreak.core.proximity.instants import SECOND

EXIT_SHARE: Final = 1.1  # of the enter distance
EXIT_DWELL: Final = 60 * SECOND
LOST: Final = 900 * SECOND  # a track that was silent for so long begins anew
NOISY_HITS: Final = 2
NOISY_SAMPLES: Final = 3


class State(Enum):
    """What the desk sees."""

    NORMAL = "normal"
    CAUTION = "caution"
    "It will be there soon, if it goes straight on."
    WARNING = "warning"
    "It is there, and nobody has acknowledged it."
    KNOWN = "known"
    "It is there, and somebody has."
    CLEARED = "cleared-unacknowledged"
    "It has left, and nobody has acknowledged that it was there."


class Step(Enum):
    """What happened."""

    PREDICTED = "predicted"
    PASSED = "passed"
    ENTERED = "entered"
    LEFT = "left"
    ACKNOWLEDGED = "acknowledged"


TRANSITIONS: Final = {
    (State.NORMAL, Step.PREDICTED): State.CAUTION,
    (State.NORMAL, Step.ENTERED): State.WARNING,
    (State.CAUTION, Step.PASSED): State.NORMAL,
    (State.CAUTION, Step.ENTERED): State.WARNING,
    (State.WARNING, Step.ACKNOWLEDGED): State.KNOWN,
    (State.WARNING, Step.LEFT): State.CLEARED,
    (State.KNOWN, Step.LEFT): State.NORMAL,
    (State.CLEARED, Step.ACKNOWLEDGED): State.NORMAL,
    (State.CLEARED, Step.ENTERED): State.WARNING,
}
"Whatever is not here changes nothing."
THERE: Final = frozenset({State.WARNING, State.KNOWN})


@dataclass(frozen=True, slots=True)
class Rules:
    """When a track enters and when it has left."""

    enter_m: float
    exit_m: float
    dwell: int = EXIT_DWELL
    noisy: bool = False
    "Whether an alarm needs two hits of three samples."


@dataclass(slots=True)
class Alarm:
    """Time comes in with each sample; a distance is to the outline less the buffer, None: not concerned."""

    state: State = State.NORMAL
    _recent: list[bool] = field(default_factory=list[bool])
    _outside_since: int | None = None
    _seen_at: int | None = None

    @property
    def idle(self) -> bool:
        """Whether a fresh one would do the same from here on, apart from what nobody acknowledged."""
        return self.state not in THERE and not any(self._recent)

    def sample(self, time: int, distance_m: float | None, rules: Rules) -> tuple[Step, ...]:
        """Take a sample that is believed; returns what it changed."""
        steps = self._lost(time)
        self._seen_at = time
        inside = distance_m is not None and distance_m <= rules.enter_m
        self._recent = [*self._recent[-(NOISY_SAMPLES - 1) :], inside]
        if self.state in THERE:
            outside = distance_m is None or distance_m > rules.exit_m
            return steps + self._outside(time, rules) if outside else self._stays(steps)
        enough = NOISY_HITS if rules.noisy else 1
        return steps + self.apply(Step.ENTERED) if inside and sum(self._recent) >= enough else steps

    def apply(self, step: Step) -> tuple[Step, ...]:
        """Change the state as the table says; nothing when it does not say."""
        then = TRANSITIONS.get((self.state, step))
        if then is None:
            return ()
        self.state, self._outside_since = then, None
        return (step,)

    def _stays(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        self._outside_since = None
        return steps

    def _outside(self, time: int, rules: Rules) -> tuple[Step, ...]:
        if self._outside_since is None:
            self._outside_since = time
        return self.apply(Step.LEFT) if time - self._outside_since >= rules.dwell else ()

    def _lost(self, time: int) -> tuple[Step, ...]:
        if self._seen_at is None or time - self._seen_at <= LOST:
            return ()
        self._recent = []
        return self.apply(Step.LEFT) if self.state in THERE else ()
