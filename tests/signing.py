"""A signer for tests of the core: real Ed25519, deterministic segment ids."""

import hashlib
from dataclasses import dataclass, field

from nacl.signing import SigningKey

from firebreak.core.base.purposes import ENTRY, Environment
from firebreak.core.envelope.cose import signed_bytes
from firebreak.core.envelope.header import key_id, read_header


@dataclass
class TestSigner:
    """Signs whatever it is given; the rule against forks is the keyring's and is tested there."""

    __test__ = False

    name: str
    starts: int = 0
    key: SigningKey = field(init=False)

    def __post_init__(self) -> None:
        self.key = SigningKey(hashlib.sha256(self.name.encode()).digest())

    @property
    def public(self) -> bytes:
        return bytes(self.key.verify_key)

    @property
    def key_id(self) -> bytes:
        return key_id(self.public)

    def open_segment(self, line: bytes) -> bytes:
        self.starts += 1
        return hashlib.sha256(f"{self.name}{self.starts}".encode()).digest()[:16]

    def sign_entry(self, payload: bytes, salt: bytes = b"", body: bytes = b"") -> bytes:
        environment = read_header(payload).environment
        return self.key.sign(signed_bytes(ENTRY, environment, payload)).signature

    def sign_session(self, purpose: bytes, environment: Environment, payload: bytes) -> bytes:
        return self.key.sign(signed_bytes(purpose, environment, payload)).signature

    def sign_checkpoint(self, text: bytes) -> tuple[bytes, bytes]:
        return self.key.sign(text).signature, b""
