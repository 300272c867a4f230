"""Alerts of a console without its server: a clock that a test moves, a real database, a real mail server."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope

from firebreak.console.alerts.keeper import Alerts
from firebreak.console.alerts.part import make_alerts
from firebreak.console.alerts.phone import LegState, PhoneOutcome
from firebreak.console.context import Console
from firebreak.console.views.changes import Change
from firebreak.console.views.following import Views
from firebreak.console.views.nearby import Nearby
from firebreak.console.views.positions import Positions
from firebreak.console.views.streams import Streams
from firebreak.console.wallboard import Since
from firebreak.console.watching import Watching
from firebreak.keyring.vault import LIGHT
from tests.console.access import Hands, settings_in


@dataclass
class Phones:
    """Phones that end as they are told to; which rang, in order."""

    outcome: PhoneOutcome
    rung: list[str] = field(default_factory=list)
    state: LegState = LegState.IDLE

    def leg(self, _settings: Any, phone: str) -> "Phones":
        self.rung.append(phone)
        return self

    async def place(self, seconds: float) -> PhoneOutcome:
        assert seconds > 0
        return self.outcome

    async def hang_up(self) -> None: ...


@dataclass
class Living:
    """One console's alerts."""

    console: Console
    hands: Hands
    alerts: Alerts
    said: list[str]

    async def on(self, seconds: float) -> None:
        """Let time pass, and every attempt that this begins come to its end."""
        self.hands.on(int(seconds * 1_000))
        self.alerts.look()
        while self.alerts._ways:
            await asyncio.gather(*self.alerts._ways)

    def position(self, account: str, *, sound: bool = True, since: int = 0) -> None:
        value = {"id": account, "line": "south", "desk": "duty", "sound": sound, "account": account}
        self.alerts.board.publish(
            [Change("position", None, account, value | {"officer": None, "since": since})]
        )

    def chain(self) -> dict[str, str]:
        (alert,) = [each for each in self.alerts.book.alerts.values() if each.kind == "node_away"]
        return dict(alert.chain)

    def history(self, name: str = "a1") -> list[tuple[str, str, str]]:
        return [(each["what"], each["who"], each["detail"]) for each in self.alerts.kept.history(name)]


@contextmanager
def living(folder: Path, hands: Hands | None = None, **changes: Any) -> Iterator[Living]:
    """Of a party whose node is away."""
    hands, said = hands or Hands(), list[str]()
    console = Console.open(settings_in(folder, **changes), say=said.append, clock=hands, cost=LIGHT)
    views = Views(console.settings.socket)
    watching = Watching(
        views,
        Streams(views.board, lambda _: {}),
        Positions(console.settings.socket, views.board, lambda: hands.wall),
        Since(views.board),
        Nearby(folder / "tracks.sock", views.board),
    )
    try:
        yield Living(console, hands, make_alerts(console, watching), said)
    finally:
        console.close()


@dataclass
class Mailbox:
    """What a mail server took."""

    port: int = 0
    answer: str = "250 OK"
    letters: list[Envelope] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            self.letters.append(envelope)
        return self.answer


@asynccontextmanager
async def mail_server() -> AsyncIterator[Mailbox]:
    """A real one, on a port that the system chooses."""
    box = Mailbox()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(box, hostname="mail.example"), "127.0.0.1", 0)
    box.port = server.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        server.close()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(server.wait_closed(), 5)
