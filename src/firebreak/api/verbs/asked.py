"""What `prepare` gives: a body for an officer to sign."""

from collections.abc import Callable
from dataclasses import dataclass

from firebreak.api.arguments import Arguments
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import NO_ENTRY, StatedBody
from firebreak.core.line.line import Line


@dataclass(frozen=True, slots=True)
class Asked:
    """What an officer is asked to sign."""

    kind: Kind
    body: StatedBody
    entry: bytes = NO_ENTRY
    commitment: bytes = NO_ENTRY


Prepare = Callable[[Line, Arguments, Instant], Asked]
