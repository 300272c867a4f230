"""What is left at a witness next: entries that the counterpart has not receipted, in small sealed packets.

While no link is up everything is left there, calls and urgent entries at once, the rest a few times a minute.
While a link is up only what is urgent and was not receipted in time, as on a further path. A witness keeps
256 packets of a mailbox; half of them are left to what is urgent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.owed import Owed
from firebreak.core.record.compact import entry_value
from firebreak.core.record.deposits import ENTRIES_MAX
from firebreak.core.record.frames import EntryFrame, pack
from firebreak.ports import Kept, Store

BYTES_WANTED: Final = 14_000  # a packet of the 16 KiB class; a larger entry goes alone
CALM: Final = 30 * SECOND  # what is not urgent waits so long for company
CUT: Final = SECOND  # a link that comes back within it needs no witness
UNRECEIPTED: Final = 15 * SECOND  # on a link that is up: after it another path is tried (PROTOCOL §2.7)
PACKETS_MAX: Final = 120  # of the 256 a witness keeps; beyond it only what is urgent
URGENT_MAX: Final = 240

CALLS: Final = frozenset(range(Kind.CALL_OFFER, Kind.CALL_REPLY + 1))


@dataclass(slots=True)
class Left:
    """What lies at one witness for the counterpart, as far as it is not receipted."""

    at: dict[bytes, Instant] = field(default_factory=dict[bytes, Instant])
    "Entry to when it came there, by the witness's clock."
    packets: list[tuple[bytes, ...]] = field(default_factory=list[tuple[bytes, ...]])
    kem: bytes = field(default=b"", repr=False)
    "The key they are sealed to. Under another one they are left anew."

    def note(self, entries: Sequence[bytes], at: Instant) -> None:
        """A packet with these entries lies there."""
        self.packets.append(tuple(entries))
        for each in entries:
            self.at.setdefault(each, at)

    def forget(self, owed: Iterable[Owed]) -> None:
        """What is receipted does not take room any more, wherever it lies."""
        waiting = {each.ref.hash for each in owed}
        self.packets = [each for each in self.packets if not waiting.isdisjoint(each)]

    def sealed_to(self, kem: bytes) -> None:
        """Their card has a new key: what was sealed to the old one no longer opens there."""
        if kem != self.kem:
            self.kem = kem
            self.at.clear()


def urgent(owed: Owed) -> bool:
    """Whether it cannot wait: everything about calls, and what is immediate or flash."""
    return owed.kind in CALLS or owed.precedence >= Precedence.IMMEDIATE


def due(owed: Iterable[Owed], left: Left, *, cut: bool, now: Instant) -> list[Owed]:
    """What the next packet carries, in the order of the log; nothing when nothing is due."""
    fresh = [each for each in owed if each.ref.hash not in left.at]
    pressing = [each for each in fresh if urgent(each) and each.at <= now - (CUT if cut else UNRECEIPTED)]
    if not cut:
        fresh = pressing
    if pressing and len(left.packets) < URGENT_MAX:
        chosen = {each.ref.hash for each in [*pressing[:ENTRIES_MAX], *fresh][:ENTRIES_MAX]}
        return [each for each in fresh if each.ref.hash in chosen]
    calm = fresh and cut and (len(fresh) >= ENTRIES_MAX or fresh[0].at <= now - CALM)
    return fresh[:ENTRIES_MAX] if calm and len(left.packets) < PACKETS_MAX else []


def packed(store: Store, line: bytes, chosen: Sequence[Owed]) -> tuple[list[Kept], bytes]:
    """As many of these as fit into one packet, and its frames."""
    found, size = list[Kept](), 0
    for each in chosen:
        kept = store.find(line, each.ref.hash)
        if kept is None:
            continue  # signed, and not durable yet: it is not said before it is
        size += len(kept.entry.body or b"") + 400
        if found and size > BYTES_WANTED:
            break
        found.append(kept)
    return found, pack([entry_value(EntryFrame(each.entry, full=True), b"") for each in found])
