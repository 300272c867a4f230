"""The steps a message goes through, and the proof for each.

    sent -> stored (R1) -> shown (R2) -> read (R3) -> acknowledged (R4)

The first three are said by machines, the last two by persons. `bad` and `refused` stand beside this ladder.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.message.bodies import Relation

PROOFS_MAX: Final = 64  # desks and officers of one message; what comes beyond stays in the record only


class Level(IntEnum):
    """How far a message is known to have come."""

    SENT = 0
    "It stands in its author's record and is on its way; nothing is known of the counterpart."
    STORED = 1
    "R1: the counterpart's node has verified and synced it."
    SHOWN = 2
    "R2: it was drawn on a console with an officer logged in at the desk."
    READ = 3
    "R3: an officer opened it."
    ACKNOWLEDGED = 4
    "R4: an officer has understood it. It does not mean that anybody agrees."
    BAD = 5
    "The counterpart's node holds it and cannot read it."
    REFUSED = 6
    "An officer refuses it, with a reason."

    @property
    def by_person(self) -> bool:
        """Whether a person said so; otherwise it is only a receipt of a machine."""
        return self in PERSONS


PERSONS: Final = frozenset({Level.READ, Level.ACKNOWLEDGED, Level.REFUSED})
LADDER_TOP: Final = Level.ACKNOWLEDGED


class Proof(NamedTuple):
    """One step with the entry that proves it. A receipt that covers many messages is shared by them."""

    level: Level
    at: Instant
    "Line time at which this node learnt of it."
    by: Ref
    "The entry that says so."
    who: str = ""
    "The desk of a SHOWN, the officer of a person's word; empty for a node."


@dataclass(slots=True, eq=False)
class Trace:
    """What is known of one message, without its text, which the store gives back by its hash.

    Only the machine changes it.
    """

    ref: Ref
    ours: bool
    at: Instant
    precedence: Precedence
    commitment: bytes
    readable: bool
    "False when the body is withheld, destroyed or undecodable; the fields below are then empty."
    from_desk: str = ""
    to: tuple[str, ...] = ()
    relation: Relation = Relation.ORIGINAL
    target: bytes | None = None
    "Hash of the earlier message that `relation` is about."
    answer_by: int = 0
    expires_at: int = 0
    linked: bool = False
    "Whether the earlier message is here and the relation to it is allowed."
    proofs: tuple[Proof, ...] = ()
    followers: tuple["Trace", ...] = ()
    "Later messages with an allowed relation to this one, in the order learnt."

    @property
    def hash(self) -> bytes:
        """The name of the message."""
        return self.ref.hash

    @property
    def level(self) -> Level:
        """The highest step of the ladder that is proven."""
        return max((each.level for each in self.proofs if each.level <= LADDER_TOP), default=Level.SENT)

    def proof(self, level: Level) -> Proof | None:
        """The first proof of a step."""
        return next((each for each in self.proofs if each.level == level), None)

    @property
    def refused(self) -> bool:
        """Whether an officer refused it."""
        return self.proof(Level.REFUSED) is not None

    @property
    def bad(self) -> bool:
        """Whether the node at the other end cannot read it."""
        return self.proof(Level.BAD) is not None

    @property
    def recalled(self) -> bool:
        """Whether its author no longer stands by it."""
        return any(each.relation is Relation.RECALL for each in self.followers)

    @property
    def answered(self) -> bool:
        """Whether the other side has answered it."""
        return any(each.relation is Relation.ANSWER and each.ours != self.ours for each in self.followers)

    def expired(self, now: Instant) -> bool:
        """Whether it no longer applies, by our own clock."""
        return 0 < self.expires_at <= now
