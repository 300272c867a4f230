"""The set that goes into a run: which positions count, how it is filled up, what its order tells."""

import os
from collections import Counter
from hashlib import sha256

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.instants import microseconds
from firebreak.core.proximity.zone import PartKind
from firebreak.matching.positions import Bucket, Positions, of_sites, of_tracks
from firebreak.matching.sets import CELL_BYTES, cell_of, own_cells, padded, spoken
from tests.covering import covers

BUCKET = Bucket(microseconds("2026-11-23T12:00"), microseconds("2026-11-23T13:00"))


def tracks(*rows: str, heading: str = "time_utc,name,lat,lon") -> Positions:
    found = Positions()
    of_tracks([heading, *rows], BUCKET, found)
    return found


def sites(properties: str = "", *, coordinates: str = "[20.5, 54.7]") -> Positions:
    found = Positions()
    geometry = f'{{"type": "Point", "coordinates": {coordinates}}}'
    of_sites(
        f'{{"type": "Feature", "geometry": {geometry}, "properties": {{"name": "Alpha"{properties}}}}}',
        BUCKET,
        found,
    )
    return found


def test_a_site_counts_without_a_threshold_and_only_while_it_is_in_force() -> None:
    assert [each.name for each in sites().zones] == ["Alpha"]
    assert sites(', "valid_to": "2026-11-23T12:30Z"').zones
    assert sites(', "valid_from": "2026-11-23T13:00Z"').outside == 1
    assert not sites(', "valid_to": "2026-11-23T11:59Z"').zones


def test_a_track_counts_with_its_way_and_with_the_samples_beside_the_bucket() -> None:
    found = tracks(
        "2026-11-23T11:50Z,Ferry,54.0,20.0",
        "2026-11-23T11:58Z,Ferry,54.1,20.0",
        "2026-11-23T12:05Z,Ferry,54.2,20.0",
        "2026-11-23T12:06Z,Ferry,54.2,20.0",
        "2026-11-23T12:56Z,Ferry,54.9,20.0",
        "2026-11-23T13:02Z,Ferry,55.0,20.0",
        "2026-11-23T13:08Z,Ferry,55.1,20.0",
        "2026-11-23T13:30Z,Late,10.0,10.0",
        "2026-11-23T12:30Z,Parked,30.0,30.0",
        "2026-11-23T12:32Z,Parked,30.0,30.0",
    )
    ways = [
        (each.name, each.parts[0].kind, [round(float(at), 1) for at in each.parts[0].rings[0][0]])
        for each in found.zones
    ]
    assert ways == [
        ("Ferry", PartKind.LINE, [54.1, 54.2]),
        ("Ferry", PartKind.LINE, [54.9, 55.0]),
        ("Parked", PartKind.POINT, [30.0]),
    ]
    assert found.outside == 1


def test_where_a_track_is_lost_in_the_bucket_is_told() -> None:
    lost = ("2026-11-23T11:55Z,Tug,54.0,20.0", "2026-11-23T12:06Z,Tug,54.1,20.0")
    (told,) = tracks(*lost).findings
    assert told.startswith("1 tracks are lost for more than ten minutes of the bucket") and "(Tug)" in told
    assert not tracks("2026-11-23T11:40Z,Tug,54.0,20.0", "2026-11-23T11:59Z,Tug,54.1,20.0").findings
    assert not tracks("2026-11-23T12:00Z,Tug,54.0,20.0", "2026-11-23T12:10Z,Tug,54.1,20.0").findings
    many = [each.replace("Tug", f"Tug {at}") for at in range(30) for each in lost]
    (told,) = tracks(*many).findings
    assert told.startswith("30 tracks") and "Tug 0, Tug 1, " in told and "Tug 29" not in told


def test_rows_that_cannot_be_read_are_named_and_the_rest_counts() -> None:
    found = tracks(
        "2026-11-23T12:05Z,A,54.2,20.0", "x,A,54.2,20.0", "2026-11-23T12:05Z,A,95,20.0",
        "2026-11-23T12:05Z,A", "2026-11-23T12:05Z,A,nan,NaN",
    )  # fmt: skip
    assert len(found.zones) == 1 and len(found.findings) == 3
    assert tracks("2026-11-23T12:05Z,4b1900,1.5,2.5", heading="time_utc,icao24,lat,lon").zones
    with pytest.raises(LocalError) as refused:
        tracks("1,2", heading="time_utc,lat")
    assert refused.value.code == "FB643" and "lon, name or icao24 or mmsi" in refused.value.text


@covers("MATCHING-030", "MATCHING-035")
def test_the_set_is_filled_up_and_its_order_tells_nothing() -> None:
    cells = [own << 8 for own in range(1, 4)]
    first = Counter(cell_of(padded(cells, 6, os.urandom)[0]) for _ in range(600))
    assert first[None] > 200 and all(40 < first[each] < 180 for each in cells)
    items = padded(cells, 6, os.urandom)
    assert sorted(each for item in items if (each := cell_of(item)) is not None) == cells
    assert len(set(items)) == 6 and Counter(map(len, items)) == {CELL_BYTES: 3, 32: 3}


@covers("MATCHING-032")
def test_items_of_two_runs_have_nothing_in_common() -> None:
    items = padded([1, 2], 2, os.urandom)
    assert not set(spoken(items, b"1" * 32)) & set(spoken(items, b"2" * 32))
    (said,) = spoken([(0x861F72267FFFFFF).to_bytes(8, "big")], bytes(range(32)))
    assert (
        said
        == sha256(
            b"FB1 matching item\0" + bytes(range(32)) + b"\0\x08\x61\xf7\x22\x67\xff\xff\xff"
        ).hexdigest()
    )


def test_each_cell_knows_which_of_ours_put_it_there() -> None:
    zones = [*sites().zones, *tracks("2026-11-23T12:05Z,Ferry,54.7,20.5").zones]
    found = own_cells(zones, 0.0, 6, 10).names
    assert list(found.values()) == [("Alpha", "Ferry")]


def test_no_position_in_the_bucket_and_too_many_are_refused() -> None:
    zones = [*sites().zones, *sites(coordinates="[10, 50]").zones]
    for given, most in (([], 5), (zones, 1)):
        with pytest.raises(LocalError) as refused:
            own_cells(given, 0.0, 6, most)
        assert refused.value.code == "FB697"
