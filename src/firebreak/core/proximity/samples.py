"""Tracks read from comma-separated text, some thousands of samples at a time.

Nothing is dropped in silence. A row without a position is counted; a row that is none is named with its
line and counted; an altitude that is no number becomes an unknown one and is counted.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, cast

import numpy as np

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.cells import UNKNOWN, altitude, instant, position
from firebreak.core.proximity.earth import Floats, Ints

COLUMNS: Final = ("time_utc", "icao24", "callsign", "lat", "lon", "alt_ft")
ROWS_AT_ONCE: Final = 50_000
NAMED_MAX: Final = 20  # faults that are told with their line; the rest is counted
TRACKS_MAX: Final = 5_000_000
FIELD_LENGTH_MAX: Final = 64
BYTE_ORDER_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Track:
    """What a sample says that it is of."""

    icao24: str
    callsign: str


@dataclass(slots=True)
class Seen:
    """What was read so far, beside the samples."""

    tracks: dict[Track, int] = field(default_factory=dict[Track, int])
    "Each track and its number, in the order in which they came."
    rows: int = 0
    without_position: int = 0
    odd_altitudes: int = 0
    faulty: int = 0
    bounds: tuple[float, float, float, float] | None = None
    "South, west, north, east of all positions."
    named: list[str] = field(default_factory=list[str])
    "The first faults, with their lines."

    def spread(self, batch: "Batch") -> None:
        """Widen the bounds by a batch."""
        if len(batch):
            south, west, north, east = self.bounds or (90.0, 180.0, -90.0, -180.0)
            lat, lon = batch.latitude, batch.longitude
            self.bounds = (
                min(south, float(lat.min())), min(west, float(lon.min())),
                max(north, float(lat.max())), max(east, float(lon.max())),
            )  # fmt: skip

    def fault(self, line: int, text: str, lines: int = 0) -> None:
        """A row that is left out; one that runs over several lines was not counted yet."""
        self.rows += lines
        self.faulty += max(lines, 1)
        if len(self.named) < NAMED_MAX:
            self.named.append(f"line {line}: {text}")


@dataclass(frozen=True, slots=True)
class Batch:
    """Samples with a position, in the order of the file."""

    time: Ints
    "Microseconds since 1970."
    track: Ints
    latitude: Floats
    longitude: Floats
    altitude_ft: Floats
    "NaN: unknown."

    def __len__(self) -> int:
        return self.time.size

    def part(self, which: slice | Ints) -> "Batch":
        """Some of the samples."""
        return Batch(*cast("_Columns", tuple(each[which] for each in self.columns())))

    def columns(self) -> tuple[Ints, Ints, Floats, Floats, Floats]:
        """The arrays in the order of the fields."""
        return self.time, self.track, self.latitude, self.longitude, self.altitude_ft


Row = tuple[int, int, float, float, float]
_Columns = tuple[Ints, Ints, Floats, Floats, Floats]


def read_samples(lines: Iterable[str], seen: Seen) -> Iterator[Batch]:
    """Batches of samples. Raises LocalError where the heading lacks a column or the text is not CSV."""
    reader = csv.reader(lines)
    before = 0
    try:
        places = _places(next(reader, list[str]()))
        rows: list[Row] = []
        before = reader.line_num
        for values in reader:
            row = _row(values, places, (before + 1, reader.line_num), seen)
            before = reader.line_num
            if row is not None:
                rows.append(row)
                if len(rows) == ROWS_AT_ONCE:
                    yield _batch(rows)
                    rows = []
        yield _batch(rows)
    except csv.Error as error:
        text = f"line {before + 1} of the tracks begins something that is no row: {error}"
        raise LocalError(text, code="FB643", hint="look there for a quote that is never closed") from None


def joined(batches: Sequence[Batch]) -> Batch:
    """All samples of several batches."""
    columns = [np.concatenate(each) for each in zip(*(each.columns() for each in batches), strict=True)]
    return Batch(*cast("_Columns", tuple(columns)))


def _places(heading: Sequence[str]) -> list[int]:
    names = [name.removeprefix(BYTE_ORDER_MARK).strip().lower() for name in heading]
    lacking = [name for name in COLUMNS if names.count(name) != 1]
    if lacking:
        hint = "it names the columns: " + ",".join(COLUMNS)
        if any(mark in name for name in names for mark in ";\t"):
            hint = "save it with commas between the columns and points in the numbers"
        raise LocalError(
            f"the first line of the tracks has not once each: {', '.join(lacking)}", code="FB643", hint=hint
        )
    return [names.index(name) for name in COLUMNS]


def _row(values: Sequence[str], places: Sequence[int], lines: tuple[int, int], seen: Seen) -> Row | None:
    if not values:
        return None
    begin, end = lines
    if begin != end:
        return seen.fault(begin, f"a quote runs on to line {end}", end - begin + 1)
    seen.rows += 1
    try:
        time, icao24, callsign, latitude, longitude, height = [values[each].strip() for each in places]
        if latitude.lower() in UNKNOWN and longitude.lower() in UNKNOWN:
            seen.without_position += 1
            return None
        place = position(latitude, longitude)
        row = instant(time), _number(icao24, callsign, seen), *place, _altitude(height, seen)
    except IndexError:
        return seen.fault(end, f"{len(values)} columns, the heading has more")
    except ValueError as error:
        return seen.fault(end, str(error)[:200])
    return row


def _altitude(text: str, seen: Seen) -> float:
    feet = altitude(text)
    seen.odd_altitudes += feet is None
    return np.nan if feet is None else feet


def _number(icao24: str, callsign: str, seen: Seen) -> int:
    if not icao24 or len(icao24) > FIELD_LENGTH_MAX or len(callsign) > FIELD_LENGTH_MAX:
        raise ValueError("no icao24" if not icao24 else "an icao24 or callsign too long to be one")
    if not (icao24.isprintable() and callsign.isprintable()):
        raise ValueError("an icao24 or callsign with control characters, or not in UTF-8")
    track = Track(icao24, callsign)
    number = seen.tracks.get(track)
    if number is None:
        if len(seen.tracks) == TRACKS_MAX:
            raise LocalError(
                f"more than {TRACKS_MAX:,} tracks", code="FB644", hint="replay the file in parts"
            )
        number = seen.tracks[track] = len(seen.tracks)
    return number


def _batch(rows: Sequence[Row]) -> Batch:
    time, track, *rest = zip(*rows, strict=True) if rows else ((), (), (), (), ())
    whole = [np.array(each, dtype=np.int64) for each in (time, track)]
    north, east, altitude = (np.array(each, dtype=np.float64) for each in rest)
    return Batch(whole[0], whole[1], north, east, altitude)
