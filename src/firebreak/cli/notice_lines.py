"""One line of input for `firebreak notice parse`: what it asks, or why it cannot be answered.

An answer carries the id that the line gave, also where the rest of the line was no use; a line without one is
called by its place in the input.
"""

import json
import re
from dataclasses import dataclass
from typing import Any, Final, NoReturn, cast

LINE_BYTES_MAX: Final = 1 << 20  # a warning of 16,384 characters, each escaped, is a tenth of it
ID_CHARACTERS_MAX: Final = 200
_ID: Final = re.compile(rb'^\s*\{\s*"id"\s*:\s*("(?:[^"\\\x00-\x1f]|\\.){0,200}"|-?\d{1,40})\s*[,}]')


@dataclass(frozen=True, slots=True)
class Asked:
    """What one line asks for."""

    name: str | int | None
    text: str
    dtg: str
    doubts: tuple[tuple[str, str], ...]
    "What is odd about the line itself: code and text."


class NotAsked(Exception):
    """The line is no question; the id is kept where it could be read."""

    def __init__(self, why: str, name: str | int | None = None) -> None:
        super().__init__(why)
        self.name = name


def asked(line: bytes) -> Asked:
    """Raises NotAsked."""
    if len(line) > LINE_BYTES_MAX:
        raise NotAsked(f"a line of more than {LINE_BYTES_MAX:,} bytes", _id_at_the_start(line))
    try:
        value = json.loads(line.decode("utf-8-sig"), parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        why = f"not a JSON object with id and text: {str(error)[:100]}"
        raise NotAsked(why, _id_at_the_start(line)) from None
    if not isinstance(value, dict):
        raise NotAsked("not a JSON object with id and text: it is no object")
    return _facts(cast("dict[str, Any]", value))


def _facts(facts: dict[str, Any]) -> Asked:
    name, text, dtg = _name(facts.get("id")), facts.get("text"), facts.get("dtg")
    if not isinstance(text, str):
        raise NotAsked(f"the text of {str(name)[:40]!r} is missing or is no string", name)
    doubts = list[tuple[str, str]]()
    if name is None:
        doubts.append(("id-missing", "there is no id that is a string or a whole number"))
    if dtg is not None and not isinstance(dtg, str):
        doubts.append(("dtg-unreadable", f"the time of issue is no string: {str(dtg)[:40]!r}"))
    return Asked(name, text, dtg if isinstance(dtg, str) else "", tuple(doubts))


def _name(value: Any) -> str | int | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    if isinstance(value, str) and len(value) > ID_CHARACTERS_MAX:
        raise NotAsked(f"an id of more than {ID_CHARACTERS_MAX} characters")
    return value


def _id_at_the_start(line: bytes) -> str | int | None:
    match = _ID.match(line[:1024])
    try:
        return None if match is None else _name(json.loads(match[1]))
    except (ValueError, NotAsked):
        return None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in it")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
