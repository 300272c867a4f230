"""What a witness hands out, on its way into the line: only what is stored may be said to be held.

The line may let an entry wait, or set it aside while it has no room. A packet is done once each of its
entries is stored or was refused; one that is done is never looked at again, under whatever number it comes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.entry import Entry, read_entry
from firebreak.core.line.line import Line
from firebreak.core.record.compact import FULL
from firebreak.core.record.deposits import Deposited
from firebreak.core.record.frames import ENTRY_FRAME
from firebreak.core.record.segment import Place

REMEMBERED: Final = 4_096  # packets of one mailbox; a witness keeps 240 of them that are unreceipted


@dataclass(slots=True)
class Done:
    """Packets of one mailbox that need not be looked at again."""

    hashes: dict[bytes, None] = field(default_factory=dict[bytes, None])

    def new(self, handed: Iterable[Deposited]) -> list[Deposited]:
        """Those that are not done."""
        return [each for each in handed if each.hash not in self.hashes]

    def note(self, handed: Iterable[Deposited]) -> None:
        """These are done; the oldest are forgotten."""
        self.hashes |= {each.hash: None for each in handed}
        while len(self.hashes) > REMEMBERED:
            del self.hashes[next(iter(self.hashes))]


def entry_in(frame: list[Value]) -> Entry | None:
    """The entry of a frame, not yet verified; None for what is no full entry frame: the line refuses it."""
    match frame:
        case [kind, form, bytes(payload), bytes(signature), bytes() | None as salt, bytes() | None as body]:
            if (kind, form) != (ENTRY_FRAME, FULL):
                return None
            try:
                return read_entry(payload, signature, salt, body)
            except CounterpartError:
                return None
        case _:
            return None


def is_stored(line: Line, entry: Entry) -> bool:
    """Whether the line has taken an entry in."""
    return line.memory.log_of(entry).place_of(entry.header, entry.hash) is Place.HELD


def is_kept(line: Line, entry: Entry) -> bool:
    """Whether an entry need not be handed to the line again: it is stored, or waits."""
    return is_stored(line, entry) or line.intake.holds(entry)


def are_done(line: Line, entries: Iterable[Entry], aside: int) -> bool:
    """Whether none of them waits or was set aside, when so many had been set aside before they came."""
    rest = [each for each in entries if not is_stored(line, each)]
    return not rest or (line.intake.aside == aside and not any(line.intake.holds(each) for each in rest))
