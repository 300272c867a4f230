"""Own positions within a bucket of time: sites from GeoJSON, tracks from comma-separated text.

Between two samples a track may have been anywhere on the way; the way is taken for the geodesic where the
samples are at most ten minutes apart. The samples next before and after the bucket count for their ways.
Heights do not count at all: a match is one on the ground.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.earth import placed
from firebreak.core.proximity.instants import microseconds
from firebreak.core.proximity.samples import BYTE_ORDER_MARK, UNKNOWN
from firebreak.core.proximity.sites import read_sites
from firebreak.core.proximity.zone import Zone, line, point

JOINED: Final = 600_000_000  # microseconds between two samples of one way
MILLISECOND: Final = 1_000
SAMPLES_MAX: Final = 1_000_000
NAMED_MAX: Final = 20
LOST_NAMED: Final = 5
NAMES: Final = ("name", "icao24", "mmsi")
"What a track may be called by, in the order in which a heading is searched."
NEEDED: Final = ("time_utc", "lat", "lon")
Sample = tuple[int, float, float]
Track = list[Sample]


@dataclass(slots=True)
class Positions:
    """What is where in the bucket."""

    zones: list[Zone] = field(default_factory=list[Zone])
    outside: int = 0
    "Sites and tracks that are not in force or not seen in the bucket."
    findings: list[str] = field(default_factory=list[str])
    "What was left out, and what a person should look at."


@dataclass(frozen=True, slots=True)
class Bucket:
    """A span of time, in microseconds since 1970; its end does not belong to it."""

    since: int
    until: int

    @classmethod
    def of(cls, from_at: int, until_at: int) -> "Bucket":
        """From the instants of a proposal, which count milliseconds."""
        return cls(from_at * MILLISECOND, until_at * MILLISECOND)

    def meets(self, zone: Zone) -> bool:
        """Whether a site is in force at any time of it."""
        begun = zone.since is None or zone.since < self.until
        return begun and (zone.until is None or zone.until >= self.since)


def of_sites(text: str, bucket: Bucket, into: Positions) -> None:
    """Add the sites of a file. The agreed reach counts, not their `threshold_m`. Raises LocalError."""
    sites = read_sites(text, default_threshold_m=0.0)
    into.findings += sites.findings
    within = [each for each in sites.zones if bucket.meets(each)]
    into.zones += within
    into.outside += len(sites.zones) - len(within)


def of_tracks(lines: Iterable[str], bucket: Bucket, into: Positions) -> None:
    """Add the ways of the tracks of a file. Raises LocalError where it is none."""
    lost: list[str] = []
    for name, samples in _read(lines, into).items():
        samples.sort()
        lost += [name] if _lost(samples, bucket) else []
        before = len(into.zones)
        into.zones += _ways(name, samples, bucket)
        into.outside += len(into.zones) == before
    if lost:
        named = ", ".join([*lost[:LOST_NAMED], *(["..."] if len(lost) > LOST_NAMED else [])])
        into.findings.append(
            f"{len(lost):,} tracks are lost for more than ten minutes of the bucket, and the cells of that "
            f"time are not in the set ({named})"
        )


def _lost(samples: Track, bucket: Bucket) -> bool:
    """Whether it is not known for a part of the bucket between two samples where a track was."""
    return any(
        later[0] - sooner[0] > JOINED and sooner[0] < bucket.until and later[0] > bucket.since
        for sooner, later in pairwise(samples)
    )


def _read(lines: Iterable[str], into: Positions) -> dict[str, Track]:
    reader = csv.reader(lines)
    tracks: dict[str, Track] = {}
    try:
        places = _places(next(reader, list[str]()))
        faulty = 0
        for count, values in enumerate(reader):
            if count == SAMPLES_MAX:
                raise _refused(f"more than {SAMPLES_MAX:,} rows", "give those of the bucket only")
            fault = _take(values, places, tracks)
            if fault:
                faulty += 1
                if faulty <= NAMED_MAX:
                    into.findings.append(f"left out: line {reader.line_num}: {fault}")
    except (csv.Error, UnicodeDecodeError) as error:
        raise _refused(
            f"line {reader.line_num + 1}: {error}", "save it as comma-separated text in UTF-8"
        ) from None
    if faulty > NAMED_MAX:
        into.findings.append(f"left out: {faulty - NAMED_MAX:,} further rows")
    return tracks


def _places(heading: Sequence[str]) -> list[int]:
    names = [each.removeprefix(BYTE_ORDER_MARK).strip() for each in heading]
    called = next((each for each in NAMES if each in names), None)
    lacking = [each for each in NEEDED if names.count(each) != 1]
    if called is None or lacking:
        what = ", ".join([*lacking, *([] if called else [" or ".join(NAMES)])])
        raise _refused(
            f"the first line has not once each: {what}", "it names the columns: time_utc,name,lat,lon"
        )
    return [names.index(each) for each in ("time_utc", called, "lat", "lon")]


def _take(values: Sequence[str], places: Sequence[int], tracks: dict[str, Track]) -> str:
    """Add a row; or what is wrong with it."""
    if not values:
        return ""
    try:
        time, name, north, east = [values[each].strip() for each in places]
        if north.lower() in UNKNOWN and east.lower() in UNKNOWN:
            return ""  # feeds write such rows for aircraft that tell no position
        latitude, longitude = placed(float(north), float(east), name or "a track")
        tracks.setdefault(name or "a track", []).append(
            (microseconds(time), float(latitude[0]), float(longitude[0]))
        )
    except IndexError:
        return f"{len(values)} columns, the heading has more"
    except (ValueError, LocalError) as error:
        return str(error)[:200]
    return ""


def _ways(name: str, samples: Track, bucket: Bucket) -> Iterator[Zone]:
    """The parts of a track whose time touches the bucket, each as a place or a line."""
    run: Track = []
    for sample in samples:
        if run and sample[0] - run[-1][0] > JOINED:
            yield from _way(name, _touching(run, bucket))
            run = []
        run.append(sample)
    yield from _way(name, _touching(run, bucket))


def _touching(run: Track, bucket: Bucket) -> Track:
    """The samples of a run within the bucket, and one more on either side."""
    last = len(run) - 1
    return [
        each
        for at, each in enumerate(run)
        if run[min(at + 1, last)][0] >= bucket.since and run[max(at - 1, 0)][0] < bucket.until
    ]


def _way(name: str, samples: Track) -> Iterator[Zone]:
    places = list(dict.fromkeys((north, east) for _, north, east in samples))
    if len(places) == 1:
        yield Zone(name=name, parts=(point(name, *places[0]),), threshold_m=0.0)
    elif places:
        moved = [each for at, each in enumerate(samples) if not at or each[1:] != samples[at - 1][1:]]
        path = [each[1] for each in moved], [each[2] for each in moved]
        yield Zone(name=name, parts=(line(name, *path),), threshold_m=0.0)


def _refused(text: str, hint: str) -> LocalError:
    return LocalError(f"the tracks cannot be read: {text}", code="FB643", hint=hint)
