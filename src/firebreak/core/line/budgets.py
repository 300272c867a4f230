"""Which of the frames that have come may be taken in now.

Whatever is over its budget waits and is taken in later. Flash, call offers and what answers our own words
have budgets of their own, so that no flood of anything else, not even of the same counterpart, holds them up.
Notices have one too, and beyond it take of the general one only what everything else can spare.
"""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from firebreak.core.base.bucket import Bucket
from firebreak.core.base.instants import DAY, HOUR, Instant
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import RECEIPTS, Kind, Precedence
from firebreak.core.line.rates import Limit, Rates
from firebreak.core.record.frames import HaveFrame

ROW_BYTES: Final = 160  # what the store needs for an entry beside the entry itself

ANSWERS: Final = RECEIPTS | {
    Kind.CALL_RINGING,
    Kind.CALL_ANSWER,
    Kind.CALL_DECLINE,
    Kind.CALL_BUSY,
    Kind.CALL_NO_ANSWER,
    Kind.CALL_UNATTENDED,
    Kind.CALL_CANCEL,
    Kind.CALL_UNREACHABLE,
    Kind.CALL_END,
    Kind.CALL_GLARE,
    Kind.CALL_REPLY,
    Kind.CHECK_PONG,
    Kind.CHECK_REFUSE,
    Kind.SEGMENT_OPEN,
    Kind.LINE_OPEN,
    Kind.LINE_AGREE,
    Kind.CARD,
    Kind.CARD_TAKEN,
    Kind.LINE_SUSPEND,
    Kind.LINE_RESTORE,
    Kind.LINE_CLOSE,
    Kind.REVOKE,
    Kind.REVOKE_TAKEN,
}
"What answers or ends something, and what has to be known before anything else is believed."

SOUND: Final = frozenset(
    {
        Kind.CALL_MEDIA,
        Kind.CALL_CANDIDATE,
        Kind.CALL_SECURED,
        Kind.CALL_PART,
        Kind.CALL_RECORD,
        Kind.CALL_RECORDED,
        Kind.CALL_MINUTES,
    }
)
"What is said about the sound of calls, with the precedence of the call; it is no flash of its own."


NOTICES: Final = frozenset(
    {
        Kind.NOTICE,
        Kind.NOTICE_CANCEL,
        Kind.NOTICE_ANSWER,
        Kind.NOTICE_PASSED,
        Kind.NOTICE_RENEWED,
        Kind.EXPLANATION_ASKED,
        Kind.EXPLANATION_GIVEN,
        Kind.INCIDENT,
    }
)
"Notices, questions and incidents, and what is said of them. None of it is a flash message."

MATCHINGS: Final = frozenset(
    {
        Kind.MATCHING_PROPOSED,
        Kind.MATCHING_ANSWER,
        Kind.MATCHING_COMMIT,
        Kind.MATCHING_PART,
        Kind.MATCHING_DONE,
    }
)
"Private matchings. None of it is urgent, whatever its precedence says."
SPARED: Final = 4  # the last quarter of the general budget is left to everything else


class Sort(Enum):
    """By which budget a frame goes."""

    FLASH = auto()
    CALL = auto()
    ANSWER = auto()
    SOUND = auto()
    CHECK = auto()
    LIST = auto()
    NOTICE = auto()
    URGENT_NOTICE = auto()
    MATCHING = auto()
    OURS = auto()
    "An entry of our own that is given back: only our own key could have signed it."
    REST = auto()


SORTS: Final[dict[int, Sort]] = {
    **dict.fromkeys(ANSWERS, Sort.ANSWER),
    **dict.fromkeys(SOUND, Sort.SOUND),
    **dict.fromkeys(NOTICES, Sort.NOTICE),
    **dict.fromkeys(MATCHINGS, Sort.MATCHING),
    **dict.fromkeys((Kind.CALL_OFFER, Kind.CALL_REQUEST), Sort.CALL),
    **dict.fromkeys((Kind.CHECK_PING, Kind.CHECK_PERSON), Sort.CHECK),
}
NO_FLASH: Final = frozenset({Sort.CALL, Sort.CHECK, Sort.SOUND, Sort.NOTICE, Sort.MATCHING})
"What goes by its own budget whatever its precedence."
LIMIT_OF: Final = {
    Sort.FLASH: Limit.FLASH,
    Sort.CALL: Limit.CALLS,
    Sort.ANSWER: Limit.ANSWERS,
    Sort.SOUND: Limit.SOUND,
    Sort.CHECK: Limit.CHECKS,
    Sort.LIST: Limit.LISTS,
    Sort.NOTICE: Limit.NOTICES,
    Sort.URGENT_NOTICE: Limit.NOTICES,
    Sort.MATCHING: Limit.MATCHINGS,
}
SPARING: Final = frozenset({Sort.NOTICE, Sort.URGENT_NOTICE, Sort.MATCHING})
"What leaves a quarter of the general budget to everything else."
STRICT: Final = frozenset({Sort.LIST})
"What never goes by the general budget: it makes us send."
TOLD_ALONE: Final = STRICT | {Sort.FLASH}
"What is too much by its own budget. Of the rest a log that comes back may hold years."


