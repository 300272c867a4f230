"""What is odd is told or read, never passed over; the texts are made up."""

import time
from typing import Any, Final

import pytest

from firebreak.formats.detect import read_text

SECONDS_MAX: Final = 20  # on a busy machine; a search that grows with the square takes a minute
ISSUED = "2026-03-10T12:00"
AREA = " IN AREA BOUNDED BY 54-10N 019-00E, 54-20N 019-00E, 54-20N 019-30E"
OTHER = " IN AREA BOUNDED BY 55-10N 019-00E, 55-20N 019-00E, 55-20N 019-30E"
PLACE = " 54-51.0N 013-54.0E."
ASKED = [
    ("WRECK IN 54.51N 013.54E", "mixed-notation"),
    ("WRECK IN 54.51.0N 013.54.0E", "unread-coordinate"),
    ("WRECK IN 54/51.0N 013/54.0E", "unread-coordinate"),
    ("WRECK IN 54-510N 013-540E", "unread-coordinate"),
    ("WRECK IN +54.85 +013.90", "unread-coordinate"),
    ("WRECK IN -54.85N 013.90E", "typing-error"),
    ("WRECK IN 5 4-51.0N 013-54.0E", "typing-error"),
    ("WRECK IN 54\u202e-51.0N 013-54.0E", "odd-characters"),
    ("WRECK IN ٥٤-51.0N 013-54.0E", "odd-characters"),
    ("FIRING IN SQUARES B4 AND B5", "outline-unknown"),
    ("FIRING 120600Z TO 121800Z MAR", "outline-unknown"),
    ("LIGHT LIT", "nothing-read"),
    ("AREA BOUNDED BY 54-10N 019-00E", "two-corner-area"),
    ("POLISH NAV WARN 7/26 WRECK IN 19-00N 054-10E", "maybe-swapped"),
    ("FINNISH NAV WARN 7/26 WRECK IN 60-10.0S 025-00.0E", "elsewhere"),
    ("FIRING WITHIN 5 OF" + PLACE, "radius-unclear"),
    ("FIRING WITHIN 5' OF" + PLACE, "radius-unclear"),
    ("CABLE LAYING" + PLACE + " GUARD VESSELS 1 NM.", "unread-distance"),
    ("LINE 54-10N 019-00E, 54-20N 019-30E AND AREA 500 M AROUND", "unread-distance"),
    ("FIRING SR TO SS 12 TO 14 MAR" + AREA, "sun-times"),
    ("FIRING AT NIGHT 12 TO 14 MAR" + AREA, "sun-times"),
    ("СТРЕЛЬБЫ 12 ПО 14 МАРТА ОТ ВОСХОДА ДО ЗАХОДА 54-10С 019-00В", "sun-times"),
    ("СТРЕЛЬБЫ ПО ПОНЕДЕЛЬНИКАМ 0600 ДО 1800 54-10С 019-00В", "weekdays"),
    ("FIRING IN MARCH 2026" + AREA, "unread-time"),
    ("FIRING 12 TO 20 MAR 0600-1200 UTC DAILY WEATHER PERMITTING" + AREA, "exception-not-read"),
    ("FIRING NOT TAKING PLACE 12 MAR 0600-1200 UTC" + AREA, "exception-not-read"),
    ("FIRING WEEK 11" + AREA, "unread-time"),
    ("FIRING 120600Z TO 121800Z MAR 27" + AREA, "year-doubtful"),
    ("FIRING TODAY" + AREA, "unread-time"),
    ("FIRING" + AREA + " 120600Z TO 121800Z MAR." + OTHER + " 130600Z TO 131800Z MAR", "times-per-area"),
    ("1. 120600Z TO 121800Z MAR" + AREA + ". 2. 130600Z TO 131800Z MAR" + OTHER, "times-per-area"),
    ("CANCEL NAVAREA I 10/26, 11 AND 9/26.", "cancel-unread"),
    ("CANCEL NAVAREA I 20/26 TO 23/26.", "cancel-unread"),
    ("CANCEL NAVAREA I 20-23/26.", "cancel-unread"),
    ("CANCEL HYDROLANT 20/26 THROUGH 23/26.", "cancel-unread"),
    ("ПРИП МУРМАНСК 33/26 ОТМ ПРИП МУРМАНСК С 20/26 ПО 23/26", "cancel-unread"),
    ("FIRING WITHIN 3 LEAGUES OF" + PLACE, "unread-distance"),
    ("FIRING WITHIN 5 SM OF" + PLACE, "unread-distance"),
    ("FIRING WITHIN FEW MILES OF" + PLACE, "unread-distance"),
    ("FIRING WITHIN 1000 FATHOMS OF" + PLACE, "unread-distance"),
    ("FIRING ONE HUNDRED FIFTY METRES RADIUS CENTRED ON" + PLACE, "unread-distance"),
    ("FIRING 10 000 METRES RADIUS CENTRED ON" + PLACE, "unread-distance"),
    ("FIRING 1/3 MILES RADIUS CENTRED ON" + PLACE, "unread-distance"),
    ("BERTH OF SOME MILES REQUESTED FROM SHIP IN" + PLACE, "unread-distance"),
    ("RECTANGLE WITH CORNERS NW 54-10N 019-00E AND SE 54-00N 019-30E", "shape-guessed"),
    ("CANCEL NAVAREA I 1*0/26.", "cancel-unread"),
    ("CANCEL NAVAREA I 1I0/26.", "cancel-unread"),
    ("WRECK IN *4-51.0N 013-54.0E", "typing-error"),
    ("WRECK WITHIN 1l MILES OF 54-51.0N 013-54.0E", "typing-error"),
    ("WRECK IN 54-51.0N 013-54.0E. BERTH OF 0.S MILES REQUESTED.", "typing-error"),
    ("WRECK IN 54-51.0N 013-54.0E. SAFETY ZONE OF 07 MILES.", "radius-odd"),
    ("NAVAREA IV 204/26 WRECK" + PLACE + " NAVAREA IV 205/26 WRECK 55-10N 020-00E.", "several-warnings"),
]
PLACES = [
    "55.5° N 19.1° E", "55.5N 19.1E", "55.5000 N, 19.1000 E", "N55.5 E019.1", "N5530 E01906",
    "LATITUDE 55 DEGREES 30 MINUTES NORTH LONGITUDE 19 DEGREES 6 MINUTES EAST",
]  # fmt: skip
BOXES = [
    "BETWEEN 54-10N 54-20N AND 019-00E 019-30E",
    "BETWEEN 54-10N AND 54-20N AND 019-00E AND 019-30E",
    "BOUNDED BY PARALLELS 54-10N AND 54-20N AND MERIDIANS 019-00E AND 019-30E",
    "NORTH OF 54-10N, SOUTH OF 54-20N, EAST OF 019-00E AND WEST OF 019-30E",
    "МЕЖДУ ПАРАЛЛЕЛЯМИ 54-10С И 54-20С И МЕРИДИАНАМИ 019-00В И 019-30В",
]
TIMES = [
    ("12 MAR FROM 8 TO 14 UTC", "08:00 14:00"),
    ("12 MAR FROM 08H TO 14H UTC", "08:00 14:00"),
    ("2026-03-12T08:00Z TO 2026-03-12T14:00Z", "08:00 14:00"),
    ("0900-1500 UTC+3 12 MAR", "06:00 12:00"),
    ("120800Z/121400Z MAR", "08:00 14:00"),
    ("12 MAR 0800Z/1400Z", "08:00 14:00"),
    ("12 MAR BTN 0800 AND 1400 UTC", "08:00 14:00"),
    ("0900-1500 JST 12 MAR", "00:00 06:00"),
    ("12 МАРТА С 06-00 ДО 18-00 МСК", "03:00 15:00"),
    ("12 БЕРЕЗНЯ З 0600 ДО 1800 UTC", "06:00 18:00"),
    ("С 120600 МСК ДО 121800 МСК МАР", "03:00 15:00"),
    ("С 120600 ПО 121800 МСК МАР", "03:00 15:00"),
    ("120600 МСК - 121800 МСК МАР", "03:00 15:00"),
]

