"""Events and facts as plain JSON values, for the desk socket and `--json`."""

import dataclasses
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, Final, TypeAlias, cast

from firebreak.core.base.events import Event
from firebreak.core.envelope.header import Ref

Form: TypeAlias = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """JSON form: bytes as hex, enumerations by name, references as `segment/seq` with a hash."""
    return _form(cast("type[object]", type(value)))(value)


@cache
def _form(kind: type[object]) -> Form:
    """How values of a type are shown. Looked for once."""
    for shown, form in FORMS:
        if issubclass(kind, shown):
            return form
    if dataclasses.is_dataclass(kind):
        names = [each.name for each in dataclasses.fields(kind) if each.repr]
        return lambda value: {name: plain(getattr(value, name)) for name in names}
    return lambda value: value


FORMS: Final[list[tuple[type | tuple[type, ...], Form]]] = [
    (Enum, lambda value: value.name.lower()),
    (bytes, lambda value: value.hex()),
    (Ref, lambda value: {"entry": str(value), "hash": value.hash.hex()}),
    (dict, lambda value: {str(plain(key)): plain(each) for key, each in value.items()}),
    ((list, tuple, set, frozenset), lambda value: [plain(each) for each in value]),
]


def event_value(line: str, event: Event) -> dict[str, Any]:
    """An event as one JSON object: `event` is its name, `line` the line's local name."""
    return {"event": type(event).__name__, "line": line, **plain(event)}
