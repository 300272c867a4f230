"""What an administrator does: accounts, their one-time links, their end."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from firebreak.console.accounts import Account
from firebreak.console.context import Console
from firebreak.console.roles import Administrator, Here
from firebreak.console.sessions import Session
from firebreak.console.strict import Strict

router = APIRouter(prefix="/api/accounts", tags=["accounts"])

Name = Annotated[str, Field(min_length=1, max_length=64)]
Named = Annotated[str, Path(min_length=1, max_length=64)]


class Listed(Strict):
    """An account."""

    name: str
    roles: list[str]
    officer: str | None
    key: str | None
    "Of the officer: none, waiting or listed."
    revoked: bool
    "Its officer was taken off the roster: nobody gets in."
    passkeys: int
    password: bool
    link: bool
    "Whether a one-time link waits."
    made_at: int


class AllAccounts(Strict):
    """Open accounts, and names of closed ones."""

    accounts: list[Listed]
    closed: list[str]


class NewAccount(Strict):
    """An account to make."""

    name: Name
    roles: Annotated[list[Annotated[str, Field(max_length=32)]], Field(min_length=1, max_length=5)]
    officer: Name | None = None


class NewLink(Strict):
    """How the link is meant."""

    forget: bool = False
    "Whether it takes away every passkey and password of before, once it is used."


class Link(Strict):
    """A one-time link: hand it to its person, by a way that others do not read."""

    name: str
    link: str
    ends_at: int


class Closing(Strict):
    """An empty object."""


@router.get("")
async def all_accounts(_session: Administrator, console: Here) -> AllAccounts:
    """All accounts."""
    return AllAccounts(
        accounts=[_listed(console, each) for each in console.accounts.all()], closed=console.accounts.closed()
    )


@router.post("")
async def make(body: NewAccount, session: Administrator, console: Here) -> Link:
    """Make an account and its first link."""
    account = console.accounts.make(body.name, body.roles, body.officer)
    console.say(f"{session.account} made the account {account.name}: {', '.join(account.roles)}")
    return _link(console, account, session, forget=False)


@router.post("/{name}/link")
async def link(name: Named, body: NewLink, session: Administrator, console: Here) -> Link:
    """A new link for an account; the one before does not count any more."""
    return _link(console, console.accounts.known(name), session, forget=body.forget)


@router.post("/{name}/close")
async def close(name: Named, _body: Closing, session: Administrator, console: Here) -> AllAccounts:
    """Close an account for good and end its sessions."""
    account = console.accounts.close(name)
    console.sessions.end_all(account.name)
    console.say(f"{session.account} closed the account {account.name}")
    return await all_accounts(session, console)


def _link(console: Console, account: Account, session: Session, *, forget: bool) -> Link:
    console.say(f"{session.account} made a one-time link for {account.name}")
    made = console.enrolment.link(account, forget=forget)
    _, ends_at = console.enrolment.opened(made.rpartition("=")[2])
    return Link(name=account.name, link=made, ends_at=ends_at)


def _listed(console: Console, account: Account) -> Listed:
    state = console.officer_keys.state(account.officer)
    return Listed(
        name=account.name,
        roles=list(account.roles),
        officer=account.officer,
        key=None if state is None else str(state["key"]),
        revoked=console.accounts.revoked(account),
        made_at=account.made_at,
        **console.accounts.ways_in(account.name),
    )
