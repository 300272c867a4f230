"""What a group of positions is: told by the words before it."""

import re
from typing import Final, Literal

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.groups import RING_MIN, Group

Kind = Literal["point", "circle", "polygon", "line", "named_area"]

_POLYGON: Final = re.compile(
    r"\bBOUND(?:ED|ARY|ARIES|S)?\b|\bAREAS?(?:\b|(?=\d))|\bZONES?\b|LIMITED\s+BY|DELIMITED|ENCLOSED|DEFINED\s+BY|POLYGON|"
    r"BORDERS|\bCOORD\w*|\bWI\b|\bPOLYGONS?\b|WITHIN\s+(?:LINES?|FOLLOWING|POS)|SQUARE|RECTANGLE|QUADRANGLE|"
    r"РАЙОН|ОГРАНИЧЕН|ЗОН[АЕУЫ]|АКВАТОРИ|УЧАСТ|ПОЛИГОН|ОБЛАСТ"
)
_LINE: Final = re.compile(
    r"TRACK\s?-?LINES?|JOINING|\bLINE\W*$|\bLINES?\s+(?:BETWEEN|JOINING|CONNECTING|FROM)|\bALONG\b|\bROUTES?\b|\bBETWEEN\b|"
    r"CONNECTING|FROM\s+POS|TRACKS?\b|\bМЕЖДУ\b|ПО\s+ЛИНИИ|ПО\s+МАРШРУТУ|ЛИНИЯ|ЛИНИИ|\bПУТ[ЬИЯ]\b|"
    r"\bBORDER:|ГРАНИЦА"
)
_RING_OF_LINES: Final = re.compile(
    r"(?:BOUND(?:ED)?|LIMITED|DELIMITED|ENCLOSED|FORMED|DEFINED)\s+BY\s+(?:THE\s+|A\s+)?(?:STRAIGHT\s+)?"
    r"(?:LINES?|ЛИНИ\w*)[\s\w]{0,40}|(?:AREAS?|ZONES?)\s+(?:WITHIN|INSIDE|BY)\s+(?:THE\s+)?LINES?[\s\w]{0,30}|"
    r"AREAS?\s+(?:[\w\s]{0,20})?BETWEEN"
)
_SIDES: Final = re.compile(r"(?:EITHER|EACH|BOTH)\s+SIDES?\s+(?:OF\s+)?\W*$|КАЖДОЙ\s+СТОРОНЫ\W*$")
_FROM_SHORE: Final = re.compile(
    r"\b(?:BETWEEN|FROM)\s+(?:THE\s+)?(?:COAST|SHORE)(?:\s?LINE)?\s+(?:AND|TO)\b|"
    r"(?:МЕЖДУ|ОТ)\s+БЕРЕГ(?:ОМ|А)\s+(?:И|ДО)\b"
)
_BOUND: Final = re.compile(r"\bBOUND|\bLIMITED|\bENCLOSED|TRACK\s?-?LINES?|JOINING|ОГРАНИЧЕН")
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
    if shore := _FROM_SHORE.search(group.lead):
        doubts.add("follows-coast", f"one side of the area is the coast: {quote(shore[0])}")
        return "polygon"
    if group.is_box:
        return "polygon"
    polygon, line = _enclosing_words(group.lead)
    if has_radius:
        return "line" if (line > polygon or _SIDES.search(group.lead)) and group.size > 1 else "circle"
    if group.size >= RING_MIN and polygon > line:
        return "polygon"
    if line > polygon and group.size > 1:
        return "line"
    return _kind_of_rest(group, before, polygon, line, doubts)


def _enclosing_words(lead: str) -> tuple[int, int]:
    """Where the last word of an outline stands, and the last word of a line; -1 for none."""
    polygon, line = _last(_POLYGON, lead), _last(_LINE, lead)
    if (ring := _last(_RING_OF_LINES, lead)) >= 0:
        polygon = max(polygon, ring, line + 1)
    return polygon, line


def _kind_of_rest(group: Group, before: Kind | None, polygon: int, line: int, doubts: Doubts) -> Kind:
    lead = group.lead
    if group.onward and group.size > 1 and re.search(r"\b(?:FROM|ОТ|С)\W*$", lead):
        return "line"
    if _CENTRE.search(lead) and group.size == 1 and _is_of_area(lead):
        return "named_area"
    if before == "polygon" and group.size >= RING_MIN and line < 0:
        return "polygon"
    if polygon >= 0 and group.size == 2:  # noqa: PLR2004  two corners bound nothing
        doubts.add(
            "two-corner-area", f"an area with two positions: {quote(lead[-30:] + group.parts[0][0].written)}"
        )
    _tell_guess(group, polygon, doubts)
    return "point"


def says_bound(group: Group) -> bool:
    """`AREA BOUNDED BY`, right before the first position."""
    return re.search(r"\b(?:BOUND(?:ED)?|ENCLOSED|LIMITED)\s+BY\W*$|ОГРАНИЧЕН\w*\W*$", group.lead) is not None


def names_area(group: Group) -> bool:
    """Whether the words before a group say that an outline or a line begins."""
    return _BOUND.search(group.lead) is not None


def _is_of_area(lead: str) -> bool:
    """`RESCUE CENTER 63-43N` is a house; `S-6 CENTERED`, `AREA 1A CENTER` are areas."""
    called = re.search(r"\bCENT(?:ER|RE)\W*$", lead) is None
    return called or _last(_POLYGON, lead) >= 0 or NAME.search(lead) is not None


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
