"""From a seed to its key pair: Ed25519, ML-DSA-65 and X-Wing, as bytes.

Ed25519 signs through libsodium, a quarter faster than the other library at hand; the bytes are the same.
X-Wing expands 32 bytes by SHAKE-256 to the 64 of ML-KEM-768 and the 32 of X25519. What the signer's process
never needs is imported where it is used.
"""

import hashlib
from typing import Final

from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey
from nacl.bindings import crypto_sign, crypto_sign_seed_keypair

from firebreak.core.envelope.cose import SIGNATURE_BYTES

MLKEM_SEED_BYTES: Final = 64
XWING_BYTES: Final = 96


def ed25519_public(seed: bytes) -> bytes:
    """32 bytes."""
    return crypto_sign_seed_keypair(seed)[0]


def ed25519_expanded(seed: bytes) -> bytes:
    """Seed and public key, as libsodium wants them for signing; keep it where many signatures are made."""
    return crypto_sign_seed_keypair(seed)[1]


def ed25519_sign(seed: bytes, message: bytes) -> bytes:
    """64 bytes."""
    return crypto_sign(message, ed25519_expanded(seed))[:SIGNATURE_BYTES]


def ed25519_pem(seed: bytes) -> bytes:
    """PKCS #8, not encrypted."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = Ed25519PrivateKey.from_private_bytes(seed)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def mldsa65_public(seed: bytes) -> bytes:
    """1,952 bytes."""
    return MLDSA65PrivateKey.from_seed_bytes(seed).public_key().public_bytes_raw()


def mldsa65_sign(seed: bytes, message: bytes, context: bytes) -> bytes:
    """3,309 bytes, different each time."""
    return MLDSA65PrivateKey.from_seed_bytes(seed).sign(message, context)


def xwing_seeds(seed: bytes) -> tuple[bytes, bytes]:
    """The seeds of ML-KEM-768 and of X25519."""
    expanded = hashlib.shake_256(seed).digest(XWING_BYTES)
    return expanded[:MLKEM_SEED_BYTES], expanded[MLKEM_SEED_BYTES:]


def xwing_public(seed: bytes) -> bytes:
    """1,216 bytes: ML-KEM-768, then X25519."""
    from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    lattice, curve = xwing_seeds(seed)
    first = MLKEM768PrivateKey.from_seed_bytes(lattice).public_key().public_bytes_raw()
    return first + X25519PrivateKey.from_private_bytes(curve).public_key().public_bytes_raw()
