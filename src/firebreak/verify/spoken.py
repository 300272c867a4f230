"""What one entry says about the keys by which a call was spoken; read by its keys alone."""

import re
from typing import Final, NamedTuple

from firebreak.core.base.cbor import Value
from firebreak.core.envelope.kinds import Kind

CALLER, CALLEE = 1, 2
CALL_BYTES: Final = 16
KEY_BYTES: Final = 32
LEGS: Final = range(16)
CHECKS: Final = range(4)
CHECKS_BOTH: Final = 3
FINGERPRINT: Final = b"a=fingerprint"

Map = dict[int, Value]


class Spoken(NamedTuple):
    """An offer, an answer, a description, or what a console found."""

    call: bytes
    by: int
    "For which end: 1 the caller's, 2 the callee's."
    leg: int = 0
    key: bytes = b""
    "The key of that end; empty where none is named."
    theirs: bytes = b""
    "The other end's, as a console found it."
    checks: int = CHECKS_BOTH
    foreign: bool = False
    "Whether a description names another key than the entry."


def spoken(kind: int, body: Map) -> Spoken | None:
    """What a body says; None for one of another kind, or without these fields."""
    if kind == Kind.CALL_OFFER and _is_octets(body.get(1), CALL_BYTES):
        return Spoken(_octets(body[1]), CALLER)
    if kind == Kind.CALL_ANSWER and _is_octets(body.get(2), CALL_BYTES):
        key = body.get(4)
        return Spoken(_octets(body[2]), CALLEE, key=_octets(key) if _is_octets(key, KEY_BYTES) else b"")
    if kind == Kind.CALL_MEDIA:
        return _media(body)
    return _secured(body) if kind == Kind.CALL_SECURED else None


def _media(body: Map) -> Spoken | None:
    call, by, leg, key, description = (body.get(each) for each in (2, 3, 4, 6, 7))
    leg = 0 if leg is None else leg
    if not (_is_octets(call, CALL_BYTES) and _is_octets(key, KEY_BYTES) and isinstance(description, str)):
        return None
    if not (_is_in(by, range(1, 3)) and _is_in(leg, LEGS)):
        return None
    found = _octets(key)
    return Spoken(_octets(call), _number(by), _number(leg), found, foreign=_is_foreign(description, found))


def _secured(body: Map) -> Spoken | None:
    call, by, leg, ours, theirs, checks = (body.get(each) for each in range(1, 7))
    leg, checks = 0 if leg is None else leg, CHECKS_BOTH if checks is None else checks
    keys = _is_octets(ours, KEY_BYTES) and _is_octets(theirs, KEY_BYTES)
    if not (keys and _is_octets(call, CALL_BYTES) and _is_in(checks, CHECKS)):
        return None
    if not (_is_in(by, range(1, 3)) and _is_in(leg, LEGS)):
        return None
    found = (_octets(ours), _octets(theirs), _number(checks))
    return Spoken(_octets(call), _number(by), _number(leg), *found)


def _is_foreign(description: str, key: bytes) -> bool:
    """Whether any fingerprint in a description is another one, or none is there."""
    lines = [each.lower() for each in re.split(rb"[\r\n]", description.encode())]
    named = [each for each in lines if each.startswith(FINGERPRINT)]
    return not named or any(each != b"a=fingerprint:sha-256 " + key.hex(":").encode() for each in named)


def _is_octets(value: Value, size: int) -> bool:
    return isinstance(value, bytes) and len(value) == size


def _is_in(value: Value, numbers: range) -> bool:
    return type(value) is int and value in numbers


def _octets(value: Value) -> bytes:
    assert isinstance(value, bytes)
    return value


def _number(value: Value) -> int:
    assert isinstance(value, int)
    return value
