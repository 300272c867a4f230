"""A page in twenty lines: a snapshot, and the fold of changes into it as docs/console-api.md words it."""

import copy
from typing import Any

Snapshot = dict[str, Any]

LISTS = {
    "call": "calls",
    "message": "messages",
    "request": "requests",
    "notice": "notices",
    "entry": "entries",
}
NAMES = {"call": "call", "message": "hash", "request": "request", "notice": "notice", "entry": "position"}
BOUNDS = {"call": 100, "message": 200, "request": 100, "notice": 200, "entry": 500}
WHOLE = {"alert": "alerts", "position": "positions", "release": "releases"}


def page(snapshot: Snapshot) -> Snapshot:
    """What a page keeps of a snapshot: values by key. Cursor, session and clock are no part of the fold."""
    held = copy.deepcopy({key: snapshot[key] for key in ("party", "environment", "lines")})
    for sort, name in LISTS.items():
        held[name] = {
            line: {str(each[NAMES[sort]]): each for each in values} for line, values in snapshot[name].items()
        }
    for name in WHOLE.values():
        held[name] = {each["id"]: each for each in copy.deepcopy(snapshot[name])}
    return held


def fold(held: Snapshot, change: dict[str, Any]) -> None:
    """Take one change in."""
    sort, line, key, value = change["type"], change["line"], change["key"], change["value"]
    if sort in ("media", "clock", "session"):
        return
    if sort == "line":
        values = held["lines"]
    elif sort in WHOLE:
        values = held[WHOLE[sort]]
    else:
        values = held[LISTS[sort]].setdefault(line, {})
    if value is None:
        values.pop(key, None)
        return
    values[key] = value
    while sort in BOUNDS and len(values) > BOUNDS[sort]:
        del values[next(iter(values))]


def in_order(held: Snapshot) -> Any:
    """The same with the order of every list to be compared too."""
    if not isinstance(held, dict):
        return held
    return [(key, in_order(value)) for key, value in held.items()]
