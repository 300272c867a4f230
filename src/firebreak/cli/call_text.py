"""A call in words that its evidence allows: what is proven, by whom, and nothing about why."""

from collections.abc import Iterator
from typing import Any, Final

from firebreak.cli.terminal import instant, safe, table, wrapped
from firebreak.cli.words import word

OPEN: Final = frozenset({"placed", "ringing"})
NAME_DIGITS: Final = 8
NEEDS: Final = {
    "answered": "answered",
    "declined": "declined",
    "busy": "busy",
    "no_answer": "rang_out",
    "unattended": "unattended",
    "ringing": "rang",
}
"Which word the entries have to allow before an outcome may be told as one."


def outcome_of(call: dict[str, Any]) -> str:
    """The outcome as far as the evidence carries it."""
    outcome = call["outcome"]
    needed = NEEDS.get(outcome)
    if needed is not None and needed not in call["words"]:
        return "placed"
    return outcome


def outcome_sentence(call: dict[str, Any]) -> str:
    """What became of the call, in one sentence."""
    return word("outcome", f"{outcome_of(call)}.meaning", subject="outcomes")


def call_lines(call: dict[str, Any], counterpart: str) -> Iterator[str]:
    """One call with everything that may be said of it."""
    they = safe(counterpart)
    way = (
        f"to {safe(call['desk'])} of {they}" if call["ours"] else f"from {safe(call['from_desk'])} of {they}"
    )
    said = word("outcome", outcome_of(call), subject="outcomes")
    name = f"{instant(call['placed'][0])}  {call['call'][:NAME_DIGITS]}"
    yield f"{name}  {call['precedence'].upper()}  {way}: {said}"
    yield from wrapped(outcome_sentence(call), "    ")
    yield from table([[f"    {name}", text] for name, text in _details(call)])


def _details(call: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if call["subject"]:
        yield "subject", safe(call["subject"])
    if call["officer"]:
        yield "officer", f"{safe(call['officer'])} at {safe(call['answered_desk'])}"
    if call["reason"]:
        yield "reason given", word("decline", call["reason"], subject="outcomes")
    if call["message"]:
        yield "words", safe(call["message"])
    if call["call_back_at"]:
        yield "call back", instant(call["call_back_at"])
    if call["crossed"]:
        yield "note", "answered as the caller hung up: nobody talked, both should call back"
    words = ", ".join(sorted(each.replace("_", " ") for each in call["words"]))
    yield "evidence", f"{call['evidence'].upper()}, allows: {words}"
    for each in call["findings"]:
        yield "finding", safe(each["text"])
