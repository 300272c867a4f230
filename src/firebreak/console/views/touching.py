"""What an event of the node touches, so that exactly that is asked for again."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple


class Touch(NamedTuple):
    """Something whose value may be another now."""

    sort: str
    "`line`, `call`, `message`, `request`, `notice`; `entries` for what was added; `all` for a whole line."
    line: str
    key: str = ""


SWEEPING: Final = frozenset(
    {
        "KeyRevoked", "EntryVoid", "WitnessesAttested", "CardInForce", "Restarted", "Branched",
        "Contradicted", "ContradictionExplained", "RecordDamaged",
    }
)  # fmt: skip
"Events after which any value of a line may be another: rare, so the whole line is asked for again."

ABOUT_MESSAGES: Final = frozenset(
    {
        "MessageSent", "MessageArrived", "MessagesStored", "MessagesShown", "PersonStated", "MessageBad",
        "MessageFollowed", "MessageExpired", "Overdue", "OverdueMet", "CounterpartMissed", "NotReleased",
    }
)  # fmt: skip


def touched(event: dict[str, Any]) -> Iterator[Touch]:
    """Everything that an event touches. The state of a line may follow from anything that happens on it."""
    name, line = event["event"], event["line"]
    yield Touch("line", line)
    if name == "RecordGrew":
        yield Touch("entries", line)
    if name in SWEEPING:
        yield Touch("all", line)
    for each in _texts(event, "call", "kept"):
        yield Touch("call", line, each)
    for each in _texts(event, "request"):
        yield Touch("request", line, each)
    for each in _texts(event, "notice", "replaced"):
        yield Touch("notice", line, each)
    if name in ABOUT_MESSAGES:
        for each in (*_texts(event, "entry", "follower"), *_hashes(event)):
            yield Touch("message", line, each)


def told_by(line: str, entry: dict[str, Any]) -> Iterator[Touch]:
    """What a new entry of the record touches, whether or not an event told of it."""
    about = entry["about"]
    for each in ("call", "request"):
        if each in about:
            yield Touch(each, line, about[each])
    for each in about.get("notices", ()):
        yield Touch("notice", line, each)
    for each in about.get("messages", ()):
        yield Touch("message", line, each)


def _texts(event: dict[str, Any], *names: str) -> Iterator[str]:
    yield from (each for name in names if isinstance(each := event.get(name), str))


def _hashes(event: dict[str, Any]) -> Iterator[str]:
    yield from event.get("entries", ())
    ref = event.get("ref")
    if isinstance(ref, dict):
        yield ref["hash"]
