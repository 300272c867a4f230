"""A console's server inside the test, at a real socket and without a node: for getting in."""

import asyncio
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx

from firebreak.console.context import Console
from firebreak.console.server import bind, serve_at, server_of
from firebreak.console.settings import Settings
from firebreak.core.base.instants import SECOND, Instant, Moment
from firebreak.core.envelope.card import Officer, Power
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.vault import LIGHT
from tests.console.authenticator import Authenticator
from tests.parties import Party

NOON = Instant(1_790_000_000_000)
PASSWORD = "quince saddle orbit fennel"
ANA = "Ana Vogt"


@dataclass
class Hands:
    """A clock that a test moves."""

    wall: int = NOON
    steady: int = 0

    def read(self) -> Moment:
        return Moment(Instant(self.wall), self.steady)

    def on(self, milliseconds: int) -> None:
        self.wall += milliseconds
        self.steady += milliseconds


def settings_in(folder: Path, **changes: Any) -> Settings:
    """Of a party in an otherwise empty folder."""
    settings = Settings(
        party="North", environment="exercise", folder=folder, key=bytes(range(32)), listen="127.0.0.1:0"
    )
    return replace(settings, **changes)


def roster(folder: Path, *officers: OfficerKey | str) -> None:
    """Put a card with these officers into the folder."""
    keys = [OfficerKey.generate(each) if isinstance(each, str) else each for each in officers]
    listed = tuple(Officer(name=each.officer, key=each.public, powers=(Power.DUTY,)) for each in keys)
    path = folder / "card.new"
    path.write_bytes(Party("North").signed(officers=listed).to_bytes())
    path.replace(folder / "card.fbcard")


@dataclass
class Door:
    """A server, and browsers in front of it."""

    console: Console
    hands: Hands
    said: list[str]
    verify: ssl.SSLContext | bool = False
    "Where it speaks TLS: which certificate is believed."
    browsers: list[httpx.AsyncClient] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return self.console.settings.origin

    def browser(self, token: str = "", **headers: str) -> httpx.AsyncClient:
        """A fresh browser on a page of ours, perhaps with a session."""
        settings = self.console.settings
        own = {"origin": self.origin, "host": settings.host, "sec-fetch-site": "same-origin"} | headers
        scheme = "https" if settings.tls else "http"
        made = httpx.AsyncClient(
            base_url=f"{scheme}://127.0.0.1:{settings.address[1]}",
            headers={name: value for name, value in own.items() if value},
            verify=self.verify,
            timeout=20,
        )
        if token:
            made.headers["cookie"] = f"{settings.cookie}={token}"
        self.browsers.append(made)
        return made

    def logged_in(self, name: str, *roles: str, officer: str | None = None) -> httpx.AsyncClient:
        """A browser of an account, which is made where it is missing."""
        accounts = self.console.accounts
        account = accounts.open_one(name) or accounts.make(name, roles or ("duty",), officer)
        return self.browser(self.console.sessions.begin(account, "link")[0])

    def token_for(self, name: str, *roles: str, officer: str | None = None, forget: bool = False) -> str:
        """The token of a one-time link."""
        accounts = self.console.accounts
        account = accounts.open_one(name) or accounts.make(name, roles or ("duty",), officer)
        return self.console.enrolment.link(account, forget=forget).rpartition("=")[2]

    async def enrol(self, browser: httpx.AsyncClient, token: str, device: Authenticator) -> httpx.Response:
        """Make a passkey with a link."""
        options = await browser.post("/api/enrolment/passkey/options", json={"token": token})
        if options.is_error:
            return options
        made = device.make(options.json(), self.origin)
        return await browser.post("/api/enrolment/finish", json={"token": token, "credential": made})

    async def log_in(self, browser: httpx.AsyncClient, device: Authenticator, **bent: Any) -> httpx.Response:
        """Log in with a passkey."""
        options = (await browser.post("/api/login/passkey/options", json={})).json()
        answer = device.answer(options, bent.pop("origin", self.origin), **bent)
        return await browser.post("/api/login/passkey", json={"credential": answer})


@asynccontextmanager
async def door(folder: Path, *, verify: bool = True, **changes: Any) -> AsyncGenerator[Door]:
    """A server that answers until the test leaves."""
    listener, settings = bind(settings_in(folder, **changes))
    said: list[str] = []
    hands = Hands()
    console = Console.open(settings, say=said.append, clock=hands, cost=LIGHT)
    over = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(serve_at(listener, server_of(console), over))
    opened = Door(console, hands, said)
    if settings.tls and verify:
        opened.verify = ssl.create_default_context(cafile=str(folder / "console" / "certificate.pem"))
        opened.verify.check_hostname = False
    try:
        async with opened.browser() as probe:
            await probe.get("/api/session")  # from here on it answers
        yield opened
    finally:
        for each in opened.browsers:
            await each.aclose()
        over.set_result(None)
        await serving
        console.close()


def played(work: Callable[[], Awaitable[None]]) -> None:
    """Run an asynchronous test."""

    async def bounded() -> None:
        async with asyncio.timeout(60):
            await work()

    asyncio.run(bounded())


def code(response: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal, whose form is checked on the way."""
    assert set(response.json()) == {"code", "text", "hint"}, response.text
    return response.status_code, response.json()["code"]


__all__ = ["ANA", "NOON", "PASSWORD", "SECOND", "Authenticator", "Door", "Hands", "code", "door", "played"]
