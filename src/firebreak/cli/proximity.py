"""`firebreak proximity`: how near tracks came to sites and to one another."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from firebreak.cli.options import HERE, ConfigPath, Json

if TYPE_CHECKING:
    pass

proximity = typer.Typer(no_args_is_help=True, help="How near tracks come to sites and to one another.")

SitesPath = Annotated[
    Path | None,
    typer.Option("--sites", metavar="FILE", help="GeoJSON of the sites. Not needed with --pairs."),
]
TracksPath = Annotated[
    Path, typer.Option("--tracks", metavar="FILE", help="CSV of the samples, also as .gz.")
]
Pairs = Annotated[bool, typer.Option("--pairs", help="Approaches between aircraft instead of to sites.")]
MaxM = Annotated[
    float, typer.Option("--max-m", min=0, max=200_000, metavar="METRES", help="With --pairs: how near.")
]
MaxFt = Annotated[
    float,
    typer.Option("--max-ft", min=0, metavar="FEET", help="With --pairs: at most so much higher or lower."),
]
Alarms = Annotated[
    bool,
    typer.Option("--alarms", help="When each track would have alarmed, and which positions are doubtful."),
]
EnterM = Annotated[
    float | None,
    typer.Option(
        "--enter-m", min=0, metavar="METRES", help="With --alarms: alarm from here on. Else each threshold_m."
    ),
]
ExitM = Annotated[
    float | None,
    typer.Option(
        "--exit-m",
        min=0,
        metavar="METRES",
        help="With --alarms: beyond it a track leaves. Else 1.1 times that.",
    ),
]
ExitDwell = Annotated[
    float,
    typer.Option(
        "--exit-dwell-s", min=0, metavar="SECONDS", help="With --alarms: so long beyond it to have left."
    ),
]
Noisy = Annotated[
    bool, typer.Option("--noisy", help="With --alarms: only two hits of three samples make an alarm.")
]
LookAhead = Annotated[
    float,
    typer.Option(
        "--look-ahead-s",
        min=0,
        max=3_600,
        metavar="SECONDS",
        help="With --alarms: caution when it will enter so soon, going straight on. 0: none.",
    ),
]
WayName = Annotated[
    str, typer.Option("--way", metavar="WAY", help="plain, fast (extra `fast`) or auto. All give the same.")
]


@proximity.command()
def replay(
    tracks: TracksPath,
    sites: SitesPath = None,
    pairs: Pairs = False,
    max_m: MaxM = 9_260.0,
    max_ft: MaxFt = 1_000.0,
    alarms: Alarms = False,
    enter_m: EnterM = None,
    exit_m: ExitM = None,
    exit_dwell_s: ExitDwell = 60.0,
    noisy: Noisy = False,
    look_ahead_s: LookAhead = 0.0,
    way: WayName = "auto",
    as_json: Json = False,
) -> None:
    """Compute from recorded tracks how near they came.

    With --json one line for each approach, alarm or doubt. What is unclear goes to standard error. Exit
    code 1 when rows of the tracks could not be read; the others are replayed all the same.

    Example: firebreak proximity replay --sites sites.geojson --tracks tracks.csv
    """
    from firebreak.cli.replaying import Asked, run

    asked: Asked = Asked(
        tracks=tracks, sites=sites, pairs=pairs, max_m=max_m, max_ft=max_ft, alarms=alarms, enter_m=enter_m,
        exit_m=exit_m, exit_dwell_s=exit_dwell_s, noisy=noisy, look_ahead_s=look_ahead_s, way=way,
        as_json=as_json,
    )  # fmt: skip
    if not run(asked):
        raise typer.Exit(1)


@proximity.command("run")
def run_by_hand(config: ConfigPath = HERE) -> None:
    """Follow the tracks of [proximity] by hand, until Ctrl-C; `firebreak node run` does so by itself.

    Example: firebreak proximity run --config north
    """
    from firebreak.cli.proximity_live import follow

    follow(config)


@proximity.command()
def show(config: ConfigPath = HERE, as_json: Json = False) -> None:
    """Show what is near our sites now. Exit code 1 when something is.

    Example: firebreak proximity show --config north
    """
    from firebreak.cli.proximity_live import show as shown

    if not shown(config, as_json=as_json):
        raise typer.Exit(1)
