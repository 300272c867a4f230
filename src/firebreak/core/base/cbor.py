"""Strict deterministic CBOR: one value has exactly one encoding (RFC 8949 §4.2.1, I21).

Only null, booleans, 64-bit integers, byte strings, text, arrays and maps exist; maps have whole
numbers as keys, for which both canonical key orders of CBOR agree. The library decoder is lax where we
must not be, so what it read is held against the allowed types and key order, encoded again and compared
with the input. Tags are refused while reading, before they can do anything: with shared references (tags 28
and 29) a few kilobytes unfold into more values than any machine can walk through.
"""

from typing import Final, TypeAlias, cast

import cbor2

from firebreak.core.base.errors import CounterpartError

Value: TypeAlias = "bool | int | bytes | str | list[Value] | dict[int, Value] | None"

DEPTH_MAX: Final = 8  # deeper nesting has no use in any body
MAP_KEYS_MAX: Final = 64  # the largest map of the protocol has 20
SIZE_MAX: Final = 65_536  # one packet; nothing larger ever arrives in one piece
INTEGER_BOUND: Final = 1 << 64

_SCALARS: Final = frozenset({bytes, str, bool, type(None)})


class NotStrict(CounterpartError):
    """Bytes that are not strict deterministic CBOR."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"not strict CBOR: {reason}", code="FB101", hint="the sender must encode it again")


def encode(value: Value) -> bytes:
    """The one encoding of a value. Raises TypeError for what the format cannot hold (our own bug)."""
    return cbor2.dumps(value, canonical=True)


def encode_sorted(value: Value) -> bytes:
    """`encode` for a value whose map keys already stand in canonical order; five times faster."""
    return cbor2.dumps(value)


def decode(data: bytes, *, size_max: int = SIZE_MAX) -> Value:
    """Read exactly one value. Raises NotStrict for anything that `encode` would not have written."""
    if len(data) > size_max:
        raise NotStrict(f"{len(data)} bytes, at most {size_max}")
    try:
        value = _read(data)
        _hold(value, DEPTH_MAX)
        again = cbor2.dumps(value)
    except NotStrict:
        raise
    except Exception as error:
        raise NotStrict(f"{type(error).__name__} while reading") from error
    if again != data:
        raise NotStrict("not the one shortest form, or bytes after the end")
    return cast("Value", value)


def _refuse_tag(*_: object) -> object:
    raise NotStrict("a tag")


_TAGS: Final = dict.fromkeys((*range(512), 1004, 43_000, 55_799), _refuse_tag)
"Those that the library gives a meaning to are among them; the others go to `tag_hook`."


def _read(data: bytes) -> object:
    return cbor2.loads(
        data,
        max_depth=DEPTH_MAX + 1,
        allow_indefinite=False,
        allow_duplicate_keys=False,
        semantic_decoders=_TAGS,
        tag_hook=_refuse_tag,
    )


def _hold(value: object, depth: int) -> None:
    """Raise unless the value is made of allowed types only, and its maps are in canonical order."""
    kind = type(value)
    if kind is int:
        if not -INTEGER_BOUND <= cast("int", value) < INTEGER_BOUND:
            raise NotStrict("an integer beyond 64 bits")
    elif kind is list or kind is dict:
        if depth == 0:
            raise NotStrict(f"nested deeper than {DEPTH_MAX}")
        _hold_items(cast("list[object] | dict[object, object]", value), depth - 1)
    elif kind not in _SCALARS:
        raise NotStrict(f"a {kind.__name__}")


def _hold_items(value: list[object] | dict[object, object], depth: int) -> None:
    """Nearly all items are scalars: they are passed here, without a call of their own."""
    if isinstance(value, dict):
        _hold_keys(value)
    for each in value.values() if isinstance(value, dict) else value:
        if type(each) not in _SCALARS:
            _hold(each, depth)


def _hold_keys(value: dict[object, object]) -> None:
    if len(value) > MAP_KEYS_MAX:
        raise NotStrict(f"a map of {len(value)} keys, at most {MAP_KEYS_MAX}")
    last = -1
    for key in value:
        if type(key) is not int or key < 0:
            raise NotStrict("a map key that is not a whole number")
        if key <= last:
            raise NotStrict("map keys out of order")
        last = key
