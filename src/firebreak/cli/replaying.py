"""Replaying recorded tracks: files in, lines out."""

import gzip
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, Final, TypeVar, cast

from firebreak.cli.stderr import Progress, note
from firebreak.core.base.errors import LocalError
from firebreak.core.geo.distance import in_words
from firebreak.core.proximity.approaches import Approach, Approaches
from firebreak.core.proximity.engine import Engine
from firebreak.core.proximity.foresight import STEPS
from firebreak.core.proximity.instants import written
from firebreak.core.proximity.oddities import swapped
from firebreak.core.proximity.order import BackInTime, in_time, sliced
from firebreak.core.proximity.samples import Batch, Seen, Track, read_samples
from firebreak.core.proximity.sites import Sites, read_sites
from firebreak.core.proximity.zone import Zone

SITES_BYTES_MAX: Final = 256 << 20
QUICK_BYTES: Final = 8 << 20  # below it nobody waits for long enough to wonder
FAST_BYTES: Final = 200 << 20  # from here on compiling first saves time
SHOWN_MAX: Final = 20
GZIP: Final = b"\x1f\x8b"
METRES_MAX: Final = 4_500_000.0  # 1.1 times of which a zone may reach
SECONDS_MAX: Final = 86_400.0
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    tracks: Path
    sites: Path | None
    pairs: bool
    max_m: float
    max_ft: float
    alarms: bool
    enter_m: float | None
    exit_m: float | None
    exit_dwell_s: float
    noisy: bool
    look_ahead_s: float
    way: str
    as_json: bool


def run(asked: Asked) -> bool:
    """Replay, print, and tell whether every row could be read. Raises LocalError."""
    check(asked)
    seen = Seen()
    if asked.pairs:
        from firebreak.cli.replaying_pairs import replay_pairs

        replay_pairs(asked, seen)
    elif asked.alarms:
        from firebreak.cli.replaying_alarms import replay_alarms

        replay_alarms(asked, seen)
    else:
        _replay_approaches(asked, seen)
    tell_seen(seen)
    return not seen.faulty


def check(asked: Asked) -> None:
    """Refuse options that do not go together. Raises LocalError."""
    if asked.pairs and asked.alarms:
        raise _usage("--pairs and --alarms are two different questions", "ask one after the other")
    if asked.sites is None and not asked.pairs:
        raise _usage("there are no sites", "name a file with --sites, or say --pairs")
    if not asked.alarms and (asked.enter_m is not None or asked.exit_m is not None):
        raise _usage("--enter-m and --exit-m are for --alarms", "say --alarms as well")
    if asked.enter_m is not None and asked.exit_m is not None and asked.exit_m < asked.enter_m:
        raise _usage("--exit-m is below --enter-m", "a track has to leave farther out than it enters")
    _check_bounds(asked)
    if asked.way not in {"auto", "plain", "fast"}:
        raise _usage(f"there is no way {asked.way!r}", "say plain, fast or auto")


def _check_bounds(asked: Asked) -> None:
    for what, metres in (("--enter-m", asked.enter_m), ("--exit-m", asked.exit_m)):
        if metres is not None and metres > METRES_MAX:
            raise _usage(f"{what} is {metres:g}", f"give metres up to {METRES_MAX:,.0f}")
    if asked.exit_dwell_s > SECONDS_MAX:
        raise _usage(f"--exit-dwell-s is {asked.exit_dwell_s:g}", "give seconds, at most those of a day")


def _usage(text: str, hint: str) -> LocalError:
    return LocalError(text, code="FB333", hint=hint)


def _replay_approaches(asked: Asked, seen: Seen) -> None:
    sites = load_sites(asked)
    engine = engine_of(asked, sites.zones)

    def over(batches: Iterator[Batch]) -> Iterator[Approach]:
        runs = Approaches(engine)
        for batch in batches:
            yield from runs.take(batch)
        yield from runs.rest()

    found = through(asked, seen, over)
    tell_swapped(sites.zones, seen)
    found.sort(key=lambda each: (each.first, each.zone, each.track))
    names = list(seen.tracks)
    rows = [_facts(each, sites, names) for each in found]
    show(
        rows,
        asked.as_json,
        ("site", "icao24", "callsign", "first_time", "last_time", "samples", "min_distance_m"),
    )


def _facts(run: Approach, sites: Sites, names: list[Track]) -> dict[str, Any]:
    track = names[run.track]
    facts: dict[str, Any] = {
        "site": sites.zones[run.zone].name,
        "icao24": track.icao24,
        "callsign": track.callsign,
        "first_time": written(run.first),
        "last_time": written(run.last),
        "samples": run.samples,
        "min_distance_m": round(run.least_m, 3),
        "time_of_min": written(run.least_at),
    }
    return facts | ({"altitude_unknown": run.unknown_altitudes} if run.unknown_altitudes else {})


def tell_swapped(zones: list[Zone], seen: Seen) -> None:
    """Ask about sites that would be among the tracks with their coordinates exchanged."""
    for zone in zones:
        if seen.bounds and swapped(zone, seen.bounds):
            note(f"note: site {zone.name!r} lies off all tracks; were latitude and longitude swapped?")


