"""Radii, berths and widths: how far around a position, and how far to stay away."""

import re
from dataclasses import dataclass, field
from typing import Final

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.amounts import cut_off
from firebreak.formats.navwarn.units import LENGTH, metres

_OF: Final = (
    r"(?:\s*(?:RADIUS|RANGE|DISTANCE))?\s*(?:OF|FROM|AROUND|ABOUT|ROUND|CENT(?:RE|ER)E?D|ЦЕНТР|ОТ|ВОКРУГ|:|¤)"
)
_WITHIN: Final = r"(?:WITHIN|INSIDE|WI)\s+(?:AN?\s+|THE\s+)?(?:RADIUS\s+(?:OF\s+)?|CIRCLE\s+(?:OF\s+)?)?"
_RADIUS: Final = (
    rf"(?:EACH|EITHER)\s+SIDE\s+{LENGTH}",
    rf"ПО\s+{LENGTH}\s+(?:С\s+)?КАЖДОЙ\s+СТОРОНЫ",
    _WITHIN + rf"{LENGTH}(?:\s*(?:IN\s+)?RADIUS|(?={_OF}))",
    rf"RADIUS\s*(?:OF\s+|:|IS\s+|=)?\s*(?:UP\s+TO\s+)?{LENGTH}",
    rf"{LENGTH}\s*(?:IN\s+)?RADIUS",
    rf"{LENGTH}\s+AROUND(?=\s*(?:PSN|POSITION|POINT|PLATFORM)?\s*¤)",
    rf"(?:В\s+)?РАДИУС(?:ОМ|Е|А|Ы|АМИ)?\s*(?:ДО\s+)?{LENGTH}",
    rf"(?:WITHIN|INSIDE)\s+(?:AN?\s+)?RADIUS\s+(?:OF\s+)?{LENGTH}",
    rf"¤[\s,]*(?:WITHIN|INSIDE)\s+(?:A\s+)?{LENGTH}",
    rf"(?:RADIUS|CIRCLE)\s+OF\s+{LENGTH}",
    rf"WITHIN\s+(?:A\s+)?DISTANCE\s+(?:OF\s+)?{LENGTH}(?={_OF})",
    rf"{LENGTH}\s+(?:(?:OF|ON|TO)\s+)?(?:EITHER|EACH)\s+SIDE",
)
_AROUND_SHIPS: Final = (
    _WITHIN + rf"(?:AN?\s+RADIUS\s+(?:OF\s+)?)?{LENGTH}\s+(?:RADIUS\s+)?(?:OF|FROM)\s+"
    r"(?:ANY|THE|EACH)\s+(?:VESSEL|SHIP|CONVOY)"
)
_BERTH: Final = (
    rf"{LENGTH}\s+(?:SAFETY\s+|WIDE\s+|CLEAR\s+)?(?:BERTH|CLEARANCE|CPA|SAFETY\s+(?:ZONE|DISTANCE)|EXCLUSION\s+ZONE)",
    rf"BERTH\s+(?:IS\s+)?(?:REQUESTED\s+|REQUIRED\s+)?(?:OF\s+)?(?:AT\s+LEAST\s+|MINIMUM\s+|MIN\.?\s+)?{LENGTH}",
    rf"(?:SAFE(?:TY)?|SAFTEY)\s+(?:ZONE|DISTANCE|BERTH)\s+(?:OF\s+)?(?:AT\s+LEAST\s+)?{LENGTH}",
    rf"(?<!WITHIN\s)(?<!WITHIN\sA\s)(?:DISTANCE|CPA|CLEARANCE|BERTH)\s+(?:OF\s+|IS\s+)?(?:AT\s+LEAST\s+|MINIMUM\s+|NOT\s+LESS\s+THAN\s+)?{LENGTH}",
    rf"DISTANCE\s+(?:FROM|TO)(?:\s+[A-Z]+){{1,4}}\s+(?:OF\s+)?{LENGTH}",
    rf"KEEP(?:\s+\w+){{0,3}}\s+(?:AT\s+LEAST\s+|BY\s+)?{LENGTH}",
    rf"(?:AT\s+LEAST|NOT\s+LESS\s+THAN|MINIMUM)\s+{LENGTH}",
    rf"ОБХОДИТЬ(?:\s+НЕ\s+БЛИЖЕ)?\s+(?:НА\s+)?(?:РАССТОЯНИИ\s+)?(?:НЕ\s+МЕНЕЕ\s+)?{LENGTH}",
    rf"НЕ\s+БЛИЖЕ\s+{LENGTH}",
    rf"(?:STAY|REMAIN|PASS)\s+(?:WELL\s+)?(?:CLEAR|OFF)\s+(?:BY\s+|OF\s+|AT\s+LEAST\s+){{0,2}}{LENGTH}",
    rf"{LENGTH}\s+(?:OFF|AWAY|CLEAR)\b",
)
_UNITLESS: Final = re.compile(
    r"(?:WITHIN|INSIDE|RADIUS(?:\s+OF)?|РАДИУС\w*)\s+\d{1,5}(?:[.,]\d+)?\s*(?:'+\s*)?(?=(?:OF|FROM|AROUND|CENT|ОТ)?\s*¤)"
)
_BACKWARD: Final = re.compile(
    r"\s*(?:RADIUS\s+)?(?:OF|AROUND|FROM|ABOUT)\s+(?:THESE|THIS|THE\s+ABOVE|ABOVE|SAID|EACH)\b"
)
_ARC: Final = re.compile(r"\b(?:ARC|CLOCKWISE|ДУГ\w*)\b[^¤.]{0,40}$")
_DIAMETER: Final = re.compile(rf"(?:{LENGTH}\s+(?:IN\s+)?DIAMETER)|DIAMETER")
_LEFT: Final = (
    re.compile(rf"(?:WITHIN|INSIDE)\s+{LENGTH}"),
    re.compile(rf"{LENGTH}(?=\s*(?:OF|FROM|AROUND|ОТ)\s*¤)"),
    re.compile(rf"{LENGTH}\s+(?:WIDE|(?:NORTH|SOUTH|EAST|WEST|[NSEW]{{1,3}})\w{{0,12}}\s+(?:OF|FROM))"),
    re.compile(rf"{LENGTH}\s+FROM\s+[A-Z]{{3,20}}"),
    re.compile(rf"{LENGTH}\s+(?:ASTERN|AHEAD|ABEAM)"),
    re.compile(rf"{LENGTH}\s+(?:AROUND|ROUND|ON\s+(?:BOTH|EITHER|EACH)\s+SIDES?)\b"),
    re.compile(rf"WIDTH\s+(?:OF\s+)?{LENGTH}"),
)
_SMALL_M: Final = 10.0
_LARGE_M: Final = 500_000.0


