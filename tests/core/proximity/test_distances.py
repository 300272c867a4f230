"""Both ways of computing against geographiclib, everywhere on the earth."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.compiled import Compiled
from firebreak.core.proximity.engine import Engine, Hits
from firebreak.core.proximity.exact import between, to_edge
from firebreak.core.proximity.plain import Plain
from firebreak.core.proximity.sites import read_sites
from firebreak.core.proximity.zone import Zone, line, point, polygon
from tests.core.proximity.reference import Corner, goes_round, to_outline, walked
from tests.covering import covers
from tools.tree import ROOT

WAYS = [Plain, Compiled]
VECTORS = sorted((ROOT / "vectors/proximity").glob("*.txt"))
LATITUDES = st.one_of(st.floats(-90, 90), st.sampled_from([90.0, -90.0, 89.95, -89.99, 0.0]))
LONGITUDES = st.one_of(st.floats(-180, 180), st.sampled_from([180.0, -180.0, 179.99, -179.99, 0.0]))
NEAR = st.tuples(st.floats(0, 360), st.floats(0, 90_000))
RINGS = st.lists(st.tuples(st.floats(0, 360), st.floats(1_000, 60_000)), min_size=3, max_size=9)


def read(path: Path) -> tuple[dict[str, str], str]:
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    return dict(each.split(": ", 1) for each in head.splitlines()), body


@covers("PROX-001")
@covers("PROX-004")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_a_vector(path: Path, way: type) -> None:
    head, body = read(path)
    if head["expect"] == "local error":
        with pytest.raises(LocalError):
            Engine(read_sites(body).zones, way)
        return
    (zone,) = read_sites(body).zones
    wide = Zone(name=zone.name, parts=zone.parts, threshold_m=4_000_000.0)
    ((_, distance),) = Engine([wide], way).at(*map(float, head["place"].split(", ")))
    assert distance == pytest.approx(float(head["distance_m"]), abs=0.001)


def both(zone: Zone, place: Corner) -> float:
    """The distance, the same by both ways and by either question."""
    found = [Engine([zone], way).hits([place[0]], [place[1]]).distance_m for way in WAYS]
    ((_, single),) = Engine([zone], Compiled).at(*place)
    assert found[0] == found[1] == single
    return single


@settings(max_examples=40, deadline=None)
@given(LATITUDES, LONGITUDES, NEAR)
def test_a_point_is_as_far_as_geographiclib_says(
    north: float, east: float, near: tuple[float, float]
) -> None:
    (place,) = walked((north, east), [near])
    zone = Zone(name="site", parts=(point("site", north, east),), threshold_m=200_000.0)
    assert both(zone, place) == pytest.approx(between(place, (north, east)), abs=1e-4)


@settings(max_examples=40, deadline=None)
@given(LATITUDES, LONGITUDES, NEAR, RINGS)
def test_a_line_is_as_far_as_geographiclib_says(
    north: float, east: float, near: tuple[float, float], ring: list[tuple[float, float]]
) -> None:
    (place,) = walked((north, east), [near])
    corners = walked((north, east), ring)
    zone = Zone(name="site", parts=(line("site", *zip(*corners, strict=True)),), threshold_m=400_000.0)
    assert both(zone, place) == pytest.approx(to_outline(place, corners, closed=False), abs=0.001)


@settings(max_examples=60, deadline=None)
@given(LATITUDES, LONGITUDES, NEAR, RINGS)
def test_a_polygon_is_as_far_as_geographiclib_says_and_nothing_inside(
    north: float, east: float, near: tuple[float, float], ring: list[tuple[float, float]]
) -> None:
    (place,) = walked((north, east), [near])
    corners = walked((north, east), sorted(ring))
    zone = Zone(
        name="site",
        parts=(polygon("site", ([each[0] for each in corners], [each[1] for each in corners])),),
        threshold_m=400_000.0,
    )
    exact = to_outline(place, corners, closed=True)
    found = both(zone, place)
    if exact > 0.01:  # on the edge both answers are right
        exact = 0.0 if goes_round(place, corners) else exact
    assert found == pytest.approx(exact, abs=0.02 if exact < 0.02 else 0.001)


def test_a_single_question_gets_what_a_batch_gets_either_way() -> None:
    dice = np.random.default_rng(7)
    hole = [52.05, 52.05, 52.1], [10.05, 10.1, 10.1]
    several = (
        point("site", 52.0, 9.0),
        polygon("site", ([52.0, 52.0, 52.2, 52.2], [10.0, 10.2, 10.2, 10.0]), hole),
        line("site", [52.3, 52.4], [10.0, 10.4]),
        polygon("site", ([51.5, 51.5, 51.6], [11.0, 11.2, 11.1])),
    )
    zones = [
        Zone(
            name="site",
            parts=(several[number % 4],) if number else several,
            threshold_m=dice.uniform(0, 30_000),
            buffer_m=dice.uniform(0, 30_000),
        )
        for number in range(60)
    ]
    north, east = np.append(dice.uniform(51, 53, 300), 52.07), np.append(dice.uniform(8, 12, 300), 10.09)
    plain, compiled = (Engine(zones, way).hits(north, east) for way in WAYS)
    assert all(np.array_equal(*each) for each in zip(_columns(plain), _columns(compiled), strict=True))
    expected = [list[tuple[int, float]]() for _ in north]
    for row, zone, distance in zip(plain.row, plain.zone.tolist(), plain.distance_m.tolist(), strict=True):
        expected[row].append((zone, distance))
    places = list(zip(north.tolist(), east.tolist(), strict=True))
    for engine in (Engine(zones, way) for way in WAYS):
        assert [engine.at(*place) for place in places] == expected


def _columns(hits: Hits) -> list[Any]:
    return [hits.row, hits.zone, hits.distance_m, hits.judged]


@settings(max_examples=15, deadline=None)
@given(st.floats(-80, 80), LONGITUDES, st.floats(0, 360), st.floats(2e5, 9e6), st.floats(0, 9e5))
def test_an_edge_of_thousands_of_kilometres_is_its_geodesic(
    north: float, east: float, azimuth: float, length: float, off: float
) -> None:
    (end,) = walked((north, east), [(azimuth, length)])
    (place,) = walked((north, east), [(azimuth + 20, off)])
    ends = list(zip((north, east), end, strict=True))
    zone = Zone(name="site", parts=(line("site", *ends),), threshold_m=4_000_000.0)
    assert both(zone, place) == pytest.approx(to_edge(place, (north, east), end), abs=0.01)


@covers("PROX-002")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("short_by", "hits"), [(1e-5, 0), (-1e-5, 1)])
def test_near_a_threshold_geographiclib_decides(way: type, short_by: float, hits: int) -> None:
    parts = (line("site", [47.0, 47.3], [8.0, 8.4]),)
    exact = to_edge((47.4, 8.0), (47.0, 8.0), (47.3, 8.4))
    found = Engine([Zone(name="site", parts=parts, threshold_m=exact - short_by)], way).hits([47.4], [8.0])
    assert found.row.size == hits
    assert found.judged.all()


@covers("PROX-003")
@pytest.mark.parametrize("way", WAYS)
def test_the_buffer_widens_the_site_and_is_taken_off_the_distance(way: type) -> None:
    zone = Zone(name="site", parts=(point("site", 47.0, 8.0),), threshold_m=1_000.0, buffer_m=5_000.0)
    (place,) = walked((47.0, 8.0), [(30.0, 5_500.0)])
    ((_, distance),) = Engine([zone], way).at(*place)
    assert distance == pytest.approx(500.0, abs=1e-4)
    ((_, inside),) = Engine([zone], way).at(47.01, 8.0)
    assert inside == 0.0


def coast(corners: int) -> Zone:
    turn = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    ring = 55 + np.sin(turn) * (1 + 0.02 * np.sin(900 * turn)), 20 + 2 * np.cos(turn)
    return Zone(name="coast", parts=(polygon("coast", ring),), threshold_m=20_000.0)


@pytest.mark.parametrize("way", WAYS)
def test_a_coast_of_a_hundred_thousand_corners_is_computed(way: type) -> None:
    engine = Engine([coast(100_000)], way)
    assert engine.at(55.0, 20.0) == [(0, 0.0)]
    ((_, distance),) = engine.at(56.1, 20.0)
    ring = engine.zones[0].parts[0].rings[0]
    assert (
        0
        < distance
        <= min(
            between((56.1, 20.0), each)
            for each in zip(ring[0][24_000:26_000:10], ring[1][24_000:26_000:10], strict=True)
        )
    )


def test_more_corners_than_are_computed_are_refused_with_the_bound() -> None:
    with pytest.raises(LocalError, match="200,001 corners") as caught:
        coast(200_001)
    assert "200,000" in caught.value.hint


@pytest.mark.parametrize("way", WAYS)
def test_zones_that_come_later_are_watched_at_once_and_after_the_rebuild(way: type) -> None:
    def site(number: int) -> Zone:
        return Zone(name=str(number), parts=(point("site", 47 + number / 1000, 8.0),), threshold_m=50.0)

    engine = Engine([site(0)], way)
    for number in range(1, 300):
        engine.add(site(number))
    for number in (0, 1, 255, 256, 257, 299):
        assert [zone for zone, _ in engine.at(47 + number / 1000, 8.0)] == [number]
    rows = engine.hits([47.0, 47.299, 47.1], [8.0, 8.0, 8.0])
    assert rows.zone.tolist() == [0, 299, 100]


@pytest.mark.parametrize("place", [(np.nan, 0.0), (0.0, np.nan), (91.0, 0.0), (0.0, 361.0), (np.inf, 0.0)])
def test_what_is_no_place_is_refused(place: Corner) -> None:
    engine = Engine([Zone(name="site", parts=(point("site", 47.0, 8.0),), threshold_m=50.0)])
    for asked in (lambda: engine.at(*place), lambda: engine.hits([place[0]], [place[1]])):
        with pytest.raises(LocalError) as caught:
            asked()
        assert caught.value.code == "FB640"


def test_an_engine_without_zones_hits_nothing() -> None:
    assert Engine().hits([47.0], [8.0]).row.size == 0
    assert Engine().at(47.0, 8.0) == []


def test_a_batch_that_finds_more_than_there_was_room_for_is_told_in_order() -> None:
    dice = np.random.default_rng(5)
    reaches = [500.0, 20_000.0, 150_000.0, 900_000.0, 3_000_000.0] * 6
    zones = [
        Zone(name=str(number), parts=(point(str(number), 60.0, 20.0 + number / 100),), threshold_m=reach)
        for number, reach in enumerate(reaches)
    ]
    ring = [59.9, 59.9, 60.1, 60.1], [19.9, 20.1, 20.1, 19.9]
    zones.insert(7, Zone(name="area", parts=(polygon("area", ring),), threshold_m=70_000.0))
    north, east = dice.normal(60.0, 0.5, 400), dice.normal(20.0, 1.0, 400)
    plain, compiled = (Engine(zones, way).hits(north, east) for way in WAYS)
    assert compiled.row.size > 4 * north.size
    assert np.array_equal(compiled.row, plain.row)
    assert np.array_equal(compiled.zone, plain.zone)
    assert np.array_equal(compiled.distance_m, plain.distance_m)