def engine_of(asked: Asked, zones: list[Zone]) -> Engine:
    """The engine that was asked for; without a wish the fast way for files that repay its start."""
    from firebreak.core.proximity.plain import Plain

    if asked.way == "plain":
        return Engine(zones, Plain)
    wanted = asked.way == "fast"
    often = 1 + STEPS * (asked.look_ahead_s > 0)
    if wanted or (asked.tracks.exists() and often * asked.tracks.stat().st_size > FAST_BYTES):
        try:
            from firebreak.core.proximity.compiled import Compiled
        except ImportError:
            if wanted:
                hint = "install Firebreak with the extra `fast`, or say --way plain"
                raise LocalError("the fast way needs numba", code="FB645", hint=hint) from None
        else:
            return Engine(zones, Compiled)
    return Engine(zones, Plain)


def load_sites(asked: Asked) -> Sites:
    """The sites, and what is odd about them told. Raises LocalError."""
    assert asked.sites is not None
    try:
        if asked.sites.stat().st_size > SITES_BYTES_MAX:
            raise LocalError(
                f"{asked.sites} has more than {SITES_BYTES_MAX >> 20} MB", code="FB642", hint="split it"
            )
        sites = read_sites(asked.sites.read_text(encoding="utf-8-sig"), default_threshold_m=asked.enter_m)
    except OSError as error:
        raise _unread(asked.sites, error) from error
    except UnicodeDecodeError as error:
        raise LocalError(f"{asked.sites} is not UTF-8", code="FB642", hint="save it as UTF-8") from error
    for finding in sites.findings[:SHOWN_MAX]:
        note(f"note: {finding}")
    if len(sites.findings) > SHOWN_MAX:
        note(f"note: {len(sites.findings) - SHOWN_MAX} further findings like these")
    return sites


def through(asked: Asked, seen: Seen, over: Callable[[Iterator[Batch]], Iterator[Found]]) -> list[Found]:
    """What is found in the file as it stands; or, where a track goes back in time, in all of it sorted."""
    try:
        with batches(asked.tracks, seen) as read:
            return list(over(read))
    except BackInTime:
        note("note: the samples are not in the order of time; they are sorted first")
        clear(seen)
        with batches(asked.tracks, seen) as read:
            whole = in_time(read)
        return list(over(sliced(whole)))


def clear(seen: Seen) -> None:
    """Begin to count anew."""
    fresh = Seen()
    for name in Seen.__slots__:
        setattr(seen, name, getattr(fresh, name))


@contextmanager
def batches(path: Path, seen: Seen) -> Generator[Iterator[Batch], None, None]:
    """The samples of a file, with progress where it is long."""
    progress = Progress()
    try:
        with path.open("rb") as raw:
            size = path.stat().st_size
            packed = raw.peek(len(GZIP))[: len(GZIP)] == GZIP
            plain: IO[bytes] = cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if packed else raw
            stream = TextIOWrapper(plain, encoding="utf-8", errors="surrogateescape", newline="")

            def told() -> Iterator[Batch]:
                for batch in read_samples(stream, seen):
                    seen.spread(batch)
                    if size > QUICK_BYTES:
                        progress.say(f"{path.name}: {100 * raw.tell() // size} % read ...")
                    yield batch

            with stream:
                yield told()
    except (OSError, EOFError, zlib.error) as error:
        raise _unread(path, error) from error
    finally:
        progress.end()


def _unread(path: Path, error: Exception) -> LocalError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return LocalError(f"cannot read {path}: {reason}", code="FB350", hint="check the path")


def show(rows: list[dict[str, Any]], as_json: bool, columns: tuple[str, ...]) -> None:
    """One JSON object a line, or a table with the columns that a person reads first."""
    from firebreak.cli.terminal import padded, safe, say, say_json, width

    if as_json:
        for row in rows:
            say_json(row)
        return
    if not rows:
        say("Nothing came so near.")
        return
    cells = [list(columns)] + [
        [safe("" if row.get(name) is None else row[name]) for name in columns] for row in rows
    ]
    widths = [max(width(row[at]) for row in cells) for at in range(len(columns))]
    for row in cells:
        say("  ".join(padded(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip())
    distances = [row["min_distance_m"] for row in rows if "min_distance_m" in row]
    if distances:
        say(f"The nearest: {in_words(min(distances), None)}.")


def tell_seen(seen: Seen) -> None:
    """What was not replayed, and why; nothing is left out in silence."""
    for text in seen.named:
        note(f"left out: {text}")
    if seen.faulty > len(seen.named):
        note(f"left out: {seen.faulty - len(seen.named):,} further rows")
    told = f"{seen.rows:,} rows, {len(seen.tracks):,} tracks"
    if seen.without_position:
        told += f"; {seen.without_position:,} rows have no position"
    if seen.odd_altitudes:
        told += f"; {seen.odd_altitudes:,} altitudes are none and count as unknown"
    note(f"{told}; {seen.faulty:,} rows left out")
