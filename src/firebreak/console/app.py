"""The console's server, put together.

A part of the console brings a router, and perhaps something that runs beside the requests for as long as the
server does: both are named here, and nowhere else.
"""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Final

from fastapi import APIRouter, FastAPI

from firebreak import __version__
from firebreak.console import pages
from firebreak.console.alerts.part import alerting
from firebreak.console.answers import ERRORS, add_handlers
from firebreak.console.context import Console
from firebreak.console.guards import Guards, place_of_fault
from firebreak.console.inside.part import housing
from firebreak.console.own_map.part import grounding
from firebreak.console.routes import (
    accounts,
    alerts,
    carrying,
    enrolment,
    feed,
    inside,
    lines,
    nearby,
    notices,
    officer_key,
    own_map,
    plain,
    records,
    relay,
    releases,
    session,
    sound,
    voice_notes,
)
from firebreak.console.watching import watching

Part = Callable[[FastAPI, Console], AbstractAsyncContextManager[None]]
"Entered when the server starts, left when it ends. It may put what it keeps into `app.state`."

ROUTERS: Final[tuple[APIRouter, ...]] = (
    session.router,
    enrolment.router,
    officer_key.router,
    accounts.router,
    feed.router,
    lines.router,
    releases.router,
    nearby.router,
    own_map.router,
    notices.router,
    notices.texts,
    records.router,
    sound.router,
    voice_notes.router,
    carrying.router,
    relay.router,
    inside.router,
    plain.router,
    alerts.router,
    pages.router,  # last: it answers any name
)
PARTS: Final[tuple[Part, ...]] = (watching, alerting, housing, grounding)


def make_app(console: Console) -> FastAPI:
    """The whole server as an ASGI app."""

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncGenerator[None]:
        async with AsyncExitStack() as parts:
            try:
                for part in PARTS:
                    await parts.enter_async_context(part(app, console))
            except Exception as error:
                console.say(f"fault: {place_of_fault(error)}")
                raise
            yield

    app = FastAPI(
        title="Firebreak console",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        responses=ERRORS,
        lifespan=running,
        redirect_slashes=False,
    )
    app.state.console = console
    add_handlers(app)
    for each in ROUTERS:
        app.include_router(each)
    app.add_middleware(Guards, console=console)
    return app
