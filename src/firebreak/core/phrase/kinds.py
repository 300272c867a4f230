"""The kinds of parameters that agreed phrases have: how each travels, is bounded and is described.

`description` is part of what the hash of a phrase book covers.
"""

import re
from dataclasses import dataclass
from typing import Any, Final, Protocol

from firebreak.core.base.cbor import Value
from firebreak.core.base.instants import Instant, from_iso
from firebreak.core.base.shape import Number, Wire
from firebreak.core.base.text import faults
from firebreak.core.geo.place import Place, PlaceItem

Meaning = Place | int | str
"What a parameter means: a place, a number or an instant, a desk or a code word."

INSTANT_MIN: Final = from_iso("2000-01-01")  # before it, somebody sent seconds
INSTANT_MAX: Final = from_iso("2200-01-01")  # after it, somebody sent microseconds
DESK_CODE_POINTS_MAX: Final = 40  # fits one line of a console
COUNT_MAX: Final = 10_000  # of vehicles, people or aircraft in one phrase
DISTANCE_M_MAX: Final = 1_000_000  # beyond a thousand kilometres a phrase is the wrong means
HEADING_MAX: Final = 359  # full degrees, true north is 0

CALLSIGN_CODE_POINTS_MAX: Final = 12  # of ships, aircraft and convoys as radios spell them

_CALLSIGN: Final = re.compile(rf"[A-Z0-9](?:[A-Z0-9-]{{0,{CALLSIGN_CODE_POINTS_MAX - 2}}}[A-Z0-9])")
_DESK: Final = re.compile(rf"[^\W_](?:[\w ./-]{{0,{DESK_CODE_POINTS_MAX - 2}}}[\w.])?")


class Kind(Protocol):
    """A kind of parameter."""

    @property
    def description(self) -> str: ...
    def out(self, value: Any) -> Value: ...
    def back(self, value: Value) -> Any: ...


@dataclass(frozen=True, slots=True)
class PlaceKind(PlaceItem):
    """A place, read back in degrees and with check digits."""

    description: str = "place"


@dataclass(frozen=True, slots=True)
class InstantKind(Number):
    """An instant in milliseconds UTC between 2000 and 2200."""

    least: int = INSTANT_MIN
    most: int = INSTANT_MAX
    description: str = "instant"

    def back(self, value: Value) -> Instant:
        self.check(value)
        assert isinstance(value, int)
        return Instant(value)


@dataclass(frozen=True, slots=True)
class Quantity(Number):
    """A whole number in a fixed unit."""

    unit: str = ""

    @property
    def description(self) -> str:
        return f"number {self.unit} {self.least} {self.most}"


@dataclass(frozen=True, slots=True)
class DeskKind(Wire):
    """The name of a desk: letters, digits and a few signs, so that it cannot pass for part of the phrase."""

    description: str = "desk"

    def check(self, value: Any) -> None:
        if not isinstance(value, str) or not _DESK.fullmatch(value) or any(faults(value)):
            raise ValueError(
                f"is not a desk name of at most {DESK_CODE_POINTS_MAX} letters, digits, spaces, . - / _"
            )


@dataclass(frozen=True, slots=True)
class CallsignKind(Wire):
    """A call sign: capital Latin letters, digits and hyphens, read alike and spelt alike by both sides."""

    description: str = "callsign"

    def check(self, value: Any) -> None:
        if not isinstance(value, str) or not _CALLSIGN.fullmatch(value):
            raise ValueError(
                f"is not a call sign of 2 to {CALLSIGN_CODE_POINTS_MAX} letters A-Z, digits and hyphens"
            )


@dataclass(frozen=True, slots=True)
class CodeWord(Wire):
    """One of a few words with an agreed meaning; it travels as the word."""

    words: tuple[str, ...]

    @property
    def description(self) -> str:
        return f"word {' '.join(self.words)}"

    def check(self, value: Any) -> None:
        if value not in self.words:
            raise ValueError(f"is not one of {', '.join(self.words)}")


PLACE: Final = PlaceKind()
INSTANT: Final = InstantKind()
DESK: Final = DeskKind()
DISTANCE_M: Final = Quantity(least=1, most=DISTANCE_M_MAX, unit="m")
COUNT: Final = Quantity(least=1, most=COUNT_MAX, unit="count")
NUMBER: Final = Quantity(least=1, most=999_999, unit="number")
MINUTES: Final = Quantity(least=1, most=1_440, unit="min")
HOURS: Final = Quantity(least=1, most=720, unit="h")
HEADING: Final = Quantity(least=0, most=HEADING_MAX, unit="degrees")
CALLSIGN: Final = CallsignKind()
INJURED: Final = Quantity(least=0, most=COUNT_MAX, unit="count")
PEOPLE: Final = Quantity(least=1, most=1_000_000, unit="count")
SECONDS: Final = Quantity(least=1, most=86_400, unit="s")
SPEED_KN: Final = Quantity(least=0, most=2_000, unit="kn")
ALTITUDE_FT: Final = Quantity(least=0, most=100_000, unit="ft")
FREQUENCY_KHZ: Final = Quantity(least=3, most=40_000_000, unit="kHz")
POWER_MW: Final = Quantity(least=1, most=20_000, unit="MW")
MILLIHERTZ: Final = Quantity(least=45_000, most=65_000, unit="mHz")  # of a grid, 50 or 60 Hz
VOLTAGE_KV: Final = Quantity(least=1, most=1_200, unit="kV")
DOSE_USVH: Final = Quantity(least=0, most=100_000_000, unit="uSv/h")
FLOW_M3S: Final = Quantity(least=1, most=200_000, unit="m3/s")
