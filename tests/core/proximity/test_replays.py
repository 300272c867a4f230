"""From text to approaches, pairs, alarms and doubts."""

import json
from collections.abc import Iterable

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.alarms import TRANSITIONS, Alarm, Rules, State, Step
from firebreak.core.proximity.approaches import Approach, Approaches, Touching
from firebreak.core.proximity.bands import Band, Inside, Reference
from firebreak.core.proximity.compiled import Compiled
from firebreak.core.proximity.doubts import Doubt
from firebreak.core.proximity.engine import Engine
from firebreak.core.proximity.episodes import Caution, Episode, Episodes
from firebreak.core.proximity.exact import WGS84, between
from firebreak.core.proximity.instants import SECOND, microseconds, written
from firebreak.core.proximity.order import BackInTime, in_time
from firebreak.core.proximity.pairs import Encounter, Limits, pairs
from firebreak.core.proximity.plain import Plain
from firebreak.core.proximity.samples import Seen, read_samples
from firebreak.core.proximity.sites import read_sites
from firebreak.core.proximity.zone import Zone, point
from tests.covering import covers

AT = "2022-03-13T03:00:01Z"
HEAD = "time_utc,icao24,callsign,lat,lon,alt_ft,groundspeed"
SITE = Zone(name="site", parts=(point("site", 47.0, 8.0),), threshold_m=10_000.0)
NEAR = Limits(9_260, 1_000)
PLAIN = Rules(10_000, 11_000)
Sample = tuple[int, float]
"Second and distance north of the site in km."


def row(second: int, km: float, *, icao24: str = "4b1800", callsign: str = "SWR1", alt: str = "9000") -> str:
    place = WGS84.Direct(47.0, 8.0, 0.0, km * 1000)
    time = written(microseconds("2022-03-13T03:00:00") + second * SECOND)
    return f"{time},{icao24},{callsign},{place['lat2']},{place['lon2']},{alt},250"


def flown(*samples: Sample) -> list[str]:
    return [HEAD, *(row(second, km) for second, km in samples)]


def approaches(lines: Iterable[str], *zones: Zone, way: type = Plain) -> list[Approach]:
    runs = Approaches(Engine(zones or [SITE], way))
    found = [each for batch in read_samples(lines, Seen()) for each in runs.take(batch)]
    return found + list(runs.rest())


