"""A seat at a desk: a client of a node together with the key of the officer who sits there."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.api.client import Client
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.line.registry import BODIES
from firebreak.keyring.keys import OfficerKey
from firebreak.keyring.officer import state

SHOWN_SECONDS: Final = 20.0  # for one event; two loaded cores need a fraction of a second
KEPT_MAX: Final = 256  # events remembered that nobody has waited for yet


@dataclass(slots=True)
class Seat:
    """One officer at one node."""

    client: Client
    key: OfficerKey = field(repr=False)
    _events: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    _came: asyncio.Event = field(default_factory=asyncio.Event)
    _watcher: "asyncio.Task[None] | None" = None

    async def open(self) -> None:
        """Listen to the node's events."""
        await self.client.subscribe()
        self._watcher = asyncio.create_task(self._watch())

    def close(self) -> None:
        """Stop listening."""
        if self._watcher is not None:
            self._watcher.cancel()

    async def _watch(self) -> None:
        async for event in self.client.events():
            self._events = [*self._events[-KEPT_MAX:], event]
            self._came.set()

    async def shown(self, event: str, **fields: Any) -> dict[str, Any]:
        """Wait until the node shows an event with these fields; each is taken once. Raises LocalError."""
        try:
            async with asyncio.timeout(SHOWN_SECONDS):
                while True:
                    for each in self._events:
                        if each["event"] == event and _fits(each, fields):
                            self._events.remove(each)
                            return each
                    self._came.clear()
                    await self._came.wait()
        except TimeoutError as error:
            recent = ", ".join(each["event"] for each in self._events[-8:])
            raise LocalError(
                f"the node did not show {event} {fields} within {SHOWN_SECONDS:.0f} s",
                code="FB360",
                hint=f"it showed {recent or 'nothing'}; look at the node's own output",
            ) from error

    async def jump(self, to: Instant) -> None:
        """Move the node's exercise clock."""
        now = (await self.client.ask("status"))["now"]
        if to > now:
            await self.client.ask("clock.jump", to=to)

    async def take_watch(self, desk: str) -> None:
        """Take the watch of a desk and attend it, so that calls ring."""
        await self.state("watch.take", desk=desk, role="exercise", languages=["en"])
        await self.client.ask("attend", desk=desk)

    async def end_watch(self, desk: str) -> None:
        """Leave a desk that nobody takes over."""
        await self.state("watch.hand-over", desk=desk)

    async def state(self, what: str, **arguments: Any) -> dict[str, Any]:
        """Say something that only an officer can say, signed here with the officer's key."""
        asked = await self.client.ask("prepare", what=what, **arguments)
        kind = Kind(asked["kind"])
        body = BODIES[kind].from_bytes(bytes.fromhex(asked["body"]))
        assert isinstance(body, StatedBody), kind
        signed = state(
            self.key,
            body,
            time=Instant((await self.client.ask("status"))["now"]),
            environment=Environment(asked["environment"]),
            line=bytes.fromhex(asked["line"]),
            entry=bytes.fromhex(asked["about"]),
            commitment=bytes.fromhex(asked["commitment"]),
            language="en",
        )
        return await self.client.ask("state", kind=int(kind), body=signed.to_bytes().hex())


def _fits(event: dict[str, Any], fields: dict[str, Any]) -> bool:
    return all(_field(event, name) == value for name, value in fields.items())


def _field(event: dict[str, Any], name: str) -> Any:
    """A field of an event; `hash` also looks into the entry that the event is about."""
    if name == "hash" and isinstance(event.get("ref"), dict):
        return event["ref"]["hash"]
    return event.get(name)