AMOUNTS = [
    ("WITHIN ONE AND A HALF MILES OF", 2778.0),
    ("WITHIN 1 1/2 MILES OF", 2778.0),
    ("1 1/2 MILES RADIUS CENTRED ON", 2778.0),
    ("2½ MILES RADIUS CENTRED ON", 4630.0),
    ("3/4 MILE RADIUS CENTRED ON", 1389.0),
    ("WITHIN HALF A MILE OF", 926.0),
    ("WITHIN A QUARTER OF A MILE OF", 463.0),
    ("WITHIN A MILE OF", 1852.0),
    ("TWENTY FIVE MILES RADIUS CENTRED ON", 46300.0),
    ("WITHIN FORTY-TWO CABLES OF", 7778.4),
    ("20,000 YARDS RADIUS CENTRED ON", 18288.0),
    ("RADIUS 1,500 METRES CENTRED ON", 1500.0),
    ("WITHIN 5 STATUTE MILES OF", 8046.7),
    ("WITHIN 2,5 MILES OF", 4630.0),
    ("WITHIN A DISTANCE OF 2,5 MILES FROM", 4630.0),
    ("WITHIN DISTANCE 2.5 MILES FROM", 4630.0),
    ("WITHIN 1,500 MILES OF", 2778.0),
]


