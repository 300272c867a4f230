"""How a page reaches the other side: the relay, with a pass of ten minutes, or its own addresses."""

from typing import Any

from fastapi import APIRouter

from firebreak.console.relays import pass_for
from firebreak.console.roles import Here
from firebreak.console.routes.speaking import Voiced
from firebreak.console.strict import Strict

router = APIRouter(prefix="/api", tags=["sound"])


class Reaching(Strict):
    """What a browser needs to build a path."""

    servers: list[dict[str, Any]]
    "As browsers take them (`RTCIceServer`); empty: there is no relay."
    relay_only: bool
    "No address of the desk may be shown to the other side."
    ends_at: int | None
    "When the pass runs out, milliseconds UTC. A path that stands outlives it."


@router.get("/relay")
async def relay(session: Voiced, console: Here) -> Reaching:
    """A pass for the relay, named after the session and not after the person."""
    settings = console.settings.relay
    if settings is None:
        return Reaching(servers=[], relay_only=False, ends_at=None)
    made = pass_for(settings, session.id, console.clock.read().wall)
    return Reaching(servers=[made.server()], relay_only=settings.relay_only, ends_at=made.ends_at)
