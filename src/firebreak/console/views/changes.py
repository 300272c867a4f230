"""Changes of the picture: one value under one key each time, so that a page folds them without thinking.

fold(picture, change): put `value` in the place of `key`; a new key goes to the end; null removes the key;
beyond the bound of its list the oldest key goes
"""

import json
from dataclasses import dataclass
from typing import Any, Final

BOUNDS: Final = {"call": 100, "message": 200, "request": 100, "notice": 200, "entry": 500}
"How many of each a list keeps for each line, the newest; older ones are asked for page by page."
LISTS: Final = {
    "call": "calls",
    "message": "messages",
    "request": "requests",
    "notice": "notices",
    "entry": "entries",
}
"Lists of a line, and how a snapshot calls them."
WHOLE: Final = {"alert": "alerts", "position": "positions", "release": "releases"}
"Lists of the whole console."

Value = dict[str, Any]

_TEXT: Final = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


def encoded(value: Any) -> bytes:
    """JSON in ASCII: no code point of a counterpart can break a line or a frame."""
    return _TEXT(value).encode("ascii")


@dataclass(frozen=True, slots=True)
class Change:
    """One change."""

    sort: str
    "`line`, a key of `LISTS` or of `WHOLE`, `clock` or `media`; in JSON `type`."
    line: str | None
    key: str
    value: Value | None
    "None removes the key."

    def to_bytes(self) -> bytes:
        """As it stands in the stream of events."""
        return encoded({"type": self.sort, "line": self.line, "key": self.key, "value": self.value})


def call_keys(values: list[Value]) -> list[tuple[str, Value]]:
    """Calls by their ids; a call of the counterpart that took the id of one of ours has a key of its own."""
    ours = {each["call"] for each in values if each["ours"]}
    return [(_call_key(each, ours), each) for each in values]


def _call_key(value: Value, ours: set[str]) -> str:
    taken = not value["ours"] and value["call"] in ours
    return f"{value['call']}/theirs" if taken else value["call"]
