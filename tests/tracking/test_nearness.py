"""A site on the coast, and aircraft that come, circle, turn away or lie."""

from typing import Final

import pytest

from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.proximity.alarms import State, Step
from firebreak.core.proximity.bands import Band
from firebreak.core.proximity.zone import Zone, point, polygon
from firebreak.tracking.feeds.report import Report
from firebreak.tracking.moving import foot
from firebreak.tracking.nearness import Nearness
from firebreak.tracking.table import TRACKS_MAX, Tracks

NOON: Final = Instant(1_700_000_000_000)
SITE: Final = Zone(name="PS-07", parts=(point("PS-07", 54.0, 20.0),), threshold_m=24_000)


def at(seconds: float) -> Instant:
    return Instant(NOON + round(seconds * SECOND))


def report(kilometres_north: float, seconds: float, **rest: object) -> Report:
    fixed = {
        "id": "4bb1c5",
        "latitude": 54.0 + kilometres_north / 111.3,
        "longitude": 20.0,
        "at": at(seconds),
    }
    return Report(**fixed | rest)  # pyright: ignore[reportArgumentType]


class Desk:
    """Tracks and sites together, as the process holds them."""

    def __init__(self, *sites: Zone) -> None:
        self.tracks, self.nearness = Tracks(), Nearness(sites or (SITE,))

    def hear(self, one: Report) -> list[Step]:
        self.tracks.take("air", one, one.at)
        track = self.tracks.by_key["air", one.id]
        return [step for _, step in self.nearness.take([track], one.at)]

    @property
    def states(self) -> list[State]:
        return [each.state for each in self.nearness.all()]


def test_two_reports_inside_alarm_once_however_it_circles() -> None:
    desk = Desk()
    steps = [
        step for seconds in range(0, 600, 5) for step in desk.hear(report(20 + (seconds // 50) % 5, seconds))
    ]
    assert steps == [Step.ENTERED]
    (approach,) = desk.nearness.all()
    assert approach.state is State.WARNING
    assert approach.distance_m == pytest.approx(20_000, rel=0.2)


def test_an_alarm_stays_after_the_track_has_left_until_somebody_acknowledges() -> None:
    desk = Desk()
    for seconds, north in ((0, 20), (5, 20.5), (100, 40), (170, 60)):
        desk.hear(report(north, seconds))
    assert desk.states == [State.CLEARED]
    assert desk.nearness.acknowledge(1, 0)
    assert desk.states == []
    assert not desk.nearness.acknowledge(1, 0)


def test_one_report_inside_alarms_nobody() -> None:
    desk = Desk()
    assert [*desk.hear(report(40, 0)), *desk.hear(report(20, 60)), *desk.hear(report(41, 120))] == []


def test_a_course_towards_the_site_is_a_caution_and_a_turn_ends_it() -> None:
    desk = Desk()
    assert desk.hear(report(40, 0, course=180.0, speed_ms=250.0)) == []
    (approach,) = desk.nearness.all()
    assert approach.state is State.CAUTION
    assert approach.enters_in_s == pytest.approx(70, abs=10)
    desk.hear(report(40.5, 10, course=0.0, speed_ms=250.0))
    assert desk.states == []


def test_a_position_that_jumps_alarms_nobody() -> None:
    desk = Desk()
    desk.hear(report(300, 0))
    assert desk.hear(report(10, 10)) == []
    assert desk.hear(report(11, 20)) == []
    assert desk.states == []
    assert desk.tracks.by_key["air", "4bb1c5"].doubt is not None


def test_an_unknown_height_counts_as_inside_and_is_said_to_be_unknown() -> None:
    band = Zone(name="low", parts=SITE.parts, threshold_m=24_000, band=Band(0, 10_000))
    desk = Desk(band)
    for seconds in (0, 5):
        desk.hear(report(10, seconds))
    (approach,) = desk.nearness.all()
    assert approach.unknown_height
    high = Desk(band)
    for seconds in (0, 5):
        high.hear(report(10, seconds, altitude_ft=37_000.0))
    assert high.states == []


def test_the_longer_ago_a_report_is_the_less_sure_is_the_distance() -> None:
    desk = Desk()
    desk.hear(report(20, 0, course=90.0, speed_ms=200.0))
    one = report(20, 5, course=90.0, speed_ms=200.0)
    desk.tracks.take("air", one, at(15))
    desk.nearness.take([desk.tracks.by_key["air", "4bb1c5"]], at(15))
    (approach,) = desk.nearness.all()
    assert approach.uncertainty_m == 2_100


def test_reports_of_the_future_old_ones_and_those_of_long_ago_are_not_taken() -> None:
    tracks = Tracks()
    assert tracks.take("air", report(0, 100), at(0)) == "future"
    assert tracks.take("air", report(0, -4_000), at(0)) == "stale"
    assert tracks.take("air", report(0, 0), at(0)) == ""
    assert tracks.take("air", report(1, 0), at(1)) == "old"
    assert tracks.forget(at(3_700))[0].report.latitude == 54.0
    assert not tracks.by_key


def test_a_flood_of_tracks_drops_those_heard_longest_ago() -> None:
    tracks = Tracks()
    for number in range(TRACKS_MAX + 5):
        tracks.take("air", report(0, 0, id=f"{number:06x}"), at(0))
    assert (len(tracks.by_key), tracks.evicted) == (TRACKS_MAX, 5)
    assert ("air", "000000") not in tracks.by_key


def test_the_same_name_in_two_feeds_is_two_tracks() -> None:
    tracks = Tracks()
    for feed in ("air", "sea"):
        tracks.take(feed, report(0, 0), at(0))
    assert len(tracks.by_key) == 2


def test_the_foot_of_a_site_is_its_nearest_place() -> None:
    square = Zone(
        name="square",
        parts=(polygon("square", ([54.0, 54.0, 54.2, 54.2], [20.0, 20.4, 20.4, 20.0])),),
        threshold_m=1_000,
    )
    assert foot(square, 54.1, 19.5) == pytest.approx((54.1, 20.0), abs=1e-6)
    assert foot(square, 54.1, 20.2) == pytest.approx((54.1, 20.2), abs=1e-6)
    assert foot(SITE, 54.5, 179.9)[1] == pytest.approx(20.0)


def test_what_is_gone_for_good_leaves_what_nobody_acknowledged() -> None:
    desk = Desk()
    for seconds in (0, 5):
        desk.hear(report(20, seconds))
    desk.nearness.forget(desk.tracks.forget(at(4_000)))
    assert desk.states == [State.CLEARED]
