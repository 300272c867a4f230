"""`@covers("CALL-007", "I11")`: a test claims numbered sentences of `spec/` and invariants."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T", bound=Callable[..., object] | type)


def covers(*numbers: str) -> Callable[[T], T]:
    """Mark a test as the proof of these numbers; `tests/tidy` reads the marks from the source."""

    def mark(test: T) -> T:
        return test

    assert numbers, "name at least one number"
    return mark