def spans(found: list[Approach]) -> list[tuple[int, int, int]]:
    start = microseconds("2022-03-13T03:00:00")
    return [((each.first - start) // SECOND, (each.last - start) // SECOND, each.samples) for each in found]


@covers("PROX-006")
@pytest.mark.parametrize("way", [Plain, Compiled])
def test_a_miss_or_a_gap_over_a_minute_ends_an_approach(way: type) -> None:
    lines = flown((0, 12), (10, 9), (70, 8), (80, 11), (90, 9.5), (151, 9.5), (160, 10.5))
    found = approaches(lines, way=way)
    assert spans(found) == [(10, 70, 2), (90, 90, 1), (151, 151, 1)]
    assert found[0].least_m == pytest.approx(8_000, abs=1e-3)
    assert found[0].least_at == found[0].last


@covers("PROX-006")
def test_samples_of_another_callsign_are_another_run() -> None:
    lines = [HEAD, row(0, 9), row(1, 50, callsign="SWR2"), row(2, 9), row(3, 9, callsign="SWR2")]
    assert spans(approaches(lines)) == [(0, 2, 2), (3, 3, 1)]


@covers("PROX-005")
def test_an_unknown_altitude_counts_as_inside_and_is_counted() -> None:
    low = Zone(name="low", parts=SITE.parts, threshold_m=10_000.0, band=Band(None, 5_000))
    lines = [HEAD, row(0, 9), row(1, 9, alt="5000"), row(2, 9, alt=""), row(3, 9, alt="5000.5")]
    (found,) = approaches(lines, low)
    assert spans([found]) == [(1, 2, 2)]
    assert found.unknown_altitudes == 1


@covers("PROX-005")
@pytest.mark.parametrize(
    ("altitude", "track", "inside"),
    [
        (5_000.0, Reference.MSL, Inside.YES),
        (9_900.0, Reference.W84, Inside.UNKNOWN),
        (10_200.0, Reference.W84, Inside.UNKNOWN),
        (10_400.0, Reference.W84, Inside.NO),
        (12_000.0, Reference.FL, Inside.UNKNOWN),
        (20_000.0, Reference.FL, Inside.NO),
        (9_000.0, Reference.AGL, Inside.UNKNOWN),
        (12_000.0, Reference.AGL, Inside.NO),
        (12_000.0, Reference.SAME, Inside.NO),
        (float("nan"), Reference.MSL, Inside.UNKNOWN),
    ],
)
def test_heights_of_two_references_are_compared_with_what_they_can_differ(
    altitude: float, track: Reference, inside: Inside
) -> None:
    assert Band(2_000, 10_000, Reference.MSL).holds(altitude, track) is inside


def test_a_site_counts_from_its_first_instant_to_its_last() -> None:
    start = microseconds("2022-03-13T03:00:00Z")
    timed = Zone(
        name="timed",
        parts=SITE.parts,
        threshold_m=10_000.0,
        since=start + 5 * SECOND,
        until=start + 20 * SECOND,
    )
    assert spans(approaches(flown((0, 9), (5, 9), (20, 9), (21, 9)), timed)) == [(5, 20, 2)]


@covers("PROX-010")
def test_rows_that_are_none_are_counted_and_named() -> None:
    seen = Seen()
    lines = [
        HEAD, row(0, 9), "yesterday,4b,X,1,2,3,4", f"{AT},4b,X,91,2,3,4", f"{AT},4b,X", f"{AT},,X,1,2,3,4",
        f"{AT},4b,X,nan,,3,4", "", f"{AT},4b,X,1,2,high,4", f"{AT},4b,X,inf,2,3,4", "2022-03-13,4b,X,1,2,3,4",
    ]  # fmt: skip
    (batch,) = read_samples(lines, seen)
    assert (len(batch), seen.rows, seen.faulty, seen.without_position, seen.odd_altitudes) == (2, 9, 6, 1, 1)
    assert [each.split(":")[0] for each in seen.named] == [
        "line 3",
        "line 4",
        "line 5",
        "line 6",
        "line 10",
        "line 11",
    ]


def test_a_heading_without_a_column_is_refused() -> None:
    with pytest.raises(LocalError, match="alt_ft") as caught:
        list(read_samples(["time_utc,icao24,callsign,lat,lon"], Seen()))
    assert caught.value.code == "FB643"


def test_a_track_that_goes_back_in_time_is_seen_and_sorting_helps() -> None:
    lines = flown((0, 9), (20, 9), (10, 9))
    with pytest.raises(BackInTime):
        approaches(lines)
    whole = in_time(read_samples(lines, Seen()))
    runs = Approaches(Engine([SITE]))
    assert list(runs.take(whole)) == []
    assert spans(list(runs.rest())) == [(0, 20, 3)]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("2022-03-13T03:05:00Z", "2022-03-13T03:05:00Z"),
        ("2022-03-13 03:05:00", "2022-03-13T03:05:00Z"),
        ("2022-03-13T05:05:00.250+02:00", "2022-03-13T03:05:00.25Z"),
    ],
)
def test_any_iso_time_is_read(text: str, same: str) -> None:
    assert written(microseconds(text)) == same


def met(lines: Iterable[str], limits: Limits = NEAR) -> list[Encounter]:
    seen = Seen()
    whole = in_time(read_samples(lines, seen))
    return list(pairs(whole, [each.icao24 for each in seen.tracks], limits))


