"""`firebreak export`: the record of a line as a proof bundle."""

import glob
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName

if TYPE_CHECKING:
    from firebreak.api.client import Client

Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="File to write; exports/ of the party when left out."),
]
Bare = Annotated[
    bool, typer.Option("--without-bodies", help="Leave out what the entries say; all proofs stay.")
]

Withhold = Annotated[
    list[str] | None,
    typer.Option("--withhold", metavar="ENTRY", help="Leave out the text of this entry; may be repeated."),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only-bodies", metavar="KIND", help="Leave out all texts but those of this kind; may be repeated."
    ),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DAY", help="First day (UTC) of the part to export.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help="Last day (UTC) of the part to export.")
]
Proof = Annotated[
    str | None,
    typer.Option("--proof", metavar="ENTRY", help="Write only the proof of this entry, a small text file."),
]


def export(
    out: Out = None,
    proof: Proof = None,
    without_bodies: Bare = False,
    only_bodies: Only = None,
    withhold: Withhold = None,
    since: Since = None,
    until: Until = None,
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Write the record of a line as one file.

    Anybody can verify it offline.

    Example: firebreak export --out north.fbundle
    """
    from firebreak.cli.asking import at_node, given, house_at
    from firebreak.cli.terminal import say, say_json

    where = None if out is None else str(out.resolve())
    house = house_at(config)
    asked = {
        **_days(since, until),
        **given({"to": where, "withhold": withhold, "only_bodies": only_bodies, "entry": proof}),
        "without_bodies": without_bodies,
    }
    verb = "export" if proof is None else "prove"
    facts = at_node(house, lambda client: _exported(client, verb, line, asked, quiet=as_json))
    if as_json:
        say_json(facts)
        return
    if proof is not None:
        say(f"The proof of entry {facts['entry']} is in {facts['proof']}.")
        cards = " ".join(f"--card {each}" for each in _beside(Path(facts["proof"])))
        say(f"Check it: firebreak verify {facts['proof']} {cards}")
        return
    say(
        f"{facts['entries']} entries are in {facts['bundle']}.",
        f"Check it: firebreak verify {facts['bundle']}",
    )


def _beside(proof: Path) -> list[Path]:
    """The cards that lie beside a proof."""
    return sorted(proof.parent.glob(f"{glob.escape(proof.stem)}.card*.fbcard"))


def _days(since: str | None, until: str | None) -> dict[str, int]:
    """The range in milliseconds UTC. Raises LocalError for what is no day."""
    from datetime import UTC, datetime, time

    from firebreak.core.ledger.days import read_window

    window = read_window(since, until)
    ends = {"since": (window.since, time.min), "until": (window.until, time.max)}
    return {
        name: int(datetime.combine(day, at, UTC).timestamp() * 1000)
        for name, (day, at) in ends.items()
        if day is not None
    }


async def _exported(
    client: "Client", verb: str, line: str | None, asked: dict[str, Any], *, quiet: bool
) -> dict[str, Any]:
    from firebreak.cli.asking import line_of
    from firebreak.cli.stderr import Progress

    name, facts, _ = await line_of(client, line)
    progress = Progress(quiet=quiet)
    progress.say(f"writing {sum(facts['entries'].values())} entries ...")
    try:
        return {
            "line": name,
            **await client.ask(verb, line=name, **asked),
        }
    finally:
        progress.end()
