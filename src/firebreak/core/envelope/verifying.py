"""The signature checks everything rests on. They answer yes or no and never raise.

Ed25519 goes through libsodium, which of the two libraries at hand is the quicker and the stricter: it also
refuses an R of small order and any S not below L, and takes only the one R that the equation without
cofactor gives. With a key that `check_ed25519_point` let pass, what it accepts every other verifier accepts:
nobody can later produce an honest tool that calls an accepted signature false.
"""

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey, MLDSA65PublicKey
from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError

ED25519_KEY_BYTES: Final = 32
ED25519_SIGNATURE_BYTES: Final = 64
MLDSA65_KEY_BYTES: Final = 1952
MLDSA65_SIGNATURE_BYTES: Final = 3309
MLDSA44_KEY_BYTES: Final = 1312
MLDSA44_SIGNATURE_BYTES: Final = 2420
CONTEXT_BYTES_MAX: Final = 255  # FIPS 204


def verify_ed25519(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `signature` is the holder's of `key` over `message`."""
    if len(key) != ED25519_KEY_BYTES or len(signature) != ED25519_SIGNATURE_BYTES:
        return False
    try:
        crypto_sign_open(signature + message, key)
    except BadSignatureError:
        return False
    return True


def verify_mldsa65(public: bytes, signature: bytes, message: bytes, context: bytes) -> bool:
    """The same for ML-DSA-65 (FIPS 204, pure, with a context string, which is ours to choose)."""
    assert len(context) <= CONTEXT_BYTES_MAX, len(context)
    if len(public) != MLDSA65_KEY_BYTES or len(signature) != MLDSA65_SIGNATURE_BYTES:
        return False
    try:
        MLDSA65PublicKey.from_public_bytes(public).verify(signature, message, context)
    except InvalidSignature:
        return False
    return True


def verify_mldsa44(public: bytes, signature: bytes, message: bytes) -> bool:
    """The same for ML-DSA-44 without a context string, as witnesses use it."""
    if len(public) != MLDSA44_KEY_BYTES or len(signature) != MLDSA44_SIGNATURE_BYTES:
        return False
    try:
        MLDSA44PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
