"""Store, then send, then show; and nothing at all after a write that failed."""

import asyncio

import pytest

from firebreak.core.base.errors import LocalError, StorageError
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.message.events import MessageSent
from firebreak.core.record.frames import EntryFrame
from firebreak.store.memory import Fault
from tests.api.running import played
from tests.covering import covers
from tests.runtime.world import bench, message


@covers("I4")
def test_what_is_answered_is_stored_before_it_is_sent_and_shown() -> None:
    async def work() -> None:
        async with bench() as north:
            box = north.outbox()
            ref = await north.send("first")
            assert ref is not None
            assert north.store.find(north.line.identity.line, ref.hash) is not None
            assert any(isinstance(each, MessageSent) for each in north.shown)
            assert len(box) > 0

    played(work)


@covers("I29")
@pytest.mark.parametrize("took", [False, True])
def test_after_a_failed_write_nothing_is_sent_shown_or_answered_as_done(took: bool) -> None:
    async def work() -> None:
        async with bench(Fault(at=2, took=took)) as north:
            box = north.outbox()
            await north.send("kept")
            frames, shown, written = len(box), len(north.shown), north.line.writer.seq
            waiting = [asyncio.create_task(north.send(f"lost {number}")) for number in range(3)]
            for each in waiting:
                with pytest.raises(StorageError):
                    await each
            with pytest.raises(StorageError):
                await north.send("afterwards")
            assert (len(box), len(north.shown)) == (frames, shown)
            assert north.line.writer.seq <= written + 3, "nothing was signed after the failure"

    played(work)


@covers("I29")
def test_whoever_asks_while_a_write_fails_is_told_too() -> None:
    async def work() -> None:
        async with bench(Fault(at=1)) as north:
            first = asyncio.create_task(north.send("first"))
            await asyncio.sleep(0)
            second = asyncio.create_task(north.send("second"))
            for each in (first, second):
                with pytest.raises(StorageError):
                    await each

    played(work)


def test_a_refused_command_is_told_to_its_asker_alone() -> None:
    async def work() -> None:
        async with bench() as north:

            def refuse(*_: object) -> None:
                raise LocalError("not like this", code="FB333")

            def stumble(*_: object) -> None:
                raise ZeroDivisionError

            with pytest.raises(LocalError):
                await north.pump.ask("south", refuse)
            with pytest.raises(ZeroDivisionError):
                await north.pump.ask("south", stumble)
            assert await north.send("still here") is not None

    played(work)


def test_a_command_whose_asker_has_gone_does_not_stop_the_pump() -> None:
    async def work() -> None:
        async with bench() as north:

            def refuse(*_: object) -> None:
                raise LocalError("not like this", code="FB333")

            gone = asyncio.create_task(north.pump.ask("south", refuse))
            await asyncio.sleep(0)
            gone.cancel()
            assert await north.send("still here") is not None

    played(work)


def test_commands_that_wait_are_told_when_the_node_stops() -> None:
    async def work() -> None:
        async with bench() as north:
            north.pump._inputs.put(None)
            waiting = asyncio.create_task(north.send("never"))
            north.pump._held.clear()
        with pytest.raises(LocalError) as caught:
            await waiting
        assert caught.value.code == "FB336"

    played(work)


def test_under_load_one_commit_covers_many_messages() -> None:
    async def work() -> None:
        async with bench() as north:
            before = north.store.writes
            await asyncio.gather(*(north.send(f"{number}") for number in range(100)))
            assert north.store.writes - before < 20

    played(work)


@covers("I17")
def test_a_flash_goes_over_every_link_and_before_all_that_waits() -> None:
    async def work() -> None:
        async with bench() as north:
            boxes = [north.outbox(), north.outbox()]
            await asyncio.gather(*(north.send(f"{number}" * 200) for number in range(300)))
            flash = await north.pump.ask("south", lambda *_: message("stop", Precedence.FLASH))
            for box in boxes:
                first = box._heap[0][2]
                assert isinstance(first, EntryFrame)
                assert first.entry.ref == flash
                assert first.entry.header.kind == Kind.MESSAGE
                assert len(await box.take()) == 1, "a flash has a packet of its own"

    played(work)
