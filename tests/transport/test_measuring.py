"""What a link carries: a narrow one is known from a wide one, whatever its round trip."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from firebreak.ports import LinkDown
from firebreak.transport.measuring import KILOBITS_MATTER, Carried
from firebreak.transport.websocket import WebSocketLink, dial, listen
from tests.parties import NORTH, SOUTH


async def relay(address: str, *, kilobits: float, delay: float) -> tuple[asyncio.Server, str]:
    """A way to an address that carries so much each way, and takes so long for it."""
    host, _, port = address.rpartition(":")

    async def carried(
        source: asyncio.StreamReader, target: asyncio.StreamWriter, forward: Callable[[], Awaitable[None]]
    ) -> None:
        loop, free, tasks = asyncio.get_running_loop(), 0.0, asyncio.Queue[tuple[float, bytes]]()

        async def deliver() -> None:
            while True:
                at, data = await tasks.get()
                await asyncio.sleep(max(0.0, at - loop.time()))
                target.write(data)

        delivering = asyncio.create_task(deliver())
        try:
            while data := await source.read(100):
                free = max(free, loop.time()) + (len(data) + 25) * 8 / (kilobits * 1_000)
                tasks.put_nowait((free + delay, data))
        finally:
            delivering.cancel()
            target.close()

    async def came(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        theirs, ours = await asyncio.open_connection(host, int(port))
        await asyncio.gather(
            carried(reader, ours, ours.drain), carried(theirs, writer, writer.drain), return_exceptions=True
        )

    server = await asyncio.start_server(came, "127.0.0.1", 0)
    return server, f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def _received(link: WebSocketLink) -> None:
    while True:
        await link.receive()


def measured(kilobits: float, delay: float) -> Carried:
    """As North finds the way to South."""

    async def welcome(link: WebSocketLink) -> None:
        with pytest.raises(LinkDown):
            await _received(link)

    async def work() -> Carried:
        listener = await listen("127.0.0.1:0", SOUTH.tls, [NORTH.tls.certificate], welcome)
        server, address = await relay(listener.address, kilobits=kilobits, delay=delay)
        link = await dial(address, NORTH.tls, SOUTH.tls.certificate)
        receiving = asyncio.create_task(link.receive())
        try:
            return await link.measure()
        finally:
            receiving.cancel()
            await link.close()
            server.close()
            await listener.close()

    return asyncio.run(work())


@pytest.mark.parametrize(("kilobits", "delay", "least", "most"), [(16, 0.3, 11, 22), (40, 0.005, 26, 56)])
def test_a_narrow_line_is_known_whatever_its_round_trip(
    kilobits: int, delay: float, least: int, most: int
) -> None:
    found = measured(kilobits, delay)
    assert least <= found.kilobits <= most
    assert (found.round_trip_ms >= 600) is (delay == 0.3)
    assert found.loss is None


def test_a_wide_line_has_room_for_all_that_a_call_could_use() -> None:
    assert measured(10_000, 0.0).kilobits > KILOBITS_MATTER
