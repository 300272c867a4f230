"""What is given back: as often as it is asked for, and not faster than the budget says."""

import asyncio

from firebreak.core.base.bucket import Bucket
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.matching.bodies import PART_BYTES, MatchingPart, Role
from firebreak.core.record.frames import EntryFrame, Resend
from firebreak.runtime.outbox import RUNS_MAX, Outbox
from firebreak.runtime.pace import Pace
from tests.api.running import played
from tests.covering import covers
from tests.runtime.world import Bench, bench


async def filled(north: Bench, count: int) -> list[Resend]:
    """So many messages in North's log; what gives all of it back."""
    for number in range(count):
        await north.send(f"{number} {'x' * 500}")
    log = north.line.logs.ours
    return [Resend(log.writer, each.id, 1, len(each.hashes)) for each in log.segments.values()]


@covers("LIMITS-010", "I22")
def test_a_log_that_is_asked_for_again_and_again_waits_once() -> None:
    async def work() -> None:
        async with bench() as north:
            (whole,) = await filled(north, 40)
            box = Outbox(north.line.identity.line, bytes(8), north.store)
            for _ in range(1_000):
                box.put(whole)
                box.put(Resend(whole.writer, whole.segment, 3, 9))
            for first in range(2, 30):
                box.put(Resend(whole.writer, whole.segment, first, whole.last + 1))
            assert len(box) <= RUNS_MAX
            sent: list[int] = []
            while len(box):
                sent.append(len(await box.take()))
            assert sum(sent) >= whole.last

    played(work)


@covers("LIMITS-010", "I22")
def test_giving_back_keeps_its_pace_and_a_flash_overtakes_it() -> None:
    async def work() -> None:
        async with bench() as north:
            (whole,) = await filled(north, 120)
            box = Outbox(north.line.identity.line, bytes(8), north.store, Pace(Bucket(1, 20_000)))
            box.put(whole)
            packets = 0
            while box._pause() == 0:
                await box.take()
                packets += 1
            assert 1 <= packets <= 3
            waiting = asyncio.create_task(box.take())
            await asyncio.sleep(0)
            assert not waiting.done()
            await north.send("FIRE", Precedence.FLASH)
            flash = next(
                each.entry
                for _, each in north.store.entries(north.line.identity.line, after=120)
                if each.entry.header.precedence is Precedence.FLASH
            )
            box.put(EntryFrame(flash))
            values = await asyncio.wait_for(waiting, 5)
            assert len(values) == 1

    played(work)


def test_a_hundred_runs_of_one_segment_are_joined() -> None:
    async def work() -> None:
        async with bench() as north:
            (whole,) = await filled(north, 60)
            box = Outbox(north.line.identity.line, bytes(8), north.store)
            for first in range(1, 60, 2):
                box.put(Resend(whole.writer, whole.segment, first, first))
            assert len(box) == RUNS_MAX
            count = 0
            while len(box):
                count += len(await box.take())
            assert count >= 30

    played(work)


@covers("I17", "MATCHING-001")
def test_a_flash_waits_for_one_part_of_a_matching_and_for_no_second() -> None:
    async def work() -> None:
        async with bench() as north:
            name, box = bytes(32), Outbox(north.line.identity.line, bytes(8), north.store)
            for number in range(1, 7):
                body = MatchingPart(
                    matching=name, role=Role.SETUP, number=number, of=6, whole=name, data=bytes(PART_BYTES)
                )
                draft = Draft(kind=Kind.MATCHING_PART, body=body)
                await north.pump.ask("south", lambda _line, _now, draft=draft: draft)
            await north.send("FIRE", Precedence.FLASH)
            frames = [EntryFrame(each.entry) for _, each in north.store.entries(north.line.identity.line)]
            parts = [each for each in frames if each.entry.header.kind == Kind.MATCHING_PART]
            for part in parts:
                box.put(part)
            under_way = await box.take()
            box.put(next(each for each in frames if each.precedence is Precedence.FLASH))
            assert len(under_way) == len(await box.take()) == 1
            assert [len(await box.take()) for _ in parts[1:]] == [1] * 5
            assert not len(box)

    played(work)
