"""What watches report."""

from dataclasses import dataclass

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTaken(Event):
    """An officer holds a desk now."""

    ours: bool
    desk: str
    officer: str
    role: str
    languages: tuple[str, ...]
    before: str
    "Who held it until now without handing it over; empty when nobody did."


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchHandedOver(Event):
    """A desk passed from one officer to the next; both have signed."""

    ours: bool
    desk: str
    off_going: str
    on_coming: str
    role: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchEnded(Event):
    """An officer left a desk and nobody has taken it: it is unattended."""

    ours: bool
    desk: str
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchDoubted(Event):
    """Something about a watch does not fit; it is shown and stops nothing."""

    finding: Finding
