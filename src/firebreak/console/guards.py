"""What stands before every route: whose page asks, how often, how much; and what every answer says.

A request that changes something has to name our own origin and to carry JSON, so that no other page can make
a browser send it. The name in `Host` has to be ours, so that no foreign name that was pointed at this address
can read anything.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from firebreak.console import refusals
from firebreak.console.answers import refusal
from firebreak.console.context import Console
from firebreak.console.rates import TILES, place_of
from firebreak.core.base.errors import FirebreakError

BODY_BYTES_MAX: Final = 256 * 1_024  # the longest text of a line has 8,000 code points, a credential 2 kB
BODY_SECONDS_MAX: Final = 10
SAFE: Final = ("GET", "HEAD")
YEAR: Final = 31_536_000

POLICY_PARTS: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
"Nothing from elsewhere, no script in a page, no frame around it."
POLICY: Final = "; ".join(POLICY_PARTS)

HEADERS: Final = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": (
        "microphone=(self), publickey-credentials-get=(self), publickey-credentials-create=(self),"
        " screen-wake-lock=(self), autoplay=(self), camera=(), geolocation=(), display-capture=(), usb=(),"
        " serial=(), payment=(), midi=()"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
NO_STORE: Final = "no-store"


@dataclass(slots=True)
class Guards:
    """The outermost layer of the app."""

    app: ASGIApp
    console: Console

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer by itself what is refused; hand on the rest."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send, self._headers())
        try:
            if (elsewhere := self._elsewhere(scope)) is not None:
                await RedirectResponse(elsewhere)(scope, receive, answer)
                return
            self._check(scope)
            await self.app(scope, await _whole(scope, receive), answer)
        except FirebreakError as error:
            await answer.instead(refusal(error), scope, receive)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not show itself to the page
            self.console.say(f"fault: {place_of_fault(error)}")
            await answer.instead(refusal(refusals.fault()), scope, receive)

    def _elsewhere(self, scope: Scope) -> str | None:
        """Somebody who typed the number instead of the name gets to the start page under the right one."""
        if scope["method"] not in SAFE or scope["path"] != "/":
            return None
        host = Headers(scope=scope).get("host", "").lower()
        return None if host == self.console.settings.host else f"{self.console.settings.origin}/"

    def _check(self, scope: Scope) -> None:
        """Raises Refused."""
        settings, headers = self.console.settings, Headers(scope=scope)
        client = scope.get("client")
        rates = self.console.rates
        budget = rates.tiles if scope["path"] == TILES else rates.addresses
        budget.take(place_of(client[0] if client else None))
        if headers.get("host", "").lower() != settings.host:
            raise refusals.foreign("another host is named")
        safe = scope["method"] in SAFE
        _check_site(headers, safe=safe, api=scope["path"].startswith("/api/"))
        if safe:
            return
        if headers.get("origin") != settings.origin:
            raise refusals.foreign("another origin is named, or none")
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise refusals.malformed("the body has to be application/json", refusals.BAD_REQUEST)

    def _headers(self) -> dict[str, str]:
        settings = self.console.settings
        strict = settings.secure and settings.certificate is not None
        return HEADERS | ({"strict-transport-security": f"max-age={YEAR}"} if strict else {})


def _check_site(headers: Headers, *, safe: bool, api: bool) -> None:
    """Browsers say where a request comes from; programs say nothing."""
    site = headers.get("sec-fetch-site")
    if site is None or site == "same-origin":
        return
    page = safe and not api and headers.get("sec-fetch-mode") == "navigate"
    if not page and not (safe and site == "none"):
        raise refusals.foreign("the browser says so")


async def _whole(scope: Scope, receive: Receive) -> Receive:
    """The body, read to its end before anything looks at it. Raises Refused: too large, too slow."""
    if scope["method"] in SAFE:
        return receive
    try:
        async with asyncio.timeout(BODY_SECONDS_MAX):
            body = await _body(scope, receive)
    except TimeoutError as error:
        raise refusals.malformed("the body came too slowly", refusals.BAD_REQUEST) from error
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again


async def _body(scope: Scope, receive: Receive) -> bytes:
    stated = Headers(scope=scope).get("content-length", "0")
    if not stated.isdecimal() or int(stated[:12]) > BODY_BYTES_MAX:
        raise refusals.too_large(BODY_BYTES_MAX)
    parts: list[bytes] = []
    more = True
    while more:
        message = await receive()
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
        if sum(map(len, parts)) > BODY_BYTES_MAX:
            raise refusals.too_large(BODY_BYTES_MAX)
    return b"".join(parts)


@dataclass(slots=True)
class _Answer:
    """Sends an answer with our headers, and knows whether one has begun."""

    send: Send
    headers: dict[str, str]
    begun: bool = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            found = MutableHeaders(raw=message["headers"])
            for name, value in self.headers.items():
                found.setdefault(name, value)
            found.setdefault("cache-control", NO_STORE)
            message["headers"] = found.raw
        await self.send(message)

    async def instead(self, response: ASGIApp, scope: Scope, receive: Receive) -> None:
        """Say why, unless half an answer is out already: then the connection ends."""
        if not self.begun:
            await response(scope, receive, self)


def place_of_fault(error: BaseException) -> str:
    """The kind of an error and where it arose: never its text, which may hold what somebody sent."""
    places: Iterable[str] = (
        f"{place.tb_frame.f_code.co_filename.rpartition('/')[2]}:{place.tb_lineno}"
        for place in _frames(error)
    )
    return f"{type(error).__name__} at {' > '.join([*places][-3:])}"


def _frames(error: BaseException) -> Iterable[TracebackType]:
    place = error.__traceback__
    while place is not None:
        yield place
        place = place.tb_next
