"""An officer's word: made with the officer's key, put into the body that carries it (PROTOCOL §2.5)."""

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
    statement = word(
        key,
        body.ACTION,
        body.detail(),
        time=time,
        environment=environment,
        line=line,
        entry=entry,
        commitment=commitment,
        language=language,
    )
    return body.stated(statement)


def word(
    key: OfficerKey,
    action: Action,
    detail: bytes,
    *,
    time: Instant,
    environment: Environment,
    line: bytes,
    entry: bytes = NO_ENTRY,
    commitment: bytes = NO_ENTRY,
    language: str = "",
) -> Statement:
    """A statement by itself, for bodies that carry several. `detail`: `body.detail()`. Raises LocalError."""
    statement = Statement(
        officer=key.officer,
        action=action,
        entry=entry,
        commitment=commitment,
        detail=detail,
        language=language,
        time=time,
    )
    return replace(statement, signature=key.sign(statement.signed_bytes(environment, line)))
