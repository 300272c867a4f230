"""A notice as programs write it: JSON with names, degrees and instants, turned into the body to be signed.

Instants are milliseconds or ISO 8601; places are `[latitude, longitude]` in degrees.
"""

from typing import Any, Final, cast

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.phrases import said_phrase
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant, from_iso, iso
from firebreak.core.geo.area import NOWHERE, Altitude, Area, AreaKind, Datum, Ring
from firebreak.core.geo.place import DEGREE, LONGITUDE_E7_MAX, Place
from firebreak.core.line.line import Line
from firebreak.core.notice.bodies import (
    Approach,
    Danger,
    Doubt,
    Ends,
    Movement,
    Notice,
    Reference,
    Relation,
    Source,
    Window,
    Wording,
)
from firebreak.core.notice.kinds import CODE

FIELDS: Final = frozenset({
    "code", "desk", "to", "from_desk", "area", "windows", "ends", "expires_at", "schedule", "texts",
    "activity", "danger", "authority", "contact", "emergency", "replaces", "references", "source", "phrase",
    "values", "confirm_by", "movement", "approach",
})  # fmt: skip
AREA_FIELDS: Final = frozenset({
    "kind", "positions", "radius_m", "buffer_m", "uncertainty_m", "altitude", "name",
})  # fmt: skip


def notice_of(line: Line, form: Arguments) -> Notice:
    """The body of a notice. Raises LocalError that names the field."""
    form.only(FIELDS)
    if not CODE.fullmatch(form.text("code").upper()):
        raise unfit(f"{form.text('code')!r} is no code of a notice", "`firebreak notice codes` lists them")
    try:
        return Notice(
            from_desk=form.text("from_desk", line.ours.desks[0]),
            to=tuple(form.texts("to")) or (form.text("desk", line.theirs.desks[0]),),
            code=form.text("code").upper(),
            area=area_of(form.inside("area")),
            windows=tuple(_window(each) for each in form.rows("windows")),
            ends=choice(Ends, form, "ends", Ends.FIXED),
            expires_at=instant_of(form, "expires_at"),
            schedule=form.text("schedule", ""),
            texts=wordings(form, "texts"),
            danger=_danger(form),
            emergency=form.flag("emergency"),
            replaces=form.maybe_octets("replaces"),
            references=tuple(_reference(each) for each in form.several("references")),
            source=_source(form.inside("source")),
            phrase=said_phrase(form),
            confirm_by=instant_of(form, "confirm_by"),
            movement=_movement(form.inside("movement")),
            approach=_approach(form.inside("approach")),
            activity=form.text("activity", ""),
            authority=form.text("authority", ""),
            contact=form.text("contact", ""),
        )
    except ValueError as error:
        raise unfit(str(error)) from error


def area_of(form: Arguments | None) -> Area:
    """An area; `positions` are `[latitude, longitude]`, of a multipolygon lists of those."""
    if form is None:
        return NOWHERE
    form.only(AREA_FIELDS)
    kind = choice(AreaKind, form, "kind")
    positions = form.rows("positions")
    rows = positions if kind is AreaKind.MULTIPOLYGON else [positions] if positions else []
    return Area(
        kind=kind,
        rings=tuple(_ring(each) for each in rows),
        radius_m=form.maybe_number("radius_m"),
        buffer_m=form.number("buffer_m", 0),
        uncertainty_m=form.maybe_number("uncertainty_m"),
        altitude=_altitude(form.inside("altitude")),
        name=form.text("name", ""),
    )


def wordings(form: Arguments, name: str) -> tuple[Wording, ...]:
    """Texts by their language."""
    texts = form.inside(name)
    return (
        () if texts is None else tuple(Wording(language=each, text=texts.text(each)) for each in texts.values)
    )


def instant_of(form: Arguments, name: str, default: int = 0) -> int:
    """Milliseconds UTC."""
    value = form.values.get(name)
    return default if value is None else _instant(name, value)


def unfit(text: str, hint: str = "see `firebreak notice issue --help` for an example") -> LocalError:
    """What is given makes up no notice."""
    return LocalError(text, code="FB607", hint=hint)


def _instant(name: str, value: object) -> int:
    if isinstance(value, str):
        try:
            return from_iso(value)
        except (ValueError, OverflowError) as error:
            raise wrong(name, f"is {value[:40]!r}, not an instant like 2022-03-23T14:05Z") from error
    return Arguments({name: value}).number(name)


def _window(row: object) -> Window:
    ends = cast("list[object]", row) if isinstance(row, list) else []
    if len(ends) != 2:  # noqa: PLR2004
        raise wrong("windows", "is not a list of pairs, from when until when")
    opens, closes = (_instant("windows", each) for each in ends)
    if closes <= opens:
        raise unfit(f"a window begins at {iso(Instant(opens))} and ends at {iso(Instant(closes))}")
    return Window(opens_at=opens, closes_at=closes)


def _ring(row: object) -> Ring:
    places = cast("list[object]", row) if isinstance(row, list) else [None]
    return tuple(_place(each) for each in places)


def _place(pair: object) -> Place:
    numbers = cast("list[Any]", pair) if isinstance(pair, list) else []
    if len(numbers) != 2 or any(type(each) not in (int, float) for each in numbers):  # noqa: PLR2004
        raise wrong("positions", "is not a list of [latitude, longitude] in degrees")
    try:
        north, east = (round(each * DEGREE) for each in numbers)
    except (ValueError, OverflowError) as error:
        raise wrong("positions", "holds what is no number") from error
    return Place(north, -LONGITUDE_E7_MAX if east == LONGITUDE_E7_MAX else east)


def _altitude(form: Arguments | None) -> Altitude | None:
    if form is None:
        return None
    datum = choice(Datum, form, "datum")
    return Altitude(lower_m=form.maybe_number("lower_m"), upper_m=form.maybe_number("upper_m"), datum=datum)


def _danger(form: Arguments) -> int:
    found = 0
    for each in form.texts("danger"):
        member = Danger.__members__.get(each.upper())
        if member is None:
            raise wrong("danger", f"is {each!r}, not one of {', '.join(Danger.__members__).lower()}")
        found |= member
    return found


def _reference(form: Arguments) -> Reference:
    return Reference(relation=choice(Relation, form, "relation"), entry=form.octets("entry"))


def _source(form: Arguments | None) -> Source | None:
    if form is None:
        return None
    doubts = tuple(
        Doubt(code=each.text("code"), text=each.text("text", "")) for each in form.several("doubts")
    )
    return Source.of(form.text("format"), form.text("text"), doubts, form.text("confirmed_by", ""))


def _movement(form: Arguments | None) -> Movement | None:
    if form is None:
        return None
    return Movement(
        name=form.text("name", ""),
        marking=form.text("marking", ""),
        vehicles=form.text("vehicles", ""),
        persons=form.maybe_number("persons"),
        en_route=form.text("en_route", ""),
    )


def _approach(form: Arguments | None) -> Approach | None:
    if form is None:
        return None
    return Approach(
        ours=form.text("ours"),
        theirs=form.text("theirs"),
        bearing_cdeg=form.maybe_number("bearing_cdeg"),
        distance_m=form.maybe_number("distance_m"),
        closest_m=form.maybe_number("closest_m"),
        closest_at=form.maybe_number("closest_at"),
    )
