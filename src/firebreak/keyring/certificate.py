"""The certificate of a node: self-signed, and its own only authority.

It names nobody: who the node is stands on the card, which carries the certificate. It says CA so that the
verifier of any TLS library accepts it as the root that it is.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from firebreak.core.base.instants import SECOND, Instant

VALID_DAYS: Final = 365  # as long as a node's log key lives at most

_NAME: Final = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "firebreak node")])
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
    begin = datetime.fromtimestamp(now // SECOND, UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_NAME)
        .issuer_name(_NAME)
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
