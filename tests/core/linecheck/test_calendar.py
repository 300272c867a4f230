"""The agreed calendar: both sides compute the same instants from the same signed object."""

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.base.instants import DAY, HOUR, MINUTE, SECOND, Instant, from_iso, iso
from firebreak.core.base.shape import BadShape
from firebreak.core.linecheck.calendar import CheckCalendar, Offset
from firebreak.core.linecheck.zones import offsets_of
from tests.covering import covers

BERLIN = offsets_of(ZoneInfo("Europe/Berlin"), from_iso("2021-01-01"), from_iso("2031-01-01"))
ZONES = [
    "Europe/Berlin",
    "Europe/Kyiv",
    "Europe/Moscow",
    "Asia/Seoul",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
]


def nine_and_five(**fields: object) -> CheckCalendar:
    return CheckCalendar(
        every_seconds=0,
        zone="Europe/Berlin",
        offsets=BERLIN,
        times=(9 * 3_600, 17 * 3_600),
        **fields,  # type: ignore[arg-type]
    )


def shown(calendar: CheckCalendar, since: str, until: str) -> list[str]:
    return [iso(slot.at)[:16] for slot in calendar.slots(from_iso(since), from_iso(until))]


@covers("CHECK-001")
def test_agreed_times_follow_local_time_over_a_change_of_the_clocks() -> None:
    assert shown(nine_and_five(), "2022-03-26", "2022-03-28") == [
        "2022-03-26T08:00",
        "2022-03-26T16:00",
        "2022-03-27T07:00",
        "2022-03-27T15:00",
    ]


@covers("CHECK-002")
def test_weekends_and_holidays_have_no_agreed_times() -> None:
    calendar = nine_and_five(weekdays=0b0011111, holidays=(20220415, 20220418))
    assert shown(calendar, "2022-04-14T12:00", "2022-04-19T12:00") == ["2022-04-14T15:00", "2022-04-19T07:00"]


@covers("CHECK-003")
def test_a_time_that_the_change_leaves_out_is_kept_at_the_moment_of_the_change() -> None:
    calendar = CheckCalendar(every_seconds=0, offsets=BERLIN, times=(9_000,))  # 02:30
    assert shown(calendar, "2022-03-26T12:00", "2022-03-28T12:00") == ["2022-03-27T01:00", "2022-03-28T00:30"]


@covers("CHECK-003")
def test_a_time_that_comes_twice_is_kept_the_first_time() -> None:
    calendar = CheckCalendar(every_seconds=0, offsets=BERLIN, times=(9_000,))
    assert shown(calendar, "2022-10-29T12:00", "2022-10-31T12:00") == ["2022-10-30T00:30", "2022-10-31T01:30"]


@covers("CHECK-004")
def test_the_grid_goes_on_day_and_night_whatever_people_keep() -> None:
    calendar = CheckCalendar(offsets=BERLIN, holidays=(20220327,), times=(32_400,))
    slots = list(calendar.slots(from_iso("2022-03-27"), from_iso("2022-03-28")))
    assert len(slots) == 288
    assert {later.at - earlier.at for earlier, later in pairwise(slots)} == {300 * SECOND}


@covers("CHECK-004")
def test_an_agreed_time_on_the_grid_is_one_slot() -> None:
    calendar = CheckCalendar(times=(0,))
    slots = list(calendar.slots(Instant(0), Instant(300 * SECOND + 1)))
    assert [(slot.at, slot.agreed) for slot in slots] == [(0, True), (300 * SECOND, False)]


@covers("CHECK-005")
def test_who_speaks_first_alternates_on_the_grid_and_from_day_to_day() -> None:
    grid = CheckCalendar().slots(from_iso("2022-04-15"), from_iso("2022-04-15T00:20"))
    assert [slot.first for slot in grid] == [True, False, True, False]
    days = list(nine_and_five().slots(from_iso("2022-04-15"), from_iso("2022-04-17")))
    assert [slot.first for slot in days] == [
        days[0].first,
        not days[0].first,
        not days[0].first,
        days[0].first,
    ]


