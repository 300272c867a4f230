"""Purpose strings: every signature and hash of the protocol has its own (`spec/entry.md`).

A signature made for one purpose can never be shown as one for another; the environment is part of the
signing context, so that nothing signed on an exercise line verifies on a real one (ENTRY-002).
"""

import hashlib
from enum import IntEnum
from typing import Final

VERSION: Final = 1
PREFIX: Final = b"FIREBREAK/1\x00"

ENTRY: Final = b"entry"
CHECKPOINT: Final = b"checkpoint"
CARD: Final = b"card"
REVOKE: Final = b"revoke"
OFFICER: Final = b"officer"
DEPOSIT: Final = b"deposit"
FETCH: Final = b"fetch"
HELLO: Final = b"hello"
HASH: Final = b"hash"
BODY: Final = b"body"
AGREEMENT: Final = b"agreement"
RECORDING: Final = b"recording"
MATCHING: Final = b"matching"


class Environment(IntEnum):
    """Whether a line is meant. An exercise is a different line with different keys, not a flag."""

    REAL = 0
    EXERCISE = 1


def context(purpose: bytes, environment: Environment) -> bytes:
    """The bytes that bind a signature to its purpose and environment."""
    return PREFIX + purpose + b"\x00" + bytes([environment])


def digest(purpose: bytes, *parts: bytes) -> bytes:
    """SHA-256 under a purpose string, 32 bytes."""
    return hashlib.sha256(b"".join((PREFIX, purpose, b"\x00", *parts))).digest()
