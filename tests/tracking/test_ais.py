from functools import reduce
from operator import xor
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyais import encode_dict

from firebreak.core.base.instants import Instant
from firebreak.tracking.feeds.ais import WAITING_MAX, AisReader

NOW: Final = Instant(1_700_000_000_000)
PUBLISHED: Final = b"!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23"  # a much quoted example
NAMED: Final = [
    each.encode() for each in encode_dict({"type": 5, "mmsi": 227006760, "shipname": "GDANSK EXPRESS"})
]


def sentence(**fields: float) -> bytes:
    (line,) = encode_dict({"type": 1, "mmsi": 227006760, "lat": 54.5, "lon": 19.5, **fields})
    return line.encode()


def signed(body: bytes) -> bytes:
    return b"!" + body + b"*%02X" % reduce(xor, body)


def test_a_position_is_read_with_its_course_and_speed() -> None:
    (report,) = AisReader().read(PUBLISHED, NOW)
    assert (report.id, round(report.latitude, 4), round(report.longitude, 4)) == (
        "227006760",
        49.4756,
        0.1314,
    )
    assert (report.course, report.speed_ms, report.altitude_ft, report.at) == (36.7, 0.0, 0.0, NOW)


def test_a_name_that_came_before_stands_at_the_positions_after_it() -> None:
    reader = AisReader()
    assert [reader.read(each, NOW) for each in NAMED] == [[]] * len(NAMED)
    (report,) = reader.read(sentence(), NOW)
    assert report.label == "GDANSK EXPRESS"


def test_parts_may_come_in_any_order() -> None:
    reader = AisReader()
    for each in reversed(NAMED):
        reader.read(each, NOW)
    (report,) = reader.read(sentence(), NOW)
    assert report.label == "GDANSK EXPRESS"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*24", "wrong checksum"),
        (b"", "empty line"),
        (b"\x00\xff" * 2_000, "no AIS sentence"),
        (b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47", "no AIS sentence"),
        (signed(b"AIVDM,1,1,,A,,0"), "unreadable message"),
        (sentence(lat=91, lon=181), "no position"),
        (sentence(type=4), "no ship or aircraft"),
        (sentence(type=21), "no ship or aircraft"),
        (signed(b"AIVDM,2,3,1,A,55,0"), "part beyond its count"),
    ],
)
def test_whatever_is_no_report_is_counted_by_its_reason(line: bytes, reason: str) -> None:
    reader = AisReader()
    assert reader.read(line, NOW) == []
    assert reader.faults.counts == {reason: 1}


def test_a_tag_block_gives_the_time_where_it_can_be_believed() -> None:
    def read(seconds: int) -> Instant:
        body = b"s:station,c:%d" % seconds
        (report,) = AisReader().read(b"\\" + body + b"*00\\" + sentence(), NOW)
        return report.at

    assert read(NOW // 1000 - 90) == NOW - 90_000
    assert read(NOW // 1000 + 3_600) == NOW
    assert read(NOW // 1000 - 10 * 86_400) == NOW


def test_first_parts_without_a_second_fill_no_memory() -> None:
    reader = AisReader()
    for number in range(10):
        for channel in (b"A", b"B", b"1", b"2", b""):
            for _ in range(5):
                reader.read(signed(b"AIVDM,2,1,%d,%b,55,0" % (number, channel)), NOW)
    assert len(reader._waiting) <= WAITING_MAX


def test_a_speed_that_is_not_known_is_none() -> None:
    (report,) = AisReader().read(sentence(speed=102.3, course=360.0), NOW)
    assert (report.speed_ms, report.course) == (None, None)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_report_or_a_count(line: bytes) -> None:
    reader = AisReader()
    reports = reader.read(line, NOW)
    assert not reports or not reader.faults.total


@given(st.binary(max_size=60).map(lambda each: bytes(0x30 + byte % 0x28 for byte in each)), st.integers(0, 5))
def test_any_payload_gives_a_report_or_a_count(payload: bytes, fill: int) -> None:
    for report in AisReader().read(signed(b"AIVDM,1,1,,A,%b,%d" % (payload, fill)), NOW):
        assert abs(report.latitude) <= 90 and abs(report.longitude) <= 180
