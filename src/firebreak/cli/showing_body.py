"""What an officer is about to sign, field by field, read from the very bytes that will be signed."""

from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, cast

from firebreak.cli.terminal import instant, safe, say, table

if TYPE_CHECKING:
    from firebreak.cli.signing import Prepared

HIDDEN: Final = frozenset({"statement", "relief", "release", "open_items", "media_key"})
INSTANTS: Final = frozenset(
    {
        *(
            "until",
            "call_back_at",
            "opens_at",
            "closes_at",
            "expires_at",
            "confirm_by",
            "reply_by",
            "passed_at",
        ),
        *("from_at", "until_at", "closest_at"),
    }
)


def show_before_signing(prepared: "Prepared", who: str, action: str = "") -> None:
    """Say who signs what; `action` where it is not the one of the body."""
    say(f"{safe(who)} signs: {action or prepared.body.ACTION.name.lower().replace('_', ' ')}")
    before = prepared.body.statement
    if before is not None:
        say(f"  signed by {safe(before.officer)}, {prepared.precedence}")
    rows = [["  " + name.replace("_", " "), text] for name, text in _told(prepared.body)]
    say(*table(rows))


def _told(body: Any) -> Iterator[tuple[str, str]]:
    for each in fields(body):
        value = getattr(body, each.name)
        if each.name not in HIDDEN and (
            isinstance(value, Enum) or value not in ("", (), None, b"", each.default)
        ):
            yield each.name, _text(each.name, value)


def _text(name: str, value: Any) -> str:
    if isinstance(value, Enum):
        return value.name.lower().replace("_", " ")
    if isinstance(value, bytes):
        return value.hex()[:16]
    if isinstance(value, tuple):
        held = cast("tuple[object, ...]", value)
        return ("; " if isinstance(held[0], tuple) else ", ").join(_text(name, each) for each in held)
    if name == "danger":
        return ", ".join(_dangers(cast("int", value)))
    if name in INSTANTS and isinstance(value, int):
        return instant(value)
    return _shaped(value)


def _dangers(value: int) -> list[str]:
    from firebreak.core.notice.bodies import Danger

    return [each.name.lower() for each in Danger if each.name and each in Danger(value)]


def _shaped(value: Any) -> str:
    """A window, a place, or another body inside the body."""
    if hasattr(value, "closes_at"):
        return f"{instant(value.opens_at)} to {instant(value.closes_at)}"
    if hasattr(value, "check_digits"):
        return f"{value.degrees_minutes()} [{value.check_digits()}]"
    if hasattr(value, "layout"):
        return ", ".join(f"{each.replace('_', ' ')} {text}" for each, text in _told(value))
    return safe(value)
