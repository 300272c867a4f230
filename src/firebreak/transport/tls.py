"""TLS of the links: version 1.3 only, both sides pinned (`spec/transport.md`).

The only roots of trust are the certificates on the cards, so nothing that a public authority signs opens a
link. What a certificate says of its own validity is not looked at: the card says how long it holds, and a
machine whose clock is wrong by a year must not cut the line. There are no session tickets, hence no 0-RTT.

The interpreter's OpenSSL may lack X25519MLKEM768; where it has it, it is offered first by itself. TLS is the
second wall: packets are sealed with the hybrid KEM in any case.
"""

import hashlib
import hmac
import os
import ssl
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

ALPN: Final = "firebreak/1"
NO_CHECK_TIME: Final = 0x20_0000  # X509_V_FLAG_NO_CHECK_TIME; the module `ssl` has no name for it


@dataclass(frozen=True, slots=True)
class TlsIdentity:
    """Our own certificate and its key."""

    certificate: bytes
    "DER, self-signed, as on our card."
    key_pem: bytes = field(repr=False)
    "PKCS #8, not encrypted; it never reaches a disk."

    @property
    def hash(self) -> bytes:
        """SHA-256 of the certificate, as the card names it."""
        return hashlib.sha256(self.certificate).digest()


def listening_context(identity: TlsIdentity, trusted: Iterable[bytes]) -> ssl.SSLContext:
    """For the side that listens: every caller must show one of the trusted certificates (DER)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.num_tickets = 0
    return _pinned(context, identity, trusted)


def dialling_context(identity: TlsIdentity, *trusted: bytes) -> ssl.SSLContext:
    """For the side that dials: the other must show one of these certificates (DER)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # the pin names the counterpart; its address may change
    return _pinned(context, identity, trusted)


def trust(context: ssl.SSLContext, certificate: bytes) -> None:
    """Let one more certificate (DER) in. Raises ValueError when it cannot be read."""
    try:
        context.load_verify_locations(cadata=certificate)
    except ssl.SSLError as error:
        raise ValueError(f"not a certificate: {error.reason}") from error


def shown(connection: ssl.SSLObject | ssl.SSLSocket) -> bytes:
    """SHA-256 of the certificate that the other side proved to hold; 32 zero bytes when there is none."""
    certificate = connection.getpeercert(binary_form=True)
    return bytes(32) if certificate is None else hashlib.sha256(certificate).digest()


def is_pinned(hash: bytes, pins: Iterable[bytes]) -> bool:
    """Whether a certificate's hash is one of the pins; each comparison takes constant time."""
    return any(hmac.compare_digest(hash, pin) for pin in pins)


def _pinned(context: ssl.SSLContext, identity: TlsIdentity, trusted: Iterable[bytes]) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_mode = ssl.CERT_REQUIRED
    context.verify_flags |= NO_CHECK_TIME
    context.set_alpn_protocols([ALPN])
    for certificate in trusted:
        with suppress(ValueError):  # whose card shows one that TLS does not take cannot link; all others can
            trust(context, certificate)
    chain = ssl.DER_cert_to_PEM_cert(identity.certificate).encode() + identity.key_pem
    with _in_memory(chain) as path:
        context.load_cert_chain(path)
    return context


@contextmanager
def _in_memory(data: bytes) -> Generator[str]:
    """A path to bytes that lie in memory; `ssl` takes keys from a path only."""
    if hasattr(os, "memfd_create"):
        with os.fdopen(os.memfd_create("firebreak"), "wb") as file:
            file.write(data)
            file.flush()
            yield f"/proc/self/fd/{file.fileno()}"
    else:
        with tempfile.NamedTemporaryFile() as file:
            file.write(data)
            file.flush()
            yield file.name
