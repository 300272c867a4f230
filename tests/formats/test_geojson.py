"""GeoJSON, there and back."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import NOWHERE, Altitude, Area, AreaKind, Datum
from firebreak.core.geo.place import DEGREE
from firebreak.formats.drafts import Draft
from firebreak.formats.geojson import read, write
from firebreak.formats.measures import place_e7
from firebreak.formats.parsed import Window
from tests.formats import drafting


def codes(draft: Draft) -> set[str]:
    return {each.code for each in draft.findings}


def feature(kind: str, coordinates: object, **properties: object) -> str:
    geometry = {"type": kind, "coordinates": coordinates}
    return json.dumps({"type": "Feature", "properties": properties, "geometry": geometry})


def only(text: str) -> Draft:
    (draft,) = read(text)
    return draft


def place(north: float, east: float):
    return place_e7(round(north * DEGREE), round(east * DEGREE))


SQUARE = [[20, 54], [21, 54], [21, 55], [20, 55], [20, 54]]


def test_a_polygon_keeps_its_corners_in_order_and_is_not_closed() -> None:
    draft = only(
        feature("Polygon", [SQUARE], name="Range", start="2026-03-01T08:00:00Z", end="2026-03-01T12:00Z")
    )
    assert draft.area == Area.of(AreaKind.POLYGON, place(54, 20), place(54, 21), place(55, 21), place(55, 20))
    assert draft.title == "Range"
    assert draft.windows == (
        Window(datetime(2026, 3, 1, 8, tzinfo=UTC), datetime(2026, 3, 1, 12, tzinfo=UTC)),
    )
    assert not draft.findings


def test_a_point_with_a_radius_is_a_circle() -> None:
    draft = only(feature("Point", [20.5, 54.7], radius_m=2000.2))
    assert draft.area == Area.of(AreaKind.CIRCLE, place(54.7, 20.5), radius_m=2001)


def test_holes_are_filled_and_said() -> None:
    hole = [[20.4, 54.4], [20.6, 54.4], [20.6, 54.6], [20.4, 54.4]]
    assert codes(only(feature("Polygon", [SQUARE, hole]))) == {"holes-filled"}


@pytest.mark.parametrize(
    ("kind", "coordinates", "code"),
    [
        ("Polygon", [SQUARE[:-1]], "ring-open"),
        ("Polygon", [[[20, 54], [21, 55], [21, 54], [20, 55], [20, 54]]], "self-crossing"),
        ("Polygon", [[[20, 54], [21, 54], [20, 54]]], "no-area"),
        ("Polygon", [[]], "no-area"),
        ("Polygon", "nonsense", "no-area"),
        ("Point", [20], "impossible-coordinate"),
        ("Point", [None, 3], "impossible-coordinate"),
        ("Point", [54.7, 120.5], "maybe-swapped"),
        ("Point", [190.0, 5], "longitude-wrapped"),
        ("LineString", [[20, 54], [20, 54], [21, 54]], "repeated-corner"),
        ("Point", [20, 54, 300], "height-unread"),
        ("Circle", [20, 54], "unread-geometry"),
        ("LineString", [[each / 1000, 54] for each in range(2001)], "too-many-corners"),
    ],
)
def test_what_is_doubtful_is_said(kind: str, coordinates: object, code: str) -> None:
    assert code in codes(only(feature(kind, coordinates)))


@pytest.mark.parametrize("code", ["impossible-coordinate", "no-area", "too-many-corners"])
def test_what_is_no_area_has_none(code: str) -> None:
    wrong = {
        "impossible-coordinate": ("Point", [20, 154]),
        "no-area": ("Polygon", [SQUARE[:2]]),
        "too-many-corners": ("LineString", [[each / 1000, 54] for each in range(2001)]),
    }
    draft = only(feature(*wrong[code]))
    assert draft.area == NOWHERE
    assert code in codes(draft)


def test_a_hundred_thousand_corners_are_read_and_one_more_is_refused() -> None:
    row = [[each / 1000, 54] for each in range(100_000)]
    assert codes(only(feature("LineString", row))) == {"too-many-corners"}
    with pytest.raises(LocalError, match="100,000 positions") as refused:
        read(feature("LineString", [*row, [0, 0]]))
    assert refused.value.code == "FB621"


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:EPSG::3857", "EPSG:4326", ""])
def test_another_reference_system_is_refused(name: str) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": [], "crs": {"properties": {"name": name}}})
    with pytest.raises(LocalError) as refused:
        read(text)
    assert refused.value.code == "FB623"


def test_the_old_name_of_the_same_reference_system_is_taken() -> None:
    name = "urn:ogc:def:crs:OGC:1.3:CRS84"
    text = {"type": "FeatureCollection", "features": [], "crs": {"properties": {"name": name}}}
    assert read(json.dumps(text)) == []


@pytest.mark.parametrize("wrong", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_none_are_refused(wrong: str) -> None:
    with pytest.raises(LocalError) as refused:
        read(f'{{"type": "Point", "coordinates": [{wrong}, 3]}}')
    assert refused.value.code == "FB620"


def test_numbers_beyond_all_bounds_are_no_place() -> None:
    assert codes(only('{"type": "Point", "coordinates": [1e400, 3]}')) == {"impossible-coordinate"}


def test_swapped_positions_outside_the_bounding_box_of_the_file_are_asked_about() -> None:
    text = json.dumps({
        "type": "FeatureCollection", "bbox": [20, 54, 21, 55],
        "features": [json.loads(feature("Point", [54.5, 20.5]))],
    })  # fmt: skip
    assert codes(only(text)) == {"maybe-swapped"}


def test_a_radius_in_the_wrong_unit_is_asked_about() -> None:
    draft = only(feature("Point", [20, 54], radius_m=2_000_000))
    assert (draft.area.radius_m, codes(draft)) == (2_000_000, {"radius-odd"})


def test_a_day_alone_ends_a_window_when_it_is_over() -> None:
    draft = only(feature("Point", [20, 54], start="2026-03-01", end="2026-03-01"))
    day = datetime(2026, 3, 1, tzinfo=UTC)
    assert (draft.windows, codes(draft)) == ((Window(day, day.replace(day=2)),), {"bad-time"})


def test_a_window_that_ends_before_it_begins_is_asked_about() -> None:
    text = feature("Point", [20, 54], windows=[["2026-03-02T00:00:00Z", "2026-03-01T00:00:00Z"]])
    assert codes(only(text)) == {"ends-before-begins"}


def test_an_outline_over_the_antimeridian_is_written_in_two_parts() -> None:
    corners = (place(60, 179), place(60, -179), place(61, -179), place(61, 179))
    area = Area.of(AreaKind.POLYGON, *corners)
    geometry = json.loads(write([Draft(source_format="geojson", area=area)]).data)["features"][0]["geometry"]
    assert geometry["type"] == "MultiPolygon"
    assert sorted({x for (ring,) in geometry["coordinates"] for x, _ in ring}) == [-180, -179, 179, 180]


def test_an_outline_round_a_pole_reaches_the_pole() -> None:
    corners = (place(80, 0), place(80, 120), place(80, -120))
    area = Area.of(AreaKind.POLYGON, *corners)
    geometry = json.loads(write([Draft(source_format="geojson", area=area)]).data)["features"][0]["geometry"]
    rings = (
        geometry["coordinates"]
        if geometry["type"] == "Polygon"
        else [each[0] for each in geometry["coordinates"]]
    )
    assert max(y for ring in rings for _, y in ring) == 90
    assert {min(x for ring in rings for x, _ in ring), max(x for ring in rings for x, _ in ring)} == {
        -180,
        180,
    }


def same(one: Area, two: Area) -> bool:
    """Equal but for the direction and the beginning of a ring."""
    if one.kind is not AreaKind.POLYGON:
        return one == two
    start = two.places.index(one.places[0]) if one.places[0] in two.places else 0
    forward = two.places[start:] + two.places[:start]
    return one.places in (forward, (forward[0], *reversed(forward[1:])))


def crosses_the_line(area: Area) -> bool:
    ends = [each.longitude_e7 for each in area.places]
    return max(ends) - min(ends) > 180 * DEGREE or any(abs(each) == 180 * DEGREE for each in ends)


@given(drafting.drafts(st.one_of(drafting.points, drafting.circles, drafting.lines(), drafting.polygons()),
                       windows=drafting.windows()), drafting.altitudes)  # fmt: skip
def test_what_is_written_comes_back(draft: Draft, altitude: Altitude | None) -> None:
    area = replace(draft.area, altitude=altitude)
    (back,) = read(write([replace(draft, area=area)]).data)
    whole = area.kind is not AreaKind.POLYGON or not crosses_the_line(area)
    assert replace(back, area=NOWHERE, findings=()) == replace(draft, area=NOWHERE)
    assert back.area.altitude == altitude
    if whole:
        assert same(back.area, area)
        assert not back.findings


def test_flight_levels_stay_flight_levels() -> None:
    area = Area.of(AreaKind.POINT, place(54, 20), altitude=Altitude(upper_m=3048, datum=Datum.FL))
    (back,) = read(write([Draft(source_format="geojson", area=area)]).data)
    assert back.area == area


@given(
    st.one_of(drafting.circles, drafting.lines(), drafting.polygons()).filter(lambda area: bool(area.places))
)
def test_another_library_draws_what_is_written(area: Area) -> None:
    (feature,) = json.loads(write([Draft(source_format="x", area=area)]).data)["features"]
    drawn = shape(feature["geometry"])
    assert drawn.is_valid
    assert drawn.bounds[0] >= -180 and drawn.bounds[2] <= 180
    outer = [each.exterior for each in getattr(drawn, "geoms", [drawn]) if hasattr(each, "exterior")]
    assert all(each.is_ccw for each in outer)
