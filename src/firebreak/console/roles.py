"""What an account may do, and the dependencies by which a route asks for it.

Duty = Annotated[Session, Depends(acting(Role.DUTY))]

@router.post("/api/lines/{line}/calls")
async def place(line: str, body: Place, session: Duty, console: Here) -> ...
"""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated, Final

from fastapi import Depends, Request

from firebreak.console import refusals
from firebreak.console.context import Console, console_of
from firebreak.console.sessions import Session


class Role(StrEnum):
    """A part that a person plays here."""

    DUTY = "duty"
    "Holds a desk: reads, acknowledges, sends, places and answers calls."
    LINGUIST = "linguist"
    "Reads everything, joins a call as interpreter, proposes text."
    RELEASER = "releaser"
    "Releases what two persons have to release."
    SUPERVISOR = "supervisor"
    "Reads everything, exports, suspends and restores a line."
    ADMINISTRATOR = "administrator"
    "Makes and closes accounts. Never speaks on a line, and reads none."


SPEAKING: Final = (Role.DUTY, Role.LINGUIST, Role.RELEASER, Role.SUPERVISOR)
"Everybody but administrators: who may see what is on the lines."


def acting(*roles: Role, tiles: bool = False) -> Callable[[Request], Awaitable[Session]]:
    """A dependency: the session of whoever asks, with one of these roles; with any role if none is named."""

    async def session(request: Request) -> Session:
        console = console_of(request)
        found = console.sessions.find(request.cookies.get(console.settings.cookie, ""))
        (console.rates.drawing if tiles else console.rates.accounts).take(found.account)
        if roles and not {*roles} & {*found.roles}:
            raise refusals.not_for(" or ".join(roles))
        return found

    return session


Here = Annotated[Console, Depends(console_of)]
"The console that answers."
Anybody = Annotated[Session, Depends(acting())]
"Whoever is logged in, administrators too."
Speaking = Annotated[Session, Depends(acting(*SPEAKING))]
"Whoever may see the lines."
Administrator = Annotated[Session, Depends(acting(Role.ADMINISTRATOR))]
