"""What pages show, and how it changes; and the pages that hold a desk."""

from typing import Annotated

from fastapi import APIRouter, Header, Query
from pydantic import Field
from starlette.responses import Response

from firebreak.console.asking import refused
from firebreak.console.fields import Desk, LineName
from firebreak.console.roles import Here, Speaking
from firebreak.console.routes.session import state_of
from firebreak.console.routes.speaking import Duty
from firebreak.console.strict import Strict
from firebreak.console.views.changes import encoded
from firebreak.console.views.positions import ALIVE_SECONDS, Beat
from firebreak.console.watching import Seen
from firebreak.core.base.errors import LocalError

router = APIRouter(prefix="/api", tags=["views"])

Cursor = Annotated[str, Query(max_length=64)]
LastEventId = Annotated[str, Header(max_length=64)]


class Beating(Strict):
    """A page says that it lives, every five seconds."""

    line: LineName
    desk: Desk
    sound: bool
    "Whether it can be heard: sound allowed by the browser and not muted."
    tab: Annotated[str, Field(min_length=8, max_length=64, pattern="^[A-Za-z0-9_-]+$")]
    "A random name that the page keeps while it is open."


class Held(Strict):
    """The position of a page."""

    position: str
    ends_seconds: int


@router.get("/snapshot")
async def snapshot(session: Speaking, console: Here, seen: Seen) -> Response:
    """Everything that a page shows, with the cursor from which changes follow."""
    own = encoded(state_of(console, session).model_dump())
    body = seen.views.board.snapshot()[:-1] + b',"session":' + own + b"}"
    return Response(body, media_type="application/json")


@router.get("/events", response_class=Response, responses={200: {"content": {"text/event-stream": {}}}})
async def events(
    session: Speaking, seen: Seen, after: Cursor = "", last_event_id: LastEventId = ""
) -> Response:
    """Changes that follow a cursor, as server-sent events."""
    return seen.streams.stream(session.id, last_event_id or after)


@router.post("/position")
async def position(body: Beating, session: Duty, seen: Seen) -> Held:
    """A page holds a desk: it counts there for 15 seconds from now."""
    beat = Beat(
        line=body.line,
        desk=body.desk,
        sound=body.sound,
        account=session.account,
        officer=session.officer,
        tab=body.tab,
    )
    try:
        held = await seen.positions.beat(session.id, beat)
    except LocalError as error:
        raise refused(error) from error
    return Held(position=held, ends_seconds=int(ALIVE_SECONDS))
