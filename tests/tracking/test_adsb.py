import json
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import Instant
from firebreak.core.proximity.bands import Reference
from firebreak.tracking.feeds.adsb import AdsbReader

NOW: Final = Instant(1_700_000_000_000)
PLANE: Final[dict[str, Any]] = {
    "hex": "4bb1c5",
    "flight": "THY9BP  ",
    "lat": 54.6,
    "lon": 20.1,
    "alt_baro": 37_000,
    "alt_geom": 37_900,
    "gs": 450.0,
    "track": 359.9,
    "seen_pos": 1.5,
}


def test_an_aircraft_is_read_with_the_age_of_its_position() -> None:
    (report,) = AdsbReader().read_line(json.dumps(PLANE).encode(), NOW)
    assert (report.id, report.label, report.altitude_ft, report.reference) == (
        "4bb1c5",
        "THY9BP",
        37_000,
        Reference.FL,
    )
    assert report.at == NOW - 1_500
    assert report.speed_ms == pytest.approx(231.5)


def test_a_file_says_when_it_was_written() -> None:
    data = json.dumps({"now": NOW / 1000 - 10, "aircraft": [PLANE, {"hex": "a0b1c2"}]}).encode()
    (report,) = AdsbReader().read_file(data, NOW)
    assert report.at == NOW - 11_500


def test_a_file_from_the_future_is_taken_as_of_now() -> None:
    data = json.dumps({"now": NOW / 1000 + 500, "aircraft": [PLANE | {"seen_pos": 0}]}).encode()
    (report,) = AdsbReader().read_file(data, NOW)
    assert report.at == NOW


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"alt_baro": "ground"}, (None, Reference.SAME)),
        ({"alt_baro": None}, (37_900, Reference.W84)),
        ({"alt_baro": 1e9, "alt_geom": None}, (None, Reference.W84)),
    ],
)
def test_a_height_is_the_barometric_one_or_the_next_or_unknown(
    changes: dict[str, Any], expected: tuple[float | None, Reference]
) -> None:
    (report,) = AdsbReader().read_line(json.dumps(PLANE | changes).encode(), NOW)
    assert (report.altitude_ft, report.reference) == expected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "no JSON"),
        (b"[1]", "no aircraft"),
        (b"[" * 15_000, "no JSON"),
        (b" " * 20_000, "too long"),
        (b'{"hex": 5, "lat": 1, "lon": 1}', "no address"),
        (b'{"hex": "a", "lat": NaN, "lon": 1}', "no position"),
        (b'{"hex": "a", "lat": 95, "lon": 1}', "no position"),
        (b'{"hex": "a", "lat": true, "lon": 1}', "no position"),
        (b'{"hex": "a", "lat": 1, "lon": 1, "seen_pos": 5000}', "no age"),
        (b'{"hex": "a", "lat": 1, "lon": 1, "seen_pos": "x"}', "no age"),
        (b'{"hex": "a", "lat": 1, "lon": 1, "seen_pos": -7}', "no age"),
    ],
)
def test_whatever_is_no_report_is_counted_by_its_reason(line: bytes, reason: str) -> None:
    reader = AdsbReader()
    assert reader.read_line(line, NOW) == []
    assert reader.faults.counts == {reason: 1}


def test_an_aircraft_without_a_position_is_no_fault() -> None:
    reader = AdsbReader()
    assert reader.read_line(b'{"hex": "4bb1c5", "flight": "THY9BP"}', NOW) == []
    assert reader.faults.total == 0


def test_a_name_cannot_turn_the_text_round() -> None:
    (report,) = AdsbReader().read_line(json.dumps(PLANE | {"flight": "A\u202eB"}).encode(), NOW)
    assert "\u202e" not in report.label


scraps = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*PLANE]), inner, max_size=9),
    max_leaves=12,
)


@given(scraps)
def test_any_json_gives_reports_or_counts(value: Any) -> None:
    reader = AdsbReader()
    for data in (value, {"aircraft": value}, {"aircraft": [value]}):
        for report in reader.read_file(json.dumps(data).encode(), NOW):
            assert abs(report.latitude) <= 90 and abs(report.longitude) <= 180 and report.at <= NOW
