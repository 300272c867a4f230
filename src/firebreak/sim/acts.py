"""One thing that somebody or something does: `12.500 North send flash`."""

from dataclasses import dataclass, field
from typing import Self

from firebreak.core.base.instants import SECOND


@dataclass(frozen=True, slots=True)
class Act:
    """When, whose side, what, and the particulars."""

    at: int
    "Milliseconds after the world began."
    side: str
    "`North` or `South`; a `+` behind it means the party's second live node."
    verb: str
    words: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return " ".join((f"{self.at // SECOND}.{self.at % SECOND:03}", self.side, self.verb, *self.words))

    @classmethod
    def parse(cls, line: str) -> Self:
        """Read one line."""
        at, side, verb, *words = line.split()
        seconds, _, rest = at.partition(".")
        return cls(int(seconds) * SECOND + int((rest + "000")[:3]), side, verb, tuple(words))

    def word(self, place: int, default: str = "") -> str:
        """One of the particulars."""
        return self.words[place] if place < len(self.words) else default

    def number(self, place: int, default: int = 0) -> int:
        """One of the particulars, a whole number."""
        return int(self.word(place) or default)


def parse_acts(text: str) -> tuple[Act, ...]:
    """Read a day; empty lines and what stands behind `#` do not count."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(Act.parse(line) for line in lines if line)
