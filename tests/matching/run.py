"""One honest run of two sides, without nodes."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from firebreak.core.proximity.zone import Zone, point
from firebreak.matching.opening import Opening
from firebreak.matching.running import Terms, first_messages, in_common, our_answer, prepare

NAME = b"a matching".ljust(32, b".")
SIZE = 60


def terms(*, proposer: bool, items_max: int = SIZE) -> Terms:
    return Terms(
        matching=NAME, proposer=proposer, grid="h3", resolution=5, reach_m=24_000, we_expand=proposer,
        items_max=items_max,
    )  # fmt: skip


def site(name: str, north: float, east: float) -> Zone:
    return Zone(name=name, parts=(point(name, north, east),), threshold_m=0.0)


@dataclass
class Run:
    """Two sides and all six messages."""

    north: Opening
    south: Opening
    sent: dict[str, dict[str, bytes]]

    @classmethod
    def of(cls, north: Sequence[Zone], south: Sequence[Zone]) -> "Run":
        """All steps that come before the comparing."""
        ours = prepare(terms(proposer=True), north, os.urandom)
        theirs = prepare(terms(proposer=False), south, os.urandom)
        sent = {"north": first_messages(ours), "south": first_messages(theirs)}
        sent["north"]["response"] = our_answer(ours, sent["south"]["request"], sent["north"])
        sent["south"]["response"] = our_answer(theirs, sent["north"]["request"], sent["south"])
        return cls(ours, theirs, sent)

    def found(self, side: str) -> tuple[int, ...]:
        """What one side finds in common."""
        own, theirs = (self.north, "south") if side == "north" else (self.south, "north")
        sent = self.sent[theirs]
        return in_common(own, sent["setup"], sent["response"], self.sent[side])
