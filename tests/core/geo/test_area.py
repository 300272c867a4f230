"""Areas: what belongs together, how it travels, and when an outline is none."""

from collections.abc import Iterable
from contextlib import suppress
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.shape import BadShape
from firebreak.core.geo.area import NOWHERE, VERTICES_MAX, Altitude, Area, AreaKind, Datum, Ring
from firebreak.core.geo.outline import check_outline, fault, goes_round_a_pole, turn, unrolled
from firebreak.core.geo.place import Place
from tests.core.geo.test_place import PLACES
from tests.covering import covers

SQUARE = ((0, 0), (0, 2), (2, 2), (2, 0))
SMALL = st.tuples(st.integers(-3, 3), st.integers(-3, 3))


def ring(corners: Iterable[tuple[int, int]], unit: int = 10_000_000) -> Ring:
    """Corners as latitude and longitude in degrees, or in another unit."""
    return tuple(Place(north * unit, east * unit) for north, east in corners)


def polygon(corners: Iterable[tuple[int, int]], unit: int = 10_000_000) -> Area:
    return Area.of(AreaKind.POLYGON, *ring(corners, unit))


AREAS = st.one_of(
    st.just(NOWHERE),
    st.builds(lambda places: Area.of(AreaKind.POINT, *places), st.lists(PLACES, min_size=1, max_size=5)),
    st.builds(
        lambda place, radius, off: Area.of(AreaKind.CIRCLE, place, radius_m=radius, uncertainty_m=off),
        PLACES,
        st.integers(1, 5_000_000),
        st.none() | st.integers(0, 1_000_000),
    ),
    st.builds(
        lambda place, name: Area.of(AreaKind.NAMED, place, name=name),
        PLACES,
        st.text(min_size=1, max_size=20),
    ),
    st.builds(
        lambda places, lower, datum: Area.of(
            AreaKind.POLYGON, *places, altitude=Altitude(lower_m=lower, datum=datum)
        ),
        st.lists(st.builds(Place, st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=9, unique=True),
        st.none() | st.integers(-100, 40_000),
        st.sampled_from(Datum),
    ),
)


@given(AREAS)
def test_an_area_travels_as_it_is(area: Area) -> None:
    assert Area.from_bytes(area.to_bytes()) == area


@covers("NOTICE-006", "NOTICE-007")
@pytest.mark.parametrize(
    ("kind", "corners", "measures"),
    [
        (AreaKind.NONE, SQUARE, {}),
        (AreaKind.POINT, (), {}),
        (AreaKind.CIRCLE, SQUARE[:1], {}),
        (AreaKind.CIRCLE, SQUARE[:2], {"radius_m": 5}),
        (AreaKind.POINT, SQUARE[:1], {"radius_m": 5}),
        (AreaKind.POLYGON, SQUARE[:2], {}),
        (AreaKind.POLYGON, (*SQUARE, SQUARE[0]), {}),
        (AreaKind.LINE, SQUARE[:1], {}),
        (AreaKind.LINE, ((0, 0), (0, 0)), {}),
        (AreaKind.LINE, ((0, -90), (0, 90)), {}),
        (AreaKind.CORRIDOR, SQUARE, {}),
        (AreaKind.NAMED, SQUARE[:1], {}),
        (AreaKind.NAMED, SQUARE[:2], {"name": "B-17"}),
    ],
)
def test_what_does_not_belong_together_is_no_area(
    kind: AreaKind, corners: tuple[tuple[int, int], ...], measures: dict[str, int]
) -> None:
    with pytest.raises(LocalError) as refused:
        Area.of(kind, *ring(corners), **measures)
    assert refused.value.code == "FB601"
    assert refused.value.hint


def test_only_a_multipolygon_has_several_rings() -> None:
    rings = (ring(SQUARE), ring((north + 5, east) for north, east in SQUARE))
    assert Area(kind=AreaKind.MULTIPOLYGON, rings=rings).places == rings[0] + rings[1]
    for kind, several in ((AreaKind.POLYGON, rings), (AreaKind.MULTIPOLYGON, ())):
        with pytest.raises(LocalError, match="rings"):
            Area(kind=kind, rings=several)


@covers("NOTICE-006")
def test_an_outline_of_too_many_places_is_refused() -> None:
    row = tuple(Place(number, 0) for number in range(VERTICES_MAX // 2 + 1))
    with pytest.raises(LocalError, match="places"):
        Area(kind=AreaKind.MULTIPOLYGON, rings=(row, row))
    with pytest.raises(LocalError, match="places"):
        Area.of(AreaKind.LINE, *row, *(Place(each.latitude_e7, 7) for each in row))


@covers("NOTICE-009")
def test_an_altitude_band_runs_upwards() -> None:
    assert Altitude(upper_m=3_048, datum=Datum.FL).lower_m is None
    with pytest.raises(LocalError):
        Altitude(lower_m=10, upper_m=9, datum=Datum.MSL)


@given(st.binary(max_size=60))
def test_any_bytes_are_an_area_or_are_refused(data: bytes) -> None:
    with suppress(CounterpartError):
        Area.from_bytes(data)


@covers("NOTICE-006")
@pytest.mark.parametrize("row", [b"seven..", b"\x7f" * 8, b"x"])
def test_a_ring_that_is_none_is_refused(row: bytes) -> None:
    with pytest.raises(BadShape):
        Area.from_map({1: 1, 2: [row]})
    with pytest.raises(BadShape):
        Area.from_map({1: 1, 2: [[0, 0]]})


@covers("NOTICE-008")
@pytest.mark.parametrize(
    ("corners", "found"),
    [
        (SQUARE, ""),
        (((0, 0), (0, 2), (2, 0), (2, 2)), "crossing"),
        (((0, 0), (0, 1), (0, 2)), "crossing"),
        (((0, 0), (0, 4), (4, 4), (4, 2), (0, 2), (4, 1)), "crossing"),
        (((0, 0), (0, 2), (1, 1), (2, 2), (2, 0), (1, 1)), "repeated"),
        (((60, 170), (60, -170), (70, -170), (70, 170)), ""),
        (((60, 170), (70, -170), (60, -170), (70, 170)), "crossing"),
        (((80, 0), (80, 90), (80, 179), (80, -90)), ""),
        (((80, 0), (70, 120), (70, 60), (80, 179), (80, -90)), "crossing"),
        (((80, 0), (70, 120), (70, -120), (79, 15)), "crossing"),
    ],
)
def test_an_outline_that_crosses_or_touches_itself_is_found(
    corners: tuple[tuple[int, int], ...], found: str
) -> None:
    area = polygon(corners)
    assert fault(area) == found
    if found:
        with pytest.raises(LocalError) as refused:
            check_outline(area)
        assert refused.value.code == "FB602"
    else:
        check_outline(area)


def test_only_what_has_an_inside_can_cross_itself() -> None:
    assert fault(Area.of(AreaKind.LINE, *ring(((0, 0), (0, 2), (2, 0), (2, 2))))) == ""


def test_a_ring_round_a_pole_is_known() -> None:
    assert goes_round_a_pole(ring(((80, 0), (80, 90), (80, 179), (80, -90))))
    assert not goes_round_a_pole(ring(((60, 170), (60, -170), (70, -170), (70, 170))))


@given(st.lists(SMALL, min_size=3, max_size=9, unique=True))
@example([(0, 0), (0, 3), (1, 0), (1, 3), (-1, 2)])
def test_the_sweep_finds_what_comparing_every_pair_finds(corners: list[tuple[int, int]]) -> None:
    assert (fault(polygon(corners, 1)) == "crossing") is crosses(unrolled(ring(corners, 1)))


@given(st.integers(-3, 3), st.lists(SMALL, min_size=3, max_size=7, unique=True))
def test_an_outline_is_the_same_wherever_on_the_earth_it_lies(
    north: int, corners: list[tuple[int, int]]
) -> None:
    here = polygon(corners, 1)
    at_180 = Area.of(
        AreaKind.POLYGON,
        *(
            Place(
                each.latitude_e7 + north, (each.longitude_e7 + 3_600_000_000) % 3_600_000_000 - 1_800_000_000
            )
            for each in here.places
        ),
    )
    assert fault(at_180) == fault(here)


def test_a_comb_of_two_thousand_corners_is_judged_quickly() -> None:
    teeth = [(each % 2 * 10_000 + each, each * 10) for each in range(VERTICES_MAX - 2)]
    comb = polygon([*teeth, (30_000, 20_000), (30_000, -10)], 1)
    assert fault(comb) == ""
    assert fault(polygon([*teeth, (30_000, 20_000), (-5, 15)], 1)) == "crossing"


def crosses(path: list[tuple[int, int]]) -> bool:
    """By the book: every pair of edges."""
    edges = list(pairwise(path))
    count = len(edges)
    for (first, one), (second, two) in combinations(enumerate(edges), 2):
        if second - first in (1, count - 1):
            corner, before, after = (
                (one[1], one[0], two[1]) if second - first == 1 else (one[0], one[1], two[0])
            )
            along = sum((before[each] - corner[each]) * (after[each] - corner[each]) for each in (0, 1))
            if turn(before, corner, after) == 0 and along > 0:
                return True
        if second - first not in (1, count - 1) and meet(one, two):
            return True
    return False


def meet(one: tuple[tuple[int, int], ...], two: tuple[tuple[int, int], ...]) -> bool:
    for axis in (0, 1):
        if max(one[0][axis], one[1][axis]) < min(two[0][axis], two[1][axis]) or max(
            two[0][axis], two[1][axis]
        ) < min(one[0][axis], one[1][axis]):
            return False
    return (
        turn(one[0], one[1], two[0]) * turn(one[0], one[1], two[1]) <= 0
        and turn(two[0], two[1], one[0]) * turn(two[0], two[1], one[1]) <= 0
    )
