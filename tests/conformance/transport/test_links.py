"""What every link must do, held against the loopback and against WebSocket over real TLS."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.ports import Link, LinkDown
from firebreak.transport import loopback
from firebreak.transport.packets import PACKET_BYTES_MAX
from firebreak.transport.websocket import WebSocketLink, dial, listen
from tests.covering import covers
from tests.parties import NORTH, SOUTH

Ends = tuple[Link, Link]
Joined = Callable[[], AbstractAsyncContextManager[Ends]]


@asynccontextmanager
async def joined_loopback() -> AsyncIterator[Ends]:
    yield loopback.pair()


@asynccontextmanager
async def joined_websocket() -> AsyncIterator[Ends]:
    came: asyncio.Queue[WebSocketLink] = asyncio.Queue()
    over = asyncio.Event()

    async def welcome(link: WebSocketLink) -> None:
        came.put_nowait(link)
        await over.wait()

    listener = await listen("127.0.0.1:0", SOUTH.tls, [NORTH.tls.certificate], welcome)
    north = await dial(listener.address, NORTH.tls, SOUTH.tls.certificate)
    try:
        yield north, await came.get()
    finally:
        over.set()
        await north.close()
        await listener.close()


@pytest.fixture(params=[joined_loopback, joined_websocket], ids=["loopback", "websocket"])
def joined(request: pytest.FixtureRequest) -> Joined:
    return request.param


def run(joined: Joined, play: Callable[[Link, Link], Awaitable[None]]) -> None:
    """Play with two joined ends."""

    async def with_ends() -> None:
        async with joined() as (north, south):
            await play(north, south)

    asyncio.run(with_ends())


@covers("TRANSPORT-030")
def test_packets_arrive_complete_and_in_order_both_ways(joined: Joined) -> None:
    packets = [bytes([n]) * size for n, size in enumerate([0, 1, 33, 125, 126, 256, 65_535, 65_536, 7])]

    async def play(north: Link, south: Link) -> None:
        async def send_all(link: Link) -> None:
            for packet in packets:
                await link.send(packet)

        async def receive_all(link: Link) -> list[bytes]:
            return [await link.receive() for _ in packets]

        _, _, at_north, at_south = await asyncio.gather(
            send_all(north), send_all(south), receive_all(north), receive_all(south)
        )
        assert at_north == at_south == packets

    run(joined, play)


@covers("TRANSPORT-031")
def test_a_packet_that_is_too_long_is_our_own_mistake_and_the_link_stays_up(joined: Joined) -> None:
    async def play(north: Link, south: Link) -> None:
        with pytest.raises(LocalError) as refused:
            await north.send(bytes(PACKET_BYTES_MAX + 1))
        assert refused.value.code == "FB318"
        await north.send(b"still here")
        assert await south.receive() == b"still here"

    run(joined, play)


@covers("TRANSPORT-032")
@pytest.mark.parametrize("who", [0, 1], ids=["the first", "the second"])
def test_closing_one_end_takes_both_down(joined: Joined, who: int) -> None:
    async def play(*ends: Link) -> None:
        closing, other = ends[who], ends[1 - who]
        await closing.send(b"last words")
        await closing.close()
        await closing.close()
        assert await other.receive() == b"last words"
        for _ in range(2):
            with pytest.raises(LinkDown):
                await other.receive()
        for link in ends:
            with pytest.raises(LinkDown):
                await link.send(b"too late")
        with pytest.raises(LinkDown):
            await closing.receive()

    run(joined, play)


@covers("TRANSPORT-032")
def test_whoever_waits_for_a_packet_learns_that_the_link_is_down(joined: Joined) -> None:
    async def play(north: Link, south: Link) -> None:
        waiting = asyncio.create_task(south.receive())
        await north.send(b"one")
        assert await waiting == b"one"
        waiting = asyncio.create_task(south.receive())
        await north.close()
        with pytest.raises(LinkDown):
            await waiting

    run(joined, play)


@covers("TRANSPORT-033")
def test_a_wait_that_is_given_up_loses_no_packet(joined: Joined) -> None:
    async def play(north: Link, south: Link) -> None:
        waiting = asyncio.create_task(south.receive())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await north.send(b"for whoever waits next")
        assert await south.receive() == b"for whoever waits next"

    run(joined, play)


def test_a_link_has_a_name_for_people(joined: Joined) -> None:
    async def play(north: Link, south: Link) -> None:
        assert north.name.split()[0] in {"loopback", "tls"}
        assert south.name != ""

    run(joined, play)
