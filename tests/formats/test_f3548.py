"""Operational intents, there and back, and whether two of them conflict."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import Altitude, Area, AreaKind, Datum
from firebreak.core.geo.outline import unrolled
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.drafts import Draft
from firebreak.formats.f3548 import conflicts, read, write
from firebreak.formats.measures import place_e7
from firebreak.formats.parsed import Window
from tests.formats import drafting
from tests.formats.test_geojson import codes

AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
CIRCLE = {"center": {"lat": 46.9, "lng": 7.4}, "radius": {"value": 300.5, "units": "M"}}
CORNERS = [(46.9, 7.4), (46.9, 7.5), (47.0, 7.5)]
POLYGON = {"vertices": [{"lat": north, "lng": east} for north, east in CORNERS]}


def volume(**anew: object) -> dict[str, Any]:
    space: dict[str, Any] = {
        "outline_circle": CIRCLE,
        "altitude_lower": {"value": 100.2, "reference": "W84", "units": "M"},
        "altitude_upper": {"value": 200.2, "reference": "W84", "units": "M"},
    } | anew  # fmt: skip
    times = {
        "time_start": {"value": "2026-03-01T08:00:00Z", "format": "RFC3339"},
        "time_end": {"value": "2026-03-01T09:00:00Z", "format": "RFC3339"},
    }
    return {"volume": {key: each for key, each in space.items() if each}} | times


def only(value: object) -> Draft:
    (draft,) = read(json.dumps(value))
    return draft


def test_a_volume_is_an_area_between_two_heights_at_a_time() -> None:
    draft = only(volume())
    band = Altitude(lower_m=100, upper_m=201, datum=Datum.W84)
    assert draft.area == Area.of(AreaKind.CIRCLE, Place(469000000, 74000000), radius_m=301, altitude=band)
    assert draft.windows == (Window(AT, AT + timedelta(hours=1)),)
    assert not draft.findings


def test_a_whole_intent_is_read_with_its_name() -> None:
    reference = {"id": "0b1c", "manager": "uss1"}
    details = {
        "volumes": [volume(outline_circle=None, outline_polygon=POLYGON)],
        "off_nominal_volumes": [volume()],
    }
    plain, off = read(json.dumps({"operational_intent": {"reference": reference, "details": details}}))
    assert plain.area.places == tuple(place_e7(round(a * DEGREE), round(b * DEGREE)) for a, b in CORNERS)
    assert (plain.identifier, plain.authority, off.title) == ("0b1c", "uss1", "off-nominal")
    assert not plain.findings


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (volume(outline_polygon=POLYGON), "no-area"),
        (volume(outline_circle=None), "no-area"),
        (volume(altitude_lower={"value": "low", "reference": "W84", "units": "M"}), "altitude-unread"),
        (volume(altitude_lower={"value": 10, "reference": "QNH", "units": "M"}), "altitude-unread"),
        (volume(altitude_lower={"value": 10, "reference": "MSL", "units": "M"}), "altitude-mixed"),
        (volume(altitude_lower={"value": 900, "reference": "W84", "units": "M"}), "altitude-unread"),
        (volume(outline_circle=CIRCLE | {"radius": {"value": 3, "units": "furlong"}}), "unit-unknown"),
        (volume(outline_circle=CIRCLE | {"radius": {"value": -3, "units": "M"}}), "radius-odd"),
    ],
)
def test_what_is_doubtful_is_said(value: object, code: str) -> None:
    assert code in codes(only(value))


@pytest.mark.parametrize("wrong", ["{}", "[]", '{"details": {"volumes": []}}', '"x"'])
def test_what_holds_no_volume_is_refused(wrong: str) -> None:
    with pytest.raises(LocalError) as refused:
        read(wrong)
    assert refused.value.code == "FB620"


areas = st.one_of(drafting.circles, drafting.polygons()).filter(lambda area: bool(area.places))


@given(areas, drafting.altitudes, drafting.windows(most=1))
def test_what_is_written_comes_back(
    area: Area, altitude: Altitude | None, windows: tuple[Window, ...]
) -> None:
    made = write([Draft(source_format="x", area=replace(area, altitude=altitude), windows=windows)])
    (back,) = read(made.data)
    kept = altitude if altitude and altitude.datum is Datum.W84 else None
    assert back == Draft(source_format="f3548", area=replace(area, altitude=kept), windows=windows)
    assert {each.code for each in made.losses} == ({"altitude-lost"} if altitude and not kept else set())


def test_heights_above_the_sea_are_left_out_and_never_turned_into_others() -> None:
    area = Area.of(AreaKind.CIRCLE, Place(0, 0), radius_m=5, altitude=Altitude(upper_m=5, datum=Datum.MSL))
    made = write([Draft(source_format="x", area=area, code="D00", title="T", act="replace")])
    assert "altitude" not in made.data.decode()
    assert {each.code for each in made.losses} == {
        "altitude-lost",
        "particulars-lost",
        "texts-lost",
        "act-lost",
    }


def test_a_notice_without_an_outline_is_refused() -> None:
    with pytest.raises(LocalError) as refused:
        write([Draft(source_format="x")])
    assert refused.value.code == "FB624"


def box(west: float, south: float, size: float = 1.0) -> Area:
    ends = [(south, west), (south, west + size), (south + size, west + size), (south + size, west)]
    return Area.of(AreaKind.POLYGON, *(place_e7(round(a * DEGREE), round(b * DEGREE)) for a, b in ends))


def flight(area: Area, start: int = 0, end: int = 60, **band: Any) -> list[Draft]:
    window = Window(AT + timedelta(minutes=start), AT + timedelta(minutes=end))
    altitude = Altitude(datum=Datum.W84, **band) if band else None
    return [Draft(source_format="f3548", area=replace(area, altitude=altitude), windows=(window,))]


@pytest.mark.parametrize(
    ("ours", "theirs", "meet"),
    [
        (flight(box(7, 47)), flight(box(7.5, 47.5)), True),
        (flight(box(7, 47)), flight(box(9, 47)), False),
        (flight(box(7, 47, 3)), flight(box(8, 48, 0.1)), True),
        (flight(box(8, 48, 0.1)), flight(box(7, 47, 3)), True),
        (flight(box(7, 47)), flight(box(8, 48)), True),
        (flight(box(179.5, 0)), flight(box(-179.9, 0.5)), True),
        (flight(box(7, 47)), flight(box(7.5, 47.5), 61, 90), False),
        (flight(box(7, 47)), flight(box(7.5, 47.5), 60, 90), True),
        (flight(box(7, 47), lower_m=0, upper_m=100), flight(box(7, 47), lower_m=101, upper_m=200), False),
        (flight(box(7, 47), lower_m=0, upper_m=100), flight(box(7, 47), lower_m=100, upper_m=200), True),
        (flight(box(7, 47), lower_m=0, upper_m=100), flight(box(7, 47)), True),
    ],
)
def test_intents_conflict_where_space_height_and_time_meet(ours: list, theirs: list, *, meet: bool) -> None:
    assert bool(conflicts(ours, theirs)) is meet
    assert bool(conflicts(theirs, ours)) is meet


def test_heights_of_two_datums_may_be_the_same() -> None:
    (low,) = flight(box(7, 47), lower_m=0, upper_m=100)
    other = Altitude(lower_m=500, upper_m=600, datum=Datum.MSL)
    assert conflicts([low], [replace(low, area=replace(low.area, altitude=other))])


@given(drafting.polygons(), drafting.polygons(), st.integers(-3, 3), st.integers(-3, 3))
def test_outlines_meet_as_they_do_on_the_chart(one: Area, two: Area, over: int, up: int) -> None:
    if not one.places or not two.places:
        return
    shift = [one.places[0].latitude_e7 - two.places[0].latitude_e7 + up * DEGREE // 7,
             one.places[0].longitude_e7 - two.places[0].longitude_e7 + over * DEGREE // 7]  # fmt: skip
    moved = [place_e7(max(-89 * DEGREE, min(89 * DEGREE, each.latitude_e7 + shift[0])),
                      each.longitude_e7 + shift[1]) for each in two.places]  # fmt: skip
    if len(set(moved)) < len(moved) or any(
        abs(each.longitude_e7) > 176 * DEGREE for each in (*moved, *one.places)
    ):
        return
    other = Area.of(AreaKind.POLYGON, *moved)
    shapes = [Polygon(unrolled(each.rings[0])) for each in (one, other)]
    if all(each.is_valid for each in shapes):
        assert bool(conflicts(flight(one), flight(other))) is shapes[0].intersects(shapes[1])
