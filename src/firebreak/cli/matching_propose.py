"""`firebreak matching propose`: one run over one bucket of time."""

from typing import Annotated, Any

import typer

from firebreak.cli.matching_options import Text, Understood
from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OfficerName, PassphraseFile

From = Annotated[
    str, typer.Option("--from-time", metavar="WHEN", help="The bucket begins: an instant, or +1h.")
]
Until = Annotated[str, typer.Option("--to-time", metavar="WHEN", help="It ends: an instant, or +7h.")]
Resolution = Annotated[
    int, typer.Option("--resolution", min=0, max=15, help="Of the cells (H3): 5 is 253 km2, 6 36, 7 5.")
]
Reach = Annotated[
    int, typer.Option("--reach-m", min=0, max=500_000, metavar="METRES", help="What counts as near.")
]
Theirs = Annotated[
    bool,
    typer.Option("--they-expand", help="The other side adds the cells within reach, not ours."),
]
Items = Annotated[
    int,
    typer.Option(
        "--items", min=1, max=2_000, metavar="NUMBER", help="Size of both sets; filled up with random items."
    ),
]
Desk = Annotated[
    str | None,
    typer.Option("--to-desk", metavar="DESK", help="Desk opposite. The first on their card when left out."),
]


def register(matching: typer.Typer) -> None:
    """Add the verb to the group."""
    matching.command()(propose)


def propose(
    from_time: From, to_time: Until, resolution: Resolution = 6, reach_m: Reach = 24_000,
    they_expand: Theirs = False, items: Items = 1_000, text: Text = "", desk: Desk = None,
    understood: Understood = False, line: LineName = None, officer: OfficerName = None,
    passphrase_file: PassphraseFile = None, config: ConfigPath = HERE, as_json: Json = False,
) -> None:  # fmt: skip
    """Propose to find out, for one bucket of time, whether both sides are in the same place.

    Says first what a run tells the other side, and wants a yes.

    Example: firebreak matching propose --from-time +1h --to-time +7h --reach-m 24000
    """
    from firebreak.cli.matching_options import make_sure
    from firebreak.cli.stating import Statement, state_one
    from firebreak.cli.times import parse
    from firebreak.matching.running import GRID

    make_sure(resolution, items, understood=understood)

    def arguments(now: int) -> dict[str, Any]:
        return {
            "from_at": parse("--from-time", from_time, now),
            "until_at": parse("--to-time", to_time, now),
            "grid": GRID,
            "resolution": resolution,
            "reach_m": reach_m,
            "expander": "theirs" if they_expand else "ours",
            "items_max": items,
            "text": text,
            "desk": desk,
        }

    done = "It is proposed. When they have accepted it: firebreak matching run"
    state_one(
        config,
        line,
        officer,
        passphrase_file,
        Statement("matching.propose", arguments, done),
        as_json=as_json,
    )
