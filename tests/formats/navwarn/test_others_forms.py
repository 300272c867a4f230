"""Ways of writing that other coordinators and other years use; the texts are made up."""

from typing import Any

import pytest

from firebreak.formats.detect import read_text

AREA = " IN AREA WITHIN 3 MILES OF 54-10N 019-00E. "
ISSUED = "2026-02-20"

TWICE = (
    "FROM MARCH 1ST, 2026, TO MARCH 2ND 2026. ACTIVE 01.03.2026-02.03.2026 20:00 - 21:00 UTC "
    "(21:00-22:00 LOCAL TIME)"
)
DAILY = [
    ("0600Z TO 0900Z DAILY 28 FEB THRU 03 MAR", "02-28 03-01 03-02 03-03", "06:00 09:00"),
    ("FROM 1 TO 5 MAR BETWEEN 0600 AND 1200 UTC", "03-01 03-02 03-03 03-04 03-05", "06:00 12:00"),
    ("MARCH 1 TO 3, 2026, 0600-1200 UTC DAILY", "03-01 03-02 03-03", "06:00 12:00"),
    ("0800-1600 UTC MONDAYS TO FRIDAYS 05 THRU 10 MAR", "03-05 03-06 03-09 03-10", "08:00 16:00"),
    ("0800-1600 UTC MON TO FRI 05 THRU 09 MAR", "03-05 03-06 03-09", "08:00 16:00"),
    ("0800-1600 UTC WEEKDAYS 05 THRU 09 MAR", "03-05 03-06 03-09", "08:00 16:00"),
    ("0800-1600 UTC DAILY 06 THRU 09 MAR, SATURDAYS AND SUNDAYS EXCLUDED", "03-06 03-09", "08:00 16:00"),
    ("0800Z TO 1600Z DAILY 06 THRU 09 MAR EXCEPT SUNDAYS", "03-06 03-07 03-09", "08:00 16:00"),
    ("01 MAR - 03 MAR, HOURS 06-16 UTC", "03-01 03-02 03-03", "06:00 16:00"),
    ("01.03-03.03.2026 WITH LAUNCH WINDOW 21:00-22:00 UTC", "03-01 03-02 03-03", "21:00 22:00"),
    ("BETWEEN 1 MAR AND 3 MAR FROM 06:00 TO 21:59 UTC", "03-01 03-02 03-03", "06:00 21:59"),
    ("0600Z TO 1200Z DAILY 28 THRU 02 MAR", "02-28 03-01 03-02", "06:00 12:00"),
    ("0600-1200 UTC ON 02 AND 04 MAR, RESERVE 07 MAR", "03-02 03-04 03-07", "06:00 12:00"),
    ("DAILY 02-04 MAR 0600-1200 UTC EXCEPT 03 MAR", "03-02 03-04", "06:00 12:00"),
    ("28 ФЕВ 03 06 МАР 0900 ДО 1500 МСК", "02-28 03-03 03-06", "06:00 12:00"),
    (TWICE, "03-01 03-02", "20:00 21:00"),
]  # fmt: skip
STRETCHES = [
    ("280600Z FEB TO 021200Z", "02-28T06:00 03-02T12:00"),
    ("02 MAR 2026 AT 0600 UTC TO 04 MAR 2026 AT 1800 UTC", "03-02T06:00 03-04T18:00"),
    ("06.00 TO 12.00 UTC 02 MAR", "03-02T06:00 03-02T12:00"),
    ("UNTIL END OF MARCH", "02-20T00:00 03-31T23:59"),
    ("С 0600 02 ДО 1800 04 МАРТА", "03-02T06:00 03-04T18:00"),
    ("282300Z TO 010100Z", "02-28T23:00 03-01T01:00"),
    ("BETWEEN 010600 UTC AND 011200 UTC MAR", "03-01T06:00 03-01T12:00"),
    ("010600ZMAR26 TO 011200ZMAR26", "03-01T06:00 03-01T12:00"),
    ("01/0600Z TO 01/1200Z MAR", "03-01T06:00 03-01T12:00"),
    ("0600 UTC 01 MAR TO 1800 UTC 02 MAR.\n 3. SHIPS", "03-01T06:00 03-02T18:00"),
]


def _windows(words: str) -> list[Any]:
    return read_text(f"FIRING {words}{AREA}", ISSUED).as_json()["windows"]


@pytest.mark.parametrize(("words", "days", "clock"), DAILY, ids=[each[0] for each in DAILY])
def test_a_schedule_is_written_out(words: str, days: str, clock: str) -> None:
    first, last = clock.split()
    assert _windows(words) == [[f"2026-{day}T{first}Z", f"2026-{day}T{last}Z"] for day in days.split()]


@pytest.mark.parametrize(("words", "ends"), STRETCHES, ids=[each[0] for each in STRETCHES])
def test_a_stretch_is_one_window(words: str, ends: str) -> None:
    assert _windows(words) == [[f"2026-{each}Z" for each in ends.split()]]


@pytest.mark.parametrize(
    "words",
    [
        "THIS MESSAGE IS CANCELLED AT 151200Z MAR 26.",
        "THIS MSG SELF CANCELS 151200Z MAR 26.",
        "CANX MSG 151200ZMAR26.",
        "CANCEL THIS MSG 15 MAR 1200 UTC.",
        "CANCEL THIS MESSAGE ON 2026-03-15 12:00 UTC.",
    ],
)
def test_every_word_of_cancelling_ends_the_warning(words: str) -> None:
    found = read_text(f"FIRING 141000Z TO 151100Z MAR{AREA}{words}", "2026-03-10").as_json()
    assert (found["cancel_time"], found["findings"]) == ("2026-03-15T12:00Z", [])


