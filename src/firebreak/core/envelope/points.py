"""Which Ed25519 public keys a card may carry (`spec/point.md`): plain arithmetic, no library.

Libraries load keys under which a signature proves nothing: with a key of small order one signature fits
many messages, and its holder could later say "anyone could have signed that". Refused are

- a second spelling of a point: y not below p, or x = 0 with the sign bit set;
- bytes that name no point of the curve;
- points of small order: 8 A is the identity;
- points of mixed order: L A is not the identity. This rule costs a few milliseconds,
  once, at card import. Without it one secret has eight public keys that all work, which slips past the rule
  that no key is used twice, and a signature can be prepared that a verifier accepts or refuses depending on
  how it reduces numbers. No key made the ordinary way has it.

Speed and side channels do not matter here: keys are public and cards are rare.
"""

from functools import lru_cache
from typing import Final

from firebreak.core.base.errors import CounterpartError

P: Final = 2**255 - 19  # the field
L: Final = 2**252 + 27742317777372353535851937790883648493  # the order of the base point
D: Final = -121665 * pow(121666, -1, P) % P  # the curve: -x² + y² = 1 + d x² y²
ROOT_OF_MINUS_ONE: Final = pow(2, (P - 1) // 4, P)
KEY_BYTES: Final = 32

Point = tuple[int, int, int]  # x = X/Z, y = Y/Z
IDENTITY: Final[Point] = (0, 1, 1)


@lru_cache(maxsize=1_024)  # two milliseconds each, and a card is checked again whenever a record is read
def check_ed25519_point(key: bytes) -> None:
    """Raise `CounterpartError` naming the rule that this public key breaks."""
    if len(key) != KEY_BYTES:
        raise CounterpartError(f"an Ed25519 key of {len(key)} bytes, not {KEY_BYTES}", code="FB123")
    point = _decode(key)
    if _is_identity(_times(8, point)):
        raise _refusal(key, "is a point of small order", "FB138")
    if not _is_identity(_times(L, point)):
        raise _refusal(key, "is a point of mixed order", "FB139")


def _decode(key: bytes) -> Point:
    """RFC 8032, 5.1.3, with both canonical rules."""
    number = int.from_bytes(key, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= P:
        raise _refusal(key, "is not canonical: y is not below p", "FB124")
    x = _root((y * y - 1) * pow(D * y * y + 1, -1, P) % P)
    if x is None:
        raise _refusal(key, "is no point of the curve", "FB137")
    if x == 0 and sign:
        raise _refusal(key, "is not canonical: x is 0 with the sign bit set", "FB124")
    return (P - x if x % 2 != sign else x, y, 1)


def _root(square: int) -> int | None:
    for x in (candidate := pow(square, (P + 3) // 8, P), candidate * ROOT_OF_MINUS_ONE % P):
        if x * x % P == square:
            return x
    return None


def _add(one: Point, other: Point) -> Point:
    """The complete addition law in projective form: right for every pair, equal points included."""
    (x1, y1, z1), (x2, y2, z2) = one, other
    a, c, d = z1 * z2 % P, x1 * x2 % P, y1 * y2 % P
    b, e = a * a, D * c * d
    f, g = (b - e) % P, (b + e) % P
    return (a * f * ((x1 + y1) * (x2 + y2) - c - d) % P, a * g * (d + c) % P, f * g % P)


def _times(factor: int, point: Point) -> Point:
    result = IDENTITY
    for bit in f"{factor:b}":
        result = _add(result, result)
        if bit == "1":
            result = _add(result, point)
    return result


def _is_identity(point: Point) -> bool:
    x, y, z = point
    return x == 0 and y == z


def _refusal(key: bytes, why: str, code: str) -> CounterpartError:
    return CounterpartError(
        f"Ed25519 key {key.hex()[:16]}… {why}", code=code, hint="ask them to make a new key and card"
    )
