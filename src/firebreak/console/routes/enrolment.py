"""What a one-time link opens: making a passkey or a password for an account."""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import Field

from firebreak.console import refusals
from firebreak.console.passwords import LENGTH_MAX, LENGTH_MIN
from firebreak.console.roles import Here
from firebreak.console.routes.session import Credential, SessionState, Slowly, begin
from firebreak.console.strict import Strict

router = APIRouter(prefix="/api/enrolment", tags=["enrolment"])

Token = Annotated[str, Field(min_length=1, max_length=64)]


class Opening(Strict):
    """The token of a link, from behind its `#`."""

    token: Token


class Opened(Strict):
    """Whose link it is."""

    name: str
    roles: list[str]
    officer: str | None
    party: str
    environment: str
    ends_at: int
    password_length_min: int


class Finish(Strict):
    """The link, and one or both ways in."""

    token: Token
    password: Annotated[str, Field(min_length=1, max_length=LENGTH_MAX)] | None = None
    credential: Credential | None = None


@router.post("/open")
async def open_link(body: Opening, console: Here, _place: Slowly) -> Opened:
    """Look at a link without using it up."""
    account, ends_at = console.enrolment.opened(body.token)
    return Opened(
        name=account.name,
        roles=list(account.roles),
        officer=account.officer,
        party=console.settings.party,
        environment=console.settings.environment,
        ends_at=ends_at,
        password_length_min=LENGTH_MIN,
    )


@router.post("/passkey/options")
async def passkey_options(body: Opening, console: Here, _place: Slowly) -> dict[str, Any]:
    """A challenge for a new passkey."""
    account, _ = console.enrolment.opened(body.token)
    return console.passkeys.to_make(account)


@router.post("/finish")
async def finish(body: Finish, response: Response, console: Here, _place: Slowly) -> SessionState:
    """Use the link up: keep the passkey, the password or both, and log in."""
    account, _ = console.enrolment.opened(body.token)
    if body.password is None and body.credential is None:
        raise refusals.malformed("a passkey or a password has to be made")
    passkey = None if body.credential is None else console.passkeys.made(account, body.credential)
    hashed = None if body.password is None else await console.passwords.hashed(account, body.password)
    if console.enrolment.finish(body.token, account, passkey, hashed):
        console.sessions.end_all(account.name)
    return begin(console, account, "link", response)
