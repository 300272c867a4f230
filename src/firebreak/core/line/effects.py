"""What the core asks the shell to do: store, then send, then show."""

from dataclasses import dataclass, field

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.entry import Entry
from firebreak.core.record.frames import Frame


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry to be made durable, with the line time at which this node learnt it."""

    entry: Entry
    at: Instant


@dataclass(slots=True)
class Effects:
    """Everything one step asks for. The order of doing is the order of the fields."""

    entries: list[Stored] = field(default_factory=list[Stored])
    frames: list[Frame] = field(default_factory=list[Frame])
    events: list[Event] = field(default_factory=list[Event])

    def add(self, other: "Effects") -> "Effects":
        """Join the effects of two steps; one commit then covers both."""
        self.entries += other.entries
        self.frames += other.frames
        self.events += other.events
        return self
