"""Calls and requests of a line for a person."""

from typing import TYPE_CHECKING, Any

from firebreak.cli.asking import line_of
from firebreak.cli.call_text import call_lines
from firebreak.cli.terminal import instant, safe, say

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
        say(_request(each, facts["counterpart"]))
    if not facts["calls"] and not facts["requests"]:
        say(f"No calls on line {safe(facts['line'])}.")


def _request(request: dict[str, Any], counterpart: str) -> str:
    whose = "ours" if request["ours"] else f"of {safe(counterpart)}"
    state = str(request.get("state", "")).replace("_", " ")
    at = f", {instant(request['asked_at'])}" if request.get("asked_at") else ""
    return f"request {request['request'][:8]} {whose} for {safe(request['desk'])}{at}: {state}"
