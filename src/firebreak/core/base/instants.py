"""Instants are integers: milliseconds since 1970-01-01T00:00Z, leap seconds not counted.

The core never reads a clock. The shell passes a `Moment`; a line turns it into *line time*, which
never runs backwards while the process lives.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, NewType

Instant = NewType("Instant", int)

SECOND: Final = 1_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
FIRST: Final = -62_135_596_800_000  # the year 1
LAST: Final = 253_402_300_799_999  # the end of 9999


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of the shell's clocks."""

    wall: Instant
    "UTC by this machine's clock."
    steady: int
    "Milliseconds of a clock that never steps; its zero means nothing."
    uncertainty: int = 0
    "Half-width in milliseconds of what `wall` may be off by."


def iso(instant: Instant) -> str:
    """`2022-03-23T14:05:09Z`; whole seconds, for people. What no calendar reaches stands as its number."""
    if not FIRST <= instant <= LAST:
        return f"{instant} ms after 1970"
    return datetime.fromtimestamp(instant / SECOND, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_iso(text: str) -> Instant:
    """Read an ISO 8601 date or date-time; without an offset it is UTC. Raises ValueError."""
    read = datetime.fromisoformat(text)
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return Instant(round(aware.timestamp() * SECOND))
