"""What a link carries, found out with pings (RFC 6455 §5.5.2), which every counterpart answers as it is.

A small ping gives the round trip. A train of larger ones, one behind the other, takes longer by what the
narrowest place of both directions needs for the rest of the train: that is its rate. A machine that was busy
makes the rate too small and never too large, so that a rate below what matters is asked for once more and
the better answer counts. What got lost is the system's own count of what it had to send again on this link.

A train is 2.4 kB each way, once in a quarter of an hour: 3 bytes a second.
"""

import asyncio
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from websockets.asyncio.connection import Connection

TRAIN: Final = 12
PAYLOAD_BYTES: Final = 110
WIRE_BYTES: Final = 200  # with the frame, its mask, TLS, TCP and IP around it
KILOBITS_MATTER: Final = 120  # above it a call can have all that it could use
KILOBITS_MAX: Final = 100_000  # a train tells no difference beyond
PATIENCE_SECONDS: Final = 30.0  # a train at 1 kbit/s takes twenty
SEGMENTS_MIN: Final = 100  # below it one lost segment would say nothing
TCP_INFO_BYTES: Final = 160
RETRANSMITTED_AT: Final = 100  # `tcpi_total_retrans` and `tcpi_segs_out` in Linux's `struct tcp_info`
SEGMENTS_OUT_AT: Final = 136


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What one link carried when it was measured."""

    round_trip_ms: int
    kilobits: int
    "Each way, the narrower of the two."
    loss: float | None
    "Share of what we sent that had to be sent again; None while too little was."


async def measure(connection: Connection) -> Carried:
    """Measure a link now. Raises ConnectionClosed, and TimeoutError for one that carries next to nothing."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        trip = min([await (await connection.ping(bytes([each]))) for each in range(3)])
        rate = await _rate(connection, trip)
        if rate < KILOBITS_MATTER:
            rate = max(rate, await _rate(connection, trip))
    return Carried(round_trip_ms=round(trip * 1_000), kilobits=rate, loss=_loss(connection))


async def _rate(connection: Connection, trip: float) -> int:
    loop = asyncio.get_running_loop()
    begun = loop.time()
    waits = [await connection.ping(bytes([each]) * PAYLOAD_BYTES) for each in range(TRAIN)]
    await waits[-1]
    longer = max(loop.time() - begun - trip, 0.000_001)
    return min(round((TRAIN - 1) * WIRE_BYTES * 8 / longer / 1_000), KILOBITS_MAX)


def _loss(connection: Connection) -> float | None:
    """From the system, where it tells: Linux does."""
    name = getattr(socket, "TCP_INFO", None)
    if name is None:
        return None
    plain = cast("socket.socket", connection.transport.get_extra_info("socket"))
    facts = plain.getsockopt(socket.IPPROTO_TCP, name, TCP_INFO_BYTES)
    if len(facts) < SEGMENTS_OUT_AT + 4:
        return None
    (again,) = struct.unpack_from("=I", facts, RETRANSMITTED_AT)
    (sent,) = struct.unpack_from("=I", facts, SEGMENTS_OUT_AT)
    return None if sent < SEGMENTS_MIN else round(min(1.0, again / sent), 3)


def best(carried: Mapping[str, Carried]) -> Carried | None:
    """Of several links the widest: a call may take any way."""
    return max(carried.values(), key=lambda each: each.kilobits, default=None)
