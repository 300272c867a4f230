"""`firebreak proximity run` and `show`: following tracks by hand, and what is near our sites now."""

import asyncio
import json
from pathlib import Path
from typing import Any, cast

from firebreak.app.house import House
from firebreak.app.tracking_process import tracking_settings
from firebreak.cli.stderr import note
from firebreak.cli.terminal import safe, say, say_json, table
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import SECOND, Instant, iso
from firebreak.core.geo.distance import in_words
from firebreak.tracking.process import watch
from firebreak.tracking.settings import TrackingSettings

LINE_BYTES_MAX = 16 * 1_024 * 1_024
ANSWER_SECONDS = 10.0
HEADING = ["state", "site", "what", "distance", "threshold", "seen"]


def follow(config: Path) -> None:
    """Follow tracks until Ctrl-C. Raises LocalError."""
    settings = tracking_settings(House.at(config))
    count = f"{len(settings.feeds)} feeds" if len(settings.feeds) != 1 else "one feed"
    asyncio.run(watch(settings, lambda: note(f"following tracks of {count}; Ctrl-C ends it")))


def show(config: Path, *, as_json: bool) -> bool:
    """Print what is near now; whether nothing is. Raises LocalError where nobody follows tracks."""
    picture = asyncio.run(_asked(tracking_settings(House.at(config))))
    if as_json:
        say_json(picture)
    else:
        say(*_told(picture))
    return not picture["approaches"] and not picture["hazards"]


async def _asked(settings: TrackingSettings) -> dict[str, Any]:
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            reader, writer = await asyncio.open_unix_connection(str(settings.socket), limit=LINE_BYTES_MAX)
            line = await reader.readline()
            writer.close()
    except (OSError, TimeoutError) as error:
        text = f"nothing follows tracks at {settings.socket}"
        raise LocalError(text, code="FB664", hint="start the node, or `firebreak proximity run`") from error
    return cast("dict[str, Any]", json.loads(line))


def _told(picture: dict[str, Any]) -> list[str]:
    lines = [
        f"{iso(Instant(picture['at']))}  {len(picture['sites'])} sites, {picture['counts']['tracks']} tracks"
    ]
    rows = [[*_approach(each, picture["at"])] for each in picture["approaches"]]
    rows += [
        [
            "announced",
            each["site_name"],
            each["notice"][:12],
            f"{each['distance_m']:,} m, geodesic on WGS-84",
            f"{each['threshold_m']:,.0f} m",
            "",
        ]
        for each in picture["hazards"]
    ]
    if rows:
        lines += table(
            [["state", "site", "what", "distance", "threshold", "seen"], *[[*map(safe, row)] for row in rows]]
        )
    else:
        lines.append("nothing is near a site")
    lines += [_feed(each) for each in picture["feeds"]]
    refused = picture["counts"]["refused"]
    lines += [f"not taken: {_counted(refused)}"] if refused else []
    faults = [picture["fault"]] * bool(picture["fault"])
    return lines + [f"sites: {safe(each)}" for each in (*faults, *picture["findings"])]


def _feed(each: dict[str, Any]) -> str:
    """How it does, and what it sent that is no report."""
    why = f": {safe(each['why'])}" if each["why"] else ""
    faults = each["faults"] | ({"too fast": each["dropped"]} if each["dropped"] else {})
    return f"feed {safe(each['name'])}: {each['state']}{why}{'; ' + _counted(faults) if faults else ''}"


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{number:,} {safe(reason)}" for reason, number in counts.items())


def _approach(each: dict[str, Any], now: int) -> list[str]:
    height = ", height unknown" if each["unknown_height"] else ""
    age = f"{(now - each['at']) // SECOND} s ago{height}"
    far = in_words(each["distance_m"], each["uncertainty_m"])
    return [each["state"], each["site_name"], each["label"], far, f"{each['threshold_m']:,.0f} m", age]
