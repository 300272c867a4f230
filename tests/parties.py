"""Parties for tests: all keys of one, and the cards its root signs."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey

from firebreak.core.base.instants import DAY, Instant
from firebreak.core.base.purposes import HELLO, Environment
from firebreak.core.envelope.card import (
    Card,
    Desk,
    Officer,
    Power,
    SignedCard,
    card_bytes_to_sign,
    card_context,
    party_id,
)
from firebreak.core.envelope.card_import import KeyUse, keys_of
from firebreak.core.envelope.cose import signed_bytes
from firebreak.transport.kem import KemKey
from firebreak.transport.sealing import EPOCH
from firebreak.transport.tls import TlsIdentity

NOW = Instant(1_648_044_309_000)


def seed(name: str, role: str, size: int = 32) -> bytes:
    """Bytes that are the same in every run and differ for every name and role."""
    return hashlib.shake_256(f"{name} {role}".encode()).digest(size)


def ed25519(name: str, role: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(seed(name, role))


def mldsa65(name: str, role: str) -> MLDSA65PrivateKey:
    return MLDSA65PrivateKey.from_seed_bytes(seed(name, role))


def public(key: Ed25519PrivateKey | MLDSA65PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


def identity(name: str, role: str = "tls") -> TlsIdentity:
    """A self-signed certificate, ended long ago: nobody looks at its dates."""
    key = ed25519(name, role)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), 1)
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2021, 1, 1, tzinfo=dt.UTC))
        .sign(key, None)
    )
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return TlsIdentity(certificate.public_bytes(serialization.Encoding.DER), pem)


@dataclass(frozen=True)
class Party:
    """An organisation with all its keys in one place, as only a test may hold them."""

    name: str
    environment: Environment = Environment.EXERCISE
    salt: str = field(default="")

    def key(self, role: str) -> Ed25519PrivateKey:
        return ed25519(self._keys, role)

    @property
    def _keys(self) -> str:
        return f"{self.name} {self.environment.name} {self.salt}"

    @property
    def next_roots(self) -> tuple[Ed25519PrivateKey, MLDSA65PrivateKey]:
        return self.key("next root"), mldsa65(self._keys, "next root")

    @property
    def tls(self) -> TlsIdentity:
        return identity(self._keys)

    @property
    def kem(self) -> KemKey:
        return KemKey.from_seeds(seed(self._keys, "kem", 64), seed(self._keys, "kem x25519"))

    def card(self, **changes: Any) -> Card:
        return replace(_card(self), **changes)

    def signed(self, **changes: Any) -> SignedCard:
        return self.sign(self.card(**changes))

    def sign(self, card: Card) -> SignedCard:
        payload = card.to_bytes()
        message = card_bytes_to_sign(payload, card.environment)
        root = mldsa65(self._keys, "root")
        return SignedCard(
            card, payload, self.key("root").sign(message), root.sign(message, card_context(card.environment))
        )

    def next_card(self, before: SignedCard, **changes: Any) -> SignedCard:
        return self.signed(**{"serial": before.card.serial + 1, "previous": before.hash} | changes)

    def keys(self, *, ours: bool = False) -> dict[bytes, KeyUse]:
        return keys_of(self.card(), ours=ours)

    def sign_hello(self, payload: bytes) -> bytes:
        return self.key("log").sign(signed_bytes(HELLO, self.environment, payload))

    def sign_epoch(self, payload: bytes) -> bytes:
        return self.key("log").sign(signed_bytes(EPOCH, self.environment, payload))


@cache
def _card(party: Party) -> Card:
    keys = party._keys
    root = (public(party.key("root")), public(mldsa65(keys, "root")))
    return Card(
        version=1,
        environment=party.environment,
        party=party_id(*root),
        name=party.name,
        serial=1,
        valid_from=NOW - DAY,
        valid_until=NOW + 365 * DAY,
        root_ed25519=root[0],
        root_mldsa65=root[1],
        next_root=party_id(public(party.key("next root")), public(mldsa65(keys, "next root"))),
        log_key=public(party.key("log")),
        checkpoint_key=public(mldsa65(keys, "checkpoint")),
        certificate_hash=party.tls.hash,
        certificate=party.tls.certificate,
        kem_key=party.kem.public,
        desks=(Desk(name="duty", level="watch", languages=("en", "de")),),
        officers=(
            Officer(name="Vogt", key=public(party.key("Vogt")), powers=(Power.DUTY, Power.PAIR)),
            Officer(name="Reis", key=public(party.key("Reis")), powers=(Power.DUTY, Power.PAIR)),
        ),
        paths=("127.0.0.1:7401",),
    )


NORTH = Party("North")
SOUTH = Party("South")
