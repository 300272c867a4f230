"""One line for what happens to private matchings."""

import re
from typing import Any, Final

from firebreak.cli.terminal import instant, safe, styled
from firebreak.cli.words import word

MATCHINGS: Final = (
    *("MatchingProposed", "MatchingAnswered", "MatchingCommitted", "MatchingMessageWhole"),
    *("MatchingCompleted", "MatchingConcluded", "MatchingLapsed", "MatchingDoubted"),
)


def matching_event(event: dict[str, Any], they: str) -> str:
    """`matching 7f3a0c5b21e4: matching answered (South): accepted, Berg`."""
    name = re.sub("(?<!^)([A-Z])", r"-\1", event["event"].removeprefix("Matching")).lower()
    if name == "doubted":
        return styled(f"{word('matching', name)}: {safe(event['finding']['text'])}", "yellow")
    who = "us" if _by_us(event, name) else they
    mark = "EXERCISE " if event.get("exercise") else ""
    return f"{mark}matching {event['matching'][:12]}: {word('matching', name)} ({who}){_details(event, name)}"


def _by_us(event: dict[str, Any], name: str) -> bool:
    """Who did it; whoever did not propose is who answers."""
    return event.get("by_us", event["ours"] is not (name == "answered"))


def _details(event: dict[str, Any], name: str) -> str:
    officer = f", {safe(event['officer'])}" if event.get("officer") else ""
    match name:
        case "proposed":
            bucket = f"{instant(event['from_at'])} to {instant(event['until_at'])}"
            return f": {bucket}, {event['items_max']} items{officer}"
        case "answered":
            text = f": {safe(event['text'])}" if event["text"] else ""
            return f": {word('matching-word', event['word'])}{officer}{text}"
        case "message-whole":
            return f": {event['role']}"
        case "concluded":
            hits = f"{event['hits']} " if event["hits"] else ""
            return f": {hits}{word('matching-result', event['result'])}{officer}"
        case _:
            return ""
