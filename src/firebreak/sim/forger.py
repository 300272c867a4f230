"""A hostile holder of a party's keys, who writes into a path of that party whatever it likes.

It writes segments of its own beside the honest node's. What it signs is signed by the party, so that the
other side has to keep it; what must not happen is that anything false is acted upon.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.base.purposes import ENTRY, HASH
from firebreak.core.base.shape import Body
from firebreak.core.envelope.cose import hash_of, signed_bytes
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import NOWHERE, Header, Span, commit, key_id
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import NO_ENTRY, StatedBody
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame
from firebreak.sim import words
from firebreak.sim.node import Node
from firebreak.sim.oracles.view import View
from firebreak.sim.world import World

SALT: Final = b"salt of somebody without scruples"[:32]


@dataclass(slots=True)
class Forger:
    """Signs for one party, as the other side's view shows what there is to be lied about."""

    world: World
    node: Node
    victim: View
    holder: str = ""
    "Whose key was stolen; that of the node as it is now."
    segment: bytes = field(init=False)
    seq: int = 0
    prev: bytes = NOWHERE
    frames: list[Value] = field(default_factory=list[Value])

    def __post_init__(self) -> None:
        self.holder = self.holder or self.node.holder
        self.segment = self.world.chance.randbytes(16)
        theirs = [each for each in self.victim.items.values() if not each.ours]
        self.prev = theirs[-1].hash if theirs else NOWHERE

    def header(self, kind: int, body: bytes, **changes: object) -> Header:
        """A header that is right in everything that is not changed."""
        own = self.node.identity
        return replace(
            Header(
                environment=own.environment,
                line=own.line,
                writer=own.ours.writer,
                segment=self.segment,
                seq=self.seq + 1,
                prev=self.prev,
                seen=None,
                kind=kind,
                time=Span(self.node.read().wall, self.node.read().wall),
                commitment=commit(kind, SALT, body),
                key_id=key_id(self.world.keys.public(self.holder)),
            ),
            **changes,  # type: ignore[arg-type]
        )

    def entry(self, header: Header, body: bytes, holder: str = "") -> Entry:
        """Signed by the party, or by somebody else."""
        payload = header.to_bytes()
        message = signed_bytes(ENTRY, header.environment, payload)
        signature = self.world.keys.sign(holder or self.holder, message)
        entry = Entry(header, payload, signature, SALT, body, hash_of(HASH, payload))
        self.world.oracles.forged.add(entry.hash)
        self.world.oracles.stamps.prevs[entry.hash] = header.prev
        return entry

    def write(self, kind: int, body: Body | bytes, **changes: object) -> Entry:
        """Say something in the forged segment."""
        data = body if isinstance(body, bytes) else body.to_bytes()
        entry = self.entry(self.header(kind, data, **changes), data)
        self.seq, self.prev = entry.header.seq, entry.hash
        self.put(entry)
        return entry

    def put(self, entry: Entry) -> None:
        """Send it in full."""
        self.frames.append(entry_value(EntryFrame(entry, full=True), b""))

    def stated(
        self, body: StatedBody, officer: str, entry: bytes = NO_ENTRY, shown: bytes = NO_ENTRY
    ) -> StatedBody:
        """With the word of an officer who does what the forger wants."""
        return body.stated(words.word(self.node, body, officer, body.ACTION, entry, shown))

    def call(self) -> tuple[bytes, bytes, bytes]:
        """The newest call of the other side: its id, the hash and the commitment of its offer."""
        offers = [
            each for each in self.victim.of_kind(Kind.CALL_OFFER) if each.ours and each.body is not None
        ]
        if not offers:
            return bytes(16), NO_ENTRY, NO_ENTRY
        return offers[-1].body.call, offers[-1].hash, offers[-1].header.commitment  # type: ignore[union-attr]
