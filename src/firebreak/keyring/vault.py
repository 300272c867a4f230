"""Secrets under a passphrase: Argon2id makes a key of it, AES-256-GCM seals with that key.

Salt and nonce are drawn anew for every file that is written, so no key and nonce meet twice (I28). What the
file says of itself in the clear (what it holds, the environment, the cost) is sealed with it: none of it
can be changed unnoticed.
"""

import os
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from firebreak.core.base.cbor import encode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment, context
from firebreak.core.base.shape import BODY_BYTES_MAX, Body, Choice, Number, Octets, Text, item
from firebreak.keyring import faults
from firebreak.keyring.atomic import read_secret, write_secret

VAULT: Final = b"vault"
"Purpose string of sealed key files."

MAGIC: Final = "firebreak key file"
VERSION: Final = 1
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs."""

    memory_kib: int
    passes: int
    lanes: int

    def covers(self, other: "Cost") -> bool:
        """Whether guessing is at least as dear as under another."""
        return self.memory_kib >= other.memory_kib and self.passes >= other.passes


STANDARD: Final = Cost(memory_kib=65_536, passes=3, lanes=4)
"64 MiB and 3 passes: the second choice of RFC 9106, for machines that do other things as well."

LIGHT: Final = Cost(memory_kib=64, passes=1, lanes=1)
"For exercises and tests, whose keys protect nothing; refused in the real environment."

MEMORY_KIB_MAX: Final = 1 << 20  # a file must not be able to ask for more than 1 GiB
PASSES_MAX: Final = 64
LANES_MAX: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _File(Body):
    magic: str = item(0, Text(most=32))
    version: int = item(1, Number())
    holds: str = item(2, Text(most=32))
    environment: Environment = item(3, Choice(Environment))
    salt: bytes = item(4, Octets(exactly=SALT_BYTES))
    memory_kib: int = item(5, Number(8, MEMORY_KIB_MAX))
    passes: int = item(6, Number(1, PASSES_MAX))
    lanes: int = item(7, Number(1, LANES_MAX))
    nonce: bytes = item(8, Octets(exactly=NONCE_BYTES))
    sealed: bytes = item(9, Octets(), default=b"")

    @property
    def cost(self) -> Cost:
        return Cost(self.memory_kib, self.passes, self.lanes)

    @property
    def outside(self) -> bytes:
        """All that stands in the clear, as it is sealed along."""
        return context(VAULT, self.environment) + encode(replace(self, sealed=b"").to_map())


def seal(
    path: Path,
    secret: bytes,
    passphrase: str,
    *,
    holds: str,
    environment: Environment,
    cost: Cost = STANDARD,
    replace_old: bool = False,
) -> None:
    """Write a sealed file of mode 600. `holds` says what it is, as in "root keys". Raises LocalError."""
    _check_cost(path, environment, cost)
    file = _File(
        magic=MAGIC,
        version=VERSION,
        holds=holds,
        environment=environment,
        salt=os.urandom(SALT_BYTES),
        memory_kib=cost.memory_kib,
        passes=cost.passes,
        lanes=cost.lanes,
        nonce=os.urandom(NONCE_BYTES),
    )
    sealed = AESGCM(_key(file, passphrase)).encrypt(file.nonce, secret, file.outside)
    write_secret(path, replace(file, sealed=sealed).to_bytes(), replace=replace_old)


def unseal(path: Path, passphrase: str, *, holds: str, environment: Environment) -> bytes:
    """The secret of a file. Raises LocalError, saying as much as can be known without the passphrase."""
    file = _read(path)
    if (file.holds, file.environment) != (holds, environment):
        raise faults.of_another_use(path, _use(file.holds, file.environment), _use(holds, environment))
    _check_cost(path, environment, file.cost)
    try:
        return AESGCM(_key(file, passphrase)).decrypt(file.nonce, file.sealed, file.outside)
    except InvalidTag as error:
        raise faults.locked(path) from error


def seal_of(path: Path) -> tuple[Environment, Cost]:
    """What a file says in the clear; true only once it has been opened. Raises LocalError."""
    file = _read(path)
    return file.environment, file.cost


def _read(path: Path) -> _File:
    try:
        file = _File.from_bytes(read_secret(path, BODY_BYTES_MAX))
    except CounterpartError as error:
        raise faults.malformed(path, error.text) from error
    if file.magic != MAGIC or file.version != VERSION:
        raise faults.malformed(
            path, f"{file.magic!r} of version {file.version}, this Firebreak knows {VERSION}"
        )
    return file


def _key(file: _File, passphrase: str) -> bytes:
    if not passphrase:
        raise faults.no_passphrase()
    cost = file.cost
    derivation = Argon2id(
        salt=file.salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=max(cost.memory_kib, 8 * cost.lanes),
    )
    return derivation.derive(unicodedata.normalize("NFC", passphrase).encode())


def _check_cost(path: Path, environment: Environment, cost: Cost) -> None:
    if environment is Environment.REAL and not cost.covers(STANDARD):
        raise faults.too_weak(path)


def _use(holds: str, environment: Environment) -> str:
    return f"{holds} for {'a real line' if environment is Environment.REAL else 'exercises'}"
