"""The pump: store, then send, then show; and nobody is left waiting."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from firebreak.core.base.errors import LocalError, StorageError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Moment
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.message.bodies import Message
from firebreak.ports import Kept
from firebreak.runtime.outbox import Outbox
from firebreak.runtime.pump import Pump
from firebreak.store.memory import Fault, MemoryStore
from tests.covering import covers
from tests.pair import Pair, World


def message(text: str) -> Draft:
    return Draft(kind=Kind.MESSAGE, body=Message(to=("duty",), from_desk="duty", text=text))


@dataclass
class Noting(MemoryStore):
    """A store that says when something is durable."""

    diary: list[str] = field(default_factory=list[str])
    broken: bool = False

    def __post_init__(self) -> None:
        super().__init__(fault=Fault(at=1 if self.broken else 0))

    def append(self, entries: Sequence[Kept]) -> None:
        super().append(entries)
        self.diary.append("stored")


@dataclass
class TestClock:
    """Time stands still."""

    __test__ = False
    world: World

    def read(self) -> Moment:
        return self.world.moment()


@dataclass
class Set:
    """A pump on one line of the default pair, with a link that is up."""

    broken: bool = False
    pair: Pair = field(default_factory=Pair)
    store: Noting = field(init=False)
    pump: Pump = field(init=False)
    outbox: Outbox = field(init=False)

    def __post_init__(self) -> None:
        self.store = Noting(broken=self.broken)
        line = self.pair.north.line
        self.pump = Pump({"south": line}, self.store, TestClock(self.pair.world), self._show)
        self.outbox = Outbox(line.identity.line, line.writer.signer.key_id, self.store)

    def _show(self, _line: str, _event: Event) -> None:
        self.store.diary.append("shown")

    async def link(self) -> None:
        """Carry whatever is to be sent."""
        while True:
            await self.outbox.take()
            self.store.diary.append("sent")


def test_what_is_said_is_stored_then_sent_then_shown_and_only_then_answered() -> None:
    async def main() -> list[str]:
        setting = Set()
        running = [asyncio.create_task(each) for each in (setting.pump.run(), setting.link())]
        setting.pump.link_up("south", setting.outbox)
        await asyncio.sleep(0.01)
        setting.store.diary.clear()
        await setting.pump.ask("south", lambda _line, _at: message("all quiet"))
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await setting.pump.close()
        return setting.store.diary[:3]

    assert asyncio.run(main()) == ["stored", "sent", "shown"]


@covers("I29")
def test_nothing_is_sent_or_answered_when_the_store_fails() -> None:
    async def main() -> list[str]:
        setting = Set(broken=True)
        running = asyncio.create_task(setting.pump.run())
        linked = asyncio.create_task(setting.link())
        with pytest.raises(StorageError):
            await setting.pump.ask("south", lambda _line, _at: message("all quiet"))
        with pytest.raises(StorageError):
            await running
        with pytest.raises(StorageError):
            await setting.pump.ask("south", lambda _line, _at: message("still there?"))
        linked.cancel()
        await setting.pump.close()
        return setting.store.diary

    assert asyncio.run(main()) == []


def test_whoever_still_waits_when_the_node_stops_is_told() -> None:
    async def main() -> str:
        setting = Set()
        asking = asyncio.create_task(setting.pump.ask("south", lambda _line, _at: message("too late")))
        await asyncio.sleep(0)
        await setting.pump.close()
        with pytest.raises(LocalError) as raised:
            await asking
        return raised.value.code

    assert asyncio.run(main()) == "FB336"


def test_a_stop_in_the_middle_of_a_commit_loses_nothing_that_was_signed() -> None:
    async def main() -> list[str]:
        setting = Set()
        running = asyncio.create_task(setting.pump.run())
        asking = asyncio.create_task(setting.pump.ask("south", lambda _line, _at: message("just now")))
        for _ in range(3):
            await asyncio.sleep(0)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        await setting.pump.close()
        await asyncio.gather(asking, return_exceptions=True)
        line = setting.pair.north.line
        kept = [kept.entry.ref for _, kept in setting.store.entries(line.identity.line)]
        assert line.logs.ours.tip == kept[-1]
        return setting.store.diary[:1]

    assert asyncio.run(main()) == ["stored"]