def sort_of(item: Entry | HaveFrame, *, ours: bool) -> Sort:
    """By which budget a frame goes."""
    if isinstance(item, HaveFrame):
        return Sort.LIST
    header = item.header
    if ours:
        return Sort.OURS
    sort = SORTS.get(header.kind, Sort.REST)
    if sort is Sort.NOTICE and header.precedence >= Precedence.IMMEDIATE:
        return Sort.URGENT_NOTICE
    if header.precedence is Precedence.FLASH and sort not in NO_FLASH:
        return Sort.FLASH
    return sort


def bytes_of(item: Entry | HaveFrame) -> int:
    """What a frame takes of our disk, or of our memory while it waits."""
    if isinstance(item, HaveFrame):
        return ROW_BYTES + 28 * (len(item.mine) + len(item.yours))
    return ROW_BYTES + len(item.payload) + len(item.signature) + len(item.body or b"") + len(item.salt or b"")


@dataclass(slots=True)
class Budgets:
    """What one counterpart has left on one line."""

    rates: Rates = field(default_factory=Rates)
    reserved: bool = False
    "Whether the disk has no more room than its reserve: then only what has a budget of its own is taken."
    entries: Bucket = field(init=False)
    bytes: Bucket = field(init=False)
    segments: Bucket = field(init=False)
    own: dict[Sort, Bucket] = field(init=False)

    def __post_init__(self) -> None:
        rates = self.rates
        self.entries = Bucket(rates.entries_per_minute, rates.entries_at_once)
        self.bytes = Bucket(rates.bytes_per_day, rates.bytes_per_day, DAY)
        self.segments = Bucket(rates.segments_per_day, rates.segments_per_day, DAY)
        self.own = {
            Sort.FLASH: Bucket(rates.flash_per_hour, rates.flash_at_once, HOUR),
            Sort.CALL: Bucket(rates.calls_per_minute, rates.calls_at_once),
            Sort.ANSWER: Bucket(rates.answers_per_minute, rates.answers_at_once),
            Sort.SOUND: Bucket(rates.sound_per_minute, rates.sound_at_once),
            Sort.CHECK: Bucket(rates.checks_per_minute, rates.checks_at_once),
            Sort.LIST: Bucket(rates.lists_per_minute, rates.lists_at_once),
            Sort.NOTICE: Bucket(rates.notices_per_minute, rates.notices_at_once),
            Sort.MATCHING: Bucket(rates.matchings_per_minute, rates.matchings_at_once),
            Sort.URGENT_NOTICE: Bucket(rates.urgent_notices_per_hour, rates.urgent_notices_at_once, HOUR),
        }

    def allows(self, sort: Sort, at: Instant) -> bool:
        """Whether a frame may be taken in now."""
        if sort is Sort.OURS or (sort in self.own and self.own[sort].has(at)):
            return True
        return sort not in STRICT and self._general(at, sort)

    def charge(self, sort: Sort, size: int, at: Instant) -> None:
        """A frame is taken in."""
        if sort in self.own and self.own[sort].has(at):
            self.own[sort].take(1, at)
        if sort not in (Sort.OURS, Sort.LIST):
            self.entries.take(1, at)
            self.bytes.take(size, at)

    def wasted(self, at: Instant) -> None:
        """A frame came that was held already, or that is no entry of this line."""
        self.entries.take(1, at)

    def exceeded(self, sort: Sort, at: Instant) -> Limit | None:
        """Which budget a frame goes beyond now, whether or not it may be taken in all the same."""
        spent = sort in self.own and not self.own[sort].has(at)
        if spent and (sort in TOLD_ALONE or not self._general(at, sort)):
            return LIMIT_OF[sort]
        if sort is Sort.REST and not self._general(at, sort) and not self.reserved:
            return Limit.BYTES if self.entries.has(at) else Limit.ENTRIES
        return None

    def again_at(self, sort: Sort, at: Instant) -> Instant | None:
        """When a frame that has to wait may be taken in; None as long as there is no room on the disk."""
        found = [self.own[sort].again_at(at)] if sort in self.own else []
        if sort not in STRICT and not self.reserved:
            found.append(
                max(each.again_at(at, self._least(each, sort)) for each in (self.entries, self.bytes))
            )
        return min(found, default=None)

    def _general(self, at: Instant, sort: Sort) -> bool:
        both = (self.entries, self.bytes)
        return not self.reserved and all(each.has(at, self._least(each, sort)) for each in both)

    def _least(self, bucket: Bucket, sort: Sort) -> int:
        """How much has to be left of a general budget for this sort to go by it."""
        return bucket.at_once // SPARED if sort in SPARING else 1
