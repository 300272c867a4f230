from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import Instant
from firebreak.core.proximity.bands import Reference
from firebreak.tracking.feeds.cot import MESH, CotReader

NOW: Final = Instant(1_700_000_000_000)  # 2023-11-14T22:13:20Z
EVENT: Final = (
    '<event version="2.0" uid="ANDROID-7" type="a-n-A-C-F" time="2023-11-14T22:13:15Z" '
    'start="2023-11-14T22:13:15Z" stale="2023-11-14T22:14:15Z" how="m-g">'
    '<point lat="54.6" lon="20.1" hae="304.8" ce="9999999" le="9999999"/>'
    '<detail><contact callsign="PATROL 1"/><track course="90" speed="51.4"/></detail></event>'
)


def read(text: str) -> tuple[list[Any], dict[str, int]]:
    reader = CotReader()
    return reader.read(text.encode(), NOW), reader.faults.counts


def test_an_event_is_read_with_height_course_and_end() -> None:
    (report,), faults = read(EVENT)
    assert (report.id, report.label, report.latitude, report.course) == ("ANDROID-7", "PATROL 1", 54.6, 90.0)
    assert (report.altitude_ft, report.reference) == (pytest.approx(1_000), Reference.W84)
    assert (report.at, report.stale_at) == (NOW - 5_000, NOW + 55_000)
    assert faults == {}


def test_names_that_begin_alike_are_two_however_long_they_are() -> None:
    for length in (30, 64, 65, 300):
        names = ["U" * (length - 1) + end for end in "12"]
        ids = {read(EVENT.replace("ANDROID-7", each))[0][0].id for each in names}
        assert len(ids) == len(names)


def test_the_number_that_means_unknown_is_no_height() -> None:
    (report,), _ = read(EVENT.replace('hae="304.8"', 'hae="9999999.0"'))
    assert report.altitude_ft is None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('type="a-n-A-C-F"', 'type="u-d-f"', "no track"),
        ('lat="54.6"', 'lat="NaN"', "no position"),
        ('lat="54.6"', 'lat="154.6"', "no position"),
        ('lat="54.6"', 'lat="x"', "unreadable event"),
        ('stale="2023-11-14T22:14:15Z"', 'stale="2023-11-14T22:13:16Z"', "stale"),
        ("<event", '<!DOCTYPE e [<!ENTITY a "b">]><event', "unreadable event"),
        ("<event ", "<other ", "unreadable event"),
        (EVENT, "x" * 70_000, "too long"),
        (EVENT, "<event/>", "unreadable event"),
    ],
)
def test_whatever_is_no_track_is_counted_by_its_reason(old: str, new: str, reason: str) -> None:
    assert read(EVENT.replace(old, new)) == ([], {reason: 1})


def test_protobuf_says_the_same_as_xml() -> None:
    import takproto

    message = bytes(takproto.xml2proto(EVENT.replace("Z", ".000Z")))
    (report,) = CotReader().read(MESH + message[3:], NOW)
    assert (report.id, report.label, report.longitude, report.at) == (
        "ANDROID-7",
        "PATROL 1",
        20.1,
        NOW - 5_000,
    )


@given(st.binary(max_size=300))
def test_any_bytes_give_a_report_or_a_count(data: bytes) -> None:
    for each in (data, MESH + data):
        reader = CotReader()
        assert len(reader.read(each, NOW)) + reader.faults.total == 1
