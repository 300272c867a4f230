"""The signer itself: in a process of its own when a node runs, inside the caller's for tests and tools.

It believes nothing that a caller says. Line, segment and number are read from the very bytes that are signed,
and the number must be the one after the last: so no hole, and never a second signature for one number (I3).
Three doors lead to the log key, and what is signed behind one can never be shown at another: entries and
sessions are COSE structures under their purpose, which begin with a CBOR array; a checkpoint is a text, which
begins with the letters of its origin.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey
from nacl.bindings import crypto_sign

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import DEPOSIT, ENTRY, FETCH, HELLO, Environment
from firebreak.core.envelope.cose import SIGNATURE_BYTES, signed_bytes
from firebreak.core.envelope.header import HASH_BYTES, SEGMENT_BYTES, Header, key_id, read_header
from firebreak.core.envelope.signer import RefusedToSign
from firebreak.core.record.checkpoint import Checkpoint, Origin, mldsa65_context, parse_text
from firebreak.core.record.deposits import ATTEST
from firebreak.keyring.keys import SignerKeys
from firebreak.keyring.pairs import ed25519_expanded
from firebreak.keyring.releasing import Releasing
from firebreak.keyring.remembering import Believed, Remembering

EPOCH: Final = b"epoch"  # of sealed seeds; their shell is a neighbour that is not imported here
SESSION_PURPOSES: Final = frozenset({HELLO, EPOCH, DEPOSIT, FETCH, ATTEST})
"What two nodes say to open a session, and what a node asks of a witness about a mailbox."


@dataclass(slots=True)
class _Open:
    """The newest segment of a line."""

    segment: bytes
    last: int = 0


class InProcessSigner:
    """An `envelope.signer.Signer` that holds log and checkpoint keys, for one environment."""

    def __init__(
        self,
        keys: SignerKeys,
        environment: Environment,
        draw: Callable[[int], bytes] = os.urandom,
        memory: Remembering | None = None,
    ) -> None:
        self._log = ed25519_expanded(keys.log)
        self._checkpoint = MLDSA65PrivateKey.from_seed_bytes(keys.checkpoint)
        self._key_id = key_id(keys.log_public)
        self._environment = environment
        self._draw = draw
        self._newest: dict[bytes, _Open] = {}
        self._used: set[bytes] = set()
        self._trees: dict[str, Checkpoint] = {}
        held = memory.held if memory is not None else None
        believed = Believed(keys.roots or keys.party) if held is None else held
        self._releasing = Releasing(keys.party, keys.log_public, environment, believed)
        if memory is not None:
            self._releasing.keep = memory.keep

    @property
    def key_id(self) -> bytes:
        """The first 8 bytes of SHA-256 of the public log key."""
        return self._key_id

    def open_segment(self, line: bytes) -> bytes:
        """A fresh random id; only entries of the newest one of a line are signed from now on."""
        segment = self._draw(SEGMENT_BYTES)
        if len(line) != HASH_BYTES or len(segment) != SEGMENT_BYTES or segment in self._used:
            raise RefusedToSign("no line id, or the source of randomness repeats itself")
        self._used.add(segment)
        self._newest[line] = _Open(segment)
        return segment

    def take_card(self, data: bytes) -> None:
        """Our newest card: whose word counts as an officer's. Raises RefusedToSign."""
        self._releasing.take_card(data)

    def take_agreement(self, line: bytes, body: bytes) -> None:
        """The newest agreement our officers signed: what needs two of them. Raises RefusedToSign."""
        self._releasing.take_agreement(line, body)

    def sign_entry(self, payload: bytes, salt: bytes = b"", body: bytes = b"") -> bytes:
        """The signature of an entry header: the next number of the newest segment. Raises RefusedToSign."""
        try:
            header = read_header(payload)
        except CounterpartError as error:
            raise RefusedToSign(error.text) from error
        newest = self._check(header)
        self._releasing.check(header, salt, body)
        newest.last = header.seq  # before signing: a number is used up even if signing breaks off
        return self._sign(signed_bytes(ENTRY, self._environment, payload))

    def sign_session(self, purpose: bytes, environment: Environment, payload: bytes) -> bytes:
        """The signature of a hello, a sealed epoch seed or a request to a witness; else RefusedToSign."""
        if purpose not in SESSION_PURPOSES:
            raise RefusedToSign(f"{purpose!r} is not a purpose of sessions")
        if environment is not self._environment:
            raise RefusedToSign("a session of the other environment")
        return self._sign(signed_bytes(purpose, environment, payload))

    def sign_checkpoint(self, text: bytes) -> tuple[bytes, bytes]:
        """Ed25519 and ML-DSA-65 signatures of a checkpoint's text. Raises RefusedToSign."""
        try:
            checkpoint = parse_text(text)
            origin = Origin.parse(checkpoint.origin)
        except CounterpartError as error:
            raise RefusedToSign(error.text) from error
        newest = self._newest.get(origin.line)
        if newest is None or origin.segment != newest.segment:
            raise RefusedToSign("a checkpoint of another segment than the newest of its line")
        before = self._trees.get(checkpoint.origin, checkpoint)
        if checkpoint.size < before.size or (
            checkpoint.size == before.size and checkpoint.root != before.root
        ):
            raise RefusedToSign(
                f"a tree of {checkpoint.size} that contradicts one of {before.size} signed before"
            )
        self._trees[checkpoint.origin] = checkpoint
        return self._sign(text), self._checkpoint.sign(text, mldsa65_context(self._environment))

    def _check(self, header: Header) -> _Open:
        newest = self._newest.get(header.line)
        if header.environment is not self._environment:
            raise RefusedToSign("an entry of the other environment")
        if header.key_id != self._key_id:
            raise RefusedToSign("an entry that names another key")
        if newest is None or header.segment != newest.segment:
            raise RefusedToSign("its segment is not the newest of its line")
        if header.seq != newest.last + 1:
            raise RefusedToSign(f"the next number of this segment is {newest.last + 1}, not {header.seq}")
        return newest

    def _sign(self, message: bytes) -> bytes:
        return crypto_sign(message, self._log)[:SIGNATURE_BYTES]
