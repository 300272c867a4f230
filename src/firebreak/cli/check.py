"""`firebreak check`: ask for a sign of life now."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from firebreak.cli.options import HERE, ConfigPath, Json, LineName, OurDesk, PassphraseFile

if TYPE_CHECKING:
    from firebreak.api.client import Client

Officer = Annotated[
    str | None,
    typer.Option(
        "--officer", "-o", metavar="NAME", help="An officer signs the check; else our node asks theirs."
    ),
]
Text = Annotated[str, typer.Option("--text", metavar="TEXT", help="Text of a check by a person.")]
Wait = Annotated[
    int, typer.Option("--wait-seconds", min=0, metavar="SECONDS", help="How long to wait for the answer.")
]


def check(
    officer: Officer = None,
    text: Text = "",
    desk: OurDesk = None,
    wait_seconds: Wait = 30,
    line: LineName = None,
    passphrase_file: PassphraseFile = None,
    config: ConfigPath = HERE,
    as_json: Json = False,
) -> None:
    """Check the line. The machines ask and answer; with --officer a person signs that somebody is here.

    Exit code 1 when no answer came in time. Why none came is not known.

    Examples: firebreak check

    firebreak check --officer "Duty Officer"
    """
    from firebreak.cli.asking import at_node, house_at
    from firebreak.cli.stating import Statement, state_one
    from firebreak.cli.terminal import say_json

    if officer is not None:
        fields = {"text": text, "desk": desk}
        said = Statement("check", lambda _: fields, "Signed: a person was here and checked the line.")
        state_one(config, line, officer, passphrase_file, said, as_json=as_json)
        return
    house = house_at(config)
    facts = at_node(house, lambda client: _checked(client, line, wait_seconds, quiet=as_json))
    if as_json:
        say_json(facts)
    else:
        _tell(facts)
    if not facts["answered"]:
        raise typer.Exit(1)


async def _checked(client: "Client", name: str | None, seconds: int, *, quiet: bool) -> dict[str, Any]:
    import asyncio

    from firebreak.cli.asking import line_of
    from firebreak.cli.stderr import Progress

    chosen, _, _ = await line_of(client, name)
    await client.subscribe()
    asked = {"line": chosen, **await client.ask("check", line=chosen)}
    progress = Progress(quiet=quiet)
    progress.say("asked, waiting for the answer of their node ...")
    number = None
    try:
        async with asyncio.timeout(seconds):
            async for event in client.events():
                if event["event"] == "CheckAsked" and event["ref"]["hash"] == asked["hash"]:
                    number = event["number"]
                if event["event"] == "CheckAnswered" and event["number"] == number:
                    told = {name: event[name] for name in ("number", "result", "round_trip_ms", "trouble")}
                    return {**asked, "answered": True, **told}
    except TimeoutError:
        pass
    finally:
        progress.end()
    return {**asked, "answered": False, "number": number}


def _tell(facts: dict[str, Any]) -> None:
    from firebreak.cli.terminal import say
    from firebreak.cli.words import word

    if not facts["answered"]:
        say(
            "No answer yet. Why is not known.",
            "The check stands in the record; a late answer will be counted.",
        )
        return
    say(f"Line check {facts['number']}: {word('check', facts['result'])}, {facts['round_trip_ms']} ms.")
    if facts["trouble"]:
        say(f"Their node reports trouble with itself (bits {facts['trouble']:#x}).")