@covers("CHECK-006")
@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"late_after_seconds": 200}, "missed before it is late"),
        ({"every_seconds": 60}, "after the next one is due"),
        ({"times": (3_600, 3_600)}, "times are not in ascending order"),
        ({"holidays": (20220502, 20220501)}, "holidays are not in ascending order"),
        ({"offsets": (Offset(from_at=5, seconds=0), Offset(from_at=5, seconds=1))}, "offsets are not"),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        CheckCalendar(**fields)  # type: ignore[arg-type]


@covers("CHECK-006")
def test_a_calendar_that_contradicts_itself_is_refused_from_the_wire() -> None:
    with pytest.raises(BadShape, match="missed before it is late"):
        CheckCalendar.from_map({2: 200, 3: 100})
    calendar = nine_and_five(holidays=(20220415,))
    assert CheckCalendar.from_bytes(calendar.to_bytes()) == calendar


@covers("CHECK-007")
@pytest.mark.parametrize("name", ZONES)
def test_offsets_written_into_the_calendar_say_what_the_time_zone_says(name: str) -> None:
    zone = ZoneInfo(name)
    since, until = from_iso("2021-01-01"), from_iso("2024-01-01")
    offsets = offsets_of(zone, since, until)
    for at in range(since, until, 3 * HOUR):
        expected = datetime.fromtimestamp(at / SECOND, UTC).astimezone(zone).utcoffset()
        assert expected is not None
        held = [each.seconds for each in offsets if each.from_at <= at][-1]
        assert held == expected.total_seconds()
    for change in offsets[1:]:
        before = datetime.fromtimestamp(change.from_at / SECOND - 1, UTC).astimezone(zone).utcoffset()
        assert before is not None and before.total_seconds() != change.seconds


instants = st.integers(from_iso("2022-01-01"), from_iso("2029-01-01"))


@covers("CHECK-001", "CHECK-003")
@given(
    st.sampled_from(ZONES), st.lists(st.integers(0, 86_399), min_size=1, max_size=6, unique=True), instants
)
@settings(max_examples=60, deadline=None)
def test_every_local_day_has_its_agreed_times_in_order_also_when_clocks_change(
    name: str, times: list[int], at: int
) -> None:
    zone = ZoneInfo(name)
    offsets = offsets_of(zone, Instant(at - 20 * DAY), Instant(at + 220 * DAY))
    calendar = CheckCalendar(every_seconds=0, offsets=offsets, times=tuple(sorted(times)))
    slots = [slot.at for slot in calendar.slots(Instant(at), Instant(at + 200 * DAY))]
    assert slots == sorted(set(slots))
    for slot in slots:
        local = datetime.fromtimestamp(slot / SECOND, UTC).astimezone(zone)
        seconds = local.hour * 3_600 + local.minute * 60 + local.second
        assert seconds in times or slot in {each.from_at for each in offsets}
    assert len(slots) >= 199 * len(times) - 2 * len(times)


@covers("CHECK-008")
@given(st.integers(60, 3_600), instants, st.integers(0, 3 * DAY), st.integers(0, 3 * DAY))
@settings(max_examples=60)
def test_a_list_of_slots_is_the_same_in_parts(every: int, at: int, first: int, second: int) -> None:
    calendar = CheckCalendar(
        every_seconds=every,
        late_after_seconds=5,
        missed_after_seconds=30,
        offsets=BERLIN,
        times=(9_000, 32_400),
    )
    middle, end = Instant(at + first), Instant(at + first + second)
    parts = [*calendar.slots(Instant(at), middle), *calendar.slots(middle, end)]
    assert parts == list(calendar.slots(Instant(at), end))
    following = calendar.next(Instant(at))
    assert following is not None and at <= following.at <= at + every * SECOND


@covers("CHECK-008")
def test_the_next_slot_is_found_over_a_week_of_holidays_and_no_further() -> None:
    calendar = CheckCalendar(every_seconds=0, weekdays=1, times=(0,))
    found = calendar.next(Instant(from_iso("2022-04-12")))
    assert found is not None and iso(found.at) == "2022-04-18T00:00:00Z"
    assert CheckCalendar(every_seconds=0).next(Instant(0)) is None
    assert MINUTE < DAY
