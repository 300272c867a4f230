"""`firebreak export`: the record of a line as a proof bundle."""

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


def export(
    out: Out = None,
    without_bodies: Bare = False,
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Write the record of a line as one file.

    Anybody can verify it offline.

    Example: firebreak export --out north.fbundle
    """
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.terminal import say, say_json

    where = None if out is None else str(out.resolve())
    house = house_at(config)
    facts = at_node(house, lambda client: _exported(client, line, where, bare=without_bodies, quiet=as_json))
    if as_json:
        say_json(facts)
        return
    say(
        f"{facts['entries']} entries are in {facts['bundle']}.",
        f"Check it: firebreak verify {facts['bundle']}",
    )


async def _exported(
    client: "Client", line: str | None, where: str | None, *, bare: bool, quiet: bool
) -> dict[str, Any]:
    from firebreak.cli.asking import given, line_of
    from firebreak.cli.stderr import Progress

    name, facts, _ = await line_of(client, line)
    progress = Progress(quiet=quiet)
    progress.say(f"writing {sum(facts['entries'].values())} entries ...")
    try:
        return {
            "line": name,
            **await client.ask("export", line=name, without_bodies=bare, **given({"to": where})),
        }
    finally:
        progress.end()
