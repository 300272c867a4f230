"""Placing a call and following it to its outcome."""

from typing import TYPE_CHECKING, Any

from firebreak.cli.asking import given, line_of
from firebreak.cli.call_text import OPEN, call_lines, outcome_of, outcome_sentence
from firebreak.cli.stderr import Progress
from firebreak.cli.terminal import safe, say

if TYPE_CHECKING:
    from firebreak.api.client import Client


async def place_and_follow(
    client: "Client", line: str | None, fields: dict[str, Any], *, follow: bool, quiet: bool
) -> dict[str, Any]:
    """The call as JSON, as it stands at the end."""
    name, facts, _ = await line_of(client, line)
    if follow:
        await client.subscribe()
    placed = await client.ask("call.place", line=name, **given(fields))
    if not quiet:
        _placed(placed, facts)
    if not follow:
        return {"line": name, **placed}
    return await _followed(client, name, placed["call"], facts["counterpart"], quiet=quiet)


def _placed(placed: dict[str, Any], facts: dict[str, Any]) -> None:
    say(f"Call {placed['call'][:8]} to {safe(facts['counterpart'])} is placed and stands in the record.")
    if not facts["links"]:
        say("No link is up. It is offered as soon as one is.")
    say(f"Give it up with: firebreak call withdraw {placed['call'][:8]}")


async def _followed(
    client: "Client", line: str, call: str, counterpart: str, *, quiet: bool
) -> dict[str, Any]:
    progress = Progress(quiet=quiet)
    found = await _call(client, line, call)
    events = client.events()
    while found["outcome"] in OPEN:
        progress.say(_waiting(found))
        event = await anext(events, None)
        if event is None:
            break
        if event.get("call") == call:
            found = await _call(client, line, call)
    progress.end()
    if not quiet:
        say(outcome_sentence(found))
        say(*list(call_lines(found, counterpart))[2:])
        if found["outcome"] == "answered":
            say(f"Hang up with: firebreak call hangup {call[:8]}")
    return {"line": line, **found}


def _waiting(call: dict[str, Any]) -> str:
    return (
        "it rings there, as their node says ..."
        if outcome_of(call) == "ringing"
        else "placed, waiting for their node ..."
    )


async def _call(client: "Client", line: str, call: str) -> dict[str, Any]:
    calls = (await client.ask("calls", line=line))["calls"]
    return next(each for each in reversed(calls) if each["call"] == call)
