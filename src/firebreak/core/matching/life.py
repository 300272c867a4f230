"""The life of a matching: proposed, then accepted or declined, committed, run, concluded, or lapsed.

Where it is follows from what the record holds and not from the order in which that came: both commitments
before anything of the run, both sides' three messages before it is complete.
"""

from enum import Enum


class State(Enum):
    """Where a matching is in its life."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    COMMITTED = "committed"
    "Both commitments stand in the record."
    RUNNING = "running"
    COMPLETE = "complete"
    "Both sides hold what they need to know the hits."
    DONE = "done"
    "An officer of either side said what came of it."
    LAPSED = "lapsed"


UNDER_WAY = frozenset({State.ACCEPTED, State.COMMITTED, State.RUNNING, State.COMPLETE})
"When its node-made entries may be said."
