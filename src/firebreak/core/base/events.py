"""What the core reports: frozen facts in the past tense, shown to people and never signed."""

from dataclasses import dataclass

from firebreak.core.base.instants import Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on a line."""

    at: Instant
    "Line time at which this node learned of it."
