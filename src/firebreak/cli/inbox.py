"""`firebreak inbox`: messages of a line, both ways, with how far each has come."""

from typing import Annotated

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OurDesk

Last = Annotated[
    int,
    typer.Option("--last", "-n", min=1, max=500, metavar="NUMBER", help="How many, counted from the newest."),
]
Follow = Annotated[
    bool, typer.Option("--follow", "-f", help="Go on: show messages and calls as they come, until Ctrl-C.")
]
Language = Annotated[
    str, typer.Option("--language", metavar="LANGUAGE", help="Language of agreed phrases: de, en, ru, uk.")
]


def inbox(
    desk: OurDesk = None,
    last: Last = 20,
    follow: Follow = False,
    language: Language = "en",
    line: LineName = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Show messages, both ways.

    While an officer is on watch at the desk, the counterpart is told that they were shown.

    With --json nothing counts as shown: a program is no person.

    Examples: firebreak inbox --follow

    firebreak inbox --desk duty --last 5
    """
    import asyncio

    from firebreak.api.client import Client
    from firebreak.cli.asking import house_at
    from firebreak.cli.reading import Reading

    house = house_at(config)

    async def work() -> None:
        async with Client.connect(house.socket) as client:
            reading = Reading(client, desk, language, as_json=as_json)
            await reading.begin(line, last)
            if follow:
                await reading.follow()

    try:
        asyncio.run(work())
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
