"""Texts and positions of others, read for a form that a person looks through."""

from typing import Any

from firebreak.core.base.errors import FirebreakError, LocalError
from firebreak.core.geo.place import DEGREE, LONGITUDE_E7_MAX, Place
from firebreak.formats import files
from firebreak.formats.coordinates.typed import forms, read_typed
from firebreak.formats.forms import form_of


def drafted(text: str, kind: str) -> list[dict[str, Any]]:
    """Each notice that a text holds. Raises LocalError when it is of no format that is read here."""
    data = text.encode("utf-8", "replace")
    return [
        {
            "form": form_of(each, data),
            "findings": [{"code": found.code, "text": found.text} for found in each.findings],
            "identifier": each.identifier,
            "act": each.act,
            "refers_to": list(each.refers_to),
        }
        for each in files.read(data, kind)
    ]


def positioned(text: str) -> dict[str, Any]:
    """One typed position; with `wrong` where there is none in it."""
    try:
        found = read_typed(text)
    except LocalError as error:
        return {"text": text, "position": None, "wrong": error.text, "hint": error.hint}
    return {
        "text": text,
        "position": [found.place.latitude_e7 / DEGREE, found.place.longitude_e7 / DEGREE],
        "forms": found.forms,
        "check": found.place.check_digits(),
        "findings": [{"code": each.code, "text": each.text} for each in found.findings],
    }


def with_forms(notice: dict[str, Any]) -> dict[str, Any]:
    """A notice of the node, each of its places in the other forms too."""
    held = notice["area"]["positions"]
    flat = [each for ring in held for each in ring] if notice["area"]["kind"] == "multipolygon" else held
    places = [{**place, "forms": _forms(pair)} for place, pair in zip(notice["places"], flat, strict=True)]
    return {**notice, "places": places}


def _forms(pair: list[float]) -> dict[str, str]:
    north, east = (round(each * DEGREE) for each in pair)
    try:
        return forms(Place(north, -LONGITUDE_E7_MAX if east == LONGITUDE_E7_MAX else east))
    except FirebreakError:
        return {}
