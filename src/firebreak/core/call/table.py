"""A call is a table.

It is placed; consoles may ring; then one of three things ends the waiting. A person at the callee answers,
declines or is busy. The callee's node says that nobody came or that nobody was there. Or the caller
gives up: withdrawn, unreachable, or glare. An answered call ends when both sides have closed their account
of it; if the caller had given up before it knew of the answer, the two crossed and it is over at once.

The table does not know which party it serves: both run it over the same entries in the same order (see
`outcome.py`) and stand in the same state. What it has no row for is refused and changes nothing.
"""

from enum import Enum
from typing import Final, TypeAlias

from firebreak.core.call.events import (
    Answered,
    CallEvent,
    Declined,
    Glared,
    HungUp,
    NotReached,
    Placed,
    Rang,
    RangOut,
    WasBusy,
    WasUnattended,
    Withdrawn,
)
from firebreak.core.envelope.kinds import Kind


class State(Enum):
    """Where a call stands."""

    IDLE = "idle"
    PLACED = "placed"
    RINGING = "ringing"
    IN_CALL = "in call"
    HUNG_UP = "hung up"
    "One side has hung up; the other's account of the call may follow."
    ENDED = "ended"


EventType: TypeAlias = type[CallEvent]

IDLE, PLACED, RINGING = State.IDLE, State.PLACED, State.RINGING
IN_CALL, HUNG_UP, ENDED = State.IN_CALL, State.HUNG_UP, State.ENDED

TRANSITIONS: Final[dict[tuple[State, EventType], State]] = {
    (IDLE, Placed): PLACED,
    (PLACED, Rang): RINGING,
    (PLACED, Answered): IN_CALL,
    (PLACED, Declined): ENDED,
    (PLACED, WasBusy): ENDED,
    (PLACED, RangOut): ENDED,
    (PLACED, WasUnattended): ENDED,
    (PLACED, Withdrawn): ENDED,
    (PLACED, NotReached): ENDED,
    (PLACED, Glared): ENDED,
    (RINGING, Answered): IN_CALL,
    (RINGING, Declined): ENDED,
    (RINGING, WasBusy): ENDED,
    (RINGING, RangOut): ENDED,
    (RINGING, WasUnattended): ENDED,
    (RINGING, Withdrawn): ENDED,
    (RINGING, NotReached): ENDED,
    (RINGING, Glared): ENDED,
    (IN_CALL, HungUp): HUNG_UP,
    (IN_CALL, Withdrawn): ENDED,
    (IN_CALL, NotReached): ENDED,
    (IN_CALL, Glared): ENDED,
    (HUNG_UP, HungUp): ENDED,
}

EVENT_OF: Final[dict[Kind, EventType]] = {
    Kind.CALL_OFFER: Placed,
    Kind.CALL_RINGING: Rang,
    Kind.CALL_ANSWER: Answered,
    Kind.CALL_DECLINE: Declined,
    Kind.CALL_BUSY: WasBusy,
    Kind.CALL_NO_ANSWER: RangOut,
    Kind.CALL_UNATTENDED: WasUnattended,
    Kind.CALL_CANCEL: Withdrawn,
    Kind.CALL_UNREACHABLE: NotReached,
    Kind.CALL_GLARE: Glared,
    Kind.CALL_END: HungUp,
}
"The event that an entry stands for."

OPEN: Final = frozenset({PLACED, RINGING})
"Waiting for somebody to take it."
OVER: Final = frozenset({HUNG_UP, ENDED})


def follows(state: State, kind: Kind) -> State | None:
    """The state after an entry of that kind, or None when the table refuses it."""
    return TRANSITIONS.get((state, EVENT_OF[kind]))


def diagram() -> str:
    """The table as a Mermaid state diagram; `docs/call.md` holds it."""
    arrows: dict[tuple[State, State], list[str]] = {}
    for (state, event), after in TRANSITIONS.items():
        arrows.setdefault((state, after), []).append(event.__name__)
    lines = [f"    {_node(a)} --> {_node(b)}: {', '.join(names)}" for (a, b), names in arrows.items()]
    return "\n".join(["stateDiagram-v2", *lines, f"    {_node(ENDED)} --> [*]"])


def _node(state: State) -> str:
    return "[*]" if state is IDLE else state.name
