"""One call into a line, and what it asks for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant, Moment
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.effects import Effects

Asked: TypeAlias = Iterable[Draft | Event]
"What machines and the parts of a line give back: drafts to sign and events to show, in order."


@dataclass(slots=True)
class Step:
    """One call into the line: when it is, and what it asks for."""

    now: Moment
    at: Instant
    effects: Effects = field(default_factory=Effects)

    def show(self, event: Event) -> None:
        """Add an event."""
        self.effects.events.append(event)
