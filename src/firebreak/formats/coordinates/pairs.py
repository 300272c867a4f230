"""Positions in a running text: a latitude, then its longitude, in whatever notation."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from firebreak.formats.coordinates.angles import PREFIXED, SIXTY, SUFFIXED, Angle, angle
from firebreak.formats.coordinates.boxes import boxes
from firebreak.formats.coordinates.found import Found, place_of
from firebreak.formats.doubts import Doubts, quote

POSITIONS_MAX: Final = 2_000  # corners of one notice on the wire; more is no warning a person reads

_BETWEEN: Final = re.compile(r"[\s,;:/.\-]{0,8}(?:LONG?\.?|LONGITUDE|ДОЛГОТА|Д\.)?[\s:]{0,3}")
_LETTERLESS: Final = re.compile(
    r"[\s,]{1,3}(?P<figure>\d{3}-\d{2}(?:[.,]\d{1,4}|-\d{2}(?:[.,]\d{1,3})?)?)(?![\d.,-]*\s?[EWВЗ](?![A-ZА-Я]))"
)
OTHERS_MIN: Final = 2
_EAST_ONLY: Final = re.compile(
    r"\b(?:FINNISH|ESTONIAN|LATVIAN|LITHUANIAN|POLISH|GERMAN|SWEDISH|KALININGRAD|PETERSBURG|BALTIC\s+SEA)\s+NAV"
)
"Coordinators whose whole sea lies east of Greenwich."


def positions(text: str, doubts: Doubts) -> list[Found]:
    """All positions of a tidied text, in its order; what looks like half of one is a finding."""
    angles = _angles(text)
    if len(angles) > 2 * POSITIONS_MAX:
        doubts.add("too-many-positions", f"the text names more than {POSITIONS_MAX} positions")
        angles = angles[: 2 * POSITIONS_MAX]
    angles = _twice_east(text, angles, doubts)
    found = boxes(text, angles, doubts)
    used = {each.start for each in angles if any(box.start <= each.start < box.end for box in found)}
    for first, second in pairwise(angles):
        if {first.start, second.start} & used or not _are_pair(text, first, second):
            continue
        used |= {first.start, second.start}
        found.extend(_found(text, first, second, doubts))
    lone = [each for each in angles if each.start not in used]
    _tell_lone(text, [each for each in lone if not _completed(text, each, found, doubts)], doubts)
    found.sort(key=lambda each: each.start)
    _tell_mixed(found, doubts)
    _tell_decimal(found, doubts)
    return found


def _angles(text: str) -> list[Angle]:
    """Hemispheres stand after the figures, or before them throughout: whichever gives more positions."""
    after = [angle(each, weak=_spaced(each)) for each in SUFFIXED.finditer(text) if not _chance(each)]
    before = [angle(each, weak=_weak(each)) for each in PREFIXED.finditer(text) if not each["d11"]]
    return before if _pairs(text, before) > _pairs(text, after) else after


def _pairs(text: str, angles: list[Angle]) -> int:
    return sum(_are_pair(text, *each) for each in pairwise(angles))


def _weak(match: re.Match[str]) -> bool:
    """A letter before a bare number is a label, a preposition or a buoy, unless another half follows."""
    return bool(match["d10"] or match["compact"]) and "°" not in match[0] and not match["fraction"]


def _spaced(match: re.Match[str]) -> bool:
    """`55.51 N` may be a length and a direction, `5.5N` too."""
    short = re.fullmatch(r"\d+[.,]\d", match["d10"] or "") is not None
    return bool(match["d10"]) and "°" not in match[0] and (short or _is_apart(match))


def _chance(match: re.Match[str]) -> bool:
    """`10100 SOUTH` is a chart and a word."""
    bare = match["compact"] or match["d11"]
    apart = bool(bare) and (_is_apart(match) or match[0][-2:].isalpha())
    return "°" not in match[0] and (apart or (bool(bare or match["d10"]) and _glued(match)))


def _is_apart(match: re.Match[str]) -> bool:
    return " " in match[0] or "\n" in match[0]


def _glued(match: re.Match[str]) -> bool:
    """A word runs into the figures; the latitude of the same position may."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return before[-1:].isalpha() and not before[:1].isdigit() and not match["compact"]


def _are_pair(text: str, first: Angle, second: Angle) -> bool:
    if first.latitude == second.latitude or (first.notation == "whole") != (second.notation == "whole"):
        return False
    return _BETWEEN.fullmatch(text, first.end, second.start) is not None


