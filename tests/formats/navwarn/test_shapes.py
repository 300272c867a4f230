"""Shapes, radii and berths out of the words around positions."""

from typing import Any

import pytest

from firebreak.formats.detect import read_text

RING = "54-10N 019-00E, 54-20N 019-00E, 54-20N 019-30E"
CASES: list[tuple[str, str, int, float | None, float | None]] = [
    ("WRECK IN 54-10N 019-00E", "point", 1, None, None),
    ("EXPLOSIVES FOUND IN POSITIONS 54-49,50N 013-55,43E AND 54-35,32N 013-49,16E", "points", 2, None, None),
    ("IN AREA WITHIN SIX MILES OF 06-00.00S 034-55.00W", "circle", 1, 11_112.0, None),
    (
        "IN A RADIUS OF 10.0 NAUTICAL MILES FROM CENTER PSN 56-16.0N 020-49.0E",
        "circle",
        1,
        18_520.0,
        None,
    ),
    ("RADIUS 5 NM CENTERED ON 36-20.5N 025-44.1E", "circle", 1, 9_260.0, None),
    ("DIVING IN POSITION 59-46.48N 024-50.55E SAFETY ZONE RADIUS 0.27 NM", "circle", 1, 500.0, None),
    ("РАЙОНЕ РАДИУСОМ 2 МИЛИ С ЦЕНТРОМ 69-34.5С 033-20.0В", "circle", 1, 3_704.0, None),
    (f"AREA BOUND BY {RING}", "polygon", 3, None, None),
    ("AREA BETWEEN 54-34,5N 012-27,3E, 54-21,4N 012-13,8E, 54-17,6N 012-18,8E", "polygon", 3, None, None),
    (
        "РАЙОНЕ 70-12.0С033-36.0В 70-12.0С 035-30.0В 69-34.5С 035-30.0В",
        "polygon",
        3,
        None,
        None,
    ),
    (f"AREAS: A. {RING}. B. 55-10N 019-00E, 55-20N 019-00E, 55-20N 019-30E.", "multipolygon", 6, None, None),
    (f"CABLE OPERATIONS ALONG TRACKLINE JOINING {RING}. ONE MILE BERTH REQUESTED.", "line", 3, None, 1_852.0),
    ("PRACTICE AREA 1A CENTRED 59-22N 023-33E", "named_area", 1, None, None),
    (f"AREA EYD-17 BOUNDED BY {RING}", "polygon", 3, None, None),
    (
        "MARINERS KEEP A MINIMUM DISTANCE OF 1.4 NM FROM SHIPS IN 59-26N 021-04E",
        "point",
        1,
        None,
        2_592.8,
    ),
    ("SURVEY AROUND POSITION 54-52.7N 014-00,0E. BERTH OF 500 METRES REQUESTED.", "point", 1, None, 500.0),
    ("МАРЕОГРАФ ВЫСТАВЛЕН В 76-01.20С 082-38.69В ОБХОДИТЬ 0.5 МИЛИ", "point", 1, None, 926.0),
    (
        "RIGLIST 72-27N 020-09E ENABLER 65-51N 007-23E. 500 METRE SAFETY ZONE.",
        "points",
        2,
        None,
        500.0,
    ),
]


@pytest.mark.parametrize(
    ("text", "shape", "count", "radius", "berth"), CASES, ids=[each[0][:50] for each in CASES]
)
def test_the_words_make_this_shape(
    text: str, shape: str, count: int, radius: float | None, berth: float | None
) -> None:
    found = read_text(text, "2026-03-10").as_json()
    assert (found["shape"], _count(found["positions_lat_lon"])) == (shape, count)
    assert (found["radius_m"], found["berth_m"]) == (
        pytest.approx(radius, abs=0.5),
        pytest.approx(berth, abs=0.5),
    )


def _count(positions: list[Any]) -> int:
    return sum(len(each) if isinstance(each[0], list | tuple) else 1 for each in positions)


def test_a_ring_is_not_closed() -> None:
    found = read_text(f"AREA BOUND BY {RING}, 54-10N 019-00E", "2026-03-10")
    assert len(found.parts[0]) == 3
    assert not found.findings


def test_both_languages_make_one_area() -> None:
    text = (
        "ПРИП ЗАПАД 99/26 МАРЕОГРАФЫ ВЫСТАВЛЕНЫ В 1. 76-01.20С 082-38.69В 2. 76-45.58С 085-11.44В=\n"
        "COASTAL WARNING WEST 99/26 MAREOGRAPHS IN: 1. 76-01.20N 082-38.69E 2. 76-45.58N 085-11.44E="
    )
    found = read_text(text, "2026-03-10")
    assert (found.shape, len(found.parts[0]), found.findings) == ("points", 2, ())


def test_positions_broken_over_lines_are_read() -> None:
    found = read_text("AREA BOUND BY 54-51N\n013-54E 54-40N 013-54E\n54-40N\n013-20E", "2026-03-10")
    assert (found.shape, len(found.parts[0]), found.findings) == ("polygon", 3, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"AREA BOUND BY {RING}, AND THE COAST", "follows-coast"),
        ("AREA ONE MILE WIDE CENTERED ON LINE JOINING 54-10N 019-00E AND 54-20N 019-00E", "unread-distance"),
        ("WRECK 5 MILES NORTH OF 54-10N 019-00E", "unread-distance"),
        ("NAVIGATION PROHIBITED NORTH OF 45-21N AND WEST OF 036-00E", "lone-coordinate"),
        ("FIRING WITHIN 2 NM OF 54-10N 019-00E FROM 6 AM TO 6 PM", "unread-time"),
        ("NAVIGATION SUSPENDED IN SEA OF AZOV UNTIL FURTHER NOTICE", "open-end"),
    ],
)
def test_what_is_said_beside_the_positions_is_told(text: str, code: str) -> None:
    assert code in {each.code for each in read_text(text, "2026-03-10").findings}
