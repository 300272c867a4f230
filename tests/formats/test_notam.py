"""NOTAM: brackets, parts, schedules, heights, and the area of field E."""

import pytest
from aviconv_notam.parser import parse

from firebreak.formats.detect import read_text

RUSSIAN = """(U0897/25 NOTAMN
Q) ULMM/QWMLW/IV/BO/W/000/656/6954N03452E999
A) ULMM B) 2503100500 C) 2503121900
D) DAILY 0500-1900
E) ROCKET FIRINGS WI AREA: 700336N0333800E-700336N0352618E-693130N0352618E-693130N0333800E-700336N0333800E.
F) SFC G) FL660)"""
CIRCLE = """(U0639/25A02 NOTAMR U0600/25
Q) UUXX/QRTCA/IV/BO/W/000/100/5540N03736E005
A) UUWV B) 2504010000 C) 2504302359 EST
D) 01-05 08 10 0600-1200, 12 1300-1500
E) TEMPO RESTRICTED AREA ACT WI CIRCLE RADIUS 5KM CENTRE 554012N0373615E.
F) GND G) 1500M AMSL)"""


def test_brackets_and_schedule_are_read_and_the_circle_of_q_is_not() -> None:
    found = read_text(RUSSIAN)
    assert (found.source_format, found.shape, len(found.parts[0]), found.radius_m) == (
        "notam",
        "polygon",
        4,
        None,
    )
    assert [each.as_json()[0] for each in found.windows] == [f"2025-03-{day}T05:00Z" for day in (10, 11, 12)]
    assert found.heights is not None
    assert (found.heights.lower_m, round(found.heights.upper_m or 0)) == (0.0, 20_117)
    assert found.findings == ()


def test_parts_lists_of_days_and_estimated_ends_are_kept() -> None:
    found = read_text(CIRCLE)
    assert (found.shape, found.radius_m, found.cancels) == ("circle", 5_000.0, ("U0600/25",))
    assert [each.start.day for each in found.windows] == [1, 2, 3, 4, 5, 8, 10, 12]
    assert {each.code for each in found.findings} == {"part-of-several", "estimated-end"}


def test_a_cancelling_notam_has_no_area() -> None:
    found = read_text("(B1974/25 NOTAMC B1900/25 Q) X A) LLLL B) 2505010000 E) CANCELLED)")
    assert (found.shape, found.cancels, found.findings) == ("none", ("B1900/25",), ())


def test_an_e_field_without_an_outline_says_so() -> None:
    found = read_text(
        RUSSIAN.replace("WI AREA: 700336N0333800E-700336N0352618E-693130N0352618E-693130N0333800E-", "NEAR ")
    )
    assert found.shape == "point"
    nothing = read_text(
        RUSSIAN.replace(
            "700336N0333800E-700336N0352618E-693130N0352618E-693130N0333800E-700336N0333800E", "X"
        )
    )
    assert (nothing.shape, "outline-unknown" in {each.code for each in nothing.findings}) == ("none", True)


def test_days_of_the_week_are_written_out() -> None:
    found = read_text(RUSSIAN.replace("DAILY 0500-1900", "MON TUE 0500-0900 1000-1900"))
    assert [each.as_json()[0] for each in found.windows] == [
        "2025-03-10T05:00Z", "2025-03-10T10:00Z", "2025-03-11T05:00Z", "2025-03-11T10:00Z",
    ]  # fmt: skip


def test_a_second_reader_agrees_once_the_brackets_are_off() -> None:
    theirs = parse(RUSSIAN.strip("()"))
    ours = read_text(RUSSIAN)
    assert theirs.effective_from == ours.windows[0].start
    assert theirs.effective_to == ours.windows[-1].end


def test_lists_of_days_with_times_of_their_own_are_read() -> None:
    days = "02 0700-2100 03 0700-2359 04 0000-2359"
    text = f"A0513/14 NOTAMN Q) X A) LSAS B) 1412020700 C) 1412052259 D) {days} E) X"
    found = [each.as_json() for each in read_text(text).windows]
    assert found[0] == ["2014-12-02T07:00Z", "2014-12-02T21:00Z"]
    assert found[2] == ["2014-12-04T00:00Z", "2014-12-04T23:59Z"]
    months = read_text(
        text.replace("02 0700-2100 03 0700-2359 04 0000-2359", "DEC 02 1000-1200 DEC 05 1300-1500")
    )
    assert [each.start.day for each in months.windows] == [2, 5]


def test_numbered_areas_are_read_apart() -> None:
    text = (
        "(A0001/25 NOTAMN\nQ)ULMM/QRTCA/IV/BO/W/000/999/6254N04745E050\nA)ULMM B)2505310915 C)2506012359\n"
        "E)AIRSPACE CLSD WI AREA: 1. 625500N0470000E-625000N0485000E-622500N0484500E-\n625500N0470000E. "
        "2. 621200N0510400E-615900N0522100E-\n622400N0524100E-621200N0510400E.\nF)SFC G)UNL)"
    )
    found = read_text(text)
    assert (found.shape, [len(each) for each in found.parts], found.findings) == ("multipolygon", [3, 3], ())
    assert found.heights is not None
    assert found.heights.upper_m is None


def test_days_of_field_d_go_on_into_the_next_month() -> None:
    text = RUSSIAN.replace("2503100500", "2502280500").replace("DAILY 0500-1900", "28 01-02 05 0500-1900")
    assert [f"{each.start:%m-%d}" for each in read_text(text).windows] == ["02-28", "03-01", "03-02", "03-05"]


def test_the_middle_of_an_arc_is_no_corner() -> None:
    arc = "CLOCKWISE ALONG ARC RADIUS 20KM CENTRE 501500N0303500E"
    ring = f"501000N0303000E-502000N0303000E-{arc}-502000N0304000E"
    found = read_text(RUSSIAN[: RUSSIAN.index("E)")] + f"E) AREA {ring}. F) SFC G) FL100)")
    assert (found.shape, len(found.parts[0])) == ("polygon", 3)
    assert "not-straight" in {each.code for each in found.findings}


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("C) 2503121900", "C) 2503*21900", "unread-time"),
        ("C) 2503121900", "C) 250312190", "unread-time"),
        ("C) 2503121900\nD)", "C) 2503121900\nD*", "unread-time"),
        ("U0897/25 NOTAMN", "U0897/25 NOTAMR U08*6/25", "field-missing"),
        ("DAILY 0500-1900", "9-45 0500-1900", "schedule-unread"),
        ("DAILY 0500-1900", "10 11 09 0500-1900", "outside-validity"),
        ("DAILY 0500-1900", "DAILY 0500-2500", "schedule-unread"),
        ("C) 2503121900", "C) 2903121900", "too-many-windows"),
    ],
)
def test_a_slip_in_a_field_is_told(before: str, after: str, code: str) -> None:
    assert before in RUSSIAN
    assert code in {each.code for each in read_text(RUSSIAN.replace(before, after)).findings}
