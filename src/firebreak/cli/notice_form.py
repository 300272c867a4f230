"""A notice out of options and a file, as the node reads it."""

import json
from pathlib import Path
from typing import Any, Final, cast

from firebreak.cli.times import parse
from firebreak.core.base.errors import LocalError
from firebreak.core.geo.place import DEGREE, Place

FILE_BYTES_MAX: Final = 1 << 20
SHAPES: Final = {0: "none", 1: "point", 2: "line"}
"By the number of places; three and more make a polygon."


def read_form(file: Path | None) -> dict[str, Any]:
    """The fields of a file. Raises LocalError."""
    from firebreak.app.house import read_file

    if file is None:
        return {}
    try:
        found: object = json.loads(read_file(file)[:FILE_BYTES_MAX])
    except ValueError as error:
        raise unfit(f"{file.name} is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise unfit(f"{file.name} holds no notice")
    return cast("dict[str, Any]", found)


def form_of(held: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """What the options say, and for the rest what the file says. Raises LocalError."""
    form = {**held, **{name: value for name, value in options.items() if value is not None}}
    if not form.get("code"):
        raise LocalError(
            "the notice has no code", code="FB607", hint="give --code; see `firebreak notice codes`"
        )
    return form


def area(
    shape: str, places: list[str], radius_m: int | None, buffer_m: int, name: str
) -> dict[str, Any] | None:
    """The area that the options describe, or None for none. Raises LocalError."""
    if not (shape or places or name):
        return None
    return {
        "kind": shape or _guess(len(places), radius_m, buffer_m, name),
        "positions": [_position(each) for each in places],
        "radius_m": radius_m,
        "buffer_m": buffer_m,
        "name": name,
    }


def _guess(places: int, radius_m: int | None, buffer_m: int, name: str) -> str:
    if radius_m:
        return "circle"
    if name and places <= 1:
        return "named"
    found = SHAPES.get(places, "polygon")
    return "corridor" if found == "line" and buffer_m else found


def _position(text: str) -> list[float]:
    """In any usual form. Raises LocalError."""
    found = typed_place(text)
    return [found.latitude_e7 / DEGREE, found.longitude_e7 / DEGREE]


def typed_place(text: str) -> Place:
    """A position in any usual form; one that can be meant in two ways is not guessed. Raises LocalError."""
    from firebreak.formats.coordinates.typed import read_place

    place, findings = read_place(text)
    if findings:
        hint = "write it with N, S, E, W; `firebreak notice coordinates` shows how it is read"
        raise LocalError(f"position {text!r}: {findings[0].text}", code="FB607", hint=hint)
    return place


def given_window(opens: str | None, closes: str | None, confirm_by: str | None, now: int) -> dict[str, Any]:
    """Windows and date of confirmation. Raises LocalError."""
    found: dict[str, Any] = {}
    if confirm_by is not None:
        found["confirm_by"] = parse("--confirm-by", confirm_by, now)
    if opens is None and closes is None:
        return found
    if opens is None or closes is None:
        hint = "give both --from-time and --to-time, or neither"
        raise LocalError("a window has two ends", code="FB363", hint=hint)
    found["windows"] = [[parse("--from-time", opens, now), parse("--to-time", closes, now)]]
    return found


def unfit(text: str) -> LocalError:
    """What was given makes up no notice."""
    return LocalError(text, code="FB607", hint="see docs/notices.md for the fields of a notice")
