"""COSE_Sign1 (RFC 9052 §4.2) with Ed25519 (alg -19, RFC 9864), tag omitted, header map as payload.

The purpose string and the environment go into `external_aad`. Only the exact bytes that were received
are ever verified; nothing is encoded again before a check.
"""

from typing import Final

from firebreak.core.base.cbor import encode_sorted
from firebreak.core.base.purposes import Environment, context, digest

PROTECTED: Final = bytes.fromhex("a10132")
"The protected header `{1: -19}`: algorithm Ed25519."

SIGNATURE_BYTES: Final = 64


def signed_bytes(purpose: bytes, environment: Environment, payload: bytes, *, line: bytes = b"") -> bytes:
    """The Sig_structure that is given to Ed25519. `line`: the line id, where the payload does not name it."""
    return encode_sorted(["Signature1", PROTECTED, context(purpose, environment) + line, payload])


def sign1(payload: bytes, signature: bytes) -> bytes:
    """The COSE_Sign1 array, as exports carry it."""
    return encode_sorted([PROTECTED, {}, payload, signature])


def hash_of(purpose: bytes, payload: bytes) -> bytes:
    """SHA-256 over protected header and payload, never over the signature; 32 bytes."""
    return digest(purpose, PROTECTED, payload)
