"""Areas between two parallels and two meridians: `BETWEEN 34-22N 34-26N AND 035-31E 035-37E`.

Their four corners are given, from the first latitude and longitude on round the area.
"""

import re
from itertools import pairwise
from typing import Final

from firebreak.formats.coordinates.angles import Angle
from firebreak.formats.coordinates.found import Found, place_of
from firebreak.formats.doubts import Doubts, quote

LEAD: Final = 60  # characters before the first figure that may say what the four are

_BORDER: Final = (
    r"BETWEEN|WITHIN|BOUND(?:ED)?|LIMITED|LIMITS?|PARALLELS?|MERIDIANS?|LAT(?:ITUDE)?S?|LONG?(?:ITUDE)?S?|"
    r"NORTH(?:ERN)?|SOUTH(?:ERN)?|EAST(?:ERN)?|WEST(?:ERN)?|МЕЖДУ|ПАРАЛЛЕЛ\w*|МЕРИДИАН\w*|ШИРОТ\w*|ДОЛГОТ\w*|"
    r"СЕВЕРНЕЕ|ЮЖНЕЕ|ВОСТОЧНЕЕ|ЗАПАДНЕЕ"
)
_JOINT: Final = re.compile(
    rf"[\s,;.:/\-]*(?:(?:AND|TO|BY|THE|OF|FROM|IN|И|ДО|ОТ|{_BORDER})\b[\s,;.:/\-]*){{0,8}}"
)
_SAYS_SO: Final = re.compile(
    r"BETWEEN|PARALLEL|MERIDIAN|LATITUDES|LONGITUDES|МЕЖДУ|ПАРАЛЛЕЛ|МЕРИДИАН|СЕВЕРНЕЕ|ЮЖНЕЕ|"
    r"\b(?:NORTH|SOUTH|EAST|WEST)(?:ERN)?\b"
)


def boxes(text: str, angles: list[Angle], doubts: Doubts) -> list[Found]:
    """The corners of each; the first one stands where the whole is written."""
    found, at = list[Found](), 0
    while at + 3 < len(angles):
        four = angles[at : at + 4]
        if _is_box(text, four):
            found += _corners(text, four, doubts)
            at += 3
        at += 1
    return found


def _is_box(text: str, four: list[Angle]) -> bool:
    kinds = [each.latitude for each in four]
    if kinds not in ([True, True, False, False], [False, False, True, True]):
        return False
    joints = [text[one.end : two.start] for one, two in pairwise(four)]
    if any(each.complaint for each in four) or not all(_JOINT.fullmatch(each) for each in joints):
        return False
    return _SAYS_SO.search(text[max(0, four[0].start - LEAD) : four[0].start] + " ".join(joints)) is not None


def _corners(text: str, four: list[Angle], doubts: Doubts) -> list[Found]:
    norths = [each for each in four if each.latitude]
    easts = [each for each in four if not each.latitude]
    start, end = four[0].start, four[-1].end
    written = quote(text[start:end])
    doubts.add(
        "not-straight", f"between two parallels and two meridians; the four corners are given: {written}"
    )
    turns = ((0, 0), (1, 0), (1, 1), (0, 1))
    places = [place_of(norths[north], easts[east]) for north, east in turns]
    return [Found(start if at == 0 else end, end, place, "box", written) for at, place in enumerate(places)]
