"""South's keys in hands that mean harm: real TLS, real packets, signed entries without end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from firebreak.app.house import House
from firebreak.app.lanes import LaneMaker
from firebreak.app.links import Lane
from firebreak.config import LineConfig
from firebreak.core.base.cbor import Value
from firebreak.core.base.shape import Body
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import NOWHERE, Span
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.writer import Writer
from firebreak.core.message.bodies import Message
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame, pack
from firebreak.keyring.keys import NodeKeys, SignerKeys
from firebreak.keyring.signer import InProcessSigner
from firebreak.runtime.clocks import SystemClock
from firebreak.store.memory import MemoryStore
from firebreak.transport.hello import greet_first
from firebreak.transport.kem import KemKey
from firebreak.transport.sealing import Sealer
from firebreak.transport.tls import TlsIdentity
from firebreak.transport.websocket import WebSocketLink, dial
from tests.plays.paired import PASSPHRASE


@dataclass
class Flooder:
    """South, when it means harm."""

    lane: Lane
    tls: TlsIdentity
    address: str
    writer: Writer = field(init=False)
    sent_bytes: int = 0
    sent: list[Entry] = field(default_factory=list[Entry])

    @classmethod
    def at(cls, folder: Path) -> "Flooder":
        """From South's folder."""
        house = House.at(folder)
        keys = NodeKeys.load(house.node_keys, PASSPHRASE, environment=house.config.environment)
        secret = SignerKeys.load(house.signer_keys, PASSPHRASE, environment=house.config.environment)
        signer = InProcessSigner(secret, house.config.environment)
        maker = LaneMaker(house, MemoryStore(), signer, KemKey.generate())
        lane = maker.lane(LineConfig("north"))
        made = cls(lane, TlsIdentity(keys.certificate, keys.tls_key_pem), house.config.lines[0].dial[0])
        made.writer = lane.line.writer
        made.writer.continue_from(NOWHERE)
        return made

    @asynccontextmanager
    async def link(self) -> AsyncIterator[tuple[WebSocketLink, Sealer]]:
        """A link on which North believes to talk to South."""
        link = await dial(self.address, self.tls, *self.lane.certificates)
        try:
            session = await greet_first(link, self.lane.greeter(self.tls, link.counterpart))
            sealer = self.lane.sealer_for(session)
            if sealer.epoch_packet:
                await link.send(sealer.epoch_packet)
            yield link, sealer
        finally:
            await link.close()

    async def send(self, link: WebSocketLink, sealer: Sealer, values: list[Value]) -> None:
        """One packet of frames."""
        for packet in sealer.seal(pack(values), SystemClock().read().wall):
            await link.send(packet)
            self.sent_bytes += len(packet)

    def entry(self, kind: Kind, body: Body, precedence: Precedence = Precedence.ROUTINE) -> Value:
        """One more signed entry, as a frame."""
        now = SystemClock().read().wall
        entry = self.writer.write(Draft(kind=kind, body=body, precedence=precedence), Span(now, now), None)
        self.sent.append(entry)
        return entry_value(EntryFrame(entry), self.writer.signer.key_id)

    def words(self, text: str, precedence: Precedence = Precedence.ROUTINE) -> Value:
        """A message."""
        return self.entry(
            Kind.MESSAGE, Message(to=("duty",), from_desk="duty", text=text), precedence=precedence
        )


@dataclass(frozen=True)
class Cost:
    """What a process has used."""

    memory: int
    cpu_seconds: float
    disk: int

    @classmethod
    def of(cls, process: int, folder: Path) -> "Cost":
        """Now."""
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
        times = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        disk = sum(each.stat().st_size for each in folder.glob("node.db*"))
        return cls(pages * 4_096, (int(times[11]) + int(times[12])) / 100, disk)
