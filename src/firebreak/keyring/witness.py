"""The keys of a witness: one identity in two signature types, a key for its own words, one for its database.

The cosigning keys sign checkpoints and nothing else. The third key signs what the witness says of itself
(deposits, fetches, its log), under purpose strings, so that no such word can pass for a cosignature.
"""

from dataclasses import dataclass
from typing import ClassVar, Self

from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey

from firebreak.keyring import pairs
from firebreak.keyring.keys import Keys, drawn, secret


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessKeys(Keys):
    """What a witness needs to run."""

    HOLDS: ClassVar[str] = "keys of a witness"

    ed25519: bytes = secret(1)
    mldsa44: bytes = secret(2)
    statements: bytes = secret(3)
    storage: bytes = secret(4)
    "Encrypts the database."

    @classmethod
    def generate(cls) -> Self:
        """Fresh keys: another witness than any before."""
        return cls(ed25519=drawn(), mldsa44=drawn(), statements=drawn(), storage=drawn())

    @property
    def ed25519_public(self) -> bytes:
        """32 bytes."""
        return pairs.ed25519_public(self.ed25519)

    @property
    def mldsa44_public(self) -> bytes:
        """1,312 bytes."""
        return self._lattice.public_key().public_bytes_raw()

    @property
    def statements_public(self) -> bytes:
        """32 bytes."""
        return pairs.ed25519_public(self.statements)

    @property
    def _lattice(self) -> MLDSA44PrivateKey:
        return MLDSA44PrivateKey.from_seed_bytes(self.mldsa44)

    def cosign(self, text: bytes, structure: bytes) -> tuple[bytes, bytes]:
        """Both signatures of a cosignature: Ed25519 over the text form, ML-DSA-44 over the structure."""
        return pairs.ed25519_sign(self.ed25519, text), self._lattice.sign(structure)

    def state(self, message: bytes) -> bytes:
        """Ed25519 over a word of the witness's own."""
        return pairs.ed25519_sign(self.statements, message)