def _read(text: str) -> dict[str, Any]:
    return read_text(text, ISSUED).as_json()


@pytest.mark.parametrize(("text", "code"), ASKED, ids=[each for each, _ in ASKED])
def test_what_is_odd_is_asked_about(text: str, code: str) -> None:
    assert code in {each["code"] for each in _read(text)["findings"]}


@pytest.mark.parametrize("written", PLACES)
def test_decimal_degrees_are_read_in_every_form(written: str) -> None:
    assert _read(f"WRECK IN {written}.")["positions_lat_lon"] == [(55.5, 19.1)]


@pytest.mark.parametrize("words", BOXES)
def test_two_parallels_and_two_meridians_are_four_corners(words: str) -> None:
    found = _read(f"FIRING IN AREA {words}.")
    south, north = 54.1666667, 54.3333333
    assert found["shape"] == "polygon"
    assert found["positions_lat_lon"] == [(south, 19.0), (north, 19.0), (north, 19.5), (south, 19.5)]
    assert [each["code"] for each in found["findings"]] == ["not-straight"]


@pytest.mark.parametrize(("words", "clock"), TIMES, ids=[each for each, _ in TIMES])
def test_other_ways_to_write_an_hour_are_read(words: str, clock: str) -> None:
    first, last = clock.split()
    windows = _read(f"FIRING {words}{AREA}")["windows"]
    assert windows == [[f"2026-03-12T{first}Z", f"2026-03-12T{last}Z"]]


@pytest.mark.parametrize(("words", "radius"), AMOUNTS, ids=[each for each, _ in AMOUNTS])
def test_an_amount_is_read_whole_and_not_by_its_tail(words: str, radius: float) -> None:
    found = _read(f"FIRING {words}{PLACE}")
    assert (found["shape"], found["radius_m"]) == ("circle", radius)


def test_the_tail_of_an_amount_that_was_not_understood_is_no_radius() -> None:
    for words in ("ONE HUNDRED FIFTY METRES", "10 000 METRES", "1/3 MILES", "12 AND 14 MILES", "5-7 MILES"):
        assert _read(f"FIRING {words} RADIUS CENTRED ON{PLACE}")["radius_m"] is None


@pytest.mark.parametrize(
    ("words", "berth"),
    [
        ("BERTH OF 1/2 MILE", 926.0),
        ("TWENTY FIVE CABLES CLEAR", 4630.0),
        ("PASS AT LEAST HALF A MILE OFF", 926.0),
    ],
)
def test_a_berth_is_read_whole_too(words: str, berth: float) -> None:
    assert _read(f"SURVEY IN{PLACE} SHIPS REQUESTED: {words}.")["berth_m"] == berth


