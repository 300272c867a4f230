"""The life of a notice: issued, then replaced, cancelled or expired.

Its author alone ends it, by another notice or by a word; otherwise it expires at an instant that stands in
it. A replacement or cancellation holds even after it has expired, so that the state does not depend on which
was learnt first; of several the first in its author's log holds, and the rest are doubted.
"""

from enum import Enum
from typing import Final


class State(Enum):
    """Where a notice is in its life."""

    ISSUED = "issued"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class End(Enum):
    """What ends a notice."""

    REPLACEMENT = "replacement"
    CANCELLATION = "cancellation"
    EXPIRY = "expiry"


TRANSITIONS: Final = {
    (State.ISSUED, End.REPLACEMENT): State.REPLACED,
    (State.ISSUED, End.CANCELLATION): State.CANCELLED,
    (State.ISSUED, End.EXPIRY): State.EXPIRED,
    (State.EXPIRED, End.REPLACEMENT): State.REPLACED,
    (State.EXPIRED, End.CANCELLATION): State.CANCELLED,
}
"Whatever is not in it changes nothing."


def follow(state: State, end: End) -> State:
    """The next state; the same where the table has no row."""
    return TRANSITIONS.get((state, end), state)
