"""Fields F and G: from where to where above the ground or the sea."""

import re
from typing import Final

from firebreak.formats.doubts import Doubts
from firebreak.formats.parsed import Heights

FOOT_M: Final = 0.3048
FLIGHT_LEVEL_M: Final = 100 * FOOT_M

_HEIGHT: Final = re.compile(
    r"(?P<ground>SFC|GND)|(?P<open>UNL(?:IMITED|TD)?)|FL\s?(?P<level>\d{1,3})|"
    r"(?P<number>\d{1,6})\s*(?P<unit>FT|M)?\s*(?P<datum>AMSL|MSL|AGL|ASFC)?"
)
_DATUM: Final = {"AMSL": "MSL", "MSL": "MSL", "AGL": "AGL", "ASFC": "AGL"}


def heights(lower: str, upper: str, doubts: Doubts) -> Heights | None:
    """None where neither field is given."""
    if not lower and not upper:
        return None
    bottom, top = _height(lower, doubts), _height(upper, doubts)
    if bottom[0] is not None and top[0] is not None and bottom[0] > top[0] and bottom[1] == top[1]:
        doubts.add("altitude-contradicts", f"the lower end {lower} lies above the upper end {upper}")
    datums = list(dict.fromkeys(each for each in (bottom[1], top[1]) if each))
    return Heights(
        lower_m=bottom[0],
        upper_m=top[0],
        reference="/".join(datums),
        written=f"{lower or '?'} - {upper or '?'}",
    )


def _height(text: str, doubts: Doubts) -> tuple[float | None, str]:
    match = _HEIGHT.match(text)
    if match is None:
        doubts.add("altitude-unread", f"a height that was not understood: {text or 'none given'}")
        return None, ""
    if match["ground"]:
        return 0.0, "AGL"
    if match["open"]:
        return None, ""
    if match["level"]:
        return int(match["level"]) * FLIGHT_LEVEL_M, "FL"
    return _number(match, text, doubts)


def _number(match: re.Match[str], text: str, doubts: Doubts) -> tuple[float | None, str]:
    if not match["unit"] or not match["datum"]:
        doubts.add("altitude-unread", f"feet or metres, above what? {text}")
    factor = 1.0 if match["unit"] == "M" else FOOT_M
    return int(match["number"]) * factor, _DATUM.get(match["datum"] or "", "")
