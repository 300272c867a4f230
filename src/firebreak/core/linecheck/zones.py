"""Offsets of a time zone as data. The shell opens the time zone; the core only asks it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from firebreak.core.base.instants import DAY, SECOND, Instant
from firebreak.core.linecheck.calendar import Offset

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def offsets_of(zone: tzinfo, since: Instant, until: Instant) -> tuple[Offset, ...]:
    """All changes of a zone's offset in a period, to the second, for a calendar that holds so long."""
    found = [Offset(from_at=since, seconds=_offset(zone, since))]
    found += [Offset(from_at=at, seconds=_offset(zone, at)) for at in _changes(zone, since, until)]
    return tuple(found)


def _changes(zone: tzinfo, since: Instant, until: Instant) -> Iterator[Instant]:
    """Instants of change. No zone has changed twice within one day."""
    low = Instant(since)
    while low < until:
        high = Instant(min(low + DAY, until))
        if _offset(zone, low) != _offset(zone, high):
            yield _change(zone, low, high)
        low = high


def _change(zone: tzinfo, low: Instant, high: Instant) -> Instant:
    """The first whole second after `low` with the offset of `high`."""
    earlier = _offset(zone, low)
    while high - low > SECOND:
        middle = Instant((low + high) // 2 // SECOND * SECOND)
        if middle <= low:
            break
        if _offset(zone, middle) == earlier:
            low = middle
        else:
            high = middle
    return high


def _offset(zone: tzinfo, at: Instant) -> int:
    local = (_EPOCH + timedelta(milliseconds=at)).astimezone(zone).utcoffset()
    assert local is not None
    return round(local.total_seconds())
