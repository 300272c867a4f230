"""What a group of positions is: told by the words before it."""

import re
from typing import Final, Literal

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.groups import RING_MIN, Group

Kind = Literal["point", "circle", "polygon", "line", "named_area"]

_POLYGON: Final = re.compile(
    r"\bBOUND(?:ED|ARY|ARIES|S)?\b|\bAREAS?\b|\bZONES?\b|LIMITED\s+BY|DELIMITED|ENCLOSED|DEFINED\s+BY|POLYGON|"
    r"BORDERS|\bCOORD\w*|\bWI\b|\bPOLYGONS?\b|WITHIN\s+(?:LINES?|FOLLOWING|POS)|SQUARE|RECTANGLE|QUADRANGLE|"
    r"РАЙОН|ОГРАНИЧЕН|ЗОН[АЕУЫ]|АКВАТОРИ|УЧАСТ|ПОЛИГОН|ОБЛАСТ"
)
_LINE: Final = re.compile(
    r"TRACK\s?-?LINES?|JOINING|\bLINES?\s+(?:BETWEEN|JOINING|CONNECTING|FROM)|\bALONG\b|\bROUTES?\b|\bBETWEEN\b|"
    r"CONNECTING|FROM\s+POS|TRACKS?\b|\bМЕЖДУ\b|ПО\s+ЛИНИИ|ПО\s+МАРШРУТУ|ЛИНИЯ|ЛИНИИ|\bПУТ[ЬИЯ]\b|"
    r"\bBORDER:|ГРАНИЦА"
)
_RING_OF_LINES: Final = re.compile(
    r"(?:BOUND(?:ED)?|LIMITED|DELIMITED|ENCLOSED|FORMED|DEFINED)\s+BY\s+(?:THE\s+|A\s+)?(?:STRAIGHT\s+)?"
    r"(?:LINES?|ЛИНИ\w*)[\s\w]{0,40}|(?:AREAS?|ZONES?)\s+(?:WITHIN|INSIDE|BY)\s+(?:THE\s+)?LINES?[\s\w]{0,30}|"
    r"AREAS?\s+(?:[\w\s]{0,20})?BETWEEN"
)
_LIST: Final = re.compile(
    r"POSITIONS?|\bPOSNS?\b|\bPSNS?\b|\bPOS\b|BUOYS?|БУ[ИЙ]|ICEBERGS?|АЙСБЕРГ|ESTABLISHED|ВЫСТАВЛЕН|LIGHTS?\b|MOORINGS?|"
    r"STATIONS?|СТАНЦИ|ГЛУБИН|DEPTHS?|\bIN:?\s*$|\bВ:?\s*$|RIG|WRECK|MARKS?|БОЧК|MINES?|OBSTRUCTION|REPORTED|"
    r"UNLIT|VICINITY|УСТАНОВЛЕН|ОБНАРУЖЕН|ОТСУТСТВ"
)
_CENTRE: Final = re.compile(
    r"CENT(?:ER|RE)(?:E?D)?(?:\s+(?:POSITION|POINT|PSN|POS))?(?:\s+(?:IN|ON|AT|OF|BY))?\W*$|ЦЕНТР\w*\W*$"
)
NAME: Final = re.compile(
    r"\b(?:AREAS?|ZONES?|RANGES?|РАЙОН\w*|ПОЛИГОН\w*)\s+(?:NR\.?\s+|NO\.?\s+|НР\s+)?"
    r"(\"[^\"\n]{1,30}\"|[A-ZА-Я]{0,4}\s?-?\d{1,4}[A-Z]?(?![\d-]*[.,]?\d*\s?[NSEWСЮВЗ]\b)|[A-Z]-?\d[A-Z]?)|"
    r"\b([A-Z]{1,3}-\d{1,3}[A-Z]?)\s+(?:CENT|AREA|ZONE)"
)


def kind_of(group: Group, has_radius: bool, before: Kind | None, doubts: Doubts) -> Kind:
    """The kind of a group; whether a radius belongs to it was found before."""
    lead = group.lead
    polygon, line = _last(_POLYGON, lead), _last(_LINE, lead)
    if (ring := _last(_RING_OF_LINES, lead)) >= 0:
        polygon = max(polygon, ring, line + 1)
    if has_radius:
        return "line" if line > polygon and group.size > 1 else "circle"
    if group.size >= RING_MIN and polygon > line:
        return "polygon"
    if line > polygon and group.size > 1:
        return "line"
    if _CENTRE.search(lead) and group.size == 1:
        return "named_area"
    if before == "polygon" and group.size >= RING_MIN and line < 0:
        return "polygon"
    if polygon >= 0 and group.size == 2:  # noqa: PLR2004  two corners bound nothing
        doubts.add(
            "two-corner-area", f"an area with two positions: {quote(lead[-30:] + group.parts[0][0].written)}"
        )
    _tell_guess(group, polygon, doubts)
    return "point"


def _tell_guess(group: Group, polygon: int, doubts: Doubts) -> None:
    """Positions in a row without a word what they are."""
    if group.size >= RING_MIN and polygon < 0 and not _LIST.search(group.lead[-160:]):
        doubts.add("shape-guessed", f"{group.size} positions and no word what they enclose; taken for points")


def _last(pattern: re.Pattern[str], text: str) -> int:
    at = -1
    for match in pattern.finditer(text):
        at = match.start()
    return at


def name_of(text: str) -> str:
    """What an area is called: `EYD-17`, `S-6`, `4B`, "BALTIC"."""
    match = NAME.search(text)
    return "" if match is None else (match[1] or match[2]).strip('" ')
