"""What a witness hands out: said to be held only once it is stored, and looked at once."""

import asyncio
import hashlib
from collections.abc import Sequence
from contextlib import suppress
from types import SimpleNamespace
from typing import Any, cast

import pytest

from firebreak.app import mailboxes
from firebreak.app.handed import REMEMBERED, Done
from firebreak.app.mailboxes import Box, Mailboxes
from firebreak.core.base.cbor import Value
from firebreak.core.record.compact import entry_value
from firebreak.core.record.deposits import Deposited
from firebreak.core.record.frames import EntryFrame
from firebreak.runtime.pump import Pump
from firebreak.store.memory import MemoryStore
from firebreak.transport.packets import PacketRefused
from tests.core.line.making import message
from tests.covering import covers
from tests.pair import LINE, Pair
from tests.runtime.world import Clock


class Witness:
    """Hands out everything again under new numbers, whatever is said to be held."""

    witness = SimpleNamespace(name="w")

    def __init__(self, packets: Sequence[bytes], rounds: int) -> None:
        self.packets, self.rounds, self.held = packets, rounds, list[int]()

    async def fetch(self, _mailbox: bytes, held: int) -> Any:
        self.held.append(held)
        if len(self.held) > self.rounds:
            return SimpleNamespace(record=SimpleNamespace(at=0), handed=[])
        handed = [
            Deposited(number=held + 1 + place, packet=packet, hash=hashlib.sha256(packet).digest())
            for place, packet in enumerate(self.packets)
        ]
        return SimpleNamespace(record=SimpleNamespace(at=0), handed=handed)


class Scene:
    """North fetches what South left at a witness while they were cut."""

    waits = False

    def __init__(self, monkeypatch: pytest.MonkeyPatch, rounds: int) -> None:
        self.pair, self.store = Pair(), MemoryStore()
        self.pair.later(2_000)
        self.pair.cut()
        self.line = self.pair.north.line
        self.ref = self.pair.south.say(message(self.pair.south, "take cover"))
        (entry,) = [each.entry for each in self.pair.south.stored if each.entry.hash == self.ref.hash]
        frame: Value = entry_value(EntryFrame(entry, full=True), b"")
        monkeypatch.setattr(mailboxes, "opened", lambda *_: b"")
        monkeypatch.setattr(mailboxes, "unpack", lambda _: [frame])
        monkeypatch.setattr(mailboxes, "ROUND_SECONDS", 0.0)
        self.pump = Pump({"south": self.line}, self.store, Clock(self.pair.world))
        self.witness = Witness([b"a packet"], rounds)
        self.box = Box(cast("Any", self.witness))

    @property
    def now(self) -> Any:
        return self.line.time.at(self.pair.world.moment())

    @property
    def stored(self) -> bool:
        return any(kept.entry.hash == self.ref.hash for _, kept in self.store.entries(LINE))

    async def fetch(self) -> None:
        running = asyncio.create_task(self.pump.run())
        lane: Any = SimpleNamespace(line=self.line, up=0, greeting_keys=())
        boxes = Mailboxes({}, [], self.pump, (), lambda _line, _text: None, lambda: self.waits)
        try:
            await boxes._fetch("south", lane, self.box)  # pyright: ignore[reportPrivateUsage]
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


@covers("WITNESS-043")
def test_what_waits_in_the_line_is_not_said_to_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene(monkeypatch, rounds=2)
    scene.line.intake.budgets.entries.take(30_000, scene.now)
    asyncio.run(scene.fetch())
    assert not scene.stored
    assert len(scene.line.intake) == 1
    assert (scene.box.held, scene.witness.held) == (0, [0])
    scene.pair.world.now += 1_000
    scene.line.intake.budgets.entries.take(-40_000, scene.now)
    asyncio.run(scene.fetch())
    assert scene.stored


@covers("WITNESS-043")
def test_what_found_no_room_in_the_line_is_handed_to_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene(monkeypatch, rounds=2)
    scene.line.intake.budgets.entries.take(30_000, scene.now)
    scene.line.intake.size += 1 << 20
    asyncio.run(scene.fetch())
    assert scene.line.intake.aside == 1
    assert scene.box.held == 0
    scene.line.intake.size -= 1 << 20
    scene.line.intake.budgets.entries.take(-40_000, scene.now)
    asyncio.run(scene.fetch())
    assert scene.stored
    assert scene.box.held == 1


@covers("WITNESS-043", "WITNESS-044")
def test_packets_handed_out_again_cost_the_line_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene(monkeypatch, rounds=50)
    asyncio.run(scene.fetch())
    assert scene.stored
    assert scene.box.held == 50
    entries = scene.line.intake.budgets.entries
    spent = entries.at_once * entries.period - entries._level  # pyright: ignore[reportPrivateUsage]
    assert spent <= 20 * entries.period


@covers("WITNESS-043")
def test_what_does_not_open_is_kept_at_the_witness_while_keys_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene(monkeypatch, rounds=1)

    def closed(*_: object) -> bytes:
        raise PacketRefused("sealed to another key", code="FB313")

    monkeypatch.setattr(mailboxes, "opened", closed)
    scene.waits = True
    asyncio.run(scene.fetch())
    assert (scene.box.held, scene.box.done.hashes) == (0, {})
    scene.waits, scene.witness.rounds = False, 2
    asyncio.run(scene.fetch())
    assert scene.box.held == 1


def test_only_so_many_packets_are_remembered() -> None:
    done = Done()
    handed = [Deposited(number=each, hash=each.to_bytes(32)) for each in range(REMEMBERED + 5)]
    done.note(handed)
    assert done.new(handed) == handed[:5]
