"""The certificate of a node: self-signed, and its own only authority.

It names nobody: who the node is stands on the card, which carries the certificate. It says CA so that the
verifier of any TLS library accepts it as the root that it is. Its name holds the beginning of the key's hash,
since OpenSSL takes the first root of a name for the only one: with one name for all, a node that trusts two
certificates would let in one of them.
"""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from firebreak.core.base.instants import SECOND, Instant

VALID_DAYS: Final = 365  # as long as a node's log key lives at most

_USAGE: Final = x509.KeyUsage(
    digital_signature=True,
    key_cert_sign=True,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


def self_signed(seed: bytes, now: Instant) -> bytes:
    """A certificate (DER) of the Ed25519 key of a seed, good for a year from now."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public = key.public_key()
    name = f"firebreak node {hashlib.sha256(public.public_bytes_raw()).hexdigest()[:16]}"
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begin = datetime.fromtimestamp(now // SECOND, UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(named)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=VALID_DAYS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_USAGE, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH]),
            critical=False,
        )
    )
    return builder.sign(key, None).public_bytes(Encoding.DER)
