"""The part of the server that keeps the alerts, and how routes reach it."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request

from firebreak.console.alerts.keeper import Alerts
from firebreak.console.alerts.kept import Kept
from firebreak.console.alerts.knowing import Knowing
from firebreak.console.alerts.reach import Reach
from firebreak.console.context import Console
from firebreak.console.watching import Watching


def make_alerts(console: Console, watching: Watching) -> Alerts:
    """The alerts of a console, with those that were open when the server last ended."""
    views = watching.views
    knowing = Knowing(console, views, lambda: alerts.book, watching.nearby)
    alerts = Alerts(
        board=views.board,
        kept=Kept(console.database),
        reach=reach_of(console),
        knowing=knowing,
        wall=lambda: console.clock.read().wall,
        say=console.say,
    )
    alerts.begin()
    return alerts


def reach_of(console: Console) -> Reach:
    """Its ways out of this machine."""
    settings = console.settings
    return Reach(settings.alarms, settings.environment, lambda: console.clock.read().steady / 1_000)


@asynccontextmanager
async def alerting(app: FastAPI, console: Console) -> AsyncGenerator[None]:
    """Keep the alerts for as long as the server runs. Entered after `watching`."""
    watching: Watching = app.state.watching
    alerts = app.state.alerts = make_alerts(console, watching)
    watching.views.heard.append(alerts.look)
    running = [asyncio.create_task(each) for each in (alerts.run(), alerts.knowing.run())]
    try:
        yield
    finally:
        watching.views.heard.remove(alerts.look)
        for each in running:
            each.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await each


def alerts_of(request: Request) -> Alerts:
    """The alerts of the server that answers a request."""
    found = request.app.state.alerts
    assert isinstance(found, Alerts)
    return found


Alarming = Annotated[Alerts, Depends(alerts_of)]
"The alerts of this server."
