"""Files of random sites and flights, as unruly as real ones."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from tests.core.proximity.reference import Corner, walked

STEPS = [*[1] * 5, *[5] * 10, *[10] * 25, *[20] * 5, 60, 60, 61, 61, 0]
BEGIN = datetime(2024, 9, 17, 5, 0, tzinfo=UTC)


def write_sites(folder: Path, middle: Corner, dice: np.random.Generator) -> Path:
    """One of each kind, with bands, buffers and windows."""
    shapes = [
        {"type": "Point", "coordinates": _near(middle, dice, 1)[0]},
        {"type": "MultiPoint", "coordinates": _near(middle, dice, 3)},
        {"type": "LineString", "coordinates": _near(middle, dice, 4)},
        {"type": "MultiLineString", "coordinates": [_near(middle, dice, 2), _near(middle, dice, 3)]},
        {"type": "Polygon", "coordinates": [_ring(middle, dice, 60_000)]},
        {"type": "Polygon", "coordinates": [_ring(middle, dice, 80_000), _ring(middle, dice, 20_000)]},
        {"type": "MultiPolygon", "coordinates": [[_ring(_off(middle, dice), dice, 9_000)] for _ in range(3)]},
    ]
    shapes.append({"type": "GeometryCollection", "geometries": [shapes[0], shapes[2], shapes[6]]})
    features = [
        {"type": "Feature", "properties": {"name": f"site {at}", **_asked(at, dice)}, "geometry": shape}
        for at, shape in enumerate(shapes)
    ]
    path = folder / "sites.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def _asked(at: int, dice: np.random.Generator) -> dict[str, Any]:
    asked: dict[str, Any] = {"threshold_m": int(dice.integers(0, 30_000))}
    if at % 2:
        asked |= {"buffer_m": float(dice.uniform(0, 9_000)), "alt_max_ft": 20_000}
    if at % 3 == 0:
        asked |= {"alt_min_ft": 10_000, "valid_from": "2024-09-17T05:10:00Z", "valid_to": None}
    if at % 4 == 0:
        asked |= {"valid_to": "2024-09-17T07:40:00+02:00", "buffer_m": None}
    return asked


def _near(middle: Corner, dice: np.random.Generator, count: int) -> list[list[float]]:
    way = list(zip(dice.uniform(0, 360, count), dice.uniform(0, 90_000, count), strict=True))
    return [[east, north] for north, east in walked(middle, way)]


def _off(middle: Corner, dice: np.random.Generator) -> Corner:
    east, north = _near(middle, dice, 1)[0]
    return north, east


def _ring(middle: Corner, dice: np.random.Generator, size: float) -> list[list[float]]:
    azimuths = (np.arange(7) + dice.uniform(0, 0.9, 7)) * 360 / 7
    corners = walked(middle, list(zip(azimuths, dice.uniform(0.4, 1.0, 7) * size, strict=True)))
    return [[east, north] for north, east in [*corners, corners[0]]]


def write_tracks(
    folder: Path, middle: Corner, dice: np.random.Generator, aircraft: int = 6, samples: int = 130
) -> Path:
    """Flights with turns, gaps, changes of callsign, samples twice at one time, and unknown altitudes."""
    lines = ["time_utc,icao24,callsign,lat,lon,alt_ft,groundspeed,track"]
    rows = [row for number in range(aircraft) for row in _flight(number, middle, dice, samples)]
    if dice.random() < 0.5:
        rows.sort()
    path = folder / "tracks.csv"
    path.write_text("\r\n".join([*lines, *rows, ""]), encoding="utf-8-sig")
    return path


def _flight(number: int, middle: Corner, dice: np.random.Generator, samples: int) -> list[str]:
    place, course = _off(middle, dice), float(dice.uniform(0, 360))
    time, altitude = BEGIN + timedelta(seconds=int(dice.integers(0, 600))), float(dice.uniform(0, 30_000))
    rows: list[str] = []
    for at in range(samples):
        step = float(
            dice.choice([1, 5, 10, 10, 10, 20, 60, 61, 0], p=[0.1, 0.2, 0.2, 0.2, 0.1, 0.1, 0.04, 0.04, 0.02])
        )
        time += timedelta(seconds=step)
        course += float(dice.normal(0, 8))
        (place,) = walked(place, [(course, step * 180.0)])
        altitude = max(0.0, altitude + float(dice.normal(0, 200)))
        heard = f"{altitude:.0f}" if dice.random() < 0.95 else str(dice.choice(["", "ground"]))
        callsign = f"SWR{number}" if at < samples // 2 or number % 3 else ""
        where = f"{place[0]:.5f},{place[1]:.5f}" if dice.random() < 0.98 else ","
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ" if number % 2 else "%Y-%m-%d %H:%M:%S")
        rows.append(f"{stamp},4b{number:04x},{callsign},{where},{heard},350,{course:.0f}")
    return rows
