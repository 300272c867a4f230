"""What was noticed, before it is put into words."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final, NamedTuple

SHOWN_MAX: Final = 100  # findings of one sort that are listed; the rest is counted


class Fault(NamedTuple):
    """One thing noticed: a code of `wording`, the entry it is about, and the values of its sentence."""

    code: str
    entry: str = ""
    values: tuple[tuple[str, str | int], ...] = ()


def fault(code: str, entry: object = "", /, **values: str | int) -> Fault:
    """A fault from keywords."""
    return Fault(code, str(entry), tuple(values.items()))


@dataclass(slots=True)
class Faults:
    """All that was noticed, bounded: a hostile file must not fill a screen or a memory."""

    listed: list[Fault] = field(default_factory=list[Fault])
    counts: Counter[str] = field(default_factory=Counter[str])

    def add(self, *faults: Fault) -> None:
        """Keep what was noticed."""
        for each in faults:
            self.counts[each.code] += 1
            if self.counts[each.code] <= SHOWN_MAX:
                self.listed.append(each)

    def all(self) -> tuple[Fault, ...]:
        """The listed ones, and one for each sort of which there are more."""
        more = (
            fault("more", count=count - SHOWN_MAX, code=code)
            for code, count in self.counts.items()
            if count > SHOWN_MAX
        )
        return (*self.listed, *more)
