"""What the alerts have to know besides the picture: the node's health, and messages that pages hold no more.

The node is asked every ten seconds. That it does not answer in that time is a fact too: a node that hangs
keeps its socket.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.console.alerts.book import Book
from firebreak.console.certificates import CERTIFICATE, KEY, read_certificate
from firebreak.console.context import Console
from firebreak.console.views.asking import UNKNOWN_MESSAGE
from firebreak.console.views.following import Views
from firebreak.console.views.nearby import Nearby
from firebreak.core.base.errors import FirebreakError, LocalError

ASK_SECONDS: Final = 10.0
ANSWER_SECONDS: Final = 10.0
UNREAD_KINDS: Final = ("flash_unread", "stop_now")

Beyond = dict[str, tuple[str, dict[str, Any] | None]]


@dataclass(slots=True)
class Knowing:
    """See the top of this file."""

    console: Console
    views: Views
    book: Callable[[], Book]
    nearby: Nearby
    health: dict[str, Any] = field(default_factory=dict[str, Any])
    hangs: bool = False
    "Whether the node holds its socket and does not answer."
    beyond: Beyond = field(default_factory=dict[str, "tuple[str, dict[str, Any] | None]"])
    certificate_until: int | None = None

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self.certificate_until = self._certificate()
            await self.ask()
            await asyncio.sleep(ASK_SECONDS)

    async def ask(self) -> None:
        """Once."""
        if not self.views.board.ready:
            self.hangs = False
            return
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                self.health = (await self.views.ask("status")).get("health", {})
                self.beyond = await self._beyond()
            self.hangs = False
        except TimeoutError:
            self.hangs = True
        except LocalError:
            self.hangs = False  # it went, or is coming back: the views tell

    def card_until(self) -> int | None:
        """When our card ends, and with it everybody on its roster."""
        card = self.console.roster.card
        return None if card is None else card.valid_until or None

    def remember(self) -> None:
        """Keep messages of open alerts as they are now: a page may hold them no more in a moment."""
        for line, name in self._told():
            held = self.views.board.picture.of("message", line).get(name)
            if held is not None:
                self.beyond[name] = line, held

    def _told(self) -> list[tuple[str, str]]:
        alerts = [each for each in self.book().alerts.values() if each.kind in UNREAD_KINDS]
        return [(each.line or "", name) for each in alerts for name in each.subjects]

    async def _beyond(self) -> Beyond:
        """Messages of open alerts that are too old for a page: many newer ones make nothing read."""
        found: Beyond = {}
        for line, name in self._told():
            held = self.views.board.picture.of("message", line).get(name)
            found[name] = line, held or await self._message(line, name)
        return found

    async def _message(self, line: str, name: str) -> dict[str, Any] | None:
        try:
            return await self.views.ask("message", line=line, message=name)
        except LocalError as error:
            if error.code != UNKNOWN_MESSAGE:
                raise
            return None

    def _certificate(self) -> int | None:
        settings = self.console.settings
        if not settings.tls:
            return None
        path = settings.certificate or settings.files / CERTIFICATE
        key = settings.certificate_key or (path if settings.certificate else settings.files / KEY)
        try:
            return read_certificate(path, key).until
        except (FirebreakError, OSError):
            return None