@dataclass
class Extents:
    """What was found, and where it stands."""

    radii: list[tuple[int, float]] = field(default_factory=list[tuple[int, float]])
    "Where each stands, in metres."
    berth_m: float | None = None
    backward: set[int] = field(default_factory=set[int])
    "Radii that belong to the positions before them: `AROUND THESE POSITIONS`."
    each_side: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])


def extents(text: str, doubts: Doubts) -> Extents:
    """All lengths that belong to an area; berths first, as `safety zone radius` is one."""
    found = Extents()
    for pattern in _BERTH:
        for match in re.finditer(pattern, text):
            _berth(match, found, doubts)
    for pattern in (_AROUND_SHIPS, *_RADIUS):
        for match in re.finditer(pattern, text):
            _radius(match, found, doubts)
    _left_over(text, found, doubts)
    return found


def _berth(match: re.Match[str], found: Extents, doubts: Doubts) -> None:
    if _taken(match, found) or _tell_cut(match, found, doubts):
        return
    length, _ = metres(match)
    found.spans.append(match.span())
    _tell_nought(match, doubts)
    if length is None:
        doubts.add("radius-unclear", f"metres or miles? {quote(match[0])}")
    elif found.berth_m is not None and found.berth_m != length:
        doubts.add("radius-unclear", f"more than one berth; the widest is given: {quote(match[0])}")
    found.berth_m = max(found.berth_m or 0.0, length or 0.0) or None


def _radius(match: re.Match[str], found: Extents, doubts: Doubts) -> None:
    if _taken(match, found) or _tell_cut(match, found, doubts):
        return
    length, _ = metres(match)
    found.spans.append(match.span())
    _tell_nought(match, doubts)
    if match.re.pattern == _AROUND_SHIPS:
        doubts.add("unread-distance", f"a distance around ships, not around a place: {quote(match[0])}")
        return
    if "SIDE" in match[0] or "СТОРОНЫ" in match[0]:
        found.each_side = True
    if length is None:
        doubts.add("radius-unclear", f"metres or miles? {quote(match[0])}")
        return
    if _ARC.search(match.string, max(0, match.start() - 60), match.start()):
        doubts.add("not-straight", f"the radius of an arc: {quote(match[0])}")
        return
    if _BACKWARD.match(match.string, match.end()):
        found.backward.add(match.start("number"))
    if not _SMALL_M <= length <= _LARGE_M:
        doubts.add("radius-odd", f"is the unit right? {quote(match[0])}")
    found.radii.append((match.start("number"), length))


def _tell_cut(match: re.Match[str], found: Extents, doubts: Doubts) -> bool:
    """`ONE HUNDRED FIFTY METRES`: fifty is not what it says."""
    if not cut_off(match.string, match.start("number")):
        return False
    found.spans.append(match.span())
    doubts.add("unread-distance", f"a distance that was not understood: {quote(match[0])}")
    return True


def _tell_nought(match: re.Match[str], doubts: Doubts) -> None:
    """`07 MILES` may have lost its point."""
    if re.fullmatch(r"0\d+", match["number"]):
        doubts.add("radius-odd", f"is a point missing? {quote(match[0])}")


def _taken(match: re.Match[str], found: Extents) -> bool:
    return any(start < match.end() and match.start() < end for start, end in found.spans)


def _left_over(text: str, found: Extents, doubts: Doubts) -> None:
    if _DIAMETER.search(text):
        doubts.add("radius-unclear", "a diameter is named; no radius was read from it")
    for match in _UNITLESS.finditer(text):
        if not _taken(match, found):
            doubts.add("radius-unclear", f"a distance without a unit: {quote(match[0])}")
    for match in (each for pattern in _LEFT for each in pattern.finditer(text)):
        if not _taken(match, found):
            doubts.add("unread-distance", f"a distance that was not understood: {quote(match[0])}")
