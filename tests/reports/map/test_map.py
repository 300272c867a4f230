import xml.etree.ElementTree as ET
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.place import DEGREE, Place
from firebreak.reports.map import land
from firebreak.reports.map.clipping import BEYOND, clipped
from firebreak.reports.map.drawing import draw_map
from firebreak.reports.map.marks import Captions, Mark, Side, Span
from firebreak.reports.map.sheet import Sheet, nice

WORDS: Final = Captions("Areas", "Two areas <and> a site", "Coast: Natural Earth")
SVG: Final = "{http://www.w3.org/2000/svg}"


def place(latitude: float, longitude: float) -> Place:
    return Place(round(latitude * DEGREE), round(longitude * DEGREE))


def circle(latitude: float, longitude: float, radius_m: int) -> Area:
    return Area.of(AreaKind.CIRCLE, place(latitude, longitude), radius_m=radius_m)


places = st.builds(
    Place, st.integers(-90 * DEGREE, 90 * DEGREE), st.integers(-180 * DEGREE, 180 * DEGREE - 1)
)


def test_the_land_is_where_people_live_and_the_sea_is_not() -> None:
    assert _on_land(36.2304, 49.9935)  # Kharkiv
    assert _on_land(20.5, 54.7)  # Kaliningrad
    assert not _on_land(19.5, 55.5)  # the Baltic
    assert not _on_land(34.5, 43.5)  # the Black Sea


def _on_land(longitude: float, latitude: float) -> bool:
    """Even and odd over all rings: a lake takes away what the land around it gave."""
    inside = False
    for shore in land.shores():
        before = shore.points[-1]
        for here in shore.points:
            if (here[1] > latitude) != (before[1] > latitude):
                share = (latitude - here[1]) / (before[1] - here[1])
                inside ^= longitude < here[0] + share * (before[0] - here[0])
            before = here
    return inside


@given(st.lists(places, min_size=1, max_size=6), st.floats(0, 200_000))
def test_every_place_stands_on_the_paper(given_places: list[Place], reach: float) -> None:
    sheet = Sheet.around(given_places, reach_m=reach)
    for each in given_places:
        x, y = sheet.xy(sheet.near(each.longitude_e7 / DEGREE), each.latitude_e7 / DEGREE)
        assert -1 <= x <= sheet.width + 1
        assert -1 <= y <= sheet.height + 1


@given(st.lists(st.tuples(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5)), min_size=3, max_size=12))
def test_clipping_leaves_nothing_outside(ring: list[tuple[float, float]]) -> None:
    sheet = Sheet(720, 480, 50.0, 20.0, 100.0)
    for x, y in clipped(ring, sheet):
        assert -BEYOND - 1e-3 <= x <= sheet.width + BEYOND + 1e-3
        assert -BEYOND - 1e-3 <= y <= sheet.height + BEYOND + 1e-3


def test_a_row_across_the_antimeridian_does_not_run_round_the_earth() -> None:
    row = (place(65, 179.5), place(65, -179.5))
    sheet = Sheet.around(row)
    (left, _), (right, _) = sheet.row(row)
    assert 0 < right - left < sheet.width


def test_a_picture_is_sound_names_itself_and_escapes_what_others_wrote() -> None:
    marks = [Mark(circle(55.0, 20.0, 18_520), 'Firing "A" <b>', Side.THEIRS), site()]
    drawn = ET.fromstring(
        draw_map(marks, WORDS, spans=[Span(place(55, 20), place(55.3, 21.4), "23.6 km ±150 m")])
    )
    texts = [each.text for each in drawn.iter(f"{SVG}text")]
    assert drawn.findtext(f"{SVG}desc") == WORDS.description
    assert 'Firing "A" <b>' in texts
    assert "23.6 km ±150 m" in texts
    assert all("\n" not in (each or "") for each in texts)


def site() -> Mark:
    return Mark(Area.of(AreaKind.POINT, place(55.3, 21.4)), "Site", Side.OURS, ring_m=24_000)


def test_the_ring_around_a_site_is_as_wide_as_the_bar_says() -> None:
    drawn = ET.fromstring(draw_map([site()], WORDS))
    ring = next(each for each in drawn.iter(f"{SVG}circle") if float(each.get("r", "0")) > 10)
    sheet = Sheet.around([place(55.3, 21.4)], reach_m=24_000)
    assert float(ring.get("r", "0")) == pytest.approx(24_000 / sheet.metres_per_pixel, abs=0.1)


def test_unconfirmed_is_dotted_and_theirs_is_dashed() -> None:
    sure, unsure = (
        draw_map([Mark(circle(55, 20, 9_000), "x", Side.THEIRS, each)], WORDS) for each in (True, False)
    )
    assert "7 4" in sure and "1.5 3.5" not in sure
    assert "1.5 3.5" in unsure


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw_map([Mark(Area(kind=AreaKind.NAMED, name="EYD-17"), "EYD-17")], WORDS) == ""


@pytest.mark.parametrize("kind", [AreaKind.POLYGON, AreaKind.LINE, AreaKind.CORRIDOR, AreaKind.POINT])
def test_every_kind_of_area_is_drawn(kind: AreaKind) -> None:
    buffer = {"buffer_m": 5_000} if kind is AreaKind.CORRIDOR else {}
    area = Area.of(kind, place(55, 20), place(55.5, 20), place(55.5, 21), **buffer)
    assert draw_map([Mark(area, "A")], WORDS).count("<g>") == 1


@pytest.mark.parametrize(
    ("metres", "expected"), [(1, 1), (49, 20), (50, 50), (999, 500), (1_000, 1_000), (0.3, 0.2)]
)
def test_a_bar_has_a_round_length(metres: float, expected: float) -> None:
    assert nice(metres) == pytest.approx(expected)
