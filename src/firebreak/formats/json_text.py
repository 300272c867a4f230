"""JSON from outside, within bounds: no NaN, no infinity, no number that is none, no endless nesting."""

import json
import re
from typing import Any, Final, NoReturn, cast

from firebreak.formats.bounds import DEPTH_MAX, characters, too_much, unreadable

_BRACKETS: Final = re.compile(r"[][{}]")


def read_json(data: bytes | str, kind: str) -> Any:
    """The value of a JSON text. Raises LocalError."""
    text = characters(data)
    _check_depth(text)
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise unreadable(kind, f"it is not JSON ({str(error)[:80]})") from None


def write_json(value: Any) -> str:
    """One JSON text, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def mapping(value: Any) -> dict[str, Any]:
    """The members of an object, or none."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def listing(value: Any) -> list[Any]:
    """The items of an array, or none."""
    return cast("list[Any]", value) if isinstance(value, list) else []


def words(value: Any) -> str:
    """A text, or nothing."""
    return value.strip() if isinstance(value, str) else ""


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number in JSON")


def _check_depth(text: str) -> None:
    """Brackets inside strings are counted as well: no file of this kind has so many."""
    depth = deepest = 0
    for each in _BRACKETS.finditer(text):
        depth += 1 if each[0] in "[{" else -1
        deepest = max(deepest, depth)
    if deepest > DEPTH_MAX:
        raise too_much(f"brackets {deepest} deep, at most {DEPTH_MAX}")
