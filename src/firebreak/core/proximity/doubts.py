"""Whether a position can be believed, before anything is alarmed by it.

A step that no aircraft flies is a jump: the receiver was fooled, an address is used twice, or somebody lies.
From then on the track's position is *doubtful*: until it has gone a minute without a further jump, and is
where it could have come to since it was last believed. Doubtful positions alarm nobody; the doubt itself
does, once.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.proximity.instants import SECOND

SPEED_MS_MAX: Final = 700.0  # twice the speed of sound; what is faster is not on such feeds
SLACK_M: Final = 2_000.0  # the clocks of receivers disagree by seconds
CALM: Final = 60 * SECOND
BACK_M: Final = 2_000.0  # as near as this to where it jumped from: two transmitters, taking turns
STALE: Final = 60 * SECOND  # live: a position older than this is not where the track is
AHEAD: Final = 5 * SECOND  # live: a position of the future

Point = tuple[float, float, float]


@dataclass(slots=True)
class Doubt:
    """A stretch of samples that are not believed."""

    track: int
    first: int
    last: int
    reason: str
    "`jump`, or `two places` where it goes back and forth."
    largest_jump_m: float
    samples: int = 0
    jumps: int = 0


class Plausibility:
    """Of one track."""

    __slots__ = ("_before", "_believed", "_jumped_at", "_jumped_from", "doubt", "track")

    def __init__(self, track: int) -> None:
        self.track = track
        self.doubt: Doubt | None = None
        self._before: tuple[int, Point] | None = None
        self._believed: tuple[int, Point] | None = None
        self._jumped_at = 0
        self._jumped_from: Point | None = None

    def step(self, time: int, point: Point) -> Doubt | None:
        """Take a sample; `doubt` says whether it is believed. Returns a doubt that this sample ended."""
        jump = self._jump(self._before, time, point)
        if jump:
            self._doubt(time, point, jump)
        ended = None
        doubt = self.doubt
        if doubt is not None:
            if time - self._jumped_at >= CALM and not self._jump(self._believed, time, point):
                self.doubt, ended = None, doubt
            else:
                doubt.last = time
                doubt.samples += 1
        if self.doubt is None:
            self._believed = (time, point)
        self._before = (time, point)
        return ended

    def _doubt(self, time: int, point: Point, jump: float) -> None:
        assert self._before is not None
        if self.doubt is None:
            self.doubt = Doubt(self.track, time, time, "jump", jump)
        self.doubt.jumps += 1
        self.doubt.largest_jump_m = max(self.doubt.largest_jump_m, jump)
        if self._jumped_from and _apart(self._jumped_from, point) < BACK_M and time - self._jumped_at < CALM:
            self.doubt.reason = "two places"
        self._jumped_at, self._jumped_from = time, self._before[1]

    @staticmethod
    def _jump(since: tuple[int, Point] | None, time: int, point: Point) -> float:
        """How far, when it is farther than it can have flown; else 0."""
        if since is None:
            return 0.0
        far = _apart(since[1], point)
        return far if far > SLACK_M + SPEED_MS_MAX * (time - since[0]) / SECOND else 0.0


def age(time: int, now: int) -> str:
    """Of a live sample: `stale`, `future`, or nothing to say."""
    return "stale" if now - time > STALE else "future" if time - now > AHEAD else ""


def _apart(one: Point, two: Point) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, two, strict=True)) ** 0.5)
