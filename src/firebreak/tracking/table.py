"""The tracks of all feeds: the newest believed report of each, and how old it is.

A track is what one feed calls by one name; the same aircraft in two feeds is two tracks, since nobody here
can know that it is one. The number of tracks is bounded: beyond it the one heard longest ago goes.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from firebreak.core.base.instants import HOUR, MINUTE, SECOND, Instant
from firebreak.core.proximity.doubts import Doubt, Plausibility
from firebreak.core.proximity.earth import geocentric
from firebreak.tracking.feeds.report import Report

TRACKS_MAX: Final = 20_000
FUTURE: Final = 5 * SECOND  # of a report: the clock of a receiver may be ahead by as much
STALE: Final = MINUTE  # no report for so long: where it is now is not known
GONE: Final = HOUR
MICROSECONDS: Final = 1_000

Key = tuple[str, str]
"Feed, and the track's name in it."


@dataclass(slots=True)
class Track:
    """One of them."""

    feed: str
    report: Report
    heard_at: Instant
    number: int
    plausibility: Plausibility = field(repr=False)

    @property
    def doubt(self) -> Doubt | None:
        """Why its position is not believed."""
        return self.plausibility.doubt

    def is_stale(self, now: Instant) -> bool:
        """Whether nobody knows where it is now."""
        ended = self.report.stale_at is not None and now > self.report.stale_at
        return ended or now - self.report.at > STALE


@dataclass(slots=True)
class Tracks:
    """See the top of this file."""

    by_key: "OrderedDict[Key, Track]" = field(default_factory=OrderedDict)
    evicted: int = 0
    _last: int = 0

    def take(self, feed: str, report: Report, now: Instant) -> str:
        """Take a report in; a word when it is not taken: `future`, `old` or `stale`."""
        if report.at > now + FUTURE:
            return "future"
        if now - report.at > GONE:
            return "stale"
        track = self.by_key.get((feed, report.id))
        if track is not None and report.at <= track.report.at:
            return "old"
        if track is None:
            track = self._new(feed, report, now)
        track.plausibility.step(report.at * MICROSECONDS, _point(report))
        track.report, track.heard_at = report, now
        self.by_key.move_to_end((feed, report.id))
        return ""

    def forget(self, now: Instant) -> list[Track]:
        """Those of which nothing was heard for an hour are dropped."""
        gone: list[Track] = []
        while self.by_key:
            key, oldest = next(iter(self.by_key.items()))
            if now - oldest.heard_at <= GONE:
                break
            gone.append(self.by_key.pop(key))
        return gone

    def _new(self, feed: str, report: Report, now: Instant) -> Track:
        if len(self.by_key) >= TRACKS_MAX:
            self.by_key.popitem(last=False)
            self.evicted += 1
        self._last += 1
        track = Track(feed, report, now, self._last, Plausibility(self._last))
        self.by_key[feed, report.id] = track
        return track


def _point(report: Report) -> tuple[float, float, float]:
    x, y, z = geocentric(np.array([report.latitude]), np.array([report.longitude]))[0].tolist()
    return x, y, z
