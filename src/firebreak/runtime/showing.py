"""Events and facts as plain JSON values, for the desk socket and `--json`."""

import dataclasses
from collections.abc import Callable
from enum import Enum
from typing import Any, Final

from firebreak.core.base.events import Event
from firebreak.core.envelope.header import Ref


def plain(value: Any) -> Any:
    """JSON form: bytes as hex, enumerations by name, references as `segment/seq` with a hash."""
    for kind, form in FORMS:
        if isinstance(value, kind):
            return form(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: plain(getattr(value, each.name)) for each in dataclasses.fields(value) if each.repr
        }
    return value


FORMS: Final[list[tuple[type | tuple[type, ...], Callable[[Any], Any]]]] = [
    (Enum, lambda value: value.name.lower()),
    (bytes, lambda value: value.hex()),
    (Ref, lambda value: {"entry": str(value), "hash": value.hash.hex()}),
    (dict, lambda value: {str(plain(key)): plain(each) for key, each in value.items()}),
    ((list, tuple, set, frozenset), lambda value: [plain(each) for each in value]),
]


def event_value(line: str, event: Event) -> dict[str, Any]:
    """An event as one JSON object: `event` is its name, `line` the line's local name."""
    return {"event": type(event).__name__, "line": line, **plain(event)}
