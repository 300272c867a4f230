"""Asking the node for what a page shows: whole lists at the beginning, single values after that."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from firebreak.console.views.changes import BOUNDS, Value, call_keys
from firebreak.core.base.errors import LocalError

Ask = Callable[..., Awaitable[dict[str, Any]]]
"`Client.ask`."
Found = list[tuple[str, Value]]
"Values with their keys, the oldest first."

TOO_LARGE: Final = "FB334"
UNKNOWN_MESSAGE: Final = "FB160"
UNKNOWN_NOTICE: Final = "FB603"
BY_THE_CLOCK: Final = frozenset({"line", "now", "holding", "next_at", "receipted"})
"What changes with the clock alone, or with any receipt: a page reads it off the windows."


async def status(ask: Ask, line: str) -> tuple[Value, int]:
    """The state of a line, and the node's clock."""
    answer = await ask("status", line=line)
    return line_value(line, answer["lines"][line]), answer["now"]


def line_value(name: str, state: Value) -> Value:
    """The state of a line without what changes with the clock alone."""
    overdue = [{key: each[key] for key in each if key != "text"} for each in state["overdue"]]
    return {**state, "overdue": overdue, "name": name}


async def every(ask: Ask, sort: str, line: str) -> Found:
    """The newest of one list of a line, as many as a page keeps."""
    last = BOUNDS[sort]
    while True:
        try:
            return await LISTED[sort](ask, line, last)
        except LocalError as error:
            if error.code != TOO_LARGE or last == 1:
                raise
            last = max(1, last // 2)


async def one(ask: Ask, sort: str, line: str, key: str) -> Found:
    """The values that stand under an id; none where there is none (any more)."""
    if sort == "call":
        return call_keys((await ask("call", line=line, call=key))["calls"])
    if sort == "request":
        return keyed("request", (await ask("requests", line=line, request=key))["requests"][-1:])
    if sort == "notice":
        return await _notice(ask, line, key)
    try:
        return [(key, await ask("message", line=line, message=key, show_in="all"))]
    except LocalError as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
        return []


def keyed(name: str, values: list[Value]) -> Found:
    """Values by one of their fields."""
    return [(str(each[name]), each) for each in values]


async def _calls(ask: Ask, line: str, last: int) -> Found:
    return call_keys((await ask("calls", line=line, last=last))["calls"])


async def _messages(ask: Ask, line: str, last: int) -> Found:
    """In pages: two hundred messages of full length are more than one answer holds."""
    found: list[Value] = []
    while len(found) < last:
        older = {"before": found[0]["hash"]} if found else {}
        page = await _page(ask, line, min(last - len(found), PAGE), older)
        if not page:
            break
        found = page + found
    return keyed("hash", found)


async def _page(ask: Ask, line: str, last: int, older: dict[str, str]) -> list[Value]:
    try:
        return (await ask("inbox", line=line, last=last, show_in="all", **older))["messages"]
    except LocalError as error:
        if error.code != TOO_LARGE or last == 1:
            raise
        return await _page(ask, line, max(1, last // 4), older)


async def _requests(ask: Ask, line: str, last: int) -> Found:
    return keyed("request", (await ask("requests", line=line, last=last))["requests"])


async def _notices(ask: Ask, line: str, last: int) -> Found:
    """One by one: areas are large, and a list that is cut would leave out what holds."""
    names = (await ask("notices", line=line, last=last, all=True, names=True))["notices"]
    return [found for each in names for found in await _notice(ask, line, each)]


async def _notice(ask: Ask, line: str, name: str) -> Found:
    try:
        found = await ask("notice", line=line, notice=name, brief=True)
    except LocalError as error:
        if error.code != UNKNOWN_NOTICE:
            raise
        return []
    return [(name, {key: found[key] for key in found if key not in BY_THE_CLOCK})]


async def _entries(ask: Ask, line: str, last: int) -> Found:
    return keyed("position", (await ask("entries", line=line, last=last))["entries"])


PAGE: Final = 50
LISTED: Final[dict[str, Callable[[Ask, str, int], Awaitable[Found]]]] = {
    "call": _calls,
    "message": _messages,
    "request": _requests,
    "notice": _notices,
    "entry": _entries,
}