def test_aircraft_sampled_at_other_seconds_are_compared_at_the_seconds_of_both() -> None:
    other = {"icao24": "3c6444", "callsign": "DLH2"}
    lines = [
        HEAD,
        *(row(s, 20 - s / 5) for s in range(0, 121, 4)),
        *(row(s, s / 5, **other) for s in range(2, 120, 4)),
    ]
    (found,) = met(lines)
    assert found.least_m < 600
    assert found.samples == 23
    assert met(lines, Limits(9_260, 0)) == [found]
    assert found.apart_ft == 0


def test_height_keeps_aircraft_apart_unless_it_is_unknown() -> None:
    def two(altitude: str) -> list[str]:
        return [HEAD, row(0, 5), row(0, 6, icao24="3c6444", alt=altitude)]

    assert met(two("10001")) == []
    (found,) = met(two(""))
    assert (found.samples, found.unknown_altitudes) == (1, 1)
    assert found.least_m == pytest.approx(1_000, abs=1e-3)


def test_nobody_knows_where_an_aircraft_is_in_a_long_gap() -> None:
    lines = [HEAD, row(0, 5), row(30, 5), row(15, 5, icao24="3c6444")]
    assert met(lines) == []
    assert met([HEAD, row(0, 5), row(20, 5), row(15, 5, icao24="3c6444")])[0].samples == 1


def alarms(lines: Iterable[str], rules: Rules = PLAIN) -> list[Episode | Caution | Doubt]:
    reaching = Zone(name="site", parts=SITE.parts, threshold_m=rules.exit_m)
    episodes = Episodes(Touching(Engine([reaching])), [rules])
    found = [each for batch in read_samples(lines, Seen()) for each in episodes.take(batch)]
    return found + list(episodes.rest())


