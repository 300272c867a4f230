"""One path between two nodes: two ways, each with the real outbox at its start.

A good path carries packets in order and completely until it is cut. A bad one does what its manner says.
A packet that it changes or shortens does not open any more: it travels sealed (TRANSPORT-013).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from firebreak.core.base.cbor import Value
from firebreak.core.base.instants import SECOND
from firebreak.core.envelope.entry import Entry, read_entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.frames import EntryFrame, Frame, HaveFrame, Resend, pack
from firebreak.runtime.outbox import Outbox
from firebreak.sim.engine import LINE, drive

if TYPE_CHECKING:
    from firebreak.sim.node import Node
    from firebreak.sim.world import World

WITHHELD: Final = frozenset({Kind.RECEIPT_NODE, Kind.RECEIPT_DESK, Kind.CALL_RINGING, Kind.CHECK_PONG})
"What a counterpart leaves out that does not want to admit anything."


@dataclass(slots=True)
class Manner:
    """How a path treats packets. Shares are of a thousand packets."""

    latency_ms: int = 20
    jitter_ms: int = 0
    loss: int = 0
    double: int = 0
    shuffle: int = 0
    spoil: int = 0
    bytes_per_second: int = 0
    "0 for as many as one likes."

    @property
    def orderly(self) -> bool:
        """Whether all that is sent arrives, in order and unharmed, while the path is up."""
        return not (self.loss or self.double or self.shuffle or self.spoil)


@dataclass(frozen=True, slots=True)
class Leaving:
    """An entry in a packet."""

    entry: Entry
    full: bool


class WatchedOutbox(Outbox):
    """The real outbox; it remembers what it has put into the packet at hand."""

    def __init__(self, node: "Node") -> None:
        assert node.store is not None
        assert node.line is not None
        super().__init__(node.identity.line, node.line.writer.signer.key_id, node.store)
        self.node = node
        self.leaving: list[Leaving] = []
        self.urgent: dict[bytes, int] = {}
        "Flash entries that wait, and how many packets without any flash have left since."

    def put(self, frame: Frame) -> None:
        """Queue a frame."""
        if isinstance(frame, EntryFrame) and frame.precedence == 3:  # noqa: PLR2004
            self.urgent.setdefault(frame.entry.hash, 0)
        super().put(frame)

    def packet(self) -> tuple[list[Value], list[Leaving]]:
        """The frames of the next packet, and the entries among them."""
        self.leaving = []
        values = drive(self.take())
        return values, self.leaving

    def _values(self, item: "tuple[int, int, Frame]") -> "Iterator[tuple[Value, int]]":
        frame = item[2]
        for value, size in super()._values(item):
            if isinstance(frame, EntryFrame):
                assert isinstance(value, list)
                self.leaving.append(Leaving(frame.entry, value[1] == 0))
            elif isinstance(frame, Resend):
                self.leaving.append(Leaving(_resent(value), full=True))
            yield value, size


def _resent(value: Value) -> Entry:
    assert isinstance(value, list)
    _, _, payload, signature, salt, body = value
    return read_entry(payload, signature, salt, body)  # type: ignore[arg-type]


class Sealed(NamedTuple):
    """A packet on its way, under a seal that fits these bytes and no others."""

    packet: bytes
    seal: bytes

    @property
    def opens(self) -> bool:
        """Whether nothing was changed."""
        return self.seal == _seal(self.packet)


def _seal(packet: bytes) -> bytes:
    return hashlib.sha256(packet).digest()


@dataclass(eq=False, slots=True)
class Way:
    """One direction of a path."""

    sender: "Node"
    receiver: "Node"
    box: WatchedOutbox
    blocked: bool = False
    "Half open: what is sent this way is lost, and nobody notices."
    withholds: bool = False
    free_at: int = 0
    last_at: int = 0
    under_way: int = 0


@dataclass(eq=False, slots=True)
class Link:
    """A path that is up."""

    world: "World"
    manner: Manner
    ways: list[Way] = field(default_factory=list[Way])
    up: bool = True
    born: int = 0

    @property
    def quiet(self) -> bool:
        """Whether nothing waits and nothing is under way."""
        return not any(len(way.box) or way.under_way for way in self.ways)

    def join(self, one: "Node", other: "Node") -> None:
        """It comes up between two running nodes."""
        self.born = self.world.now
        for sender, receiver in ((one, other), (other, one)):
            assert sender.engine is not None
            way = Way(sender, receiver, WatchedOutbox(sender))
            self.ways.append(way)
            sender.links.append(self)
            sender.engine.pump.link_up(LINE, way.box)

    def cut(self) -> None:
        """It goes down; what was on its way arrives no more."""
        if not self.up:
            return
        self.up = False
        for way in self.ways:
            way.sender.links.remove(self)
            if way.sender.engine is not None:
                way.sender.engine.pump.link_down(LINE, way.box)
        self.world.links.remove(self)
        self.world.was_cut(self)

    def way_from(self, node: "Node") -> Way:
        """The direction that a node sends in."""
        return next(way for way in self.ways if way.sender is node)

    def pull(self, node: "Node") -> None:
        """Send what the node has for this path, as fast as it takes it."""
        way = self.way_from(node)
        while self.up and len(way.box) and way.free_at <= self.world.now:
            self._send(way)

    def _send(self, way: Way) -> None:
        values, leaving = way.box.packet()
        way.sender.effect("send")
        self.world.oracles.left(way, leaving)
        if way.withholds:
            values = [each for each in values if not _admits(each, leaving)]
        packet = pack(values)
        self.world.note(way.sender, f"sends {len(packet)} bytes with {len(leaving)} entries")
        self._occupy(way, len(packet))
        if self.world.relay.take(way, packet, leaving):
            return
        if way.blocked or self._happens(self.manner.loss):
            return
        for _ in range(2 if self._happens(self.manner.double) else 1):
            spoilt = self._happens(self.manner.spoil)
            sealed = Sealed(self._spoil(packet) if spoilt else packet, _seal(packet))
            self._carry(way, sealed, [] if spoilt else leaving)

    def _occupy(self, way: Way, size: int) -> None:
        speed = self.manner.bytes_per_second
        if speed:
            way.free_at = self.world.now + size * SECOND // speed + 1
            self.world.later(way.free_at, lambda: self._go_on(way))

    def _go_on(self, way: Way) -> None:
        if self.up:
            self.world.guard(way.sender, lambda: self.pull(way.sender))

    def _carry(self, way: Way, sealed: Sealed, leaving: list[Leaving]) -> None:
        chance, manner = self.world.chance, self.manner
        at = self.world.now + manner.latency_ms
        at += chance.randint(0, manner.jitter_ms) if manner.jitter_ms else 0
        if self._happens(manner.shuffle):
            at += chance.randint(0, 10 * SECOND)
        else:
            at = way.last_at = max(at, way.last_at)
        way.under_way += 1
        self.world.later(at, lambda: self._arrive(way, sealed, leaving))

    def _arrive(self, way: Way, sealed: Sealed, leaving: list[Leaving]) -> None:
        way.under_way -= 1
        if self.up:
            self.world.oracles.arrives(way.receiver, leaving)
            if sealed.opens:
                way.receiver.arrive(sealed.packet)
            else:
                self.world.note(way.receiver, "drops a packet")

    def _happens(self, share: int) -> bool:
        return bool(share) and self.world.chance.randrange(1_000) < share

    def _spoil(self, packet: bytes) -> bytes:
        place = self.world.chance.randrange(len(packet))
        if self.world.chance.random() < 0.3:  # noqa: PLR2004
            return packet[:place]
        return (
            packet[:place]
            + bytes([packet[place] ^ 1 << self.world.chance.randrange(8)])
            + packet[place + 1 :]
        )


def _admits(value: Value, leaving: list[Leaving]) -> bool:
    """Whether a frame carries an entry of a kind that admits something."""
    assert isinstance(value, list)
    held = {each.entry.signature: each.entry.header.kind for each in leaving}
    signature = value[3] if len(value) > 3 else None  # noqa: PLR2004
    return isinstance(signature, bytes) and held.get(signature) in WITHHELD


assert HaveFrame
