"""An officer's word: made with the officer's key, put into the body that carries it (`spec/signer.md`)."""

from dataclasses import replace
from typing import TypeVar

from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.officer import NO_ENTRY, Action, StatedBody, Statement
from firebreak.keyring.keys import OfficerKey

B = TypeVar("B", bound=StatedBody)


def state(
    key: OfficerKey,
    body: B,
    *,
    time: Instant,
    environment: Environment,
    line: bytes,
    entry: bytes = NO_ENTRY,
    commitment: bytes = NO_ENTRY,
    language: str = "",
) -> B:
    """The same body with the officer's statement on a line. `entry`: hash of what it is about."""
    unsigned = Statement(
        officer=key.officer,
        action=body.ACTION,
        entry=entry,
        commitment=commitment,
        detail=body.detail(),
        language=language,
        time=time,
    )
    return body.stated(_signed(key, unsigned, environment, line))


def word(
    key: OfficerKey, action: Action, detail: bytes, *, time: Instant, environment: Environment, line: bytes
) -> Statement:
    """A statement by itself, for bodies that carry several. `detail`: `body.detail()`. Raises LocalError."""
    unsigned = Statement(officer=key.officer, action=action, detail=detail, time=time)
    return _signed(key, unsigned, environment, line)


def _signed(key: OfficerKey, unsigned: Statement, environment: Environment, line: bytes) -> Statement:
    return replace(unsigned, signature=key.sign(unsigned.signed_bytes(environment, line)))
