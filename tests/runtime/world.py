"""One node's pump on a store in memory, with a clock that the test moves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from firebreak.core.base.events import Event
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.line import Line
from firebreak.core.message.bodies import Message
from firebreak.runtime.outbox import Outbox
from firebreak.runtime.pump import Pump
from firebreak.store.memory import Fault, MemoryStore
from tests.pair import Pair, World


@dataclass
class Clock:
    """The clock of a test's world."""

    world: World

    def read(self):  # type: ignore[no-untyped-def]
        return self.world.moment()


@dataclass
class Bench:
    """North's pump, and what came out of it."""

    pump: Pump
    store: MemoryStore
    line: Line
    shown: list[Event] = field(default_factory=list)

    def outbox(self) -> Outbox:
        """The queue of a link that is up."""
        box = Outbox(self.line.identity.line, bytes(8), self.store)
        self.pump.link_up("south", box)
        return box

    async def send(self, text: str, precedence: Precedence = Precedence.ROUTINE):  # type: ignore[no-untyped-def]
        """Ask for a message."""
        return await self.pump.ask("south", lambda _line, _now: message(text, precedence))


def message(text: str, precedence: Precedence = Precedence.ROUTINE) -> Draft:
    """A message to be signed."""
    body = Message(to=("duty",), from_desk="duty", text=text)
    return Draft(kind=Kind.MESSAGE, body=body, precedence=precedence)


@asynccontextmanager
async def bench(fault: Fault | None = None) -> AsyncIterator[Bench]:
    """A running pump of a line whose segment is open."""
    pair = Pair()
    store = MemoryStore() if fault is None else MemoryStore(fault=fault)
    made = Bench(Pump({"south": pair.north.line}, store, Clock(pair.world)), store, pair.north.line)
    made.pump.show = lambda _line, event: made.shown.append(event)
    running = asyncio.create_task(made.pump.run())
    try:
        yield made
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await made.pump.close()
