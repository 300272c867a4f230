"""What matchings report. Each stands for an entry that counts, or for the end of a matching's day."""

from dataclasses import dataclass

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.matching.bodies import Result, Role, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingEvent(Event):
    """Something about one matching."""

    matching: bytes
    "Its name, the hash of the entry by which it was proposed."
    ours: bool
    "Whether our side proposed it."


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingProposed(MatchingEvent):
    """A side proposes to compare cells of one bucket."""

    officer: str
    desk: str
    from_at: Instant
    until_at: Instant
    items_max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingAnswered(MatchingEvent):
    """The other side accepts or declines, or does not do such things."""

    word: Word
    officer: str
    "Empty when a node answered by itself."
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingCommitted(MatchingEvent):
    """A side's commitment counts."""

    by_us: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingMessageWhole(MatchingEvent):
    """All parts of one message are here."""

    by_us: bool
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingCompleted(MatchingEvent):
    """All messages of both sides are here: each side can know the hits now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingConcluded(MatchingEvent):
    """An officer says what came of it."""

    by_us: bool
    officer: str
    result: Result
    hits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingLapsed(MatchingEvent):
    """Its day is over and it did not come to an end. It says nothing about why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingDoubted(Event):
    """An entry about a matching is stored and does not count, or not yet."""

    entry: bytes
    finding: Finding
