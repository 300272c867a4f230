"""From a frame to a verified entry: size, strict decoding, line, environment, writer, key, signature."""

from collections.abc import Callable
from dataclasses import dataclass

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.entry import Entry, check_signature
from firebreak.core.envelope.header import Header, Ref
from firebreak.core.line.cards import Cards
from firebreak.core.line.identity import Identity
from firebreak.core.line.intake import Intake
from firebreak.core.record.compact import read_entry_frame
from firebreak.core.record.interlock import Interlock


class NotForThisLine(CounterpartError):
    """An entry of another line, environment, writer or key."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, code="FB142", hint="nothing was stored; the line goes on")


@dataclass(slots=True)
class Reader:
    """Puts frames together and verifies them. Knows the logs, changes nothing."""

    identity: Identity
    logs: Interlock
    cards: Cards
    intake: Intake
    refused: Callable[[Header, Ref], bool]
    "Whether an entry of the counterpart comes too late for its key."
    lost: Callable[[Ref], bool]
    "Whether what we signed says that we held an entry that is gone: it comes back, whatever its key."

    @property
    def line(self) -> bytes:
        return self.identity.line

    @property
    def environment(self) -> Environment:
        return self.identity.environment

    @property
    def writer(self) -> bytes:
        return self.identity.theirs.writer

    def key_id(self, segment: bytes) -> bytes:
        """The key that the counterpart used last in a segment."""
        found = self.cards.segment_keys.get(segment)
        return self.intake.key_ids[segment] if found is None else found

    def own_ref(self, prefix: bytes, seq: int) -> Ref | None:
        """An entry of our own log that the counterpart has seen."""
        return self.logs.ours.by_prefix(prefix, seq)

    def their_ref(self, prefix: bytes, seq: int) -> Ref | None:
        """An entry of the counterpart's log, or one that has come for it."""
        found = self.logs.theirs.by_prefix(prefix, seq)
        return found or self.intake.ref(prefix, seq)

    def read(self, frame: list[Value]) -> Entry:
        """The verified entry of a frame. Raises CounterpartError; the signature is not yet checked."""
        entry = read_entry_frame(frame, self)
        header = entry.header
        if header.line != self.line:
            raise NotForThisLine("an entry of another line")
        if header.environment != self.environment:
            raise NotForThisLine(
                f"an entry signed for {header.environment.name}, this line is {self.environment.name}"
            )
        if self.identity.side(header.writer) is None:
            raise NotForThisLine("an entry of a party that is not on this line")
        return entry

    def verify(self, entry: Entry) -> None:
        """Raise unless the writer's key signed it: one of its cards' keys, and no older one than it has begun
        to use, but for what it names under the newer one.
        """
        header = entry.header
        side = self.identity.side(header.writer)
        assert side is not None
        ours = side is self.identity.ours
        key = self.cards.log_key(header.key_id, ours=ours)
        if key is None:
            raise NotForThisLine(f"an entry under a key that {side.name} has not published")
        if not ours and self.refused(header, entry.ref) and not self.lost(entry.ref):
            raise NotForThisLine(f"a new entry under an old key of {side.name}")
        check_signature(entry, key)
