"""Heights: whether an altitude lies in a band, and when nobody can say.

A barometric flight level, a height above the sea, above the ellipsoid and above the ground are four different
numbers for one aircraft. Where band and altitude are measured alike they are compared as they stand. Where
they are not, the band is widened by the most that the two can differ; what lies in that margin is *unknown*.
Unknown counts as inside, and whoever shows it says so.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

FOOT_M: Final = 0.3048
ELLIPSOID_MARGIN_FT: Final = 110 / FOOT_M  # the geoid lies between 107 m below and 86 m above the ellipsoid
PRESSURE_MARGIN_FT: Final = 3_000.0  # 925 to 1,060 hPa at the sea is some 2,700 ft, and cold air adds to it
PRESSURE_SHARE: Final = 0.15  # air of 40 degrees off the standard stretches heights by as much
GROUND_FT_MAX: Final = 29_100.0  # ground is nowhere higher
GROUND_FT_MIN: Final = -1_500.0  # nor lower, on the shore of the Dead Sea


class Reference(Enum):
    """What a height is measured from."""

    SAME = "same"
    "Whatever the tracks use: nobody said otherwise."
    W84 = "W84"
    MSL = "MSL"
    AGL = "AGL"
    FL = "FL"


class Inside(Enum):
    """The answer; two of the three count as inside."""

    NO = "no"
    YES = "yes"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Band:
    """Feet; None is unbounded. Both ends belong to it."""

    lower_ft: float | None = None
    upper_ft: float | None = None
    reference: Reference = Reference.SAME

    @property
    def bounded(self) -> bool:
        """Whether heights matter at all."""
        return self.lower_ft is not None or self.upper_ft is not None

    def holds(self, altitude_ft: float | None, reference: Reference = Reference.SAME) -> Inside:
        """Whether an altitude, None when unknown, lies in the band."""
        if not self.bounded:
            return Inside.YES
        if altitude_ft is None or altitude_ft != altitude_ft:  # noqa: PLR0124 -- NaN is unknown as well
            return Inside.UNKNOWN
        below, above = margins(altitude_ft, reference, self.reference)
        low = self.lower_ft if self.lower_ft is not None else float("-inf")
        high = self.upper_ft if self.upper_ft is not None else float("inf")
        if altitude_ft + above < low or altitude_ft - below > high:
            return Inside.NO
        sure = low <= altitude_ft - below and altitude_ft + above <= high
        return Inside.YES if sure else Inside.UNKNOWN


ANYWHERE: Final = Band()


def margins(altitude_ft: float, track: Reference, band: Reference) -> tuple[float, float]:
    """By how much the same height, told by the band's reference, may be lower and higher than it reads."""
    if track is band or Reference.SAME in {track, band}:
        return 0.0, 0.0
    below = above = 0.0
    pair = {track, band}
    if Reference.W84 in pair:
        below = above = ELLIPSOID_MARGIN_FT
    if Reference.FL in pair:
        air = PRESSURE_MARGIN_FT + PRESSURE_SHARE * abs(altitude_ft)
        below, above = below + air, above + air
    if band is Reference.AGL:
        return below + GROUND_FT_MAX, above - GROUND_FT_MIN
    if track is Reference.AGL:
        return below - GROUND_FT_MIN, above + GROUND_FT_MAX
    return below, above
