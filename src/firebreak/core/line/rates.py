"""How fast a counterpart may make us work: the figures, and what is told of one that goes beyond them.

The figures bound what a counterpart that means harm can cost; an honest one never meets them. They are our
own affair and not agreed: each node protects itself.
"""

from dataclasses import dataclass
from enum import IntEnum

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body, Choice, Number, item
from firebreak.core.envelope.header import Ref


class Limit(IntEnum):
    """What there may be too much of."""

    ENTRIES = 1
    BYTES = 2
    CHECKS = 3
    LISTS = 4
    FLASH = 5
    CALLS = 6
    ANSWERS = 7
    SEGMENTS = 8
    SESSIONS = 9
    SOUND = 10
    NOTICES = 11
    MATCHINGS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What one counterpart may send on one line."""

    entries_per_minute: int = 6_000
    "A hundred a second: catching up with a month takes minutes, and verifying costs 2 % of a core."
    entries_at_once: int = 20_000
    "After a pause; more than most lines write in a year."
    bytes_per_day: int = 512 << 20
    "What its entries may take of our disk; a day's share may come at once."
    checks_per_minute: int = 12
    "Each is answered by an entry of ours."
    checks_at_once: int = 60
    lists_per_minute: int = 12
    "Each is answered by a list of ours and by what the counterpart lacks."
    lists_at_once: int = 60
    flash_per_hour: int = 36
    "Six in ten minutes; further ones come with everything else."
    flash_at_once: int = 6
    calls_per_minute: int = 6
    "Each may ring a desk."
    calls_at_once: int = 12
    answers_per_minute: int = 120
    "Receipts, words about calls and checks: what keeps a line alive beside a flood."
    answers_at_once: int = 240
    sound_per_minute: int = 240
    "Keys, addresses and findings of consoles: a call with some twenty of them connects in one go."
    sound_at_once: int = 480
    notices_per_minute: int = 60
    "Notices, questions, incidents, and what is said of them; more while a quarter of the rest is left."
    notices_at_once: int = 240
    urgent_notices_per_hour: int = 60
    "Of flash and immediate precedence, so that no flood of others holds them up."
    urgent_notices_at_once: int = 24
    matchings_per_minute: int = 30
    "Private matchings: a run of the largest set has 45 of one side, and hours lie between two runs."
    matchings_at_once: int = 120
    segments_per_day: int = 64
    "One for each start of their process. More is told and slows nothing down."


@dataclass(frozen=True, slots=True, kw_only=True)
class Slowed(Body):
    """We read more slowly than the counterpart sends. A statement of our own; it says nothing about why."""

    limit: Limit = item(1, Choice(Limit))
    since: int = item(2, Number())
    "Line time of the node that says so."


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartFloods(Event):
    """The counterpart sends more than its share; we read on more slowly and lose nothing of it."""

    limit: Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartSlows(Event):
    """The counterpart's node states that it reads more slowly than we send."""

    limit: Limit
    since: Instant
    "By its clock."
    ref: Ref
