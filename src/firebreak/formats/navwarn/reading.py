"""One navigational warning, from text to what it says."""

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from firebreak.formats.coordinates.letters import tidy
from firebreak.formats.coordinates.pairs import blank, positions
from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.agreement import before_cancel, check_mixed_zones, check_windows, check_zone
from firebreak.formats.navwarn.amounts import plainer_amounts
from firebreak.formats.navwarn.apart import tell_apart
from firebreak.formats.navwarn.calendar import Calendar
from firebreak.formats.navwarn.cancels import Cancels, cancel_at, cancels, check_cancel
from firebreak.formats.navwarn.extents import extents
from firebreak.formats.navwarn.groups import groups
from firebreak.formats.navwarn.halves import halves
from firebreak.formats.navwarn.headings import Heading, heading, is_list, numbers
from firebreak.formats.navwarn.kinds import name_of
from firebreak.formats.navwarn.leftovers import leftovers
from firebreak.formats.navwarn.outlines import check_outline
from firebreak.formats.navwarn.shapes import Outline, outline
from firebreak.formats.navwarn.spelled import plainer
from firebreak.formats.navwarn.waters import check_waters
from firebreak.formats.navwarn.windows import last_end, windows
from firebreak.formats.parsed import Parsed, Window

_IGNORED: Final = re.compile(
    r"\b(?:CHARTS?|КАРТ[АЫ]|КНИГА|BOOK|MMSI|IMO|TEL|PHONE|ТЕЛ)\b[:.]?(?:\s+RUS)?[\s\d,.+]{3,200}|\b\d{5}(?:,\s*\d{5}){1,30}\b|"
    r"\b[\w.+-]{1,40}@\S{1,60}|HTTPS?://\S{1,200}|\+\d[\d ]{6,30}|\b\d{1,6}[.,]\d{1,4}\s?(?:KHZ|MHZ|КГЦ|МГЦ)|"
    r"\b20\d\d\s+SERIES:[\d,\s.]{1,400}|"
    r"DNC\s\d\d(?:,\s+DNC\s\d\d){0,20}|"
    r"\b\d{1,3}(?:[.,]\d{1,2})?\s?-\s?\d{1,3}(?:[.,]\d{1,2})?\s?(?:ГРАД|DEGREES)"
)
_CONTACT: Final = re.compile(
    r"(?:TEL(?:EFON|EPHONE|\.)?|PHONE|MOBILE|FAX|ТЕЛ\.?)\s*:?\s*[+\d][\d /\-]{5,60}|"
    r"E-?(?:MAIL|POST)|\+\d[\d ]{6,30}"
)
_FURTHER: Final = re.compile(r"\bFURTHER\s+NOTICE\b|\bUFN\b|ДАЛЬНЕЙШЕГО\s+УВЕДОМЛЕНИЯ")
_OWN: Final = re.compile(r"(?<![\d/])(\d{1,4}/\d\d)(?!\d)")
_CLOSED_AREA: Final = re.compile(
    r"\b(?:AREA|ZONE|RANGE|POLYGON|РАЙОН\w*|ЗОНА)\b[^.]*\b(?:CLOSED|PROHIBITED|DANGER|EXERCISE|PRACTICE|FIRING|DECLARED)|"
    r"(?:DECLARED|DANGER|CAUTION|PRACTICE|FIRING|SEA|EXERCISE)\s+AREA\b|СТРЕЛЬБ"
)


def read_navwarn(text: str, given: datetime | None = None, name: str = "") -> Parsed:
    """A warning in English or Russian, or both at once."""
    tidied = plainer_amounts(plainer(tidy(text)))
    parts = halves(tidied)
    readings = [_read_half(each, given, name) for each in parts]
    source = "prip" if re.search(r"ПРИП|НАВАРЕА|НАВИП|[А-Я]{4}", parts[0]) else "navwarn"
    if len(readings) == 1:
        return replace(readings[0], source_format=source)
    return replace(_both(*readings), source_format=source)


def _both(russian: Parsed, english: Parsed) -> Parsed:
    """The English half names its zone; the Russian one is the warning as issued and has the positions."""
    chosen = english if english.parts or not russian.parts else russian
    if russian.parts and russian.shape == english.shape:
        chosen = replace(chosen, parts=russian.parts, part_shapes=russian.part_shapes)
    doubts = Doubts()
    for each in chosen.findings:
        doubts.add(each.code, each.text)
    for what in ("parts", "windows", "cancel_at", "radius_m"):
        one, other = getattr(russian, what), getattr(english, what)
        if one != other and (one or what != "windows") and not (what == "cancel_at" and one is None):
            doubts.add("halves-differ", f"the Russian and the English text differ: {_WHAT[what]}")
    return replace(chosen, findings=tuple(doubts))


_WHAT: Final = {
    "parts": "positions", "windows": "times", "cancel_at": "when it is cancelled", "radius_m": "radius",
}  # fmt: skip


