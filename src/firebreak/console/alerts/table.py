"""What becomes of one alert.

An alert stands for one situation: this line is silent, that message is unread. It is open until two things
have come true, in either order: a person has acknowledged it, and the situation is over. Only a person
acknowledges; only the facts say that it is over. So what was over before anybody looked stays until somebody
has, and what somebody has seen stays until it is over. An emergency wants two persons where there are two.
A situation that grows (another message, another call) asks again, whoever had acknowledged what was before.

Silenced, shelved and transferred are marks beside the state: they change who is disturbed, never what is
open.
"""

from enum import Enum
from typing import Final


class State(Enum):
    """Where an alert stands."""

    UNACKNOWLEDGED = "unacknowledged"
    "Nobody has taken it. It sounds."
    HALF = "half"
    "An emergency that one person has acknowledged and a second has not. It sounds."
    ACKNOWLEDGED = "acknowledged"
    "A person has; it goes on."
    RECTIFIED = "rectified"
    "It is over, and nobody has acknowledged it."
    CLOSED = "closed"
    "Over and acknowledged."


class Step(Enum):
    """What happens to an alert."""

    GREW = "grew"
    "The facts: it is there again, or there is more of it."
    RECTIFIED = "rectified"
    "The facts: it is over."
    ACKNOWLEDGED = "acknowledged"
    "A person: the last one that it takes."
    HALF = "half"
    "A person: one of two."
    SILENCED = "silenced"
    "A person: no sound for a moment."
    SHELVED = "shelved"
    "A person: out of sight until an instant."
    UNSHELVED = "unshelved"
    "That instant has come, or it has grown."
    TRANSFERRED = "transferred"
    "The chain has turned to other positions."


OPEN: Final = (State.UNACKNOWLEDGED, State.HALF, State.RECTIFIED)
"States that ask for a person."
WAITING: Final = (State.UNACKNOWLEDGED, State.HALF)
"States in which the chain goes on: it is there, and not all who are needed have taken it."

TRANSITIONS: Final = {
    (State.UNACKNOWLEDGED, Step.GREW): State.UNACKNOWLEDGED,
    (State.UNACKNOWLEDGED, Step.RECTIFIED): State.RECTIFIED,
    (State.UNACKNOWLEDGED, Step.ACKNOWLEDGED): State.ACKNOWLEDGED,
    (State.UNACKNOWLEDGED, Step.HALF): State.HALF,
    (State.UNACKNOWLEDGED, Step.SILENCED): State.UNACKNOWLEDGED,
    (State.UNACKNOWLEDGED, Step.SHELVED): State.UNACKNOWLEDGED,
    (State.UNACKNOWLEDGED, Step.UNSHELVED): State.UNACKNOWLEDGED,
    (State.UNACKNOWLEDGED, Step.TRANSFERRED): State.UNACKNOWLEDGED,
    (State.HALF, Step.GREW): State.UNACKNOWLEDGED,
    (State.HALF, Step.RECTIFIED): State.RECTIFIED,
    (State.HALF, Step.ACKNOWLEDGED): State.ACKNOWLEDGED,
    (State.HALF, Step.SILENCED): State.HALF,
    (State.HALF, Step.TRANSFERRED): State.HALF,
    (State.ACKNOWLEDGED, Step.GREW): State.UNACKNOWLEDGED,
    (State.ACKNOWLEDGED, Step.RECTIFIED): State.CLOSED,
    (State.ACKNOWLEDGED, Step.SHELVED): State.ACKNOWLEDGED,
    (State.ACKNOWLEDGED, Step.UNSHELVED): State.ACKNOWLEDGED,
    (State.RECTIFIED, Step.GREW): State.UNACKNOWLEDGED,
    (State.RECTIFIED, Step.ACKNOWLEDGED): State.CLOSED,
    (State.RECTIFIED, Step.SILENCED): State.RECTIFIED,
    (State.RECTIFIED, Step.SHELVED): State.RECTIFIED,
    (State.RECTIFIED, Step.UNSHELVED): State.RECTIFIED,
}


def diagram() -> str:
    """The table as a Mermaid state diagram; `docs/alarms.md` holds it."""
    rows = ["stateDiagram-v2", f"    [*] --> {State.UNACKNOWLEDGED.name}: RAISED"]
    rows += [
        f"    {before.name} --> {after.name}: {step.name}"
        for (before, step), after in TRANSITIONS.items()
        if before is not after
    ]
    return "\n".join([*rows, f"    {State.CLOSED.name} --> [*]"])
