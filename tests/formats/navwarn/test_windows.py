"""Words of time, and the windows they mean."""

from datetime import UTC, datetime

import pytest

from firebreak.formats.detect import read_text

CASES = [
    ("0700Z TO 1700Z DAILY 14, 15 AND 17 MAR", "2022-03-10", "14T07 14T17 15T07 15T17 17T07 17T17"),
    ("010001 UTC TO 312359 UTC MAR", "2022-02-20", "2022-03-01T00:01 2022-03-31T23:59"),
    ("312100 UTC MAY THRU 302100 UTC JUN", "2022-05-30", "2022-05-31T21:00 2022-06-30T21:00"),
    ("282100 UTC DEC TO 022100 UTC JAN", "2026-12-26", "2026-12-28T21:00 2027-01-02T21:00"),
    ("292200Z TO 312400Z MAR", "2022-03-20", "2022-03-29T22:00 2022-04-01T00:00"),
    ("2100Z TO 0300Z DAILY 30 AND 31 MAR", "2022-03-20", "30T21 31T03 31T21 2022-04-01T03:00"),
    ("12 AND 13 MAR 2022, 1200 - 1400 UTC,", "2022-03-10", "12T12 12T14 13T12 13T14"),
    ("ON 2022-03-12 AND 2022-03-13 FROM 0600 TO 1500 UTC", "2022-03-10", "12T06 12T15 13T06 13T15"),
    ("FROM 07. MAR 0600 TIL 10. MAR 1800", "2022-03-05", "07T06 10T18"),
    ("03-23 09:00 TO 03-25 06:00 UTC", "2022-03-19", "23T09 25T06"),
    ("FROM 06:00 ON 11.03.2022 TO 14:00 ON 15.03.2022.", "2022-03-08", "11T06 15T14"),
    ("26 И 27 МАР 0500 ДО 1500", "2022-03-08", "26T05 26T15 27T05 27T15"),
    ("МАР 26 0900 ДО 1800 МСК", "2022-03-08", "26T06 26T15"),
    ("JUN 15 0600 TO 1200 CEST", "2022-06-08", "2022-06-15T04:00 2022-06-15T10:00"),
    ("0800Z TO 1200Z DAILY UNTIL 12 MAR", "2022-03-11", "11T08 11T12 12T08 12T12"),
    ("0700 UTC 12 MAR TO 1500 UTC 14 MAR", "2022-03-08", "12T07 14T15"),
    ("25 TO 26 MAR FOR 18 HOURS FROM 0600 UTC", "2022-03-08", "25T06 26T00 26T06 27T00"),
    ("FROM 121500 UTC MAR UNTIL FURTHER NOTICE", "2022-03-10", "12T15 -"),
]


def _instant(text: str) -> str | None:
    if text == "-":
        return None
    day = f"2022-03-{text}:00" if len(text) == 5 else text
    return datetime.fromisoformat(day).replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%MZ")


@pytest.mark.parametrize(("words", "issued", "expected"), CASES, ids=[each[0] for each in CASES])
def test_the_words_mean_these_windows(words: str, issued: str, expected: str) -> None:
    found = read_text(f"FIRING {words}\nIN AREA WITHIN 3 MILES OF 54-10N 019-00E", issued)
    ends = [_instant(each) for each in expected.split()]
    assert [each.as_json() for each in found.windows] == [
        list(pair) for pair in zip(ends[::2], ends[1::2], strict=True)
    ]


def test_a_sighting_is_no_window() -> None:
    found = read_text(
        "ICEBERG REPORTED AT 121230Z JUL IN 77-44.9N 106-33.2E. CANCEL THIS MSG 151754Z JUL 26.", "2026-07-12"
    )
    assert found.windows == ()
    assert not found.findings


def test_a_list_of_warnings_in_force_has_neither_area_nor_time() -> None:
    found = read_text(
        "NAVAREA XIX 98/26 1. NAVAREA XIX WARNINGS INFORCE AT 071830 UTC AUG 26 2. CANCEL NAVAREA XIX 95/26"
    )
    assert (found.shape, found.windows, found.cancels, found.findings) == (
        "none",
        (),
        ("NAVAREA XIX 95/26",),
        (),
    )
