"""The findings of a reading: each code once, in the order of docs/notices-parsing.md."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import Finding

FINDINGS_MAX: Final = 40  # of one text; more say nothing new to a person
QUOTE_MAX: Final = 60  # characters of the text repeated in a finding

CODES: Final = frozenset({
    "unreadable", "too-long", "not-a-warning", "id-missing", "odd-characters", "nothing-read",
    "several-warnings",
    "impossible-coordinate", "lone-coordinate", "maybe-swapped", "mixed-notation", "typing-error",
    "unread-coordinate", "far-corner", "too-many-positions", "null-island", "elsewhere",
    "order-assumed", "hemisphere-assumed", "utm-letter", "coarse-grid",
    "shape-guessed", "mixed-shapes", "several-circles", "several-lines", "two-corner-area", "self-crossing",
    "thin-area", "follows-coast", "not-straight", "exception-not-read", "outline-unknown", "repeated-corner",
    "radius-unclear", "radius-odd", "buffered", "unread-distance",
    "unread-time", "times-per-area",
    "bad-date", "bad-time", "year-unknown", "year-doubtful", "month-assumed", "zone-assumed",
    "local-time", "daily-assumed", "whole-days", "open-end", "start-from-issue", "sun-times", "weekdays",
    "ends-before-begins", "in-the-past", "long-window", "too-many-windows",
    "cancel-before-end", "cancel-far-from-end", "cancel-unread", "cancel-day-only", "halves-differ",
    "dtg-unreadable", "estimated-end", "permanent", "schedule-unread", "outside-validity", "altitude-unread",
    "altitude-contradicts", "field-missing", "part-of-several",
})  # fmt: skip


@dataclass
class Doubts:
    """Collects findings while a text is read; the same sentence counts once."""

    _found: dict[tuple[str, str], Finding] = field(default_factory=dict[tuple[str, str], Finding])

    def add(self, code: str, text: str) -> None:
        assert code in CODES, code
        if len(self._found) < FINDINGS_MAX:
            self._found.setdefault((code, text), Finding(code=code, text=text))

    def has(self, code: str) -> bool:
        return any(each == code for each, _ in self._found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found.values())


def quote(text: str) -> str:
    """A piece of the source on one line, for a finding."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTE_MAX else line[: QUOTE_MAX - 1] + "…"
