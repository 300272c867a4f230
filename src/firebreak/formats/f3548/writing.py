"""Writing volumes: the details of one operational intent. Heights above the ellipsoid only."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from firebreak.core.geo.area import Area, AreaKind, Datum, Ring
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.bounds import unwritable
from firebreak.formats.drafts import Draft, Notes, Written, written
from firebreak.formats.enclosing import circle_round
from firebreak.formats.instants import iso
from firebreak.formats.json_text import write_json

OUTLINED: Final = frozenset({AreaKind.POLYGON, AreaKind.MULTIPOLYGON})


def write(drafts: Sequence[Draft]) -> Written:
    """The volumes of all drafts. Raises LocalError."""
    notes = Notes()
    volumes = [volume for each in drafts for volume in _volumes(each, notes)]
    details = {"volumes": volumes, "off_nominal_volumes": [], "priority": 0}
    return written(write_json({"details": details}), notes)


def _volumes(draft: Draft, notes: Notes) -> Iterator[dict[str, Any]]:
    """One for each outline and window."""
    if not draft.area.places or draft.act == "cancel":
        raise unwritable("F3548", "a volume has an outline, and none cancels another")
    if draft.exercise:
        raise unwritable("F3548", "a volume has no field that says that it is of an exercise")
    _tell(draft, notes)
    for window in draft.windows or (None,):
        for outline in _outlines(draft.area, notes):
            times = {"time_start": _time(window.start)} if window else {}
            if window and window.end:
                times["time_end"] = _time(window.end)
            yield {"volume": outline | _heights(draft.area, notes)} | times


def _tell(draft: Draft, notes: Notes) -> None:
    if draft.act != "issue":
        notes.add("act-lost", "a volume does not say what it replaces")
    if draft.identifier or draft.code or draft.authority or draft.contact:
        notes.add("particulars-lost", "a volume has no name, no code, no authority and no contact")
    if draft.title or draft.texts or draft.area.name:
        notes.add("texts-lost", "a volume has no words")
    if draft.area.buffer_m and draft.area.kind is not AreaKind.CORRIDOR:
        notes.add("buffer-lost", "there is no field for the distance kept round an area")
    if draft.area.uncertainty_m:
        notes.add("uncertainty-lost", "there is no field for how exact a place is")


def _outlines(area: Area, notes: Notes) -> Iterator[dict[str, Any]]:
    if area.kind in OUTLINED:
        yield from (_polygon(each) for each in area.rings)
        return
    if area.kind is AreaKind.CIRCLE:
        yield _circle(area.places[0], area.radius_m or 1)
        return
    notes.add(
        "outline-enclosed", "what has no outline is written as the circle round it, of a metre at least"
    )
    yield _circle(*circle_round(area))


def _polygon(ring: Ring) -> dict[str, Any]:
    return {"outline_polygon": {"vertices": [_vertex(each) for each in ring]}}


def _circle(middle: Place, radius_m: int) -> dict[str, Any]:
    return {
        "outline_circle": {"center": _vertex(middle), "radius": {"value": max(radius_m, 1), "units": "M"}}
    }


def _vertex(place: Place) -> dict[str, float]:
    return {"lat": place.latitude_e7 / DEGREE, "lng": place.longitude_e7 / DEGREE}


def _heights(area: Area, notes: Notes) -> dict[str, Any]:
    band = area.altitude
    if band is None:
        return {}
    if band.datum is not Datum.W84:
        notes.add(
            "altitude-lost", f"heights by {band.datum.name} are left out: a volume has them by W84 only"
        )
        return {}
    ends = {"altitude_lower": band.lower_m, "altitude_upper": band.upper_m}
    return {
        name: {"value": value, "reference": "W84", "units": "M"}
        for name, value in ends.items()
        if value is not None
    }


def _time(at: datetime) -> dict[str, str]:
    return {"value": iso(at), "format": "RFC3339"}
