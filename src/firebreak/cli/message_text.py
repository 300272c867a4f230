"""A message for a person: who, how urgent, what, and how far it is proven to have come, in words."""

from collections.abc import Iterator
from typing import Any, Final

from firebreak.cli.terminal import columns, instant, listed, safe, styled, width, wrapped
from firebreak.cli.words import word

URGENT: Final = {"flash": "red", "immediate": "yellow", "priority": "bold", "routine": ""}
NAME_DIGITS: Final = 12  # of a hash; enough to name a message of one line
HERE: Final = {
    "stored": "held by our node",
    "shown": "shown at our desk",
    "read": "read by us",
    "acknowledged": "acknowledged by us",
    "bad": "unreadable for our node",
    "refused": "refused by us",
}
"Steps of a message of theirs; those of ours are in the language files."


def message_lines(message: dict[str, Any], counterpart: str) -> Iterator[str]:
    """The message, line by line."""
    yield from _heading(message, counterpart)
    if message["relation"] != "original":
        about = (message["about"] or "")[:NAME_DIGITS] or "a message that is not here"
        yield f"    {word('relation', message['relation'])} of {about}"
    if message["superseded"]:
        yield styled("    superseded: a later message of the same author stands in its place", "yellow")
    if message["mark"] != "good":
        yield styled(f"    {word('mark', message['mark'])}: its key was revoked", "red")
    yield from _content(message)
    yield from wrapped(" · ".join(_steps(message)), "    ")


def _heading(message: dict[str, Any], counterpart: str) -> Iterator[str]:
    urgency = styled(message["precedence"].upper(), URGENT[message["precedence"]])
    who = safe(message["from_desk"]) or "unknown desk"
    to = listed(message["to"], "unknown desk")
    way = f"ours, {who} to {to}" if message["ours"] else f"{safe(counterpart)}, {who} to {to}"
    name = f"{instant(message['at'])}  {message['hash'][:NAME_DIGITS]}"
    if width(f"{name}  {message['precedence']}  {way}") <= columns():
        yield f"{name}  {urgency}  {way}"
    else:
        yield f"{name}  {urgency}"
        yield from wrapped(way, "  ")


def _content(message: dict[str, Any]) -> Iterator[str]:
    phrase = message["phrase"]
    if phrase is not None:
        yield from wrapped(safe(phrase["text"], one_line=False), "    ")
        yield f"    (agreed phrase {safe(phrase['id'])})"
        for each in phrase["findings"]:
            yield styled(f"    note: {safe(each)}", "yellow")
    if message["text"] is None:
        yield "    The text is not here: unreadable, withheld or destroyed. The entry stays in the record."
    elif message["text"]:
        language = f"[{safe(message['language'])}] " if message["language"] else ""
        yield from wrapped(language + safe(message["text"], one_line=False), "    ")
    if message["asked"]:
        by = f" (answer by {instant(message['answer_by'])})" if message["answer_by"] else ""
        yield from wrapped(f"Asked: {safe(message['asked'])}{by}", "    ")
    if message["expires_at"]:
        yield f"    Applies until {instant(message['expires_at'])}."


def _steps(message: dict[str, Any]) -> Iterator[str]:
    """Each proven step, in the order of the ladder."""
    proofs = sorted(message["proofs"], key=lambda each: each["at"])
    if not proofs:
        yield (
            word("receipt", "sent") + ": nothing is known of the other side"
            if message["ours"]
            else "just arrived"
        )
    for each in proofs:
        who = f" {safe(each['who'])}" if each["who"] else ""
        said = word("receipt", each["level"]) if message["ours"] else HERE[each["level"]]
        joined = {"shown": ":", "read": ":", "acknowledged": ":", "refused": ":"}.get(each["level"], "")
        yield f"{said}{joined if who else ''}{who} {instant(each['at'])[11:]}"
