"""Files as people and programs send them: a right answer, a question or a refusal in plain words."""

import json
from typing import Any

import numpy as np
import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.oddities import swapped
from firebreak.core.proximity.samples import Batch, Seen, joined, read_samples
from firebreak.core.proximity.sites import read_sites
from tests.covering import covers

HEAD = "time_utc,icao24,callsign,lat,lon,alt_ft"
RING = [[7, 46], [9, 46], [9, 48], [7, 48], [7, 46]]


def read(*rows: str) -> tuple[Batch, Seen]:
    seen = Seen()
    return joined(list(read_samples([HEAD, *rows], seen))), seen


@covers("PROX-010")
@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1704067200,4b,A,47,8,1", "line 2: time_utc is no ISO date and time: '1704067200'"),
        ("2024-01-01T24:00:00Z,4b,A,47,8,1", "write 24:00 as 00:00 of the next day"),
        ("2024-01-01T00:00:00Z,4b,A,139,35,1", "latitude '139', longitude '35' is not a place; were the two"),
        ("2024-01-01T00:00:00Z,4b,A,1e400,8,1", "is not a place"),
        ('2024-01-01T00:00:00Z,4b,A,"47,1","8,1",1', "lat is no number: '47,1'; write a point"),
        ("2024-01-01T00:00:00Z,4b,A,,8,1", "lat is no number: ''"),
        ("2024-01-01T00:00:00Z,4b,A\x00,47,8,1", "control characters"),
        ("2024-01-01T00:00:00Z,4b,A\udce4,47,8,1", "not in UTF-8"),
        ("2024-01-01T00:00:00Z,4b,A,47", "4 columns, the heading has more"),
    ],
)
def test_a_row_that_is_none_says_why(row: str, said: str) -> None:
    batch, seen = read(row)
    assert (len(batch), seen.rows, seen.faulty) == (0, 1, 1)
    assert said in seen.named[0]


@covers("PROX-010")
def test_what_an_open_quote_swallows_is_counted() -> None:
    row = "2024-01-01T00:00:00Z,4b,A,47,8,1"
    batch, seen = read(row, '2024-01-01T00:00:00Z,4b,"A,47,8,1\n', f"{row}\n", f"{row}\n")
    assert (len(batch), seen.rows, seen.faulty) == (1, 4, 3)
    assert seen.named == ["line 3: a quote runs on to line 5"]


@pytest.mark.parametrize("code", ["9999999.0", "inf", "-1e9", "high"])
def test_a_code_in_place_of_an_altitude_is_an_unknown_one_and_counted(code: str) -> None:
    batch, seen = read(f"2024-01-01T00:00:00 UTC,4b,A,47,8,{code}", "2024-01-01T00:00:00,4b,A,47,8,ground")
    assert np.isnan(batch.altitude_ft).all()
    assert seen.odd_altitudes == 1


@pytest.mark.parametrize(
    ("heading", "hint"),
    [("time_utc;icao24;callsign;lat;lon;alt_ft", "commas"), ("time,icao24", "it names the columns")],
)
def test_another_heading_is_refused_with_what_to_do(heading: str, hint: str) -> None:
    with pytest.raises(LocalError) as caught:
        list(read_samples([heading], Seen()))
    assert hint in caught.value.hint


def test_a_heading_in_capitals_is_one() -> None:
    (batch,) = read_samples([HEAD.upper(), "2024-01-01T00:00:00Z,4b,A,47,8,1"], Seen())
    assert len(batch) == 1


def sites(geometry: Any, **asked: Any) -> str:
    properties = {"name": "x", "threshold_m": 5_000, **asked}
    return json.dumps({"type": "Feature", "properties": properties, "geometry": geometry})


@pytest.mark.parametrize(
    ("rings", "said"),
    [
        ([[[8, 47], [8.1, 47.1], [8.1, 47], [8, 47.1], [8, 47]]], ["crosses itself"]),
        ([[[8, 47], [9, 47], [8, 47]]], ["holds no area"]),
        ([[[8, 47], [8, 47], [8, 47], [8, 47]]], ["holds no area"]),
        ([[[-180, 80], [180, 80], [180, 90], [-180, 90], [-180, 80]]], ["all round the earth", "no area"]),
        ([[[-170, 60], [170, 60], [170, 65], [-170, 65], [-170, 60]]], ["the short way"]),
        ([RING, [[17, 46], [18, 46], [18, 47], [17, 46]]], ["a hole lies outside"]),
        ([RING, [[7.5, 46.5], [8.5, 46.5], [8.5, 47.5], [7.5, 46.5]]], []),
        ([[[0, 80], [90, 80], [180, 80], [-90, 80], [0, 80]]], ["the short way"]),
        ([[[179, 60], [-179, 60], [-179, 61], [179, 61], [179, 60]]], ["the short way"]),
    ],
)
def test_an_odd_outline_is_asked_about(rings: list[Any], said: list[str]) -> None:
    findings = read_sites(sites({"type": "Polygon", "coordinates": rings})).findings
    assert len(findings) == len(said)
    assert all(text in finding for text, finding in zip(said, findings, strict=True))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (sites({"type": "Point", "coordinates": [8, 47]}, threshold_m="24 km"), "no number: '24 km'"),
        (sites({"type": "Point", "coordinates": [8, 47]}, threshold_m=1e9), "a threshold of 1e\\+09 m"),
        (sites({"type": "Point", "coordinates": [8, 47]}, valid_to="2024-01-01T24:00:00Z"), "valid_to"),
        (sites({"type": "Point", "coordinates": [47, 139]}), "is not a place"),
        (sites({"type": "GeometryCollection", "geometries": []}), "no outline"),
        ('{"type":"Point","coordinates":[8,47]}', "holds 'Point' where a Feature belongs"),
    ],
)
def test_a_site_that_cannot_be_watched_is_refused_with_its_value(text: str, said: str) -> None:
    with pytest.raises(LocalError, match=said) as caught:
        read_sites(text)
    assert caught.value.hint


def test_more_long_edges_than_an_outline_has_are_refused_at_once() -> None:
    dice = np.random.default_rng(1)
    ring = np.stack([dice.uniform(7, 9, 30_000), dice.uniform(46, 48, 30_000)], axis=1).tolist()
    from firebreak.core.proximity.engine import Engine

    zones = read_sites(sites({"type": "Polygon", "coordinates": [[*ring, ring[0]]]})).zones
    with pytest.raises(LocalError, match="edges of more than 50 km"):
        Engine(zones)


def test_a_site_beside_the_tracks_when_its_coordinates_are_exchanged_is_asked_about() -> None:
    (zone,) = read_sites(sites({"type": "Point", "coordinates": [47, 8]})).zones
    assert swapped(zone, (47.1, 8.1, 47.2, 8.2))
    assert not swapped(zone, (7.0, 46.0, 9.0, 48.0))