def _found(text: str, first: Angle, second: Angle, doubts: Doubts) -> Iterator[Found]:
    latitude, longitude = (first, second) if first.latitude else (second, first)
    written = quote(text[first.start : second.end])
    for code in {first.complaint, second.complaint} - {""}:
        doubts.add(code, f"{written}: {_WHY[code]}")
    if "impossible-coordinate" in {first.complaint, second.complaint}:
        return
    if latitude.value_e7 == longitude.value_e7 == 0:
        doubts.add("null-island", f"{written} lies where the equator meets the zero meridian: is it a blank?")
    place = place_of(latitude, longitude)
    notation = latitude.notation if latitude.notation == longitude.notation else "mixed"
    yield Found(first.start, second.end, place, notation, written)


_WHY: Final = {
    "impossible-coordinate": "there is no such place, it was left out; which one is meant?",
    "maybe-swapped": "three digits of latitude; are latitude and longitude swapped?",
    "typing-error": "read in spite of a slip of the hand",
}


def _twice_east(text: str, angles: list[Angle], doubts: Doubts) -> list[Angle]:
    """`54-28.5E 010-21.9E`: the first is a latitude by its two figures, if all others are north, or south."""
    signs = {each.value_e7 >= 0 for each in angles if each.latitude}
    mended = list(angles)
    for at, (first, second) in enumerate(pairwise(angles)):
        after_pair = at > 0 and not angles[at - 1].latitude and not first.latitude
        short = re.match(r"\d{2}(?!\d)", first.written) and re.match(r"\d{3}(?!\d)", second.written)
        if second.latitude or not (after_pair and short and len(signs) == 1):
            continue
        if _BETWEEN.fullmatch(text, first.end, second.start):
            north = signs == {True}
            value = abs(first.value_e7) if north else -abs(first.value_e7)
            mended[at] = replace(first, latitude=True, value_e7=value)
            said = f"{quote(text[first.start : second.end])}: the first is read as {'N' if north else 'S'}"
            doubts.add("hemisphere-assumed", said)
    return mended


def _completed(text: str, lone: Angle, found: list[Found], doubts: Doubts) -> bool:
    """`65-18.70N 007-15.70 RIG`: the letter is missing, and all the others in the text are east."""
    signs = {each.place.longitude_e7 >= 0 for each in found}
    match = _LETTERLESS.match(text, lone.end)
    told = len(signs) == 1 and len(found) >= OTHERS_MIN
    if not lone.latitude or match is None or not (told or (not found and _EAST_ONLY.search(text[:120]))):
        return False
    letter = "W" if signs == {False} else "E"
    other = SUFFIXED.fullmatch(match["figure"] + letter)
    if other is None or lone.complaint or angle(other).complaint:
        return False
    why = "all the others are" if told else "the whole Baltic is"
    second = replace(angle(other), start=match.start("figure"), end=match.end("figure"))
    doubts.add(
        "hemisphere-assumed",
        f"{quote(text[lone.start : second.end])}: read as {letter}, as {why}",
    )
    found.extend(_found(text, lone, second, doubts))
    return True


def _tell_lone(text: str, lone: list[Angle], doubts: Doubts) -> None:
    for each in lone:
        if each.notation == "whole" or each.weak:
            continue  # `RIGS SOUTH OF 65N` is the part of the sea that is spoken of
        doubts.add("lone-coordinate", f"{each.written} is half a position; where is the other half?")


def _tell_mixed(found: list[Found], doubts: Doubts) -> None:
    """`001-56-00W` among decimal minutes: 56 minutes 0 seconds, or 56.00 minutes?"""
    kinds = {each.notation for each in found}
    if "mixed" in kinds or {"dm", "dms"} <= kinds:
        written = next((each.written for each in found if each.notation in {"mixed", "dms"}), "")
        doubts.add(
            "mixed-notation", f"decimal minutes and seconds stand side by side ({written}); which is meant?"
        )


def _tell_decimal(found: list[Found], doubts: Doubts) -> None:
    """`54.51N 019.12E`: decimal degrees, or minutes behind a point? A figure over 60 decides."""
    written = [each.written for each in found if each.notation == "d"]
    shares = [share for each in written for share in re.findall(r"\d[.,](\d+)", each)]
    if shares and all(len(each) == 2 and int(each) < SIXTY for each in shares):  # noqa: PLR2004  of minutes
        doubts.add("mixed-notation", f"decimal degrees, or minutes behind the point? {written[0]}")


def blank(text: str, spans: list[tuple[int, int]], sign: str = " ") -> str:
    """The text with these stretches wiped out, every other character in its place."""
    out, at = list[str](), 0
    for start, end in sorted(spans):
        if start >= at:
            out += [text[at:start], sign * (end - start)]
            at = end
    return "".join([*out, text[at:]])
