"""Calls and requests of a line for a person."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from firebreak.cli.asking import line_of
from firebreak.cli.call_text import call_lines
from firebreak.cli.terminal import instant, safe, say, table

if TYPE_CHECKING:
    from firebreak.api.client import Client


async def fetch(client: "Client", line: str | None, name: str, last: int) -> dict[str, Any]:
    """The newest calls whose name begins so, and all requests."""
    chosen, facts, _ = await line_of(client, line)
    calls = (await client.ask("calls", line=chosen, last=last))["calls"]
    requests = (await client.ask("requests", line=chosen))["requests"]
    return {
        "line": chosen,
        "counterpart": facts["counterpart"],
        "calls": [each for each in calls if each["call"].startswith(name)],
        "requests": [each for each in requests if each["request"].startswith(name)],
    }


def print_calls(facts: dict[str, Any]) -> None:
    """All of them, the oldest first."""
    for each in facts["calls"]:
        say(*call_lines(each, facts["counterpart"]))
    for each in facts["requests"]:
        say(*_request(each, facts["counterpart"]))
    if not facts["calls"] and not facts["requests"]:
        say(f"No calls on line {safe(facts['line'])}.")


def _request(request: dict[str, Any], counterpart: str) -> Iterator[str]:
    whose = "ours" if request["ours"] else f"of {safe(counterpart)}"
    name, turn = request["request"][:8], ", the next word is ours" if request["our_turn"] else ""
    standing = request["standing"].replace("_", " ")
    yield f"{instant(request['at'])}  request {name}, {whose}, for {safe(request['desk'])}: {standing}{turn}"
    yield from table([[f"    {label}", text] for label, text in _details(request)])


def _details(request: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "asked by", safe(request["officer"])
    yield "subject", request["subject"].replace("_", " ")
    if request["text"]:
        yield "words", safe(request["text"])
    if request["window"]:
        window = request["window"]
        yield "window", f"{instant(window['opens_at'])} to {instant(window['closes_at'])}"
    for each in request["replies"]:
        words = f": {safe(each['text'])}" if each["text"] else ""
        yield each["answer"].replace("_", " "), f"by {safe(each['officer'])}{words}"