def seconds(found: list[Episode | Caution | Doubt]) -> list[tuple[int, int | None]]:
    start = microseconds("2022-03-13T03:00:00")
    return [
        ((each.alarmed_at - start) // SECOND, each.cleared_at and (each.cleared_at - start) // SECOND)
        for each in found
        if isinstance(each, Episode)
    ]


@covers("PROX-007")
def test_a_circling_aircraft_is_one_alarm_until_it_was_away_for_the_dwell() -> None:
    flight = [
        (0, 12),
        (10, 9.9),
        (20, 10.5),
        (30, 9.9),
        (40, 11.5),
        (90, 11.5),
        (95, 9.9),
        (100, 12),
        (160, 12),
        (170, 9.0),
    ]
    assert seconds(alarms(flown(*flight))) == [(10, 160), (170, None)]


@covers("PROX-007")
def test_a_noisy_source_has_to_say_it_twice() -> None:
    rules = Rules(10_000, 11_000, noisy=True)
    assert seconds(
        alarms(flown((0, 12), (1, 9.9), (2, 12), (3, 12), (4, 12), (5, 9.9), (6, 12), (7, 9.9)), rules)
    ) == [(7, None)]


@covers("PROX-009")
def test_a_spoofed_position_alarms_no_site_and_is_one_doubt() -> None:
    lines = flown(
        *((s, 200) for s in range(60)), *((s, 5) for s in range(60, 90)), *((s, 200) for s in range(90, 200))
    )
    (doubt,) = alarms(lines)
    assert isinstance(doubt, Doubt)
    assert (doubt.samples, doubt.jumps, doubt.reason) == (90, 2, "two places")
    assert doubt.largest_jump_m == pytest.approx(195_000, rel=0.01)


def test_a_track_not_heard_for_long_is_a_new_alarm() -> None:
    assert seconds(alarms(flown((0, 9), (800, 9), (1_701, 9)))) == [(0, 1_701), (1_701, None)]


def foreseen(look_ahead_s: float, *flight: Sample) -> list[Episode | Caution | Doubt]:
    reaching = Zone(name="site", parts=SITE.parts, threshold_m=PLAIN.exit_m)
    episodes = Episodes(Touching(Engine([reaching])), [PLAIN], look_ahead_s)
    found = [each for batch in read_samples(flown(*flight), Seen()) for each in episodes.take(batch)]
    return found + list(episodes.rest())


def test_what_will_enter_is_a_caution_before_it_is_an_alarm() -> None:
    straight = [(second, 39.9 - second / 5) for second in range(0, 200, 5)]
    (alarm,) = foreseen(60.0, *straight)
    assert isinstance(alarm, Episode)
    assert alarm.caution_at is not None
    begun = microseconds("2022-03-13T03:00:00")
    assert (alarm.caution_at - begun, alarm.alarmed_at - begun) == (90 * SECOND, 150 * SECOND)
    (unforeseen,) = foreseen(0.0, *straight)
    assert isinstance(unforeseen, Episode)
    assert (unforeseen.alarmed_at, unforeseen.caution_at) == (alarm.alarmed_at, None)


def test_what_turns_away_was_a_caution_and_its_entry_is_known_to_a_tenth_of_a_second() -> None:
    towards = [(second, 29.9 - second / 5) for second in range(0, 61, 5)]
    (caution,) = foreseen(60.0, *towards, (65, 18.5), (70, 19.5), (75, 20.5))
    assert isinstance(caution, Caution)
    begun = microseconds("2022-03-13T03:00:00")
    assert caution.at == begun + 40 * SECOND
    assert caution.entry_at - begun == pytest.approx(99.5 * SECOND, abs=SECOND / 5)
    assert caution.until == begun + 65 * SECOND


@covers("PROX-008")
def test_a_warning_stays_until_it_is_acknowledged() -> None:
    alarm, rules = Alarm(), Rules(10.0, 11.0, 0)
    assert alarm.apply(Step.PREDICTED) == (Step.PREDICTED,)
    assert alarm.sample(0, 9.0, rules) == (Step.ENTERED,)
    assert alarm.sample(1, 12.0, rules) == (Step.LEFT,)
    assert alarm.state is State.CLEARED
    assert alarm.sample(2, 12.0, rules) == ()
    assert alarm.apply(Step.ACKNOWLEDGED) == (Step.ACKNOWLEDGED,)
    assert alarm.state is State.NORMAL


def test_every_state_is_left_by_some_step() -> None:
    assert {state for state, _ in TRANSITIONS} == set(State)


POINT = {"type": "Point", "coordinates": [8, 47]}


def feature(geometry: object, **properties: object) -> str:
    return json.dumps({"type": "Feature", "properties": properties, "geometry": geometry})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "not JSON"),
        ('{"type":"FeatureCollection","features":[]}', "no feature"),
        (feature(POINT), "threshold_m"),
        (feature(POINT, threshold_m="9"), "number"),
        (feature(POINT, threshold_m=9, valid_from="soon"), "valid_from"),
        (feature({"type": "Circle", "coordinates": [8, 47]}, threshold_m=9), "type 'Circle'"),
        (feature(None, threshold_m=9), "not an object"),
        (feature({"type": "Point", "coordinates": ["x"]}, threshold_m=9), "coordinates"),
    ],
)  # fmt: skip
def test_sites_that_cannot_be_read_are_refused_in_plain_words(text: str, said: str) -> None:
    with pytest.raises(LocalError, match=said):
        read_sites(text)


def test_a_point_with_a_radius_is_a_circle_and_collections_are_one_site() -> None:
    text = """{"type":"Feature","id":7,"properties":{"threshold_m":0,"radius_m":1000},"geometry":
      {"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[8,47]},{"type":"MultiPoint",
      "coordinates":[[9,47],[10,47]]}]}}"""
    (zone,) = read_sites(text).zones
    assert (zone.name, len(zone.parts)) == ("7", 3)
    place = WGS84.Direct(47, 10, 0, 999.0)
    assert between((place["lat2"], place["lon2"]), (47, 10)) < 1000
    assert Engine([zone]).at(place["lat2"], place["lon2"]) == [(0, 0.0)]
