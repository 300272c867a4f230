"""Announced areas against our sites, with what geographiclib says of the distance."""

from typing import Any, Final

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.proximity.zone import Zone, point, polygon
from firebreak.tracking.announced import AREAS_MAX, TOUCHING_M, Announced

SITE: Final = Zone(name="PS-07", parts=(point("PS-07", 54.0, 20.0),), threshold_m=24_000)


def area(kind: str, *positions: Any, **measures: Any) -> dict[str, Any]:
    fixed = {"radius_m": None, "buffer_m": 0, "uncertainty_m": None, "altitude": None, "name": ""}
    return {
        "id": "n1",
        "area": fixed | {"kind": kind, "positions": list(positions)} | measures,
        "windows": [],
    }


def hazards(given_area: dict[str, Any], *sites: Zone) -> list[float]:
    announced = Announced()
    announced.take([given_area])
    announced.against(sites or (SITE,))
    return [each.distance_m for each in announced.hazards]


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    return Geodesic.WGS84.Inverse(*one, *other)["s12"]


def test_a_circle_counts_from_its_edge() -> None:
    (found,) = hazards(area("circle", [54.3, 20.0], radius_m=18_520))
    assert found == pytest.approx(metres((54.3, 20.0), (54.0, 20.0)) - 18_520, abs=1)


def test_a_polygon_around_the_site_is_at_no_distance() -> None:
    assert hazards(area("polygon", [53, 19], [55, 19], [55, 21], [53, 21])) == [0.0]


def test_what_is_farther_than_the_limit_is_none() -> None:
    assert hazards(area("point", [55.0, 20.0])) == []


def test_the_nearest_edge_counts_and_not_the_nearest_corner() -> None:
    (found,) = hazards(area("line", [54.1, 18.0], [54.1, 22.0]))
    between = min(metres((54.0, 20.0), (54.1, longitude)) for longitude in np.linspace(18, 22, 801))
    assert found == pytest.approx(between, abs=300)  # the geodesic runs a little north of the parallel


def test_outlines_that_only_cross_touch() -> None:
    flat = Zone(
        name="flat",
        parts=(polygon("flat", ([54.0, 54.0, 54.01, 54.01], [19.0, 21.0, 21.0, 19.0])),),
        threshold_m=10,
    )
    assert hazards(area("line", [53.5, 20.003], [54.5, 20.003]), flat) == [0.0]


def test_a_line_has_no_way_back() -> None:
    """From its last place to its first there is nothing."""
    bent = area("line", [54.6, 19.0], [54.9, 20.0], [54.6, 21.0])
    near = Zone(name="near", parts=(point("near", 54.6, 20.0),), threshold_m=20_000)
    assert hazards(bent, near) == []


def test_the_uncertainty_of_an_area_is_part_of_its_reach() -> None:
    exact, unsure = (hazards(area("point", [54.2, 20.0], uncertainty_m=each)) for each in (None, 5_000))
    assert exact[0] - unsure[0] == pytest.approx(5_000)


@pytest.mark.parametrize(
    "wrong",
    [
        area("polygon", [54, 20], [55, 21]),
        area("circle", [154, 20], radius_m=5),
        {"id": "n1"},
        {"id": "n1", "area": {"kind": "point", "positions": [["x", 1]], "buffer_m": 0, "radius_m": 0}},
        7,
    ],
)
def test_an_area_that_cannot_be_used_is_named_and_the_others_are_used(wrong: Any) -> None:
    announced = Announced()
    announced.take([wrong, area("point", [54.0, 20.0]) | {"id": "good"}])
    announced.against([SITE])
    assert len(announced.unused) == 1
    assert [each.area for each in announced.hazards] == ["good"]


def test_areas_beyond_the_bound_are_named_by_their_notice() -> None:
    announced = Announced()
    announced.take([area("point", [54.0, 20.0]) | {"id": f"n{number}"} for number in range(AREAS_MAX + 2)])
    assert [*announced.unused] == ["n1000", "n1001"]
    announced.take([{"id": "n7"}])
    assert announced.unused == {"n7": "it cannot be read"}


def test_a_named_area_without_an_outline_is_no_hazard_and_no_fault() -> None:
    announced = Announced()
    announced.take([area("named", [54.0, 20.0], name="EYD-17"), area("none")])
    announced.against([SITE])
    assert (announced.hazards, announced.unused) == ([], {})


corners = st.lists(
    st.tuples(st.floats(53.5, 54.5), st.floats(19.0, 21.0)), min_size=1, max_size=5, unique=True
)


@given(corners)
def test_points_are_as_far_as_geographiclib_says(places: list[tuple[float, float]]) -> None:
    expected = min(metres(each, (54.0, 20.0)) for each in places)
    found = hazards(area("point", *map(list, places)))
    if expected > SITE.threshold_m + 1:
        assert found == []
    elif expected < SITE.threshold_m - 1:
        assert found[0] == (0.0 if expected < TOUCHING_M else pytest.approx(expected, abs=0.01))