def _read_half(text: str, given: datetime | None, name: str) -> Parsed:
    doubts = Doubts()
    head = heading(text, given, name)
    clauses = cancels(text)
    if is_list(text):
        return Parsed(
            source_format="navwarn", cancels=tuple(dict.fromkeys(clauses.refs)), findings=tuple(doubts)
        )
    wiped = blank(
        text, [*clauses.spans, *head.stamps, *(each.span() for each in _CONTACT.finditer(text))], "¤"
    )
    if len(every := numbers(text, clauses.spans)) > 1:
        said = ", ".join(str(each) for each in sorted(every))
        doubts.add("several-warnings", f"more than one warning begins in it ({said}); they are read as one")
    shape, rest, berth = read_outline(wiped, doubts)
    check_waters(text, name, [place for part in shape.parts for place in part], doubts)
    times, end = _times(rest, clauses, head, doubts)
    tell_apart(rest, shape.starts, head.issued, head.year, doubts)
    if shape.shape == "none":
        shape = _by_name(rest, shape, bool(times), doubts)
    _tell_nothing(shape, bool(times), end is not None or bool(clauses.refs), doubts)
    return Parsed(
        source_format="navwarn", shape=shape.shape, parts=tuple(shape.parts), radius_m=shape.radius_m,
        berth_m=berth, windows=tuple(times), cancel_at=end, cancels=_others(clauses, text, name),
        area_name=shape.name, part_shapes=shape.part_shapes, findings=tuple(doubts),
    )  # fmt: skip


def _tell_nothing(shape: Outline, timed: bool, cancelling: bool, doubts: Doubts) -> None:
    """Times without a place, or neither."""
    if shape.shape == "none" and timed:
        doubts.add("outline-unknown", "times are named, and no place was found")
    elif shape.shape == "none" and not cancelling:
        doubts.add("nothing-read", "no position, no time and no reference was found")


def _others(clauses: Cancels, text: str, name: str) -> tuple[str, ...]:
    """What it cancels besides itself."""
    first = min((start for start, _ in clauses.spans), default=60)
    own = {match[1] for each in (name, text[: min(60, first)]) if (match := _OWN.search(each))}
    return tuple(each for each in dict.fromkeys(clauses.refs) if each.split(" ")[-1] not in own)


def read_outline(text: str, doubts: Doubts) -> tuple[Outline, str, float | None]:
    """The outline, the text without what it was read from, and the berth."""
    found = positions(text, doubts)
    plain = blank(text, [(each.start, each.end) for each in found], "¤")
    lengths = extents(plain, doubts)
    shape = outline(groups(text, found), lengths, plain, doubts)
    check_outline(shape.rings, True, False, doubts)
    check_outline(shape.parts if shape.shape == "line" else [], False, True, doubts)
    rest = blank(plain, [*lengths.spans, *((m.start(), m.end()) for m in _IGNORED.finditer(plain))], "¤")
    leftovers(rest, shape.shape in {"polygon", "multipolygon", "circle"}, doubts)
    return (
        replace(shape, name=shape.name if shape.shape in {"named_area", "none"} else ""),
        rest,
        lengths.berth_m,
    )


def _by_name(text: str, shape: Outline, timed: bool, doubts: Doubts) -> Outline:
    """An area without a position is known by its name alone."""
    if not (
        (shape.name and timed) or (_CLOSED_AREA.search(text) and (timed or shape.name or "CLOSED" in text))
    ):
        return replace(shape, name="")
    doubts.add("outline-unknown", f"an area without a position{': ' + shape.name if shape.name else ''}")
    return replace(shape, shape="named_area", name=name_of(text))


def _times(
    text: str, clauses: Cancels, head: Heading, doubts: Doubts
) -> tuple[list[Window], datetime | None]:
    calendar = Calendar(head.issued, head.year, doubts)
    calendar.local = head.local
    if calendar.issued is None:
        calendar.issued = cancel_at(clauses, calendar, None)
    found = windows(text, calendar)
    if head.doubtful and (found or clauses.times):
        doubts.add("year-doubtful", head.doubtful)
    if not found and _FURTHER.search(text):
        doubts.add("open-end", "it lasts until further notice, and no start is named: no window was read")
    last = last_end(found)
    end = cancel_at(clauses, calendar, last)
    if clauses.says and end is None and not clauses.refs:
        doubts.add("cancel-unread", "it says when it is cancelled, and that was not understood")
    for each in clauses.missed:
        doubts.add("cancel-unread", f"a number among what is cancelled was not understood: {quote(each)}")
    found, last = before_cancel(found, end, last, doubts)
    check_cancel(end, last, doubts)
    check_windows(found, head, doubts)
    if end is not None and head.issued is not None and end < head.issued:
        doubts.add("in-the-past", f"cancelled {end:%d %b %Y}, before it was issued")
    check_mixed_zones(text, clauses, doubts)
    check_zone(text, head, end, last, doubts)
    return found, end
