"""The own map while the server runs, and how routes reach it. One that is wrong stops nothing else."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request

from firebreak.console.context import Console
from firebreak.console.own_map.archive import OwnMap
from firebreak.core.base.errors import LocalError


@dataclass(slots=True)
class Ground:
    """What there is of a map of one's own."""

    map: OwnMap | None = None
    fault: str = ""
    "Code of what is wrong with the file; empty where none is named, or all is well."

    def told(self) -> dict[str, Any]:
        """For the page."""
        return {"map": None if self.map is None else self.map.told(), "fault": self.fault or None}


@asynccontextmanager
async def grounding(app: FastAPI, console: Console) -> AsyncGenerator[None]:
    """For as long as the server runs."""
    found = app.state.ground = opened(console)
    try:
        yield
    finally:
        if found.map is not None:
            found.map.close()


def opened(console: Console) -> Ground:
    """As the settings name it. What is wrong goes to the operator."""
    path = console.settings.map_tiles
    if path is None:
        return Ground()
    try:
        return Ground(OwnMap.open(path))
    except LocalError as error:
        console.say(f"{error} ({error.hint})")
        return Ground(fault=error.code)


def ground_of(request: Request) -> Ground:
    """Of the server that answers a request."""
    found = request.app.state.ground
    assert isinstance(found, Ground)
    return found


Grounded = Annotated[Ground, Depends(ground_of)]
"The own map of this console."
