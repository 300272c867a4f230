"""Outlines cut at the antimeridian cover what they covered, and drawn circles hold the circle."""

from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, Polygon

from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.outline import unrolled
from firebreak.core.geo.place import DEGREE, LONGITUDE_E7_MAX
from firebreak.formats.cutting import cut_line, cut_ring
from firebreak.formats.drawn import can_be_drawn, outline
from firebreak.formats.measures import place_e7
from tests.formats import drafting


def near_the_line(area: Area) -> Area:
    """The same outline, moved so that the antimeridian goes through its first corner or close by."""
    shift = LONGITUDE_E7_MAX - area.places[0].longitude_e7 if area.places else 0
    moved = [place_e7(each.latitude_e7, each.longitude_e7 + shift + 7) for each in area.places]
    return Area.of(area.kind, *moved) if area.places else area


@given(drafting.polygons())
def test_the_parts_of_an_outline_cover_what_it_covered(area: Area) -> None:
    moved = near_the_line(area)
    if not moved.places:
        return
    parts = cut_ring(moved.rings[0])
    assert all(abs(x) <= LONGITUDE_E7_MAX for part in parts for x, _ in part)
    whole = Polygon(unrolled(moved.rings[0]))
    pieces = [Polygon(each) for each in parts]
    assert all(each.is_valid for each in pieces)
    rounding = whole.length * len(parts)  # each cut is rounded to 1e-7 degrees
    assert abs(sum(each.area for each in pieces) - whole.area) <= rounding


@given(drafting.lines())
def test_the_pieces_of_a_line_hold_its_places(area: Area) -> None:
    pieces = cut_line(near_the_line(area).rings[0])
    assert all(abs(x) <= LONGITUDE_E7_MAX for piece in pieces for x, _ in piece)
    assert sum(len(each) for each in pieces) - 2 * (len(pieces) - 1) == len(area.places)


def test_an_outline_that_is_no_neighbour_of_the_line_is_left_alone() -> None:
    ring = tuple(place_e7(y * DEGREE, x * DEGREE) for y, x in ((54, 20), (54, 21), (55, 21)))
    assert cut_ring(ring) == [[(each.longitude_e7, each.latitude_e7) for each in ring]]


def test_a_comb_over_the_line_falls_into_its_teeth() -> None:
    comb = [(0, 179), (0, -179), (1, -179), (1, 179.5), (2, 179.5), (2, -179), (3, -179), (3, 179)]
    parts = cut_ring(tuple(place_e7(y * DEGREE, round(x * DEGREE)) for y, x in comb))
    assert len(parts) == 3


@given(drafting.circles, st.floats(0, 360))
def test_every_place_of_a_circle_is_inside_its_drawing(area: Area, bearing: float) -> None:
    if not can_be_drawn(area):
        return
    (centre,) = area.places
    edge = Geodesic.WGS84.Direct(
        centre.latitude_e7 / DEGREE, centre.longitude_e7 / DEGREE, bearing, float(area.radius_m or 0)
    )
    over = (edge["lon2"] - centre.longitude_e7 / DEGREE + 180) % 360 - 180
    corners = [
        ((x - centre.longitude_e7 + LONGITUDE_E7_MAX) % (2 * LONGITUDE_E7_MAX) - LONGITUDE_E7_MAX, y)
        for x, y in ((each.longitude_e7, each.latitude_e7) for each in outline(area))
    ]
    drawn = Polygon(corners)
    assert drawn.buffer(2).contains(Point(over * DEGREE, edge["lat2"] * DEGREE))  # corners are rounded
    assert area.kind is AreaKind.CIRCLE