def test_daily_behind_a_stretch_is_every_day() -> None:
    found = _read("FIRING FROM 12 MAR 0600 UTC TO 14 MAR 1800 UTC DAILY" + AREA)
    assert [each[0] for each in found["windows"]] == [f"2026-03-{day}T06:00Z" for day in (12, 13, 14)]


def test_a_second_span_of_the_year_follows_the_first() -> None:
    found = _read("FIRING 01 JAN THRU 14 JUN AND 16 SEP THRU 31 DEC" + AREA)
    assert [each[0][:10] for each in found["windows"]] == ["2026-01-01", "2026-09-16"]


def test_a_radius_around_these_positions_belongs_to_those_before() -> None:
    found = _read(
        "BUOYS IN A. 47-44.0N 005-52.0W B. 47-21.0N 006-11.0W. NO ANCHORING WITHIN A RADIUS OF 700 METRES "
        "AROUND THESE POSITIONS. INSTRUMENT MOORED IN 47-35.0N 007-22.0W."
    )
    assert (found["shape"], len(found["positions_lat_lon"]), found["radius_m"]) == ("circle", 2, 700.0)
    assert "mixed-shapes" in {each["code"] for each in found["findings"]}


def test_the_radius_of_an_arc_makes_no_circle() -> None:
    found = _read("FIRING" + AREA + ". ARC OF CIRCLE RADIUS 5 NM CENTRED 54-10N 019-00E.")
    assert (found["shape"], found["radius_m"]) == ("polygon", None)


def test_a_text_that_was_sent_twice_has_no_times_of_its_own_for_each_area() -> None:
    once = "FIRING 120600Z TO 121800Z MAR" + AREA + ". SHIPS KEEP OUT. "
    assert "times-per-area" not in {each["code"] for each in _read(once + "AGAIN: " + once)["findings"]}


@pytest.mark.parametrize("piece", ["1.", "54", "54*", "1.1.", "RANGE 1-", "12 MAR 1-", "54-10N 019-00E "])
def test_a_long_text_of_one_piece_stalls_nobody(piece: str) -> None:
    began = time.perf_counter()
    _read(piece * (16_000 // len(piece)))
    assert time.perf_counter() - began < SECONDS_MAX


def test_a_label_may_stand_apart_from_its_point() -> None:
    found = _read("AREA BOUNDED BY A. 54-10N 019-00E B . 54-20N 019-00E C. 54-20N 019-30E")
    assert (found["shape"], len(found["positions_lat_lon"])) == ("polygon", 3)


def test_half_a_mile_may_stand_without_its_nought() -> None:
    found = _read("UNEXPLODED ORDNANCE WITHIN .5 MILES OF 44-39.75N 037-38.60E")
    assert (found["shape"], found["radius_m"]) == ("circle", 926.0)


@pytest.mark.parametrize(
    ("text", "cancelled"),
    [
        ("SELF CANCELLING. CANCEL WZ 1115 (EA96). ANM 5389/15 REFERS.", ["WZ 1115"]),
        ("NAVAREA XI 26-0330 CANCEL NAVAREA XI 26-0312.", ["NAVAREA XI 26-0312"]),
        ("WRECK 54-10N 019-00E. REPLACES NAVAREA I 12/26.", ["NAVAREA I 12/26"]),
        ("ОТМЕНЕН ПРИП ЗАПАД 12/26", ["ПРИП ЗАПАД 12/26"]),
    ],
)
def test_what_is_cancelled_is_named_as_the_text_names_it(text: str, cancelled: list[str]) -> None:
    assert _read(text)["cancels"] == cancelled


def test_a_time_of_issue_far_away_is_not_believed() -> None:
    for dtg in ("9999-12-31T23:59", "0001-01-01", "2026-13-45"):
        found = read_text("FIRING 120600Z TO 121800Z MAR" + AREA, dtg)
        assert "dtg-unreadable" in {each.code for each in found.findings}
        assert found.windows == ()


def test_a_time_of_issue_may_have_a_zone() -> None:
    found = read_text("FIRING UNTIL 141800Z MAR" + AREA, "2026-03-10T12:00:00+02:00")
    assert found.windows[0].as_json()[0] == "2026-03-10T10:00Z"
