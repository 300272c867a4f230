"""The three messages of the scheme as bytes, read strictly before any library sees them.

Each is a protobuf message whose one list holds points of P-256 in compressed form (SEC 1, section 2.3.3).
There is exactly one way to write each, so that what does not look so is refused unread.
"""

from collections.abc import Sequence
from typing import Final

from firebreak.core.base.errors import CounterpartError

POINT_BYTES: Final = 33
SIGNS: Final = frozenset({2, 3})  # the first byte of a compressed point
REVEAL: Final = b"\x08\x01"  # a request that asks for the items in common, not only for their number
REQUEST_ITEM: Final = b"\x12\x21"
ITEM: Final = b"\x0a\x21"
SETUP: Final = b"\x0a"
ROLES: Final = ("request", "setup", "response")


def points(role: str, data: bytes, size: int) -> list[bytes]:
    """The points of a message of so many. Raises CounterpartError."""
    tag = REQUEST_ITEM if role == "request" else ITEM
    step = len(tag) + POINT_BYTES
    head = REVEAL if role == "request" else SETUP + _varint(size * step) if role == "setup" else b""
    if len(data) != len(head) + size * step or not data.startswith(head):
        raise unusable(role, f"it is not one of {size:,} points")
    found = [data[at : at + step] for at in range(len(head), len(data), step)]
    if any(each[: len(tag)] != tag or each[len(tag)] not in SIGNS for each in found):
        raise unusable(role, "not everything in it is a point")
    if len(set(found)) != size:
        raise unusable(role, "it names a point twice")
    return [each[len(tag) :] for each in found]


def message(role: str, listed: Sequence[bytes]) -> bytes:
    """The one way to write a message."""
    tag = REQUEST_ITEM if role == "request" else ITEM
    body = b"".join(tag + each for each in listed)
    if role == "setup":
        return SETUP + _varint(len(body)) + body
    return (REVEAL if role == "request" else b"") + body


def unusable(role: str, text: str) -> CounterpartError:
    """A message of the other side that nothing can be computed with."""
    return CounterpartError(
        f"the {role} of the other side cannot be used: {text}",
        code="FB698",
        hint="it stays in the record; propose another run, or ask what went wrong",
    )


def _varint(value: int) -> bytes:
    groups: list[int] = []
    while True:
        value, rest = value >> 7, value & 0x7F
        groups.append(rest | (0x80 if value else 0))
        if not value:
            return bytes(groups)
