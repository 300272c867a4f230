"""The loopback loses, doubles and reorders exactly as its plan says."""

import asyncio

from firebreak.transport.loopback import Fate, pair


def arrived(*plan: Fate, sent: int) -> list[int]:
    async def play() -> list[int]:
        north, south = pair(plan)
        for n in range(sent):
            await north.send(bytes([n]))
        await north.send(b"\xff")
        found: list[int] = []
        while (packet := await south.receive()) != b"\xff":
            found.append(packet[0])
        return found

    return asyncio.run(play())


def test_without_a_plan_all_arrive() -> None:
    assert arrived(sent=3) == [0, 1, 2]


def test_packets_are_lost_doubled_and_held_back_as_planned() -> None:
    assert arrived(Fate.ARRIVES, Fate.IS_LOST, sent=3) == [0, 2]
    assert arrived(Fate.ARRIVES_TWICE, sent=2) == [0, 0, 1]
    assert arrived(Fate.WAITS, Fate.WAITS, sent=4) == [2, 0, 1, 3]
    assert arrived(Fate.WAITS, Fate.IS_LOST, sent=3) == [2, 0]
