"""The public half of the key that an officer's browser made."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field

from firebreak.console.roles import Here, Speaking
from firebreak.console.routes.session import SessionState, state_of
from firebreak.console.strict import Strict

router = APIRouter(prefix="/api", tags=["officer key"])


class PublicKey(Strict):
    """Ed25519, 32 bytes in hex."""

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


@router.post("/officer-key")
async def officer_key(body: PublicKey, session: Speaking, console: Here) -> SessionState:
    """Let a key wait for the next card."""
    console.officer_keys.post(session, bytes.fromhex(body.key))
    return state_of(console, session)
