"""The keys of a party: root, signer, node, officers. Each kind lies in a file of its own (`spec/signer.md`).

Every secret is a seed of 32 random bytes from which its key follows, and none of them has a repr.
"""

import hmac
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final, Self

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import CARD, Environment
from firebreak.core.base.purposes import context as context_of
from firebreak.core.base.shape import Body, Octets, Text, item
from firebreak.core.envelope.card import CERTIFICATE_BYTES_MAX, Card, SignedCard, party_id
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.officer import OFFICER_NAME_MAX
from firebreak.keyring import faults, pairs
from firebreak.keyring.vault import STANDARD, Cost, seal, unseal

SEED_BYTES: Final = 32
PARTY_BYTES: Final = 32
CONSOLE: Final = b"firebreak console database v1"


def secret(key: int) -> Any:
    """A seed as a field of a key file."""
    return item(key, Octets(exactly=SEED_BYTES), repr=False)


def drawn() -> bytes:
    """A fresh seed."""
    return os.urandom(SEED_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys(Body):
    """What one key file holds."""

    HOLDS: ClassVar[str]
    "What the file says it is, for people."

    def save(
        self,
        path: Path,
        passphrase: str,
        *,
        environment: Environment,
        cost: Cost = STANDARD,
        replace_old: bool = False,
    ) -> None:
        """Seal these keys into a file. Raises LocalError."""
        secret = self.to_bytes()
        seal(
            path,
            secret,
            passphrase,
            holds=self.HOLDS,
            environment=environment,
            cost=cost,
            replace_old=replace_old,
        )

    @classmethod
    def load(cls, path: Path, passphrase: str, *, environment: Environment) -> Self:
        """Read keys of this kind from their file. Raises LocalError."""
        secret = unseal(path, passphrase, holds=cls.HOLDS, environment=environment)
        try:
            return cls.from_bytes(secret)
        except CounterpartError as error:
            raise faults.of_another_layout(path) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class RootKeys(Keys):
    """Who a party is. Used for cards and revocations only, and kept away from the node."""

    HOLDS: ClassVar[str] = "root keys"

    ed25519: bytes = secret(1)
    mldsa65: bytes = secret(2)

    @classmethod
    def generate(cls) -> Self:
        """Fresh root keys."""
        return cls(ed25519=drawn(), mldsa65=drawn())

    @property
    def ed25519_public(self) -> bytes:
        """The card's `root_ed25519`."""
        return pairs.ed25519_public(self.ed25519)

    @property
    def mldsa65_public(self) -> bytes:
        """The card's `root_mldsa65`."""
        return pairs.mldsa65_public(self.mldsa65)

    @property
    def party(self) -> bytes:
        """The party id; of root keys in reserve, the card's `next_root`."""
        return party_id(self.ed25519_public, self.mldsa65_public)

    def sign(self, purpose: bytes, environment: Environment, payload: bytes) -> tuple[bytes, bytes]:
        """Both signatures, Ed25519 and ML-DSA-65, over the same bytes."""
        message = signed_bytes(purpose, environment, payload)
        context = context_of(purpose, environment)
        return pairs.ed25519_sign(self.ed25519, message), pairs.mldsa65_sign(self.mldsa65, message, context)

    def sign_card(self, card: Card) -> SignedCard:
        """A card with both signatures."""
        payload = card.to_bytes()
        return SignedCard(card, payload, *self.sign(CARD, card.environment, payload))


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerKeys(Keys):
    """What signs in the node's name; only the signer's process reads it."""

    HOLDS: ClassVar[str] = "keys of a signer"

    log: bytes = secret(1)
    "Signs entries: Ed25519."
    checkpoint: bytes = secret(2)
    "Signs checkpoints besides: ML-DSA-65."
    party: bytes = item(3, Octets(exactly=PARTY_BYTES))
    "Whose cards the signer believes about officers."
    roots: bytes = item(4, Octets(most=PARTY_BYTES), default=b"")
    "The id of its root keys, once the next ones have taken over; else the party id says it."

    @classmethod
    def generate(cls, party: bytes, roots: bytes = b"") -> Self:
        """Fresh keys for a node of that party, under these root keys if they are not its first."""
        return cls(log=drawn(), checkpoint=drawn(), party=party, roots=b"" if roots == party else roots)

    @property
    def log_public(self) -> bytes:
        """The card's `log_key`."""
        return pairs.ed25519_public(self.log)

    @property
    def checkpoint_public(self) -> bytes:
        """The card's `checkpoint_key`."""
        return pairs.mldsa65_public(self.checkpoint)


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeKeys(Keys):
    """What a node needs to run beside its signer: keys of its links and its database. None signs an entry."""

    HOLDS: ClassVar[str] = "keys of a node"

    tls: bytes = secret(3)
    "Of `certificate`: Ed25519."
    certificate: bytes = item(4, Octets(most=CERTIFICATE_BYTES_MAX))
    "DER, self-signed, good for a year; renew it with the card."
    kem: bytes = secret(5)
    "X-Wing."
    storage: bytes = secret(6)
    "Encrypts the database."

    @classmethod
    def generate(cls, now: Instant) -> Self:
        """Fresh keys, with a certificate that is good from now on."""
        from firebreak.keyring.certificate import self_signed

        tls = drawn()
        return cls(tls=tls, certificate=self_signed(tls, now), kem=drawn(), storage=drawn())

    @property
    def console(self) -> bytes:
        """Encrypts the console's own database. Whoever holds it cannot tell the storage key from it."""
        return hmac.digest(self.storage, CONSOLE, "sha256")

    @property
    def kem_seeds(self) -> tuple[bytes, bytes]:
        """The 64 bytes of ML-KEM-768 and the 32 of X25519."""
        return pairs.xwing_seeds(self.kem)

    @property
    def kem_public(self) -> bytes:
        """The card's `kem_key`: ML-KEM-768, then X25519."""
        return pairs.xwing_public(self.kem)

    @property
    def tls_key_pem(self) -> bytes:
        """The private key of `certificate` as PKCS #8, not encrypted: for memory, never for a disk."""
        return pairs.ed25519_pem(self.tls)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerKey(Keys):
    """One officer's key, under the officer's own passphrase and out of the node's reach."""

    HOLDS: ClassVar[str] = "an officer's key"

    officer: str = item(1, Text(most=OFFICER_NAME_MAX, least=1))
    "Name or number, as on the roster."
    seed: bytes = secret(2)

    @classmethod
    def generate(cls, officer: str) -> Self:
        """A fresh key for an officer."""
        return cls(officer=officer, seed=drawn())

    @property
    def public(self) -> bytes:
        """The key on the roster."""
        return pairs.ed25519_public(self.seed)

    def sign(self, message: bytes) -> bytes:
        """Ed25519."""
        return pairs.ed25519_sign(self.seed, message)
