"""TLS of the console: the operator's certificate, or a self-signed one made at the first start.

The self-signed one is an ECDSA certificate, since browsers know no other curve of ours, for the host of the
origin. Browsers allow passkeys only where they believe the certificate: import `console/certificate.pem` on
each desk's machine, after comparing its fingerprint with what the server prints.
"""

import hashlib
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from firebreak.console.settings import Settings
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, SECOND, Instant
from firebreak.keyring.atomic import write_secret

CERTIFICATE: Final = "certificate.pem"
KEY: Final = "certificate.key"
VALID_DAYS: Final = 397  # what browsers accept at most
RENEWED_DAYS: Final = 14  # before its end, at a start


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate and its key as files."""

    certificate: Path
    key: Path
    fingerprint: str
    "SHA-256, as browsers show it."
    until: Instant


def held(settings: Settings, now: Instant) -> Held:
    """The operator's, or ours, made when it is missing, old or for another host. Raises LocalError."""
    if settings.certificate is not None:
        key = settings.certificate_key or settings.certificate
        return read_certificate(settings.certificate, key)
    path, key = settings.files / CERTIFICATE, settings.files / KEY
    if path.exists() and key.exists():
        kept = read_certificate(path, key)
        if kept.until - now > RENEWED_DAYS * DAY and settings.site in _hosts(path):
            return kept
    _make(settings, path, key, now)
    return read_certificate(path, key)


def tls_context(held: Held) -> ssl.SSLContext:
    """TLS 1.3 with that certificate. Raises LocalError."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.set_alpn_protocols(["http/1.1"])
    try:
        context.load_cert_chain(held.certificate, held.key, password=_no_password)
    except (OSError, ssl.SSLError, ValueError) as error:
        raise _unusable(held.certificate, type(error).__name__) from error
    return context


def _no_password() -> str:
    """A key under a password has to be opened by the operator; nobody is asked here."""
    raise ValueError("the key file has a password")


def read_certificate(path: Path, key: Path) -> Held:
    """What a certificate says. Raises LocalError."""
    found = _certificate(path)
    digest = hashlib.sha256(found.public_bytes(Encoding.DER)).hexdigest().upper()
    pairs = ":".join(digest[start : start + 2] for start in range(0, len(digest), 2))
    return Held(path, key, pairs, Instant(int(found.not_valid_after_utc.timestamp()) * SECOND))


def _certificate(path: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificates(path.read_bytes())[0]
    except (OSError, ValueError) as error:
        raise _unusable(path, type(error).__name__) from error


def _hosts(path: Path) -> list[str]:
    names = _certificate(path).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    addresses = [str(each) for each in names.get_values_for_type(x509.IPAddress)]
    return [*names.get_values_for_type(x509.DNSName), *addresses]


def _make(settings: Settings, path: Path, key_path: Path, now: Instant) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Firebreak console of {settings.party}"[:64])])
    begin = datetime.fromtimestamp(now // SECOND, UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin - timedelta(hours=1))
        .not_valid_after(begin + timedelta(days=VALID_DAYS))
        .add_extension(x509.SubjectAlternativeName([_general(settings.site)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, SHA256())
    )
    settings.files.mkdir(mode=0o700, parents=True, exist_ok=True)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_secret(key_path, private, replace=True)
    write_secret(path, made.public_bytes(Encoding.PEM), replace=True)


def _general(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _unusable(path: Path, why: str) -> LocalError:
    hint = "name a certificate in PEM and its key without a password under [console]"
    return LocalError(f"the certificate {path} cannot be used: {why}", code="FB516", hint=hint)
