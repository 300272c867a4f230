"""Whether a KEM public key (X-Wing: ML-KEM-768, then X25519) is well-formed, and its two parts.

FIPS 203 §7.2 asks for the modulus check before a key is used: each of the 768 numbers of 12 bits must be
below 3,329, otherwise the key is a second spelling of another one. Of the X25519 part, spellings beyond the
field and points of small order are refused: what is agreed with those is known to everybody.
"""

from typing import Final

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.points import P

MLKEM768_KEY_BYTES: Final = 1_184
X25519_KEY_BYTES: Final = 32
KEM_KEY_BYTES: Final = MLKEM768_KEY_BYTES + X25519_KEY_BYTES
MODULUS: Final = 3_329
VECTOR_BYTES: Final = 1_152  # 768 numbers of 12 bits; the 32 bytes after them are a seed
TWELVE_BITS: Final = 0xFFF

_PROBE: Final = X25519PrivateKey.from_private_bytes(bytes(32))
"Any scalar is a multiple of the cofactor after clamping, so any one shows a point of small order."


def check_kem_key(key: bytes) -> None:
    """Raise CounterpartError naming what is wrong with this public key."""
    if len(key) != KEM_KEY_BYTES:
        raise _refusal(f"has {len(key)} bytes, not {KEM_KEY_BYTES}")
    if any(number >= MODULUS for number in _numbers(key[:VECTOR_BYTES])):
        raise _refusal("holds a number not below 3329 in its ML-KEM part")
    mixed = key[MLKEM768_KEY_BYTES:]
    if int.from_bytes(mixed, "little") >= P:
        raise _refusal("is not canonical in its X25519 part")
    try:
        _PROBE.exchange(X25519PublicKey.from_public_bytes(mixed))
    except ValueError as error:
        raise _refusal("is a point of small order in its X25519 part") from error


def _numbers(vector: bytes) -> list[int]:
    found: list[int] = []
    for at in range(0, len(vector), 3):
        pair = int.from_bytes(vector[at : at + 3], "little")
        found += (pair & TWELVE_BITS, pair >> 12)
    return found


def _refusal(why: str) -> CounterpartError:
    return CounterpartError(f"the KEM key {why}", code="FB132", hint="ask them to make a new key and card")
