"""What a line reports about cards, revoked keys and release: what the desks of both sides are told."""

from dataclasses import dataclass
from enum import Enum

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref


class Told(Enum):
    """What these events are called in the languages of the desks."""

    CARD_IN_FORCE = "card-in-force"
    CARD_OFFERED = "card-offered"
    CARD_NOT_TAKEN = "card-not-taken"
    CARD_TAKEN_OVER = "card-taken-over"
    CARD_NEW_KEYS = "card-new-keys"
    KEY_REVOKED = "key-revoked"
    REVOCATION_NOT_TAKEN = "revocation-not-taken"
    ENTRY_VOID = "entry-void"
    CONTRADICTION_EXPLAINED = "contradiction-explained"
    NOT_RELEASED = "not-released"
    RECORD_DAMAGED = "record-damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardInForce(Event):
    """A new card holds on this line from now on."""

    writer: str
    "Whose card it is."
    ours: bool
    serial: int
    officers_added: tuple[str, ...]
    officers_removed: tuple[str, ...]
    "Officers whose key or powers changed stand in both lists."
    desks_added: tuple[str, ...]
    desks_removed: tuple[str, ...]
    new_keys: bool
    "Whether entries will be signed with another key; it comes into use when their node starts again."
    taken_over: bool
    "Whether the next root keys signed it, which the party had announced on an earlier card."


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOffered(Event):
    """Our new card stands in our log; until the counterpart has taken it in, the card before it holds."""

    serial: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardNotTaken(Event):
    """A card that the counterpart published breaks a rule; the card before it goes on."""

    ref: Ref
    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRevoked(Event):
    """A log key holds no longer: nothing new under it counts."""

    writer: str
    ours: bool
    key: bytes
    "Key id, 8 bytes."
    last_good: Ref | None
    reason: str
    disputed: int
    "Entries after the last good one that the other side had acknowledged: they stay."
    void: int
    "Entries after it that nobody had acknowledged: kept, and worth nothing."


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationNotTaken(Event):
    """A revocation that was received does not hold."""

    ref: Ref
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryVoid(Event):
    """An entry under a revoked key came in. It is kept and nothing follows from it."""

    ref: Ref
    writer: str
    kind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionExplained(Event):
    """The root keys of a party have explained two entries of theirs under one number. The proof stays."""

    writer: str
    first: Ref
    second: Ref
    text: str
    signed_at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class NotReleased(Event):
    """An entry that two officers have to release came without them. It is kept, acted upon, and flagged."""

    ref: Ref
    writer: str
    kind: int
    officers: int
    "How many released it."
