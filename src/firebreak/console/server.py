"""Listening, and ending in order. The HTTP server under it is uvicorn, told to log nothing."""

import asyncio
import shutil
import socket
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, suppress
from typing import Final

import uvicorn

from firebreak.config import LOOPBACK
from firebreak.console.app import make_app
from firebreak.console.certificates import held, tls_context
from firebreak.console.connections import Connection
from firebreak.console.context import Console
from firebreak.console.settings import Settings
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import iso
from firebreak.keyring.landlock import settle_down

CONNECTIONS_MAX: Final = 512
END_SECONDS: Final = 2  # for answers under way; streams of events are cut
HEADER_BYTES_MAX: Final = 16 * 1_024
BACKLOG: Final = 128
PASSING: Final = "passing"

Say = Callable[[str], None]


def bind(settings: Settings) -> tuple[socket.socket, Settings]:
    """Listen, and say where: with port 0 the system chooses one. Raises LocalError."""
    host, port = settings.address
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # said, or answers wait 40 ms
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1" if host == LOOPBACK[0] else host, port))
        listener.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        hint = "name another address under [console], or end what listens there"
        text = f"the console cannot listen on {settings.listen}: {error}"
        raise LocalError(text, code="FB517", hint=hint) from error
    return listener, settings.at(listener.getsockname()[1])


async def serve(settings: Settings, say: Say, *, until: Awaitable[object] | None = None) -> None:
    """Serve until `until` is done, or a signal comes. Raises LocalError before anything is served."""
    listener, settings = bind(settings)
    with ExitStack() as undo:
        undo.callback(listener.close)
        console = Console.open(settings, say=say)
        undo.callback(console.close)
        server = server_of(console)
        say(confined(settings))
        _greet(console)
        await serve_at(listener, server, until)


def confined(settings: Settings) -> str:
    """Give up what this process needs no more: its database is open. What was achieved, for people.

    What passes through (a bundle that the node writes for one answer) lies in a folder of its own.
    """
    passing = settings.files / PASSING
    shutil.rmtree(passing, ignore_errors=True)  # what a process left behind that was killed
    passing.mkdir(mode=0o700, parents=True, exist_ok=True)
    tempfile.tempdir = str(passing)
    return settle_down([settings.files])


async def serve_at(listener: socket.socket, server: uvicorn.Server, until: Awaitable[object] | None) -> None:
    """Answer at a listening socket until `until` is done, or a signal comes."""
    ending = None if until is None else asyncio.ensure_future(_then_end(until, server))
    try:
        await server.serve([listener])
    finally:
        if ending is not None:
            ending.cancel()


async def _then_end(until: Awaitable[object], server: uvicorn.Server) -> None:
    with suppress(OSError):
        await until
    server.should_exit = True


def server_of(console: Console) -> uvicorn.Server:
    """The HTTP server of a console. Raises LocalError for a certificate that cannot be used."""
    return uvicorn.Server(_config(console))


def _config(console: Console) -> uvicorn.Config:
    settings = console.settings
    context = None
    if settings.tls:
        found = held(settings, console.clock.read().wall)
        context = tls_context(found)
        console.say(f"certificate until {iso(found.until)}, SHA-256 {found.fingerprint}")
    return uvicorn.Config(
        make_app(console),
        loop="asyncio",
        http=Connection,
        ws="none",
        lifespan="on",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=CONNECTIONS_MAX,
        timeout_graceful_shutdown=END_SECONDS,
        h11_max_incomplete_event_size=HEADER_BYTES_MAX,
        ssl_context_factory=None if context is None else lambda _config, _default: context,
    )


def _greet(console: Console) -> None:
    console.say(f"console of {console.settings.party}: {console.settings.origin}/")
    link = console.enrolment.first()
    if link is not None and console.settings.show_link:
        console.say(f"no administrator yet; the first one opens, within 24 hours and once: {link}")
    elif link is not None:
        console.say("no administrator yet: `firebreak console link administrator` prints the first link")
