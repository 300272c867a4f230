"""One NOTAM, from text to what it says.

The library aviconv-notam reads the same fields in the tests; decision 0014 says why it does not here.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from firebreak.formats.coordinates.letters import tidy
from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.amounts import plainer_amounts
from firebreak.formats.navwarn.reading import read_outline
from firebreak.formats.notam.fields import Fields, fields
from firebreak.formats.notam.heights import heights
from firebreak.formats.notam.schedule import schedule
from firebreak.formats.parsed import Parsed, Window

_MOMENT: Final = re.compile(r"(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?!\d)")
_END: Final = re.compile(r"\d{10}\s*(?:EST)?|PERM|UFN|(?:WIE|WEF)\b.*")
CENTURY: Final = 2000


def read_notam(text: str) -> Parsed:
    """A NOTAM with or without its brackets."""
    doubts = Doubts()
    found = fields(tidy(text))
    cancels = (found.ref,) if found.ref and found.kind in {"R", "C"} else ()
    if found.kind in {"R", "C"} and not found.ref:
        doubts.add("field-missing", "which NOTAM it replaces or cancels was not understood")
    if found.kind == "C":
        return Parsed(source_format="notam", cancels=cancels, findings=tuple(doubts))
    _tell_lacking(found, doubts)
    shape, _, berth = read_outline(plainer_amounts(_words(found.texts.get("E", ""))), doubts)
    if shape.shape == "none":
        doubts.add("outline-unknown", "field E has no position; the circle of field Q is not the area")
    start, end = _times(found, doubts)
    return Parsed(
        source_format="notam", shape=shape.shape, parts=tuple(shape.parts), radius_m=shape.radius_m,
        berth_m=berth, windows=tuple(_windows(found, start, end, doubts)), cancels=cancels,
        area_name=shape.name, part_shapes=shape.part_shapes,
        heights=heights(found.texts.get("F", ""), found.texts.get("G", ""), doubts),
        findings=tuple(doubts),
    )  # fmt: skip


def _tell_lacking(found: Fields, doubts: Doubts) -> None:
    lacking = [letter for letter in "ABCE" if not found.texts.get(letter)]
    if lacking:
        doubts.add("field-missing", f"a NOTAM without {', '.join(lacking)}")
    if found.part:
        doubts.add("part-of-several", f"part {found.part} of several; the area may go on in another part")


def _words(text: str) -> str:
    """The abbreviations of NOTAM that carry an outline."""
    return re.sub(r"\bCENTRE\b|\bCTR\b|\bCENTERED\b", "CENTRED", re.sub(r"\bWI\b", "WITHIN", text))


def _times(found: Fields, doubts: Doubts) -> tuple[datetime | None, datetime | None]:
    start = _moment(found.texts.get("B", ""), doubts)
    last = found.texts.get("C", "")
    if "PERM" in last:
        doubts.add("permanent", "permanent: no end")
        return start, None
    if "EST" in last:
        doubts.add("estimated-end", f"the end is estimated: {quote(last)}; it lasts until it is cancelled")
    if last and not _END.fullmatch(last):
        doubts.add("unread-time", f"field C was not understood, or something follows it: {quote(last)}")
    if "WIE" in found.texts.get("B", ""):
        doubts.add("start-from-issue", "with immediate effect: no start is named")
    return start, _moment(last, doubts)


def _moment(text: str, doubts: Doubts) -> datetime | None:
    match = _MOMENT.match(text)
    if match is None:
        return None
    year, month, day, hour, minute = (int(each) for each in match.groups())
    try:
        midnight = datetime(CENTURY + year, month, day, tzinfo=UTC)
    except ValueError:
        doubts.add("bad-date", f"{text[:10]} is no date")
        return None
    if hour > 24 or minute > 59:  # noqa: PLR2004  a clock
        doubts.add("bad-time", f"{text[:10]} is no time of day")
        return None
    return midnight + timedelta(hours=hour, minutes=minute)


def _windows(found: Fields, start: datetime | None, end: datetime | None, doubts: Doubts) -> list[Window]:
    if start is None:
        doubts.add("unread-time", "field B has no start")
        return []
    if end is None:
        if found.texts.get("D"):
            doubts.add("schedule-unread", f"field D without an end: {quote(found.texts['D'])}")
        return [Window(start, None)]
    if end <= start:
        doubts.add("ends-before-begins", f"B {start:%d %b %Y %H:%M} lies after C {end:%d %b %Y %H:%M}")
        return [Window(start, end)]
    return schedule(found.texts["D"], start, end, doubts) if found.texts.get("D") else [Window(start, end)]