def test_a_warning_that_only_cancels_another_is_not_taken_for_it() -> None:
    found = read_text("BLACK SEA. CANCEL HYDROLANT 1980/22 AND THIS MSG.", "2022-08-23", "HYDROLANT 2089/22")
    assert found.cancels == ("HYDROLANT 1980/22",)


def test_an_outline_and_a_circle_are_both_kept() -> None:
    ring = "46-40N 003-48W, 46-40N 004-43W, 47-15N 004-22W"
    text = f"IN AREAS: A. WITHIN 30 MILES OF 47-18N 003-46W. B. BOUND BY {ring}."
    found = read_text(text, ISSUED).as_json()
    assert (found["shape"], found["part_shapes"], found["radius_m"]) == (
        "multipolygon",
        ["circle", "polygon"],
        55_560.0,
    )
    assert [len(each) for each in found["positions_lat_lon"]] == [1, 3]
    assert [each["code"] for each in found["findings"]] == ["mixed-shapes"]


def test_lines_and_places_of_one_radius_are_lines() -> None:
    where = "ALONG LINES JOINING: 54-49N 013-55E AND 54-54N 013-53E AND POSITION 54-44N 013-54E."
    text = f"MINES {where} PROHIBITED WITHIN A RADIUS OF 100 METRES."
    found = read_text(text, ISSUED).as_json()
    assert (found["shape"], found["parts"], found["radius_m"]) == ("line", [2, 1], 100.0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "FIRING BETWEEN 270 DEGREES AND 360 DEGREES IN AREA WITHIN 20 MILES OF 33-41N 008-03W",
            "not-straight",
        ),
        ("AREA BETWEEN THE COAST AND 54-10N 019-00E, 54-20N 019-00E", "follows-coast"),
        ("KEEP OUT WITHIN A RADIUS OF 10 MILES OF ANY VESSEL NEAR 54-10N 019-00E", "unread-distance"),
        ("SURVEY UNTIL MID MARCH IN 54-10N 019-00E", "unread-time"),
        ("SURVEY FROM FEBRUARY TO APRIL 2026 IN 54-10N 019-00E", "unread-time"),
        ("FIRING 0600Z TO 1200Z DAILY 14 THRU 12 APR IN 54-10N 019-00E", "long-window"),
        ("WRECK IN 54-10N 019-00E. CANCEL THIS MSG 021300Z MAR 25.", "in-the-past"),
        ("SURVEY IN 54-10N 019-00E. 3 MILE BERTH REQUESTED AHEAD AND 6 MILES ASTERN", "unread-distance"),
        ("FIRING 0530Z TO SUNSET WEDNESDAY THRU SATURDAY IN 54-10N 019-00E", "sun-times"),
    ],
)
def test_what_one_answer_cannot_hold_is_told(text: str, code: str) -> None:
    assert code in {each.code for each in read_text(text, ISSUED).findings}


@pytest.mark.parametrize(
    "text",
    [
        "POLISH NAV WARN 1/26 BUOY ADRIFT 55-07.0N, 016-44.92",
        "MINES 54-28.6N 016-22.0E, 54-28.5N 016-21.7E, 55-07.0E 016-44.92E",
    ],
)
def test_a_wrong_letter_is_put_right_and_told(text: str) -> None:
    found = read_text(text, ISSUED)
    assert (
        found.parts[0][-1].degrees_minutes() == read_text("55-07.0N 016-44.92E").parts[0][0].degrees_minutes()
    )
    assert [each.code for each in found.findings] == ["hemisphere-assumed"]


def test_a_rescue_centre_is_no_area() -> None:
    assert read_text("MCTS IQALUIT CENTER 63-43.80N 068-32.70W UNABLE TO RECEIVE.", ISSUED).shape == "point"


def test_a_name_with_a_date_in_it_is_no_window() -> None:
    words = "FROM 18 MAY 26 TO 19 MAY 26 DAILY FROM 2000 TO 2100 UTC. DANGER AREA SEA GOLF 1 MAY 26"
    found = read_text(f"LAUNCH {words}{AREA}", "2026-05-17").as_json()
    assert [each[0] for each in found["windows"]] == ["2026-05-18T20:00Z", "2026-05-19T20:00Z"]


def test_a_tow_from_place_to_place_is_a_line() -> None:
    text = "PLATFORM IN TOW FROM 54-10N 019-00E VIA 54-20N 019-30E TO 54-30N 020-00E"
    assert read_text(text, ISSUED).shape == "line"


@pytest.mark.parametrize(
    "ring",
    [
        "LAT 54-10.5N LONG 019-00.2E, LAT 54-20.5N LONG 019-00.2E, LAT 54-20.5N LONG 019-30.2E",
        "54-10-30N/019-00-12E - 54-20-30N/019-00-12E - 54-20-30N/019-30-12E",
    ],
)
def test_an_outline_is_read_with_words_and_strokes_between(ring: str) -> None:
    found = read_text(f"AREA BOUNDED BY: {ring}", ISSUED)
    assert (found.shape, len(found.parts[0]), found.findings) == ("polygon", 3, ())


def test_a_series_that_is_named_once_holds_for_the_whole_list() -> None:
    found = read_text("CANCEL HYDROARC 99/2026, 108/2026.", ISSUED)
    assert found.cancels == ("HYDROARC 99/2026", "HYDROARC 108/2026")


def test_what_is_said_to_be_cancelled_is_cancelled() -> None:
    found = read_text("WRECK IN 54-10N 019-00E. POLISH NAV WARN 12/26 IS CANCELLED.", ISSUED)
    assert found.cancels == ("POLISH NAV WARN 12/26",)
