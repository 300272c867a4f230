"""A passkey device made of software: what `navigator.credentials` gives, and every part can be bent."""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass
class Authenticator:
    """One passkey on one device."""

    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    handle: str = ""
    count: int = 0
    flags: int = PRESENT | VERIFIED
    "Without VERIFIED: a device that did not check its person."

    def make(self, options: dict[str, Any], origin: str, **bent: Any) -> dict[str, Any]:
        """The answer to `navigator.credentials.create`."""
        self.handle = options["user"]["id"]
        client = self._client("webauthn.create", options["challenge"], origin) | bent
        numbers = self.key.public_key().public_numbers()
        point = {-2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, **point})
        attested = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        data = self._data(options["rp"]["id"], self.flags | ATTESTED) + attested
        response = {
            "clientDataJSON": encoded(json.dumps(client).encode()),
            "attestationObject": encoded(cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})),
        }
        return self._credential(response)

    def answer(self, options: dict[str, Any], origin: str, **bent: Any) -> dict[str, Any]:
        """The answer to `navigator.credentials.get`."""
        self.count += 1
        client = json.dumps(self._client("webauthn.get", options["challenge"], origin) | bent).encode()
        data = self._data(options["rpId"], self.flags)
        signed = data + hashlib.sha256(client).digest()
        response = {
            "clientDataJSON": encoded(client),
            "authenticatorData": encoded(data),
            "signature": encoded(self.key.sign(signed, ec.ECDSA(SHA256()))),
            "userHandle": self.handle,
        }
        return self._credential(response)

    def _client(self, kind: str, challenge: str, origin: str) -> dict[str, Any]:
        return {"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": False}

    def _data(self, site: str, flags: int) -> bytes:
        return hashlib.sha256(site.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _credential(self, response: dict[str, str]) -> dict[str, Any]:
        name = encoded(self.id)
        return {
            "id": name,
            "rawId": name,
            "type": "public-key",
            "clientExtensionResults": {},
            "response": response,
        }
