"""A log and its client by somebody else: written from the C2SP texts alone, with no line of Firebreak in it.

It speaks tlog-checkpoint, signed-note, tlog-cosignature and tlog-witness over plain sockets.
"""

import base64
import hashlib
import http.client
import struct
from contextlib import closing
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(count: int) -> int:
    power = 1
    while power * 2 < count:
        power *= 2
    return power


def mth(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = split(len(leaves))
    return node(mth(leaves[:k]), mth(leaves[k:]))


def subproof(m: int, leaves: list[bytes], whole: bool) -> list[bytes]:
    """RFC 6962, 2.1.2."""
    n = len(leaves)
    if m == n:
        return [] if whole else [mth(leaves)]
    k = split(n)
    if m <= k:
        return [*subproof(m, leaves[:k], whole), mth(leaves[k:])]
    return [*subproof(m - k, leaves[k:], False), mth(leaves[:k])]


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


@dataclass
class ForeignLog:
    """A log with an Ed25519 key."""

    origin: str
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    leaves: list[bytes] = field(default_factory=list)

    @property
    def public(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    @property
    def key_id(self) -> bytes:
        return hashlib.sha256(self.origin.encode() + b"\n\x01" + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        return "+".join((self.origin, self.key_id.hex(), b64(b"\x01" + self.public)))

    def grow(self, count: int, salt: str = "") -> None:
        start = len(self.leaves)
        self.leaves += [f"leaf {number} {salt}".encode() for number in range(start, start + count)]

    def text(self, size: int | None = None, extension: str = "") -> str:
        leaves = self.leaves[: len(self.leaves) if size is None else size]
        return f"{self.origin}\n{len(leaves)}\n{b64(mth(leaves))}\n{extension}"

    def note(self, size: int | None = None, extension: str = "") -> str:
        text = self.text(size, extension)
        line = b64(self.key_id + self.key.sign(text.encode()))
        return f"{text}\n— {self.origin} {line}\n"

    def proof(self, old: int, size: int | None = None) -> list[bytes]:
        new = len(self.leaves) if size is None else size
        return subproof(old, self.leaves[:new], True) if 0 < old < new else []

    def request(self, old: int, size: int | None = None, extension: str = "") -> bytes:
        lines = "".join(f"{b64(each)}\n" for each in self.proof(old, size))
        return f"old {old}\n{lines}\n{self.note(size, extension)}".encode()


@dataclass
class ForeignClient:
    """Asks a witness, and believes only signatures."""

    address: str

    def post(self, body: bytes, path: str = "/add-checkpoint") -> tuple[int, str, bytes]:
        with closing(self._connect()) as connection:
            connection.request("POST", path, body)
            response = connection.getresponse()
            return response.status, response.getheader("content-type", ""), response.read()

    def get(self, path: str) -> bytes:
        with closing(self._connect()) as connection:
            connection.request("GET", path)
            return connection.getresponse().read()

    def _connect(self) -> http.client.HTTPConnection:
        host, _, port = self.address.rpartition(":")
        return http.client.HTTPConnection(host, int(port), timeout=30)

    def keys(self) -> list[tuple[str, int, bytes]]:
        """Name, signature type, public key: what an operator would have configured."""
        found: list[tuple[str, int, bytes]] = []
        for line in self.get("/keys").decode().splitlines():
            name, key_id, raw = line.split("+", 2)
            data = base64.b64decode(raw)
            assert hashlib.sha256(name.encode() + b"\n" + data).digest()[:4].hex() == key_id
            found.append((name, data[0], data[1:]))
        return found


def check_cosignatures(text: str, lines: bytes, keys: list[tuple[str, int, bytes]]) -> dict[int, int]:
    """Signature type -> time, of every line that verifies. Raises when one under a known key does not."""
    origin, size, root = text.split("\n")[:3]
    found: dict[int, int] = {}
    for line in lines.decode().splitlines():
        dash, name, raw = line.split(" ")
        assert dash == "—"
        data = base64.b64decode(raw)
        for key_name, kind, public in keys:
            key_id = hashlib.sha256(key_name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]
            if (name, data[:4]) != (key_name, key_id):
                continue
            (at,) = struct.unpack(">Q", data[4:12])
            if kind == 4:
                message = f"cosignature/v1\ntime {at}\n{text}".encode()
                Ed25519PublicKey.from_public_bytes(public).verify(data[12:], message)
            else:
                encoded, log = name.encode(), origin.encode()
                message = b"subtree/v1\n\x00" + bytes([len(encoded)]) + encoded + struct.pack(">Q", at)
                message += bytes([len(log)]) + log + struct.pack(">QQ", 0, int(size)) + base64.b64decode(root)
                MLDSA44PublicKey.from_public_bytes(public).verify(data[12:], message)
            found[kind] = at
    return found


__all__ = ["ForeignClient", "ForeignLog", "InvalidSignature", "check_cosignatures"]
