"""Drafts as Whiteflag messages: one place or circle, and one time, each. What is lost is said."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import ceil
from typing import Final, NamedTuple

from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.bounds import unwritable
from firebreak.formats.drafts import Draft, Notes, Written, written
from firebreak.formats.enclosing import circle_round
from firebreak.formats.instants import iso
from firebreak.formats.parsed import Window
from firebreak.formats.whiteflag.fields import NOTHING, TEST
from firebreak.formats.whiteflag.fields import NOWHERE as UNTOLD
from firebreak.formats.whiteflag.message import Message, encode

SIZE_M_MAX: Final = 9_999
LASTS_MAX: Final = timedelta(days=99, hours=23, minutes=59)
GRAIN: Final = 100  # 1e-5 degrees in 1e-7
CIRCLE, AREA_UNSAID, UNSAID = "21", "20", "00"
INDICATORS: Final = {"issue": "0", "replace": "2", "cancel": "4"}
PLACE_NEEDED: Final = "PD"
ENTRY_DIGITS: Final = 64


class Spot(NamedTuple):
    """Where and how large."""

    kind: str
    north: str
    east: str
    radius_m: int


def write(drafts: Sequence[Draft]) -> Written:
    """A line of hexadecimal digits for each message. Raises LocalError."""
    notes = Notes()
    lines = [encode(each).hex() for draft in drafts for each in messages_of(draft, notes)]
    return written("".join(f"{each}\n" for each in lines), notes)


def messages_of(draft: Draft, notes: Notes) -> Iterator[Message]:
    """One message for each window. Raises LocalError."""
    if not draft.code:
        raise unwritable("Whiteflag", f"{draft.identifier or 'the notice'} has no code")
    _tell(draft, notes)
    spot = _spot(draft, notes)
    for each in draft.windows or _at_once(draft):
        yield _message(draft, spot, each, notes)


def _message(draft: Draft, spot: Spot, window: Window, notes: Notes) -> Message:
    body = {
        "SubjectCode": draft.code[1:],
        "DateTime": iso(window.start),
        "Duration": _duration(window, notes),
        "ObjectType": spot.kind,
        "ObjectLatitude": spot.north,
        "ObjectLongitude": spot.east,
        "ObjectSizeDim1": f"{spot.radius_m:04d}",
        "ObjectSizeDim2": "0000",
        "ObjectOrientation": "000",
    }
    reference, referenced = _reference(draft)
    code, pseudo = (TEST, draft.code[0]) if draft.exercise else (draft.code[0], "")
    return Message(code=code, pseudo=pseudo, reference=reference, referenced=referenced, body=body)


def _reference(draft: Draft) -> tuple[str, str]:
    if draft.act == "issue":
        return "0", NOTHING
    names = [each for each in draft.refers_to if len(each) == ENTRY_DIGITS]
    if not names:
        raise unwritable("Whiteflag", "what is replaced or cancelled is not named by a hash")
    return INDICATORS[draft.act], names[0]


def _at_once(draft: Draft) -> tuple[Window, ...]:
    if draft.issued_at is None:
        raise unwritable("Whiteflag", "it has neither a window nor a time of issue")
    return (Window(draft.issued_at, None),)


def _duration(window: Window, notes: Notes) -> str:
    lasts = _lasts(window.start, window.end)
    if lasts is None or lasts > LASTS_MAX:
        if lasts is not None:
            notes.add("end-assumed", "longer than 99 days: written as until it is discontinued")
        return "P00D00H00M"
    minutes = ceil(lasts.total_seconds() / 60)
    if minutes * 60 != lasts.total_seconds():
        notes.add("time-rounded", "an end is rounded up to the minute")
    return f"P{minutes // 1440:02d}D{minutes // 60 % 24:02d}H{minutes % 60:02d}M"


def _lasts(start: datetime, end: datetime | None) -> timedelta | None:
    return None if end is None else end - start


def _spot(draft: Draft, notes: Notes) -> Spot:
    area = draft.area
    if not area.places:
        if draft.code[0] in PLACE_NEEDED:
            raise unwritable("Whiteflag", f"a sign {draft.code} needs a place")
        return Spot(UNSAID, *UNTOLD, 0)
    middle, radius = _circle(area, notes)
    north, east = (round(each / GRAIN) for each in (middle.latitude_e7, middle.longitude_e7))
    if (north * GRAIN, east * GRAIN) != (middle.latitude_e7, middle.longitude_e7):
        notes.add("place-rounded", "places are rounded to 1e-5 degrees, and circles enlarged by a metre")
        radius += 1 if radius else 0
    if radius > SIZE_M_MAX:
        raise unwritable("Whiteflag", f"a circle of {radius} m; {SIZE_M_MAX} m is the largest")
    scale = DEGREE // GRAIN
    return Spot(
        CIRCLE if radius else AREA_UNSAID, _degrees(north, scale, 2), _degrees(east, scale, 3), radius
    )


def _degrees(value: int, scale: int, width: int) -> str:
    whole, rest = divmod(abs(value), scale)
    return f"{'-' if value < 0 else '+'}{whole:0{width}d}.{rest:05d}"


def _circle(area: Area, notes: Notes) -> tuple[Place, int]:
    if area.kind in {AreaKind.CIRCLE, AreaKind.NAMED} or (
        area.kind is AreaKind.POINT and len(area.places) == 1
    ):
        return area.places[0], (area.radius_m or 0) + area.buffer_m
    notes.add("outline-enclosed", "an outline is written as the circle round it")
    return circle_round(area)


def _tell(draft: Draft, notes: Notes) -> None:
    """What a message has no field for."""
    if draft.code[1] == "F":
        notes.add("code-lost", f"{draft.code} is a code of this project's: a private one to others")
    if draft.area.altitude is not None:
        notes.add("altitude-lost", "there is no field for heights")
    if draft.area.uncertainty_m:
        notes.add("uncertainty-lost", "there is no field for how exact a place is")
    if draft.texts or draft.title or draft.area.name:
        notes.add("texts-lost", "there is no field for words")
    if draft.authority or draft.contact or draft.identifier:
        notes.add(
            "particulars-lost", "there is no field for the authority, the contact and the name of a notice"
        )
