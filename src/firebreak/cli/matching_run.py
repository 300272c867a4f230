"""`firebreak matching run`: our side of a run, from the set to the result; what was broken off goes on."""

from pathlib import Path
from typing import Annotated

import typer

from firebreak.cli.matching_options import Name
from firebreak.cli.options import HERE, ConfigPath, Json, LineName

SitesPath = Annotated[
    Path | None,
    typer.Option("--sites", metavar="FILE", help="GeoJSON of our sites; threshold_m does not count."),
]
TracksPath = Annotated[
    Path | None,
    typer.Option("--tracks", metavar="FILE", help="CSV of our tracks: time_utc,name,lat,lon; also as .gz."),
]
Wait = Annotated[
    int, typer.Option("--wait-seconds", min=0, metavar="SECONDS", help="How long to wait for the other side.")
]


def register(matching: typer.Typer) -> None:
    """Add the verb to the group."""
    matching.command()(run)


def run(
    name: Name, sites: SitesPath = None, tracks: TracksPath = None, wait_seconds: Wait = 600,
    line: LineName = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Run a matching that was accepted: commit to our set, exchange, and print what is in common.

    The first time it takes our positions. When it was broken off, run it again without them. Positions never
    leave this machine in the clear, and never reach the node.

    Exit code 0: nothing in common. 1: something in common, or not complete yet.

    Example: firebreak matching run 7f3a --sites sites.geojson
    """
    from firebreak.cli.matching_files import Given
    from firebreak.cli.matching_text import result_lines
    from firebreak.cli.matching_working import work
    from firebreak.cli.terminal import say, say_json

    found = work(config, line, name, Given(sites, tracks), wait_seconds, quiet=as_json)
    if as_json:
        say_json(found)
    else:
        say(*result_lines(found))
    if found["common"] is None or found["common"]:
        raise typer.Exit(1)
