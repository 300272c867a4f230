"""Who is logged in; logging in and out."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from firebreak.console.accounts import Account
from firebreak.console.context import Console
from firebreak.console.passwords import LENGTH_MAX
from firebreak.console.rates import place_of
from firebreak.console.roles import Anybody, Here
from firebreak.console.sessions import Session
from firebreak.console.strict import Strict

router = APIRouter(prefix="/api", tags=["session"])

Credential = Annotated[dict[str, Any], Field(max_length=16)]
"What `navigator.credentials` gave, as JSON."


class OfficerState(Strict):
    """The officer of an account, and how far the key in the browser is."""

    name: str
    key: str
    "`none`, `waiting` for the next card, or `listed`."
    listed: str | None
    "The key on the roster, in hex; the browser compares it with its own."
    waiting: str | None
    powers: list[str]


class SessionState(Strict):
    """Who is logged in, and until when."""

    id: str
    name: str
    roles: list[str]
    officer: OfficerState | None
    how: str
    ends_at: int
    idle_milliseconds: int
    party: str
    environment: str


class PasswordLogin(Strict):
    """A name and its password of last resort."""

    name: Annotated[str, Field(min_length=1, max_length=64)]
    password: Annotated[str, Field(min_length=1, max_length=LENGTH_MAX)]


class PasskeyLogin(Strict):
    """The answer of a passkey to a challenge."""

    credential: Credential


class Nothing(Strict):
    """An empty object."""


def slowly(request: Request, console: Here) -> str:
    """Where a try comes from, counted: for what costs a hash or a place in memory."""
    place = place_of(request.client.host if request.client else None)
    console.rates.entries.take(place)
    return place


Slowly = Annotated[str, Depends(slowly)]


def state_of(console: Console, session: Session) -> SessionState:
    """A session for its page."""
    found = console.officer_keys.state(session.officer)
    return SessionState(
        id=session.id,
        name=session.account,
        roles=list(session.roles),
        officer=None if found is None else OfficerState.model_validate(found),
        how=session.how,
        ends_at=session.ends_at,
        idle_milliseconds=session.idle_milliseconds,
        party=console.settings.party,
        environment=console.settings.environment,
    )


def begin(console: Console, account: Account, how: str, response: Response) -> SessionState:
    """A session, with its cookie: not for scripts, not for other sites, gone when the browser closes."""
    token, session = console.sessions.begin(account, how)
    console.say(f"{account.name} is logged in by {how}, session {session.id}")
    settings = console.settings
    response.set_cookie(
        settings.cookie, token, path="/", secure=settings.secure, httponly=True, samesite="strict"
    )
    return state_of(console, session)


@router.get("/session")
async def session(session: Anybody, console: Here) -> SessionState:
    """Who is logged in here."""
    return state_of(console, session)


@router.post("/login/password")
async def login_password(
    body: PasswordLogin, response: Response, console: Here, place: Slowly
) -> SessionState:
    """Log in with the password of last resort."""
    account = await console.passwords.open(body.name, body.password, place)
    return begin(console, account, "password", response)


@router.post("/login/passkey/options")
async def login_passkey_options(_body: Nothing, console: Here, _place: Slowly) -> dict[str, Any]:
    """A challenge for whatever passkey is at hand."""
    return console.passkeys.to_open()


@router.post("/login/passkey")
async def login_passkey(
    body: PasskeyLogin, response: Response, console: Here, _place: Slowly
) -> SessionState:
    """Log in with a passkey."""
    return begin(console, console.passkeys.open(body.credential), "passkey", response)


@router.post("/logout")
async def logout(_body: Nothing, session: Anybody, response: Response, console: Here) -> Nothing:
    """End this session. The officer's key stays in the browser."""
    console.sessions.end(session.id)
    settings = console.settings
    response.delete_cookie(
        settings.cookie, path="/", secure=settings.secure, httponly=True, samesite="strict"
    )
    return Nothing()
