"""The part of the server that carries what pages of one house say to each other, and how routes reach it."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request

from firebreak.console.context import Console
from firebreak.console.inside.house import House


@asynccontextmanager
async def housing(app: FastAPI, console: Console) -> AsyncGenerator[None]:
    """For as long as the server runs. Entered after `watching`."""
    house = app.state.house = House(console, app.state.watching)
    console.sessions.ended.append(house.ended)
    try:
        yield
    finally:
        console.sessions.ended.remove(house.ended)


def house_of(request: Request) -> House:
    """The house of the server that answers a request."""
    found = request.app.state.house
    assert isinstance(found, House)
    return found


Inside = Annotated[House, Depends(house_of)]
"What stands between the pages of this console."
