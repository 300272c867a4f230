"""Instants of samples: microseconds since 1970, since feeds give fractions of a second."""

from datetime import UTC, datetime, timedelta
from typing import Final

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)
SECOND: Final = 1_000_000
DAY_LENGTH: Final = len("2022-02-24")


def microseconds(text: str) -> int:
    """Read an ISO 8601 date and time; without an offset it is UTC. Raises ValueError."""
    if len(text) <= DAY_LENGTH:
        raise ValueError("a date without a time")
    read = datetime.fromisoformat(text)
    return ((read if read.tzinfo else read.replace(tzinfo=UTC)) - EPOCH) // MICROSECOND


def written(instant: int) -> str:
    """`2022-03-23T14:05:09Z`, with as many decimals as there are."""
    text = (EPOCH + instant * MICROSECOND).replace(tzinfo=None).isoformat()
    return (text.rstrip("0") if "." in text else text) + "Z"
